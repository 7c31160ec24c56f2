"""What reaches a terminal: signals, poor terminals, hostile texts, secrets."""

from __future__ import annotations

import csv
import os
import re
import signal
import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tracker.cli import root

ROOT = Path(__file__).parents[2]
# Sets a title, clears the screen, turns letters round, goes back to overwrite a line.
HOSTILE = "\x1b]0;owned\x07\x9b2J\u202e\u2066\r\b"


def begun(*arguments, folder, **settings):
    return subprocess.Popen(
        [sys.executable, "-m", "tracker", *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.fixture
def heeded():
    """A shell in the background has its commands, and theirs, ignore Ctrl-C."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heeded")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_a_command_with_its_code_and_no_half_file(example, number):
    drawing = begun("chart", folder=example)
    drawing.stdout.readline()
    drawing.send_signal(number)
    _, said = drawing.communicate()

    assert (drawing.returncode, said) == (128 + number, b"")
    names = [each.name for each in (example / "charts").iterdir()]
    assert 0 < len(names) < 18
    assert [each for each in names if not each.endswith(".png")] == []


def test_a_reader_that_has_had_enough_is_no_error(example):
    reports = begun("history", folder=example)
    reports.stdout.close()

    assert (reports.wait(), reports.stderr.read()) == (141, b"")
    reports.stderr.close()


NARROW = {"COLUMNS": "20", "TERM": "dumb", "NO_COLOR": "1"}
poor = pytest.mark.parametrize(
    ("settings", "encoding"),
    [
        ({"LANG": "C", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}, "utf-8"),
        ({"PYTHONIOENCODING": "cp1251"}, "cp1251"),
        (NARROW, "utf-8"),
    ],
    ids=["LANG=C", "cp1251", "20 columns"],
)


@poor
def test_a_poor_terminal_gets_every_target(example, settings, encoding):
    poor = begun("status", "--lang", "kk", folder=example, **settings)
    said, told = poor.communicate()

    assert (poor.returncode, told) == (0, b"")
    lines = said.decode(encoding)
    assert len(lines.splitlines()) > 17
    assert "\x1b" not in lines
    # The letters that Russian's code page lacks are told by their codes.
    assert ("\\u0493" in lines) == (encoding == "cp1251")


@poor
def test_what_is_typed_on_a_poor_terminal_is_kept_whole(
    tracker, example, settings, encoding
):
    more = ("record", "camp-vouchers", "+1", "--on", "2025-01-01", "--lang", "kk")
    note = "Әлия: ғой, ң, ө, ұ, ү, һ, і – ё"

    done = begun(*more, "--note", note, folder=example, **settings)
    said, told = done.communicate()

    assert (done.returncode, told, said.count(b"\n")) == (0, b"", 1)
    (row,) = list(csv.DictReader(tracker("export", "camp").stdout.splitlines()))[2:]
    assert row["note"] == note


NUMBER = re.compile(r"\d[\d,.]*")


@pytest.mark.parametrize(
    "command", ["status", "status --by area", "forecast", "next", "targets", "history"]
)
def test_no_figure_is_lost_for_want_of_columns(tracker, command):
    line = [*command.split(), "--as-of", "2024-12-31"]
    wide, narrow = (tracker(*line, **it) for it in ({"COLUMNS": "80"}, NARROW))

    assert (wide.exit_code, narrow.exit_code) == (0, 0)
    figures = [Counter(NUMBER.findall(each.stdout)) for each in (narrow, wide)]
    assert figures[1] - figures[0] == Counter()
    assert "\x1b" not in narrow.output


def is_safe(text):
    """Whether nothing in it steers a terminal."""
    unseen = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
    return all(
        each == "\n" or unicodedata.category(each) not in unseen for each in text
    )


@pytest.mark.parametrize(
    "arguments",
    [
        (HOSTILE,),
        (f"--{HOSTILE}",),
        (f"--version={HOSTILE}",),
        ("status", HOSTILE),
        ("status", f"--{HOSTILE}"),
        ("status", "--as-of", HOSTILE),
        ("status", "--format", HOSTILE),
        ("status", "-o", f"no/{HOSTILE}"),
        ("status", "--by", HOSTILE),
        ("history", "--known-at", HOSTILE),
        ("record", "camp-vouchers", HOSTILE),
        ("record", "camp-vouchers", "5", "--note", HOSTILE),
        ("record", "camp-vouchers", "5", HOSTILE),
        ("correct", f"{HOSTILE}#1", "5", "--reason", "x"),
        ("import", f"{HOSTILE}.csv"),
        ("import", "--all", HOSTILE),
        ("chart", HOSTILE),
        ("chart", "--out", "targets.toml/" + HOSTILE),
        ("check", HOSTILE),
        ("next", "--within", HOSTILE),
        ("verify", "--head", HOSTILE),
        ("db", "restore", HOSTILE),
        ("db", HOSTILE),
        ("--database", f"sqlite:///{HOSTILE}", "status"),
        ("--database", HOSTILE, "status"),
        ("--targets", HOSTILE, "status"),
    ],
    ids=lambda arguments: " ".join(arguments).replace(HOSTILE, "HOSTILE"),
)
def test_an_error_shows_what_was_typed_without_obeying_it(tracker, arguments):
    result = tracker(*arguments)

    assert result.exit_code in (2, 3, 4)
    assert is_safe(result.output), result.output


def test_hostile_texts_of_files_are_refused_by_their_codes(tracker, example):
    (example / "new.csv").write_text(
        f'target,on,value,note\ncamp-vouchers,2025-01-01,1300,"{HOSTILE.strip()}"\n',
        newline="",
    )
    with (example / "targets.toml").open("a", encoding="utf-8") as file:
        file.write('[targets.x]\ntitle = "\\u001b]0;owned\\u0007"\n')

    for command in (["import", "new.csv"], ["sync"], ["check", "plan"]):
        result = tracker(*command)
        assert result.exit_code in (1, 3)
        assert is_safe(result.output), result.output


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["record", "correct", "history", "export", "next", "undo"]),
    st.lists(st.text(max_size=6) | st.sampled_from(["camp", "5", "--on"]), max_size=4),
)
def test_whatever_is_typed_is_done_or_refused(tracker, command, arguments):
    arguments = [each for each in arguments if each not in ("-o", "--output")]

    result = CliRunner().invoke(root, [command, *arguments])

    assert isinstance(result.exception, SystemExit | None), result.exception
    assert result.exit_code in (0, 1, 2, 3, 4)


def test_a_result_shows_the_name_of_its_file_without_obeying_it(tracker, example):
    new = ("--database", f"sqlite:///{HOSTILE}.new.db")

    for command in (
        ("export", "--all", HOSTILE),
        (*new, "import", "--all", HOSTILE),
        (*new, "db", "check"),
        ("db", "backup", f"{HOSTILE}.db"),
        ("db", "restore", f"{HOSTILE}.db"),
        ("chart", "camp-vouchers", "--out", f"{HOSTILE}.charts"),
        ("import", "seeds/actuals.csv"),
    ):
        result = tracker(*command)
        assert result.exit_code == 0, result.output
        assert is_safe(result.output), result.output


@pytest.mark.usefixtures("on_both")
@pytest.mark.parametrize(
    "name",
    [
        "%",
        "_amp-vouchers",
        "' OR 1=1 --",
        "%s",
        "{0}",
        "{x.__class__}",
        "*",
        ":a",
        "\udcff",
    ],
)
def test_a_name_is_taken_by_its_letters(tracker, name):
    for command in (["status", name], ["record", name, "5"], ["history", name]):
        result = tracker(*command)
        assert result.exit_code == 3
        assert f"no target {name!r}" in result.stderr
    assert tracker("db", "check").exit_code == 0


@pytest.mark.usefixtures("on_both")
def test_hostile_texts_are_kept_as_they_were_typed(tracker):
    notes = ["=cmd|' /C calc'!A0", "+1", "@SUM(1)", "'; DROP TABLE actual; --", "%s{0}"]
    for day, note in enumerate(notes, start=1):
        on = f"2025-01-0{day}"
        tracker("record", "camp-vouchers", "+1", "--on", on, "--note", note)

    rows = csv.DictReader(tracker("export", "camp-vouchers").stdout.splitlines())

    assert [row["note"] for row in rows][2:] == notes


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize(
    "command", ["status", "record camp-vouchers 5", "db current", "export --all a"]
)
def test_a_password_is_shown_nowhere(tracker, cluster, command):
    url = f"postgresql://guarded:s3cret@/no_such?host={cluster.home}&password=s3cret2"

    result = tracker("--database", url, *command.split())

    assert result.exit_code == 4
    assert "s3cret" not in result.output
    assert "s3cret" not in repr(result.exception.__context__)
