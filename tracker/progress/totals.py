"""What the actuals of one target add up to, report by report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from tracker.domain import Actual, Kind, exact
from tracker.periods import Span

by_day = attrgetter("on")


class Point(NamedTuple):
    """The running total after one actual."""

    on: date
    total: float
    actual: Actual


def in_force(actuals: Sequence[Actual]) -> tuple[Actual, ...]:
    """The actuals that count, by day and place in the ledger.

    A correction takes the place of the row it replaces, so that a corrected
    increment still comes before the total that was reported after it.

    Args:
        actuals: A ledger from its first row on, in the order of `seq`.
    """
    replacing = [each for each in actuals if each.replaces is not None]
    if not replacing:
        # Each has its own place, and a withdrawal would replace what it withdraws.
        return tuple(sorted(actuals, key=by_day))
    place: dict[int, int] = {}
    for each in replacing:
        assert each.replaces is not None, "only such were taken"
        place[each.seq] = place.get(each.replaces, each.replaces)
    replaced = {each.replaces for each in replacing}
    counting = (
        each
        for each in actuals
        if each.seq not in replaced and each.kind is not Kind.WITHDRAWAL
    )
    return tuple(
        sorted(counting, key=lambda each: (each.on, place.get(each.seq, each.seq)))
    )


def points(start: float, counting: Iterable[Actual]) -> tuple[Point, ...]:
    """The running total after each actual that reports one.

    Args:
        start: What increments count on from while no total is in.
        counting: As `in_force` gives them; for a quota those of one period.
    """
    found = []
    total = start
    # Set while increments are counted on: sums are exact, single figures are anyway.
    running: Decimal | None = None
    for each in counting:
        assert each.value is not None, "only a withdrawal has no value"
        if each.kind is Kind.INCREMENT:
            if names_only(each):
                continue
            running = (exact(total) if running is None else running) + exact(each.value)
            total = float(running)
        else:
            running, total = None, each.value
        found.append(Point(each.on, total, each))
    return tuple(found)


def names_only(actual: Actual) -> bool:
    """Whether an actual only names a unit that a total counts: +0 with an item.

    It reports no progress, so its day is no data day.
    """
    return actual.kind is Kind.INCREMENT and not actual.value and bool(actual.item)


def within(counting: Iterable[Actual], span: Span) -> tuple[Actual, ...]:
    """The actuals of the days of a span."""
    return tuple(each for each in counting if each.on in span)


def until(found: Sequence[Point], day: date) -> tuple[Point, ...]:
    """The points on or before a day."""
    return tuple(point for point in found if point.on <= day)


def end_of_days(found: Sequence[Point]) -> Iterator[Point]:
    """The last point of each day."""
    for index, point in enumerate(found):
        if index + 1 == len(found) or found[index + 1].on != point.on:
            yield point
