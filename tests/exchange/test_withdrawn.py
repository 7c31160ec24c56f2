"""Rows that say what was withdrawn: told, and recorded once more when asked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_ledger, a_withdrawal, an_actual
from tests.exchange.ledgers import SAID, a_ledger_of, row_of, rows_of
from tracker.exchange.merge import merged
from tracker.exchange.withdrawn import gone, withdrawn
from tracker.progress.totals import in_force

MARCH, APRIL = "2024-03-01", "2024-04-01"
TOTAL = an_actual(MARCH, 40)
MORE = an_actual(MARCH, 5, kind="increment")


def ledger_of(*rows):
    return a_ledger_of(*a_ledger(*rows))


def file_of(*actuals):
    return [row_of(line, each) for line, each in enumerate(actuals, start=2)]


def told(ledger, rows):
    """The lines that say what was withdrawn, with the places of that."""
    return dict(withdrawn(ledger, rows, merged(ledger, rows)))


def again(ledger, rows):
    """What an import that records them once more adds, and refuses."""
    merge = merged(ledger, rows, again=told(ledger, rows))
    return [each.value for each in merge.new], merge.problems


@pytest.mark.parametrize(
    ("rows", "lost"),
    [
        ([TOTAL, a_withdrawal(1)], {1: 2}),
        ([TOTAL, replace(TOTAL, replaces=1), a_withdrawal(2)], {1: 3, 2: 3}),
        ([TOTAL, a_withdrawal(1), replace(TOTAL, replaces=2)], {}),
    ],
    ids=["withdrawn", "corrected, then withdrawn", "withdrawn, and put back"],
)
def test_what_is_gone(rows, lost):
    assert gone(ledger_of(*rows)) == lost


@pytest.mark.parametrize("said", [TOTAL, MORE])
def test_a_row_that_was_withdrawn_is_told_and_recorded_once_more_when_asked(said):
    ledger = ledger_of(said, a_withdrawal(1))

    assert told(ledger, file_of(said)) == {2: 1}
    assert again(ledger, file_of(said)) == ([said.value], ())


@pytest.mark.parametrize("said", [TOTAL, MORE])
def test_what_was_recorded_once_more_is_there(said):
    ledger = ledger_of(said, a_withdrawal(1), said)
    merge = merged(ledger, file_of(said))

    assert (merge.new, merge.there, told(ledger, file_of(said))) == ((), {2: 3}, {})


def test_a_total_that_stands_twice_is_recorded_once_more_once():
    assert again(ledger_of(TOTAL, a_withdrawal(1)), file_of(TOTAL, TOTAL)) == ([40], ())


def test_of_two_increments_that_are_alike_the_one_that_was_withdrawn_is_told():
    ledger = ledger_of(MORE, a_withdrawal(1), MORE)

    assert told(ledger, file_of(MORE, MORE)) == {3: 1}
    assert again(ledger, file_of(MORE, MORE)) == ([5], ())


def test_increments_that_are_alike_are_recorded_once_more_each():
    ledger = ledger_of(MORE, MORE, a_withdrawal(1), a_withdrawal(2))

    assert again(ledger, file_of(MORE, MORE)) == ([5, 5], ())


@pytest.mark.parametrize("said", [TOTAL, MORE])
def test_what_was_withdrawn_refuses_no_row_that_says_it_in_other_words(said):
    ledger = ledger_of(said, a_withdrawal(1))
    rows = file_of(replace(said, note="by region"))

    assert told(ledger, rows) == {2: 1}
    assert merged(ledger, rows).problems == ()
    assert again(ledger, rows) == ([said.value], ())


def test_an_export_of_before_the_withdrawal_is_told_and_one_with_it_is_not():
    before, after = ledger_of(TOTAL), ledger_of(TOTAL, a_withdrawal(1))

    assert told(after, rows_of(before)) == {2: 1}
    assert told(after, rows_of(after)) == {}
    assert again(after, rows_of(before)) == ([40], ())


def test_an_export_of_what_was_recorded_once_more_is_nothing_new():
    ledger = ledger_of(TOTAL, a_withdrawal(1), TOTAL)

    assert told(ledger, rows_of(ledger_of(TOTAL))) == {}


@given(actuals=st.lists(SAID, max_size=5, unique_by=lambda each: each.said))
def test_a_file_that_was_taken_back_counts_the_same_once_it_is_recorded_again(actuals):
    rows = file_of(*actuals)
    first = merged(a_ledger_of(), rows).new
    back = [a_withdrawal(each.seq) for each in first]
    ledger = ledger_of(*first, *back)

    new = merged(ledger, rows, again=told(ledger, rows)).new

    stored = ledger_of(*first, *back, *new)
    counting = [each.told for each in in_force(stored.actuals)]
    assert counting == [each.told for each in in_force(first)]
    assert (told(stored, rows), merged(stored, rows).new) == ({}, ())
