"""Opening: nothing by a typo, nothing of another program, one writer at a time."""

from __future__ import annotations

import os
import resource
import sqlite3
import stat
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from tracker.errors import StoreError
from tracker.store.engine import reading, writing
from tracker.store.schema import APPLICATION_ID

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "tracker")


def test_a_mistyped_path_creates_nothing(tmp_path, tracker, monkeypatch):
    url = f"sqlite:///{tmp_path}/typo.db"

    result = tracker("--database", url, "status")

    assert result.exit_code == 4
    assert result.stderr == (
        f"Error: no database at {tmp_path}/typo.db; run `tracker init`\n"
    )
    assert not (tmp_path / "typo.db").exists()


def an_empty(path):
    path.touch()


def a_text(path):
    path.write_text("not a database at all, " * 50)


def a_directory(path):
    path.mkdir()


def another_program(path):
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE t (x)")
    raw.commit()
    raw.close()


def a_cut_one(path):
    another_program(path)
    path.write_bytes(path.read_bytes()[:4096])


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (an_empty, "{} is not set up; remove it and run `tracker init`"),
        (
            a_text,
            "{} is damaged or no database (file is not a database); restore it from a "
            "backup",
        ),
        (a_directory, "{} is a folder; name a file with --database"),
        (
            another_program,
            "{} is a database of another program; name tracker's own with --database "
            "or TRACKER_DATABASE_URL",
        ),
        (
            a_cut_one,
            "{} is damaged or no database (database disk image is malformed); restore "
            "it from a backup",
        ),
    ],
)
def test_what_is_no_database_of_ours_is_left_alone(make, message, tmp_path, tracker):
    path = tmp_path / "other.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None

    for command in (["status"], ["record", "camp-vouchers", "1300"]):
        result = tracker("--database", f"sqlite:///{path}", *command)

        assert result.stderr == f"Error: {message.format(path)}\n"
        assert result.exit_code == 4
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.mark.parametrize(
    ("version", "message"),
    [
        (
            "0001",
            "is of version 0001, this tracker needs 0004; run `tracker db upgrade`",
        ),
        ("9999", "version 9999, newer than this tracker's 0004; upgrade tracker"),
    ],
)
def test_another_version_is_named_with_its_remedy(tracker, example, version, message):
    raw = sqlite3.connect(example / "tracker.db")
    raw.execute("UPDATE alembic_version SET version_num = ?", [version])
    raw.commit()
    raw.close()

    result = tracker("status")

    assert result.exit_code == 4
    assert message in result.stderr


def test_the_file_is_its_owners_alone_and_says_whose_it_is(example):
    path = example / "tracker.db"
    raw = sqlite3.connect(path)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert raw.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert raw.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    raw.close()


def test_writes_are_flushed_and_keys_are_held(example):
    with reading(example / "tracker.db") as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_a_second_writer_is_told_to_wait(example, monkeypatch):
    path = example / "tracker.db"
    monkeypatch.setattr("tracker.store.sqlite.BUSY_SECONDS", 0.05)

    with (
        writing(path),
        pytest.raises(StoreError, match="another process is writing to"),
        writing(path),
    ):
        pass


def test_a_reader_sees_no_half_of_what_is_being_written(example):
    path = example / "tracker.db"
    count = "SELECT count(*) FROM target"

    with ExitStack() as later:
        writer = later.enter_context(writing(path))
        writer.exec_driver_sql("INSERT INTO target (key, position) VALUES ('x', 99)")
        with reading(path) as reader:
            assert reader.exec_driver_sql(count).scalar() == 17
        assert writer.exec_driver_sql(count).scalar() == 18


def test_a_disk_that_is_full_loses_nothing(example):
    path = example / "tracker.db"
    before = path.read_bytes()

    def no_room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(before), len(before)))

    note = "long " * 4000
    done = subprocess.run(
        [*COMMAND, "record", "camp-vouchers", "1300", "--note", note],
        cwd=example,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        preexec_fn=no_room,
        check=False,
    )

    assert done.returncode == 4
    assert done.stderr.startswith(
        "Error: tracker.db cannot be written (disk I/O error)"
    )
    assert path.read_bytes() == before
