"""The page of one target: finding, picture, statements, actuals, forecast, methods."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from tracker.domain import Source, Statement, Target
from tracker.ledger import Ledger, StatementEntry, StatementKind
from tracker.progress.status import Status
from tracker.reports.findings import finding, reason
from tracker.reports.forecast_lines import lines_of
from tracker.reports.html.actuals import (
    Said,
    corrections,
    reported,
    values_told,
)
from tracker.reports.html.frame import Here, Link, web_address
from tracker.reports.html.render import data_block, drawing, page
from tracker.reports.html.rows import key_of, rows, verdict
from tracker.reports.methods import side_by_side
from tracker.reports.numbers import figure
from tracker.reports.parts import parts_reason
from tracker.reports.phrases import say
from tracker.reports.report import Report, stale_note
from tracker.reports.statements import about, changes, plan_rows, stated_by
from tracker.reports.words import (
    DAYS,
    RATING_SYMBOLS,
    TARGETS,
    UNKNOWN,
    counted,
    long_day,
    on_day,
    span_name,
    title_of,
    word,
)

# The latest of so many actuals keep a page light; the file beside it has them all.
MOST_ACTUALS = 100
SHOWN_DIGITS = 12


class Stated(NamedTuple):
    """One statement as a page shows it; empty where there is nothing to say."""

    head: str
    said: Said
    plan: list[tuple[str, str]]
    changed: str
    reason: str
    note: str


class Drawn(NamedTuple):
    """The picture of a target, wide and narrow, as SVG elements."""

    wide: str
    narrow: str


def target_page(
    status: Status,
    ledger: Ledger,
    drawn: Drawn,
    here: Here,
    dataset: Mapping[str, object],
    parent: Target | None = None,
) -> str:
    """The page of a target in the language of its place.

    Args:
        parent: The target that it is a part of, if that has a page.
    """
    lang, target = here.lang, status.target
    # What leads to the parent's page need not be said a second time.
    labels = replace(target.labels, parent=None) if parent else target.labels
    title = title_of(target.key, target.labels, lang)
    method_rows, notes = _methods(status, here)
    shown = reported(status, ledger, lang)
    return page(
        "target.html",
        here,
        title=title,
        finding=finding(status, lang),
        verdict=verdict(status, lang),
        beside=stale_note(status, lang),
        why=_why(status, lang),
        stale=_stale(status, lang),
        drawings=[drawing(drawn.wide), drawing(drawn.narrow)],
        say_values="\n".join(values_told(status, lang)),
        facts=about(status.now.statement, labels, lang),
        statements=statements(ledger, status, lang),
        actuals=shown[:MOST_ACTUALS],
        some=_some(len(shown), lang),
        corrections=corrections(ledger, status, lang),
        forecast=lines_of(status, lang)[1:] if status.forecast else [],
        methods=method_rows,
        notes=notes,
        periods=_periods(status, lang),
        parts_rows=rows(status.parts, here, {}),
        parts_key=key_of(status.parts, lang),
        parent=_link(parent, here) if parent else None,
        downloads=_downloads(status, here),
        ledger=_ledger_line(ledger, lang),
        dataset=data_block(dataset),
    )


def statements(ledger: Ledger, status: Status, lang: str) -> list[Stated]:
    """Every statement made by the day of the report, then what errata replaced."""
    target = stated_by(ledger.target, status.as_of)
    found = [
        _stated(before, each, lang)
        for before, each in pairwise([None, *target.statements])
        if each is not None
    ]
    by_seq = {each.seq: each for each in ledger.statements}
    return found + [
        _erratum(each, by_seq[each.replaces], lang)
        for each in ledger.statements
        if each.kind is StatementKind.ERRATUM
        and each.replaces is not None
        and each.statement.stated <= status.as_of
    ]


def source_of(source: Source) -> Said:
    """Who stated something; a dash where nobody is named."""
    return Said(str(source) or UNKNOWN, web_address(source.url))


def _stated(before: Statement | None, each: Statement, lang: str) -> Stated:
    phrase = "stated-on" if before is None else "restated-on"
    day, on = long_day(each.stated, lang), on_day(each.stated, lang)
    return Stated(
        head=say(phrase, lang, day=day, on=on),
        said=source_of(each.source),
        plan=plan_rows(each, lang),
        changed=changes(before, each, lang) if before else "",
        reason=each.reason or "",
        note=each.note or "",
    )


def _erratum(entry: StatementEntry, old: StatementEntry, lang: str) -> Stated:
    """A statement that was mistyped, as it read before."""
    head = word("erratum", lang)
    return Stated(
        head=f"{head[:1].upper()}{head[1:]}, {long_day(old.statement.stated, lang)}",
        said=source_of(old.statement.source),
        plan=plan_rows(old.statement, lang),
        changed="",
        reason=entry.reason or "",
        note=word("it-read", lang),
    )


def _why(status: Status, lang: str) -> str:
    reported_at_all = status.actual is not None
    return parts_reason(status, lang) or reason(
        status.now, lang, reported=reported_at_all
    )


def _stale(status: Status, lang: str) -> str:
    if not status.stale or not status.counting:
        return ""
    days = (status.as_of - status.counting[-1].on).days
    return say("site-stale", lang, days=counted(days, DAYS, lang))


def _some(count: int, lang: str) -> str:
    if count <= MOST_ACTUALS:
        return ""
    most, every = figure(MOST_ACTUALS, lang), figure(count, lang)
    return say("site-some-actuals", lang, count=most, all=every)


def _methods(status: Status, here: Here) -> tuple[list[tuple[str, str]], list[str]]:
    """Each method with its verdict, and the notes."""
    report = Report((status,), here.site.as_of, here.site.known_at, here.lang)
    (head, found), notes = side_by_side(report)
    # Of one target nobody needs to be told how many.
    count = f" ({counted(1, TARGETS, here.lang)})"
    told = [note.replace(count, "") for note in notes]
    return list(zip(head[1:], found[1:], strict=True)), told


def _periods(status: Status, lang: str) -> list[tuple[str, str, str, str]]:
    """Earlier periods of a quota: name, quota, total, rating."""
    period = status.now.statement.period
    if period is None:
        return []
    unit = status.now.statement.unit
    return [
        (
            span_name(each.span, period, lang),
            counted(each.quota, unit, lang),
            UNKNOWN if each.total is None else figure(each.total, lang),
            f"{RATING_SYMBOLS[each.rating]} {word(each.rating, lang)}",
        )
        for each in reversed(status.periods)
    ]


def _link(target: Target, here: Here) -> Link:
    title = title_of(target.key, target.labels, here.lang)
    return Link(title, here.to(here.site.target_page(target.key)))


def _downloads(status: Status, here: Here) -> list[Link]:
    name = here.site.files[status.target.key]
    return [
        Link(
            say(f"site-download-{what}", here.lang),
            here.to_file(f"data/targets/{name}.{form}"),
        )
        for what, form in (("status", "json"), ("actuals", "csv"))
    ]


def _ledger_line(ledger: Ledger, lang: str) -> str:
    last = (ledger.actuals or ledger.statements)[-1].digest
    return say(
        "site-ledger" if ledger.actuals else "site-ledger-no-actual",
        lang,
        statements=str(len(ledger.statements)),
        actuals=str(len(ledger.actuals)),
        digest=last[:SHOWN_DIGITS],
    )
