"""Targets as they were stated: sums, days, sources, and what a revision changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.builders import a_baseline, a_goal, day
from tests.reports.cases import (
    KAZINFORM,
    LANGUAGES,
    a_level,
    a_milestone,
    a_quota,
    ledger_of,
    promised,
    stated,
    titled,
)
from tracker.domain import Checkpoint, Source
from tracker.ledger import StatementKind
from tracker.periods import Period
from tracker.reports.statements import COLUMNS, changes, in_full, list_row, plan_lines

LATER = day("2030-01-01")


def plain(text):
    return text.replace("\u00a0", " ")


def lines_of(statement, lang="en"):
    return [plain(line) for line in plan_lines(statement, lang)]


def test_a_plan_is_shown_with_its_sums():
    schools = promised()["comfortable-schools"].first

    assert lines_of(schools) == [
        "98          by 1 September 2024",
        "+110 = 208  by 31 December 2024",
        "+161 = 369  by 31 December 2025, goal",
    ]


@pytest.mark.parametrize(
    ("statement", "lines"),
    [
        pytest.param(
            stated(), ["100  by 31 December 2024, goal"], id="without a checkpoint"
        ),
        pytest.param(
            stated((70, "2024-06-30"), baseline=a_baseline(100), goal=a_goal(0)),
            ["70       by 30 June 2024", "−70 = 0  by 31 December 2024, goal"],
            id="falling",
        ),
        pytest.param(
            replace(
                stated(baseline=a_baseline(0.1), goal=a_goal(0.6)),
                checkpoints=(Checkpoint(0.3, day("2024-06-30"), 0.2),),
            ),
            ["+0.2 = 0.3  by 30 June 2024", "+0.3 = 0.6  by 31 December 2024, goal"],
            id="tenths add up as by hand",
        ),
        pytest.param(
            stated((60, "2024-06-30"), goal=a_goal(100, None)),
            ["60         by 30 June 2024", "+40 = 100  goal, no day stated"],
            id="undated",
        ),
        pytest.param(a_quota().first, ["60 schools, every quarter"], id="a quota"),
        pytest.param(a_milestone().first, ["by 31 December 2024"], id="a milestone"),
        pytest.param(
            replace(a_milestone().first, goal=a_goal(1, None)),
            ["no day stated"],
            id="a milestone without a day",
        ),
    ],
)
def test_each_plan_is_shown_by_its_days(statement, lines):
    assert lines_of(statement) == lines


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (stated(goal=a_goal(217, "2025-12-31")), "369 → 217"),
        (stated(goal=a_goal(369, None)), "31 December 2025 → no day stated"),
        (
            stated(goal=a_goal(217, "2027-12-31")),
            "369 → 217; 31 December 2025 → 31 December 2027",
        ),
        (stated(goal=a_goal(369, "2025-12-31")), ""),
    ],
)
def test_a_revision_tells_what_it_changed_of_the_goal(after, told):
    before = stated(goal=a_goal(369, "2025-12-31"))

    assert plain(changes(before, after, "en")) == told


def test_a_revision_tells_what_it_changed_of_the_checkpoints():
    before, after = stated((77, "2024-06-30")), stated((78, "2024-06-30"))

    assert changes(before, after, "en") != ""


def test_a_target_of_the_list():
    assert list_row(promised()["comfortable-schools"], "en") == {
        "target": "comfortable-schools",
        "title": "Comfortable schools opened",
        "measure": "cumulative",
        "goal": 217,
        "unit": "schools",
        "by": "2025-12-31",
        "stated": "2024-09-02",
        "statements": 2,
    }


def test_a_milestone_without_a_day_has_neither_unit_nor_day():
    undated = titled(replace(a_milestone().first, goal=a_goal(1, None)))

    row = list_row(undated, "ru")

    assert tuple(row) == COLUMNS
    assert (row["unit"], row["by"], row["goal"]) == (None, None, 1)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_real_target_in_full(snapshot, lang):
    ledger = ledger_of(promised()["comfortable-schools"])

    snapshot(in_full(ledger, LATER, lang), f"comfortable-schools.{lang}.txt")


def test_a_target_in_full_names_all_that_is_known_of_it():
    falling = stated(baseline=a_baseline(100), goal=a_goal(0), source=KAZINFORM)
    linked = replace(
        falling, stated=day("2024-02-01"), source=Source(url="https://x.kz"), note="N"
    )
    target = titled(falling, linked, parent="all", report_every=Period.MONTH)

    assert plain(in_full(ledger_of(target), LATER, "en")) == (
        "schools: Schools opened\n"
        "  measure    cumulative\n"
        "  unit       schools\n"
        "  direction  less is better\n"
        "  baseline   100, 1 January 2024\n"
        "  part of    all\n"
        "  reports    every month\n"
        "\n"
        "Stated on 1 January 2024 (Kazinform, Schools, News)\n"
        "  0  by 31 December 2024, goal\n"
        "\n"
        "Restated on 1 February 2024\n"
        "  https://x.kz\n"
        "  0  by 31 December 2024, goal\n"
        "  note: N\n"
    )


def test_a_level_to_be_held_says_which_way_is_better():
    held = titled(replace(a_level().first, baseline=None))

    assert "  direction  more is better\n" in in_full(ledger_of(held), LATER, "en")


def test_a_milestone_in_full_has_no_unit():
    assert "unit" not in in_full(ledger_of(a_milestone()), LATER, "en")


def test_an_erratum_shows_what_was_read_before():
    ledger = ledger_of(titled(stated(goal=a_goal(396))))
    first = ledger.statements[0]
    erratum = replace(
        first,
        seq=2,
        kind=StatementKind.ERRATUM,
        statement=stated(goal=a_goal(369)),
        recorded_at=first.recorded_at + timedelta(1),
        replaces=1,
        reason="two digits swapped",
    )
    ledger = replace(ledger, statements=(first, erratum))

    text = plain(in_full(ledger, LATER, "en"))

    assert "  369  by 31 December 2024, goal\n" in text
    assert text.endswith(
        "\nErratum, 1 January 2024: two digits swapped; it read:\n"
        "  396  by 31 December 2024, goal\n"
    )


def test_hidden_characters_are_shown():
    title = {"en": "Schools \x1b[31m"}

    assert "Schools \\u001b[31m" in in_full(ledger_of(titled(title=title)), LATER, "en")
