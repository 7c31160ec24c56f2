"""The path from baseline to goal: 100 over 365 days are 20 every 73 days."""

from __future__ import annotations

import pytest

from tests.builders import a_baseline, a_goal, a_statement, day
from tracker.periods import Span
from tracker.progress.plan import days_ahead, expected, plan_of, quota_plan

DAY_73, DAY_146, DAY_219 = "2024-03-14", "2024-05-26", "2024-08-07"
DAY_292, GOAL_DAY = "2024-10-19", "2024-12-31"
ONE_A_DAY = a_statement(goal=a_goal(365))
HELD = a_statement(measure="level", baseline=None, goal=a_goal(60))


@pytest.mark.parametrize(
    ("on", "value"),
    [
        pytest.param("2023-06-01", 0, id="before the baseline day: 0"),
        pytest.param("2024-01-01", 0, id="on the baseline day: 0"),
        pytest.param(DAY_73, 20, id="73 of 365 days: 20"),
        pytest.param(DAY_219, 60, id="219 of 365 days: 60"),
        pytest.param(GOAL_DAY, 100, id="on the goal day: 100"),
        pytest.param("2030-01-01", 100, id="after the goal day: 100"),
    ],
)
def test_a_plan_runs_straight_by_days(on, value):
    assert expected(plan_of([a_statement()]), day(on)) == pytest.approx(value)


@pytest.mark.parametrize(
    ("on", "value"),
    [
        pytest.param("2024-01-01", 0, id="baseline: 0"),
        pytest.param("2024-05-25", 0, id="eve of the checkpoint: still 0"),
        pytest.param(DAY_146, 40, id="day of the checkpoint: 40"),
        pytest.param("2024-12-30", 40, id="eve of the goal day: still 40"),
        pytest.param(GOAL_DAY, 100, id="goal day: 100"),
    ],
)
def test_a_step_plan_keeps_a_value_until_the_next_day_due(on, value):
    plan = plan_of([a_statement((40, DAY_146), shape="step")])

    assert expected(plan, day(on)) == value


@pytest.mark.parametrize(
    ("on", "value"),
    [
        pytest.param(DAY_73, 50, id="on the checkpoint: 50"),
        pytest.param(DAY_219, 75, id="half of the 292 days left: half of the 50"),
    ],
)
def test_a_checkpoint_bends_the_plan(on, value):
    assert expected(plan_of([a_statement((50, DAY_73))]), day(on)) == value


def test_a_falling_plan_falls():
    falling = a_statement(baseline=a_baseline(100), goal=a_goal(0))

    assert expected(plan_of([falling]), day(DAY_73)) == pytest.approx(80)


def test_a_level_to_be_held_is_expected_at_its_goal_on_every_day():
    plan = plan_of([HELD])

    assert [expected(plan, day(on)) for on in ("1999-01-01", GOAL_DAY)] == [60, 60]


def test_a_milestone_is_expected_on_its_goal_day_and_not_before():
    plan = plan_of([a_statement(measure="milestone")])

    assert [expected(plan, day(on)) for on in ("2024-12-30", GOAL_DAY)] == [0, 1]


def test_a_revised_milestone_is_still_expected_all_at_once():
    first = a_statement(measure="milestone")
    later = a_statement(measure="milestone", stated=DAY_146, goal=a_goal(1))

    assert expected(plan_of([first, later]), day(DAY_219)) == 0


def test_an_undated_goal_without_checkpoints_expects_nothing_known():
    undated = a_statement(goal=a_goal(100, None))

    assert expected(plan_of([undated]), day(DAY_73)) is None


def test_an_undated_goal_with_a_checkpoint_expects_it_from_its_day_on():
    plan = plan_of([a_statement((40, DAY_146), goal=a_goal(100, None))])

    values = [expected(plan, day(on)) for on in (DAY_73, DAY_146, "2030-01-01")]
    assert values == pytest.approx([20, 40, 40])


@pytest.mark.parametrize(
    ("on", "value"),
    [
        pytest.param("2024-03-31", 0, id="eve of the period: 0 of 30"),
        pytest.param("2024-04-01", 1, id="end of its first day: 1 of 30"),
        pytest.param("2024-04-15", 15, id="15 of 30 days"),
        pytest.param("2024-04-30", 30, id="last day: all 30"),
        pytest.param("2024-05-10", 30, id="later: 30"),
    ],
)
def test_a_quota_is_due_in_equal_parts_day_by_day(on, value):
    april = Span(day("2024-04-01"), day("2024-04-30"))

    assert expected(quota_plan(april, 30), day(on)) == value


