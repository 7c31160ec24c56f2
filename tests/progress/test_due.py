"""What falls due on the usual target, 0 -> 100 over 2024, unless told otherwise."""

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
    not_done,
)
from tests.progress.strategies import cases
from tracker.periods import Stretch
from tracker.progress.due import DueKind, due_by, next_due, reports_due
from tracker.progress.status import status

law = settings(max_examples=60, deadline=None, derandomize=True)
FAR = day("2100-12-31")


def on(as_of, target, *actuals):
    return status(target, a_ledger(*actuals), day(as_of))


def dues(as_of, target, *actuals, until=FAR):
    return due_by([on(as_of, target, *actuals)], until)


def days_of(found):
    return [(due.kind.value, str(due.by), due.days) for due in found]


def a_reported(*statements, every="quarter"):
    return a_target(*statements, report_every=every)


def waiting(as_of, target, *actuals):
    """Of each report: the first day waited for, the day it is due, how many."""
    found = reports_due(on(as_of, target, *actuals), day(as_of))
    return [(str(due.reports[0].start), str(due.by), len(due.reports)) for due in found]


@pytest.mark.parametrize(
    ("as_of", "data_day", "expected"),
    [
        pytest.param(
            *("2024-05-01", "2024-03-31", [("2024-04-01", "2024-06-30", 1)]),
            id="the quarter that runs",
        ),
        pytest.param(
            *("2024-03-31", "2024-03-31", [("2024-04-01", "2024-06-30", 1)]),
            id="in on its last day, so the next one",
        ),
        pytest.param(
            *("2024-02-20", "2024-02-10", [("2024-01-01", "2024-03-31", 1)]),
            id="a figure of February is no report for the quarter",
        ),
        pytest.param(
            *("2024-06-30", "2024-03-31", [("2024-04-01", "2024-06-30", 1)]),
            id="not overdue on its day",
        ),
        pytest.param(
            "2024-07-01",
            "2024-03-31",
            [("2024-04-01", "2024-06-30", 1), ("2024-07-01", "2024-09-30", 1)],
            id="overdue the day after, beside the next one",
        ),
        pytest.param(
            "2024-10-15",
            "2024-02-10",
            [("2024-01-01", "2024-03-31", 3), ("2024-10-01", "2024-12-31", 1)],
            id="three quarters wait in one line",
        ),
    ],
)
def test_a_report_is_due_by_the_end_of_each_quarter(as_of, data_day, expected):
    actual = an_actual(data_day, 10)

    assert waiting(as_of, a_reported(), actual) == expected


@pytest.mark.parametrize(
    ("stated", "baseline", "first"),
    [
        pytest.param("2024-06-01", "2024-01-01", "2024-06-30", id="stated later"),
        pytest.param("2023-11-01", "2024-01-01", "2024-03-31", id="counted later"),
    ],
)
def test_the_first_report_is_due_once_a_target_is_stated_and_counted(
    stated, baseline, first
):
    statement = a_statement(stated=stated, baseline=a_baseline(0, baseline))

    assert waiting("2024-01-15", a_reported(statement))[0][1] == first


def test_a_target_without_a_rhythm_owes_no_report():
    assert waiting("2024-05-01", a_target()) == []


def test_an_achieved_total_owes_no_report():
    assert waiting("2024-11-01", a_reported(), an_actual("2024-05-01", 100)) == []


def test_a_total_that_is_late_owes_reports_until_it_is_achieved():
    found = waiting("2025-02-01", a_reported(), an_actual("2024-12-31", 90))

    assert found == [("2025-01-01", "2025-03-31", 1)]


def test_a_level_owes_reports_up_to_its_goal_day_even_when_reached():
    target = a_reported(a_statement(measure="level", goal=a_goal(80)))
    reached = an_actual("2024-09-30", 85)

    assert waiting("2024-10-05", target, reached) == [("2024-10-01", "2024-12-31", 1)]
    assert waiting("2025-02-01", target, an_actual("2024-12-31", 70)) == []


def test_a_quota_that_goes_on_owes_reports_for_ever_one_that_ends_until_then():
    ends = a_goal(60, "2024-12-31")
    quota = {"measure": "periodic", "period": "quarter"}
    ended = a_reported(a_statement(goal=ends, **quota))
    goes_on = a_reported(a_statement(goal=a_goal(60, None), **quota))
    actual = an_actual("2024-12-31", 60)

    assert waiting("2025-02-01", ended, actual) == []
    assert waiting("2025-02-01", goes_on, actual) == [("2025-01-01", "2025-03-31", 1)]


