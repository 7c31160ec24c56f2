"""Backup while others write, restore, and a copy before each upgrade."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.tampering import changed_in_file
from tracker.errors import DatabaseBusyError, StoreError
from tracker.store import migrate
from tracker.store.backup import backup, restore
from tracker.store.engine import reading, writing
from tracker.store.heads import head
from tracker.store.schema import APPLICATION_ID

SCHOOLS = "comfortable-schools"
ROOT = Path(__file__).parents[2]

# Records one figure after the other, as many people would, until it is told to stop.
WRITER = """
import sys
from pathlib import Path
from datetime import UTC, date, datetime
from tracker.domain import Actual, Kind
from tracker.store import write
from tracker.store.engine import writing
for n in range(10**6):
    with writing(Path("tracker.db")) as connection:
        new = Actual(0, date(2025, 1, 1), Kind.INCREMENT, 1.0, author="w", note=str(n))
        write.add_actuals(connection, "comfortable-schools", [new], datetime.now(UTC))
    print(n, flush=True)
"""


def content(path):
    raw = sqlite3.connect(path)
    dumped = list(raw.iterdump())
    raw.close()
    return dumped


def test_a_copy_made_while_others_write_restores_to_a_sound_database(tracker, example):
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER],
        cwd=example,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout
    for n in range(8):
        writer.stdout.readline()
        assert tracker("db", "backup", f"{n}.db").exit_code == 0
    writer.kill()
    writer.communicate()
    counts = []
    for n in range(8):
        with reading(example / f"{n}.db") as copy:
            counts.append(head(copy).actuals)

    restored = tracker("db", "restore", "7.db")

    assert restored.exit_code == 0
    assert counts[0] < counts[-1]
    assert counts == sorted(counts)
    assert content(example / "tracker.db") == content(example / "7.db")
    assert tracker("verify").exit_code == 0
    assert tracker("db", "check").exit_code == 0


def test_a_copy_is_its_owners_alone_and_says_what_it_holds(tracker, example):
    tracker("export", "--head", "-o", "head.txt")

    result = tracker("db", "backup", "copy.db")

    assert stat.S_IMODE((example / "copy.db").stat().st_mode) == 0o600
    assert result.stdout.startswith("copied tracker.db to copy.db; head ")
    assert content(example / "copy.db") == content(example / "tracker.db")
    url = f"sqlite:///{example}/copy.db"
    assert tracker("--database", url, "verify", "--head", "head.txt").exit_code == 0


def test_a_file_that_is_there_is_kept_unless_forced(tracker, example):
    (example / "copy.db").write_text("mine")

    kept = tracker("db", "backup", "copy.db")
    before = (example / "copy.db").read_text()
    forced = tracker("db", "backup", "copy.db", "--force")

    assert (kept.exit_code, before) == (4, "mine")
    assert kept.stderr == (
        "Error: copy.db is there already; name another file, or give --force\n"
    )
    assert forced.exit_code == 0
    assert content(example / "copy.db") == content(example / "tracker.db")


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (
            "no/copy.db",
            "no/copy.db cannot be written (No such file or directory); check its "
            "folder",
        ),
        ("tracker.db", "tracker.db is tracker's own file; name another one"),
        ("targets.toml", "targets.toml is tracker's own file; name another one"),
    ],
)
def test_a_copy_that_cannot_be_made_leaves_nothing(tracker, example, file, message):
    before = sorted(example.iterdir())

    result = tracker("db", "backup", file, "--force")

    assert (result.exit_code, result.stderr) == (4, f"Error: {message}\n")
    assert sorted(example.iterdir()) == before


def test_what_was_there_is_kept_beside_the_restored(tracker, example):
    tracker("db", "backup", "copy.db")
    tracker("record", SCHOOLS, "110", "--on", "2025-01-31")
    newer = content(example / "tracker.db")

    result = tracker("db", "restore", "copy.db")

    (kept,) = example.glob("tracker.db.before-restore-*Z")
    assert result.stdout.endswith(f"; the one before is kept as {kept.name}\n")
    assert content(kept) == newer
    assert content(example / "tracker.db") == content(example / "copy.db")
    mode = stat.S_IMODE((example / "tracker.db").stat().st_mode)
    assert mode == 0o600


@pytest.mark.parametrize("there", [None, b"torn to pieces", b"\x00" * 5000])
def test_a_lost_or_damaged_database_is_replaced(tracker, example, there):
    tracker("db", "backup", "copy.db")
    (example / "tracker.db").unlink()
    if there:
        (example / "tracker.db").write_bytes(there)
        # Left by the damaged one; it would be played into the restored one.
        (example / "tracker.db-journal").write_bytes(b"junk")

    result = tracker("db", "restore", "copy.db")

    assert result.exit_code == 0, result.output
    assert tracker("verify").exit_code == 0
    assert not (example / "tracker.db-journal").exists()
    kept = [each.read_bytes() for each in example.glob("tracker.db.before-restore-*Z")]
    assert kept == ([there] if there else [])


def another_program(path):
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE t (x)")
    raw.commit()
    raw.close()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda path: path.write_bytes(b"text, long enough to be read " * 9),
            "copy.db is damaged or no database (file is not a database)",
        ),
        (another_program, "copy.db is a database of another program"),
        (lambda path: None, "no backup at copy.db; check the path"),
    ],
)
def test_what_is_no_backup_of_ours_changes_nothing(tracker, example, make, message):
    make(example / "copy.db")
    before = (example / "tracker.db").read_bytes()

    result = tracker("db", "restore", "copy.db")

    assert result.exit_code == 4
    assert result.stderr.startswith(f"Error: {message}")
    assert (example / "tracker.db").read_bytes() == before
    assert not list(example.glob("*before*"))


def test_a_backup_that_was_tampered_with_is_refused(tracker, example):
    tracker("db", "backup", "copy.db")
    (example / "tracker.db").rename(example / "mine.db")
    (example / "copy.db").rename(example / "tracker.db")
    changed_in_file(
        example / "tracker.db", "UPDATE actual SET value = 217 WHERE value = 105"
    )
    (example / "tracker.db").rename(example / "copy.db")
    (example / "mine.db").rename(example / "tracker.db")

    result = tracker("db", "restore", "copy.db")

    assert result.exit_code == 4
    assert result.stderr.startswith("Error: copy.db was not restored: ")
    assert result.stderr.endswith("; take another backup\n")
    assert tracker("verify").exit_code == 0


def test_another_programs_database_is_never_replaced(tracker, example):
    tracker("db", "backup", "copy.db")
    (example / "tracker.db").unlink()
    another_program(example / "tracker.db")
    before = (example / "tracker.db").read_bytes()

    result = tracker("db", "restore", "copy.db")

    assert "is a database of another program" in result.stderr
    assert (example / "tracker.db").read_bytes() == before


def test_nothing_is_restored_while_somebody_writes(tracker, example, monkeypatch):
    monkeypatch.setattr("tracker.store.sqlite.BUSY_SECONDS", 0.05)
    tracker("db", "backup", "copy.db")

    with writing(example / "tracker.db"):
        result = tracker("db", "restore", "copy.db")

    assert result.exit_code == 4
    assert "another process is writing to" in result.stderr
    assert not list(example.glob("*before*"))


def times_opened(path):
    found = 0
    for each in Path("/proc/self/fd").iterdir():
        try:
            found += each.readlink() == path
        except OSError:
            continue
    return found


def test_who_waited_for_the_replaced_database_writes_nothing_into_it(example):
    path = example / "tracker.db"
    refused = []

    def waits():
        try:
            with writing(path) as connection:
                connection.exec_driver_sql("DELETE FROM alembic_version")
        except DatabaseBusyError as error:
            refused.append(str(error))

    backup(path, example / "copy.db")
    late = threading.Thread(target=waits)
    with writing(path):
        late.start()
        while times_opened(path) < 2:
            assert late.is_alive()
        path.rename(example / "kept.db")
        (example / "copy.db").rename(path)
    late.join()

    assert refused == [f"{path} was replaced meanwhile; try again"]
    assert content(path) == content(example / "kept.db")


def test_a_copy_is_kept_of_what_is_upgraded(tmp_path):
    path = tmp_path / "old.db"
    raw = sqlite3.connect(path)
    raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    raw.execute("CREATE TABLE note (text)")
    raw.execute("INSERT INTO note VALUES ('old')")
    raw.commit()
    raw.close()
    before = content(path)

    migrate.upgrade(path)

    copy = tmp_path / "old.db.before-upgrade-none"
    assert content(copy) == before
    assert content(path) != before
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_what_is_up_to_date_is_not_copied(example):
    migrate.upgrade(example / "tracker.db")

    assert not list(example.glob("*before-upgrade*"))


def test_a_link_to_the_database_stays_a_link(example):
    real, link = example / "real.db", example / "tracker.db"
    link.rename(real)
    link.symlink_to(real)
    backup(link, example / "copy.db")

    restore(link, example / "copy.db", example / "kept.db")

    assert link.is_symlink()
    assert real.exists()


def test_a_full_disk_is_one_sentence(example):
    def no_room():
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))

    done = subprocess.run(
        [sys.executable, "-m", "tracker", "db", "backup", "copy.db"],
        cwd=example,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        preexec_fn=no_room,
        check=False,
    )

    assert (done.returncode, done.stderr.count("\n")) == (4, 1)
    assert done.stderr.startswith(f"Error: no copy was made in {example} (")
    assert not (example / "copy.db").exists()


def test_a_copy_of_nothing_is_refused(tmp_path):
    with pytest.raises(StoreError, match="no database at"):
        backup(tmp_path / "no.db", tmp_path / "copy.db")


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize("command", ["backup", "restore"])
def test_a_server_is_copied_by_its_own_means(tracker, example, command):
    result = tracker("db", command, "copy.db")

    assert result.exit_code == 4
    assert result.stderr.startswith("Error: postgresql://owner@/example_")
    assert result.stderr.endswith(
        " is on a server, whose own means copy it; use pg_dump and pg_restore\n"
    )
    assert not (example / "copy.db").exists()
