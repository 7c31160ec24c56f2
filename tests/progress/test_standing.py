"""The figures of one statement: 100 over 365 days, so 20 by day 73, 40 by day 146."""

from __future__ import annotations

import pytest

from tests.builders import (
    a_baseline,
    a_goal,
    a_ledger,
    a_statement,
    a_target,
    an_actual,
    day,
    done,
    not_done,
)
from tracker.progress.status import status

DAY_73, DAY_146, DAY_219 = "2024-03-14", "2024-05-26", "2024-08-07"
GOAL_DAY, AFTER = "2024-12-31", "2025-03-01"


def standing(statement, as_of, *actuals):
    return status(a_target(statement), a_ledger(*actuals), day(as_of)).now


def test_figures_compare_running_total_and_plan_on_the_data_day():
    found = standing(a_statement(), DAY_219, an_actual(DAY_146, 30))

    assert found.expected == pytest.approx(40)
    assert found.variance == pytest.approx(-10)
    assert found.pace == pytest.approx(0.75)
    assert found.share == pytest.approx(0.3)
    assert found.days_ahead == -36  # 30 fall due on day 109.5


def test_change_is_counted_from_the_baseline():
    statement = a_statement(baseline=a_baseline(200), goal=a_goal(300))

    found = standing(statement, DAY_146, an_actual(DAY_146, 230))

    figures = (found.expected, found.pace, found.share)
    assert figures == pytest.approx((240, 0.75, 0.3))


def test_a_fall_is_counted_as_change_too():
    statement = a_statement(baseline=a_baseline(100), goal=a_goal(0))

    found = standing(statement, DAY_146, an_actual(DAY_146, 70))

    figures = (found.expected, found.variance, found.pace, found.share)
    assert figures == pytest.approx((60, 10, 0.75, 0.3))


def test_without_an_actual_only_what_is_expected_today_is_known():
    found = standing(a_statement(), DAY_73)

    assert found.expected == pytest.approx(20)
    assert found.variance is found.pace is found.share is found.days_ahead is None


def test_there_is_no_pace_where_no_change_was_expected():
    found = standing(a_statement(shape="step"), DAY_146, an_actual(DAY_73, 5))

    assert (found.expected, found.variance, found.pace) == (0, 5, None)


def test_an_undated_goal_has_a_share_and_no_pace():
    statement = a_statement(goal=a_goal(100, None))

    found = standing(statement, DAY_73, an_actual(DAY_73, 25))

    assert found.share == 0.25
    assert found.expected is found.variance is found.pace is found.days_ahead is None


def test_an_undated_goal_with_a_checkpoint_has_a_pace():
    statement = a_statement((40, DAY_146), goal=a_goal(100, None))

    found = standing(statement, DAY_73, an_actual(DAY_73, 10))

    assert (found.expected, found.pace) == pytest.approx((20, 0.5))
    assert (str(found.rating), found.due) == ("undated", None)


def test_a_level_to_be_held_has_a_variance_and_no_pace():
    statement = a_statement(measure="level", baseline=None, goal=a_goal(60))

    found = standing(statement, DAY_73, an_actual(DAY_73, 65))

    assert (found.expected, found.variance) == (60, 5)
    assert found.pace is found.share is found.days_ahead is None


def test_a_milestone_has_all_of_its_share_or_none():
    milestone = a_statement(measure="milestone")

    assert standing(milestone, DAY_73, done(DAY_73)).share == 1
    assert standing(milestone, DAY_73, not_done(DAY_73)).share == 0
    assert standing(milestone, DAY_73).share is None


@pytest.mark.parametrize(
    ("as_of", "actuals", "days_late"),
    [
        pytest.param(GOAL_DAY, [an_actual(GOAL_DAY, 100)], None, id="on the day"),
        pytest.param(AFTER, [an_actual(DAY_73, 100)], None, id="early"),
        pytest.param(AFTER, [an_actual("2025-01-01", 100)], 1, id="one day late"),
        pytest.param(
            AFTER,
            [an_actual("2025-01-10", 99), an_actual("2025-01-31", 120)],
            31,
            id="99 is not late, 120 is 31 days late",
        ),
        pytest.param(
            AFTER,
            [an_actual("2025-01-10", 100), an_actual("2025-01-31", 120)],
            10,
            id="first met 10 days late",
        ),
        pytest.param(
            AFTER,
            [
                an_actual("2025-01-10", 100),
                an_actual("2025-01-10", 90),
                an_actual("2025-01-31", 100),
            ],
            31,
            id="a day counts as it ended",
        ),
        pytest.param(
            AFTER,
            [an_actual("2025-01-10", 100), an_actual("2025-01-31", 90)],
            None,
            id="met late, lost again: missed",
        ),
        pytest.param(AFTER, [an_actual(GOAL_DAY, 99)], None, id="missed"),
    ],
)
def test_days_late_are_those_from_the_goal_day_to_the_first_that_met_it(
    as_of, actuals, days_late
):
    assert standing(a_statement(), as_of, *actuals).days_late == days_late


def test_a_goal_without_a_day_is_never_late():
    statement = a_statement(goal=a_goal(100, None))

    assert standing(statement, AFTER, an_actual(AFTER, 100)).days_late is None


CHECKPOINTS = a_statement((20, DAY_73), (40, DAY_146))


@pytest.mark.parametrize(
    ("as_of", "actuals", "upcoming", "lapsed"),
    [
        pytest.param("2024-03-13", [], 20, [], id="eve of the first"),
        pytest.param(DAY_73, [], 40, [20], id="its day, nothing known"),
        pytest.param(DAY_73, [an_actual(DAY_73, 20)], 40, [], id="20 met"),
        pytest.param(DAY_146, [an_actual(DAY_73, 20)], None, [40], id="20 met, 40 not"),
        pytest.param(DAY_146, [an_actual(DAY_73, 19)], None, [20, 40], id="none met"),
        pytest.param(DAY_219, [an_actual(DAY_219, 40)], None, [], id="met late is met"),
    ],
)
def test_a_checkpoint_lapses_on_its_day_if_its_value_is_not_met(
    as_of, actuals, upcoming, lapsed
):
    found = standing(CHECKPOINTS, as_of, *actuals)

    assert (found.next_checkpoint and found.next_checkpoint.value) == upcoming
    assert [each.value for each in found.lapsed_checkpoints] == lapsed


def test_a_standing_names_the_goal_and_day_it_is_held_against():
    found = standing(a_statement(), DAY_73)

    assert (found.goal, found.due) == (100, day(GOAL_DAY))
    assert (found.on_track, found.at_risk) == (0.95, 0.80)
