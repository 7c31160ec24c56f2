"""One word for where a target stands: 100 over 365 days, so 20 by day 73."""

from __future__ import annotations

import pytest

from tests.builders import (
    a_baseline,
    a_goal,
    a_statement,
    a_target,
    an_actual,
    day,
    done,
    not_done,
)
from tracker.progress.rating import Rating
from tracker.progress.status import status

DAY_73, DAY_146, DAY_219 = "2024-03-14", "2024-05-26", "2024-08-07"
EVE, GOAL_DAY, AFTER = "2024-12-30", "2024-12-31", "2025-03-01"
UNDATED = a_goal(100, None)
AT_LEAST_60 = a_statement(measure="level", baseline=None, goal=a_goal(60))
UNTIL_73_NOTHING = a_statement((0, DAY_73))


def rated(statement, as_of, *actuals):
    return status(a_target(statement), actuals, day(as_of)).rating


@pytest.mark.parametrize(
    ("value", "rating"),
    [
        pytest.param(40, "on-track", id="pace 2"),
        pytest.param(19, "on-track", id="19 of 20: pace 0.95"),
        pytest.param(18.99, "at-risk", id="18.99 of 20: just below 0.95"),
        pytest.param(16, "at-risk", id="16 of 20: pace 0.80"),
        pytest.param(15.99, "off-track", id="15.99 of 20: just below 0.80"),
        pytest.param(0, "off-track", id="reported 0: pace 0"),
        pytest.param(-5, "off-track", id="less than nothing"),
    ],
)
def test_pace_is_rated_by_its_thresholds(value, rating):
    assert rated(a_statement(), DAY_73, an_actual(DAY_73, value)) == rating


def test_a_target_may_set_its_own_thresholds():
    strict = a_target(on_track=1.0, at_risk=0.9)

    rating = status(strict, [an_actual(DAY_73, 19)], day(DAY_73)).rating

    assert rating is Rating.AT_RISK


def test_progress_is_rated_on_the_data_day_not_on_the_day_of_the_report():
    assert rated(a_statement(), DAY_146, an_actual(DAY_73, 20)) == "on-track"


def test_a_falling_target_is_rated_the_same_way():
    falling = a_statement(baseline=a_baseline(100), goal=a_goal(0))

    assert rated(falling, DAY_73, an_actual(DAY_73, 81)) == "on-track"
    assert rated(falling, DAY_73, an_actual(DAY_73, 95)) == "off-track"
    assert rated(falling, DAY_73, an_actual(DAY_73, 0)) == "achieved"


@pytest.mark.parametrize(
    ("as_of", "actuals", "rating"),
    [
        pytest.param(DAY_73, [an_actual(DAY_73, 100)], "achieved", id="goal met early"),
        pytest.param(
            AFTER, [an_actual(GOAL_DAY, 100)], "achieved", id="met on the goal day"
        ),
        pytest.param(
            AFTER,
            [an_actual(GOAL_DAY, 100), an_actual("2025-02-01", 90, seq=2)],
            "achieved",
            id="met on the goal day, lower later",
        ),
        pytest.param(
            AFTER,
            [an_actual(DAY_73, 100), an_actual(DAY_146, 90, seq=2)],
            "unreported",
            id="met once, lower by the goal day",
        ),
        pytest.param(
            AFTER, [an_actual("2025-02-01", 100)], "achieved", id="met after the day"
        ),
        pytest.param(GOAL_DAY, [an_actual(GOAL_DAY, 95)], "on-track", id="on the day"),
        pytest.param(AFTER, [an_actual(GOAL_DAY, 99)], "missed", id="99 on the day"),
        pytest.param(AFTER, [an_actual("2025-02-01", 99)], "missed", id="99 later"),
        pytest.param(AFTER, [an_actual(EVE, 99)], "unreported", id="99 on the eve"),
        pytest.param(AFTER, [], "unreported", id="nothing was ever reported"),
    ],
)
def test_the_goal_day_decides(as_of, actuals, rating):
    assert rated(a_statement(), as_of, *actuals) == rating


