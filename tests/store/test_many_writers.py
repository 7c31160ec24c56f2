"""Many processes record into one ledger: nothing is lost, and nothing valid refused."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULE = (sys.executable, "-m")


def begun(*command, folder):
    """A process of its own, in the example's folder and with the test's settings."""
    return subprocess.Popen(
        [*MODULE, *map(str, command)],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def ended(process):
    said, _ = process.communicate()
    return process.returncode, said


def entries(tracker, key="camp-vouchers"):
    return list(csv.DictReader(tracker("export", key).stdout.splitlines()))


def sound(tracker):
    """Places without gaps, and digests that chain."""
    result = tracker("db", "check")
    assert result.exit_code == 0, result.output
    return True


@pytest.mark.parametrize(
    ("where", "processes", "each"),
    [("example", 20, 5), ("server", 50, 2)],
    ids=["20 on a file", "50 on a server"],
)
def test_many_writers_lose_nothing(request, tracker, example, where, processes, each):
    request.getfixturevalue(where)

    code, said = ended(begun("tests.writers", processes, each, folder=example))

    assert (code, said) == (0, "")
    added = entries(tracker)[2:]
    numbers = product(range(processes), range(each))
    names = {"first.0", *(f"{writer}.{number}" for writer, number in numbers)}
    assert len(added) == processes * each + 1
    assert {row["item"] for row in added} == names
    places = [row["id"] for row in added]
    assert places == [f"camp-vouchers#{seq}" for seq in range(3, 3 + len(added))]
    assert sound(tracker)


@pytest.mark.usefixtures("on_both")
def test_whole_commands_at_once_lose_nothing(tracker, example):
    commands = [
        ("tracker", "record", "camp-vouchers", "+1", "--item", str(number))
        for number in range(3)
    ]

    done = [ended(each) for each in [begun(*each, folder=example) for each in commands]]

    assert [code for code, _ in done] == [0] * 3, done
    assert sorted(row["item"] for row in entries(tracker)[2:]) == ["0", "1", "2"]
    assert sound(tracker)
