"""falls, bounds, twice and parts: each with a clean ledger and a faulty one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import (
    a_baseline,
    a_goal,
    a_statement,
    a_target,
    a_withdrawal,
    an_actual,
    done,
    not_done,
)
from tests.progress.checks.cases import found, on
from tracker.domain import Target
from tracker.progress.checks import Check, faults

FALLING = a_target(a_statement(baseline=a_baseline(500), goal=a_goal(100)))
QUOTA = a_target(
    a_statement(measure="periodic", period="quarter", goal=a_goal(60, None))
)
SHARE = a_target(a_statement(measure="level", lower=0, upper=100, goal=a_goal(80)))


def more(on, value, **fields):
    return an_actual(on, value, kind="increment", **fields)


def test_a_total_that_grows_or_stays_does_not_fall():
    rows = an_actual("2024-02-01", 40), an_actual("2024-03-01", 40)

    assert found("falls", *rows, more("2024-04-01", 5)) == []


def test_a_total_below_the_one_before_it_falls():
    rows = an_actual("2024-02-01", 40), an_actual("2024-03-01", 35)

    assert found("falls", *rows) == [("falls-below", "schools#2", "schools#1")]


def test_a_total_below_what_increments_add_up_to_falls():
    rows = more("2024-02-01", 30), more("2024-02-15", 12), an_actual("2024-03-01", 40)

    (fault,) = faults([on("2024-12-31", a_target(), *rows)], [Check.FALLS])

    assert (fault.where, fault.value, fault.other) == ("schools#3", 40, 42)


def test_of_a_target_that_goes_down_a_total_that_rises_is_at_fault():
    rows = an_actual("2024-02-01", 400), an_actual("2024-03-01", 420)

    assert found("falls", *rows, target=FALLING) == [
        ("rises-above", "schools#2", "schools#1")
    ]
    assert found("falls", *rows[::-1], target=FALLING) == [
        ("rises-above", "schools#1", "schools#2")
    ]


@pytest.mark.parametrize(
    ("target", "value", "why"),
    [
        pytest.param(a_target(), -3, "below-baseline", id="up"),
        pytest.param(FALLING, 510, "above-baseline", id="down"),
    ],
)
def test_the_first_total_is_held_against_the_baseline(target, value, why):
    actual = an_actual("2024-02-01", value)

    assert found("falls", actual, target=target) == [(why, "schools#1", None)]


def test_a_fall_whose_later_row_carries_a_reason_has_its_answer():
    first, recount = (
        an_actual("2024-02-01", 40),
        an_actual("2024-03-01", 35, reason="recount"),
    )
    # Recorded the other way round: the row that came second is the earlier day's.
    late = an_actual("2024-02-01", 40, reason="found later")

    assert found("falls", first, recount) == []
    assert found("falls", an_actual("2024-03-01", 35), late) == []


def test_a_reason_of_the_row_that_was_there_before_is_no_answer():
    rows = (
        an_actual("2024-02-01", 40, reason="of another matter"),
        an_actual("2024-03-01", 35),
    )

    assert found("falls", *rows) == [("falls-below", "schools#2", "schools#1")]


def test_a_withdrawal_uncovers_a_fall():
    """60, then 40 on purpose, then 50; without the 40 the 50 falls from the 60."""
    rows = (
        an_actual("2024-02-01", 60),
        an_actual("2024-03-01", 40, reason="recount"),
        an_actual("2024-04-01", 50),
    )
    withdrawn = a_withdrawal(2, on="2024-03-01")

    assert found("falls", *rows) == []
    assert found("falls", *rows, withdrawn) == [
        ("falls-below", "schools#3", "schools#1")
    ]


def test_a_quota_starts_again_without_falling():
    rows = an_actual("2024-03-31", 60), an_actual("2024-04-30", 5)

    assert found("falls", *rows, target=QUOTA) == []
    assert found("falls", *rows, an_actual("2024-05-31", 4), target=QUOTA) == [
        ("falls-below", "schools#3", "schools#2")
    ]


def test_a_level_may_fall():
    rows = an_actual("2024-02-01", 60), an_actual("2024-03-01", 50)

    assert found("falls", *rows, target=SHARE) == []


@pytest.mark.parametrize("as_of", ["2024-02-29", "2024-03-01"])
def test_what_happens_later_is_not_looked_at_yet(as_of):
    rows = an_actual("2024-02-01", 40), an_actual("2024-03-01", 35)

    assert bool(found("falls", *rows, as_of=as_of)) == (as_of == "2024-03-01")


@pytest.mark.parametrize(
    ("value", "why"),
    [
        pytest.param(-0.5, ["below-bound"], id="below"),
        pytest.param(0, [], id="the lower bound belongs to it"),
        pytest.param(100, [], id="so does the upper"),
        pytest.param(100.5, ["above-bound"], id="above"),
    ],
)
def test_a_reading_outside_its_bounds(value, why):
    names = found("bounds", an_actual("2024-02-01", value), target=SHARE)

    assert names == [(each, "schools#1", None) for each in why]


def test_a_running_total_outside_the_bounds_is_told_of_the_row_that_crosses_them():
    target = a_target(a_statement(upper=100))
    rows = more("2024-02-01", 70), more("2024-03-01", 40), more("2024-04-01", -20)

    (fault,) = faults([on("2024-12-31", target, *rows)], [Check.BOUNDS])

    assert (fault.where, fault.value, fault.other) == ("schools#2", 110, 100)


def test_the_bounds_of_the_latest_statement_count():
    wide, narrow = a_statement(), a_statement(stated="2024-06-01", upper=50)
    target, actual = a_target(wide, narrow), an_actual("2024-02-01", 60)

    assert found("bounds", actual, target=target, as_of="2024-05-31") == []
    assert found("bounds", actual, target=target, as_of="2024-06-01") == [
        ("above-bound", "schools#1", None)
    ]


def test_a_reason_is_no_answer_to_a_bound():
    actual = an_actual("2024-02-01", 120, reason="so it was printed")

    assert found("bounds", actual, target=SHARE) != []


def test_two_figures_for_one_day_are_told_of_the_later_row():
    rows = an_actual("2024-02-01", 40), an_actual("2024-02-01", 41)

    assert found("twice", *rows) == [("two-totals", "schools#2", "schools#1")]


def test_three_figures_for_one_day_are_two_faults():
    rows = (an_actual("2024-02-01", each) for each in (40, 41, 42))

    assert [where for _, where, _ in found("twice", *rows)] == [
        *("schools#2", "schools#3"),
    ]


def test_one_figure_from_two_sources_is_confirmed_not_doubted():
    rows = (an_actual("2024-02-01", 40, source=each) for each in ("A", "B"))

    assert found("twice", *rows) == []


def test_a_corrected_figure_is_not_given_twice():
    wrong = an_actual("2024-02-01", 40)
    right = an_actual("2024-02-01", 41, replaces=1, reason="misread")

    assert found("twice", wrong, right) == []


def test_a_milestone_done_and_not_done_on_one_day():
    target = a_target(a_statement(measure="milestone"))
    rows = done("2024-02-01"), not_done("2024-02-01")

    assert found("twice", *rows, target=target) == [
        ("done-and-not", "schools#2", "schools#1")
    ]
    assert found("twice", done("2024-02-01"), target=target) == []


def test_the_same_figure_added_twice_on_a_day():
    rows = more("2024-02-01", 12, source="A"), more("2024-02-01", 12, source="B")

    assert found("twice", *rows) == [("added-twice", "schools#2", "schools#1")]


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(more("2024-02-01", 13), id="another figure"),
        pytest.param(more("2024-02-02", 12), id="another day"),
        pytest.param(more("2024-02-01", 12, item="School 7"), id="another item"),
        pytest.param(more("2024-02-01", 12, reason="twelve each"), id="a reason"),
        pytest.param(an_actual("2024-02-01", 12), id="a total"),
    ],
)
def test_what_is_not_the_same_is_not_added_twice(second):
    assert found("twice", more("2024-02-01", 12), second) == []


def part(key, goal, *actuals):
    labelled = a_target(a_statement(goal=a_goal(goal)), parent="schools")
    return on("2024-12-31", Target(key, labelled.labels, labelled.statements), *actuals)


def test_a_whole_below_the_sum_of_its_parts():
    parts = [
        part("north", 60, an_actual("2024-05-31", 30)),
        part("south", 30, an_actual("2024-05-31", 25)),
    ]

    assert found("parts", an_actual("2024-06-30", 54), parts=parts) == [
        ("parts-more", "schools#1", None)
    ]
    assert found("parts", an_actual("2024-06-30", 55), parts=parts) == []


def test_a_whole_above_the_sum_of_parts_that_cover_it():
    parts = [
        part("north", 60, an_actual("2024-06-30", 30)),
        part("south", 40, an_actual("2024-06-30", 25)),
    ]

    assert found("parts", an_actual("2024-06-30", 56), parts=parts) == [
        ("parts-less", "schools#1", None)
    ]


def test_what_parts_add_up_to_is_told_of_the_parts_only():
    """The whole has no figures of its own; a fall of a part is told once."""
    north = part("north", 60, an_actual("2024-05-31", 30), an_actual("2024-06-30", 20))
    south = part("south", 40, an_actual("2024-05-31", 10))
    whole = on("2024-12-31", a_target(), parts=[north, south])

    told = faults([whole, north, south], Check)

    assert whole.actual is not None
    assert [(each.check, each.where) for each in told] == [(Check.FALLS, "north#2")]


def test_faults_come_check_by_check_in_the_order_of_the_targets():
    rows = an_actual("2024-02-01", 40), an_actual("2024-02-01", 35)
    first = on("2024-12-31", a_target(), *rows)
    second = replace(first, target=replace(first.target, key="other"))

    told = faults([first, second], [Check.TWICE, Check.FALLS])

    assert [(each.check.value, each.key) for each in told] == [
        *(("falls", "schools"), ("falls", "other")),
        *(("twice", "schools"), ("twice", "other")),
    ]
