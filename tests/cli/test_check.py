"""tracker check: silent and 0 when all is well, a line for each fault and 1 if not."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.builders import a_goal, a_statement, a_target, an_actual
from tracker.cli import root
from tracker.store import write
from tracker.store.engine import writing
from tracker.store.write import Signature

HOMES = """
[targets.homes]
title = "Homes built"
unit = "homes"
measure = "cumulative"
baseline = { value = 0, on = 2024-01-01 }
goal = { value = 1000, by = 2033-12-31 }
bounds = { lower = 0, upper = 2000 }
report_every = "month"
stated = 2024-01-01
source = { publisher = "Ministry" }
"""
PARTS = """
[targets.north]
title = "Homes built in the north"
unit = "homes"
measure = "cumulative"
baseline = { value = 0, on = 2024-01-01 }
goal = { value = 400, by = 2033-12-31 }
parent = "homes"
stated = 2024-01-01
"""
UNSOURCED = """
[[targets.homes.revisions]]
stated = 2024-06-01
goal = { value = 800, by = 2033-12-31 }
"""
DAY = ("--as-of", "2024-06-30")


@pytest.fixture
def homes(tmp_path, monkeypatch):
    """Runs a command in a folder with one promise, set up."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments):
        return CliRunner().invoke(root, list(arguments), catch_exceptions=False)

    write_targets(HOMES)
    run("init")
    return run


def write_targets(text):
    Path("targets.toml").write_text(text, encoding="utf-8")


def record(homes, value, on, *more):
    result = homes("record", "homes", value, "--on", on, *more)
    assert result.exit_code == 0, result.output


def told(result):
    """Of each line: what it is told of, and the check."""
    assert result.exit_code == (1 if result.stdout else 0)
    assert result.stderr == ""
    return [
        (line.partition(": ")[0], line.rpartition("[")[2].rstrip("]"))
        for line in result.stdout.splitlines()
    ]


def test_a_sound_ledger_is_silent(homes):
    record(homes, "40", "2024-03-31")
    record(homes, "+20", "2024-06-30")

    result = homes("check", *DAY)

    assert (result.exit_code, result.output) == (0, "")


def test_the_example_is_sound_but_for_what_is_stale(tracker):
    day = ("--as-of", "2026-11-24")

    assert {check for _, check in told(tracker("check", *day))} == {"stale"}
    assert len(told(tracker("check", "stale", *day))) == 7
    assert told(tracker("check", "--as-of", "2024-07-01")) == []


def test_a_fall_that_was_forced_for_a_reason_is_not_told(homes):
    record(homes, "60", "2024-03-31")
    record(homes, "40", "2024-04-30", "--force", "--reason", "a recount")

    assert told(homes("check", "falls")) == []


def test_a_fall_that_a_withdrawal_uncovers_is_told(homes):
    record(homes, "60", "2024-03-31")
    record(homes, "40", "2024-04-30", "--force", "--reason", "a recount")
    record(homes, "50", "2024-06-30")
    homes("withdraw", "homes#2", "--reason", "of another programme")

    result = homes("check", *DAY)

    assert told(result) == [("homes#3", "falls")]
    assert result.stdout.startswith(
        "homes#3: 50 in all (30 Jun 2024) is below the 60 of homes#1 (31 Mar 2024); "
        "correct the wrong one with `tracker correct`"
    )


def test_bounds_that_a_withdrawal_crosses_are_told(homes):
    record(homes, "+1500", "2024-03-31")
    record(homes, "900", "2024-04-30", "--force", "--reason", "a recount")
    record(homes, "+600", "2024-06-30")
    homes("withdraw", "homes#2", "--reason", "of another programme")

    assert told(homes("check", *DAY)) == [("homes#3", "bounds")]


def test_a_lost_decimal_point_is_told_until_it_is_put_right(homes):
    record(homes, "40.5", "2024-03-31")
    record(homes, "450", "2024-06-30")

    assert told(homes("check", *DAY)) == [("homes#2", "decimal")]

    homes("correct", "homes#2", "45", "--reason", "the point was lost")

    assert told(homes("check", *DAY)) == []


def test_a_leap_that_holds_is_answered_as_the_sentence_says(homes):
    record(homes, "40.5", "2024-03-31")
    record(homes, "450", "2024-06-30")

    answer = homes(
        *("correct", "homes#2", "450", "--note", "checked"),
        *("--reason", "ten blocks opened at once"),
    )

    assert answer.exit_code == 0
    assert told(homes("check", *DAY)) == []


def test_two_figures_for_one_day_are_told_however_they_got_there(homes):
    """Entry refuses the second one; another program may have written it."""
    rows = [an_actual("2024-06-30", each, seq=at) for at, each in ((1, 40), (2, 44))]
    with writing(Path("tracker.db")) as connection:
        write.add_actuals(connection, "homes", rows, datetime(2024, 7, 1, tzinfo=UTC))

    assert told(homes("check", *DAY)) == [("homes#2", "twice")]


