"""The pages on what changed since a day, and on how everything is measured."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC
from typing import NamedTuple

from tracker.domain import Actual
from tracker.ledger import StatementEntry, StatementKind
from tracker.progress.changes import Change
from tracker.progress.status import Status
from tracker.reports.html.actuals import Corrected, Said, amount, correction
from tracker.reports.html.frame import Here, web_address
from tracker.reports.html.render import page
from tracker.reports.html.rows import Verdict, verdict
from tracker.reports.html.target_page import source_of
from tracker.reports.numbers import figure
from tracker.reports.phrases import say
from tracker.reports.phrases.measured import SECTIONS
from tracker.reports.report import stale_note
from tracker.reports.statements import plan_rows
from tracker.reports.stocktake import all_recorded, compared, known_how
from tracker.reports.words import UNKNOWN, long_day, short_day, title_of, word

# So many rows of each kind keep the page light.
MOST_CHANGES = 60


class Of(NamedTuple):
    """The target that something changed of."""

    title: str
    href: str


class Moved(NamedTuple):
    """A rating then and now.

    Attributes:
        then: None for a target that was not yet promised.
        known: How the earlier one is known, where not from that day; may be empty.
        stale: That the figures of the later one are, and from when; may be empty.
    """

    of: Of
    then: Verdict | None
    known: str
    now: Verdict
    stale: str


class Recorded(NamedTuple):
    """A target that the earlier report did not have: since when, and what there is."""

    of: Of
    day: str
    what: str
    now: Verdict
    stale: str


class Reported(NamedTuple):
    """A figure that came in."""

    of: Of
    day: str
    figure: str
    evidence: str
    said: Said


class Stated(NamedTuple):
    """A goal that was stated, stated anew or put right."""

    of: Of
    day: str
    kind: str
    plan: str
    said: Said
    reason: str


def changes_page(changes: Sequence[Change], here: Here) -> str:
    """What changed since the day of the site."""
    lang, since = here.lang, long_day(here.site.since, here.lang)
    moved = [_moved(each, here) for each in changes if each.moved]
    actuals = [_reported(each, one, here) for each in changes for one in each.new]
    recorded = [_recorded(each, here) for each in changes if each.recorded_since]
    stated = [_stated(each, one, here) for each in changes for one in each.stated]
    corrected = [
        (_of(each.now, here), _corrected(each, one, lang))
        for each in changes
        for one in each.corrections
    ]
    return page(
        "changes.html",
        here,
        title=say("changed-since", lang, since=since),
        told=compared(changes, here.site.since, lang),
        moved=moved[:MOST_CHANGES],
        actuals=actuals[:MOST_CHANGES],
        stated=stated[:MOST_CHANGES],
        corrected=corrected[:MOST_CHANGES],
        recorded=recorded[:MOST_CHANGES],
        some={
            "moved": _some(len(moved), lang),
            "actuals": _some(len(actuals), lang),
            "stated": _some(len(stated), lang),
            "corrected": _some(len(corrected), lang),
            "recorded": _some(len(recorded), lang),
        },
    )


def measured_page(here: Here) -> str:
    """How everything is measured: a heading and its paragraphs each."""
    sections = [
        (
            say(name, here.lang),
            [say(f"{name}-{number}", here.lang) for number in range(1, count + 1)],
        )
        for name, count in SECTIONS.items()
    ]
    title = say("site-measured", here.lang)
    return page("measured.html", here, title=title, sections=sections)


def _some(count: int, lang: str) -> str:
    if count <= MOST_CHANGES:
        return ""
    most, every = figure(MOST_CHANGES, lang), figure(count, lang)
    return say("first-some", lang, count=most, all=every)


def _of(status: Status, here: Here) -> Of:
    target = status.target
    title = title_of(target.key, target.labels, here.lang)
    return Of(title, here.to(here.site.target_page(target.key)))


def _moved(change: Change, here: Here) -> Moved:
    lang, now = here.lang, change.now
    return Moved(
        of=_of(now, here),
        then=verdict(change.then, lang) if change.then else None,
        known=known_how(change, lang),
        now=verdict(now, lang),
        stale=stale_note(now, lang),
    )


def _recorded(change: Change, here: Here) -> Recorded:
    assert change.recorded_since is not None, "only what the earlier report lacked"
    lang, now = here.lang, change.now
    return Recorded(
        of=_of(now, here),
        day=short_day(change.recorded_since.astimezone(UTC).date(), lang),
        what=all_recorded(change, lang),
        now=verdict(now, lang),
        stale=stale_note(now, lang),
    )


def _reported(change: Change, actual: Actual, here: Here) -> Reported:
    lang = here.lang
    return Reported(
        of=_of(change.now, here),
        day=short_day(actual.on, lang),
        figure=amount(actual, change.now.now.statement.unit, lang),
        evidence=word(actual.evidence, lang),
        said=Said(actual.source or UNKNOWN, web_address(actual.url)),
    )


def _stated(change: Change, entry: StatementEntry, here: Here) -> Stated:
    lang, statement = here.lang, entry.statement
    first = change.ledger.target.first.stated == statement.stated
    kind = "stated" if first else "restated"
    if entry.kind is StatementKind.ERRATUM:
        kind = "erratum"
    plan = (
        " ".join(part for part in row if part) for row in plan_rows(statement, lang)
    )
    return Stated(
        of=_of(change.now, here),
        day=short_day(statement.stated, lang),
        kind=word(kind, lang),
        plan="; ".join(plan),
        said=source_of(statement.source),
        reason=entry.reason or statement.reason or "",
    )


def _corrected(change: Change, actual: Actual, lang: str) -> Corrected:
    old = next(each for each in change.ledger.actuals if each.seq == actual.replaces)
    return correction(actual, old, change.now.now.statement.unit, lang)
