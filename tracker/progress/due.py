"""What falls due: reports, checkpoints and goals, and what is still missing to each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracker.domain import Direction, Measure, Statement, exact
from tracker.periods import MONTH_DAYS, ONE_DAY, Span, Stretch, spans
from tracker.progress.rating import Rating
from tracker.progress.rollup import last_reported
from tracker.progress.status import Status
from tracker.progress.summing import that_count

# Long enough for the next report of any rhythm.
_A_YEAR = Stretch(months=12)


class DueKind(StrEnum):
    """What it is that falls due."""

    REPORT = "report"
    CHECKPOINT = "checkpoint"
    GOAL = "goal"


@dataclass(frozen=True)
class Due:
    """A report, checkpoint or goal that is not in, or not met, on the status's day.

    Attributes:
        by: The day it is due (inclusive); a goal of a quota at the end of its period.
        value: The running total that is due then; None for a report.
        missing: What the running total lacks of it, never negative; None for a
            report, for a milestone, and where nothing has been reported.
        per_month: What would have to be added a month (365.25 / 12 days) to be there
            in time; None where less than a month is left.
        reports: The periods that wait for a report, oldest first: one, or all that are
            over. `by` is the last day of the first.
    """

    status: Status
    kind: DueKind
    by: date
    value: float | None = None
    missing: float | None = None
    per_month: float | None = None
    reports: tuple[Span, ...] = ()

    @property
    def days(self) -> int:
        """Days left from the day of the status; negative when overdue."""
        return (self.by - self.status.as_of).days

    @property
    def overdue(self) -> bool:
        return self.days < 0


def due_by(statuses: Iterable[Status], until: date) -> tuple[Due, ...]:
    """What is overdue, and what falls due up to a day (inclusive), soonest first.

    What is met already is left out, and what has no day. Of the checkpoints that have
    lapsed only the last one is named, and none beside an overdue goal: whoever meets
    the later one meets those before it. Where the parts that a target adds up are
    asked for their reports, it is not asked for one of its own.
    """
    listed = tuple(statuses)
    keys = {each.target.key for each in listed}
    found: list[Due] = []
    for each in listed:
        if not _parts_are_asked(each, keys):
            found += reports_due(each, until)
        found += (*_checkpoints(each), *_goal(each))
    return tuple(
        sorted((due for due in found if due.by <= until), key=lambda due: due.by)
    )


def next_due(status: Status, listed: Iterable[Status]) -> tuple[Due, ...]:
    """What is overdue of a target, and of each kind what falls due first; by day.

    Args:
        listed: All targets; the parts among them are asked for their own reports.
    """
    found: list[Due] = []
    if not _parts_are_asked(status, {each.target.key for each in listed}):
        found += reports_due(status, _A_YEAR.after(status.as_of))
    found += sorted((*_checkpoints(status), *_goal(status)), key=lambda due: due.by)
    first: dict[tuple[DueKind, bool], Due] = {}
    for each in found:
        first.setdefault((each.kind, each.overdue), each)
    return tuple(sorted(first.values(), key=lambda due: due.by))


def _parts_are_asked(status: Status, keys: set[str]) -> bool:
    """Whether a target stands for parts that are all listed, each with its rhythm."""
    if status.rollup is None or not status.rollup.stands:
        return False
    return all(
        each.target.key in keys and each.target.labels.report_every
        for each in that_count(status.target, status.parts)
    )


def reports_due(status: Status, until: date) -> tuple[Due, ...]:
    """The reports that are overdue, in one, and each to come up to that of a day.

    A report is due for each calendar month, quarter or year of `report_every` by its
    last day; it is in when an actual of that day or a later one is, and where parts
    add up, when one of each of them is. Before the first actual they are due from the
    day of the first statement, or the baseline's if that is later. A quota or level is
    reported up to its goal day; anything else until it is achieved, and that is
    expected by its goal day while that is to come.
    Source: house rule, README "How numbers are defined".
    """
    every = status.target.labels.report_every
    ends = _last_report_day(status)
    if every is None or ends is None:
        return ()
    data_day = last_reported(status)
    begins = data_day + ONE_DAY if data_day else reports_begin(status)
    last = max(status.as_of, min(until, ends))
    waiting = [span for span in spans(begins, last, every) if span.start <= ends]
    over = tuple(span for span in waiting if span.end < status.as_of)
    found = [over] if over else []
    found += [(span,) for span in waiting[len(over) :]]
    return tuple(
        Due(status, DueKind.REPORT, periods[0].end, reports=periods)
        for periods in found
    )


def reports_begin(status: Status) -> date:
    """The day from which reports on a target are due."""
    first = status.target.first
    return max(first.stated, first.baseline.on) if first.baseline else first.stated


def _last_report_day(status: Status) -> date | None:
    """The last day that reports are due for; None where none is due any more."""
    statement = status.now.statement
    day = statement.goal.by or date.max
    if statement.measure in (Measure.PERIODIC, Measure.LEVEL):
        return day
    if status.rating is Rating.ACHIEVED:
        return None
    return day if status.as_of <= day else date.max


def _checkpoints(status: Status) -> Iterator[Due]:
    now = status.now
    if now.due and now.due < status.as_of:
        return
    total = status.actual.value if status.actual else None
    waiting = [
        each
        for each in now.statement.checkpoints
        if total is None or not now.statement.meets(total, each.value)
    ]
    lapsed = [each for each in waiting if each.by < status.as_of]
    for each in lapsed[-1:] + waiting[len(lapsed) :]:
        yield _value_due(status, DueKind.CHECKPOINT, each.by, each.value)


def _goal(status: Status) -> Iterator[Due]:
    """The goal; one that must be held is due until its day even while it is met."""
    now = status.now
    if now.due is None:
        return
    to_be_held = now.statement.held and status.as_of < now.due
    if now.rating is not Rating.ACHIEVED or to_be_held:
        yield _value_due(status, DueKind.GOAL, now.due, now.goal)


def _value_due(status: Status, kind: DueKind, by: date, value: float) -> Due:
    statement = status.now.statement
    missing = _missing(status, value)
    months = (by - status.as_of).days / MONTH_DAYS
    needed = missing is not None and months >= 1 and not statement.held
    return Due(
        status,
        kind,
        by,
        value,
        missing,
        per_month=missing / months if needed and missing is not None else None,
    )


def _missing(status: Status, value: float) -> float | None:
    statement: Statement = status.now.statement
    if status.actual is None or statement.measure is Measure.MILESTONE:
        return None
    gap = exact(value) - exact(status.actual.value)
    if statement.direction is Direction.DECREASE:
        gap = -gap
    return float(max(gap, exact(0)))
