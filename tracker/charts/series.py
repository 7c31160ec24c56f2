"""The lines of a burn-up as days and values, from a status. Pure, no matplotlib."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.charts.geometry import Place
from tracker.domain import Checkpoint, Measure, Shape, Statement
from tracker.progress.forecasts import Spread
from tracker.progress.plan import Plan, expected
from tracker.progress.standing import Standing
from tracker.progress.status import Status

# A report long after everything else would squeeze the picture into a corner: beyond
# this part of the rest, its day stands at the edge with an arrow.
_FARTHEST = 0.45
_LEAST_DAYS = 10
# A fan adds no more than this part to the height of all else.
_FAN_BEYOND = 0.35
# The inner band of a level is shown, unless that adds so many times the height.
_INNER_BEYOND = 2.0


@dataclass(frozen=True)
class Reach:
    """The days a burn-up shows.

    Attributes:
        beyond: The as-of day lies off the picture: -1 before it, 1 after it.
    """

    first: date
    last: date
    beyond: int


def reach(status: Status) -> Reach:
    """From the baseline or the first report to the goal day or the as-of day."""
    days = _days_shown(status)
    first, last = min(days), max(days)
    dated = status.now.due is not None
    room = timedelta(days=max((last - first).days, _LEAST_DAYS) * _FARTHEST)
    if is_foretold(status):
        last = _median_shown(status, last, room)
    beyond = 0
    if status.as_of > last:
        beyond = int(dated and status.as_of > last + room)
        last = last + room * 0.15 if beyond else status.as_of
    elif status.as_of < first:
        beyond = -int(status.as_of < first - room)
        first = first - room * 0.15 if beyond else status.as_of
    spare = timedelta(days=max((last - first).days * 0.03, 1))
    return Reach(first, max(last + spare, first + timedelta(days=_LEAST_DAYS)), beyond)


def plan_line(plan: Plan, since: date, until: date) -> list[Place]:
    """The corners of a plan from `since` to `until`; empty where it says nothing."""
    if not plan.knots:
        return []
    knots = [knot for knot in plan.knots if since <= knot.on <= until]
    line: list[Place] = []
    value = expected(plan, since)
    before = plan.knots[0].on < since or plan.knots[0].value != plan.start
    if value is not None and before:
        line.append(Place(since, value))
    for knot in knots:
        jumps = knot.shape is Shape.STEP or knot is plan.knots[0]
        if line and jumps and line[-1].value != knot.value:
            line.append(Place(knot.on, line[-1].value))
        line.append(Place(knot.on, knot.value))
    last = expected(plan, until)
    if last is not None and line and line[-1].on < until:
        line.append(Place(until, last))
    return line


def scope_line(status: Status, since: date, until: date) -> list[Place]:
    """The goal in force on each day, as the corners of a step line."""
    goals = [status.now.goal]
    if not status.period:
        goals = [each.goal.value for each in status.statements]
    turns = [each.stated for each in status.statements[1:]] if len(goals) > 1 else []
    line = [Place(since, goals[0])]
    for day, goal in zip(turns, goals[1:], strict=True):
        on = min(max(day, since), until)
        line += [Place(on, line[-1].value), Place(on, goal)]
    return [*line, Place(max(until, line[-1].on), line[-1].value)]


def restated_places(status: Status, since: date, until: date) -> list[Place]:
    """Each later statement on its day, halfway between the goal before and its own."""
    goals = [each.goal.value for each in status.statements]
    if status.period:
        goals = [status.now.goal] * len(goals)
    days = [min(max(each.stated, since), until) for each in status.statements]
    pairs = zip(days[1:], goals, goals[1:], strict=False)
    return [Place(day, (was + goal) / 2) for day, was, goal in pairs]


def running_line(status: Status) -> list[Place]:
    """The running total, actual by actual: what is not reported is not drawn as 0."""
    return [Place(each.on, each.total) for each in status.points]


def lead_in(status: Status) -> list[Place]:
    """From the baseline to the first actual, between which nothing is known."""
    if not status.points:
        return []
    first = Place(status.points[0].on, status.points[0].total)
    baseline = status.now.statement.baseline
    if status.period:
        return [Place(status.period.start, 0.0), first]
    if baseline and baseline.on <= first.on:
        return [Place(baseline.on, baseline.value), first]
    return []


def checkpoints(
    standing: Standing, statements: Iterable[Statement]
) -> list[Checkpoint]:
    """The checkpoints that lie on a standing's plan, by day."""
    on_plan = {(knot.on, knot.value) for knot in standing.plan.knots}
    stated = {
        (each.by, each.value): each
        for statement in statements
        for each in statement.checkpoints
    }
    found = {key: each for key, each in stated.items() if key in on_plan}
    # Those of an undated goal without a plan are due all the same.
    found |= {(each.by, each.value): each for each in standing.statement.checkpoints}
    return sorted(found.values(), key=lambda each: each.by)


