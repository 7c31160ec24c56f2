"""Files without measure are refused soon, and in little memory."""

from __future__ import annotations

from time import monotonic

import pytest

MEGABYTE = 1024 * 1024


def a_line_without_end(path):
    """A gigabyte that takes no room on the disk."""
    with path.open("wb") as file:
        file.write(b"target,on,value\ncamp-vouchers,2025-01-01,")
        file.truncate(1024 * MEGABYTE)


def a_quote_without_end(path):
    rows = "camp-vouchers,2025-01-01,1300\n" * 300_000
    path.write_text(f'target,on,value\ncamp-vouchers,2025-01-01,"1300\n{rows}')


def a_cell_too_long(path):
    path.write_text(
        "target,on,value,note\ncamp-vouchers,2025-01-01,1300," + "x" * 200_000
    )


def columns_without_end(path):
    path.write_text("target,on,value" + ",x" * 1_000_000 + "\n")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (a_line_without_end, "is a line of more than 16 MB; check its quotes"),
        (a_quote_without_end, "is not CSV (field larger than field limit (131072))"),
        (a_cell_too_long, "is not CSV (field larger than field limit (131072))"),
        (columns_without_end, "absurd.csv:1: has 1,000,003 columns; known: target,"),
    ],
)
def test_an_absurd_file_of_actuals_is_refused(child, example, make, message):
    make(example / "absurd.csv")
    since = monotonic()

    code, said = child("import", "absurd.csv", memory=200 * MEGABYTE)

    assert (code, message in said) == (3, True), said[:500]
    assert monotonic() - since < 10


def test_a_file_of_targets_of_100_mb_is_refused(child, example):
    with (example / "targets.toml").open("r+b") as file:
        file.truncate(100 * MEGABYTE)

    code, said = child("sync", memory=50 * MEGABYTE)

    assert (code, said) == (
        3,
        "Error: targets.toml: is larger than 10 MB; remove what is no target from it\n",
    )


@pytest.mark.parametrize("name", ["targets.toml", "archive/statements.toml"])
def test_tables_nested_without_end_are_refused(tracker, example, name):
    tracker("export", "--all", "archive")
    with (example / name).open("a", encoding="utf-8") as file:
        file.write("\nx = " + "[" * 100_000)
    command = ("sync",)
    if name != "targets.toml":
        (example / "tracker.db").unlink()
        command = ("import", "--all", "archive")

    result = tracker(*command)

    assert result.exit_code == 3
    assert "nested too deeply" in result.stderr
