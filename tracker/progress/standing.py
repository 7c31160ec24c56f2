"""One running total held against one statement: expected, pace, days ahead, rating."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tracker.domain import Checkpoint, Labels, Statement
from tracker.progress.plan import Plan, days_ahead, expected
from tracker.progress.rating import Case, Rating, rate
from tracker.progress.totals import Point, end_of_days, until


@dataclass(frozen=True)
class Line:
    """The plan and goal, of a statement or quota, that a total is held against.

    Attributes:
        goal: The value due; for a quota with what was carried over.
        due: The goal day, for a quota the end of its period; None is undated.
    """

    statement: Statement
    plan: Plan
    goal: float
    due: date | None

    def meets(self, total: float) -> bool:
        return self.statement.meets(total, self.goal)


@dataclass(frozen=True)
class Standing(Line):
    """Where a running total stands against one statement on one day.

    Attributes:
        expected: The plan's value on the data day, without an actual on the day of
            the report; None where the plan says nothing.
        variance: Running total less expected.
        pace: Achieved part of the change expected; None where none was expected.
        days_ahead: Whole days, negative when behind.
        share: Achieved part of the whole change; None where the goal is no change.
        days_late: Days from the goal day to the first that met it; None if in time.
        on_track, at_risk: The thresholds on pace the rating rests on.
        next_checkpoint: The first one due after the day.
        lapsed_checkpoints: Those whose day has come with their value not met.
    """

    expected: float | None
    variance: float | None
    pace: float | None
    days_ahead: int | None
    share: float | None
    rating: Rating
    days_late: int | None
    on_track: float
    at_risk: float
    next_checkpoint: Checkpoint | None
    lapsed_checkpoints: tuple[Checkpoint, ...]


def standing(
    line: Line, labels: Labels, found: Sequence[Point], day: date, *, final_in: bool
) -> Standing:
    """Where the running total stands on a day.

    Args:
        found: The points on or before `day`, by day.
        final_in: An actual of the goal day or later is among the target's actuals.
    """
    last = found[-1] if found else None
    total = last.total if last else None
    measured = _measured(line, last, day)
    upcoming, lapsed = _checkpoints(line, total, day)
    late = _days_late(line, found)
    start = line.plan.start
    case = Case(
        statement=line.statement,
        day=day,
        due=line.due,
        total=total,
        achieved=total is not None and (line.meets(total) or late == 0),
        final_in=final_in,
        change_due=expected(line.plan, day) not in (None, start),
        change_was_due=measured.expected not in (None, start),
        pace=measured.pace,
        lapsed=bool(lapsed),
    )
    rating = rate(case, labels)
    return Standing(
        **vars(line),
        **measured._asdict(),
        share=_share(line, total),
        rating=rating,
        days_late=(late or None) if rating is Rating.ACHIEVED else None,
        on_track=labels.on_track,
        at_risk=labels.at_risk,
        next_checkpoint=upcoming,
        lapsed_checkpoints=lapsed,
    )


class _Measured(NamedTuple):
    expected: float | None
    variance: float | None
    pace: float | None
    days_ahead: int | None


def _measured(line: Line, last: Point | None, day: date) -> _Measured:
    """The last point against the plan of its day; without one, the plan of the day."""
    due = expected(line.plan, last.on if last else day)
    if last is None or due is None:
        return _Measured(due, None, None, None)
    start = line.plan.start
    return _Measured(
        expected=due,
        variance=last.total - due,
        pace=(last.total - start) / (due - start) if due != start else None,
        days_ahead=days_ahead(line.plan, line.statement, last.total, last.on),
    )


def _share(line: Line, total: float | None) -> float | None:
    change = line.goal - line.plan.start
    if total is None or change == 0 or line.statement.held:
        return None
    return (total - line.plan.start) / change


def _checkpoints(
    line: Line, total: float | None, day: date
) -> tuple[Checkpoint | None, tuple[Checkpoint, ...]]:
    """The next checkpoint after a day, and those that have lapsed by it."""
    statement = line.statement
    ahead = [each for each in statement.checkpoints if each.by > day]
    lapsed = tuple(
        each
        for each in statement.checkpoints
        if each.by <= day and (total is None or not statement.meets(total, each.value))
    )
    return (ahead[0] if ahead else None), lapsed


def _days_late(line: Line, found: Sequence[Point]) -> int | None:
    """Days after the goal day on which the goal was first met.

    0 if it was met on the goal day; None if it was not met, or has no day.
    """
    if line.due is None:
        return None
    in_time = until(found, line.due)
    if in_time and line.meets(in_time[-1].total):
        return 0
    for point in end_of_days(found[len(in_time) :]):
        if line.meets(point.total):
            return (point.on - line.due).days
    return None
