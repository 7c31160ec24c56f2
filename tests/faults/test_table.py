"""The table of faults names every row, and only tests that there are."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TABLE = (ROOT / "docs" / "faults.md").read_text(encoding="utf-8")
ROWS = [
    line.split(" | ") for line in TABLE.splitlines() if re.match(r"\| [FSD]\d", line)
]
TESTS = re.compile(r"^(?:async )?def (test_\w+)", re.MULTILINE)


def test_every_row_stands_once_and_in_order():
    names = [name for row in ROWS for name in row[0].strip("| ").split(", ")]

    rows = {"F": 20, "S": 18, "D": 22}
    assert names == [
        f"{part}{n}" for part, last in rows.items() for n in range(1, last + 1)
    ]


def test_every_test_that_is_named_exists():
    named = set(re.findall(r"`(test_\w+)`", TABLE))
    files = (ROOT / "tests").rglob("test_*.py")
    there = {name for each in files for name in TESTS.findall(each.read_text("utf-8"))}

    assert len(named) > 60
    assert named - there == set()


def test_every_row_has_a_test():
    assert [row[0] for row in ROWS if "`test_" not in row[-1]] == []
