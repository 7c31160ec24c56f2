"""tracker import --skip-unknown: a few targets out of a file of many."""

from __future__ import annotations

import csv
import json

import pytest

ROWS = (
    "target,on,value",
    "camp-vouchers,2024-07-01,1300",
    "1-2-1,2023-12-31,5.2",
    "1-2-1,not a day,many",
    "1-3-1,2023-12-31,80",
    "summer-volunteers,2024-07-01,9000",
)
LEFT_OUT = "left out, there is no such target"


@pytest.fixture
def importing(tracker, example):
    def imports(*options, rows=ROWS):
        (example / "f.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
        return tracker("import", "f.csv", *options)

    return imports


def test_rows_of_unknown_targets_refuse_a_file(importing):
    result = importing()

    assert (result.exit_code, result.stdout) == (3, "")
    assert "f.csv:3: no target '1-2-1'" in result.stderr


def test_rows_of_unknown_targets_are_left_out_if_asked_and_counted(importing):
    result = importing("--skip-unknown")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "recorded 2 rows of f.csv, 3 rows of 2 unknown targets left out\n"
    )


def test_each_row_that_is_left_out_is_told(importing):
    result = importing("--skip-unknown", "--format", "csv")

    told = [
        (each["target"], each["outcome"])
        for each in csv.DictReader(result.stdout.splitlines())
    ]
    assert told == [
        ("camp-vouchers", "recorded"),
        ("1-2-1", LEFT_OUT),
        ("1-2-1", LEFT_OUT),
        ("1-3-1", LEFT_OUT),
        ("summer-volunteers", "recorded"),
    ]
    assert (
        json.loads(importing("--skip-unknown", "--format", "json").stdout)["left_out"]
        == 3
    )


def test_a_wrong_row_of_a_known_target_refuses_the_file_all_the_same(importing):
    result = importing("--skip-unknown", rows=(*ROWS, "camp-vouchers,2024-07-02,many"))

    assert result.exit_code == 3
    assert result.stderr.startswith("Error: f.csv:7: 'many' is not a number")


def test_what_was_left_out_is_recorded_once_its_target_is_known(
    importing, tracker, example
):
    """The same bytes bring a new row, and nothing of them was lost."""
    importing("--skip-unknown")
    with (example / "targets.toml").open("a", encoding="utf-8") as targets:
        targets.write(
            '\n[targets.1-3-1]\ntitle = "Covered"\nunit = "%"\nmeasure = "level"\n'
            "baseline = { value = 60, on = 2020-01-01 }\n"
            "goal = { value = 100, by = 2030-12-31 }\n"
        )
    assert tracker("sync").exit_code == 0

    result = importing("--skip-unknown")

    assert result.stdout == (
        "recorded 1 row of f.csv, 2 rows already there, 2 rows of one unknown target "
        "left out\n"
    )


@pytest.mark.parametrize("key", ["Camp-vouchers", "cаmp-vouchers"])
def test_a_mistyped_key_refuses_the_file_all_the_same(importing, key):
    """In other case, and with a Cyrillic letter."""
    result = importing("--skip-unknown", rows=(*ROWS, f"{key},2024-07-02,1301"))

    assert result.exit_code == 3
    assert result.stderr.startswith(f"Error: f.csv:7: no target {key!r}")
    assert "did you mean camp-vouchers?" in result.stderr


def test_letters_that_steer_a_terminal_are_shown_by_their_codes(importing):
    rows = (*ROWS, "red\u202e,2024-07-02,1")
    result = importing("--skip-unknown", "--format", "csv", rows=rows)

    assert "\u202e" not in result.stdout
    assert "red" in result.stdout
