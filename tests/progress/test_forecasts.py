"""Which targets are forecast, and which are not and why."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.builders import (
    a_baseline,
    a_goal,
    a_ledger,
    a_statement,
    a_target,
    an_actual,
    day,
    done,
)
from tests.progress.strategies import cases
from tracker.progress.forecasts import fan, with_forecasts
from tracker.progress.status import status

AS_OF = "2024-07-01"
STEADY = (("2024-03-01", 18), ("2024-05-01", 34), ("2024-06-01", 43))


def held(**fields):
    return a_statement(
        measure="level", **{"baseline": None, "goal": a_goal(60)} | fields
    )


def reported(*pairs):
    return a_ledger(*(an_actual(on, value) for on, value in pairs))


def forecast_of(statement, *pairs, as_of=AS_OF):
    found = status(a_target(statement), reported(*pairs), day(as_of))
    return with_forecasts([found])[0].forecast


@pytest.mark.parametrize(
    ("statement", "pairs", "why"),
    [
        pytest.param(a_statement(), [], "few-reports", id="only the baseline"),
        pytest.param(held(), [], "few-reports", id="no reading"),
        pytest.param(held(), [("2024-03-01", 50)], "few-reports", id="one reading"),
        pytest.param(
            held(baseline=a_baseline(70), direction="increase"),
            [("2024-03-01", 50)],
            "few-reports",
            id="one reading of a level kept from its baseline on",
        ),
        pytest.param(
            a_statement(), [("2024-03-01", 0)], "all-equal", id="nothing done yet"
        ),
        pytest.param(a_statement(), [("2024-03-01", 100)], "goal-met", id="met"),
        pytest.param(
            held(goal=a_goal(60, None)),
            [("2024-03-01", 50), ("2024-04-01", 61)],
            "goal-met",
            id="an undated level that meets its line",
        ),
        pytest.param(
            a_statement(goal=a_goal(100, "2024-06-30")),
            STEADY,
            "goal-day-past",
            id="the goal day was yesterday",
        ),
        pytest.param(
            a_statement(goal=a_goal(100, AS_OF)),
            [*STEADY, (AS_OF, 50)],
            "goal-day-past",
            id="the goal day's own report is in",
        ),
    ],
)
def test_why_nothing_is_forecast(statement, pairs, why):
    found = forecast_of(statement, *pairs)

    assert found.why == why
    assert (found.chance, found.on_goal_day, found.goal_day) == (None, None, None)


def test_a_milestone_is_not_forecast():
    target = a_target(a_statement(measure="milestone"))

    (found,) = with_forecasts([status(target, [done("2024-03-01")], day(AS_OF))])

    assert found.forecast.why == "milestone"


def test_the_baseline_is_the_first_report():
    assert forecast_of(a_statement(), *STEADY).reports == 4


def test_the_last_report_of_a_day_counts():
    twice = forecast_of(a_statement(), ("2024-03-01", 3), *STEADY)

    assert twice == forecast_of(a_statement(), *STEADY)


def test_an_undated_target_has_days_and_no_chance():
    found = forecast_of(a_statement(goal=a_goal(100, None)), *STEADY)

    assert (found.why, found.chance, found.on_goal_day) == ("undated", None, None)
    assert found.goal_day.p50 is not None


def test_a_level_to_be_kept_has_the_chance_that_it_is_met_on_its_day():
    pairs = [("2024-03-01", 64), ("2024-04-01", 61), ("2024-05-01", 63)]

    found = forecast_of(held(), *pairs)

    assert (found.why, found.reports, found.goal_day) == (None, 3, None)
    assert 0.5 < found.chance < 0.95


def test_a_level_below_the_line_it_must_keep_has_days_of_meeting_it():
    found = forecast_of(held(), ("2024-03-01", 50), ("2024-04-01", 55))

    assert found.goal_day.p50 > day(AS_OF)


def test_a_running_total_does_not_fall_even_after_two_reports():
    found = forecast_of(a_statement(), ("2024-03-01", 18))

    assert (found.reports, found.on_goal_day.p10) == (2, 18)


def test_a_running_total_that_fell_before_may_fall_again():
    found = forecast_of(a_statement(), ("2024-03-01", 40), ("2024-05-01", 20))

    assert found.on_goal_day.p10 < 20


QUEUE = a_statement(measure="level", baseline=a_baseline(100), goal=a_goal(10))
EMPTYING = (("2024-03-01", 60), ("2024-05-01", 30))


def test_what_was_never_negative_does_not_become_so():
    assert forecast_of(QUEUE, *EMPTYING).on_goal_day.p10 == 0


def test_what_was_promised_negative_may_become_so():
    below = replace(QUEUE, goal=a_goal(-10))

    assert forecast_of(below, *EMPTYING).on_goal_day.p10 < 0


def test_a_declared_bound_holds():
    bounded = replace(QUEUE, lower=5.0)

    assert forecast_of(bounded, *EMPTYING).on_goal_day.p10 == 5


# 30 a month from January on; the quota of 366 ends with the year.
QUOTA = a_statement(measure="periodic", period="year", goal=a_goal(366, None))
MONTH_BY_MONTH = [("2024-01-31", 31), ("2024-02-29", 60), ("2024-03-31", 91)]


def test_a_quota_is_forecast_from_nothing_on_the_day_before_its_period():
    found = forecast_of(QUOTA, *MONTH_BY_MONTH, as_of="2024-04-01")

    assert (found.reports, found.horizon) == (4, day("2024-12-31"))
    assert found.on_goal_day.p10 < 366 < found.on_goal_day.p90


def test_a_quota_knows_nothing_of_the_period_before():
    year_before = ("2023-12-31", 1000)
    quota = a_statement(
        measure="periodic", period="year", stated="2023-01-01", goal=a_goal(366, None)
    )

    found = forecast_of(quota, year_before, *MONTH_BY_MONTH, as_of="2024-04-01")

    assert found == forecast_of(QUOTA, *MONTH_BY_MONTH, as_of="2024-04-01")


@pytest.mark.parametrize(
    ("goal", "horizon"),
    [
        pytest.param(a_goal(), "2025-12-31", id="365 days after the goal day"),
        pytest.param(a_goal(100, None), "2025-05-01", id="undated: twice 152 days"),
        pytest.param(a_goal(100, "2032-12-31"), "2034-07-01", id="ten years at most"),
    ],
)
def test_how_far_ahead_is_looked(goal, horizon):
    assert forecast_of(a_statement(goal=goal), *STEADY).horizon == day(horizon)


def test_no_day_lies_beyond_the_horizon():
    crawling = [("2024-03-01", 2), ("2024-05-01", 4), ("2024-06-01", 5)]

    found = forecast_of(a_statement(), *crawling)

    assert (found.chance, found.goal_day.p90) == (0.05, None)


def test_statuses_keep_their_order_and_are_otherwise_unchanged():
    targets = [a_target(), a_target(a_statement(measure="milestone")), a_target()]
    found = [status(each, [], day(AS_OF)) for each in targets]

    forecast = with_forecasts(found)

    assert [each.forecast.why for each in forecast] == [
        "few-reports",
        "milestone",
        "few-reports",
    ]
    assert [replace(each, forecast=None) for each in forecast] == found


def test_later_actuals_never_change_an_earlier_forecast():
    later = (*STEADY, ("2024-08-01", 99))

    assert forecast_of(a_statement(), *later) == forecast_of(a_statement(), *STEADY)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(cases())
def test_any_target_has_a_forecast_or_a_reason(case):
    found = status(*case)

    (forecast,) = (each.forecast for each in with_forecasts([found]))

    assert (forecast.chance is None) == (forecast.why is not None)
    assert (forecast.on_goal_day is None) == (forecast.chance is None)
    assert [each.spread.p50 for each in fan(found)][-1:] == [
        pytest.approx(spread.p50) for spread in [forecast.on_goal_day] if spread
    ]


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param(a_statement(goal=a_goal(100, None)), id="undated"),
        pytest.param(a_statement(goal=a_goal(40)), id="met"),
    ],
)
def test_no_fan_where_no_value_is_forecast_on_the_goal_day(statement):
    assert fan(status(a_target(statement), reported(*STEADY), day(AS_OF))) == ()


def test_a_fan_over_few_days_has_each_of_them():
    soon = a_target(a_statement(goal=a_goal(100, "2024-06-04")))

    days = fan(status(soon, reported(*STEADY), day("2024-06-01")))

    assert [each.on.day for each in days] == [1, 2, 3, 4]


def test_a_fan_opens_from_the_last_report_to_the_goal_day():
    found = status(a_target(), reported(*STEADY), day(AS_OF))
    (with_one,) = with_forecasts([found])

    days = fan(found)

    assert (days[0].on, days[0].spread.p10, days[0].spread.p90) == (
        day("2024-06-01"),
        43,
        43,
    )
    assert days[-1].on == day("2024-12-31")
    assert days[-1].spread.p50 == pytest.approx(with_one.forecast.on_goal_day.p50)
    assert len(days) == 24
