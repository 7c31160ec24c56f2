"""Quotas that start again: 366 in leap year 2024 are 1 a day, 30 in April 1 a day."""

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
)
from tracker.periods import Span
from tracker.progress.status import status


def a_quota(value=30, by=None, **fields):
    fields = {"period": "month", "stated": "2024-04-01"} | fields
    return a_statement(measure="periodic", goal=a_goal(value, by), **fields)


def on(as_of, *actuals, statements=(), **fields):
    target = a_target(*(statements or [a_quota(**fields)]))
    return status(target, a_ledger(*actuals), day(as_of))


def earlier(found):
    return [(each.quota, each.total, str(each.rating)) for each in found.periods]


APRIL_30 = an_actual("2024-04-30", 30)
APRIL_20 = an_actual("2024-04-30", 20)
APRIL_50 = an_actual("2024-04-30", 50)


@pytest.mark.parametrize(
    ("as_of", "value", "rating", "expected"),
    [
        pytest.param("2024-04-10", 10, "on-track", 10, id="10 of 30 after 10 days"),
        pytest.param("2024-04-10", 9.5, "on-track", 10, id="pace 0.95"),
        pytest.param("2024-04-10", 8, "at-risk", 10, id="pace 0.80"),
        pytest.param("2024-04-10", 7, "off-track", 10, id="pace 0.70"),
        pytest.param("2024-04-10", 30, "achieved", 10, id="the whole quota"),
        pytest.param("2024-04-30", 29, "on-track", 30, id="29 of 30 on the last day"),
    ],
)
def test_a_quota_is_rated_within_its_period(as_of, value, rating, expected):
    found = on(as_of, an_actual(as_of, value))

    assert (found.rating, found.now.expected) == (rating, expected)
    assert found.period == Span(day("2024-04-01"), day("2024-04-30"))


def test_a_year_of_366_days_expects_one_a_day():
    found = on("2024-02-29", value=366, period="year", stated="2024-01-01")

    assert found.now.expected == 60
    assert found.rating == "no-data"


@pytest.mark.parametrize(
    ("value", "ahead"),
    [
        pytest.param(10, 0, id="10 on day 10"),
        pytest.param(25, 15, id="25 on day 10: 15 ahead"),
        pytest.param(4, -6, id="4 on day 10: 6 behind"),
        pytest.param(0, -10, id="0: as on the day before the period"),
        pytest.param(99, 20, id="beyond the quota: as on the last day"),
    ],
)
def test_days_ahead_are_counted_within_the_period(value, ahead):
    found = on("2024-04-10", an_actual("2024-04-10", value))

    assert found.now.days_ahead == ahead


def test_a_new_period_starts_again_from_nothing():
    found = on("2024-05-10", APRIL_30)

    assert found.actual is None
    assert found.now.pace is None
    assert found.rating == "no-data"


def test_increments_count_on_from_nothing_in_each_period():
    more = an_actual("2024-05-10", 5, kind="increment")

    found = on("2024-05-10", APRIL_30, more)

    assert (found.actual.value, found.actual.entries) == (5, 1)


def test_share_is_that_of_the_quota():
    assert on("2024-04-10", an_actual("2024-04-10", 15)).now.share == 0.5


@pytest.mark.parametrize(
    ("as_of", "actuals", "rating"),
    [
        pytest.param("2024-05-10", [APRIL_30], "achieved", id="30 of 30"),
        pytest.param("2024-05-10", [APRIL_20], "missed", id="20 on the last day"),
        pytest.param(
            "2024-05-10", [an_actual("2024-04-29", 20)], "unreported", id="20 before it"
        ),
        pytest.param(
            "2024-05-10",
            [an_actual("2024-04-29", 20), an_actual("2024-05-01", 0)],
            "missed",
            id="20, and a report since",
        ),
        pytest.param(
            "2024-05-10",
            [an_actual("2024-04-02", 30)],
            "achieved",
            id="30 early is enough",
        ),
        pytest.param(
            "2024-05-10",
            [an_actual("2024-05-01", 9)],
            "unreported",
            id="nothing for it",
        ),
    ],
)
def test_earlier_periods_are_achieved_missed_or_unreported(as_of, actuals, rating):
    found = on(as_of, *actuals)

    assert [str(each.rating) for each in found.periods] == [rating]


def test_a_withdrawn_actual_is_no_report_of_a_later_day():
    early = an_actual("2024-04-29", 20)

    found = on("2024-05-10", early, an_actual("2024-05-01", 9), a_withdrawal(2))

    assert earlier(found) == [(30, 20, "unreported")]


def test_every_period_since_the_first_is_listed():
    found = on("2024-07-05", APRIL_30, an_actual("2024-06-30", 10))

    assert earlier(found) == [
        (30, 30, "achieved"),
        (30, None, "unreported"),
        (30, 10, "missed"),
    ]