@pytest.mark.parametrize(
    ("on", "value"),
    [
        pytest.param(DAY_73, 73, id="before the revision: the first plan, 1 a day"),
        pytest.param("2024-07-01", 182, id="on its day: what was expected then"),
        pytest.param("2024-07-02", 184, id="a day after: 2 a day"),
        pytest.param(GOAL_DAY, 548, id="goal day: 182 + 183 x 2"),
    ],
)
def test_a_revision_keeps_the_course_up_to_its_day(on, value):
    revised = a_statement(stated="2024-07-01", goal=a_goal(548))

    assert expected(plan_of([ONE_A_DAY, revised]), day(on)) == value


def test_a_second_revision_goes_on_from_the_first():
    faster = a_statement(stated="2024-07-01", goal=a_goal(548))
    slower = a_statement(stated="2024-07-11", goal=a_goal(375, "2024-12-31"))

    # 182 + 10 x 2 = 202 on 11 July, then 173 in 173 days.
    plan = plan_of([ONE_A_DAY, faster, slower])
    values = [expected(plan, day(on)) for on in ("2024-07-06", "2024-07-21")]
    assert values == pytest.approx([192, 212])


@pytest.mark.parametrize(
    ("on", "value"),
    [
        pytest.param("2024-07-01", 91, id="not the 182 expected then"),
        pytest.param("2024-10-01", 91, id="nothing more is due"),
        pytest.param("2024-04-01", 45.5, id="straight to it: 91 days of 182"),
    ],
)
def test_a_lowered_goal_holds_down_what_was_expected(on, value):
    lowered = a_statement(stated="2024-07-01", goal=a_goal(91))

    assert expected(plan_of([ONE_A_DAY, lowered]), day(on)) == value


@pytest.mark.parametrize("stated", ["2023-05-01", "2024-01-01"])
def test_a_revision_before_anything_was_due_has_only_its_own_plan(stated):
    first = a_statement((90, DAY_73), stated="2023-01-01")
    revised = a_statement(stated=stated)

    assert expected(plan_of([first, revised]), day(DAY_73)) == pytest.approx(20)


def test_a_revision_after_its_goal_day_turns_on_the_goal_day():
    raised = a_statement(stated="2025-03-01", goal=a_goal(400))

    plan = plan_of([ONE_A_DAY, raised])
    assert [expected(plan, day(on)) for on in ("2024-12-30", GOAL_DAY)] == [364, 400]


def test_a_revision_keeps_only_its_checkpoints_still_to_come():
    revised = a_statement(
        (30, DAY_73), (292, DAY_219), stated=DAY_146, goal=a_goal(365)
    )

    plan = plan_of([ONE_A_DAY, revised])
    values = [expected(plan, day(on)) for on in (DAY_73, DAY_146, DAY_219)]
    assert values == [73, 146, 292]


def test_a_revision_keeps_the_steps_of_the_plan_before_it():
    steps = a_statement((40, DAY_146), shape="step")
    straight = a_statement(stated=DAY_219)

    plan = plan_of([steps, straight])
    values = [expected(plan, day(on)) for on in (DAY_73, DAY_146, DAY_219, DAY_292)]
    assert values == pytest.approx([0, 40, 40, 70])


def test_a_goal_first_undated_is_flat_until_it_gets_a_day():
    undated = a_statement(goal=a_goal(100, None))
    dated = a_statement(stated=DAY_219)

    plan = plan_of([undated, dated])
    values = [expected(plan, day(on)) for on in (DAY_219, DAY_292, GOAL_DAY)]
    assert values == pytest.approx([0, 50, 100])


def test_a_goal_that_loses_its_day_expects_nothing_known():
    undated = a_statement(stated=DAY_219, goal=a_goal(100, None))

    assert expected(plan_of([a_statement(), undated]), day(DAY_73)) is None


@pytest.mark.parametrize(
    "held",
    [
        pytest.param(HELD, id="60 held, no baseline"),
        pytest.param(
            a_statement(
                measure="level",
                baseline=a_baseline(80),
                goal=a_goal(60),
                direction="increase",
            ),
            id="60 held from 80 on",
        ),
    ],
)
def test_a_level_once_held_is_raised_from_the_line_it_was_held_at(held):
    baseline = a_baseline(50)
    raised = a_statement(
        measure="level", stated=DAY_219, baseline=baseline, goal=a_goal(90)
    )

    plan = plan_of([held, raised])
    values = [expected(plan, day(on)) for on in (DAY_219, DAY_292)]
    assert values == pytest.approx([60, 75])