def test_every_report_that_falls_due_within_a_year_is_listed():
    found = dues("2024-01-15", a_reported(a_statement(goal=a_goal(by="2026-12-31"))))

    assert days_of(found[:6]) == [
        ("report", "2024-03-31", 76),
        ("report", "2024-06-30", 167),
        ("report", "2024-09-30", 259),
        ("report", "2024-12-31", 351),
        ("report", "2025-03-31", 441),
        ("report", "2025-06-30", 532),
    ]
    assert [str(due.by) for due in found][-2:] == ["2026-12-31", "2026-12-31"]


def test_where_the_parts_are_asked_their_whole_is_not():
    whole, east, west = (replace(a_reported(), key=key) for key in ("all", "e", "w"))
    actuals = a_ledger(an_actual("2024-03-31", 10))
    parts = tuple(status(each, actuals, day("2024-04-01")) for each in (east, west))
    found = status(whole, a_ledger(), day("2024-04-01"), parts)

    asked = due_by([found, *parts], day("2024-06-30"))
    alone = due_by([found, parts[0]], day("2024-06-30"))

    assert [due.status.target.key for due in asked] == ["e", "w"]
    assert [due.status.target.key for due in alone] == ["all", "e"]


def test_what_is_missing_and_how_much_of_it_a_month():
    """2023-12-31 to 2027-12-31 are 1461 days, 48 months of 30.4375 days."""
    target = a_target(
        a_statement(
            baseline=a_baseline(0, "2023-01-01"), goal=a_goal(100, "2027-12-31")
        )
    )

    (due,) = dues("2023-12-31", target, an_actual("2023-12-01", 4))

    assert (due.kind, due.days, due.value) == (DueKind.GOAL, 1461, 100)
    assert (due.missing, due.per_month) == (96, 2)


def test_less_than_a_month_before_its_day_nothing_is_reckoned_by_the_month():
    (due,) = dues("2024-12-05", a_target(), an_actual("2024-12-01", 40))

    assert (due.missing, due.per_month) == (60, None)


def test_without_a_report_what_is_missing_is_unknown_and_not_all_of_it():
    (due,) = dues("2024-05-01", a_target())

    assert (due.value, due.missing, due.per_month) == (100, None, None)


def test_a_total_that_goes_down_lacks_what_it_is_above():
    statement = a_statement(baseline=a_baseline(500), goal=a_goal(100))

    (due,) = dues("2024-12-31", a_target(statement), an_actual("2024-12-01", 260))

    assert (due.value, due.missing, due.days) == (100, 160, 0)


def test_what_is_missing_is_exact():
    (due,) = dues("2024-12-31", a_target(), an_actual("2024-12-01", 99.7))

    assert due.missing == 0.3


THREE = ((20, "2024-03-31"), (40, "2024-06-30"), (70, "2024-09-30"))


def test_of_lapsed_checkpoints_the_last_one_is_due():
    target = a_target(a_statement(*THREE))

    found = dues("2024-07-10", target, an_actual("2024-07-01", 15))

    assert days_of(found) == [
        ("checkpoint", "2024-06-30", -10),
        ("checkpoint", "2024-09-30", 82),
        ("goal", "2024-12-31", 174),
    ]
    assert [due.missing for due in found] == [25, 55, 85]


def test_a_checkpoint_that_is_met_is_not_due():
    target = a_target(a_statement(*THREE))

    found = dues("2024-02-01", target, an_actual("2024-02-01", 40))

    assert [due.value for due in found] == [70, 100]


def test_an_overdue_goal_stands_for_its_checkpoints():
    target = a_target(a_statement(*THREE))

    found = dues("2025-01-10", target, an_actual("2024-07-01", 15))

    assert days_of(found) == [("goal", "2024-12-31", -10)]
    assert found[0].overdue
    assert (found[0].missing, found[0].per_month) == (85, None)


def test_the_statement_in_force_says_what_is_due():
    first = a_statement(*THREE)
    revised = a_statement((50, "2024-10-31"), stated="2024-06-01", goal=a_goal(80))
    target = a_target(first, revised)

    before = dues("2024-05-31", target, an_actual("2024-05-01", 30))
    after = dues("2024-06-01", target, an_actual("2024-05-01", 30))

    assert [due.value for due in before] == [40, 70, 100]
    assert [due.value for due in after] == [50, 80]


