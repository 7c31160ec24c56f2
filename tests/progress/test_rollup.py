"""What the parts of a target add up to, and how that fits its own actuals."""

from __future__ import annotations

from dataclasses import replace

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
from tracker.domain import Evidence
from tracker.progress.forecasts import with_forecasts
from tracker.progress.histories import reports_of
from tracker.progress.rollup import parts_against_whole
from tracker.progress.status import status

MARCH, MAY, AUGUST, END = "2024-03-14", "2024-05-26", "2024-08-07", "2024-12-31"
LEVEL = a_statement(measure="level", goal=a_goal(80), baseline=a_baseline(40))
QUOTA = a_statement(measure="periodic", period="quarter", goal=a_goal(30, None))
FALLING = a_statement(baseline=a_baseline(60), goal=a_goal(0))


def goal_of(value, by=END):
    return a_statement(goal=a_goal(value, by))


def a_part(name, *actuals, of=None, parts=(), as_of=END, weight=None):
    """The status of a part with the key schools/NAME."""
    target = replace(a_target(of or goal_of(50), weight=weight), key=f"schools/{name}")
    return status(target, a_ledger(*actuals), day(as_of), parts)


def whole(*parts, of=None, own=(), as_of=END):
    """The status of a target with these parts, 0 -> 100 over 2024 unless given."""
    return status(a_target(of or a_statement()), a_ledger(*own), day(as_of), parts)


def total_of(found):
    return found.actual and (str(found.actual.on), found.actual.value)


def days_of(found):
    return [(str(each.on), each.total) for each in found.points]


# A sum.


def test_a_total_without_actuals_of_its_own_is_the_sum_of_its_parts_day_by_day():
    found = whole(
        a_part("a", an_actual(MARCH, 10), an_actual(AUGUST, 25)),
        a_part("b", an_actual(MAY, 7, kind="increment"), an_actual(AUGUST, 8)),
    )

    assert days_of(found) == [(MARCH, 10), (MAY, 17), (AUGUST, 33)]
    assert total_of(found) == (AUGUST, 33)


def test_a_sum_is_rated_like_any_total():
    # 60 % of the way by 7 August, when 219 of 365 days are over: 60 of 100 due.
    found = whole(
        a_part("a", an_actual(AUGUST, 40)),
        a_part("b", an_actual(AUGUST, 17)),
        as_of=AUGUST,
    )

    assert (found.now.expected, found.now.variance) == (60, -3)
    assert (found.now.pace, found.rating) == (0.95, "on-track")


def test_sums_are_those_worked_by_hand():
    found = whole(a_part("a", an_actual(MAY, 0.1)), a_part("b", an_actual(MAY, 0.2)))

    assert found.actual.value == 0.3


def test_a_part_that_has_not_reported_is_counted_and_adds_nothing():
    found = whole(
        a_part("a", an_actual(MARCH, 10)),
        a_part("b"),
        a_part("c", an_actual(MAY, 5)),
    )

    assert (found.rollup.reported, found.rollup.count) == (2, 3)
    assert found.rollup.missing == ("schools/b",)
    assert total_of(found) == (MAY, 15)


def test_no_report_of_any_part_is_no_data_and_not_0():
    found = whole(a_part("a"), a_part("b"))

    assert (found.actual, found.points, found.rollup.total) == (None, (), None)
    assert (found.rating, found.rollup.reported) == ("no-data", 0)


def test_a_queue_that_has_not_reported_stands_at_its_baseline():
    other = a_statement(baseline=a_baseline(40), goal=a_goal(0))
    queue = a_statement(baseline=a_baseline(100), goal=a_goal(0))

    found = whole(
        a_part("a", an_actual(MAY, 30), of=FALLING), a_part("b", of=other), of=queue
    )

    assert total_of(found) == (MAY, 70)
    assert found.now.share == 0.3


