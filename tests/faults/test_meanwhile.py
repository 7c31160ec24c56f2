"""Two at once: a reader sees one state, and whoever waited looks again."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.store.test_many_writers import begun, ended
from tracker.cli.app import App
from tracker.errors import RepeatableError
from tracker.store import turns
from tracker.store.engine import unchecked, writing
from tracker.store.location import located

COUNT = "SELECT count(*) FROM actual"
# Some megabytes, more than SQLite keeps of a file by itself.
LONG = (
    'INSERT INTO actual SELECT target_id, {seq}, "on", kind, value, evidence, item, '
    "source, url, '{note}', author, recorded_at, replaces, reason, digest FROM actual "
    "WHERE target_id = 1 AND seq = 1"
)


@pytest.mark.usefixtures("on_both")
def test_a_reader_sees_the_old_state_throughout_a_long_import(tracker, example):
    url = os.environ.get("TRACKER_DATABASE_URL", f"sqlite:///{example}/tracker.db")
    before = tracker("export").stdout

    with writing(located(url)) as connection:
        for seq in range(2, 800):
            each = LONG.format(seq=seq, note="long " * 2000)
            connection.exec_driver_sql(each)
            if seq % 200 == 0:
                assert tracker("export").stdout == before
        connection.rollback()

    assert tracker("export").stdout == before


@pytest.mark.usefixtures("on_both")
def test_of_many_who_import_one_file_one_records_it(tracker, example):
    rows = [f"camp-vouchers,2025-01-{day:02},{1300 + day}" for day in range(1, 31)]
    (example / "new.csv").write_text("\n".join(["target,on,value", *rows]))

    started = [begun("tracker", "import", "new.csv", folder=example) for _ in range(3)]

    first, *others = sorted((ended(each) for each in started), reverse=True)
    assert first == (0, "recorded 30 rows of new.csv\n")
    for code, said in others:
        assert (code, said.count("\n")) == (0, 1)
        assert said.startswith("new.csv was imported on 20")
        assert said.endswith(": 30 rows; nothing new\n")


def test_who_waited_behind_an_upgrade_finds_another_version(tracker, cluster, server):
    url, waiting = cluster.url(server), "SELECT 1 FROM pg_locks WHERE NOT granted"
    with ThreadPoolExecutor() as threads, cluster.connect(server) as raw:
        with unchecked(located(url)) as connection:
            turns.take_any_version(connection)
            record = ("record", "camp-vouchers", "1300", "--on", "2025-01-01")
            late = threads.submit(tracker, *record)
            while not raw.execute(waiting).fetchone():
                assert not late.done()
            connection.exec_driver_sql(
                "UPDATE alembic_version SET version_num = '9999'"
            )
        result = late.result()

    assert result.exit_code == 4
    assert "is of version 9999, newer than this tracker's" in result.stderr


def test_a_connection_lost_while_reading_speaks_of_nothing_stored(cluster, server):
    app = App(None, cluster.url(server))

    def lost(connection):
        connection.exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")

    with pytest.raises(RepeatableError) as told:
        app.read(lost)
    assert "stored" not in str(told.value)
    assert str(told.value).endswith("; run it again when the server is back")
    with pytest.raises(RepeatableError, match="; nothing was stored: run it again whe"):
        app.write(lost)
