"""No room and no permission: the old state stays, one sentence says what to do."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from pathlib import Path

import pytest

from tests.faults.conftest import is_told
from tests.faults.test_kills import NEW

PAGE = 4096
OUTPUTS = [
    ("status", "-o", "out"),
    ("status", "--format", "json", "-o", "out"),
    ("export", "-o", "out"),
    ("export", "--head", "-o", "out"),
    ("history", "--format", "csv", "-o", "out"),
]


def files_in(folder):
    return {
        each.relative_to(folder): each.read_bytes()
        for each in folder.rglob("*")
        if each.is_file()
    }


@pytest.mark.parametrize("fault", ["full_at", "largest_file"])
def test_however_little_room_there_is_an_import_stores_all_or_nothing(
    tracker, child, content, example, fault
):
    (example / "new.csv").write_text(NEW)
    before = content()
    size = (example / "tracker.db").stat().st_size

    for more in range(100):
        room = size + more * PAGE
        limit = {fault: room // PAGE if fault == "full_at" else room}
        code, said = child("import", "new.csv", **limit)
        if code == 0:
            break
        assert is_told(code, said)
        assert "tracker.db cannot be written (" in said
        left = int(
            re.search(r"nothing was stored: its disk has ([\d,]+) MB", said)[1].replace(
                ",", ""
            )
        )
        assert abs(left * 1e6 - shutil.disk_usage(example).free) < 5e9
        assert content() == before

    assert (code, more > 1) == (0, True), said
    assert tracker("db", "check").exit_code == 0


@pytest.mark.parametrize("command", OUTPUTS, ids=" ".join)
def test_a_result_that_finds_no_room_leaves_the_old_file(child, example, command):
    (example / "out").write_text("old")
    before = files_in(example)

    assert is_told(*child(*command, largest_file=100))
    assert files_in(example) == before


def test_an_export_of_everything_that_finds_no_room_leaves_no_half_file(child, example):
    assert is_told(*child("export", "--all", "archive", largest_file=100))
    assert list((example / "archive").iterdir()) == []


@pytest.fixture
def closed(example):
    """The example where others may read and nobody but its owner may write."""
    (example / "new.csv").write_text(NEW)
    folder = Path(tempfile.mkdtemp(prefix="closed"))
    try:
        copy = shutil.copytree(example, folder / "example")
        for each in (folder, *folder.rglob("*")):
            each.chmod(0o555 if each.is_dir() else 0o444)
        yield copy
    finally:
        for each in (folder, *folder.rglob("*")):
            each.chmod(0o755)
        shutil.rmtree(folder)


@pytest.mark.parametrize(
    "command",
    [
        ("record", "camp-vouchers", "1300", "--on", "2025-01-01"),
        ("import", "new.csv"),
        ("status", "-o", "out"),
        ("export", "--all", "archive"),
        ("chart", "camp-vouchers"),
        ("db", "backup", "copy.db"),
        ("--database", "sqlite:///new.db", "init"),
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_a_folder_that_may_not_be_written_is_one_sentence(children, closed, command):
    before = files_in(closed)

    assert is_told(*children.run(*command, folder=closed, user="nobody"))
    assert files_in(closed) == before


def test_a_folder_that_may_not_be_written_can_be_read(children, closed):
    for command in (["status"], ["verify"], ["history"], ["db", "check"]):
        code, said = children.run(*command, folder=closed, user="nobody")
        assert code == 0, said


@pytest.fixture
def in_public(example):
    """The example in a folder that everybody may enter."""
    folder = Path(tempfile.mkdtemp(prefix="public"))
    copy = shutil.copytree(example, folder / "example")
    for each in (folder, copy):
        each.chmod(0o755)
    yield copy
    shutil.rmtree(folder)


@pytest.mark.parametrize(
    ("mode", "told"),
    [
        (0o644, "can read tracker.db; `chmod 600 tracker.db` ends that"),
        (0o606, "can read and change tracker.db; `chmod 600 tracker.db` ends that"),
        (0o664, "can read tracker.db; `chmod 660 tracker.db` ends that"),
        (0o660, None),
        (0o640, None),
        (0o600, None),
    ],
    ids=lambda each: oct(each) if isinstance(each, int) else "",
)
def test_a_file_that_everybody_may_read_is_told_once_by_every_command(
    tracker, in_public, monkeypatch, mode, told
):
    monkeypatch.chdir(in_public)
    Path("tracker.db").chmod(mode)
    line = f"Warning: everybody on this machine {told}\n" if told else ""

    for command in (
        ("status", "--format", "json"),
        ("record", "camp-vouchers", "1300", "--on", "2025-01-01"),
        ("export", "--all", "archive"),
        ("db", "check"),
        ("init",),
    ):
        result = tracker(*command)
        assert (result.exit_code, result.stderr) == (0, line)


def test_a_file_that_a_folder_keeps_private_is_nobodys_business(
    tracker, in_public, monkeypatch
):
    monkeypatch.chdir(in_public)
    Path("tracker.db").chmod(0o666)
    in_public.chmod(0o750)

    assert tracker("status").stderr == ""


def test_a_file_below_a_folder_that_its_owner_may_not_enter_is_told_as_such(
    children, in_public
):
    database = in_public / "tracker.db"
    database.chmod(0o666)
    if os.geteuid() == 0:
        shutil.chown(database, "nobody")
    in_public.parent.chmod(0o700)
    status = ("--targets", "targets.toml", "status")

    code, said = children.run(*status, folder=in_public, user="nobody")

    # Who is not root becomes nobody else here, and may enter it.
    assert code == 0 or said.startswith("Error: tracker.db cannot be opened for")
    assert "Warning" not in said


def test_whoever_cannot_mend_it_is_not_told(children, in_public):
    (in_public / "tracker.db").chmod(0o644)

    code, said = children.run("verify", folder=in_public, user="nobody")

    assert code == 0
    # Only root becomes somebody else here, and everybody else stays its owner.
    assert ("Warning: everybody" in said) == (os.geteuid() != 0)
