"""The one line that answers an entry: its name, and where the target stood then."""

from __future__ import annotations

from datetime import date

from tracker.domain import Actual, Checkpoint, Kind, Measure, Statement, exact
from tracker.ledger import Ledger
from tracker.progress.status import Status, status
from tracker.reports.findings import (
    counts_down,
    first_finding,
    present_finding,
    reading_of,
)
from tracker.reports.numbers import nearest, percent, plain_spaces, rounded
from tracker.reports.phrases import say
from tracker.reports.words import DAYS, by_day, counted


def receipt(ledger: Ledger, new: Actual, lang: str) -> str:
    """Where the target stands on the day of an entry that was just stored.

    Names each checkpoint that was reached by it, and by how many days early or late.
    """
    after = status(ledger.target, ledger.actuals, new.on)
    before = status(
        ledger.target, [each for each in ledger.actuals if each is not new], new.on
    )
    now = after.now
    said = present_finding(after, lang)
    if new.kind is Kind.WITHDRAWAL:
        name = f"{ledger.key}#{new.replaces}"
        said = f"{say('takes-back', lang, name=name)}; {said}"
    parts = [f"{ledger.key}#{new.seq}: {said}", *_share(after, lang)]
    if new.kind is not Kind.WITHDRAWAL:
        parts += [
            _reached(each, now.statement, new.on, lang)
            for each in _just_reached(before, after)
        ]
    if after.first:
        parts.append(first_finding(after.first, now, lang))
    return plain_spaces("; ".join(parts))


def _share(after: Status, lang: str) -> list[str]:
    """The share of the goal, and what the plan expected."""
    now = after.now
    if after.actual is None or now.statement.measure is Measure.MILESTONE:
        return []
    parts = []
    if now.share is not None:
        phrase = "share-way" if counts_down(now.statement) else "share"
        parts.append(say(phrase, lang, share=percent(now.share, lang)))
    if now.expected is not None:
        value = rounded(now.expected, lang, _as_fine_as(after))
        parts.append(say("plan", lang, value=value))
    return parts


def _as_fine_as(after: Status) -> float | None:
    """What reading and distance to the plan add up to as they are shown, of a level."""
    reading, variance = reading_of(after), after.now.variance
    if reading is None or variance is None:
        return reading
    return float(exact(reading) - exact(nearest(variance, reading)))


def _just_reached(before: Status, after: Status) -> list[Checkpoint]:
    if after.actual is None:
        return []
    statement, total = after.now.statement, after.actual.value
    return [
        each
        for each in statement.checkpoints
        if statement.meets(total, each.value)
        and (
            before.actual is None
            or not statement.meets(before.actual.value, each.value)
        )
    ]


def _reached(checkpoint: Checkpoint, statement: Statement, on: date, lang: str) -> str:
    value = counted(checkpoint.value, statement.unit, lang)
    early = (checkpoint.by - on).days
    how = "on-time" if early == 0 else "early" if early > 0 else "late"
    days = counted(abs(early), DAYS, lang)
    return say(
        "reached",
        lang,
        value=value,
        by=by_day(checkpoint.by, lang),
        how=say(how, lang, days=days),
    )