def test_the_same_figure_from_two_sources_may_be_added_twice(homes):
    record(homes, "+40", "2024-06-30", "--source", "Ministry")
    record(homes, "+40", "2024-06-30", "--source", "Kazinform")

    assert told(homes("check", *DAY)) == [("homes#2", "twice")]

    homes("correct", "homes#2", "+40", "--item", "Block 2", "--reason", "another one")

    assert told(homes("check", *DAY)) == []


def test_parts_that_contradict_the_whole_are_told(homes):
    write_targets(HOMES + PARTS)
    homes("sync")
    record(homes, "40", "2024-06-30")
    homes("record", "north", "50", "--on", "2024-06-15")

    assert told(homes("check", *DAY)) == [("homes#1", "parts")]
    assert told(homes("check", "--target", "north", *DAY)) == []


def test_a_revision_without_a_source_is_told(homes):
    write_targets(HOMES + UNSOURCED)
    homes("sync")
    record(homes, "40", "2024-06-30")

    assert told(homes("check", *DAY)) == [("homes@2024-06-01", "sources")]
    assert told(homes("check", "sources", "--as-of", "2024-05-31")) == []


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        pytest.param(
            *(HOMES + PARTS, "north", "stands in targets.toml and not in the database"),
            id="a new target",
        ),
        pytest.param(
            *(HOMES + UNSOURCED, "homes@2024-06-01", "this revision stands in"),
            id="a new revision",
        ),
        pytest.param(
            HOMES.replace("value = 1000", "value = 900"),
            "homes@2024-01-01",
            "(goal 1000 by 2033-12-31 -> 900 by 2033-12-31)",
            id="another goal",
        ),
        pytest.param(
            HOMES.replace("Homes built", "Homes opened"),
            "homes",
            "(title Homes built -> Homes opened)",
            id="another title",
        ),
        pytest.param(
            HOMES.replace("by = 2033-12-31", "by = 2023-12-31"),
            "targets.toml:7",
            "is 2023-12-31, not after the baseline day 2024-01-01",
            id="a plan that contradicts itself",
        ),
        pytest.param("[targets", "targets.toml:1", "", id="no TOML"),
    ],
)
def test_a_file_that_is_wrong_or_not_stored_is_told(homes, text, where, said):
    write_targets(text)

    result = homes("check", "plan", *DAY)

    assert told(result) == [(where, "plan")]
    assert said in result.stdout


def test_a_stored_plan_that_contradicts_itself_is_told(homes):
    """The file could not say so; an older tracker may have stored it."""
    backwards = a_statement(goal=a_goal(100, "2023-12-31"))
    by = Signature("analyst", datetime(2024, 1, 1, tzinfo=UTC))
    with writing(Path("tracker.db")) as connection:
        write.add_target(connection, a_target(backwards), 1, by)

    result = homes("check", "plan")

    assert told(result) == [("schools@2024-01-01", "plan")]
    assert "`goal.by` is 2023-12-31, not after the baseline day" in result.stdout


def test_what_the_file_no_longer_has_is_no_fault(homes):
    write_targets(HOMES + PARTS)
    homes("sync")
    write_targets(HOMES)

    assert told(homes("check", "plan")) == []


def test_a_file_is_not_held_against_what_was_known_earlier(homes):
    write_targets(HOMES + PARTS)

    assert told(homes("check", "plan", "--known-at", "2100-01-01")) == []


def test_a_database_without_its_file_is_checked_all_the_same(homes):
    record(homes, "40.5", "2024-03-31")
    record(homes, "450", "2024-06-30")
    Path("targets.toml").unlink()

    assert told(homes("check", *DAY)) == [("homes#2", "decimal")]


def test_only_what_is_named_is_looked_at(homes):
    record(homes, "40.5", "2024-03-31")
    record(homes, "450", "2024-04-30")
    day = ("--as-of", "2024-12-31")

    assert told(homes("check", *day)) == [("homes#2", "decimal"), ("homes", "stale")]
    assert told(homes("check", "stale", "plan", *day)) == [("homes", "stale")]


def test_the_forms_for_machines_are_whole_even_when_all_is_well(homes):
    record(homes, "40", "2024-06-30")

    as_json = homes("check", "--format", "json", *DAY)
    as_csv = homes("check", "--format", "csv", *DAY)

    assert (as_json.exit_code, json.loads(as_json.stdout)) == (0, [])
    assert as_csv.stdout == "check,target,entry,on,value,message\n"


def test_a_result_in_a_file_still_ends_with_1(homes):
    result = homes("check", "stale", "--format", "json", "-o", "faults.json")

    (fault,) = json.loads(Path("faults.json").read_text(encoding="utf-8"))
    assert (result.exit_code, result.output) == (1, "")
    assert (fault["check"], fault["entry"]) == ("stale", "homes")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("stal", "no check 'stal'; did you mean stale?"),
        ("homes", "no check 'homes'; there are plan, parts, falls, decimal, bounds, "),
    ],
)
def test_an_unknown_check_is_a_usage_error(homes, name, hint):
    result = homes("check", name)

    assert (result.exit_code, result.stdout) == (2, "")
    assert hint in result.stderr
