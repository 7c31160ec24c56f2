"""What a forecast of one target rests on, or why there can be none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from tracker.domain import Direction, Measure
from tracker.periods import ONE_DAY
from tracker.progress.forecasts import NoForecast
from tracker.progress.rating import Rating
from tracker.progress.rollup import reported_since

if TYPE_CHECKING:
    from tracker.progress.status import Status

# No day further ahead is named, however far the goal. Source: house rule, README.
FARTHEST = round(10 * 365.25)


@dataclass(frozen=True)
class History:
    """The reports of one target, and what is asked of them.

    Attributes:
        days: Of the reports, two or more, as ordinals, strictly increasing.
        values: The last of each day; not all the same.
        lower, upper: What the value cannot pass; None is nothing.
        due: After the last report; None is undated.
        met: The value meets the goal now, and is to be kept there.
        horizon: After the last report.
    """

    days: tuple[int, ...]
    values: tuple[float, ...]
    goal: float
    increase: bool
    due: date | None
    met: bool
    lower: float | None
    upper: float | None
    as_of: date
    horizon: date


def reports_of(status: Status) -> dict[date, float]:
    """The reports of a target by day, the last of each day, in order.

    A declared baseline counts as one; for a level to be kept it is the line rather
    than a reading. A quota starts from 0 on the day before its period. Before the day
    from which every part of a sum has reported it grows by parts that come in.
    """
    statement, baseline = status.now.statement, status.now.statement.baseline
    found: dict[date, float] = {}
    if status.period:
        found[status.period.start - ONE_DAY] = 0.0
    elif baseline and not statement.held:
        found[baseline.on] = baseline.value
    since = reported_since(status) or date.min
    found |= {point.on: point.total for point in status.points if point.on >= since}
    return dict(sorted(found.items()))


def history_of(status: Status) -> History | NoForecast:
    """The reports of a target with its goal, or why it cannot be forecast."""
    reports = reports_of(status)
    why = _why_none(status, reports)
    if why:
        return why
    now, statement = status.now, status.now.statement
    lower, upper = _bounds(status, tuple(reports.values()))
    return History(
        days=tuple(day.toordinal() for day in reports),
        values=tuple(reports.values()),
        goal=now.goal,
        increase=statement.direction is Direction.INCREASE,
        due=now.due,
        met=_meets(status),
        lower=lower,
        upper=upper,
        as_of=status.as_of,
        horizon=_horizon(status, reports),
    )


def _why_none(status: Status, reports: dict[date, float]) -> NoForecast | None:
    now = status.now
    if now.statement.measure is Measure.MILESTONE:
        return NoForecast.MILESTONE
    if now.rating is Rating.ACHIEVED or (now.due is None and _meets(status)):
        return NoForecast.GOAL_MET
    if status.rollup and status.rollup.stands and status.rollup.missing:
        return NoForecast.PARTS_MISSING
    latest = max(reports, default=date.min)
    if now.due and (status.as_of > now.due or now.due <= latest):
        return NoForecast.GOAL_DAY_PAST
    if len(reports) < 2:
        return NoForecast.FEW_REPORTS
    if len(set(reports.values())) == 1:
        return NoForecast.ALL_EQUAL
    return None


def _meets(status: Status) -> bool:
    return status.actual is not None and status.now.meets(status.actual.value)


def _bounds(
    status: Status, values: tuple[float, ...]
) -> tuple[float | None, float | None]:
    """What the value cannot pass: the bounds declared, and what the measure implies.

    A running total does not go back, unless it did before. What was never reported or
    promised negative does not become so. Source: house rule, README.
    """
    statement = status.now.statement
    lower, upper = statement.lower, statement.upper
    if lower is None and min(*values, status.now.goal) >= 0:
        lower = 0.0
    if statement.measure is Measure.LEVEL:
        return lower, upper
    last, steps = values[-1], list(pairwise(values))
    if statement.direction is Direction.INCREASE:
        return (last if all(a <= b for a, b in steps) else lower), upper
    return lower, (last if all(a >= b for a, b in steps) else upper)


def _horizon(status: Status, reports: dict[date, float]) -> date:
    """The last day that is looked at.

    The goal day and once more the whole planned time; for a quota the end of its
    period, since it starts again; without a goal day twice the time reported on. Never
    more than ten years. Source: house rule, README.
    """
    days = [day.toordinal() for day in reports]
    as_of, due, baseline = status.as_of, status.now.due, status.now.statement.baseline
    if status.period:
        return status.period.end
    if due is None:
        last = as_of.toordinal() + 2 * (days[-1] - days[0])
    else:
        begun = baseline.on.toordinal() if baseline else days[0]
        last = due.toordinal() + max(due.toordinal() - begun, 0)
    farthest = min(as_of.toordinal() + FARTHEST, date.max.toordinal())
    return date.fromordinal(min(last, farthest))
