"""How the forecasts of the past came true, told for people and for machines."""

from __future__ import annotations

import json

import pytest

from tests.builders import an_actual
from tests.reports.cases import LANGUAGES, a_level, on, report, titled
from tracker.progress.backtest import Backtest, Score
from tracker.reports.backtest_report import render

JUNE = "2024-06-30"


def of(*scores, lang="en"):
    """The report of two targets and how their forecasts did."""
    asked = report(
        on(JUNE, titled(), an_actual(JUNE, 40)), on(JUNE, a_level()), lang=lang
    )
    by_target = dict(zip(("schools", "places"), scores, strict=False))
    return asked, Backtest((), scores[0], by_target)


MANY = Score(cases=42, coverage=34 / 42, chances=40, brier=0.172)
SOME = Score(cases=30, coverage=25 / 30, chances=29, brier=0.2)
ONE = Score(cases=1, coverage=1.0, chances=0, brier=None)
NONE = Score(cases=0, coverage=None, chances=0, brier=None)
FEW = "That is too few to judge by: at least 30 are needed."


def text_of(score):
    return render(*of(score), "text", 140)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_text_of_a_backtest(snapshot, lang):
    text = render(*of(MANY, ONE, lang=lang), "text", 80)

    assert max(map(len, text.splitlines())) <= 80
    snapshot(text, f"backtest.{lang}.txt")


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_backtest_for_machines(snapshot, form):
    snapshot(render(*of(MANY, ONE), form, 80), f"backtest.{form}")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_markdown_of_a_backtest(snapshot, lang):
    snapshot(render(*of(MANY, ONE, lang=lang), "markdown", 80), f"backtest.{lang}.md")


def test_the_share_of_cases_within_the_interval_is_told():
    assert "\nWithin the interval of 80%: 34 of 42, 80%.\n" in text_of(MANY)
    assert FEW not in text_of(MANY)


def test_a_single_target_has_no_table():
    assert text_of(MANY).endswith("saying 50% every time gets 0.25).\n")


@pytest.mark.parametrize(
    ("score", "lines"),
    [
        pytest.param(ONE, [3], id="too few of both"),
        pytest.param(SOME, [5], id="too few chances"),
        pytest.param(MANY, [], id="enough"),
    ],
)
def test_too_few_cases_are_called_too_few(score, lines):
    told = text_of(score).splitlines()

    assert [place for place, line in enumerate(told) if line == FEW] == lines


def test_a_row_of_few_cases_carries_a_mark_that_is_explained():
    lines = render(*of(MANY, ONE), "text", 80).splitlines()

    assert [each.split()[-5:] for each in lines if "place" in each] == [
        ["1", "!", "100%", "0", "–"]
    ]
    assert lines[-1] == "! too few to judge by: at least 30 are needed"
    assert "!" not in render(*of(MANY, MANY), "text", 80)


def test_parts_are_told_apart():
    title = {"en": "Comfortable schools opened in the regions"}
    labels = {"whole": (None, None), "whole/kz-71": ("KZ-71", "whole")}
    labels |= {"whole/kz-61": ("KZ-61", "whole"), "whole/rest": (None, "whole")}
    statuses = [
        on(JUNE, titled(title=title, key=key, area=area, parent=parent))
        for key, (area, parent) in labels.items()
    ]
    found = Backtest((), MANY, dict.fromkeys(labels, MANY))

    text = render(report(*statuses), found, "text", 80)

    assert [each.split("  ")[0] for each in text.splitlines()[-5:-1]] == [
        "Comfortable schools opened in the…",
        "Astana (city): Comfortable school…",
        "Turkistan Region: Comfortable sch…",
        "whole/rest",
    ]


def test_without_a_case_it_is_said_what_one_takes():
    asked, _ = of(MANY)

    text = render(asked, Backtest((), NONE, {}), "text", 140)

    assert text.splitlines()[2:] == [
        "No forecast can be checked yet: it takes two reports to make one, and a later "
        "report to compare it with."
    ]


@pytest.mark.parametrize(("score", "enough"), [(SOME, True), (ONE, False)])
def test_machines_are_told_whether_there_are_enough_cases(score, enough):
    assert json.loads(render(*of(score), "json", 80))["enough"] is enough


def test_what_is_not_known_is_null():
    asked, _ = of(MANY)

    found = json.loads(render(asked, Backtest((), NONE, {}), "json", 80))

    assert (found["cases"], found["coverage"], found["brier"]) == (0, None, None)
    assert found["targets"] == []


def test_a_long_title_is_cut_for_a_terminal_and_nowhere_else():
    title = {"en": "Schools that are opened all over the country in the year"}
    asked = report(on(JUNE, titled(title=title)), on(JUNE, a_level()))
    found = Backtest((), MANY, {"schools": MANY, "places": ONE})

    assert "Schools that are opened all over…  42 " in render(asked, found, "text", 80)
    assert f"| {title['en']} | 42 |" in render(asked, found, "markdown", 80)