def test_the_evidence_of_a_sum_is_the_weakest_that_counts_on_the_day():
    verified, documented = (
        {"evidence": Evidence.VERIFIED},
        {"evidence": Evidence.DOCUMENTED},
    )

    found = whole(
        a_part("a", an_actual(MARCH, 1), an_actual(AUGUST, 3, **verified)),
        a_part("b", an_actual(MAY, 2, **documented)),
    )

    assert [each.actual.evidence for each in found.points] == [
        "claimed",
        "claimed",
        "documented",
    ]
    assert found.actual.evidence is Evidence.DOCUMENTED


@pytest.mark.parametrize(
    ("other", "source"), [("Ministry", "Ministry"), ("Akim", None), (None, None)]
)
def test_a_sum_has_the_source_that_all_its_parts_name(other, source):
    found = whole(
        a_part("a", an_actual(MARCH, 1, source="Ministry")),
        a_part("b", an_actual(MAY, 2, source=other)),
    )

    assert [each.source for each in found.counting] == ["Ministry", source]


def test_the_actuals_of_all_parts_count_towards_a_sum():
    found = whole(
        a_part("a", an_actual(MARCH, 1), an_actual(MAY, 3)),
        a_part("b", an_actual(MAY, 2)),
    )

    assert found.actual.entries == 3
    assert [each.seq for each in found.counting] == [0, 0]


def test_parts_of_parts_add_up_from_below():
    town = a_part("a", parts=[a_part("a1", an_actual(MARCH, 4)), a_part("a2")])
    village = a_part("b", an_actual(MAY, 6))

    found = whole(town, village)

    assert days_of(found) == [(MARCH, 4), (MAY, 10)]
    assert (town.rollup.reported, found.rollup.reported) == (1, 2)
    assert found.rollup.until is None


@pytest.mark.parametrize(
    ("last", "rating"),
    [
        pytest.param(None, "unreported", id="one has never reported"),
        pytest.param("2024-12-30", "unreported", id="one not of the goal day"),
        pytest.param("2024-12-31", "missed", id="both of the goal day"),
    ],
)
def test_a_sum_is_missed_only_once_every_part_has_reported_of_the_goal_day(
    last, rating
):
    late = [an_actual(last, 10)] if last else []
    parts = (
        a_part("a", an_actual(END, 40), as_of="2025-02-01"),
        a_part("b", *late, as_of="2025-02-01"),
    )

    found = whole(*parts, as_of="2025-02-01")

    assert found.rating == rating
    assert str(found.rollup.until) == str(last)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(LEVEL, id="a level"),
        pytest.param(a_statement(measure="milestone"), id="a milestone"),
        pytest.param(FALLING, id="another direction"),
        pytest.param(
            replace(goal_of(50), unit={"en": {"other": "places"}}), id="another unit"
        ),
        pytest.param(
            replace(goal_of(50), unit={"ru": {"other": "школ"}}),
            id="no common language",
        ),
    ],
)
def test_a_part_of_another_kind_does_not_count(other):
    report = done(MAY) if other.measure == "milestone" else an_actual(MAY, 40)

    found = whole(a_part("a", an_actual(MARCH, 10)), a_part("b", report, of=other))

    assert total_of(found) == (MARCH, 10)
    assert (found.rollup.count, found.rollup.left_out) == (1, ("schools/b",))


def test_parts_that_all_measure_something_else_leave_the_total_open():
    found = whole(a_part("a", done(MAY), of=a_statement(measure="milestone")))

    assert (found.actual, found.rollup.stands, found.rollup.count) == (None, False, 0)


def test_a_milestone_counts_the_parts_that_reported_and_is_not_done_by_them():
    step = a_statement(measure="milestone")

    found = whole(a_part("a", done(MAY), of=step), a_part("b", of=step), of=step)

    assert (found.actual, found.rollup.stands) == (None, False)
    assert (found.rollup.reported, found.rollup.count) == (1, 2)


def test_a_target_without_parts_has_no_roll_up():
    assert whole().rollup is None