def test_a_milestone_is_due_until_it_is_done():
    target = a_target(a_statement(measure="milestone"))

    (due,) = dues("2024-10-01", target, not_done("2024-09-01"))

    assert (due.kind, due.missing, due.per_month) == (DueKind.GOAL, None, None)
    assert dues("2024-10-01", target, done("2024-09-01")) == ()


def test_an_undated_goal_is_not_due():
    assert dues("2024-10-01", a_target(a_statement(goal=a_goal(by=None)))) == ()


def test_the_quota_of_the_period_is_due_at_its_end_with_what_was_carried_over():
    target = a_target(
        a_statement(
            measure="periodic",
            period="quarter",
            carry_over="shortfall",
            goal=a_goal(60, None),
        )
    )

    (due,) = dues(
        *("2024-05-01", target, an_actual("2024-03-31", 50)),
        an_actual("2024-04-15", 20),
    )

    assert (due.value, str(due.by), due.missing) == (70, "2024-06-30", 50)


def test_a_line_to_be_held_is_due_even_while_nothing_is_missing():
    held = a_statement(
        measure="level", baseline=None, goal=a_goal(5), direction="decrease"
    )
    target = a_target(held)

    (kept,) = dues("2024-06-01", target, an_actual("2024-05-01", 4))
    (broken,) = dues("2024-06-01", target, an_actual("2024-05-01", 7))

    assert (kept.missing, broken.missing) == (0, 2)
    assert kept.per_month is broken.per_month is None
    assert dues("2024-12-31", target, an_actual("2024-12-31", 4)) == ()


def test_soonest_first_up_to_a_day_that_belongs_to_it():
    late = a_target(a_statement(goal=a_goal(by="2024-06-30")))
    soon = a_reported(every="month")
    found = due_by(
        [on("2024-07-10", each, an_actual("2024-06-15", 10)) for each in (soon, late)],
        day("2024-07-31"),
    )

    assert days_of(found) == [
        ("report", "2024-06-30", -10),
        ("goal", "2024-06-30", -10),
        ("report", "2024-07-31", 21),
    ]


@law
@given(cases())
def test_what_is_due_is_neither_met_nor_negative_nor_out_of_order(case):
    found = status(*case)

    listed = due_by([found], Stretch(months=36).after(found.as_of))

    assert list(listed) == sorted(listed, key=lambda due: due.by)
    for due in listed:
        assert (due.missing or 0) >= 0
        if due.kind is DueKind.REPORT:
            assert all(span.end >= due.by for span in due.reports)
        elif found.actual and not found.now.statement.held:
            assert not found.now.statement.meets(found.actual.value, due.value)


@law
@given(cases())
def test_looking_further_ahead_only_adds_at_the_end(case):
    found = status(*case)
    everything = due_by([found], Stretch(months=36).after(found.as_of))

    for cut, due in enumerate(everything):
        near = due_by([found], due.by)
        assert everything[: len(near)] == near
        assert len(near) > cut


def test_what_is_next_of_a_target_is_one_of_each_kind():
    target = a_reported(a_statement((30, "2024-06-30"), (60, "2024-09-30")))
    status = on("2024-05-01", target, an_actual("2024-03-31", 20))

    assert days_of(next_due(status, [status])) == [
        ("report", "2024-06-30", 60),
        ("checkpoint", "2024-06-30", 60),
        ("goal", "2024-12-31", 244),
    ]


def test_what_is_overdue_stands_before_what_is_next():
    target = a_reported(a_statement((30, "2024-06-30"), (60, "2024-09-30")))
    status = on("2024-08-01", target, an_actual("2024-03-31", 20))

    assert days_of(next_due(status, [status])) == [
        ("report", "2024-06-30", -32),
        ("checkpoint", "2024-06-30", -32),
        ("report", "2024-09-30", 60),
        ("checkpoint", "2024-09-30", 60),
        ("goal", "2024-12-31", 152),
    ]


def test_a_goal_of_a_far_day_is_next_all_the_same():
    target = a_target(a_statement(goal=a_goal(100, "2060-12-31")))
    status = on("2024-08-01", target, an_actual("2024-03-31", 20))

    assert days_of(next_due(status, [status])) == [("goal", "2060-12-31", 13301)]
