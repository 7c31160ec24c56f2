"""Named units on the command line: listed, refused, asked about."""

from __future__ import annotations

import json
import os
import pty
import sys
from pathlib import Path

import pytest

SCHOOLS = "comfortable-schools"
SCHOOL = "School no. 142, Turkistan"
NEAR = "School №142 Turkistan"
ROOT = Path(__file__).parents[2]


def name(tracker, item, *more, on="2024-10-01", value="+1"):
    return tracker("record", SCHOOLS, value, "--item", item, "--on", on, *more)


def test_105_claimed_some_named_one_verified(tracker):
    name(tracker, SCHOOL, "--evidence", "verified")
    name(tracker, "School no. 7, Aral")

    text = tracker("status", SCHOOLS, "--as-of", "2024-12-31").stdout
    found = tracker("status", SCHOOLS, "--as-of", "2024-12-31", "--format", "json")

    assert "\n    105 claimed, 2 named, 1 verified\n" in text
    actual = json.loads(found.stdout)["targets"][0]["actual"]
    assert (actual["value"], actual["entries"], actual["named"]) == (105, 3, 2)


def test_plus_nought_names_one_that_is_counted(tracker):
    result = name(tracker, SCHOOL, on="2025-02-01", value="+0")

    assert result.stdout.startswith(
        "comfortable-schools#2: 105 of 217 schools on 31 December 2024"
    )


def test_items_are_listed_with_day_evidence_source_and_entry(tracker):
    name(tracker, SCHOOL, "--evidence", "verified", "--source", "Visit")
    name(tracker, "School no. 7, Aral", on="2024-09-01")

    lines = tracker("history", SCHOOLS, "--items").stdout.splitlines()
    assert [line.split("  ")[0] for line in lines] == [
        "item",
        "School no. 7, Aral",
        SCHOOL,
    ]
    assert lines[2].endswith("verified  Visit   comfortable-schools#2")
    rows = json.loads(tracker("history", SCHOOLS, "--items", "--format", "json").stdout)
    assert rows[1] == {
        "target": SCHOOLS,
        "item": SCHOOL,
        "on": "2024-10-01",
        "amount": 1,
        "evidence": "verified",
        "source": "Visit",
        "url": None,
        "entry": "comfortable-schools#2",
    }


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "no items are named\n"),
        ("kk", "атап көрсетілген нысан жоқ\n"),
        ("ru", "поимённо ничего не названо\n"),
    ],
)
def test_without_items_that_is_said(tracker, lang, said):
    assert tracker("history", "camp", "--items", "--lang", lang).stdout == said


def test_an_item_that_is_counted_is_refused(tracker):
    name(tracker, SCHOOL)

    result = name(tracker, SCHOOL.upper(), "--new-item", on="2024-11-01")

    assert result.exit_code == 3
    assert result.stderr == (
        "Error: comfortable-schools: comfortable-schools#2 counts the item 'School "
        "no. 142, Turkistan' already, for 2024-10-01; correct that one with `tracker "
        "correct comfortable-schools#2 VALUE --reason WHY`, or withdraw it\n"
    )


def test_one_that_reads_like_it_needs_a_word(tracker):
    name(tracker, SCHOOL)

    refused, taken = name(tracker, NEAR), name(tracker, NEAR, "--new-item")

    assert refused.exit_code == 3
    assert refused.stderr == (
        "Error: comfortable-schools: the item 'School №142 Turkistan' reads like "
        "'School no. 142, Turkistan' of comfortable-schools#2; give --new-item if it "
        "is another one, or run `tracker correct comfortable-schools#2` if it is the "
        "same\n"
    )
    assert taken.exit_code == 0


def test_a_file_says_in_its_reason_that_it_is_another_one(tracker, example):
    name(tracker, SCHOOL)
    head = "target,on,value,kind,item,reason\n"
    row = f'{SCHOOLS},2024-11-01,1,increment,"{NEAR}",'
    file = example / "items.csv"

    file.write_text(f"{head}{row}\n{row}\n", encoding="utf-8")
    refused = tracker("import", file)
    file.write_text(f"{head}{row}two schools\n", encoding="utf-8")
    taken = tracker("import", file)

    assert refused.stderr == (
        "Error: items.csv:2: the item 'School №142 Turkistan' reads like 'School no. "
        "142, Turkistan' of comfortable-schools#2; say in the column `reason` that it "
        "is another one, or remove the row\n"
    )
    assert taken.exit_code == 0


def test_a_file_counts_an_item_once(tracker, example):
    row = f"{SCHOOLS},2024-11-0{{}},1,increment,School A\n"
    file = example / "items.csv"
    file.write_text("target,on,value,kind,item\n" + row.format(1) + row.format(2))

    assert tracker("import", file).stderr == (
        "Error: items.csv:3: line 2 counts the item 'School A' already, for "
        "2024-11-01; remove one\n"
    )


def test_renaming_an_item_is_asked_about_too(tracker):
    name(tracker, SCHOOL)
    name(tracker, "School 9, Aral")
    renamed = ("correct", f"{SCHOOLS}#3", "+1", "--item", NEAR, "--reason", "misread")

    assert "reads like" in tracker(*renamed).stderr
    assert tracker(*renamed, "--new-item").exit_code == 0


def on_a_terminal(folder, answer, *arguments):
    """What a command prints to a person who answers its question, and its exit code."""
    child, terminal = pty.fork()
    if not child:
        os.chdir(folder)
        os.environ["PYTHONPATH"] = str(ROOT)
        command = [sys.executable, "-m", "tracker", *arguments]
        os.execv(sys.executable, command)
    said, asked = b"", False
    while True:
        try:
            said += os.read(terminal, 4096)
        except OSError:
            break
        if b"[y/N]" in said and not asked:
            asked = True
            os.write(terminal, answer + b"\n")
    os.close(terminal)
    return said.decode(), os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_on_a_terminal_it_is_a_question(tracker, example):
    name(tracker, SCHOOL)
    asked = ("record", SCHOOLS, "+1", "--item", NEAR, "--on", "2024-10-05")

    refused, no = on_a_terminal(example, b"n", *asked)
    taken, yes = on_a_terminal(example, b"y", *asked)

    assert "Is it another one? [y/N]" in refused
    assert "nothing was recorded" in refused
    assert "comfortable-schools#3: 2 of 217 schools on 5 October 2024" in taken
    assert (no, yes) == (3, 0)
