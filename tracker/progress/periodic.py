"""A quota that starts again each month, quarter or year: its periods, one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.domain import Actual, CarryOver, Statement, Target
from tracker.periods import Span, spans
from tracker.progress.plan import quota_plan
from tracker.progress.rating import Rating
from tracker.progress.standing import Line, Standing, standing
from tracker.progress.totals import Point, points, within

# Which statement applies to a period, given the day on which it is judged.
StatementOn = Callable[[date], Statement]


@dataclass(frozen=True)
class PeriodStanding:
    """A period that is over: its quota, and what was reported for it.

    Attributes:
        quota: With what earlier periods carried over.
        total: None where nothing was reported.
        rating: achieved, missed or unreported.
    """

    span: Span
    quota: float
    total: float | None
    rating: Rating


def period_standings(
    target: Target, counting: Sequence[Actual], day: date, until: date
) -> tuple[PeriodStanding, ...]:
    """The periods that ended before the one that holds a day, by day.

    Args:
        until: The day up to which all that counts has reported.
    """
    *earlier, _ = _spans(target, target.in_force, day)
    return _ended(target.in_force, counting, earlier, until)


def current(
    target: Target,
    statement_on: StatementOn,
    counting: Sequence[Actual],
    day: date,
    until: date,
) -> tuple[Standing, tuple[Point, ...], Span]:
    """The standing in the period that holds a day, its points and its days.

    Before the first period that is the first one, after the last day of a quota
    that ends, the last.

    Args:
        until: The day up to which all that counts has reported.
    """
    *earlier, span = _spans(target, statement_on, day)
    ended = _ended(statement_on, counting, earlier, until)
    statement = statement_on(day)
    quota = _quota(statement, ended)
    found = points(0.0, within(counting, span))
    line = Line(statement, quota_plan(span, quota), quota, span.end)
    final_in = bool(found) and until >= span.end
    return standing(line, target.labels, found, day, final_in=final_in), found, span


def _spans(target: Target, statement_on: StatementOn, day: date) -> list[Span]:
    """The periods from the first one to that of a day, at least one."""
    first = target.first
    assert first.period is not None, "a periodic target has a period"
    begins = first.baseline.on if first.baseline else first.stated
    ends = statement_on(day).goal.by
    last_day = min(day, ends) if ends else day
    return spans(begins, max(begins, last_day), first.period)


def _ended(
    statement_on: StatementOn,
    counting: Sequence[Actual],
    earlier: Sequence[Span],
    until: date,
) -> tuple[PeriodStanding, ...]:
    ended: list[PeriodStanding] = []
    for span in earlier:
        statement = statement_on(span.end)
        quota = _quota(statement, ended)
        found = points(0.0, within(counting, span))
        total = found[-1].total if found else None
        if total is not None and statement.meets(total, quota):
            rating = Rating.ACHIEVED
        elif total is None or until < span.end:
            rating = Rating.UNREPORTED
        else:
            rating = Rating.MISSED
        ended.append(PeriodStanding(span, quota, total, rating))
    return tuple(ended)


def _quota(statement: Statement, ended: Sequence[PeriodStanding]) -> float:
    """The goal of one period, with what the period before it hands on.

    A surplus lowers the next quota, not below 0; a shortfall raises it. What was
    not reported hands on nothing.
    """
    goal = statement.goal.value
    unknown = not ended or ended[-1].rating is Rating.UNREPORTED
    if unknown or ended[-1].total is None:
        return goal
    beyond = ended[-1].total - ended[-1].quota
    if statement.carry_over is CarryOver.SURPLUS:
        return max(goal - max(beyond, 0.0), 0.0)
    if statement.carry_over is CarryOver.SHORTFALL:
        return goal - min(beyond, 0.0)
    return goal