# A quota.


def test_a_quota_is_the_sum_of_its_parts_within_each_period():
    found = whole(
        a_part("a", an_actual("2024-02-01", 20), an_actual("2024-05-01", 3), of=QUOTA),
        a_part("b", an_actual("2024-03-31", 11), an_actual("2024-05-31", 4), of=QUOTA),
        of=a_statement(measure="periodic", period="quarter", goal=a_goal(31, None)),
        as_of="2024-06-30",
    )

    assert [(each.total, each.rating) for each in found.periods] == [(31, "achieved")]
    assert days_of(found) == [("2024-05-01", 3), ("2024-05-31", 7)]


def test_a_period_that_one_part_has_not_reported_to_its_end_is_not_missed():
    early = a_part("a", an_actual("2024-02-01", 20), of=QUOTA)
    to_the_end = a_part("b", an_actual("2024-04-01", 1), of=QUOTA)

    (first_quarter,) = whole(early, to_the_end, of=QUOTA, as_of=MAY).periods

    assert (first_quarter.total, first_quarter.rating) == (20, "unreported")


def test_a_quota_by_the_month_is_no_part_of_one_by_the_quarter():
    monthly = a_statement(measure="periodic", period="month", goal=a_goal(10, None))

    found = whole(a_part("a", an_actual(MAY, 5), of=monthly), of=QUOTA, as_of=MAY)

    assert (found.actual, found.rollup.left_out) == (None, ("schools/a",))


# A level.


def test_a_level_is_the_mean_of_its_parts_by_weight():
    # (1 x 50 + 3 x 70) / 4 = 65, and (1 x 58 + 3 x 70) / 4 = 67.
    found = whole(
        a_part("a", an_actual(MARCH, 50), an_actual(AUGUST, 58), of=LEVEL),
        a_part("b", an_actual(MAY, 70), of=LEVEL, weight=3),
        of=LEVEL,
    )

    assert days_of(found) == [(MAY, 65), (AUGUST, 67)]
    assert total_of(found) == (AUGUST, 67)


def test_a_level_is_not_known_before_every_part_has_a_reading():
    found = whole(
        a_part("a", an_actual(MARCH, 50), of=LEVEL), a_part("b", of=LEVEL), of=LEVEL
    )

    assert (found.actual, found.rating) == (None, "no-data")
    assert (found.rollup.total, found.rollup.missing) == (None, ("schools/b",))


def test_weights_mean_nothing_for_a_sum():
    found = whole(
        a_part("a", an_actual(MAY, 10), weight=5), a_part("b", an_actual(MAY, 1))
    )

    assert found.actual.value == 11


# Beside actuals of its own.

PARTS = (
    a_part("a", an_actual(MARCH, 10), an_actual(AUGUST, 30)),
    a_part("b", an_actual(MAY, 15)),
)


def test_actuals_of_its_own_stand_and_the_difference_is_told():
    found = whole(*PARTS, own=[an_actual(MAY, 28)])

    assert total_of(found) == (MAY, 28)
    assert found.actual.entries == 1
    assert not found.rollup.stands
    assert (found.rollup.total, found.rollup.difference) == (25, 3)


def test_parts_that_reported_only_later_are_not_compared():
    found = whole(*PARTS, own=[an_actual("2024-02-01", 5)])

    assert (found.rollup.total, found.rollup.difference) == (None, None)
    assert parts_against_whole(found) is None


def test_a_sum_that_stands_is_compared_with_nothing():
    assert parts_against_whole(whole(*PARTS)) is None
    assert parts_against_whole(whole()) is None


