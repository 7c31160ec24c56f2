"""What must hold for every target, every ledger and every day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.builders import a_ledger, a_withdrawal
from tests.progress.strategies import ANY_DAY, DAYS, VALUES, cases, paths, targets
from tracker.domain import (
    Actual,
    Baseline,
    Direction,
    Kind,
    Measure,
    Statement,
    Target,
)
from tracker.progress.plan import expected, plan_of
from tracker.progress.rating import JUDGED
from tracker.progress.status import Status, status

law = settings(max_examples=60, deadline=None, derandomize=True)
NUMBERS = st.sampled_from([Measure.CUMULATIVE, Measure.LEVEL, Measure.PERIODIC])
NUMBERED = NUMBERS.flatmap(cases)
DONE_OR_READ = {Measure.MILESTONE: Kind.DONE}


def a_report(target: Target, seq: int, on: date, value: float) -> Actual:
    kind = DONE_OR_READ.get(target.measure, Kind.TOTAL)
    return Actual(seq, on, kind, 1 if kind is Kind.DONE else value)


def figures(found: Status) -> tuple[object, ...]:
    """All that a status says, but for the rows and statements it rests on."""
    return (
        found.now,
        found.first,
        found.actual,
        found.stale,
        found.rate,
        found.period,
        found.periods,
    )


@law
@given(cases(), st.lists(st.tuples(st.integers(1, 400), VALUES), max_size=3))
def test_later_actuals_never_change_an_earlier_report(case, surprises):
    target, ledger, day = case
    later = [
        a_report(target, len(ledger) + place, day + timedelta(days), value)
        for place, (days, value) in enumerate(surprises, start=1)
    ]

    assert status(target, [*ledger, *later], day) == status(target, ledger, day)


@law
@given(cases())
def test_later_statements_never_change_an_earlier_report(case):
    target, ledger, day = case
    made = [each for each in target.statements if each.stated <= day]
    known = replace(target, statements=tuple(made or [target.first]))

    assert figures(status(target, ledger, day)) == figures(status(known, ledger, day))


@law
@given(cases(), st.randoms(use_true_random=False))
def test_actuals_of_distinct_days_may_be_recorded_in_any_order(case, random):
    target, ledger, day = case
    by_day = {
        row.on: replace(row, replaces=None) for row in ledger if row.value is not None
    }
    rows = list(by_day.values())
    shuffled = random.sample(rows, len(rows))

    one = status(target, a_ledger(*rows), day)
    other = status(target, a_ledger(*shuffled), day)

    assert figures(one) == figures(other)


@law
@given(cases(), VALUES)
def test_what_was_known_before_a_correction_is_reported_as_it_was(case, value):
    target, ledger, day = case
    replaced = {row.replaces for row in ledger}
    assume(
        standing := [
            row for row in ledger if row.seq not in replaced and row.value is not None
        ]
    )
    before = status(target, ledger, day)
    right = replace(standing[0], seq=99, value=value, replaces=standing[0].seq)

    known_now = [*ledger, right]
    status(target, known_now, day)

    assert status(target, known_now[: len(ledger)], day) == before


@law
@given(cases())
def test_a_correction_that_repeats_a_row_changes_no_figure(case):
    target, ledger, day = case
    replaced = {row.replaces for row in ledger}
    assume(
        standing := [
            row for row in ledger if row.seq not in replaced and row.value is not None
        ]
    )
    again = replace(standing[0], seq=99, replaces=standing[0].seq)

    assert figures(status(target, [*ledger, again], day)) == figures(
        status(target, ledger, day)
    )


@law
@given(cases(), DAYS, VALUES)
def test_a_withdrawn_actual_leaves_the_report_as_if_it_had_never_been(case, on, value):
    target, ledger, day = case
    wrong = a_report(target, 98, on, value)
    taken_back = a_withdrawal(98, on=str(on), seq=99)

    assert status(target, [*ledger, wrong, taken_back], day) == status(
        target, ledger, day
    )


@law
@given(targets(), ANY_DAY)
def test_missing_is_never_0(target, day):
    found = status(target, [], day)

    assert found.actual is None
    for each in filter(None, (found.now, found.first)):
        assert each.pace is each.variance is each.share is each.days_ahead is None
        assert each.rating not in JUDGED
    assert all(each.total is None for each in found.periods)


@law
@given(cases())
def test_the_first_statement_is_rated_as_if_it_were_the_only_one(case):
    target, ledger, day = case
    only_first = replace(target, statements=(target.first,))

    found = status(target, ledger, day)

    assume(found.first)
    assert found.first == status(only_first, ledger, day).now


@law
@given(st.data(), st.lists(ANY_DAY, min_size=2, max_size=8, unique=True))
def test_a_rising_plan_never_falls_nor_a_falling_one_rises(data, days):
    falls = data.draw(st.booleans())
    first = data.draw(paths(Measure.CUMULATIVE, falls=falls))[0]
    plan = plan_of([first])
    assume(plan.knots)

    values = [expected(plan, each) for each in sorted(days)]

    # A double may differ in its last place where the plan is flat.
    tiny = 1e-9
    if falls:
        assert all(left >= right - tiny for left, right in pairwise(values))
    else:
        assert all(left <= right + tiny for left, right in pairwise(values))


def scaled(statement: Statement, factor: int) -> Statement:
    baseline, goal = statement.baseline, statement.goal
    return replace(
        statement,
        baseline=baseline and Baseline(baseline.value * factor, baseline.on),
        goal=replace(goal, value=goal.value * factor),
        checkpoints=tuple(
            replace(each, value=each.value * factor) for each in statement.checkpoints
        ),
    )


@law
@given(NUMBERED, st.sampled_from([2, 1024]))
def test_another_unit_scales_every_value_and_changes_no_rating(case, factor):
    target, ledger, day = case
    statements = tuple(scaled(each, factor) for each in target.statements)
    rows = [
        row if row.value is None else replace(row, value=row.value * factor)
        for row in ledger
    ]

    one = status(target, ledger, day)
    other = status(replace(target, statements=statements), rows, day)

    same = ("rating", "pace", "share", "days_ahead", "days_late")
    for name in same:
        assert getattr(other.now, name) == getattr(one.now, name)
    for name in ("expected", "variance", "goal"):
        value = getattr(one.now, name)
        assert getattr(other.now, name) == (value and value * factor)


def improved(row: Actual, target: Target, by: float) -> Actual:
    if target.measure is Measure.MILESTONE:
        return replace(row, kind=Kind.DONE, value=1)
    better = -by if target.first.direction is Direction.DECREASE else by
    return replace(row, value=row.value + better)


@law
@given(cases(), VALUES)
def test_a_better_last_actual_never_worsens_the_rating(case, by):
    # Holds for every measure: the last actual is the last of the day's report, by
    # day and place, and nothing that counts comes after it.
    target, ledger, day = case
    before = status(target, ledger, day)
    assume(before.counting)
    last = before.counting[-1]
    rows = [improved(row, target, by) if row is last else row for row in ledger]

    after = status(target, rows, day)

    if before.rating in JUDGED and after.rating in JUDGED:
        assert JUDGED.index(after.rating) <= JUDGED.index(before.rating)
