"""Everything that happened, a row an event, in the order it was recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.builders import a_withdrawal, an_actual, day, done, not_done
from tests.reports.cases import AT, KAZINFORM, a_milestone, ledger_of, stated, titled
from tracker.ledger import StatementKind
from tracker.reports.events import COLUMNS, TEXT_COLUMNS, event_rows

LATER = day("2025-12-31")


def whats(ledger, lang="en", as_of=LATER):
    rows = event_rows([ledger], as_of, lang)
    return [row["what"].replace("\u00a0", " ") for row in rows]


def test_an_actual_is_told_with_all_that_was_said():
    said = an_actual(
        "2024-03-01", 40, source="Kazinform", item="No 1", note="N", reason="R"
    )

    row = event_rows([ledger_of(titled(), said)], LATER, "en")[1]

    assert row | {"what": "", "moment": ""} == {
        "recorded_at": "2025-03-18T11:30:00Z",
        "moment": "",
        "entry": "schools#1",
        "event": "recorded",
        "what": "",
        "on": "2024-03-01",
        "kind": "total",
        "value": 40,
        "replaces": None,
        "evidence": "claimed",
        "source": "Kazinform",
        "url": None,
        "item": "No 1",
        "note": "N",
        "author": "aigul",
        "reason": "R",
    }


def test_a_row_has_every_column():
    ledger = ledger_of(titled(), an_actual("2024-03-01", 40))

    for row in event_rows([ledger], LATER, "en"):
        assert {*COLUMNS, *TEXT_COLUMNS} <= set(row)


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        (
            "en",
            [
                "stated: 100, by 31 December 2024, goal",
                "40 schools, 1 Mar 2024, claimed",
                "+1 school, 2 Mar 2024, claimed",
                "−2 schools, 3 Mar 2024, claimed",
                "replaces #1: 41 schools, 1 Mar 2024, claimed",
                "takes back #2",
            ],
        ),
        (
            "ru",
            [
                "заявлено: 100, к 31 декабря 2024 г., целевое значение",
                "40 школ, 01.03.2024, заявлено",
                "+1 школа, 02.03.2024, заявлено",
                "−2 школы, 03.03.2024, заявлено",
                "заменяет #1: 41 школа, 01.03.2024, заявлено",
                "отзывает #2",
            ],
        ),
    ],
)
def test_what_happened_in_words(lang, told):
    ledger = ledger_of(
        titled(),
        an_actual("2024-03-01", 40),
        an_actual("2024-03-02", 1, kind="increment"),
        an_actual("2024-03-03", -2, kind="increment"),
        an_actual("2024-03-01", 41, replaces=1),
        a_withdrawal(2),
    )

    assert whats(ledger, lang) == told


def test_an_increment_of_nothing_is_no_total_of_nothing():
    ledger = ledger_of(titled(), an_actual("2024-03-01", 0, kind="increment"))

    assert whats(ledger)[1] == "+0 schools, 1 Mar 2024, claimed"


def test_a_milestone_is_told_as_done_or_not():
    ledger = ledger_of(a_milestone(), not_done("2024-03-01"), done("2024-04-01"))

    assert whats(ledger) == [
        "stated: by 31 December 2024",
        "not done, 1 Mar 2024, claimed",
        "done, 1 Apr 2024, claimed",
    ]


def test_corrections_and_withdrawals_are_events_of_their_own():
    ledger = ledger_of(
        titled(),
        an_actual("2024-03-01", 40),
        an_actual("2024-03-01", 41, replaces=1),
        a_withdrawal(2),
    )

    found = [row["event"] for row in event_rows([ledger], LATER, "en")]

    assert found == ["stated", "recorded", "corrected", "withdrawn"]


def test_what_was_said_of_a_later_day_has_not_happened_yet():
    revised = stated((50, "2024-06-30"), stated="2024-05-01")
    ledger = ledger_of(
        titled(stated(), revised), an_actual("2024-03-01", 40), an_actual("2024-04-01")
    )

    assert whats(ledger, as_of=day("2024-03-31")) == [
        "stated: 100, by 31 December 2024, goal",
        "40 schools, 1 Mar 2024, claimed",
    ]


def test_events_of_all_targets_stand_in_the_order_recorded():
    one = ledger_of(titled(key="b"), an_actual("2024-03-01", 40))
    other = ledger_of(
        titled(key="a"), an_actual("2024-02-01", 30), an_actual("2024-03-01")
    )

    entries = [row["entry"] for row in event_rows([one, other], LATER, "en")]

    assert entries == ["b@2024-01-01", "a@2024-01-01", "b#1", "a#1", "a#2"]


def test_an_erratum_and_a_new_name_are_told_as_such():
    ledger = ledger_of(titled(stated(source=KAZINFORM)))
    first = ledger.statements[0]
    erratum = replace(
        first, seq=2, kind=StatementKind.ERRATUM, replaces=1, reason="mistyped"
    )
    renamed = replace(
        first, seq=3, kind=StatementKind.RELABELLED, recorded_at=AT + timedelta(1)
    )
    ledger = replace(ledger, statements=(first, erratum, renamed))

    rows = event_rows([ledger], LATER, "en")

    assert [row["event"] for row in rows] == ["stated", "erratum", "relabelled"]
    assert whats(ledger)[1:] == ["erratum: 100, by 31 December 2024, goal", "renamed"]
    assert rows[1]["reason"] == "mistyped"
    assert rows[0]["source"] == "Kazinform, Schools, News"


def test_a_sum_and_its_day_are_parted_where_the_day_begins_with_a_number():
    ledger = ledger_of(titled())

    assert whats(ledger, "kk") == [
        "мәлімделген: 100, 2024 жылғы 31 желтоқсанға дейін, мақсат мәні"
    ]
