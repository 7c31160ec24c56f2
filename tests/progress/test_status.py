"""Where one target stands on one day."""

from __future__ import annotations

import pytest

from tests.builders import (
    a_baseline,
    a_goal,
    a_ledger,
    a_statement,
    a_target,
    a_withdrawal,
    an_actual,
    day,
    done,
)
from tracker.domain import Evidence
from tracker.progress.status import status

DAY_73, DAY_146, DAY_219 = "2024-03-14", "2024-05-26", "2024-08-07"
# 1461 days are 48 months of 365.25 / 12 days: four years, one of them leap.
FOUR_YEARS_AGO, FOUR_YEARS_ON = "2020-01-01", "2028-01-01"
NEW_YEAR, HALF_YEAR_BEFORE = "2024-01-01", "2023-07-03"

# 98 schools by September, 208 by New Year, 369 by the end of 2025; then only 217.
SCHOOLS = a_target(
    a_statement(
        (98, "2024-09-01"),
        (208, "2024-12-31"),
        stated="2024-06-01",
        goal=a_goal(369, "2025-12-31"),
    ),
    a_statement(stated="2024-09-02", goal=a_goal(217, "2025-12-31")),
)
HELD = a_statement(measure="level", baseline=None, goal=a_goal(60))
OPENED_105 = [an_actual("2024-12-31", 105)]


def test_schools_at_risk_of_the_restated_promise_at_new_year():
    found = status(SCHOOLS, OPENED_105, day("2024-12-31"))

    # 98 on 1 September, (110 / 121) more on the 2nd; then to 217 in 485 days.
    assert found.now.expected == pytest.approx(128.13, abs=0.005)
    assert found.now.variance == pytest.approx(-23.13, abs=0.005)
    assert found.now.pace == pytest.approx(0.8195, abs=0.00005)
    assert found.now.share == pytest.approx(0.4839, abs=0.00005)
    assert (found.now.days_ahead, found.rating) == (-95, "at-risk")
    assert found.now.goal == 217


def test_schools_off_track_of_the_promise_as_first_stated():
    first = status(SCHOOLS, OPENED_105, day("2024-12-31")).first

    assert (first.goal, first.expected, first.rating) == (369, 208, "off-track")
    assert first.pace == pytest.approx(0.505, abs=0.0005)
    assert [each.value for each in first.lapsed_checkpoints] == [208]


def test_schools_in_august_knew_nothing_of_the_later_promise():
    found = status(SCHOOLS, OPENED_105, day("2024-08-01"))

    assert (found.now.goal, found.first, found.rating) == (369, None, "no-data")
    assert found.statements == (SCHOOLS.first,)
    assert (found.actual, found.points, found.counting) == (None, (), ())


def test_schools_unreported_once_the_goal_day_is_past():
    found = status(SCHOOLS, OPENED_105, day("2026-03-01"))

    assert (found.rating, found.first.rating) == ("unreported", "unreported")


def test_before_any_statement_the_first_one_holds():
    found = status(SCHOOLS, [], day("2023-01-01"))

    assert (found.now.statement, found.first) == (SCHOOLS.first, None)
    assert found.rating == "not-due"


def test_a_reading_names_the_last_actual_and_how_many_count():
    ledger = a_ledger(
        an_actual(DAY_73, 20),
        an_actual(DAY_146, 30, evidence=Evidence.VERIFIED),
        an_actual(DAY_146, 99),
        a_withdrawal(3),
        an_actual(DAY_219, 60),
    )

    actual = status(a_target(), ledger, day("2024-08-06")).actual

    assert (actual.value, actual.on, actual.entries) == (30, day(DAY_146), 2)
    assert actual.evidence is Evidence.VERIFIED


def test_points_are_the_running_total_after_each_actual_that_counts():
    ledger = a_ledger(
        an_actual(DAY_146, 5, kind="increment"),
        an_actual(DAY_73, 20),
        an_actual(DAY_219, 60),
    )

    found = status(a_target(), ledger, day(DAY_146))

    assert [(point.on, point.total) for point in found.points] == [
        (day(DAY_73), 20),
        (day(DAY_146), 25),
    ]
    assert [each.seq for each in found.counting] == [2, 1]


def test_only_periodic_targets_have_periods():
    found = status(a_target(), [], day(DAY_73))

    assert (found.period, found.periods) == (None, ())


