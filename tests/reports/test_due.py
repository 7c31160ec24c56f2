"""What falls due as text, Markdown and rows, in three languages."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.builders import a_goal, an_actual, not_done
from tests.reports.agendas import DAY, agenda, of_every_kind
from tests.reports.cases import LANGUAGES, a_milestone, on, stated, titled
from tracker.periods import Period
from tracker.reports.due import COLUMNS, markdown, rows, still_missing, text, what
from tracker.reports.terminal import width


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_falls_due_of_every_kind(lang, snapshot):
    asked = of_every_kind(lang)

    snapshot(text(asked, 80), f"due.{lang}.80.txt")
    snapshot(markdown(asked), f"due.{lang}.md")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_line_is_wider_than_the_terminal(lang):
    long = titled(title={lang: "Мектептер 学校 " * 20})
    asked = agenda(on(DAY, long, an_actual("2024-06-01", 10)), lang=lang)

    assert max(width(line) for line in text(asked, 80).splitlines()) == 80
    assert "…" in text(asked, 80)


def test_a_row_for_machines():
    report, checkpoint = rows(of_every_kind())[:2]

    assert list(report) == list(COLUMNS)
    assert (report["kind"], report["by"], report["days"]) == (
        *("report", "2024-03-31", -92),
    )
    assert (report["reports"], report["report_start"], report["report_end"]) == (
        *(2, "2024-01-01", "2024-06-30"),
    )
    assert (report["value"], report["missing"], report["per_month"]) == (None,) * 3
    assert (checkpoint["as_of"], checkpoint["target"]) == (DAY, "schools")
    assert (checkpoint["value"], checkpoint["missing"]) == (60, 19)
    assert checkpoint["reports"] is None


def test_a_hostile_title_steers_neither_terminal_nor_markdown():
    hostile = titled(title={"en": "red \u001b[31m | *bold*"})
    asked = agenda(on(DAY, hostile))

    assert "\u001b" not in text(asked, 80) + markdown(asked)
    assert "\\| \\*bold\\*" in markdown(asked)


def test_nothing_due_is_said():
    undated = titled(stated(goal=a_goal(by=None)), key="camps")

    assert text(agenda(on(DAY, undated)), 80).splitlines() == [
        *("What falls due by 1 July 2025, as of 1 July 2024", ""),
        "nothing falls due, 1 undated (camps)",
    ]
    assert "nothing had been recorded by then" in markdown(agenda())


def test_more_than_five_undated_targets_are_only_counted():
    undated = on(DAY, titled(stated(goal=a_goal(by=None)), key="camps"))

    said = text(agenda(*[undated] * 6), 80).splitlines()[-1]

    assert said == "nothing falls due, 6 undated"


def test_the_heading_says_what_was_known_when():
    known = datetime(2024, 6, 1, 9, 30, tzinfo=UTC)

    head = text(agenda(on(DAY, titled()), known_at=known), 100).splitlines()[0]

    assert head.endswith("as of 1 July 2024, as known at 2024-06-01 09:30:00Z")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "19 schools still missing"),
        ("kk", "әлі 19 мектеп жетпейді"),
        ("ru", "не хватает ещё 19 школ"),
    ],
)
def test_what_is_missing_in_words(lang, said):
    checkpoint = of_every_kind(lang).dues[1]

    assert still_missing(checkpoint, lang).replace("\u00a0", " ") == said


def test_a_milestone_has_nothing_to_count():
    asked = agenda(on(DAY, a_milestone(), not_done("2024-06-01")))
    (due,) = asked.dues

    assert (what(due, "en"), still_missing(due, "en")) == ("to be done", "")


@pytest.mark.parametrize(
    ("lang", "one", "two"),
    [
        ("en", "report for 2024", "2 reports, the first for 2022"),
        ("kk", "2024 жылғы есеп", "2 есеп, біріншісі – 2022 жылғы"),
        ("ru", "отчёт за 2024 год", "2 отчёта, первый — за 2022 год"),
    ],
)
def test_a_year_is_said_to_be_one(lang, one, two):
    yearly = titled(stated(), report_every=Period.YEAR)
    overdue, to_come = agenda(
        on(DAY, yearly, an_actual("2021-12-31", 1)), until="2024-12-31"
    ).dues[:2]

    said = [what(each, lang).replace("\u00a0", " ") for each in (overdue, to_come)]
    assert said == [two, one]
