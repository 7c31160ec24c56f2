"""Years between days, months of unequal lengths, and calendars that leap."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_baseline, a_goal, a_statement, a_target, an_actual, day
from tracker.periods import (
    MONTHS,
    ONE_DAY,
    Period,
    Stretch,
    span_holding,
    spans,
    years_between,
)
from tracker.progress.status import status

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
PERIODS = st.sampled_from(Period)


@pytest.mark.parametrize(
    ("since", "until", "years"),
    [
        pytest.param("2019-12-31", "2024-12-31", 5, id="year-ends, one of them leap"),
        pytest.param("2024-12-31", "2023-12-31", -1, id="back a year"),
        pytest.param("2024-12-31", "2024-12-31", 0, id="no time at all"),
        pytest.param("2024-01-01", "2024-12-31", 365 / 365.25, id="from a 1 January"),
        pytest.param("2020-01-01", "2024-01-01", 4, id="1,461 days"),
        pytest.param("2024-12-31", "2025-12-30", 364 / 365.25, id="to a 30 December"),
    ],
)
def test_years_between_year_ends_are_whole_and_others_count_days(since, until, years):
    assert years_between(day(since), day(until)) == years


@pytest.mark.parametrize(
    ("since", "months", "until"),
    [
        ("2024-01-31", 1, "2024-02-29"),
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2024-03-31", 1, "2024-04-30"),
        ("2024-11-30", 3, "2025-02-28"),
        ("2024-12-31", 12, "2025-12-31"),
        ("2100-01-31", 1, "2100-02-28"),
    ],
)
def test_a_month_after_its_last_day_is_the_last_day_of_the_next(since, months, until):
    assert Stretch(months=months).after(day(since)) == day(until)


@given(DAYS, DAYS, st.integers(0, 40))
def test_what_begins_earlier_never_ends_later(one, other, months):
    first, second = sorted([one, other])
    stretch = Stretch(months=months)

    assert first <= stretch.after(first) <= stretch.after(second)


@given(DAYS, st.integers(0, 1500), PERIODS)
def test_every_day_belongs_to_one_span_and_none_is_between(since, days, period):
    until = date.fromordinal(since.toordinal() + days)

    found = spans(since, until, period)

    assert since in found[0]
    assert until in found[-1]
    for one, following in pairwise(found):
        assert following.start == one.end + ONE_DAY
    for span in found:
        assert (
            span_holding(span.start, period) == span == span_holding(span.end, period)
        )
        assert span.start.day == 1
        assert (span.start.month - 1) % MONTHS[period] == 0


@pytest.mark.parametrize(
    ("on", "period", "length"),
    [
        ("2024-02-29", "month", 29),
        ("2023-02-28", "month", 28),
        ("2024-02-29", "quarter", 91),
        ("2024-12-30", "year", 366),
        # By ISO's weeks 3 January 2021 is of week 53 of 2020, 30 December 2024 of 2025.
        ("2021-01-03", "year", 365),
        ("2021-01-03", "month", 31),
    ],
)
def test_a_period_is_the_calendars_and_never_one_of_weeks(on, period, length):
    span = span_holding(day(on), Period(period))

    assert day(on) in span
    assert span.start.year == day(on).year
    assert span.days == length


def test_a_plan_from_a_leap_day_counts_that_day_once():
    # 366 days from 29 February 2024 to 1 March 2025, a third of them by 30 June 2024.
    begun = a_statement(
        goal=a_goal(366, "2025-03-01"), baseline=a_baseline(0, "2024-02-29")
    )

    found = status(a_target(begun), [an_actual("2024-06-30", 122)], day("2024-06-30"))

    assert found.now.expected == 122
    assert found.now.days_ahead == 0
