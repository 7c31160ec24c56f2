"""The actuals of several parts as those of a whole: sums, of levels means by weight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain import Actual, Evidence, Kind, Measure, Statement, Target, exact
from tracker.periods import Period, span_holding
from tracker.progress.totals import Point, end_of_days, points

if TYPE_CHECKING:
    from tracker.progress.status import Status

# The place of an actual that was worked out and stands in no ledger.
NO_ROW = 0


def that_count(target: Target, parts: Sequence[Status]) -> tuple[Status, ...]:
    """The parts that add up: of the target's measure, period, direction and unit."""
    return tuple(each for each in parts if _alike(each.target.first, target.first))


def summed(target: Target, parts: Sequence[Status]) -> tuple[Actual, ...]:
    """What the parts add up to: a total for each day on which one of them reported.

    A part that has not reported stands at its baseline and adds nothing to it; a
    quota is summed period by period. Levels have a mean from the day on which every
    part has a reading. The evidence is the weakest among what counts on the day, the
    source that of all of it, or None.

    Args:
        parts: Those that count.
    """
    if target.measure is Measure.MILESTONE:
        return ()
    period = target.first.period
    levels = target.measure is Measure.LEVEL
    reports = sorted(_reports(parts, period), key=attrgetter("on", "place"))
    stretches = groupby(reports, key=lambda each: _begin(each.on, period))
    return tuple(
        actual
        for _, stretch in stretches
        for actual in _totals(_Tally(parts, levels=levels), stretch)
    )


class _Report(NamedTuple):
    """The running total of a part at the end of a day; `place` is the part's."""

    on: date
    place: int
    point: Point


class _Tally:
    """The latest figure of each part, and what they add up to."""

    def __init__(self, parts: Sequence[Status], *, levels: bool) -> None:
        one = Decimal(1)
        labels = [each.target.labels for each in parts]
        self._weights = [exact(each.weight or 1) if levels else one for each in labels]
        self._divisor = sum(self._weights) if levels else one
        self._figures = [
            Decimal(0) if levels else exact(each.statements[-1].start) for each in parts
        ]
        self._total = sum(self._figures, Decimal(0))
        self._latest: dict[int, Actual] = {}
        self._needed = len(parts) if levels else 1

    def add(self, report: _Report) -> None:
        """Put the figure of a part in the place of the one before it."""
        place, (_, total, actual) = report.place, report.point
        figure = exact(total) * self._weights[place]
        self._total += figure - self._figures[place]
        self._figures[place] = figure
        self._latest[place] = actual

    def actual(self, on: date) -> Actual | None:
        """What the parts add up to; None while a level has no mean."""
        if len(self._latest) < self._needed:
            return None
        total = float(self._total / self._divisor)
        found = {each.evidence for each in self._latest.values()}
        weakest = next(each for each in Evidence if each in found)
        said = {each.source for each in self._latest.values()}
        source = said.pop() if len(said) == 1 else None
        return Actual(NO_ROW, on, Kind.TOTAL, total, weakest, source=source)


def _alike(part: Statement, whole: Statement) -> bool:
    if (part.measure, part.period, part.direction) != (
        whole.measure,
        whole.period,
        whole.direction,
    ):
        return False
    shared = part.unit.keys() & whole.unit.keys()
    units = [(part.unit[each]["other"], whole.unit[each]["other"]) for each in shared]
    return all(one == other for one, other in units) and (
        bool(shared) or not whole.unit
    )


def _begin(day: date, period: Period | None) -> date | None:
    return span_holding(day, period).start if period else None


def _reports(parts: Sequence[Status], period: Period | None) -> Iterator[_Report]:
    for place, part in enumerate(parts):
        stretches: Iterable[Sequence[Point]] = [part.points]
        if period:
            by_period = groupby(part.counting, key=lambda each: _begin(each.on, period))
            stretches = (points(0.0, each) for _, each in by_period)
        for stretch in stretches:
            yield from (_Report(each.on, place, each) for each in end_of_days(stretch))


def _totals(tally: _Tally, reports: Iterable[_Report]) -> Iterator[Actual]:
    """A total for each day of reports, which come by day."""
    for on, of_day in groupby(reports, key=attrgetter("on")):
        for each in of_day:
            tally.add(each)
        actual = tally.actual(on)
        if actual is not None:
            yield actual
