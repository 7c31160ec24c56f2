"""What each official method says of a target, by what its status holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.domain import Direction, Measure
from tracker.periods import ONE_DAY, Period, years_between
from tracker.progress.methods.completion import Completion, completion, weighted
from tracker.progress.methods.extrapolation import Extrapolation, extrapolation
from tracker.progress.methods.growth import Components, Growth, GrowthStatus, growth
from tracker.progress.methods.plan_fact import PlanFact, plan_fact
from tracker.progress.methods.why import Why
from tracker.progress.rating import Rating
from tracker.progress.status import Status


@dataclass(frozen=True)
class Methods:
    """The official ratings of one target, beside ours."""

    growth: Growth
    completion: Completion
    extrapolation: Extrapolation
    plan_fact: PlanFact


def methods_of(status: Status) -> Methods:
    """What each method says against the statement in force.

    Base is its baseline, target its goal, latest the running total on the data day.
    Of a quota it is the period that holds the day; only the weather looks back, over
    the years that are over.
    """
    return Methods(
        growth=_growth(status),
        completion=_completion(status),
        extrapolation=_extrapolation(status),
        plan_fact=_plan_fact(status),
    )


def _growth(status: Status) -> Growth:
    statement, actual = status.now.statement, status.actual
    if statement.measure in (Measure.MILESTONE, Measure.PERIODIC):
        milestone = statement.measure is Measure.MILESTONE
        why = Why.MILESTONE if milestone else Why.QUOTA
        return Growth(None, GrowthStatus.NOT_AVAILABLE, None, why)
    baseline, due = statement.baseline, statement.goal.by
    # Years are counted from the baseline; without one no ratio is worked out.
    begun = baseline.on if baseline else status.as_of
    found = Components(
        base_year=0,
        base=baseline.value if baseline else None,
        latest_year=years_between(begun, actual.on) if actual else 0,
        latest=actual.value if actual else None,
        target_year=years_between(begun, due) if due else None,
        target=statement.goal.value,
        increase=_increases(status),
    )
    return growth(found)


def _completion(status: Status) -> Completion:
    """Of a target that stands for its parts, the mean of theirs.

    One with actuals of its own is an indicator with an initial value and a target of
    its own, whatever share of it its parts are.
    """
    if status.parts and not _reports_itself(status):
        parts = [(_completion(each), _weight(each)) for each in status.parts]
        return weighted(parts)
    statement, actual = status.now.statement, status.actual
    if statement.measure is Measure.MILESTONE:
        return Completion(None, reason=Why.MILESTONE)
    initial = statement.baseline.value if statement.baseline else None
    return completion(
        0.0 if statement.period else initial,
        actual.value if actual else None,
        status.now.goal,
        increase=_increases(status),
    )


def _reports_itself(status: Status) -> bool:
    summed = status.rollup is not None and status.rollup.stands
    return status.actual is not None and not summed


def _weight(part: Status) -> float:
    weight = part.target.labels.weight
    return 1.0 if weight is None else weight


def _extrapolation(status: Status) -> Extrapolation:
    statement = status.now.statement
    if statement.measure is Measure.MILESTONE:
        return Extrapolation(None, reason=Why.MILESTONE)
    if statement.period not in (None, Period.YEAR):
        return Extrapolation(None, reason=Why.QUOTA)
    if status.actual is None and not statement.period:
        return Extrapolation(None, reason=Why.NO_ACTUAL)
    values = _years_over(status) if statement.period else _yearly_values(status)
    last = values[-1][0] if values else status.as_of
    due = None if statement.period else statement.goal.by
    return extrapolation(
        [(-years_between(day, last), value) for day, value in values],
        statement.goal.value,
        years_between(last, due) if due else None,
        increase=_increases(status),
    )


def _yearly_values(status: Status) -> list[tuple[date, float]]:
    """The last known value of each calendar year, on the day for which it holds.

    That of the year that is not over counts as well. A baseline is a value too; on a
    1 January it is that of the year before.
    """
    found: dict[int, tuple[date, float]] = {}
    baseline = status.now.statement.baseline
    if baseline and baseline.on <= status.points[0].on:
        found[(baseline.on - ONE_DAY).year] = (baseline.on, baseline.value)
    for point in status.points:
        found[point.on.year] = (point.on, point.total)
    return list(found.values())


def _years_over(status: Status) -> list[tuple[date, float]]:
    """What was reported of each whole year of a yearly quota."""
    return [
        (each.span.end, each.total)
        for each in status.periods
        if each.total is not None and each.rating is not Rating.UNREPORTED
    ]


def _plan_fact(status: Status) -> PlanFact:
    actual = status.actual
    if status.now.statement.measure is Measure.MILESTONE:
        return PlanFact(None, Why.MILESTONE)
    return plan_fact(
        status.now.expected,
        actual.value if actual else None,
        increase=_increases(status),
    )


def _increases(status: Status) -> bool:
    return status.now.statement.direction is Direction.INCREASE
