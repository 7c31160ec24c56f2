"""tracker status --methods and --by: other tables of the same statuses."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tracker.cli.options import GROUPINGS
from tracker.reports.league import By

NEW_YEAR = ("--as-of", "2024-12-31")


def test_methods_stand_beside_our_rating(tracker):
    result = tracker(
        *("status", "comfortable-schools", "--methods", *NEW_YEAR), COLUMNS="140"
    )
    text = result.stdout

    row = next(line for line in text.splitlines() if "at risk" in line)
    # 105 of 217 is 48.4 %, and 105 of the 128.13 planned 81.9 %.
    title = "Comfortable schools opened"
    assert row.split() == [*title.split(), *"▲ at risk – 48% – 81.9%".split()]
    assert "the baseline is 0, from which the ratio explodes" in text


@pytest.mark.parametrize("lang", ["en", "kk", "ru"])
@pytest.mark.parametrize("columns", ["80", "140"])
@pytest.mark.parametrize("table", [["--methods"], ["--by", "programme"]])
def test_both_tables_fit_the_terminal(tracker, table, lang, columns):
    result = tracker("status", *table, *NEW_YEAR, "--lang", lang, COLUMNS=columns)

    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= int(columns)


@pytest.mark.parametrize("form", ["json", "csv"])
def test_machines_are_told_of_the_methods_anyway(tracker, form):
    usual = tracker("status", *NEW_YEAR, "--format", form).stdout

    assert tracker("status", "--methods", *NEW_YEAR, "--format", form).stdout == usual
    assert "extrapolation" in usual


def test_methods_as_markdown(tracker):
    text = tracker("status", "--methods", *NEW_YEAR, "--format", "markdown").stdout

    assert "| target | our rating | growth | completion |" in text


def test_programmes_are_ranked_and_those_of_none_come_last(tracker):
    result = tracker("status", "--by", "programme", *NEW_YEAR, "--format", "csv")

    first, *_, last = csv.DictReader(io.StringIO(result.stdout))
    assert first["name"] == "Comfortable School"
    assert (last["group"], last["name"]) == ("", "No programme")


@pytest.mark.parametrize("by", GROUPINGS)
def test_every_target_stands_in_one_group(tracker, by):
    result = tracker("status", "--by", by, *NEW_YEAR, "--format", "json")

    groups = json.loads(result.stdout)["groups"]
    keys = [key for each in groups for key in each["keys"]]
    usual = json.loads(tracker("status", *NEW_YEAR, "--format", "json").stdout)
    assert sorted(keys) == sorted(each["key"] for each in usual["targets"])


def test_help_offers_every_grouping():
    assert tuple(By) == GROUPINGS


def test_only_the_targets_named_are_grouped(tracker):
    result = tracker("status", "camp-vouchers", "--by", "owner", "--format", "json")

    (group,) = json.loads(result.stdout)["groups"]
    assert group["keys"] == ["camp-vouchers"]


def test_a_target_that_is_named_is_grouped_with_its_parts(tracker):
    result = tracker(
        *("status", "comfortable-schools", "--by", "area", "--format", "json")
    )

    groups = json.loads(result.stdout)["groups"]
    assert {each["group"]: each["keys"] for each in groups} == {
        "KZ-71": ["comfortable-schools/astana"],
        "KZ-61": ["comfortable-schools/turkistan"],
        None: ["comfortable-schools"],
    }


def test_a_league_table_still_tells_scripts_what_is_off_track(tracker):
    result = tracker("status", "--by", "owner", *NEW_YEAR, "--fail-on", "off-track")

    assert result.exit_code == 1
    assert "off-track, or worse: comfortable-school-places" in result.stderr


def test_two_tables_at_once_are_refused(tracker):
    result = tracker("status", "--by", "area", "--methods")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(
        "Error: --by and --methods are two tables; give one of them\n"
    )


def test_the_table_is_written_to_a_file_without_cutting_titles(tracker, example):
    tracker("status", "--methods", *NEW_YEAR, "-o", "methods.txt")

    text = (example / "methods.txt").read_text(encoding="utf-8")
    assert "Students trained for enterprises, 2024" in text
