"""Killed at any step, a command leaves all of it or nothing, and can be run again."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
from itertools import count

import pytest

from tests.faults.conftest import content_of
from tests.postgres import first_version_on_server
from tracker.store import migrate
from tracker.store.engine import unchecked

NEW = "target,on,value,note\n" + "".join(
    f"{key},2025-0{month}-28,{value + month},{'long ' * 200}\n"
    for key, value in (("camp-vouchers", 1300), ("comfortable-schools", 110))
    for month in (1, 2, 3)
)
ANOTHER = """
[targets.buses]
title = "School buses"
unit = "buses"
measure = "cumulative"
baseline = { value = 0, on = 2024-01-01 }
goal = { value = 50, by = 2025-12-31 }
stated = 2024-01-01
"""


@pytest.mark.usefixtures("on_both")
@pytest.mark.parametrize(
    "command",
    [
        ("record", "camp-vouchers", "1300", "--on", "2025-01-01"),
        ("import", "new.csv"),
        ("sync",),
    ],
    ids=lambda command: command[0],
)
def test_a_command_killed_at_any_step_stores_nothing(
    tracker, child, content, example, command
):
    (example / "new.csv").write_text(NEW)
    with (example / "targets.toml").open("a") as targets:
        targets.write(ANOTHER)
    before = content()

    for step in count(1):
        code, said = child(*command, killed_at=step)
        if code != -signal.SIGKILL:
            break
        assert content() == before, f"step {step}"

    assert (code, step > 8) == (0, True), said
    assert content() != before
    assert tracker("db", "check").exit_code == 0


def older_file(path):
    """The example as the first version kept it: the second changes no file."""
    raw = sqlite3.connect(path)
    raw.execute("DROP INDEX ix_actual_corrected")
    raw.execute("DROP TABLE imported_file")
    raw.execute("UPDATE alembic_version SET version_num = '0001'")
    raw.commit()
    raw.close()


def test_an_upgrade_of_a_file_killed_at_any_step_leaves_the_old_version(
    tracker, child, example
):
    path = example / "tracker.db"
    older_file(path)
    before = content_of(path)

    for step in count(1):
        code, said = child("db", "upgrade", killed_at=step)
        if code != -signal.SIGKILL:
            break
        assert content_of(path) == before
        copy = example / "tracker.db.before-upgrade-0001"
        assert not copy.exists() or content_of(copy) == before

    assert (code, step > 5) == (0, True), said
    assert tracker("db", "check").exit_code == 0


@pytest.mark.usefixtures("server")
def test_an_upgrade_of_a_server_killed_at_any_step_leaves_the_old_version(
    tracker, child, content, cluster, server
):
    with cluster.connect(server) as raw:
        first_version_on_server(raw)
    before = content()

    for step in count(1):
        code, said = child("db", "upgrade", killed_at=step)
        if code != -signal.SIGKILL:
            break
        assert content() == before

    assert (code, step > 15) == (0, True), said
    assert tracker("db", "check").exit_code == 0


def test_a_file_is_set_up_whole_or_not_at_all(tracker, child, example):
    (example / "tracker.db").unlink()
    (example / "targets.toml").write_text(ANOTHER)
    (example / "seeds" / "actuals.csv").write_text(
        "target,on,value\nbuses,2025-01-01,5\n"
    )

    for step in count(1):
        code, said = child("init", "--seeds", killed_at=step)
        if code != -signal.SIGKILL:
            break
        assert not (example / "tracker.db").exists()
        # Of each killed one something may be left, and never of two.
        assert len(list(example.glob(".tracker.db.*-held"))) <= 1

    assert (code, step > 15) == (0, True), said
    assert list(example.glob(".tracker.db.*")) == []
    assert tracker("db", "check").exit_code == 0


# Writes more than SQLite keeps in memory, so that the file itself has been changed.
HALF_WAY = """
import os, signal, sqlite3
raw = sqlite3.connect("tracker.db", isolation_level=None)
raw.execute("PRAGMA cache_size = 1")
raw.execute("BEGIN IMMEDIATE")
names = [row[1] for row in raw.execute("PRAGMA table_info(actual)")]
cells = ", ".join({"seq": "9 + value", "note": "hex(zeroblob(9000))"}.get(n, f'"{n}"')
                  for n in names)
for n in range(1, 50):
    each = cells.replace("9 + value", str(100 + n))
    raw.execute(f"INSERT INTO actual SELECT {each} FROM actual WHERE target_id = 1 "
                "AND seq = 1")
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_a_killed_writer_left_half_written_is_taken_back(tracker, example):
    path, journal = example / "tracker.db", example / "tracker.db-journal"
    before, bytes_before = content_of(path), path.read_bytes()
    subprocess.run([sys.executable, "-c", HALF_WAY], cwd=example, check=False)
    assert journal.exists()
    assert path.read_bytes() != bytes_before

    result = tracker("status", "--format", "csv")

    assert result.exit_code == 0
    assert not journal.exists()
    assert content_of(path) == before
    assert tracker("db", "check").exit_code == 0


def test_what_another_program_left_in_a_log_beside_the_file_is_read(tracker, example):
    path = example / "tracker.db"
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("UPDATE target SET position = 99 WHERE id = 1")
    raw.commit()
    for ending in ("", "-wal", "-shm"):
        shutil.copy(f"{path}{ending}", f"{example}/moved.db{ending}")
    raw.close()
    url = f"sqlite:///{example}/moved.db"

    result = tracker("--database", url, "targets", "--format", "csv")

    assert result.stdout.splitlines()[-1].startswith("comfortable-schools,")


def test_an_older_version_is_neither_read_nor_written_until_it_is_upgraded(
    tracker, example
):
    older_file(example / "tracker.db")

    for command in (["status"], ["record", "camp-vouchers", "1300"]):
        assert tracker(*command).exit_code == 4
    assert tracker("db", "upgrade").exit_code == 0
    with unchecked(example / "tracker.db") as connection:
        assert migrate.current(connection) == "0004"
    assert tracker("status").exit_code == 0
