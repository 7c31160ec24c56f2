"""What a check found, in a sentence of each language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import day
from tests.reports.cases import LANGUAGES
from tracker.progress.checks import Check, Fault, Why
from tracker.reports.faults import COLUMNS, message, rows, text

LEAP = Fault(
    Check.DECIMAL,
    Why.TENFOLD,
    "schools#3",
    "schools",
    on=day("2024-12-31"),
    value=1050.5,
    other=105,
    beside="schools#2",
    beside_on=day("2024-09-01"),
    days=693,
    told="targets.toml",
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sentence_in_every_language(lang, snapshot):
    said = [f"{why}: {message(replace(LEAP, why=why), lang)}" for why in Why]

    snapshot("\n".join(said) + "\n", f"faults.{lang}.txt")


def test_a_fault_is_one_line_that_begins_with_what_it_is_told_of():
    line = text([LEAP], "en")

    assert line == (
        "schools#3: 1,050.5 (31 Dec 2024) is 10 times the 105 of schools#2 "
        "(1 Sep 2024); if a decimal point was lost, correct it with `tracker correct`, "
        "else say there in a --note and --reason why it holds [decimal]\n"
    )


def test_nothing_wrong_is_no_text():
    assert text([], "en") == ""
    assert rows([], "en") == []


def test_a_row_for_machines():
    (row,) = rows([LEAP], "ru")

    assert list(row) == list(COLUMNS)
    assert (row["check"], row["target"], row["entry"]) == (
        *("decimal", "schools", "schools#3"),
    )
    assert (row["on"], row["value"]) == ("2024-12-31", 1050.5)


def test_what_is_not_known_is_null():
    told = Fault(Check.PLAN, Why.AS_TOLD, "targets.toml:3", told="wrong")

    (row,) = rows([told], "en")

    assert (row["target"], row["on"], row["value"]) == (None, None, None)
    assert row["message"] == "wrong"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("value", "other"), [(84, 10), (10, 84)])
def test_how_many_times_is_rounded_and_never_below_one(lang, value, other):
    said = message(replace(LEAP, value=value, other=other), lang)

    assert {"en": "8.4 times", "kk": "8,4 есе", "ru": "8,4 ×"}[lang] in said


def test_what_the_file_says_does_not_steer_the_terminal():
    told = Fault(Check.PLAN, Why.AS_TOLD, "targets.toml:3", told="red \u001b[31m")

    assert "\u001b" not in text([told], "en")
