"""What a file adds to a ledger: what is new, once, whatever the order of its rows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_ledger, a_target, a_withdrawal, an_actual, day
from tests.exchange.ledgers import (
    SAID,
    a_ledger_of,
    a_row_that,
    imported,
    ledgers,
    nameless,
    row_of,
    rows_of,
)
from tracker.errors import Problem
from tracker.exchange.merge import merged, twice_named
from tracker.progress.status import status

MARCH, APRIL = "2024-03-01", "2024-04-01"
NOTHING = a_ledger_of()


def file_of(*actuals):
    """The rows of a file without ledger names."""
    return [row_of(line, each) for line, each in enumerate(actuals, start=2)]


def test_the_rows_of_a_file_are_taken_by_day_from_the_next_place_on():
    recorded = a_ledger_of(an_actual(MARCH, 10))

    merge = merged(recorded, file_of(an_actual(APRIL, 50), an_actual(MARCH, 40)))

    assert [(each.seq, each.value) for each in merge.new] == [(2, 40), (3, 50)]
    assert merge.lines == {2: 3, 3: 2}
    assert (len(merge.there), merge.problems, merge.admitted) == (0, (), frozenset())


def more(**fields):
    return an_actual(MARCH, 1, kind="increment", **fields)


@pytest.mark.parametrize("said", [an_actual(MARCH, 12), more(item="No 1")])
def test_the_same_total_or_item_twice_is_known(said):
    merge = merged(NOTHING, file_of(said, said))

    assert (len(merge.new), len(merge.there), merge.problems) == (1, 1, ())


@pytest.mark.parametrize(
    ("recorded", "refused"), [(0, [3, 4]), (1, [3, 4]), (2, [4]), (3, [])]
)
def test_of_increments_that_are_alike_no_more_are_known_than_are_recorded(
    recorded, refused
):
    ledger = a_ledger_of(*a_ledger(*[more()] * recorded))

    merge = merged(ledger, file_of(more(), more(), more()))

    assert [line for line, _ in merge.problems] == refused
    assert len(merge.new) + len(merge.there) == 3 - len(refused)


def test_an_increment_that_stands_in_an_earlier_line_is_refused_with_a_remedy():
    (problem,) = merged(NOTHING, file_of(more(), more())).problems

    assert problem == (
        3,
        "line 2 already says so, for the same day and source; name the `source` or "
        "`item` of each if this is another report, or remove one",
    )


@pytest.mark.parametrize(
    "other",
    [
        an_actual(APRIL, 40),
        an_actual(MARCH, 41),
        an_actual(MARCH, 40, kind="increment"),
        an_actual(MARCH, 40, source="Kazinform"),
        an_actual(MARCH, 40, item="No 1"),
    ],
)
def test_another_day_figure_kind_source_or_item_is_another_row(other):
    merge = merged(a_ledger_of(an_actual(MARCH, 40)), file_of(other))

    assert (len(merge.new), len(merge.there)) == (1, 0)


def test_a_file_imported_again_after_a_correction_adds_nothing():
    said = an_actual(MARCH, 40)
    corrected = a_row_that(value=50, replaces=1, seq=2)

    merge = merged(a_ledger_of(said, corrected), file_of(said))

    assert (merge.new, len(merge.there)) == ((), 1)


def test_a_file_put_right_after_a_correction_adds_nothing():
    said = an_actual(MARCH, 12, kind="increment")
    corrected = a_row_that(value=21, kind="increment", replaces=1, seq=2)

    merge = merged(
        a_ledger_of(said, corrected), file_of(an_actual(MARCH, 21, kind="increment"))
    )

    assert (merge.new, len(merge.there)) == ((), 1)


def test_a_total_is_taken_before_what_is_counted_on_from_it():
    added, total = an_actual(MARCH, 5, kind="increment"), an_actual(MARCH, 40)

    merge = merged(NOTHING, file_of(added, total))

    assert [each.value for each in merge.new] == [40, 5]


def test_a_reason_admits_a_fall_and_so_does_a_digest_but_no_name():
    rows = [
        replace(row_of(2, an_actual(MARCH, 40), name="schools#1"), digest="d" * 64),
        row_of(3, an_actual(APRIL, 30, reason="recounted")),
        row_of(4, an_actual("2024-05-01", 20), name="17"),
    ]

    merge = merged(NOTHING, rows)

    assert {merge.lines[seq] for seq in merge.admitted} == {2, 3}


def test_an_export_is_taken_in_the_order_of_its_ledger():
    rows = [
        row_of(2, a_row_that(value=50), name="schools#10", replaces="schools#9"),
        row_of(3, an_actual(APRIL, 40), name="schools#9"),
    ]

    merge = merged(NOTHING, rows)

    assert [(each.value, each.replaces) for each in merge.new] == [(40, None), (50, 1)]


def test_a_row_replaces_what_stands_elsewhere_in_this_ledger():
    recorded = a_ledger_of(*a_ledger(an_actual(APRIL, 60), an_actual(MARCH, 40)))
    rows = [
        replace(row_of(2, an_actual(MARCH, 40), name="schools#1"), digest="d" * 64),
        row_of(3, a_row_that(value=50), name="schools#2", replaces="schools#1"),
    ]

    merge = merged(recorded, rows)

    assert [(each.seq, each.replaces) for each in merge.new] == [(3, 2)]
    assert len(merge.there) == 1


def test_a_row_that_replaces_what_is_not_in_the_file_is_refused():
    rows = [row_of(5, a_row_that(value=50), name="schools#2", replaces="schools#1")]

    merge = merged(a_ledger_of(an_actual(MARCH, 40)), rows)

    message = (
        "replaces schools#1, which does not stand before it in this file; export both "
        "rows"
    )
    assert (merge.new, merge.problems) == ((), ((5, message),))


def test_two_rows_that_replace_the_same_one_are_refused():
    rows = [
        replace(row_of(2, an_actual(MARCH, 40), name="schools#1"), digest="d" * 64),
        row_of(3, a_row_that(value=50), name="schools#2", replaces="schools#1"),
        row_of(4, a_row_that(value=60), name="schools#3", replaces="schools#1"),
    ]

    merge = merged(NOTHING, rows)

    assert [each.value for each in merge.new] == [40, 50]
    assert [line for line, _ in merge.problems] == [4]


def test_a_row_that_replaces_what_was_corrected_otherwise_is_refused():
    corrected = a_row_that(value=60, replaces=1, seq=2)
    rows = [
        replace(row_of(2, an_actual(MARCH, 40), name="schools#1"), digest="d" * 64),
        row_of(3, a_row_that(value=50), name="schools#2", replaces="schools#1"),
    ]

    merge = merged(a_ledger_of(an_actual(MARCH, 40), corrected), rows)

    assert [line for line, _ in merge.problems] == [3]


@pytest.mark.parametrize("name", ["schools", "schools#x", "schools#" + "9" * 5000])
def test_a_name_without_a_place_is_a_name_all_the_same(name):
    merge = merged(NOTHING, [row_of(2, an_actual(MARCH, 40), name=name)])

    assert len(merge.new) == 1


def test_two_rows_of_one_name_must_be_the_same():
    first = row_of(2, an_actual(MARCH, 40), name="schools#1")
    again, other = replace(first, line=3), replace(first, line=4, key="camps")

    assert twice_named(
        [first, again, other, *file_of(an_actual(MARCH, 1))], "f.csv"
    ) == [Problem("f.csv:4", "schools#1 stands in line 2 too; remove one")]


def test_a_name_that_stands_twice_is_known_the_second_time():
    row = row_of(2, an_actual(MARCH, 40), name="schools#1")

    merge = merged(NOTHING, [row, replace(row, line=3)])

    assert (len(merge.new), len(merge.there)) == (1, 1)


def test_what_was_recorded_once_more_after_a_withdrawal_is_kept_as_two_rows():
    said = an_actual(MARCH, 40, author="aigul")
    taken_back = replace(a_withdrawal(1, on=MARCH), author="aigul")
    ledger = a_ledger_of(*a_ledger(said, taken_back, said))

    again = imported(NOTHING, rows_of(ledger))

    assert again == ledger


@given(ledgers())
def test_an_exported_ledger_imported_elsewhere_is_the_same_ledger(ledger):
    assert imported(NOTHING, rows_of(ledger)) == ledger


@given(ledgers())
def test_an_exported_ledger_adds_nothing_to_itself(ledger):
    merge = merged(ledger, rows_of(ledger))

    assert (merge.new, len(merge.there)) == ((), len(ledger.actuals))


@given(ledgers(), st.randoms())
def test_the_order_of_the_rows_of_an_export_does_not_matter(ledger, chance):
    rows = list(rows_of(ledger))
    chance.shuffle(rows)

    assert imported(NOTHING, rows) == ledger


@given(st.lists(SAID, max_size=6), st.randoms())
def test_the_order_of_the_rows_of_a_file_does_not_matter(actuals, chance):
    rows = file_of(*actuals)
    shuffled = file_of(*chance.sample(actuals, len(actuals)))

    assert _reported(imported(NOTHING, shuffled)) == _reported(imported(NOTHING, rows))


@given(st.lists(SAID, max_size=6))
def test_a_file_imported_twice_adds_nothing_the_second_time(actuals):
    rows = file_of(*actuals)
    once = imported(NOTHING, rows)

    assert imported(once, rows) == once


@given(ledgers())
def test_a_file_without_names_adds_nothing_to_the_ledger_it_tells_of(ledger):
    rows = nameless(row for row in rows_of(ledger) if row.actual.value is not None)

    assert merged(ledger, rows).new == ()


def _reported(ledger):
    """The status, and what each actual of it says."""
    return status(a_target(), ledger.actuals, day("2024-12-31"))


VERIFIED = an_actual(
    MARCH,
    100,
    evidence="verified",
    source="gov.kz",
    url="https://gov.kz/1",
    note="seen",
    item="No 1",
)


def revised_by(*actuals, says_evidence=False):
    rows = [replace(row, says_evidence=says_evidence) for row in file_of(*actuals)]
    return merged(a_ledger_of(VERIFIED), rows, revise="recounted")


@pytest.mark.parametrize("source", [None, "gov.kz"])
def test_a_row_that_says_no_more_than_what_stands_revises_nothing(source):
    merge = revised_by(an_actual(MARCH, 100, source=source))

    assert (merge.new, merge.there, merge.problems) == ((), {2: 1}, ())


def test_a_figure_that_is_revised_keeps_what_the_file_does_not_say():
    (new,) = revised_by(an_actual(MARCH, 105, note="recounted in June")).new

    assert new == replace(
        VERIFIED,
        seq=2,
        value=105,
        note="recounted in June",
        replaces=1,
        reason="recounted",
        author=new.author,
    )


def test_evidence_that_a_file_says_takes_the_place_of_other_evidence():
    (new,) = revised_by(an_actual(MARCH, 100), says_evidence=True).new

    assert (new.evidence, new.url, new.replaces) == ("claimed", VERIFIED.url, 1)


def test_a_row_that_stands_twice_revises_once():
    merge = revised_by(an_actual(MARCH, 105), an_actual(MARCH, 105))

    assert (len(merge.new), merge.there, merge.problems) == (1, {3: 2}, ())
