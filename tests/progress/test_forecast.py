"""The forecast of one history: its values, its chance, its days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.progress.dense import below, parts
from tracker.progress.forecast import Question, answers, foretold, quantiles, spreads_of
from tracker.progress.histories import History

LEVELS = (0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99)
MONTHS = tuple(range(0, 300, 30))
ANY_CHANGE, RISES = st.integers(-30, 100), st.integers(0, 100)
WAVERING = ((0, 30, 61, 92, 150), (3, 1, 4, 1, 5))


@st.composite
def histories(draw, least=2, steps=ANY_CHANGE):
    """Days and values of 2 to 9 reports, not all the same, and a day after them."""
    many = draw(st.integers(least, 9))
    gaps = draw(st.lists(st.integers(1, 200), min_size=many - 1, max_size=many - 1))
    changes = draw(st.lists(steps, min_size=many - 1, max_size=many - 1).filter(any))
    days = tuple(np.cumsum([0, *gaps]).tolist())
    values = tuple(np.cumsum([draw(st.integers(0, 50)), *changes]).tolist())
    return days, values, days[-1] + draw(st.integers(1, 700))


def a_history(days, values, due, goal, **fields):
    start = date(2020, 1, 1).toordinal()
    as_of = date.fromordinal(start + days[-1])
    return History(
        **{
            "days": tuple(start + day for day in days),
            "values": values,
            "goal": goal,
            "increase": goal > values[0],
            "due": date.fromordinal(start + due),
            "met": False,
            "lower": None,
            "upper": None,
            "as_of": as_of,
            "horizon": date.fromordinal(start + due + 500),
        }
        | fields
    )


laws = settings(max_examples=60, deadline=None, derandomize=True)


@pytest.mark.parametrize(
    ("days", "values", "due"),
    [
        pytest.param((0, 90), (0, 20), 365, id="two reports"),
        pytest.param((0, 31, 59), (0, 8, 7), 120, id="three reports"),
        pytest.param(*WAVERING, 200, id="uneven gaps"),
        pytest.param((0, 10, 400, 410, 800), (9, 7, 8, 2, 3), 5000, id="long gaps"),
    ],
)
def test_quantiles_are_those_of_the_joint_distribution_written_down(days, values, due):
    mixture, freedom = parts(days, values, due)
    found = quantiles(days, values, due, LEVELS)
    median = quantiles(days, values, due, [0.5])[0]

    # The spread about the median is stretched by 0.8 + 2.5 / reports.
    plain = median + (found - median) / (0.8 + 2.5 / len(days))
    assert [below(value, mixture, freedom) for value in plain] == pytest.approx(
        LEVELS, abs=1e-7
    )


def test_a_straight_line_goes_on_as_a_straight_line():
    days = tuple(range(0, 1800, 30))

    found = quantiles(days, tuple(range(60)), 1770 + 300, [0.1, 0.5, 0.9])

    assert found[1] == pytest.approx(69, abs=0.5)  # ten months after 59
    assert 66 < found[0] < 69 < found[2] < 72


def test_what_never_changed_is_a_point():
    assert list(quantiles((0, 30, 60), (5, 5, 5), 90, LEVELS)) == [5] * 7


def test_nearer_than_two_reports_ever_were_a_value_has_gone_part_of_the_way():
    # 100 days between the reports, so a tenth of the way after 10 days.
    days, values = (0, 100, 300), (0, 50, 105)

    a_gap_later, soon = (quantiles(days, values, due, LEVELS) for due in (400, 310))

    assert list(soon) == pytest.approx([105 + (q - 105) / 10 for q in a_gap_later])


def test_nobody_expects_the_other_half_of_a_year_by_tomorrow():
    half = a_history((0, 366), (0, 105), 731, 217)

    (found,) = foretold([half])

    assert found.goal_day.p10 > half.as_of + timedelta(days=90)


def test_two_reports_leave_room_for_a_fall():
    assert quantiles((0, 30), (0, 10), 60, [0.05])[0] < 10


def test_four_reports_that_never_fell_do_not_fall():
    found = quantiles((0, 30, 60, 90), (0, 10, 11, 30), 120, LEVELS)

    assert found[0] == 30


def test_a_share_stays_within_its_bounds():
    days, values = (0, 30, 60, 90, 120), (50, 70, 65, 90, 95)

    found = quantiles(days, values, 300, LEVELS, 0, 100)

    assert (found.min() >= 0, found.max()) == (True, 100)


def test_rounding_passes_no_bound_by_a_hair():
    found = quantiles((0, 30, 60), (88.8, 94.8, 53.5), 400, LEVELS, 0, 100)

    assert (found.min(), found.max()) == (0, 100)


@pytest.mark.parametrize("size", [1e-9, 1e-3, 1e6, 1e15])
def test_very_small_and_very_large_figures_lose_nothing(size):
    days, values = WAVERING

    found = quantiles(days, [size * value for value in values], 200, LEVELS)

    assert found / size == pytest.approx(quantiles(days, values, 200, LEVELS))


@laws
@given(histories(), st.integers(-5000, 5000))
def test_moving_all_days_changes_nothing(history, by):
    days, values, due = history

    moved = quantiles([day + by for day in days], values, due + by, LEVELS)

    assert moved == pytest.approx(quantiles(days, values, due, LEVELS))


@laws
@given(histories(), st.floats(0.001, 1000), st.integers(-1000, 1000))
def test_changing_units_scales_every_value(history, factor, shift):
    days, values, due = history

    scaled = quantiles(days, [factor * (v + shift) for v in values], due, LEVELS)

    plain = quantiles(days, values, due, LEVELS)
    assert scaled == pytest.approx(factor * (plain + shift), rel=1e-6, abs=1e-6)


@laws
@given(histories())
def test_a_falling_queue_mirrors_a_rising_count(history):
    days, values, due = history

    mirrored = quantiles(days, [-value for value in values], due, LEVELS)

    assert -mirrored[::-1] == pytest.approx(quantiles(days, values, due, LEVELS))


@laws
@given(histories())
def test_values_rise_with_their_level(history):
    assert (np.diff(quantiles(*history, LEVELS)) >= 0).all()


@laws
@given(histories(least=4, steps=RISES))
def test_a_count_that_never_fell_is_never_forecast_below_its_last_value(history):
    assert quantiles(*history, LEVELS)[0] >= history[1][-1]


@laws
@given(histories(), st.floats(-200, 1000))
def test_a_chance_is_never_certainty_and_days_are_in_order(history, goal):
    asked = a_history(*history, goal)

    (found,) = foretold([asked])

    assert 0.05 <= found.chance <= 0.95
    days = [found.goal_day.p10, found.goal_day.p50, found.goal_day.p90]
    known = [day for day in days if day is not None]
    assert days[: len(known)] == known == sorted(known)
    assert all(asked.as_of <= day <= asked.horizon for day in known)


@laws
@given(histories(), st.floats(0.1, 0.9))
def test_a_value_is_passed_with_the_chance_of_its_level(history, level):
    days, values, due = history
    goal = quantiles(days, values, due, [level])[0]

    (found,) = foretold([a_history(days, values, due, goal, increase=True)])
    (mirrored,) = foretold([a_history(days, values, due, goal, increase=False)])

    if goal != values[-1]:  # where the last value bounds the rest, many share it
        assert found.chance == pytest.approx(1 - level, abs=1e-6)
        assert mirrored.chance == pytest.approx(level, abs=1e-6)


def test_the_days_are_the_first_on_which_the_chance_is_so_large():
    asked = a_history(MONTHS, (0, 11, 19, 31, 42, 48, 61, 69, 82, 90), 600, 150)

    (found,) = foretold([asked])

    for day, share in ((found.goal_day.p10, 0.1), (found.goal_day.p50, 0.5)):
        before = date.fromordinal(day.toordinal() - 1)
        (both,) = answers([Question(asked, (before, day), (150, 150))])
        assert both[0].chance < share <= both[1].chance


def test_a_goal_that_is_out_of_reach_has_no_days():
    asked = a_history(MONTHS, (0, 11, 19, 31, 42, 48, 61, 69, 82, 90), 600, 9000)

    (found,) = foretold([asked])

    assert (found.goal_day.p10, found.goal_day.p90, found.chance) == (None, None, 0.05)


def test_a_day_before_that_of_the_report_is_put_as_that_day():
    long_ago = a_history(MONTHS, (0, 11, 19, 31, 42, 48, 61, 69, 82, 90), 600, 100)
    today = date.fromordinal(long_ago.days[-1] + 200)

    (found,) = foretold([replace(long_ago, as_of=today)])

    assert (found.goal_day.p10, found.goal_day.p50) == (today, today)


@settings(max_examples=15, deadline=None, derandomize=True)
@given(st.lists(histories(), min_size=2, max_size=8), st.data())
def test_many_at_once_are_as_each_alone(several, data):
    asked = [a_history(*each, each[1][-1] + 20.5) for each in several]

    together = foretold(asked)

    for history, found in zip(asked, together, strict=True):
        (alone,) = foretold([history])
        assert found.goal_day == alone.goal_day
        assert found.chance == pytest.approx(alone.chance)
        assert vars(found.on_goal_day) == pytest.approx(vars(alone.on_goal_day))


def test_several_days_are_as_each_day_alone():
    asked = a_history(*WAVERING, 300, 20)
    days = [date.fromordinal(asked.days[-1] + more) for more in (1, 40, 150)]

    together = spreads_of(asked, days)

    for day, found in zip(days, together, strict=True):
        assert vars(found) == pytest.approx(vars(spreads_of(asked, [day])[0]))
