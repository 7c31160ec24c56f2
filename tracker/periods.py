"""Calendar arithmetic on plain dates. Both ends of a span belong to it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

# Mean lengths of a year and a month in days: the Julian year of astronomy.
YEAR_DAYS = 365.25
MONTH_DAYS = YEAR_DAYS / 12
ONE_DAY = timedelta(days=1)


class Period(StrEnum):
    """A stretch of the calendar after which a quota or a report falls due again."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


MONTHS = {Period.MONTH: 1, Period.QUARTER: 3, Period.YEAR: 12}


@dataclass(frozen=True)
class Span:
    """The days from `start` to `end`, both inclusive."""

    start: date
    end: date

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end


@dataclass(frozen=True)
class Stretch:
    """So many days, or so many months of the calendar."""

    days: int = 0
    months: int = 0

    def after(self, day: date) -> date:
        """The day that comes so much later.

        Where its month has no such day, the last one of that month.
        """
        years, month = divmod(day.month - 1 + self.months, 12)
        year, month = day.year + years, month + 1
        last = monthrange(year, month)[1]
        return date(year, month, min(day.day, last)) + timedelta(days=self.days)


# From one stocktake to the next: so far back changes are told, so far ahead what falls
# due. A quarter, as delivery units hold them: house rule.
STOCKTAKE = Stretch(months=3)


def span_holding(day: date, period: Period) -> Span:
    """The calendar month, quarter or year that holds a day."""
    months = MONTHS[period]
    first = (day.month - 1) // months * months + 1
    last = first + months - 1
    end = date(day.year, last, monthrange(day.year, last)[1])
    return Span(date(day.year, first, 1), end)


def spans(since: date, until: date, period: Period) -> list[Span]:
    """The spans from the one that holds `since` to the one that holds `until`."""
    found = [span_holding(since, period)]
    while found[-1].end < until:
        found.append(span_holding(found[-1].end + ONE_DAY, period))
    return found


def lapse_days(period: Period) -> float:
    """Days after which a report of this rhythm is stale: one and a half periods.

    Source: house rule, README "How numbers are defined".
    """
    return 1.5 * MONTHS[period] * MONTH_DAYS


def years_between(since: date, until: date) -> float:
    """Years from one day to another, negative if it is earlier.

    Whole from one 31 December to another, else days over 365.25.
    """
    if (since.month, since.day) == (until.month, until.day) == (12, 31):
        return until.year - since.year
    return (until - since).days / YEAR_DAYS
