"""A named unit counts once, and names that may be one are asked about."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_goal, a_ledger, a_statement, a_withdrawal, an_actual, day
from tests.exchange.ledgers import STATED, a_ledger_of
from tracker.ledger import Ledger
from tracker.progress.items import ItemRefusal, item_refusals, items

SCHOOL = "School no. 142, Turkistan"


def named(item, on="2024-03-01", **fields):
    return an_actual(on, 1, kind="increment", item=item, **fields)


def refused(there, new, admitted=(), ledger=a_ledger_of):
    """What is told of new rows after those that are there."""
    rows = a_ledger(*there, *new)
    drafted = ledger(*rows[: len(there)])
    return item_refusals(drafted, rows[len(there) :], admitted)


@pytest.mark.parametrize(
    "again", [SCHOOL, "school NO. 142,  turkistan", "School no. 142, Turkistan\u00a0"]
)
def test_the_same_item_is_refused_with_the_row_that_counts_it(again):
    ((seq, other, alike),) = refused([named(SCHOOL)], [named(again, "2025-01-01")])

    assert (seq, other.seq, alike) == (2, 1, False)


@pytest.mark.parametrize(
    "near",
    [
        "School №142 Turkistan",
        "Turkistan, school 142",
        "School 142",
        "School no. 142, Turkistan city",
        "School no. 142, Turkestan",
        "School no. 142, Tukristan",
        "School no. 142, Turkistn",
        "School no. 0142, Türkistan",
        "Sсhool no. 142, Turkistаn",
    ],
)
def test_a_name_that_reads_like_one_is_asked_about(near):
    ((seq, other, alike),) = refused([named(SCHOOL)], [named(near)])

    assert (seq, other.item, alike) == (2, SCHOOL, True)


@pytest.mark.parametrize(
    "other",
    [
        "School no. 143, Turkistan",
        "School no. 14, Turkistan",
        "School no. 142, Shymkent",
        "Gymnasium no. 142, Kentau",
        "School, Turkistan",
        "Школа № 142, Туркестан",
        "№ 142",
    ],
)
def test_another_number_or_place_is_another_item(other):
    assert refused([named(SCHOOL)], [named(other)]) == ()


def test_letters_of_two_alphabets_that_look_alike_are_one():
    ((_, _, alike),) = refused([named("ШКОЛА 5, Тараз")], [named("ШКOЛA 5, Тараз")])

    assert alike


def test_single_letters_tell_two_buildings_apart():
    assert refused([named("Block A, Aksu")], [named("Block B, Aksu")]) == ()


def test_one_that_was_said_to_be_another_is_taken():
    near = named("School №142 Turkistan")

    assert refused([named(SCHOOL)], [near], admitted=[2]) == ()


def test_an_item_that_was_withdrawn_can_be_counted_again():
    there = [named(SCHOOL), a_withdrawal(1)]

    assert refused(there, [named(SCHOOL)]) == ()


def test_a_correction_keeps_its_item_and_is_not_asked_about_it_again():
    there = [named(SCHOOL), named("School №142 Turkistan")]
    better = named("School №142 Turkistan", replaces=2, reason="seen")
    renamed = named("School 142", replaces=2, reason="renamed")

    assert refused(there, [better]) == ()
    assert [each.alike for each in refused(there, [renamed])] == [True]


def test_two_rows_of_one_file_are_held_against_each_other():
    found = refused([], [named("A"), named("B"), named("a")])

    assert [(each.seq, each.other.seq) for each in found] == [(3, 1)]


def test_a_quota_counts_an_item_once_a_period():
    yearly = a_statement(measure="periodic", period="year", goal=a_goal(100, None))
    entry = replace(STATED, statement=yearly)

    def quota(*rows):
        return Ledger("schools", (entry,), rows)

    there = [named("KazNU", "2024-03-01")]

    assert refused(there, [named("KazNU", "2025-03-01")], ledger=quota) == ()
    assert len(refused(there, [named("KazNU", "2024-12-31")], ledger=quota)) == 1


def test_readings_of_a_level_count_no_items():
    entry = replace(STATED, statement=a_statement(measure="level"))

    def level(*rows):
        return Ledger("schools", (entry,), rows)

    assert refused([named("Almaty")], [named("Almaty")], ledger=level) == ()


def test_the_items_of_a_day_are_those_in_force():
    rows = a_ledger(
        named("B", "2024-05-01"),
        named("A", "2024-03-01"),
        named("C", "2024-06-01"),
        an_actual("2024-04-01", 9),
        replace(a_withdrawal(1, on="2024-05-01"), seq=5),
    )

    assert [each.item for each in items(rows, day("2024-05-31"))] == ["A"]
    assert [each.item for each in items(rows, day("2024-06-01"))] == ["A", "C"]


@given(st.lists(st.text("Aa б5 ,", min_size=1), max_size=6))
def test_what_is_refused_is_always_a_later_row_than_the_one_named(names):
    rows = a_ledger(*map(named, names))

    for each in item_refusals(a_ledger_of(), rows):
        assert isinstance(each, ItemRefusal)
        assert each.other.seq < each.seq


def test_many_items_are_compared_in_less_than_quadratic_time():
    # Names of one form, as a register has them: pairwise comparison takes minutes.
    towns = [f"{a}{b}{c}auyl" for a in "bdgk" for b in "aeiou" for c in "lmnrstvz"]
    rows = a_ledger(*(named(f"School {n}, {t}") for n in range(25) for t in towns))
    started = time.perf_counter()

    found = item_refusals(a_ledger_of(), rows)

    # School 0, balauyl and School 0, belauyl differ in one letter.
    assert found
    assert time.perf_counter() - started < 20
