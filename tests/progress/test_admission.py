"""What may be recorded: whole sentences, each with its remedy."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import (
    a_baseline,
    a_goal,
    a_ledger,
    a_statement,
    a_withdrawal,
    an_actual,
    day,
    done,
    not_done,
)
from tracker.domain import Labels
from tracker.ledger import Ledger, StatementEntry, StatementKind
from tracker.progress.admission import refusals, same_figure

MARCH, APRIL, MAY = "2024-03-01", "2024-04-01", "2024-05-01"
TODAY = day("2024-06-30")
FALLING = a_statement(baseline=a_baseline(100), goal=a_goal(0))
LEVEL = a_statement(measure="level", lower=0, upper=100)
MILESTONE = a_statement(measure="milestone")
QUOTA = a_statement(measure="periodic", period="month", stated="2024-03-15")


def refused(statement, *rows, new=1, forced=()):
    """The sentences against the last `new` of some rows, the others recorded."""
    rows = a_ledger(*rows)
    entry = StatementEntry(
        seq=1,
        kind=StatementKind.STATED,
        statement=statement,
        labels=Labels(title={"en": "Schools opened"}),
        author="aigul",
        recorded_at=datetime(2024, 1, 1, tzinfo=UTC),
        replaces=None,
        reason=None,
        digest="",
    )
    ledger = Ledger("schools", (entry,), tuple(rows[:-new]))
    found = refusals(ledger, rows[-new:], TODAY, forced)
    return [(each.seq, each.message) for each in found]


def more(on, value, **fields):
    return an_actual(on, value, kind="increment", **fields)


@pytest.mark.parametrize(
    ("statement", "rows"),
    [
        pytest.param(a_statement(), [an_actual(MARCH, 40)], id="a first total"),
        pytest.param(
            a_statement(), [an_actual(MARCH, 40), an_actual(APRIL, 50)], id="a rise"
        ),
        pytest.param(
            a_statement(), [an_actual(MARCH, 40), more(MARCH, 5)], id="5 more that day"
        ),
        pytest.param(
            a_statement(), [an_actual(MARCH, 40), an_actual(MARCH, 40)], id="said twice"
        ),
        pytest.param(
            a_statement(),
            [an_actual(MARCH, 40), an_actual(MARCH, 50, replaces=1)],
            id="a correction of the same day",
        ),
        pytest.param(
            a_statement(),
            [an_actual(MARCH, 40), a_withdrawal(1, on="2030-01-01")],
            id="a withdrawal, whatever its day",
        ),
        pytest.param(FALLING, [an_actual(MARCH, 80)], id="a fall that is wanted"),
        pytest.param(
            LEVEL, [an_actual(MARCH, 60), an_actual(APRIL, 50)], id="a level may fall"
        ),
        pytest.param(LEVEL, [an_actual(MARCH, 100)], id="at its upper bound"),
        pytest.param(MILESTONE, [done("2023-01-01")], id="done before it was stated"),
        pytest.param(
            QUOTA,
            [an_actual("2024-03-31", 40), an_actual(APRIL, 1)],
            id="a quota starts again",
        ),
        pytest.param(QUOTA, [an_actual(MARCH, 1)], id="the first day of its period"),
        pytest.param(
            a_statement(),
            [
                an_actual(MARCH, 40, source="ministry"),
                an_actual(MARCH, 40, source="us"),
            ],
            id="the same total from another source",
        ),
        pytest.param(
            a_statement(),
            [an_actual(MARCH, 40), an_actual(MAY, 60), an_actual(APRIL, 50)],
            id="a total of an earlier day that fits",
        ),
        pytest.param(
            a_statement(),
            [an_actual(MARCH, 40), more(MARCH, 5), more(MARCH, 5)],
            id="more and more that day",
        ),
        pytest.param(
            FALLING, [an_actual(MARCH, 80), more(APRIL, -5)], id="less by so many"
        ),
        pytest.param(a_statement(), [an_actual(str(TODAY), 40)], id="today"),
        pytest.param(
            a_statement(), [an_actual("2024-01-01", 0)], id="the baseline day"
        ),
        pytest.param(
            replace(QUOTA, baseline=a_baseline(0, "2024-02-10")),
            [an_actual("2024-02-01", 1)],
            id="a quota from the period that holds its baseline day",
        ),
    ],
)
def test_what_contradicts_nothing_may_be_recorded(statement, rows):
    assert refused(statement, *rows) == []


@pytest.mark.parametrize(
    ("statement", "row", "message"),
    [
        pytest.param(
            MILESTONE,
            an_actual(MARCH, 1),
            "a milestone takes `done` or `not-done`",
            id="a number for a milestone",
        ),
        pytest.param(
            a_statement(),
            done(MARCH),
            "`done` is for milestones; give a number",
            id="done for a number",
        ),
        pytest.param(
            LEVEL,
            more(MARCH, 5),
            "a level takes readings and no changes; give the reading itself",
            id="a change of a level",
        ),
        pytest.param(
            a_statement(),
            an_actual("2024-07-01", 5),
            "2024-07-01 is in the future; give a day up to 2024-06-30",
            id="tomorrow",
        ),
        pytest.param(
            a_statement(),
            an_actual("2023-12-31", 5),
            "2023-12-31 is before 2024-01-01, the baseline; give the day for which "
            "the figure holds",
            id="before the baseline day",
        ),
        pytest.param(
            LEVEL,
            an_actual(MARCH, 101),
            "101 is above 100, the bound of this target; check it",
            id="above its bound",
        ),
        pytest.param(
            LEVEL,
            an_actual(MARCH, -1),
            "-1 is below 0, the bound of this target; check it",
            id="below its bound",
        ),
        pytest.param(
            a_statement(),
            more(MARCH, -5),
            "-5 in all is below the baseline of 0; check it, or record it all the "
            "same with --force --reason WHY",
            id="below the baseline",
        ),
    ],
)
def test_an_actual_that_contradicts_its_target_is_refused(statement, row, message):
    assert refused(statement, row) == [(1, message)]


@pytest.mark.parametrize(
    ("statement", "rows", "message"),
    [
        pytest.param(
            a_statement(),
            [an_actual(MARCH, 40), an_actual(MARCH, 50)],
            "schools#1 already gives 40 for 2024-03-01; if that is wrong, run "
            "`tracker correct schools#1 50 --reason WHY`",
            id="another total of the same day",
        ),
        pytest.param(
            MILESTONE,
            [done(MARCH), not_done(MARCH)],
            "schools#1 already gives done for 2024-03-01; if that is wrong, run "
            "`tracker correct schools#1 not-done --reason WHY`",
            id="done and not done",
        ),
        pytest.param(
            a_statement(),
            [an_actual(MARCH, 40), an_actual(APRIL, 30)],
            "30 in all is below the 40 of schools#1 on 2024-03-01; correct that one "
            "with `tracker correct schools#1 VALUE --reason WHY`, or record it all "
            "the same with --force --reason WHY",
            id="less than before",
        ),
        pytest.param(
            FALLING,
            [an_actual(MARCH, 40), an_actual(APRIL, 50)],
            "50 in all is above the 40 of schools#1 on 2024-03-01; correct that one "
            "with `tracker correct schools#1 VALUE --reason WHY`, or record it all "
            "the same with --force --reason WHY",
            id="more than before, where less is wanted",
        ),
        pytest.param(
            a_statement(),
            [an_actual(APRIL, 30), an_actual(MARCH, 40)],
            "40 in all is above the 30 of schools#1 on the later day 2024-04-01; "
            "correct that one with `tracker correct schools#1 VALUE --reason WHY`, or "
            "record it all the same with --force --reason WHY",
            id="more than after",
        ),
    ],
)
def test_an_actual_that_contradicts_its_ledger_is_refused(statement, rows, message):
    assert refused(statement, *rows) == [(2, message)]


def test_a_fall_may_be_recorded_by_force():
    fall = [an_actual(MARCH, 40), an_actual(APRIL, 30)]

    assert refused(a_statement(), *fall, forced=[2]) == []


def test_only_the_fall_that_is_forced_may_be_recorded():
    falls = [an_actual(MARCH, 40), an_actual(APRIL, 30), an_actual(MAY, 20)]

    assert [seq for seq, _ in refused(a_statement(), *falls, new=2, forced=[2])] == [3]


def test_a_fall_recorded_before_is_not_held_against_what_is_new():
    rows = [an_actual(MARCH, 40), an_actual(APRIL, 30), an_actual(MAY, 50)]

    assert refused(a_statement(), *rows) == []


def test_all_refusals_are_reported_at_once_in_the_order_of_the_rows():
    rows = [done(MARCH), an_actual("2024-07-01", 5), an_actual(MARCH, 4)]

    found = refused(a_statement(), *rows, new=3)

    assert [seq for seq, _ in found] == [1, 2]


def test_the_same_figure_is_one_with_the_same_day_source_and_item():
    said = [an_actual(MARCH, 40, source="ministry"), an_actual(APRIL, 50, seq=2)]

    assert same_figure(said, an_actual(APRIL, 50, seq=3)) is said[1]
    assert same_figure(said, an_actual(MARCH, 40, seq=3)) is None


def test_a_total_falls_within_the_period_of_a_quota():
    rows = [an_actual("2024-04-10", 40), an_actual("2024-04-20", 30)]

    ((_, message),) = refused(QUOTA, *rows)

    assert message.startswith("30 in all is below the 40 of schools#1 on 2024-04-10")


def test_a_quota_begins_with_its_first_period_and_has_no_baseline():
    ((_, message),) = refused(QUOTA, an_actual("2024-02-29", 5))

    assert message == (
        "2024-02-29 is before 2024-03-01, the first day of the first period; give the "
        "day for which the figure holds"
    )


def test_a_bound_is_told_in_all_its_digits():
    bounded = a_statement(lower=0, upper=1_234_567)

    assert refused(bounded, an_actual(MARCH, 1_234_568)) == [
        (1, "1234568 is above 1234567, the bound of this target; check it")
    ]


def test_an_increment_beyond_a_bound_is_told_with_the_total():
    bounded = a_statement(lower=0, upper=100)

    found = refused(bounded, an_actual(MARCH, 98), more(APRIL, 5))

    assert found == [(2, "103 is above 100, the bound of this target; check it")]


@pytest.mark.parametrize(
    ("statement", "rows"),
    [
        pytest.param(a_statement(), [an_actual("2024-07-01", 5)], id="the future"),
        pytest.param(LEVEL, [an_actual(MARCH, 101)], id="a bound"),
        pytest.param(
            a_statement(), [an_actual(MARCH, 40), an_actual(MARCH, 50)], id="a second"
        ),
    ],
)
def test_only_a_fall_can_be_forced(statement, rows):
    assert len(refused(statement, *rows, forced=[len(rows)])) == 1


def test_two_new_totals_of_one_day_are_not_told_as_recorded():
    rows = [an_actual(MARCH, 40), an_actual(MARCH, 50)]

    messages = [message for _, message in refused(a_statement(), *rows, new=2)]

    assert len(messages) == 2
    assert not any("already gives" in message for message in messages)


def test_what_is_refused_is_not_held_against_the_others():
    rows = [an_actual("2023-06-01", 90), an_actual(MARCH, 40)]

    assert [seq for seq, _ in refused(a_statement(), *rows, new=2)] == [1]


def test_a_withdrawal_takes_its_total_out_of_the_way():
    rows = [an_actual(MARCH, 40), a_withdrawal(1, on=MARCH), an_actual(MARCH, 30)]

    assert refused(a_statement(), *rows) == []


DAYS = st.integers(0, 180).map(
    lambda offset: str(day("2024-01-01") + timedelta(offset))
)


@given(
    st.lists(st.tuples(DAYS, st.integers(0, 100)), unique_by=lambda row: row[0]),
    st.randoms(use_true_random=False),
    st.booleans(),
)
def test_totals_that_only_go_the_right_way_are_taken_in_any_order(said, chance, falls):
    values = sorted((value for _, value in said), reverse=falls)
    days = sorted(on for on, _ in said)
    rows = [an_actual(on, value) for on, value in zip(days, values, strict=True)]
    chance.shuffle(rows)
    statement = FALLING if falls else a_statement()

    for count in range(1, len(rows) + 1):
        assert refused(statement, *rows[:count]) == []


@given(st.lists(st.tuples(DAYS, st.integers(0, 50))), st.data())
def test_increments_that_only_rise_are_taken_in_any_order(said, data):
    rows = data.draw(st.permutations([more(on, value) for on, value in said]))

    assert not rows or refused(a_statement(), *rows, new=len(rows)) == []
