"""What goes wrong between a command and its server: one sentence, nothing by halves."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import Barrier

import pytest

from tests import postgres
from tracker.cli.app import App
from tracker.store import turns
from tracker.store.engine import writing
from tracker.store.location import located

RECORD = ("record", "camp-vouchers", "+5", "--on", "2025-01-01")


@pytest.fixture
def admin(cluster, server):
    """A connection of the server's owner beside the commands."""
    with cluster.connect(server) as connection:
        yield connection


def entries(admin):
    return admin.execute("SELECT count(*) FROM actual").fetchone()[0]


def refused(result, *words):
    """One sentence with these words, the exit code of the database, and no more."""
    assert result.exit_code == 4
    assert result.stdout == ""
    assert result.stderr.startswith("Error: ")
    assert len(result.stderr.splitlines()) == 1
    assert "Traceback" not in result.stderr
    for word in words:
        assert word in result.stderr


@pytest.mark.parametrize(
    ("user", "database", "words"),
    [
        ("stranger", "{}", ('role "stranger" does not exist', "check the URL")),
        ("owner", "no_such", ('database "no_such" does not exist', "check the URL")),
        ("guarded:wrong", "{}", ("password authentication failed", "guarded@")),
        ("owner", "postgres", ("is not set up", "run `tracker init`")),
    ],
)
def test_a_wrong_url_is_one_sentence(tracker, cluster, server, user, database, words):
    with cluster.connect() as raw:
        raw.execute("DROP ROLE IF EXISTS guarded")
        raw.execute("CREATE ROLE guarded LOGIN PASSWORD 'right'")
    url = cluster.url(database.format(server), user)

    result = tracker("status", TRACKER_DATABASE_URL=url)

    refused(result, *words)
    assert "wrong" not in result.stderr


def test_a_password_opens_the_database(tracker, cluster, server):
    with cluster.connect(server) as raw:
        raw.execute("DROP ROLE IF EXISTS guarded")
        raw.execute("CREATE ROLE guarded LOGIN PASSWORD 'right'")
        raw.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO guarded")
        url = cluster.url(server, "guarded:right")

        assert tracker("status", TRACKER_DATABASE_URL=url).exit_code == 0
        raw.execute("DROP OWNED BY guarded")


def test_a_server_that_is_gone_is_one_sentence(tracker, tmp_path):
    url = f"postgresql://u:secret@/db?host={tmp_path}"

    result = tracker("status", TRACKER_DATABASE_URL=url)

    refused(result, f"u@/db?host={tmp_path} cannot be reached", "that the server runs")
    assert "secret" not in result.stderr


@pytest.mark.parametrize(
    ("version", "message"),
    [
        ("0001", "is of version 0001, this tracker needs 0004; run `tracker db upg"),
        ("9999", "is of version 9999, newer than this tracker's 0004; upgrade tracker"),
    ],
)
def test_another_version_is_neither_read_nor_written(tracker, admin, version, message):
    admin.execute("UPDATE alembic_version SET version_num = %s", [version])

    for command in (["status"], RECORD):
        refused(tracker(*command), message)


def test_another_programs_database_is_left_alone(tracker, admin):
    for table in ("actual", "statement", "target"):
        admin.execute(f"DROP TABLE {table}")

    for command in (["status"], RECORD, ["init"], ["db", "upgrade"]):
        refused(tracker(*command), "holds tables of another program")


@contextmanager
def cutting(admin, when, *, times):
    """Ends the session of whoever adds an actual, so many times."""
    admin.execute("CREATE SEQUENCE cuts")
    admin.execute(
        "CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF nextval('cuts') <= {times} THEN "
        "PERFORM pg_terminate_backend(pg_backend_pid()); END IF; RETURN NEW; END $$"
    )
    admin.execute(
        f"CREATE CONSTRAINT TRIGGER cut AFTER INSERT ON actual {when} "
        "FOR EACH ROW EXECUTE FUNCTION cut()"
    )
    yield
    admin.execute("DROP TRIGGER cut ON actual")


def test_a_connection_lost_before_anything_is_stored_is_taken_up_again(tracker, admin):
    before = entries(admin)

    with cutting(admin, "NOT DEFERRABLE", times=2):
        result = tracker(*RECORD)

    assert result.exit_code == 0, result.output
    assert entries(admin) == before + 1


def test_a_connection_lost_again_and_again_is_one_sentence(tracker, admin):
    before = entries(admin)

    with cutting(admin, "NOT DEFERRABLE", times=99):
        result = tracker(*RECORD)

    refused(result, "was lost (terminating connection", "nothing was stored")
    assert entries(admin) == before


def test_a_connection_lost_while_storing_is_never_repeated(tracker, admin):
    with cutting(admin, "DEFERRABLE INITIALLY DEFERRED", times=99):
        result = tracker(*RECORD)

    refused(result, "it may have stored all of it or nothing: look with `tracker hist")
    # Tried once: a sequence counts also what was undone.
    assert admin.execute("SELECT last_value FROM cuts").fetchone() == (1,)


