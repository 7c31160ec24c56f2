"""Student t distributions and mixtures of them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.progress.mixture import Mixture, below, quantiles

NUMBERS = st.floats(-100, 100)
SCALES = st.floats(0.001, 1000)


def a_mixture(*parts, freedom=5):
    """Each part a centre, a scale and a weight."""
    centre, scale, weights = np.array(parts, float).T
    return Mixture(
        centre[None], scale[None], weights[None] / weights.sum(), np.array([freedom])
    )


@pytest.mark.parametrize(
    ("freedom", "level", "table"),
    [
        pytest.param(2, 0.9, 1.8856, id="2, 90 %"),
        pytest.param(3, 0.975, 3.1824, id="3, 97.5 %"),
        pytest.param(4, 0.95, 2.1318, id="4, 95 %"),
        pytest.param(7, 0.75, 0.7111, id="7, 75 %"),
        pytest.param(10, 0.995, 3.1693, id="10, 99.5 %"),
        pytest.param(30, 0.99, 2.4573, id="30, 99 %"),
        pytest.param(60, 0.9, 1.2958, id="60, 90 %"),
        pytest.param(121, 0.975, 1.9798, id="121, 97.5 %"),
    ],
)
def test_a_single_part_is_the_printed_table_of_students_t(freedom, level, table):
    found = quantiles(a_mixture((0, 1, 1), freedom=freedom), np.array([level]))

    assert found[0, 0] == pytest.approx(table, abs=0.00006)


def test_two_parts_far_apart_share_the_levels():
    apart = a_mixture((-1000, 1, 1), (1000, 1, 3))

    # A quarter lies left: its middle is at 12.5 %; the middle of the rest at 62.5 %.
    assert quantiles(apart, np.array([0.125, 0.625])) == pytest.approx(
        np.array([[-1000, 1000]]), abs=0.001
    )


def test_a_part_narrower_than_doubles_can_tell_is_its_centre():
    assert quantiles(a_mixture((1, 1e-30, 1)), np.array([0.3]))[0, 0] == 1


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    st.lists(st.tuples(NUMBERS, SCALES, st.floats(0.01, 1)), min_size=1, max_size=6),
    st.integers(2, 90),
    st.floats(0.005, 0.995),
)
def test_a_quantile_has_its_probability_below_it(parts, freedom, level):
    mixture = a_mixture(*parts, freedom=freedom)

    found = quantiles(mixture, np.array([level]))[:, 0]

    assert below(mixture, found)[0] == pytest.approx(level, abs=1e-8)
