"""The path from the baseline by checkpoints to the goal, revisions included."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tracker.domain import Direction, Measure, Shape, Statement
from tracker.periods import ONE_DAY, Span


class Knot(NamedTuple):
    """A value the plan expects on a day; `shape` is how the plan runs up to it."""

    on: date
    value: float
    shape: Shape


class Plan(NamedTuple):
    """What is expected on each day.

    Attributes:
        start: Expected before the first knot.
        knots: By day. Two may share one day: the later one holds from that day on.
                Empty where the plan says nothing: an undated goal without checkpoints.
    """

    start: float
    knots: tuple[Knot, ...]


def plan_of(statements: Sequence[Statement]) -> Plan:
    """The plan of the last statement, on the course kept from those before it.

    Args:
        statements: One or more, by day. Not those of a periodic target.
    """
    last = statements[-1]
    if last.held:
        return Plan(last.goal.value, (Knot(date.min, last.goal.value, Shape.STEP),))
    plan = Plan(last.start, ())
    for each in statements:
        plan = Plan(each.start, _continued(plan, each))
    says_nothing = last.goal.by is None and not last.checkpoints
    return Plan(plan.start, ()) if says_nothing else plan


def quota_plan(span: Span, quota: float) -> Plan:
    """The plan of one period: its quota, day by day in equal parts.

    By the end of the first day one part is due, so the path starts the day before.
    """
    before = Knot(span.start - ONE_DAY, 0.0, Shape.LINEAR)
    return Plan(0.0, (before, Knot(span.end, quota, Shape.LINEAR)))


def expected(plan: Plan, day: date) -> float | None:
    """The plan's value on a day; None where the plan says nothing."""
    if not plan.knots:
        return None
    after = bisect_right(plan.knots, day, key=lambda knot: knot.on)
    if after == 0:
        return plan.start
    left = plan.knots[after - 1]
    if after == len(plan.knots) or plan.knots[after].shape is Shape.STEP:
        return left.value
    right = plan.knots[after]
    elapsed, length = (day - left.on).days, (right.on - left.on).days
    return left.value + (right.value - left.value) * elapsed / length


def days_ahead(
    plan: Plan, statement: Statement, total: float, data_day: date
) -> int | None:
    """The day on which the plan first reaches a total, less the data day.

    Whole days (a half to the even one), negative when behind. None for a level that
    must be held, and where the plan has no day for that total: nothing is done and no
    baseline declared.
    Source: earned schedule (Lipke 2003), measured from the baseline.
    """
    if not plan.knots or statement.held:
        return None
    reached = _day_reached(plan, statement, total)
    return None if reached is None else round(reached - data_day.toordinal())


def _day_reached(plan: Plan, statement: Statement, total: float) -> float | None:
    increases = statement.direction is Direction.INCREASE

    def reaches(value: float) -> bool:
        return value >= total if increases else value <= total

    left, last = plan.knots[0], plan.knots[-1]
    if reaches(plan.start):
        if statement.measure is Measure.PERIODIC:
            return left.on.toordinal()
        return statement.baseline.on.toordinal() if statement.baseline else None
    dated = statement.goal.by or statement.measure is Measure.PERIODIC
    if dated and not reaches(last.value):
        return last.on.toordinal()
    for right in plan.knots:
        if reaches(right.value):
            break
        left = right
    else:
        return None
    days = (right.on - left.on).days
    if right.shape is Shape.STEP or days == 0:
        return right.on.toordinal()
    part = (total - left.value) / (right.value - left.value)
    return left.on.toordinal() + part * days


def _continued(earlier: Plan, statement: Statement) -> tuple[Knot, ...]:
    """The knots of a statement, after what was already on course when it was made."""
    own = _own_knots(statement)
    goal = statement.goal
    turn = min(statement.stated, goal.by or statement.stated)
    begins = statement.baseline.on if statement.baseline else date.min
    if not earlier.knots or turn <= begins:
        return own
    kept = tuple(knot for knot in earlier.knots if knot.on < turn)
    due = expected(earlier, turn)
    assert due is not None, "a plan with knots expects something"
    beyond = max if statement.direction is Direction.DECREASE else min
    shape = earlier.knots[min(len(kept), len(earlier.knots) - 1)].shape
    turned = Knot(turn, beyond(due, goal.value), shape)
    ahead = tuple(knot for knot in own if knot.on > turn or knot.on == goal.by)
    return (*kept, turned, *ahead)


def _own_knots(statement: Statement) -> tuple[Knot, ...]:
    baseline, goal = statement.baseline, statement.goal
    if statement.held:
        return (Knot(statement.stated, goal.value, Shape.STEP),)
    milestone = statement.measure is Measure.MILESTONE
    shape = Shape.STEP if milestone else statement.shape
    knots = [Knot(each.by, each.value, shape) for each in statement.checkpoints]
    if baseline:
        knots.insert(0, Knot(baseline.on, baseline.value, shape))
    if goal.by:
        knots.append(Knot(goal.by, goal.value, shape))
    return tuple(knots)
