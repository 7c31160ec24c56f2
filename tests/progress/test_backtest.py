"""Forecasts of the past against what came."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.builders import a_goal, a_ledger, a_statement, a_target, an_actual, day, done
from tracker.ledger import Ledger, StatementEntry, StatementKind
from tracker.progress.backtest import backtest

NOON = datetime(2024, 1, 1, 12, tzinfo=UTC)
# 2024-01-01 is the baseline; the plan runs straight to 366 on 2025-01-01: 1 a day.
ONE_A_DAY = a_statement(goal=a_goal(366, "2025-01-01"))


def a_past(statement, *pairs, key="schools"):
    target = a_target(statement)
    entry = StatementEntry(
        1, StatementKind.STATED, statement, target.labels, "", NOON, None, None, ""
    )
    actuals = a_ledger(*(an_actual(on, value) for on, value in pairs))
    return Ledger(key, (entry,), tuple(actuals))


BEHIND = (
    ("2024-01-31", 2),
    ("2024-03-01", 4),
    ("2024-03-31", 6),
    ("2024-04-30", 8),
    ("2024-05-30", 11),
)


def test_each_report_is_forecast_from_those_1_2_and_4_places_before():
    trials = backtest([a_past(ONE_A_DAY, *BEHIND)]).trials

    months = [(each.made.month, each.made.day, each.on.month) for each in trials]
    assert months == [
        *[(1, 31, 3), (1, 31, 3), (1, 31, 5)],
        *[(3, 1, 3), (3, 1, 4)],
        *[(3, 31, 4), (3, 31, 5)],
        (4, 30, 5),
    ]


def test_a_trial_holds_the_value_that_came_against_the_plan_of_its_day():
    trial = backtest([a_past(ONE_A_DAY, *BEHIND)]).trials[-1]

    assert (trial.made, trial.on) == (day("2024-04-30"), day("2024-05-30"))
    assert (trial.value, trial.line, trial.met) == (11, 150, False)
    # Two a month so far: 10 by then was likely, and 11 was more than nine in ten.
    assert trial.spread.p25 < 10 < trial.spread.p90 < 11
    assert (trial.chance, trial.covered) == (0.05, False)


def test_a_chance_of_5_per_cent_that_failed_has_a_brier_score_of_a_400th():
    barely_begun = (("2024-04-30", 0), ("2024-05-30", 1), ("2024-06-29", 2))

    found = backtest([a_past(ONE_A_DAY, *barely_begun)])

    # From 0 alone nothing is forecast; 180 were expected by 29 June.
    assert [(each.value, each.line) for each in found.trials] == [(2, 180)]
    assert found.overall.brier == pytest.approx(1 / 400)
    assert (found.overall.cases, found.overall.coverage) == (1, 1)


def test_scores_are_kept_by_target():
    others = (("2024-04-30", 0), ("2024-05-30", 1), ("2024-06-29", 2))
    pasts = [a_past(ONE_A_DAY, *BEHIND), a_past(ONE_A_DAY, *others, key="roads")]

    found = backtest(pasts)

    assert [(key, score.cases) for key, score in found.by_target.items()] == [
        ("schools", 8),
        ("roads", 1),
    ]
    assert found.overall.cases == 9


def test_the_goal_day_counts_once_a_report_of_it_or_later_is_in():
    soon = a_statement(goal=a_goal(100, "2024-03-11"))

    trials = backtest([a_past(soon, *BEHIND[:3])]).trials

    # What held on 11 March was reported on the 1st; the report of the 31st is late.
    assert [(each.made.month, each.on, each.value) for each in trials] == [
        (1, day("2024-03-01"), 4),
        (1, day("2024-03-11"), 4),
        (3, day("2024-03-11"), 4),
    ]


def test_what_the_plan_no_longer_asks_for_has_no_chance_and_counts_as_a_case():
    ahead = a_past(ONE_A_DAY, ("2024-01-31", 200), ("2024-03-01", 230))

    found = backtest([ahead])

    assert (found.trials[0].line, found.trials[0].chance) == (None, None)
    assert (found.overall.cases, found.overall.chances) == (1, 0)
    assert found.overall.brier is None


def test_a_quota_is_tried_within_its_period():
    quota = a_statement(measure="periodic", period="quarter", goal=a_goal(90, None))

    trials = backtest(
        [
            a_past(
                quota,
                ("2024-02-01", 20),
                ("2024-03-31", 70),
                ("2024-05-01", 40),
            )
        ]
    ).trials

    assert [(each.made, each.on, each.value) for each in trials] == [
        (day("2024-02-01"), day("2024-03-31"), 70)
    ]


def test_later_actuals_never_change_an_earlier_trial():
    before = backtest([a_past(ONE_A_DAY, *BEHIND)]).trials
    after = backtest([a_past(ONE_A_DAY, *BEHIND, ("2024-06-29", 300))]).trials

    assert [each for each in after if each.on < day("2024-06-29")] == list(before)


def test_nothing_to_try_has_no_score():
    milestone = a_statement(measure="milestone")
    entry = a_past(milestone).statements

    found = backtest(
        [Ledger("act", entry, (done("2024-03-01"),)), a_past(ONE_A_DAY, *BEHIND[:1])]
    )

    assert (found.trials, found.by_target, found.overall.coverage) == ((), {}, None)


def test_what_happened_after_a_day_is_not_known_by_it():
    until = backtest([a_past(ONE_A_DAY, *BEHIND)], day("2024-05-29"))

    assert until == backtest([a_past(ONE_A_DAY, *BEHIND[:-1])])