def value_range(
    status: Status, lines: Sequence[Sequence[Place]], fan: Sequence[Spread] = ()
) -> tuple[float, float]:
    """From the lowest to the highest value shown; 0 too, unless all is far from it.

    A fan is cut off where it would squeeze the rest, and at 0 where nothing else is
    below; of a level, whose readings may lie close together, not before its inner band.
    """
    values = [place.value for line in lines for place in line]
    for each in status.periods:
        # Room above a bar for what is written over it.
        values += [each.quota * 1.06, (each.total or 0.0) * 1.06]
    low, high = min(values), max(values)
    if status.now.statement.measure is not Measure.LEVEL or 0 <= low < 0.5 * high:
        low, high = min(low, 0.0), max(high, 0.0)
    room = (high - low) or max(abs(high), 1.0) * 0.2
    if fan:
        level = status.now.statement.measure is Measure.LEVEL
        floor, top = _fan_range(low, high, room, fan if level else ())
        floor = floor if low < 0 else max(floor, 0.0)
        low = max(min(low, *(each.p10 for each in fan)), floor)
        high = min(max(high, *(each.p90 for each in fan)), top)
    below = 0.0 if low == 0 else 0.08 * room
    return low - below, high + 0.09 * room


def _fan_range(
    low: float, high: float, room: float, inner: Sequence[Spread]
) -> tuple[float, float]:
    """How far down and up a fan is shown beside values from `low` to `high`.

    Args:
        inner: Those of which the band of 50 per cent is shown.
    """
    beyond, most = _FAN_BEYOND * room, _INNER_BEYOND * room
    foot = min((each.p25 for each in inner), default=low)
    top = max((each.p75 for each in inner), default=high)
    return (
        min(low - beyond, max(foot, low - most)),
        max(high + beyond, min(top, high + most)),
    )


def is_foretold(status: Status) -> bool:
    """Whether there is a forecast of values or of days, and not a reason for none."""
    found = status.forecast
    return found is not None and bool(found.on_goal_day or found.goal_day)


def median_day(status: Status) -> date | None:
    """The day on which the median reaches the goal; None: not within the horizon."""
    days = status.forecast.goal_day if status.forecast else None
    return days.p50 if days else None


def _median_shown(status: Status, last: date, room: timedelta) -> date:
    """The last day of a picture that shows the median day, unless that is far off."""
    median = median_day(status)
    if median and median <= last + room:
        return max(last, median)
    horizon = status.forecast.horizon if status.forecast else None
    if status.now.due or horizon is None:
        return last
    # Without a goal day the fan has no other end, and beyond its horizon no days.
    return max(last, min(last + room, horizon))


def _days_shown(status: Status) -> list[date]:
    if status.period:
        return [status.period.start, status.period.end]
    standings = [each for each in (status.now, status.first) if each]
    baseline = status.now.statement.baseline
    days = [baseline.on if baseline else status.statements[0].stated]
    days += [place.on for place in status.points]
    days += [each.due for each in standings if each.due]
    days += [one.by for each in standings for one in each.statement.checkpoints]
    days += [each.stated for each in status.statements[1:]]
    if status.now.due is None:
        days.append(max(status.as_of, days[0]))
    return days