@pytest.mark.parametrize(
    ("carry_over", "april", "quota"),
    [
        pytest.param("none", 50, 30, id="none: 20 more change nothing"),
        pytest.param("none", 20, 30, id="none: 10 less change nothing"),
        pytest.param("surplus", 50, 10, id="surplus: 20 more are 20 less to do"),
        pytest.param("surplus", 90, 0, id="surplus: never below 0"),
        pytest.param("surplus", 20, 30, id="surplus: what is missing is forgiven"),
        pytest.param("shortfall", 20, 40, id="shortfall: 10 are added"),
        pytest.param("shortfall", 50, 30, id="shortfall: 20 more are not counted"),
    ],
)
def test_what_a_period_hands_on_to_the_next(carry_over, april, quota):
    found = on("2024-05-10", an_actual("2024-04-30", april), carry_over=carry_over)

    assert found.now.goal == quota


def test_a_carried_quota_is_what_the_next_period_is_held_against():
    found = on(
        "2024-06-10",
        APRIL_20,
        an_actual("2024-05-31", 35),
        carry_over="shortfall",
    )

    # 10 short in April make 40 for May, 35 of them done: 5 more for June.
    assert earlier(found) == [(30, 20, "missed"), (40, 35, "missed")]
    assert found.now.goal == 35


def test_a_period_not_reported_hands_on_nothing():
    found = on("2024-06-10", APRIL_20, carry_over="shortfall")

    assert earlier(found) == [(30, 20, "missed"), (40, None, "unreported")]
    assert found.now.goal == 30


def test_a_period_not_reported_to_its_end_hands_on_nothing():
    found = on("2024-05-10", an_actual("2024-04-10", 5), carry_over="shortfall")

    assert earlier(found) == [(30, 5, "unreported")]
    assert found.now.goal == 30


def test_nothing_left_to_do_is_not_due():
    found = on("2024-05-10", an_actual("2024-04-30", 90), carry_over="surplus")

    assert (found.rating, found.now.share) == ("not-due", None)


@pytest.mark.parametrize(
    ("fields", "start"),
    [
        pytest.param({}, "2024-04-01", id="that of the first statement"),
        pytest.param(
            {"baseline": a_baseline(0, "2024-02-15")},
            "2024-02-01",
            id="of the baseline",
        ),
    ],
)
def test_the_first_period_holds_the_first_day(fields, start):
    found = on("2024-05-10", **fields)

    assert found.periods[0].span.start == day(start)


def test_before_the_first_period_it_is_the_one_shown_and_not_due():
    found = on("2024-01-15")

    assert found.period.start == day("2024-04-01")
    assert (found.rating, found.now.expected) == ("not-due", 0)


def test_a_quota_is_not_due_until_its_baseline_day_is_over():
    fields = {"baseline": a_baseline(0, "2024-04-10")}

    assert on("2024-04-10", **fields).rating == "not-due"
    assert on("2024-04-11", **fields).rating == "no-data"


@pytest.mark.parametrize(
    ("actuals", "rating"),
    [
        pytest.param([APRIL_30], "achieved", id="30 of 30"),
        pytest.param([APRIL_20], "missed", id="20 on its last day"),
        pytest.param([an_actual("2024-04-29", 20)], "unreported", id="20 before it"),
        pytest.param([an_actual("2024-05-05", 9)], "unreported", id="nothing for it"),
    ],
)
def test_after_the_last_period_it_stays_the_one_shown(actuals, rating):
    found = on("2024-06-10", *actuals, by="2024-04-15")

    assert found.period == Span(day("2024-04-01"), day("2024-04-30"))
    assert (found.rating, found.periods) == (rating, ())


REVISED = (a_quota(), a_quota(60, stated="2024-05-31"))


def test_each_period_is_rated_on_the_statement_in_force_at_its_end():
    may = an_actual("2024-05-31", 30)

    found = on("2024-06-10", APRIL_30, may, statements=REVISED)

    assert earlier(found) == [(30, 30, "achieved"), (60, 30, "missed")]
    assert found.now.goal == 60


def test_a_revised_quota_is_rated_on_its_first_statement_too():
    june = an_actual("2024-06-10", 12)

    found = on("2024-06-10", june, statements=REVISED)

    assert (found.now.expected, found.now.pace, found.rating) == (20, 0.6, "off-track")
    first = found.first
    assert (first.expected, first.pace, first.rating) == (10, 1.2, "on-track")


def test_the_first_statement_carries_over_by_itself():
    first = a_quota(carry_over="shortfall")
    second = a_quota(60, stated="2024-04-30", carry_over="shortfall")

    found = on("2024-05-10", APRIL_20, statements=[first, second])

    # Now: 60 and the 40 missing of April's 60. First: 30 and the 10 of its 30.
    assert (found.now.goal, found.first.goal) == (100, 40)


def test_the_first_statement_ends_on_its_own_last_day():
    first = a_quota(by="2024-04-30")
    longer = a_quota(by="2024-06-30", stated="2024-05-10")

    found = on("2024-05-31", APRIL_30, statements=[first, longer])

    assert (found.now.due, found.rating) == (day("2024-05-31"), "no-data")
    assert (found.first.due, found.first.rating) == (day("2024-04-30"), "achieved")
