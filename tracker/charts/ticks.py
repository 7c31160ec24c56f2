"""Few round values and days for the edges of a panel."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date, timedelta

# Months between two ticks; below a month, days.
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
_DAY_STEPS = (1, 2, 5, 7, 14)


def value_ticks(low: float, high: float, most: int) -> list[float]:
    """Round values from low to high: steps of 1, 2 or 5 times a power of ten."""
    least = (high - low) / max(most, 1)
    power = 10.0 ** math.floor(math.log10(least))
    step = next(each * power for each in (1, 2, 5, 10) if each * power >= least * 0.999)
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    # Through decimal digits, so that 3 x 0.1 is shown as 0.3.
    return [float(f"{each * step:.12g}") for each in range(first, last + 1)]


def day_ticks(first: date, last: date, most: int) -> list[date]:
    """Days from first to last: first days of months or years, or every few days."""
    days = (last - first).days
    if days / 31 < 2.5:
        return _every_days(first, last, most)
    for months in _MONTH_STEPS:
        found = list(_months(first, last, months))
        if len(found) <= max(most, 1):
            return found
    return [first]


def _every_days(first: date, last: date, most: int) -> list[date]:
    days = (last - first).days
    step = next((each for each in _DAY_STEPS if days / each < most), 31)
    return [first + timedelta(days=each) for each in range(0, days + 1, step)]


def _months(first: date, last: date, step: int) -> Iterator[date]:
    """First days of every so many months, counted from January of year 0."""
    number = first.year * 12 + first.month - 1 + (first.day > 1)
    number += -number % step
    while number <= last.year * 12 + last.month - 1:
        yield date(number // 12, number % 12 + 1, 1)
        number += step
