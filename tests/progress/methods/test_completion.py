"""Completion: both branches, the bounds, whole numbers, and parents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.progress.methods.completion import completion, weighted

FIGURES = st.integers(-1000, 1000).map(lambda tenths: tenths / 10)
UP = st.booleans()


@pytest.mark.parametrize(
    ("initial", "actual", "target", "percent"),
    [
        pytest.param(0, 105, 217, 48, id="105 of 217 is 48.39"),
        pytest.param(40, 62.5, 80, 56, id="22.5 of 40 is 56.25"),
        pytest.param(0, 1, 8, 13, id="12.5 is rounded up"),
        pytest.param(0, 2.9, 200, 1, id="1.45"),
        pytest.param(0, 30, 20, 100, id="beyond the target"),
        pytest.param(10, 5, 20, 0, id="worse than at first"),
        pytest.param(20, 20, 20, 100, id="kept where it was"),
        pytest.param(20, 19, 20, 0, id="not kept"),
        pytest.param(30, 25, 20, 100, id="met at first, and still"),
        pytest.param(30, 19, 20, 0, id="met at first, and no more"),
    ],
)
def test_where_more_is_better(initial, actual, target, percent):
    assert completion(initial, actual, target).percent == percent


@pytest.mark.parametrize(
    ("initial", "actual", "target", "percent"),
    [
        pytest.param(100, 75, 50, 50, id="half the way down"),
        pytest.param(100, 120, 50, 0, id="risen instead"),
        pytest.param(100, 40, 50, 100, id="beyond the target"),
        pytest.param(50, 50, 50, 100, id="kept where it was"),
        pytest.param(40, 45, 50, 100, id="met at first, and still"),
        pytest.param(40, 51, 50, 0, id="met at first, and no more"),
    ],
)
def test_where_less_is_better(initial, actual, target, percent):
    assert completion(initial, actual, target, increase=False).percent == percent


@pytest.mark.parametrize(
    ("actual", "percent"),
    [pytest.param(-5, -50, id="below"), pytest.param(12.5, 125, id="beyond")],
)
def test_the_bounds_can_be_left_out(actual, percent):
    assert completion(0, actual, 10, bounded=False).percent == percent


def test_a_half_below_nought_is_rounded_away_from_it():
    assert completion(0, -1, 8, bounded=False).percent == -13


def test_the_figure_before_it_is_rounded_is_kept():
    assert completion(0, 105, 217).unrounded == pytest.approx(48.387, abs=0.0005)


def test_halves_are_those_of_the_figures_as_typed():
    # 0.145 of 1 is 14.5 exactly, and 14.499999999999998 in binary.
    assert completion(0, 0.145, 1).percent == 15


@pytest.mark.parametrize(
    ("initial", "actual", "why"),
    [(0, None, "no-actual"), (None, 5, "no-base"), (None, None, "no-actual")],
)
def test_what_is_not_known_has_no_rate(initial, actual, why):
    found = completion(initial, actual, 10)

    assert (found.percent, found.unrounded, found.reason) == (None, None, why)


def rate(percent):
    return completion(0, percent, 100)


def test_the_rate_of_a_parent_is_the_weighted_mean_of_its_parts():
    # 20 once and 80 three times are 260, of four.
    assert weighted([(rate(20), 1), (rate(80), 3)]).percent == 65


def test_the_mean_is_that_of_unrounded_parts():
    # 12.4 and 12.6 are 12 and 13, and 12.5 together: 13.
    assert weighted([(rate(12.4), 1), (rate(12.6), 1)]).percent == 13


def test_a_parent_of_a_silent_part_has_no_rate():
    silent = completion(0, None, 10)

    found = weighted([(rate(20), 1), (silent, 1)])

    assert (found.percent, found.reason) == (None, "part-without")


@given(FIGURES, FIGURES, FIGURES, UP)
def test_a_rate_lies_between_0_and_100(initial, actual, target, increase):
    found = completion(initial, actual, target, increase=increase)

    assert 0 <= found.percent <= 100


@given(FIGURES, FIGURES, FIGURES)
def test_less_is_better_is_more_is_better_in_the_mirror(initial, actual, target):
    mirrored = completion(-initial, -actual, -target, increase=False)

    assert mirrored == completion(initial, actual, target)


@given(FIGURES, FIGURES, FIGURES, UP)
def test_another_unit_changes_no_rate(initial, actual, target, increase):
    figures = (initial, actual, target)

    scaled = completion(*[each * 4 for each in figures], increase=increase)

    assert scaled == completion(*figures, increase=increase)
