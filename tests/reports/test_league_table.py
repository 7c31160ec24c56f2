"""The league table in every form."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.builders import an_actual
from tests.reports.cases import on, report, titled
from tracker.reports.league import By
from tracker.reports.league_table import render
from tracker.reports.report import Report
from tracker.reports.terminal import width

DAY = "2024-07-01"
LANGUAGES = ["en", "kk", "ru"]


def by_area(lang="en"):
    """Turkistan behind, Astana on track and one silent, a country-wide target late."""
    return report(
        on(DAY, titled(key="whole"), an_actual(DAY, 42)),
        on(DAY, titled(key="a", area="KZ-71"), an_actual(DAY, 50)),
        on(DAY, titled(key="b", area="KZ-71")),
        on(DAY, titled(key="c", area="KZ-61"), an_actual(DAY, 20)),
        on(DAY, titled(key="d", area="KZ-61"), an_actual(DAY, 60)),
        lang=lang,
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("columns", [80, 140])
def test_the_table_of_a_terminal(snapshot, lang, columns):
    text = render(by_area(lang), By.AREA, "text", columns)

    snapshot(text, f"league.{lang}.{columns}.txt")
    assert max(map(width, text.splitlines())) <= columns


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_table_as_markdown(snapshot, lang):
    snapshot(render(by_area(lang), By.AREA, "markdown", 80), f"league.{lang}.md")


def test_the_table_for_machines(snapshot):
    snapshot(render(by_area(), By.AREA, "json", 80), "league.json")
    snapshot(render(by_area(), By.AREA, "csv", 80), "league.csv")


def test_json_says_what_it_is_grouped_by_and_holds_every_target():
    document = json.loads(render(by_area(), By.AREA, "json", 80))

    assert (document["schema"], document["as_of"], document["by"]) == (1, DAY, "area")
    assert [each["group"] for each in document["groups"]] == ["KZ-61", "KZ-71", None]
    turkistan = document["groups"][0]
    assert turkistan["name"] == "Turkistan Region"
    assert (turkistan["targets"], turkistan["off-track"], turkistan["behind"]) == (
        *(2, 1, 1),
    )
    assert (turkistan["share_behind"], turkistan["keys"]) == (0.5, ["c", "d"])


def test_what_is_not_known_of_a_group_is_an_empty_cell():
    silent = report(on(DAY, titled(area="KZ-71")))

    (row,) = csv.DictReader(io.StringIO(render(silent, By.AREA, "csv", 80)))

    unknown = ("share_behind", "median_pace", "worst_days_ahead")
    assert [row[name] for name in unknown] == ["", "", ""]
    assert (row["no-data"], row["silent"], row["missed"]) == ("1", "1", "0")


def test_only_ratings_that_occur_have_a_column():
    text = render(by_area(), By.AREA, "text", 80)

    assert "▼ off track" in text
    assert "✖" not in text


@pytest.mark.parametrize(
    ("by", "word"), [("programme", "programme"), ("parent", "part of")]
)
def test_the_head_names_what_it_is_grouped_by(by, word):
    lines = render(by_area(), By(by), "text", 80).splitlines()

    assert lines[2].startswith(word)


def test_no_targets_are_no_table():
    nothing = Report((), by_area().as_of, None, "en")

    assert render(nothing, By.AREA, "text", 80) == (
        "Targets as of 1 July 2024: the worst groups first\n\n\n"
        "nothing had been recorded by then\n"
    )
    assert render(nothing, By.AREA, "markdown", 80) == (
        "# Targets as of 1 July 2024: the worst groups first\n\n"
        "nothing had been recorded by then\n"
    )
