"""Totals that fall, are out of bounds, given twice, or contradicted by the parts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from tracker.domain import Actual, Direction, Kind, Measure
from tracker.progress.checks.faults import Check, Fault, Why
from tracker.progress.checks.rows import own_actuals, own_totals, row_name
from tracker.progress.contradictions import (
    Fall,
    falls,
    out_of_bounds,
    second_totals,
)
from tracker.progress.rollup import parts_against_whole
from tracker.progress.status import Status


def against_parts(status: Status) -> Iterator[Fault]:
    """A total that what the parts add up to contradicts."""
    found = parts_against_whole(status)
    if found is None or not found.contradicts:
        return
    key = status.target.key
    yield Fault(
        Check.PARTS,
        Why.PARTS_MORE if found.difference < 0 else Why.PARTS_LESS,
        row_name(key, own_actuals(status)[-1]),
        key,
        on=found.on,
        value=found.whole,
        other=found.total,
    )


def falling(status: Status) -> Iterator[Fault]:
    """Totals that go against the direction.

    A fall that was recorded on purpose has its answer: of the two rows the one that
    was recorded later carries a reason.
    """
    statement = status.statements[-1]
    key = status.target.key
    for stretch in own_totals(status):
        for fall in falls(statement, stretch):
            if not _later_row(fall).reason:
                yield _fall(key, fall, rises=statement.direction is Direction.DECREASE)


def beyond_bounds(status: Status) -> Iterator[Fault]:
    """Totals and readings outside the bounds of the latest statement."""
    statement = status.statements[-1]
    key = status.target.key
    for stretch in own_totals(status):
        for point, bound in out_of_bounds(statement, stretch):
            yield Fault(
                Check.BOUNDS,
                Why.BELOW_BOUND if point.total < bound else Why.ABOVE_BOUND,
                row_name(key, point.actual),
                key,
                on=point.on,
                value=point.total,
                other=bound,
            )


def given_twice(status: Status) -> Iterator[Fault]:
    """Two totals of one day, and the same figure added twice on one day.

    What is added twice has its answer when the items are others, or when the row that
    was recorded later carries a reason.
    """
    counting = own_actuals(status)
    milestone = status.target.measure is Measure.MILESTONE
    why = Why.DONE_AND_NOT if milestone else Why.TWO_TOTALS
    for each, other in second_totals(counting):
        if other.seq < each.seq:
            yield _twice(status, why, each, other)
    for _, same_day in groupby(counting, key=lambda each: each.on):
        added: dict[tuple[object, ...], Actual] = {}
        for each in sorted(same_day, key=lambda each: each.seq):
            if each.kind is not Kind.INCREMENT:
                continue
            other = added.setdefault((each.value, each.item), each)
            if other is not each and not each.reason:
                yield _twice(status, Why.ADDED_TWICE, each, other)


def _later_row(fall: Fall) -> Actual:
    row = fall.point.actual
    if fall.before is None or fall.before.actual.seq < row.seq:
        return row
    return fall.before.actual


def _fall(key: str, fall: Fall, *, rises: bool) -> Fault:
    point, before, last = fall
    why = Why.RISES_ABOVE if rises else Why.FALLS_BELOW
    if before is None:
        why = Why.ABOVE_BASELINE if rises else Why.BELOW_BASELINE
    return Fault(
        Check.FALLS,
        why,
        row_name(key, point.actual),
        key,
        on=point.on,
        value=point.total,
        other=last,
        beside=row_name(key, before.actual) if before else None,
        beside_on=before.on if before else None,
    )


def _twice(status: Status, why: Why, each: Actual, other: Actual) -> Fault:
    key = status.target.key
    return Fault(
        Check.TWICE,
        why,
        row_name(key, each),
        key,
        on=each.on,
        value=each.value,
        other=other.value,
        beside=row_name(key, other),
        beside_on=other.on,
    )
