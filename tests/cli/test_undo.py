"""tracker undo: the author's last entry, shown first, taken back, never deleted."""

from __future__ import annotations

import json

import pytest

from tests.cli.test_items import on_a_terminal

SCHOOLS = "comfortable-schools"


@pytest.fixture
def aigul(tracker):
    """Runs a command as Aigul."""

    def run(*arguments):
        return tracker(*arguments, "--author", "Aigul")

    return run


def value(tracker):
    shown = tracker("status", SCHOOLS, "--format", "json").stdout
    actual = json.loads(shown)["targets"][0]["actual"]
    return actual and actual["value"]


def test_a_figure_is_shown_and_withdrawn(tracker, aigul):
    aigul("record", SCHOOLS, "110", "--on", "2025-01-31", "--source", "Press")

    result = aigul("undo", "--yes")

    assert result.stderr.startswith(
        "comfortable-schools#2: 110 schools, 31 Jan 2025, claimed, Press (Aigul, 20"
    )
    assert result.stdout.startswith(
        "comfortable-schools#3: takes back comfortable-schools#2; 105 of 217 schools"
    )
    assert value(tracker) == 105
    assert tracker("history", SCHOOLS).stdout.rstrip().endswith("Aigul   undone")


def test_a_correction_gives_way_to_the_figure_it_replaced(tracker, aigul):
    aigul("correct", f"{SCHOOLS}#1", "90", "--reason", "recount")

    aigul("undo", "--yes", "--reason", "no recount after all")

    assert value(tracker) == 105
    assert tracker("verify").exit_code == 0


def test_each_undoing_goes_one_step_back(tracker, aigul):
    aigul("record", "camp-vouchers", "1300", "--on", "2024-07-01")
    aigul("record", SCHOOLS, "110", "--on", "2025-01-31")
    aigul("correct", f"{SCHOOLS}#2", "111", "--reason", "recount")

    undone = [aigul("undo", "--yes").stderr.split(":")[0] for _ in range(3)]

    assert undone == [f"{SCHOOLS}#3", "camp-vouchers#3", "Error"]


def test_it_is_the_last_one_of_the_target_named(tracker, aigul):
    aigul("record", SCHOOLS, "110", "--on", "2025-01-31")
    aigul("record", "camp-vouchers", "1300", "--on", "2024-07-01")

    assert aigul("undo", SCHOOLS, "--yes").stderr.startswith(f"{SCHOOLS}#2: 110")


@pytest.mark.parametrize(
    ("command", "verb"),
    [
        (["correct", f"{SCHOOLS}#2", "111"], "replaced"),
        (["withdraw", f"{SCHOOLS}#2"], "withdrew"),
    ],
)
def test_what_another_one_took_in_hand_is_left_alone(tracker, aigul, command, verb):
    aigul("record", SCHOOLS, "110", "--on", "2025-01-31")
    tracker(*command, "--reason", "x", "--author", "Berik")

    result = aigul("undo", "--yes")

    assert (result.exit_code, result.stderr) == (
        3,
        f"Error: Berik {verb} comfortable-schools#2, the last entry of Aigul, by #3; "
        "`tracker history comfortable-schools` shows what counts\n",
    )


def test_who_recorded_nothing_has_nothing_to_undo(tracker, aigul):
    assert aigul("undo", "--yes").stderr == (
        "Error: nothing that Aigul recorded counts any more; name another one with "
        "--author, or see `tracker history`\n"
    )


def test_without_a_terminal_it_needs_a_yes(tracker, aigul):
    aigul("record", SCHOOLS, "110", "--on", "2025-01-31")

    result = aigul("undo")

    assert result.exit_code == 3
    assert result.stderr.endswith(
        "Error: nothing was taken back; give --yes to take comfortable-schools#2 back\n"
    )
    assert value(tracker) == 110


def test_on_a_terminal_it_asks(tracker, aigul, example):
    aigul("record", SCHOOLS, "110", "--on", "2025-01-31")

    kept, no = on_a_terminal(example, b"n", "undo", "--author", "Aigul")
    gone, yes = on_a_terminal(example, b"y", "undo", "--author", "Aigul")

    assert "nothing was taken back; comfortable-schools#2 still counts" in kept
    assert "take back comfortable-schools#2? [y/N]" in gone
    assert (no, yes) == (3, 0)
