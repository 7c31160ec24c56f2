"""Figures that look as if a decimal point had been lost, or put in the wrong place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tracker.domain import Direction, Kind, Measure, Statement, exact
from tracker.periods import Period, span_holding
from tracker.progress.checks.faults import Check, Fault, Why
from tracker.progress.checks.rows import own_actuals, own_totals, row_name
from tracker.progress.plan import Plan, expected, quota_plan
from tracker.progress.status import Status
from tracker.progress.totals import Point

# A figure so many times its neighbours is doubted: a decimal point that is lost makes
# it ten times what it should be, give or take what neighbours differ by. House rule.
LEAST, MOST = 8, 12


class _Doubt(NamedTuple):
    """A figure, and the neighbour that it does not fit."""

    point: Point
    neighbour: Point


def misplaced_points(status: Status) -> Iterator[Fault]:
    """Figures 8 to 12 times those next to them, or an 8th to a 12th of them.

    Like is held against like. Readings, increments, and the totals with which the
    periods of a quota ended are doubted when they do not fit the two figures nearest
    to them; of only two figures the later one is. A total that grows by nature is
    doubted when it is so many times the one before it, and the one after it if there
    is one, and more than the plan expects on its day.

    A figure whose row carries a reason has its answer.
    """
    found = {each.point.actual.seq: each for each in _doubts(status)}
    for doubt in found.values():
        if not doubt.point.actual.reason:
            yield _fault(status.target.key, doubt)


def _doubts(status: Status) -> Iterator[_Doubt]:
    statement = status.statements[-1]
    groups = own_totals(status)
    if statement.measure is Measure.MILESTONE or not groups:
        return
    if statement.measure is Measure.LEVEL:
        yield from _unsteady(groups[0])
        return
    yield from _unsteady(
        [
            Point(each.on, each.value or 0.0, each)
            for each in own_actuals(status)
            if each.kind is Kind.INCREMENT
        ]
    )
    if statement.period is None:
        yield from _leaps(statement, status.now.plan, groups[0])
        return
    yield from _unlike_periods(status, statement.period, groups)
    for group in groups:
        span = span_holding(group[0].on, statement.period)
        plan = quota_plan(span, statement.goal.value)
        yield from _leaps(statement, plan, group)


def _unsteady(figures: Sequence[Point]) -> Iterator[_Doubt]:
    """Those of some figures of about one size that do not fit their neighbours."""
    for place, each in enumerate(figures):
        near = _nearest(figures, place)
        more = all(_is_tenfold(each, other) for other in near)
        less = all(_is_tenfold(other, each) for other in near)
        if near and (more or less):
            yield _Doubt(each, near[0])


def _nearest(figures: Sequence[Point], place: int) -> Sequence[Point]:
    """The two figures nearest to one, the one before it first; of two the earlier."""
    if len(figures) < 3:
        return figures[:place]
    first = min(max(place - 1, 0), len(figures) - 3)
    near = [*figures[first:place], *figures[place + 1 : first + 3]]
    return near[::-1] if place == len(figures) - 1 else near


def _unlike_periods(
    status: Status, period: Period, groups: Sequence[Sequence[Point]]
) -> Iterator[_Doubt]:
    """Totals of periods that are over; those still small may be unfinished."""
    last = [
        group[-1]
        for group in groups
        if group[-1].actual.kind is Kind.TOTAL
        and span_holding(group[-1].on, period).end < status.as_of
    ]
    for doubt in _unsteady(last):
        if abs(doubt.point.total) > abs(doubt.neighbour.total):
            yield doubt


def _leaps(
    statement: Statement, plan: Plan, stretch: Sequence[Point]
) -> Iterator[_Doubt]:
    """Totals that grew tenfold at once and beyond the plan."""
    after: Point | None = None
    for place in reversed(range(1, len(stretch))):
        point, before = stretch[place], stretch[place - 1]
        if point.actual.kind is not Kind.TOTAL:
            continue
        leapt = all(
            _is_further_on(statement, point, other)
            for other in (before, after)
            if other is not None
        )
        if leapt and not _foreseen(statement, plan, point):
            yield _Doubt(point, before)
        after = point


def _foreseen(statement: Statement, plan: Plan, point: Point) -> bool:
    """Whether the plan expects as much on its day."""
    due = expected(plan, point.on)
    return due is not None and statement.meets(due, point.total)


def _is_further_on(statement: Statement, point: Point, other: Point) -> bool:
    if statement.direction is Direction.DECREASE:
        return _is_tenfold(other, point)
    return _is_tenfold(point, other)


def _is_tenfold(one: Point, other: Point) -> bool:
    # Most figures are far from it, which shows without exact sums.
    if one.total * other.total <= 0 or abs(one.total) < 7 * abs(other.total):
        return False
    large, small = exact(one.total), exact(other.total)
    return LEAST * abs(small) <= abs(large) <= MOST * abs(small)


def _fault(key: str, doubt: _Doubt) -> Fault:
    point, other = doubt
    return Fault(
        Check.DECIMAL,
        Why.TENFOLD if abs(point.total) > abs(other.total) else Why.TENTH,
        row_name(key, point.actual),
        key,
        on=point.on,
        value=point.total,
        other=other.total,
        beside=row_name(key, other.actual),
        beside_on=other.on,
    )
