"""What is said at a stocktake of the usual target, 0 -> 100 over 2024."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.builders import a_goal, a_ledger, a_statement, a_target, an_actual, day, done
from tracker.ledger import Ledger, StatementEntry, StatementKind
from tracker.progress.changes import changes
from tracker.progress.due import next_due
from tracker.progress.forecasts import with_forecasts
from tracker.progress.status import status
from tracker.reports.league import By
from tracker.reports.stocktake import (
    came_in,
    due_of_one,
    league_table,
    moved,
    notes,
    ratings_table,
)
from tracker.reports.stocktake_figures import figures

BEHIND = an_actual("2024-06-29", 49), an_actual("2024-09-29", 50)
SINCE, NOW = day("2024-06-30"), day("2024-09-30")


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def a_change(target, *actuals):
    """What changed of a target from the end of June to the end of September."""
    entries = tuple(
        StatementEntry(
            seq=seq,
            kind=StatementKind.STATED,
            statement=each,
            labels=target.labels,
            author="aigul",
            recorded_at=at(f"{each.stated}T08:00"),
            replaces=None,
            reason=None,
            digest="",
        )
        for seq, each in enumerate(target.statements, start=1)
    )
    rows = tuple(
        replace(each, recorded_at=at(f"{each.on}T12:00")) for each in a_ledger(*actuals)
    )
    ledger = Ledger(target.key, entries, rows)
    return changes([ledger], [status(target, list(rows), NOW)], SINCE)


def test_a_rating_is_counted_then_and_now():
    found = a_change(
        a_target(), an_actual("2024-06-29", 49), an_actual("2024-09-29", 50)
    )

    assert ratings_table(found, NOW, SINCE, "en") == [
        ["", "30\u00a0Jun\u00a02024", "30\u00a0Sep\u00a02024"],
        ["● on track", "1", "0"],
        ["▼ off track", "0", "1"],
        ["Targets", "1", "1"],
    ]


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "on track → off track; 49 → 50\u00a0schools"),
        ("kk", "жоспарға сай → жоспардан артта; 49 → 50\u00a0schools"),
        ("ru", "по плану → отстаёт от плана; 49 → 50\u00a0schools"),
    ],
)
def test_what_moved_is_the_rating_and_the_figure(lang, expected):
    found = a_change(
        a_target(), an_actual("2024-06-29", 49), an_actual("2024-09-29", 50)
    )

    assert [each.below for each in moved(found, lang)] == [expected]


def test_a_goal_that_was_restated_moved():
    restated = a_statement(stated="2024-08-01", goal=a_goal(80, "2025-12-31"))
    found = a_change(a_target(a_statement(), restated), an_actual("2024-06-29", 49))

    (item,) = moved(found, "en")
    assert item.below.replace("\u00a0", " ").endswith(
        "goal 100 → 80, 31 Dec 2024 → 31 Dec 2025"
    )


def test_what_stayed_is_not_listed():
    assert moved(a_change(a_target(a_statement(goal=a_goal(100, None)))), "en") == []


def test_a_target_promised_since_is_new():
    found = a_change(a_target(a_statement(stated="2024-08-01")))

    assert [each.below for each in moved(found, "en")] == ["new: no data"]


def test_the_quota_of_another_period_is_no_move():
    quota = a_statement(measure="periodic", period="quarter", goal=a_goal(10, None))
    found = a_change(
        a_target(quota), an_actual("2024-06-29", 10), an_actual("2024-09-29", 10)
    )

    assert moved(found, "en") == []


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "2\u00a0reports, 1\u00a0correction, 1\u00a0statement"),
        ("kk", "2\u00a0есеп, 1\u00a0түзету, 1\u00a0мәлімдеме"),
        ("ru", "2\u00a0отчёта, 1\u00a0исправление, 1\u00a0заявление"),
    ],
)
def test_what_came_in_is_counted(lang, expected):
    found = a_change(
        a_target(a_statement(), a_statement(stated="2024-08-01", goal=a_goal(80))),
        an_actual("2024-07-29", 55),
        an_actual("2024-09-29", 60),
        an_actual("2024-09-29", 61, replaces=2, reason="a slip"),
    )

    assert came_in(found, lang) == expected


def test_notes_are_told_the_latest_first_with_who_said_so():
    target = a_target()
    told = [
        an_actual("2024-03-01", 10, note="land not given", source="Ministry"),
        an_actual("2024-04-01", 20),
        an_actual("2024-05-01", 30, note="land given", author="aigul"),
    ]
    found = notes(status(target, a_ledger(*told), NOW), "en")

    assert [(each.text, each.below) for each in found] == [
        ("land given", "aigul"),
        ("land not given", "Ministry"),
    ]


def test_what_is_overdue_says_so_and_what_is_missing():
    target = a_target(a_statement((60, "2024-06-30")))
    found = status(target, a_ledger(an_actual("2024-06-29", 49)), NOW)
    items = due_of_one(next_due(found, [found]), "en")

    assert [(each.text, each.below) for each in items] == [
        ("checkpoint 60\u00a0schools", "overdue; 11\u00a0schools still missing"),
        (
            "goal 100\u00a0schools",
            "51\u00a0schools still missing; 17 a month needed",
        ),
    ]


def test_figures_that_are_not_known_are_left_out():
    named = {each.label for each in figures(status(a_target(), [], NOW), None, "en")}

    assert named == {"Goal", "Actual", "Expected"}


def test_the_goal_of_a_quota_has_its_rhythm():
    quota = a_statement(measure="periodic", period="quarter", goal=a_goal(10, None))
    (goal, *_) = figures(status(a_target(quota), [], NOW), None, "en")

    assert goal.text == "10\u00a0schools, every quarter"


def test_every_figure_has_a_name_of_its_own_in_every_language():
    known = status(a_target(), list(a_ledger(*BEHIND)), NOW)
    (with_chance,) = with_forecasts((known,))

    for lang in ("en", "kk", "ru"):
        labels = [each.label for each in figures(with_chance, known, lang)]
        assert len(set(labels)) == len(labels) == 9


def test_a_milestone_has_no_figures_but_its_day():
    milestone = a_target(a_statement(measure="milestone"))
    (goal, actual, *_) = figures(
        status(milestone, a_ledger(done("2024-09-01")), NOW), None, "en"
    )

    assert goal.text == "by 31\u00a0December 2024"
    assert actual.text.startswith("done")


def test_one_group_is_no_league():
    assert league_table([status(a_target(), [], NOW)], By.OWNER, "en") == []
