"""What the methods are given of a target: its statement in force and its data day."""

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
from tracker.domain import Direction
from tracker.progress.methods.of_status import Methods, methods_of
from tracker.progress.methods.why import Why
from tracker.progress.status import status

# 10 at the end of 2019, 20 due ten years later.
TEN_YEARS = a_statement(
    stated="2019-12-31",
    measure="level",
    baseline=a_baseline(10, "2019-12-31"),
    goal=a_goal(20, "2029-12-31"),
)
ENDS = ("2020-12-31", "2021-12-31", "2022-12-31", "2023-12-31", "2024-12-31")


def said(statement, *actuals, as_of="2024-12-31", parts=(), **labels):
    """What the methods say of a target with these actuals, given as (day, value)."""
    rows = a_ledger(*(an_actual(on, value) for on, value in actuals))
    target = a_target(statement, **labels)
    return methods_of(status(target, rows, day(as_of), parts))


def reasons(methods: Methods):
    return [each.reason for each in vars(methods).values()]


def test_a_level_that_rises_as_it_should_is_seen_by_all_four():
    # One a year, half the way; growth reached 1.5^(1/5), needed 2^(1/10).
    found = said(TEN_YEARS, *zip(ENDS, (11, 12, 13, 14, 15), strict=True))

    assert found.growth.ratio == pytest.approx(0.084472 / 0.071773, abs=1e-4)
    assert found.growth.status == "substantial_progress"
    assert found.completion.percent == 50
    assert (found.extrapolation.symbol, found.extrapolation.change) == ("sun", 1)
    # 1,827 of 3,653 days are gone, so that 15.0014 are planned: 99.99 %.
    assert found.plan_fact.percent == 100
    assert reasons(found) == [None] * 4


def test_years_from_another_day_than_a_year_end_count_days():
    # 10 on 1 July 2023, 20 on 1 July 2025; 731 days needed and 366 gone.
    statement = a_statement(
        stated="2023-07-01",
        baseline=a_baseline(10, "2023-07-01"),
        goal=a_goal(20, "2025-07-01"),
    )

    found = said(statement, ("2024-07-01", 15))

    reached = 1.5 ** (365.25 / 366) - 1
    needed = 2 ** (365.25 / 731) - 1
    assert found.growth.ratio == pytest.approx(reached / needed)


def test_less_than_a_year_of_days_is_too_soon():
    usual = a_statement(baseline=a_baseline(10))

    assert said(usual, ("2024-12-31", 50)).growth.reason is Why.TOO_SOON


def test_from_a_baseline_of_nought_there_is_no_growth():
    found = said(a_statement(), ("2024-06-30", 50))

    assert (found.growth.status, found.growth.reason) == (
        "not_available",
        Why.BASE_ZERO,
    )
    assert found.completion.percent == 50


def test_the_statement_in_force_gives_base_and_goal():
    restated = replace(TEN_YEARS, stated=day("2022-01-01"), goal=a_goal(14, None))
    target = a_target(TEN_YEARS, restated)
    rows = a_ledger(an_actual("2024-12-31", 12))

    found = methods_of(status(target, rows, day("2024-12-31")))

    assert found.completion.percent == 50
    assert found.growth.reason is Why.NO_TARGET_YEAR


def test_an_undated_goal_that_is_met_is_achieved_all_the_same():
    undated = replace(TEN_YEARS, goal=a_goal(20, None))

    found = said(undated, ("2024-12-31", 21))

    assert (found.growth.status, found.growth.score) == ("target_achieved", 5)
    assert found.plan_fact.reason is Why.NO_PLAN


def test_a_level_states_its_direction_against_baseline_and_goal():
    # To stay at or below 20; it stands at 10 and must not rise beyond.
    capped = replace(TEN_YEARS, direction=Direction.DECREASE)

    kept, lost = said(capped, ("2024-12-31", 15)), said(capped, ("2024-12-31", 25))

    assert (kept.growth.status, kept.completion.percent) == ("target_achieved", 100)
    assert (lost.growth.status, lost.completion.percent) == ("deterioration", 0)
    # 20 planned, 25 there: less is better.
    assert lost.plan_fact.percent == 80


def test_a_level_to_be_held_without_a_baseline():
    held = replace(TEN_YEARS, baseline=None, goal=a_goal(20, None))

    found = said(held, ("2024-06-30", 21))

    assert found.growth.status == "target_achieved"
    assert found.completion.reason is Why.NO_BASE
    assert found.plan_fact.percent == 105


def test_nothing_reported_is_told_by_all_four():
    assert reasons(said(TEN_YEARS)) == [Why.NO_ACTUAL] * 4


def test_milestones_have_no_official_rating():
    target = a_target(a_statement(measure="milestone"))

    found = methods_of(status(target, [done("2024-06-30")], day("2024-12-31")))

    assert reasons(found) == [Why.MILESTONE] * 4


def test_the_last_value_of_each_year_makes_the_trend():
    # 11 in June 2021 gives way to 12 at the end of it.
    values = [("2020-12-31", 11), ("2021-06-30", 30), ("2021-12-31", 12)]

    found = said(TEN_YEARS, *values, ("2022-12-31", 13))

    assert found.extrapolation.change == 1


