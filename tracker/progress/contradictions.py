"""Figures of one target that contradict each other, its direction or its bounds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from tracker.domain import Actual, Direction, Kind, Measure, Statement
from tracker.periods import Period, span_holding
from tracker.progress.totals import Point, points


class Fall(NamedTuple):
    """A running total that goes against the direction of its target.

    Attributes:
        before: The point it falls from; None where that is the baseline.
        last: The total, or baseline, that it falls from.
    """

    point: Point
    before: Point | None
    last: float


def stretches(
    statement: Statement, counting: Iterable[Actual]
) -> list[tuple[Point, ...]]:
    """The running totals: of each period of a quota, else all in one."""
    period = statement.period
    if period is None:
        return [points(statement.start, counting)]
    groups = groupby(counting, key=lambda each: _span_start(each.on, period))
    return [points(0.0, tuple(group)) for _, group in groups]


def falls(statement: Statement, stretch: Iterable[Point]) -> Iterator[Fall]:
    """The totals of a stretch that fall, of a target that goes down those that rise."""
    if statement.measure not in (Measure.CUMULATIVE, Measure.PERIODIC):
        return
    up = statement.direction is Direction.INCREASE
    before: Point | None = None
    for point in stretch:
        last = before.total if before else statement.start
        if (point.total < last) if up else (point.total > last):
            yield Fall(point, before, last)
        before = point


def out_of_bounds(
    statement: Statement, stretch: Iterable[Point]
) -> Iterator[tuple[Point, float]]:
    """The totals or readings beyond a bound (inclusive), each with that bound."""
    lower, upper = statement.lower, statement.upper
    for point in stretch:
        if lower is not None and point.total < lower:
            yield point, lower
        elif upper is not None and point.total > upper:
            yield point, upper


def second_totals(counting: Iterable[Actual]) -> Iterator[tuple[Actual, Actual]]:
    """Each total with another one of its day, where they give different figures."""
    for _, same_day in groupby(counting, key=lambda each: each.on):
        totals = [each for each in same_day if each.kind is not Kind.INCREMENT]
        for each in totals:
            others = [other for other in totals if other.value != each.value]
            if others:
                yield each, others[0]


def _span_start(day: date, period: Period) -> date:
    return span_holding(day, period).start
