"""tracker record, correct, withdraw: one line on success, one sentence on refusal."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

pytestmark = pytest.mark.usefixtures("on_both")


def test_a_total_is_answered_with_where_the_target_stood_then(tracker):
    result = tracker("record", "comfortable-schools", "98", "--on", "2024-09-01")

    assert result.exit_code == 0
    assert result.stdout == (
        "comfortable-schools#2: 98 of 369 schools on 1 September 2024: on track; "
        "26% of the goal; plan 98; checkpoint of 98 schools by 1 September "
        "2024 reached on the day\n"
    )
    assert result.stderr == ""


@pytest.mark.parametrize(
    ("day", "how"),
    [("2024-08-20", "12 days early"), ("2024-09-02", "")],
    ids=["early", "under another statement"],
)
def test_a_checkpoint_that_was_reached_is_named_with_its_days(tracker, day, how):
    result = tracker("record", "comfortable-schools", "98", "--on", day)

    assert result.exit_code == 0
    assert result.stdout.endswith(f"reached {how}\n") if how else True
    assert ("checkpoint" in result.stdout) is bool(how)


def test_an_increment_counts_on(tracker):
    result = tracker("record", "comfortable-schools", "+12", "--on", "2025-03-31")

    assert result.stdout.startswith("comfortable-schools#2: 117 of 217 schools")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("comfortable-schools", "comfortable-schools"),
        ("comfortable-schools/a", "comfortable-schools/astana"),
    ],
)
def test_a_part_is_meant_only_by_its_own_key(tracker, name, key):
    result = tracker("record", name, "150", "--on", "2025-12-01")

    assert result.stdout.startswith(f"{key}#2: 150 of ")


def test_the_beginning_of_a_whole_does_not_mean_its_parts(tracker, example):
    text = (example / "targets.toml").read_text(encoding="utf-8")
    goal = "goal = { value = 50, by = 2026-12-31 }"
    with_areas = text.replace(goal, f"{goal}\nareas = {{ KZ-71 = 4 }}")
    (example / "targets.toml").write_text(with_areas, encoding="utf-8")
    tracker("sync")

    result = tracker("record", "childr", "3", "--on", "2025-12-01")

    assert result.stdout.startswith("childrens-centres#1: 3 of 50 centres")


def test_a_unique_beginning_of_a_key_is_enough(tracker):
    result = tracker("record", "camp", "1300", "--on", "1.7.2024")

    assert result.stdout.startswith("camp-vouchers#3: 1,300 of 5,000 children")


def test_a_milestone_is_done(tracker):
    result = tracker("record", "preschool-database", "done", "--on", "2025-01-15")

    assert result.stdout == (
        "preschool-database#1: Done on 15 January 2025: achieved\n"
    )


def test_everything_told_is_kept(tracker):
    tracker(
        *("record", "camp-vouchers", "+1", "--on", "2024-07-01", "--author", "Аружан"),
        *("--evidence", "verified", "--source", "Visit", "--url", "https://e.kz/1"),
        *("--item", "Camp Балдаурен", "--note", "seen"),
    )

    rows = json.loads(tracker("history", "camp", "--format", "json").stdout)
    assert rows[-1] | {"recorded_at": None} == {
        "recorded_at": None,
        "entry": "camp-vouchers#3",
        "event": "recorded",
        "what": "+1 child, 1 Jul 2024, verified",
        "on": "2024-07-01",
        "kind": "increment",
        "value": 1,
        "replaces": None,
        "evidence": "verified",
        "source": "Visit",
        "url": "https://e.kz/1",
        "item": "Camp Балдаурен",
        "note": "seen",
        "author": "Аружан",
        "reason": None,
    }


def test_the_answer_comes_in_the_language_asked_for(tracker):
    asked = ("record", "camp-vouchers", "1300", "--on", "2024-07-01")

    assert "1300 из 5000 детей" in tracker(*asked, TRACKER_LANG="ru").stdout


SCHOOLS = "comfortable-schools"
OVERVIEW = "Overview for Children's Day, primeminister.kz, 2024-06-01"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["comfortable-schols", "1"],
            "no target 'comfortable-schols'; did you mean comfortable-schools or "
            "comfortable-school-places?",
        ),
        (["xyz", "1"], "no target 'xyz'; `tracker targets` lists them"),
        (
            ["comf", "1"],
            "no target 'comf'; did you mean comfortable-schools or "
            "comfortable-school-places?",
        ),
        (
            [SCHOOLS, "1", "--on", "2023-12-31"],
            "comfortable-schools: 2023-12-31 is before 2024-01-01, the baseline; give "
            "the day for which the figure holds",
        ),
        ([SCHOOLS, "many"], "'many' is not a number; write it as 98 or 12.5"),
        (
            [SCHOOLS, "1,234"],
            "'1,234' could be read two ways; write 1234.5 without commas",
        ),
        (
            [SCHOOLS, "1234567890123456"],
            "'1234567890123456' has more than 15 digits; round it to what is known",
        ),
        (
            [SCHOOLS, "104", "--on", "2025-01-31"],
            "comfortable-schools: 104 in all is below the 105 of comfortable-schools#1 "
            "on 2024-12-31; correct that one with `tracker correct "
            "comfortable-schools#1 VALUE --reason WHY`, or record it all the same with "
            "--force --reason WHY",
        ),
        (
            [SCHOOLS, "106", "--on", "2024-12-31"],
            "comfortable-schools: comfortable-schools#1 already gives 105 for "
            "2024-12-31; if that is wrong, run `tracker correct comfortable-schools#1 "
            "106 --reason WHY`",
        ),
        (
            ["camp", "1200", "--on", "2024-06-01", "--source", OVERVIEW],
            "camp-vouchers#2 already says so, for the same day and source; name the "
            "--source or --item if this is another report, or run `tracker correct "
            "camp-vouchers#2` to say more of it",
        ),
        (
            ["preschool-database", "1"],
            "preschool-database: a milestone takes `done` or `not-done`",
        ),
        (
            [SCHOOLS, "done"],
            "comfortable-schools: `done` is for milestones; give a number",
        ),
        (
            ["recreation-centres", "+3"],
            "recreation-centres: a level takes readings and no changes; give the "
            "reading itself",
        ),
        (
            ["recreation-centres", "-12"],
            "recreation-centres: a level takes readings and no changes; give the "
            "reading itself",
        ),
        (
            [SCHOOLS, "110", "--note", "a\x1b[31mb"],
            "the note holds the hidden character U+001B; remove it",
        ),
    ],
)
def test_a_figure_that_cannot_be_is_refused_with_the_remedy(
    tracker, example, arguments, message
):
    before = (example / "tracker.db").read_bytes()

    result = tracker("record", *arguments)

    assert (result.exit_code, result.stderr) == (3, f"Error: {message}\n")
    assert result.stdout == ""
    assert (example / "tracker.db").read_bytes() == before


def test_a_day_in_the_future_is_refused(tracker):
    today = datetime.now().astimezone().date()

    result = tracker("record", SCHOOLS, "110", "--on", "2100-01-01")

    assert result.exit_code == 3
    assert f"is in the future; give a day up to {today}" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--on", "2024-02-30"], id="no such day"),
        pytest.param(["--on", "tomorrow"], id="no day at all"),
        pytest.param(["--evidence", "rumour"], id="unknown evidence"),
        pytest.param(["--force"], id="force without a reason"),
        pytest.param(["--reason", "because"], id="a reason without force"),
        pytest.param(["--unknown"], id="unknown option"),
    ],
)
def test_a_command_that_cannot_be_read_is_a_usage_error(tracker, arguments):
    assert tracker("record", SCHOOLS, "110", *arguments).exit_code == 2


def test_a_total_that_falls_is_recorded_with_force_and_its_reason(tracker):
    result = tracker(
        *("record", SCHOOLS, "90", "--on", "2025-01-31", "--force", "--reason", "fire")
    )

    assert result.exit_code == 0
    assert tracker("history", SCHOOLS).stdout.rstrip().endswith("fire")


def test_a_negative_increment_is_for_targets_that_go_down(tracker, example):
    (example / "targets.toml").write_text(QUEUE, encoding="utf-8")
    tracker("sync")

    up = tracker("record", SCHOOLS, "-5", "--on", "2025-01-31")
    down = tracker("record", "queue", "-5000", "--on", "2024-06-30")

    assert (up.exit_code, down.exit_code) == (3, 0)
    assert down.stdout.startswith("queue#1: 102,000 children on 30 June 2024")


QUEUE = """
[targets.queue]
title = "Children waiting"
unit = { en = { one = "child", other = "children" } }
measure = "cumulative"
baseline = { value = 107_000, on = 2024-01-01 }
goal = { value = 0, by = 2025-12-31 }
stated = 2024-01-01
"""


def test_a_correction_replaces_and_keeps_what_was_wrong(tracker):
    result = tracker("correct", "comfortable-schools#1", "104", "--reason", "recount")

    assert result.stdout.startswith("comfortable-schools#2: 104 of 217 schools")
    (status,) = json.loads(tracker("status", SCHOOLS, "--format", "json").stdout)[
        "targets"
    ]
    assert status["actual"]["value"] == 104
    assert status["actual"]["entries"] == 1
    history = tracker("history", SCHOOLS).stdout
    assert "105 schools" in history
    assert "replaces #1: 104 schools" in history


def test_a_withdrawal_leaves_no_data(tracker):
    result = tracker("withdraw", "comfortable-schools#1", "--reason", "not ours")

    assert result.exit_code == 0
    assert result.stdout.startswith(
        "comfortable-schools#2: takes back comfortable-schools#1; Nothing reported"
    )
    assert "takes back #1" in tracker("history", SCHOOLS).stdout


def test_known_at_a_moment_before_a_correction_the_report_is_as_it_was(tracker):
    before = tracker("status", "--as-of", "2024-12-31", "--format", "json").stdout
    moment = datetime.now(UTC).isoformat()

    tracker("correct", "comfortable-schools#1", "104", "--reason", "recount")
    tracker("withdraw", "camp-vouchers#2", "--reason", "not ours")
    then = tracker(
        *("status", "--as-of", "2024-12-31", "--format", "json", "--known-at", moment)
    )

    assert json.loads(then.stdout)["targets"] == json.loads(before)["targets"]


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        (
            [],
            ["correct", "comfortable-schools", "104"],
            "'comfortable-schools' names no entry; write KEY#N as `tracker history` "
            "does",
        ),
        (
            [],
            ["correct", "comfortable-schools#7", "104"],
            "comfortable-schools has 1 entries and no #7; `tracker history "
            "comfortable-schools` lists them",
        ),
        (
            [],
            ["correct", "comfortable-schools#1", "105"],
            "comfortable-schools#1 says so already; nothing to correct",
        ),
        (
            [],
            ["correct", "comfortable-schools#1", "+5"],
            "comfortable-schools#1 is recorded as total, '+5' is read as increment; "
            "write it as 98, or withdraw comfortable-schools#1 and record the figure "
            "anew",
        ),
        (
            ["correct", "comfortable-schools#1", "104"],
            ["withdraw", "comfortable-schools#1"],
            "comfortable-schools#1 was replaced by #2; `tracker history "
            "comfortable-schools` shows what counts",
        ),
        (
            ["withdraw", "comfortable-schools#1"],
            ["correct", "comfortable-schools#1", "104"],
            "comfortable-schools#1 was withdrawn by #2; `tracker history "
            "comfortable-schools` shows what counts",
        ),
        (
            ["withdraw", "comfortable-schools#1"],
            ["correct", "comfortable-schools#2", "104"],
            "comfortable-schools#2 withdraws #1 and has no figure; record the figure "
            "again if it holds after all",
        ),
    ],
)
def test_only_what_counts_can_be_corrected(tracker, first, second, message):
    if first:
        assert tracker(*first, "--reason", "x").exit_code == 0

    result = tracker(*second, "--reason", "x")

    assert (result.exit_code, result.stderr) == (3, f"Error: {message}\n")


def test_an_empty_reason_is_no_reason(tracker):
    result = tracker("withdraw", "comfortable-schools#1", "--reason", " ")

    assert result.stderr == "Error: the reason is empty; say what was wrong\n"


def test_better_evidence_is_a_correction_of_its_own(tracker):
    result = tracker(
        *("correct", "comfortable-schools#1", "105", "--evidence", "verified"),
        *("--reason", "counted on site"),
    )

    assert result.exit_code == 0