@pytest.mark.parametrize(
    ("as_of", "actuals", "rating"),
    [
        pytest.param(DAY_73, [], "undated", id="no actual"),
        pytest.param(AFTER, [an_actual(DAY_73, 40)], "undated", id="40 of 100"),
        pytest.param(AFTER, [an_actual(DAY_73, 100)], "achieved", id="100 of 100"),
    ],
)
def test_without_a_goal_day_there_is_no_rating_but_achieved(as_of, actuals, rating):
    assert rated(a_statement(goal=UNDATED), as_of, *actuals) == rating


@pytest.mark.parametrize(
    ("statement", "as_of", "rating"),
    [
        pytest.param(a_statement(), "2023-06-01", "not-due", id="before the baseline"),
        pytest.param(a_statement(), "2024-01-01", "not-due", id="on the baseline day"),
        pytest.param(a_statement(), "2024-01-02", "no-data", id="the day after"),
        pytest.param(a_statement(), GOAL_DAY, "no-data", id="on the goal day"),
        pytest.param(UNTIL_73_NOTHING, DAY_73, "not-due", id="no change is due yet"),
        pytest.param(UNTIL_73_NOTHING, DAY_146, "no-data", id="change is due"),
        pytest.param(a_statement(shape="step"), EVE, "not-due", id="all due at once"),
        pytest.param(
            a_statement(measure="milestone"), GOAL_DAY, "not-due", id="a milestone"
        ),
    ],
)
def test_no_actual_yet_is_not_due_or_no_data_never_off_track(statement, as_of, rating):
    assert rated(statement, as_of) == rating


@pytest.mark.parametrize(
    ("statement", "value", "rating"),
    [
        pytest.param(a_statement(shape="step"), 10, "not-due", id="nothing due yet"),
        pytest.param(
            a_statement((40, DAY_146), shape="step"),
            10,
            "at-risk",
            id="40 lapsed since",
        ),
        pytest.param(
            a_statement((40, DAY_146), shape="step"), 40, "not-due", id="40 met early"
        ),
    ],
)
def test_where_no_change_was_due_only_a_lapsed_checkpoint_counts(
    statement, value, rating
):
    assert rated(statement, DAY_219, an_actual(DAY_73, value)) == rating


@pytest.mark.parametrize(
    ("as_of", "value", "rating"),
    [
        pytest.param("2024-05-25", 20, "on-track", id="eve of the checkpoint"),
        pytest.param(DAY_146, 20, "at-risk", id="40 due today, 20 known"),
        pytest.param(DAY_146, 40, "on-track", id="40 due, 40 known"),
        pytest.param(DAY_146, 10, "off-track", id="lapsed does not improve a rating"),
        pytest.param(DAY_146, 17, "at-risk", id="at risk already"),
    ],
)
def test_a_lapsed_checkpoint_puts_at_risk(as_of, value, rating):
    statement = a_statement((40, DAY_146))

    assert rated(statement, as_of, an_actual(DAY_73, value)) == rating


@pytest.mark.parametrize(
    ("as_of", "actuals", "rating"),
    [
        pytest.param(DAY_73, [done(DAY_73)], "achieved", id="done early"),
        pytest.param(AFTER, [done("2025-02-01")], "achieved", id="done late"),
        pytest.param(DAY_73, [not_done(DAY_73)], "not-due", id="not done yet"),
        pytest.param(
            GOAL_DAY, [not_done(GOAL_DAY)], "off-track", id="not done on the day"
        ),
        pytest.param(GOAL_DAY, [not_done(DAY_73)], "not-due", id="not done long ago"),
        pytest.param(AFTER, [not_done(GOAL_DAY)], "missed", id="not done by its day"),
        pytest.param(AFTER, [not_done(DAY_73)], "unreported", id="nobody said since"),
        pytest.param(
            DAY_146, [done(DAY_73), not_done(DAY_146)], "not-due", id="undone again"
        ),
    ],
)
def test_a_milestone_is_done_or_not(as_of, actuals, rating):
    assert rated(a_statement(measure="milestone"), as_of, *actuals) == rating