@pytest.mark.parametrize(
    ("every", "as_of", "stale"),
    [
        pytest.param("month", "2024-02-15", False, id="month: 45 days are not 45.66"),
        pytest.param("month", "2024-02-16", True, id="month: 46 days are more"),
        pytest.param("quarter", "2024-05-16", False, id="quarter: 136 of 136.97"),
        pytest.param("quarter", "2024-05-17", True, id="quarter: 137 > 136.97"),
        pytest.param("year", "2025-07-01", False, id="year: 547 of 547.875"),
        pytest.param("year", "2025-07-02", True, id="year: 548 > 547.875"),
        pytest.param(None, "2034-01-01", False, id="no rhythm is never stale"),
    ],
)
def test_stale_after_one_and_a_half_of_the_rhythm(every, as_of, stale):
    target = a_target(report_every=every)

    assert status(target, [an_actual("2024-01-01", 1)], day(as_of)).stale is stale


def test_without_an_actual_nothing_is_stale():
    target = a_target(report_every="month")

    assert status(target, [], day("2024-12-31")).stale is False


def test_a_quota_is_stale_by_the_last_report_of_any_period():
    quota = a_statement(measure="periodic", period="month", stated="2024-01-01")
    target = a_target(quota, report_every="month")

    found = status(target, [an_actual("2024-01-31", 1)], day("2024-03-31"))

    assert (found.actual, found.stale) == (None, True)


LONG = a_statement(
    baseline=a_baseline(0, FOUR_YEARS_AGO), goal=a_goal(96, FOUR_YEARS_ON)
)


def rate_of(statement, as_of, *actuals):
    return status(a_target(statement), a_ledger(*actuals), day(as_of)).rate


def test_the_rates_are_changes_per_month():
    rate = rate_of(LONG, NEW_YEAR, an_actual(NEW_YEAR, 48))

    assert rate.recent == pytest.approx(1)  # 48 in 48 months
    assert rate.required == pytest.approx(1)  # 48 in the 48 months left


def test_the_recent_rate_is_that_of_the_last_half_year():
    half_year = [an_actual(HALF_YEAR_BEFORE, 36), an_actual("2023-10-01", 40)]

    rate = rate_of(LONG, NEW_YEAR, *half_year, an_actual(NEW_YEAR, 48))

    assert rate.recent == pytest.approx(12 / (182 / 30.4375))


def test_no_actual_has_no_rate_not_0():
    rate = rate_of(LONG, NEW_YEAR)

    assert (rate.recent, rate.required) == (None, None)


def test_a_single_reading_without_a_baseline_has_no_recent_rate():
    assert rate_of(HELD, DAY_73, an_actual(DAY_73, 50)).recent is None


def test_a_reading_on_the_baseline_day_has_no_recent_rate():
    rate = rate_of(LONG, NEW_YEAR, an_actual(FOUR_YEARS_AGO, 3))

    assert rate.recent is None


@pytest.mark.parametrize(
    ("statement", "as_of", "value"),
    [
        pytest.param(LONG, NEW_YEAR, 96, id="achieved"),
        pytest.param(LONG, FOUR_YEARS_ON, 48, id="the goal day has come"),
        pytest.param(a_statement(goal=a_goal(96, None)), DAY_73, 48, id="undated"),
        pytest.param(HELD, DAY_73, 75, id="a level that is kept"),
    ],
)
def test_no_rate_is_required_once_there_is_nothing_left_to_do_or_no_time(
    statement, as_of, value
):
    assert rate_of(statement, as_of, an_actual(NEW_YEAR, value)).required is None


def test_a_quota_has_its_rate_from_the_start_of_its_period():
    quota = a_statement(measure="periodic", period="year", goal=a_goal(366))

    rate = rate_of(quota, "2024-01-31", an_actual("2024-01-31", 31))

    assert rate.recent == pytest.approx(30.4375)  # one a day
    assert rate.required == pytest.approx(30.4375)  # 335 in 335 days


def test_a_milestone_has_no_rate():
    assert rate_of(a_statement(measure="milestone"), DAY_73, done(DAY_73)) is None


@pytest.mark.parametrize(
    ("value", "missing"),
    [
        pytest.param(50, (48, 48 / 12), id="48 more in the twelve months left"),
        pytest.param(98, None, id="met before its day"),
    ],
)
def test_what_the_next_checkpoint_still_needs(value, missing):
    # 1461 days are 48 months, so 365.25 are twelve.
    target = a_target(
        a_statement(
            (98, "2024-01-01"),
            baseline=a_baseline(0, FOUR_YEARS_AGO),
            goal=a_goal(200, FOUR_YEARS_ON),
        )
    )

    found = status(target, [an_actual("2022-12-31", value)], day("2023-01-01")).missing

    assert found == (missing and pytest.approx(missing, rel=0.001))


def test_nothing_is_known_to_be_missing_without_an_actual_or_a_checkpoint():
    checkpoint = a_target(a_statement((50, "2024-06-30")))

    assert status(checkpoint, [], day(DAY_73)).missing is None
    assert status(a_target(), [an_actual(DAY_73, 9)], day(DAY_73)).missing is None