@pytest.mark.parametrize(
    ("total", "on", "ahead"),
    [
        pytest.param(20, DAY_73, 0, id="20 on day 73: on plan"),
        pytest.param(40, DAY_73, 73, id="40 (day 146) on day 73: 73 ahead"),
        pytest.param(20, DAY_146, -73, id="20 (day 73) on day 146: 73 behind"),
        pytest.param(0, DAY_73, -73, id="nothing: as on the baseline day"),
        pytest.param(-5, DAY_73, -73, id="less than nothing: the same"),
        pytest.param(100, DAY_292, 73, id="the goal on day 292: 73 ahead"),
        pytest.param(150, DAY_292, 73, id="beyond the goal: as on the goal day"),
        pytest.param(90, "2025-03-14", -109.5, id="90 (day 328.5) on day 438"),
    ],
)
def test_days_ahead_compares_with_the_day_the_plan_reaches_the_total(total, on, ahead):
    usual = a_statement()

    found = days_ahead(plan_of([usual]), usual, total, day(on))

    assert found == round(ahead)


@pytest.mark.parametrize(
    ("total", "ahead"),
    [
        pytest.param(20.5, 0, id="half a day: 0"),
        pytest.param(20.6, 1, id="0.6 days: 1"),
        pytest.param(21.5, 2, id="one day and a half: 2"),
        pytest.param(19.4, -1, id="0.6 days behind: -1"),
    ],
)
def test_days_ahead_are_whole_days(total, ahead):
    plan = plan_of([ONE_A_DAY])

    assert days_ahead(plan, ONE_A_DAY, total, day("2024-01-21")) == ahead


@pytest.mark.parametrize(
    ("total", "ahead"),
    [
        pytest.param(1, 73, id="1: when 40 fall due"),
        pytest.param(40, 73, id="40: the same day"),
        pytest.param(41, 292, id="41: on the goal day"),
    ],
)
def test_a_step_plan_reaches_a_total_when_the_step_falls_due(total, ahead):
    steps = a_statement((40, DAY_146), shape="step")

    assert days_ahead(plan_of([steps]), steps, total, day(DAY_73)) == ahead


def test_a_plan_at_rest_reached_its_value_when_it_came_to_rest():
    resting = a_statement((50, DAY_73), (50, DAY_146))

    assert days_ahead(plan_of([resting]), resting, 50, day(DAY_146)) == -73


def test_a_falling_plan_counts_days_ahead_the_same_way():
    falling = a_statement(baseline=a_baseline(100), goal=a_goal(0))

    assert days_ahead(plan_of([falling]), falling, 60, day(DAY_73)) == 73


def test_a_total_beyond_a_lowered_goal_counts_from_the_goal_day():
    first = a_statement((80, DAY_73))
    lowered = a_statement(stated=DAY_146, goal=a_goal(60, DAY_292))

    assert days_ahead(plan_of([first, lowered]), lowered, 70, day(DAY_219)) == 73


def test_a_jump_of_the_plan_is_reached_on_its_day():
    raised = a_statement(stated="2025-03-01", goal=a_goal(400))
    plan = plan_of([ONE_A_DAY, raised])

    assert days_ahead(plan, raised, 390, day(DAY_292)) == 73


@pytest.mark.parametrize(
    ("statement", "total"),
    [
        pytest.param(HELD, 70, id="a level that must be held"),
        pytest.param(a_statement(goal=a_goal(9, None)), 5, id="an undated goal"),
        pytest.param(a_statement(measure="milestone"), 0, id="not done, no baseline"),
        pytest.param(
            a_statement((40, DAY_73), goal=a_goal(100, None)),
            60,
            id="undated, beyond the last checkpoint",
        ),
    ],
)
def test_without_a_day_in_the_plan_days_ahead_are_not_known(statement, total):
    assert days_ahead(plan_of([statement]), statement, total, day(DAY_73)) is None


def test_a_revised_milestone_not_done_has_no_days_ahead():
    first = a_statement(measure="milestone")
    later = a_statement(measure="milestone", stated=DAY_146)

    assert days_ahead(plan_of([first, later]), later, 0, day(DAY_219)) is None


def test_a_milestone_done_early_is_ahead_of_its_goal_day():
    milestone = a_statement(measure="milestone")

    assert days_ahead(plan_of([milestone]), milestone, 1, day(DAY_292)) == 73
