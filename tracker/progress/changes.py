"""What changed between two reports: figures, corrections, goals, ratings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from tracker.domain import Actual
from tracker.ledger import Ledger, StatementEntry, StatementKind
from tracker.progress.status import Status
from tracker.progress.statuses import statuses


@dataclass(frozen=True)
class Change:
    """What changed of one target since a day.

    Attributes:
        then: Its status in the earlier report; None where it was not yet promised.
        new: Actuals that the earlier report did not have, but for corrections.
        corrections: Rows that replace or withdraw another, recorded since.
        stated: Statements made since, and those put right since.
        recorded_since: When the first row of the target was recorded, where the
            earlier day was over by then: `then` is what is known now of that day, and
            new is what bears a later one. None where the earlier report knew of it.
    """

    ledger: Ledger
    now: Status
    then: Status | None
    new: tuple[Actual, ...]
    corrections: tuple[Actual, ...]
    stated: tuple[StatementEntry, ...]
    recorded_since: datetime | None

    @property
    def moved(self) -> bool:
        """Whether the rating is another one, or the target was promised since."""
        if self.then is None:
            return self.now.target.first.stated <= self.now.as_of
        return self.then.rating is not self.now.rating


def changes(
    ledgers: Sequence[Ledger], now: Iterable[Status], since: date
) -> tuple[Change, ...]:
    """What changed of each target from the report of a day to the one of another.

    The earlier report knows what was recorded by the end of its day (UTC). Of a target
    of which nothing was recorded by then it knows of that day what is known now: a
    database that was filled later still tells how things went on.

    Args:
        ledgers: Of all targets, as the later report knows them.
        now: The statuses of the later report.
    """
    moment = datetime.combine(since, time.max, UTC)
    known = {each.key: _as_known(each, moment) for each in ledgers}
    then = statuses(known.values(), since)
    whole = {each.key: each for each in ledgers}
    return tuple(
        _change(whole[key], each, then[key], (since, moment), known[key])
        for each in now
        if (key := each.target.key) in whole
    )


def begins(found: Sequence[Change]) -> date | None:
    """The day (UTC) of the first row of all, where the earlier report had none.

    None where it had one, and where nothing is recorded at all.
    """
    moments = [each.recorded_since for each in found if each.recorded_since]
    if not moments or len(moments) < len(found):
        return None
    return min(moments).astimezone(UTC).date()


def _as_known(ledger: Ledger, moment: datetime) -> Ledger:
    """A ledger as it was at a moment; all of it where nothing was recorded by then."""
    stated = tuple(each for each in ledger.statements if each.recorded_at <= moment)
    if not stated:
        return ledger
    reported = tuple(each for each in ledger.actuals if _recorded(each) <= moment)
    return replace(ledger, statements=stated, actuals=reported)


def _change(
    ledger: Ledger,
    now: Status,
    then: Status,
    since: tuple[date, datetime],
    known: Ledger,
) -> Change:
    day, moment = since
    actuals = [each for each in ledger.actuals if each.on <= now.as_of]
    stated = [each for each in ledger.statements if each.statement.stated <= now.as_of]
    # What a report of that day held, had it only been recorded by then.
    had = {each.seq for each in known.actuals if each.on <= day}
    heard = {each.seq for each in known.statements if each.statement.stated <= day}
    return Change(
        ledger=ledger,
        now=now,
        then=then if ledger.target.first.stated <= day else None,
        new=tuple(
            each for each in actuals if each.replaces is None and each.seq not in had
        ),
        corrections=tuple(
            each for each in actuals if each.replaces and _recorded(each) > moment
        ),
        stated=tuple(each for each in stated if _is_new(each, heard, moment)),
        recorded_since=first if (first := _first(ledger)) > moment else None,
    )


def _is_new(entry: StatementEntry, heard: set[int], moment: datetime) -> bool:
    if entry.kind is StatementKind.STATED:
        return entry.seq not in heard
    return entry.kind is StatementKind.ERRATUM and entry.recorded_at > moment


def _first(ledger: Ledger) -> datetime:
    return min(each.recorded_at for each in ledger.statements)


def _recorded(actual: Actual) -> datetime:
    assert actual.recorded_at is not None, "a stored actual has its moment"
    return actual.recorded_at
