"""The line that answers an entry: where the target stood, and what it reached."""

from __future__ import annotations

import pytest

from tests.builders import a_baseline, a_goal, a_withdrawal, an_actual, done
from tests.reports.cases import (
    a_milestone,
    a_quota,
    ledger_of,
    promised,
    stated,
    titled,
)
from tracker.reports.receipts import receipt

# 60 of 100 schools are due by 30 June 2024.
HALFWAY = titled(stated((60, "2024-06-30")))


def answered(target, *actuals, lang="en"):
    """The answer to the last of some entries."""
    ledger = ledger_of(target, *actuals)
    return receipt(ledger, ledger.actuals[-1], lang).replace("\u00a0", " ")


def test_the_real_case():
    schools = promised()["comfortable-schools"]

    assert answered(schools, an_actual("2024-12-31", 105)) == (
        "comfortable-schools#1: 105 of 217 schools on 31 December 2024: at risk, 23 "
        "behind plan; 48% of the goal; plan 128; of the 369 first promised: off "
        "track, 103 behind"
    )


@pytest.mark.parametrize(
    ("on", "how"),
    [
        pytest.param("2024-06-18", "12 days early", id="early"),
        pytest.param("2024-06-29", "1 day early", id="a day early"),
        pytest.param("2024-06-30", "on the day", id="on the day"),
        pytest.param("2024-07-03", "3 days late", id="late"),
    ],
)
def test_a_checkpoint_reached_is_named_with_its_days(on, how):
    answer = answered(HALFWAY, an_actual("2024-03-01", 10), an_actual(on, 60))

    assert answer.endswith(f"; checkpoint of 60 schools by 30 June 2024 reached {how}")


@pytest.mark.parametrize(
    ("lang", "how"),
    [
        (
            "kk",
            "аралық меже (60 мектеп, 2024 жылғы 30 маусымға дейін) 12 күн ерте "
            "орындалды",
        ),
        (
            "ru",
            "промежуточный рубеж (60 школ к 30 июня 2024 г.) достигнут на 12 дней "
            "раньше",
        ),
    ],
)
def test_a_checkpoint_reached_in_other_languages(lang, how):
    assert answered(HALFWAY, an_actual("2024-06-18", 60), lang=lang).endswith(how)


def test_all_checkpoints_reached_at_once_are_named():
    target = titled(stated((30, "2024-03-31"), (60, "2024-06-30")))

    answer = answered(target, an_actual("2024-04-01", 60))

    assert "30 schools by 31 March 2024 reached 1 day late" in answer
    assert "60 schools by 30 June 2024 reached 90 days early" in answer


def test_a_checkpoint_is_reached_once():
    rows = [an_actual("2024-06-18", 60), an_actual("2024-06-20", 70)]

    assert "checkpoint" not in answered(HALFWAY, *rows)


def test_a_checkpoint_not_reached_is_not_named():
    assert "checkpoint" not in answered(HALFWAY, an_actual("2024-06-18", 59))


def test_a_checkpoint_of_what_falls_is_reached_from_above():
    falling = titled(
        stated((70, "2024-06-30"), baseline=a_baseline(100), goal=a_goal(0))
    )

    answer = answered(falling, an_actual("2024-06-29", 70))

    assert answer.endswith(
        "checkpoint of 70 schools by 30 June 2024 reached 1 day early"
    )


def test_a_goal_reached_is_achieved():
    assert answered(titled(), an_actual("2024-12-01", 100)) == (
        "schools#1: 100 of 100 schools on 1 December 2024: achieved; 100% of the goal; "
        "plan 92"
    )


def test_a_withdrawal_reaches_nothing_and_leaves_what_is_known():
    rows = [an_actual("2024-06-18", 60), a_withdrawal(1, on="2024-06-18")]

    assert answered(HALFWAY, *rows) == (
        "schools#2: takes back schools#1; Nothing reported, 56 of 100 schools expected "
        "by 18 June 2024: no data"
    )


def test_a_correction_that_withdraws_nothing_may_reach_a_checkpoint():
    rows = [an_actual("2024-06-18", 40), an_actual("2024-06-18", 60, replaces=1)]

    assert answered(HALFWAY, *rows).endswith("reached 12 days early")


def test_a_milestone_is_done_without_share_or_plan():
    answer = answered(a_milestone(), done("2024-06-01"))

    assert answer == "law#1: Done on 1 June 2024: achieved"


def test_an_undated_goal_has_a_share_and_no_plan():
    undated = titled(stated(goal=a_goal(100, None)))

    assert answered(undated, an_actual("2024-06-30", 40)) == (
        "schools#1: 40 of 100 schools on 30 June 2024: undated; 40% of the goal"
    )


def test_a_level_held_has_a_plan_and_no_share():
    held = titled(stated(measure="level", baseline=None, goal=a_goal(80)))

    assert answered(held, an_actual("2024-06-30", 90)).endswith(
        "10 above plan; plan 80"
    )


def test_reading_distance_and_plan_of_a_level_add_up():
    """From 60 to 80 in 365 days: 60 + 20 x 160 / 365 = 68.767 on 9 June 2024."""
    level = titled(
        stated(measure="level", baseline=a_baseline(60), goal=a_goal(80)), key="places"
    )

    below = answered(level, an_actual("2024-06-09", 68.1))

    assert "68.1 schools on 9 June 2024" in below
    assert below.endswith("0.67 below plan; 40% of the way; plan 68.77")


def test_an_entry_of_an_earlier_period_is_answered_for_that_period():
    rows = [an_actual("2024-06-30", 60), an_actual("2024-03-31", 50)]

    assert answered(a_quota(), *rows).startswith("repairs#2: Q1 2024: 50 of 60 schools")


def test_an_entry_after_the_last_period_is_answered_for_that_period():
    ended = titled(
        stated(measure="periodic", period="quarter", goal=a_goal(60, "2024-06-30"))
    )

    answer = answered(ended, an_actual("2024-08-01", 60))

    assert answer == (
        "schools#1: Q2 2024: nothing reported, 60 schools due by 30 June 2024: "
        "unreported"
    )