def test_the_year_that_is_not_over_counts_by_its_days():
    # 4.5 in 4.5 years: 1,643 days from the baseline to the end of June 2024.
    values = [*zip(ENDS[:4], (11, 12, 13, 14), strict=True), ("2024-06-30", 14.5)]

    found = said(TEN_YEARS, *values, as_of="2024-07-15")

    assert found.extrapolation.change == pytest.approx(4.5 / (1643 / 365.25))


@pytest.mark.parametrize(
    ("on", "why"),
    [
        pytest.param("2021-01-01", None, id="of the year before"),
        pytest.param("2021-01-02", Why.FEW_YEARS, id="of its own year"),
    ],
)
def test_a_baseline_of_new_year_is_the_value_of_the_year_before(on, why):
    # With the baseline four values of years, or three.
    statement = replace(TEN_YEARS, baseline=a_baseline(10, on))

    found = said(statement, ("2021-12-31", 11), ("2022-12-31", 12), ("2023-12-31", 13))

    assert found.extrapolation.reason is why


def test_a_baseline_moved_behind_the_data_is_no_part_of_the_trend():
    moved = replace(
        TEN_YEARS, stated=day("2025-01-01"), baseline=a_baseline(15, "2024-12-31")
    )
    target = a_target(TEN_YEARS, moved)
    values = zip(ENDS[:4], (11, 12, 13, 14), strict=True)
    rows = a_ledger(*(an_actual(on, value) for on, value in values))

    found = methods_of(status(target, rows, day("2025-01-01")))

    assert (found.extrapolation.change, found.growth.reason) == (1, Why.TOO_SOON)


def a_quota(period, **fields):
    """100 each period, from 2020 on."""
    return a_statement(
        stated="2020-01-01",
        measure="periodic",
        period=period,
        goal=a_goal(100, None),
        **fields,
    )


def test_of_a_quota_it_is_the_period_that_counts():
    # 40 in the second quarter of 2024, of which 61 of 91 days are over.
    found = said(
        a_quota("quarter"), ("2024-03-31", 90), ("2024-05-31", 40), as_of="2024-05-31"
    )

    assert found.completion.percent == 40
    assert found.plan_fact.percent == 59.7
    assert (found.growth.reason, found.extrapolation.reason) == (Why.QUOTA, Why.QUOTA)


def test_of_a_yearly_quota_the_weather_is_that_of_the_years_over():
    values = zip(ENDS, (80, 90, 100, 110, 5), strict=True)

    found = said(a_quota("year"), *values, as_of="2024-12-31")

    assert (found.extrapolation.symbol, found.extrapolation.change) == ("sun", 10)
    assert found.completion.percent == 5


def test_a_year_that_was_not_reported_to_its_end_is_no_value():
    # Nothing is known of the last weeks of 2023, so three years are left.
    values = [*zip(ENDS[:3], (80, 90, 100), strict=True), ("2023-11-30", 70)]

    found = said(a_quota("year"), *values, as_of="2024-06-30")

    assert found.extrapolation.reason is Why.FEW_YEARS


def a_part(key, value, weight=None):
    """A part that is to reach 100, and its weight."""
    target = replace(a_target(weight=weight), key=key)
    rows = a_ledger(an_actual("2024-12-31", value)) if value is not None else []
    return status(target, rows, day("2024-12-31"))


def test_completion_of_a_parent_is_that_of_its_parts_by_weight():
    # 20 once and 80 three times; the parts add up to 100 of the 400 due.
    parts = (a_part("a", 20), a_part("b", 80, weight=3))

    found = said(a_statement(goal=a_goal(400)), parts=parts)

    assert found.completion.percent == 65
    assert found.plan_fact.percent == 25


def test_a_part_that_is_silent_leaves_its_parent_without_completion():
    parts = (a_part("a", 20), a_part("b", None))

    found = said(a_statement(), parts=parts)

    assert (found.completion.percent, found.completion.reason) == (
        None,
        Why.PART_WITHOUT,
    )
    assert found.plan_fact.percent == 20


def test_a_parent_that_reports_itself_is_measured_by_what_it_reports():
    parts = (a_part("a", 20), a_part("b", None))

    found = said(a_statement(), ("2024-12-31", 99), parts=parts)

    assert found.completion.percent == 99


def test_a_milestone_is_as_complete_as_its_parts_until_it_is_done():
    target = a_target(a_statement(measure="milestone"))
    parts = (a_part("a", 20), a_part("b", 80))

    waiting = methods_of(status(target, [], day("2024-12-31"), parts))
    over = methods_of(status(target, [done("2024-06-30")], day("2024-12-31"), parts))

    assert waiting.completion.percent == 50
    assert over.completion.reason is Why.MILESTONE


@settings(max_examples=60)
@given(cases())
def test_whatever_is_promised_and_reported_every_silence_has_a_reason(case):
    target, rows, as_of = case

    found = methods_of(status(target, rows, as_of))

    figures = (
        found.growth.ratio,
        found.completion.percent,
        found.extrapolation.symbol,
        found.plan_fact.percent,
    )
    assert [each is None for each in figures] == [
        why is not None for why in reasons(found)
    ]
