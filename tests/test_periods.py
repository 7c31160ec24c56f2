"""Years between days."""

from __future__ import annotations

import pytest

from tests.builders import day
from tracker.periods import years_between


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
