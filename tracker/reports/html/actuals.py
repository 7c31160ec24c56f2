"""What was reported of a target, as its page shows it, and what was corrected."""

from __future__ import annotations

from typing import NamedTuple

from tracker.domain import Actual, Kind, Measure, Unit
from tracker.ledger import Ledger
from tracker.progress.status import Status
from tracker.reports.html.frame import web_address
from tracker.reports.numbers import figure
from tracker.reports.phrases import say
from tracker.reports.words import UNKNOWN, counted, short_day, word


class Said(NamedTuple):
    """Who said something, and where it can be read."""

    text: str
    url: str | None


class Reported(NamedTuple):
    """One actual as a page shows it."""

    entry: str
    on: str
    day: str
    figure: str
    total: str
    evidence: str
    said: Said
    more: list[str]
    author: str


class Corrected(NamedTuple):
    """What a correction or withdrawal put in the place of what."""

    entry: str
    day: str
    was: str
    now: str
    reason: str
    author: str


def reported(status: Status, ledger: Ledger, lang: str) -> list[Reported]:
    """The actuals that count, the latest first."""
    totals = {id(each.actual): each.total for each in status.points}
    unit = status.now.statement.unit
    own = {each.seq for each in ledger.actuals}
    return [
        Reported(
            entry=f"#{each.seq}" if each.seq in own and ledger.actuals else "",
            on=each.on.isoformat(),
            day=short_day(each.on, lang),
            figure=amount(each, unit, lang),
            total=_total(totals.get(id(each)), status, lang),
            evidence=word(each.evidence, lang),
            said=Said(each.source or UNKNOWN, web_address(each.url)),
            more=_more(each, lang),
            author=each.author,
        )
        for each in reversed(status.counting)
    ]


def corrections(ledger: Ledger, status: Status, lang: str) -> list[Corrected]:
    """Every correction and withdrawal, in the order they were recorded."""
    by_seq = {each.seq: each for each in ledger.actuals}
    return [
        correction(each, by_seq[each.replaces], status.now.statement.unit, lang)
        for each in ledger.actuals
        if each.replaces is not None and each.on <= status.as_of
    ]


def correction(new: Actual, old: Actual, unit: Unit, lang: str) -> Corrected:
    """One correction, with what it replaces."""
    gone = new.kind is Kind.WITHDRAWAL
    return Corrected(
        entry=f"#{new.seq}",
        day=short_day(new.on, lang),
        was=f"#{old.seq}: {amount(old, unit, lang)}",
        now=UNKNOWN if gone else amount(new, unit, lang),
        reason=new.reason or "",
        author=new.author,
    )


def amount(actual: Actual, unit: Unit, lang: str) -> str:
    """What an actual says: so many in all, so many more, done."""
    if actual.value is None:
        return UNKNOWN
    if actual.kind in (Kind.DONE, Kind.NOT_DONE):
        return word(actual.kind, lang)
    text = counted(actual.value, unit, lang)
    more = actual.kind is Kind.INCREMENT and actual.value >= 0
    return f"+{text}" if more else text


def values_told(status: Status, lang: str) -> list[str]:
    """What is said of each mark of the picture, by day and value."""
    unit = status.now.statement.unit
    milestone = status.target.measure is Measure.MILESTONE
    found = []
    for point in sorted(status.points, key=lambda each: each[:2]):
        value = counted(point.total, unit, lang)
        if milestone:
            value = word("done" if point.total else "not-done", lang)
        evidence = word(point.actual.evidence, lang)
        found.append(f"{short_day(point.on, lang)}: {value}, {evidence}")
    return found


def _total(total: float | None, status: Status, lang: str) -> str:
    milestone = status.target.measure is Measure.MILESTONE
    return UNKNOWN if total is None or milestone else figure(total, lang)


def _more(actual: Actual, lang: str) -> list[str]:
    """What else was told of an actual."""
    named = (("site-item", actual.item), ("reason", actual.reason))
    found = [
        f"{say(key, lang) if key.startswith('site') else word(key, lang)}: {text}"
        for key, text in named
        if text
    ]
    return [*found, actual.note] if actual.note else found
