"""The running totals of a target day by day, as the formats of others take them."""

from __future__ import annotations

from datetime import date

from tracker.domain import Measure
from tracker.periods import span_holding
from tracker.progress.status import Status
from tracker.progress.totals import end_of_days, points, within


def readings(status: Status) -> tuple[tuple[date, float], ...]:
    """The running total at the end of each day on which something was reported.

    Of a quota that of the period which holds the day.
    """
    period = status.now.statement.period
    if period is None:
        quota = status.target.measure is Measure.MILESTONE
        start = 0.0 if quota else status.now.statement.start
        found = points(start, status.counting)
    else:
        spans = dict.fromkeys(span_holding(each.on, period) for each in status.counting)
        found = tuple(
            point
            for span in spans
            for point in points(0.0, within(status.counting, span))
        )
    return tuple((each.on, each.total) for each in end_of_days(found))