def test_of_two_who_wait_for_each_other_one_is_undone_and_done_again(cluster, server):
    app, both = App(None, cluster.url(server)), Barrier(2)
    tried = []

    def in_order(first, second):
        def work(connection):
            again = first in tried
            tried.append(first)
            row = "UPDATE target SET position = position + 1 WHERE id = %s"
            connection.exec_driver_sql(row, (first,))
            if not again:
                both.wait(timeout=30)
            connection.exec_driver_sql(row, (second,))

        app.write(work)

    with ThreadPoolExecutor() as threads:
        list(threads.map(in_order, (1, 2), (2, 1)))

    assert sorted(tried) in ([1, 1, 2], [1, 2, 2])
    with cluster.connect(server) as raw:
        moved = raw.execute("SELECT sum(position) FROM target WHERE id IN (1, 2)")
        assert moved.fetchone() == (0 + 1 + 4,)


@pytest.mark.parametrize(
    "command",
    [
        RECORD,
        ("correct", "camp-vouchers#1", "613", "--reason", "recount"),
        ("withdraw", "camp-vouchers#1", "--reason", "wrong"),
        ("import", "seeds/actuals.csv"),
        ("sync",),
    ],
    ids=lambda command: command[0],
)
def test_whoever_waits_too_long_for_another_writer_is_told(
    tracker, cluster, server, command
):
    url = cluster.url(server, lock_timeout="50ms")

    with writing(located(cluster.url(server))) as connection:
        turns.take(connection, ["camp-vouchers"])
        result = tracker(*command, TRACKER_DATABASE_URL=url)

    refused(result, "another process is writing to", "?lock_timeout=2min")


def test_writers_of_different_targets_do_not_wait(tracker, cluster, server):
    with writing(located(cluster.url(server))) as connection:
        turns.take(connection, ["comfortable-schools"])

        assert tracker(*RECORD).exit_code == 0


def test_whoever_names_very_many_targets_takes_the_turn_of_all(
    tracker, cluster, server
):
    url = cluster.url(server, lock_timeout="50ms")

    with writing(located(cluster.url(server))) as connection:
        turns.take(connection, [f"target-{number}" for number in range(51)])

        result = tracker(*RECORD, TRACKER_DATABASE_URL=url)

    refused(result, "another process is writing to")


def test_on_a_server_its_own_clock_tells_when(cluster, server):
    app = App(None, cluster.url(server))
    app.now = datetime(2000, 1, 1, tzinfo=UTC)

    assert app.write(app.moment).year > 2000


def test_a_statement_that_takes_too_long_is_stopped(tracker, cluster, server, admin):
    url = cluster.url(server, statement_timeout="50ms")
    before = entries(admin)

    with admin.transaction():
        admin.execute("LOCK TABLE actual IN ACCESS EXCLUSIVE MODE")
        for command in (["status"], RECORD):
            result = tracker(*command, TRACKER_DATABASE_URL=url)
            refused(result, "took too long", "?statement_timeout=1h")
    assert entries(admin) == before


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ({"lock_timeout": "soon"}, ('"lock_timeout": "soon"', "times as 30s or 5min")),
        ({"no_such": "1"}, ('invalid connection option "no_such"', "check the URL")),
        ({"port": "1,2,3&host=a"}, ("cannot be reached",)),
        ({"sslmode": "perhaps"}, ("sslmode", "check the URL")),
    ],
)
def test_a_setting_that_makes_no_sense_is_named(
    tracker, cluster, server, setting, words
):
    url = cluster.url(server, **setting)

    refused(tracker("status", TRACKER_DATABASE_URL=url), *words)


def test_a_report_sees_one_state_of_the_database_throughout(cluster, server):
    url = cluster.url(server)
    count = "SELECT count(*) FROM target"

    def work(connection):
        before = connection.exec_driver_sql(count).scalar()
        with writing(located(url)) as other:
            other.exec_driver_sql("INSERT INTO target (key, position) VALUES ('x', 9)")
        return before, connection.exec_driver_sql(count).scalar()

    before, after = App(None, url).read(work)

    assert after == before
    assert App(None, url).read(lambda now: now.exec_driver_sql(count).scalar()) > before


def test_a_standby_makes_the_same_reports_and_records_nothing(tracker, cluster, server):
    with postgres.running(copy_of=cluster) as standby:
        copy = {"TRACKER_DATABASE_URL": standby.url(server)}

        for command in (["status"], ["history"], ["export"], ["targets"]):
            assert tracker(*command, **copy).stdout == tracker(*command).stdout
        assert tracker("db", "check", **copy).exit_code == 0
        for command in (RECORD, ["db", "init-roles"]):
            result = tracker(*command, **copy)
            refused(result, "is a copy that is only read; record on the server")