def test_a_revised_milestone_not_done_is_no_more_behind_than_before():
    first = a_statement(measure="milestone")
    target = a_target(first, a_statement(measure="milestone", stated=DAY_73))

    found = status(target, [not_done(DAY_146)], day(DAY_219))

    assert found.rating is Rating.NOT_DUE


@pytest.mark.parametrize(
    ("as_of", "actuals", "rating"),
    [
        pytest.param(DAY_73, [], "no-data", id="no reading"),
        pytest.param(AFTER, [], "unreported", id="no reading, too late"),
        pytest.param(DAY_73, [an_actual(DAY_73, 60)], "on-track", id="60 holds"),
        pytest.param(DAY_73, [an_actual(DAY_73, 59)], "off-track", id="59 does not"),
        pytest.param(GOAL_DAY, [an_actual(DAY_73, 60)], "achieved", id="held so far"),
        pytest.param(GOAL_DAY, [an_actual(DAY_73, 59)], "missed", id="59 on the day"),
        pytest.param(
            AFTER,
            [an_actual(DAY_73, 60), an_actual("2025-02-01", 50, seq=2)],
            "achieved",
            id="in force on the goal day, lower later",
        ),
        pytest.param(
            AFTER,
            [an_actual(DAY_73, 50), an_actual("2025-02-01", 60, seq=2)],
            "achieved",
            id="met after its day",
        ),
    ],
)
def test_a_level_to_be_held_holds_or_does_not(as_of, actuals, rating):
    assert rated(AT_LEAST_60, as_of, *actuals) == rating


@pytest.mark.parametrize(
    ("fields", "value", "rating"),
    [
        pytest.param({"goal": a_goal(60, None)}, 70, "on-track", id="without a day"),
        pytest.param({"direction": "decrease"}, 61, "off-track", id="at most 60"),
        pytest.param({"baseline": a_baseline(60)}, 60, "on-track", id="from 60 to 60"),
        pytest.param(
            {"baseline": a_baseline(80), "direction": "increase"},
            70,
            "on-track",
            id="80 meets at least 60",
        ),
        pytest.param(
            {"baseline": a_baseline(80), "direction": "increase"},
            59,
            "off-track",
            id="from 80 to less than 60",
        ),
        pytest.param(
            {"baseline": a_baseline(50), "direction": "decrease"},
            60,
            "on-track",
            id="50 meets at most 60",
        ),
        pytest.param(
            {"baseline": a_baseline(50), "direction": "decrease"},
            61,
            "off-track",
            id="from 50 to more than 60",
        ),
    ],
)
def test_a_level_is_held_that_need_not_change(fields, value, rating):
    fields = {"baseline": None, "goal": a_goal(60)} | fields
    held = a_statement(measure="level", **fields)

    assert rated(held, DAY_73, an_actual(DAY_73, value)) == rating


def test_a_level_to_be_held_is_not_due_before_its_baseline_day():
    held = a_statement(measure="level", baseline=a_baseline(60), goal=a_goal(60))

    assert rated(held, "2024-01-01") == "not-due"
    assert rated(held, "2024-01-02") == "no-data"


def test_a_level_to_be_held_is_not_at_risk_for_a_checkpoint():
    held = a_statement((70, DAY_73), measure="level", baseline=None, goal=a_goal(60))

    assert rated(held, DAY_146, an_actual(DAY_73, 65)) == "on-track"


@pytest.mark.parametrize(
    ("rating", "line", "as_bad"),
    [
        pytest.param("off-track", "at-risk", True, id="worse"),
        pytest.param("at-risk", "at-risk", True, id="the same"),
        pytest.param("on-track", "at-risk", False, id="better"),
        pytest.param("missed", "off-track", True, id="missed is the worst"),
        pytest.param("no-data", "at-risk", False, id="not known is not bad"),
        pytest.param("at-risk", "no-data", False, id="known is not no-data"),
        pytest.param("no-data", "no-data", True, id="no-data is no-data"),
        pytest.param("unreported", "no-data", False, id="unreported is another thing"),
    ],
)
def test_ratings_compare_where_both_judge(rating, line, as_bad):
    assert Rating(rating).is_as_bad_as(Rating(line)) is as_bad
