"""Which targets are forecast, and which are not and why."""

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
)
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