@pytest.mark.parametrize(
    ("goals", "own", "on", "contradicts"),
    [
        pytest.param((50, 50), 25, MAY, False, id="25 are 10 and 15"),
        pytest.param((50, 50), 24, MAY, True, id="24 are less than 10 and 15"),
        pytest.param((50, 50), 26, MAY, False, id="one part may have gone on"),
        pytest.param((24, 29), 26, MAY, False, id="others make up the rest"),
        pytest.param((24, 29), 24, MAY, True, id="a part is never more than all"),
        pytest.param((50, 50), 46, AUGUST, False, id="the other may have gone on"),
    ],
)
def test_a_whole_is_not_less_than_its_parts(goals, own, on, contradicts):
    parts = [
        a_part("a", an_actual(MARCH, 10), an_actual(AUGUST, 30), of=goal_of(goals[0])),
        a_part("b", an_actual(MAY, 15), of=goal_of(goals[1])),
    ]

    found = parts_against_whole(whole(*parts, own=[an_actual(on, own)]))

    assert found.contradicts is contradicts


@pytest.mark.parametrize(
    ("goals", "contradicts"),
    [
        pytest.param((50, 50), True, id="the parts are all of it"),
        pytest.param((24, 29), False, id="two of many parts"),
    ],
)
def test_a_whole_is_not_more_than_all_its_parts_on_the_same_day(goals, contradicts):
    parts = [
        a_part(name, an_actual(END, value), of=goal_of(goal))
        for name, value, goal in zip("ab", (10, 21), goals, strict=True)
    ]

    found = parts_against_whole(whole(*parts, own=[an_actual(END, 32)]))

    assert (found.whole, found.total, found.difference) == (32, 31, 1)
    assert (found.covers, found.behind) == (contradicts, ())
    assert found.contradicts is contradicts


def test_the_parts_behind_are_named():
    found = parts_against_whole(whole(*PARTS, own=[an_actual(AUGUST, 50)]))

    assert (str(found.on), found.behind) == (AUGUST, ("schools/b",))


def test_a_part_made_of_parts_is_behind_while_one_of_them_is():
    town = a_part(
        "a",
        parts=[a_part("a1", an_actual(MARCH, 4)), a_part("a2", an_actual(MAY, 5))],
    )

    found = parts_against_whole(whole(town, own=[an_actual(MAY, 9)]))

    assert found.behind == ("schools/a",)


@pytest.mark.parametrize(
    ("own", "contradicts"),
    [
        pytest.param(95, False, id="a part may have gone down since"),
        pytest.param(69, False, id="both parts may have gone down since"),
        pytest.param(101, True, id="more than both, which can only go down"),
    ],
)
def test_a_falling_whole_is_not_more_than_all_its_parts(own, contradicts):
    other = a_statement(baseline=a_baseline(40), goal=a_goal(0))
    queue = a_statement(baseline=a_baseline(100), goal=a_goal(0))
    parts = [a_part("a", an_actual(MARCH, 60), of=FALLING), a_part("b", of=other)]

    found = parts_against_whole(whole(*parts, of=queue, own=[an_actual(MAY, own)]))

    assert (found.total, found.contradicts) == (100, contradicts)


def test_levels_differ_without_contradicting_each_other():
    parts = [a_part(each, an_actual(MAY, 50), of=LEVEL) for each in "ab"]

    found = parts_against_whole(whole(*parts, of=LEVEL, own=[an_actual(MAY, 40)]))

    assert (found.difference, found.contradicts) == (-10, False)


def test_a_sum_that_lacks_a_part_is_not_forecast():
    known = a_part("astana", an_actual(MARCH, 10), an_actual(MAY, 20))

    (found,) = with_forecasts([whole(known, a_part("almaty"))])

    assert found.forecast.why == "parts-missing"


def test_a_part_that_comes_in_is_no_growth_of_the_sum():
    early = a_part("astana", an_actual(MARCH, 10), an_actual(AUGUST, 20))
    late = a_part("almaty", an_actual(MAY, 30))

    # 0 on the baseline day; 10 + 30 once both have reported; 20 + 30.
    assert reports_of(whole(early, late)) == {
        day("2024-01-01"): 0,
        day(MAY): 40,
        day(AUGUST): 50,
    }
