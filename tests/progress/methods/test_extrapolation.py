"""Extrapolation: every symbol, where its column begins and ends, and gaps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.progress.methods.extrapolation import extrapolation

LINES = st.lists(st.integers(-500, 500), min_size=4, max_size=8)


def series(*values, until=2020):
    """Values of consecutive years, the last one given."""
    return [
        (until - len(values) + 1 + place, each) for place, each in enumerate(values)
    ]


# 50, 60 ... 100: ten a year, so that 150 is reached in 2025.
RISING = series(50, 60, 70, 80, 90, 100)


@pytest.mark.parametrize(
    ("target", "symbol"),
    [
        pytest.param(140, "sun", id="passed"),
        pytest.param(150, "sun", id="met to the point"),
        pytest.param(152, "sun", id="2 of 52 missing: 3.8 %"),
        pytest.param(162.5, "slightly-cloudy", id="12.5 of 62.5 missing: 20 % itself"),
        pytest.param(155, "slightly-cloudy", id="5 of 55 missing: 9.1 %"),
        pytest.param(163, "cloud", id="13 of 63 missing: 20.6 %"),
        pytest.param(1000, "cloud", id="far away"),
    ],
)
def test_a_dated_target_is_seen_from_where_the_last_years_lead(target, symbol):
    assert extrapolation(RISING, target, 2025).symbol == symbol


def test_five_per_cent_itself_is_slightly_cloudy():
    # 9.5 a year from 100 lead to 195 in ten years, 5 of 100 missing.
    rising = series(52.5, 62, 71.5, 81, 90.5, 100)

    found = extrapolation(rising, 200, 2030)

    assert (found.change, found.miss, found.symbol) == (9.5, 0.05, "slightly-cloudy")


@pytest.mark.parametrize(
    "values",
    [
        pytest.param((60, 55, 50, 45, 40, 35), id="the wrong way"),
        pytest.param((50, 70, 50, 60, 40, 50), id="nowhere"),
    ],
)
def test_no_way_towards_a_dated_target_is_a_thunderstorm(values):
    assert extrapolation(series(*values), 100, 2025).symbol == "thunderstorm"


@pytest.mark.parametrize("year", [None, 2025], ids=["constant", "dated, already met"])
@pytest.mark.parametrize(
    ("values", "symbol"),
    [
        pytest.param((100, 101, 102, 103), "sun", id="rising"),
        pytest.param((100, 90, 110, 100), "sun", id="not worsening"),
        pytest.param((106, 105, 104, 100), "slightly-cloudy", id="worsening"),
    ],
)
def test_a_target_that_is_met_is_kept_or_about_to_be_lost(year, values, symbol):
    assert extrapolation(series(*values), 100, year).symbol == symbol


@pytest.mark.parametrize(
    ("values", "symbol"),
    [
        pytest.param((90, 91, 92, 93), "cloud", id="towards"),
        pytest.param((90, 91, 92, 90), "thunderstorm", id="nowhere"),
        pytest.param((93, 92, 91, 90), "thunderstorm", id="away"),
    ],
)
def test_a_constant_target_that_is_missed(values, symbol):
    assert extrapolation(series(*values), 100).symbol == symbol


def test_less_is_better_turns_every_arrow():
    falling = series(150, 140, 130, 120, 110, 100)

    symbols = [
        extrapolation(falling, target, year, increase=False).symbol
        for target, year in ((50, 2025), (45, 2025), (0, 2025), (100, None), (90, None))
    ]

    assert symbols == ["sun", "slightly-cloudy", "cloud", "sun", "cloud"]


def test_only_the_last_five_changes_count():
    found = extrapolation([(2014, 1000), *RISING], 150, 2025)

    assert (found.change, found.symbol) == (10, "sun")


def test_four_points_are_enough_and_three_are_not():
    four = extrapolation(series(70, 80, 90, 100), 150, 2025)
    three = extrapolation(series(80, 90, 100), 150, 2025)

    assert (four.change, four.symbol) == (10, "sun")
    assert (three.symbol, three.reason) == (None, "few-years")
    assert extrapolation([], 150).reason == "few-years"


def test_a_gap_counts_as_the_years_it_spans():
    # 40 in four years, the years 2017 to 2019 without a value.
    found = extrapolation([(2014, 40), (2015, 50), (2016, 60), (2020, 100)], 150, 2025)

    assert found.change == 10


def test_part_of_a_year_counts_as_such():
    # 5 in the half of 2020 that is reported: still 10 a year.
    found = extrapolation(
        [(2017, 60), (2018, 70), (2019, 80), (2019.5, 85)], 95, 2020.5
    )

    assert (found.change, found.symbol) == (10, "sun")


@pytest.mark.parametrize(
    ("values", "symbol"),
    [
        pytest.param((70, 80, 90, 100), "cloud", id="moving towards"),
        pytest.param((100, 90, 80, 70), "thunderstorm", id="moving away"),
    ],
)
def test_a_target_year_that_has_passed_is_missed_by_the_whole_way(values, symbol):
    found = extrapolation(series(*values), 150, 2020)

    assert (found.symbol, found.miss) == (symbol, 1)


@given(LINES, st.integers(-500, 500), st.sampled_from([None, 2020, 2025, 2040]))
def test_less_is_better_is_more_is_better_in_the_mirror(values, target, year):
    mirrored = [-each for each in values]

    found = extrapolation(series(*mirrored), -target, year, increase=False)

    assert found.symbol == extrapolation(series(*values), target, year).symbol


@given(LINES, st.integers(-500, 500), st.sampled_from([None, 2025]))
def test_another_unit_changes_no_symbol(values, target, year):
    scaled = [each * 1000 for each in values]

    found = extrapolation(series(*scaled), target * 1000, year)

    assert found.symbol == extrapolation(series(*values), target, year).symbol
