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
    all_recorded,
    came_in,
    compared,
    due_of_one,
    league_table,
    moved,
    notes,
    ratings_table,
)
from tracker.reports.stocktake_figures import figures, parts

BEHIND = an_actual("2024-06-29", 49), an_actual("2024-09-29", 50)
SINCE, NOW = day("2024-06-30"), day("2024-09-30")


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def a_change(target, *actuals, recorded=None):
    """What changed of a target from the end of June to the end of September.

    Args:
        recorded: The day of the first row and all others; their own days if None.
    """
    entries = tuple(
        StatementEntry(
            seq=seq,
            kind=StatementKind.STATED,
            statement=each,
            labels=target.labels,
            author="aigul",
            recorded_at=at(f"{recorded or each.stated}T08:00"),
            replaces=None,
            reason=None,
            digest="",
        )
        for seq, each in enumerate(target.statements, start=1)
    )
    rows = tuple(
        replace(each, recorded_at=at(f"{recorded or each.on}T12:00"))
        for each in a_ledger(*actuals)
    )
    ledger = Ledger(target.key, entries, rows)
    return changes([ledger], [status(target, list(rows), NOW)], SINCE)


def test_a_rating_is_counted_then_and_now():
    found = a_change(
        a_target(), an_actual("2024-06-29", 49), an_actual("2024-09-29", 50)
    )

    assert ratings_table(found, NOW, SINCE, "en") == [
        ["", "30\u00a0Jun\u00a024", "30\u00a0Sep\u00a024"],
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


def test_ratings_on_stale_figures_are_counted_and_dated():
    monthly = a_target(report_every="month")
    found = a_change(monthly, an_actual("2024-07-29", 58))

    # 58 % of the way on day 210 of 365 is on plan, 63 days later stale: 1.5 months.
    assert ratings_table(found, NOW, SINCE, "en")[0][3] == "stale"
    assert ratings_table(found, NOW, SINCE, "en")[1:] == [
        ["● on track", "0", "1", "1"],
        ["? no data", "1", "0", "0"],
        ["Targets", "1", "1", "1"],
    ]
    assert (
        moved(found, "en")[0]
        .below.replace("\u00a0", " ")
        .endswith("58 schools; data of 29 Jul 2024, stale")
    )


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "The database begins on 1 August 2024, so what was known on 30 June 2024 "
            "is not on record.",
        ),
        (
            "kk",
            "Дерекқор 2024 жылғы 1 тамыз күнінен басталады, сондықтан 2024 жылғы "
            "30 маусым күні не белгілі болғаны жазылмаған.",
        ),
        (
            "ru",
            "База данных начата 1 августа 2024 г., поэтому известное на 30 июня "
            "2024 г. в ней не записано.",
        ),
    ],
)
def test_a_young_database_says_that_it_knew_nothing_then(lang, said):
    found = a_change(a_target(), *BEHIND, recorded="2024-08-01")

    told = compared(found, SINCE, lang).replace("\u00a0", " ")
    assert told.startswith(said)


@pytest.mark.parametrize(
    ("lang", "later", "came"),
    [
        ("en", "Recorded later: 1 target, with", "1 target recorded, 1 report"),
        ("kk", "Кейін енгізілгені: 1 көрсеткіш;", "1 көрсеткіш енгізілді, 1 есеп"),
        ("ru", "Внесено позже: 1 показатель;", "внесено: 1 показатель, 1 отчёт"),
    ],
)
def test_targets_recorded_later_are_counted_beside_those_that_were_known(
    lang, later, came
):
    (known,) = a_change(a_target(), an_actual("2024-06-29", 49))
    (young,) = a_change(a_target(), *BEHIND, recorded="2024-08-01")

    assert "2024" in compared([known], SINCE, lang)
    assert later not in compared([known], SINCE, lang).replace("\u00a0", " ")
    assert later in compared([known, young], SINCE, lang).replace("\u00a0", " ")
    assert came_in([known, young], lang).replace("\u00a0", " ") == came


def test_of_a_target_all_that_is_recorded_by_now_is_counted():
    later = a_statement(stated="2024-10-01", goal=a_goal(80))
    (young,) = a_change(
        a_target(a_statement(), later),
        *BEHIND,
        an_actual("2024-09-29", 51, replaces=2, reason="a slip"),
        an_actual("2024-10-05", 60),
    )

    # The second statement and the last figure are of days after the report.
    assert all_recorded(young, "en").replace("\u00a0", " ") == "1 statement, 2 reports"


def test_what_will_be_promised_later_is_not_new_yet():
    assert moved(a_change(a_target(a_statement(stated="2024-10-01"))), "en") == []


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


def test_an_earlier_rating_says_how_it_is_known():
    known = status(a_target(), list(a_ledger(*BEHIND)), NOW)
    then = next(
        each.text
        for each in figures(known, known, "en", known="as known now")
        if each.label.startswith("30")
    )

    assert then.replace("\u00a0", " ") == (
        "▼ off track, 50 of 100 schools, as known now"
    )


def test_a_milestone_has_no_figures_but_its_day():
    milestone = a_target(a_statement(measure="milestone"))
    (goal, actual, *_) = figures(
        status(milestone, a_ledger(done("2024-09-01")), NOW), None, "en"
    )

    assert goal.text == "by 31\u00a0December 2024"
    assert actual.text.startswith("done")


def test_a_part_with_stale_figures_names_their_day():
    monthly = replace(a_target(report_every="month"), key="north")
    old = status(monthly, a_ledger(an_actual("2024-07-29", 58)), NOW)
    whole = status(a_target(), [], NOW, (old,))

    (part,) = parts(whole, "en")
    assert part.below.replace("\u00a0", " ") == "data of 29 Jul 2024, stale"


def test_one_group_is_no_league():
    assert league_table([status(a_target(), [], NOW)], By.OWNER, "en") == []
