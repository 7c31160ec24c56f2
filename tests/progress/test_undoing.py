"""What takes a whole import back, ledger by ledger."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_ledger, a_withdrawal, an_actual
from tests.exchange.ledgers import a_ledger_of, ledgers
from tracker.progress.totals import in_force
from tracker.progress.undoing import last_by, taking_back

BEFORE, IMPORT, AFTER = (datetime(2025, 1, day, tzinfo=UTC) for day in (1, 2, 3))
MARCH, APRIL = "2024-03-01", "2024-04-01"


def told(value, *, at, on=MARCH, by="aigul", **fields):
    return an_actual(on, value, author=by, recorded_at=at, **fields)


def gone(of, *, at, by="aigul"):
    return replace(a_withdrawal(of), author=by, recorded_at=at)


def taken(*rows):
    """What takes back the import of a ledger: what each new row replaces and says."""
    found = taking_back(a_ledger_of(*a_ledger(*rows)), IMPORT, "aigul", "wrong file")
    assert all(each.reason == "wrong file" for each in found.new)
    return [(each.replaces, each.value) for each in found.new]


@pytest.mark.parametrize(
    ("rows", "new"),
    [
        pytest.param(
            [told(10, at=BEFORE), told(40, at=IMPORT, on=APRIL), told(50, at=AFTER)],
            [(2, None)],
            id="its rows are withdrawn, and no others",
        ),
        pytest.param(
            [told(40, at=IMPORT, by="The Ministry")],
            [(1, None)],
            id="whoever its rows name as their author",
        ),
        pytest.param(
            [told(10, at=BEFORE), told(40, at=IMPORT, replaces=1)],
            [(2, 10)],
            id="what a row revised is put back",
        ),
        pytest.param(
            [told(40, at=IMPORT), told(41, at=IMPORT, replaces=1)],
            [(2, None)],
            id="what it said and corrected itself is withdrawn once",
        ),
        pytest.param(
            [told(10, at=BEFORE), gone(1, at=IMPORT)],
            [(2, 10)],
            id="what it withdrew is put back",
        ),
        pytest.param(
            [told(40, at=IMPORT), gone(1, at=IMPORT)],
            [],
            id="what it said and withdrew itself is nothing",
        ),
        pytest.param(
            [
                told(40, at=IMPORT),
                told(41, at=AFTER, replaces=1),
                told(40, at=AFTER, replaces=2),
            ],
            [(3, None)],
            id="what its author corrected and put back is withdrawn",
        ),
        pytest.param(
            [told(40, at=IMPORT), told(41, at=AFTER, replaces=1)],
            [],
            id="what its author corrected stays",
        ),
        pytest.param(
            [told(40, at=IMPORT), gone(1, at=AFTER)],
            [],
            id="what was taken back is not taken back again",
        ),
        pytest.param(
            [
                told(10, at=BEFORE),
                told(40, at=IMPORT, replaces=1),
                told(10, at=AFTER, replaces=2),
            ],
            [],
            id="nor is what was put back put back again",
        ),
    ],
)
def test_an_import_is_taken_back(rows, new):
    assert taken(*rows) == new


@pytest.mark.parametrize(
    "by_berik",
    [told(41, at=AFTER, by="berik", replaces=1), gone(1, at=AFTER, by="berik")],
)
def test_what_somebody_else_touched_is_left_alone_and_named(by_berik):
    rows = a_ledger(told(40, at=IMPORT), by_berik, told(50, at=IMPORT, on=APRIL))

    found = taking_back(a_ledger_of(*rows), IMPORT, "aigul", "x")

    assert [each.replaces for each in found.new] == [3]
    assert found.others == ((rows[0], rows[1]),)


def test_what_was_put_back_two_steps_later_is_no_entry_to_undo():
    rows = [
        told(10, at=BEFORE, by="berik"),
        told(40, at=IMPORT, replaces=1),
        told(41, at=AFTER, replaces=2),
        told(40, at=AFTER, replaces=3),
        told(10, at=AFTER, replaces=4),
    ]

    assert last_by([a_ledger_of(*a_ledger(*rows))], "aigul") is None


@given(ledger=ledgers(), share=st.floats(0, 1))
def test_after_it_what_counts_is_what_counted_before_the_import(ledger, share):
    first = round(share * len(ledger.actuals))
    rows = tuple(
        replace(each, recorded_at=IMPORT if each.seq > first else BEFORE)
        for each in ledger.actuals
    )
    stored = a_ledger_of(*rows)

    back = taking_back(stored, IMPORT, "aigul", "x")

    new = a_ledger(*rows, *back.new)
    counting = [each.told for each in in_force(new)]
    assert counting == [each.told for each in in_force(rows[:first])]
    again = taking_back(a_ledger_of(*new), IMPORT, "aigul", "x")
    assert (back.others, again.new) == ((), ())
