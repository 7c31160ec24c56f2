"""A ledger can be spread over a cluster: its schema, its SQL, and in truth."""

from __future__ import annotations

import os

import pytest
from click.testing import CliRunner
from sqlalchemy import Engine, create_engine, event, inspect

from tests.store.pushdown import hindrances, undistributable
from tracker.cli import root
from tracker.store.location import located

COMMANDS = """
status --format json
status camp --known-at 2100-01-01
targets --totals --as-of 2025-01-01
targets comfortable-schools
history
export -o all.csv
import all.csv
record camp-vouchers 1300 --on 2024-12-31
correct camp-vouchers#2 1250 --reason recount
withdraw camp-vouchers#1 --reason wrong
undo --yes
check
next
sync
db check
verify
export --head -o head.txt
verify --head head.txt
export --all archive
"""


def inspected(url):
    engine = create_engine(url)
    try:
        return undistributable(inspect(engine))
    finally:
        engine.dispose()


def test_the_schema_as_migrated_can_be_distributed(cluster):
    with cluster.database("empty") as name:
        assert inspected(cluster.url(name)) == []


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (
            "CREATE UNIQUE INDEX by_digest ON actual (digest)",
            "actual: key of ['digest']",
        ),
        (
            "ALTER TABLE statement ADD UNIQUE (seq, stated)",
            "statement: key of ['seq', 'stated']",
        ),
        (
            "ALTER TABLE actual ADD stated_by int REFERENCES other (id)",
            "actual: reference to other",
        ),
        (
            "ALTER TABLE actual ADD of_target int, ADD of_seq int, "
            "ADD FOREIGN KEY (of_target, of_seq) REFERENCES statement",
            "actual: reference to another target by ['of_target', 'of_seq']",
        ),
    ],
    ids=["index", "constraint", "other table", "other target"],
)
def test_what_could_not_be_distributed_is_found(cluster, change, found):
    with cluster.database("empty") as name:
        with cluster.connect(name) as connection:
            connection.execute("CREATE TABLE other (id int PRIMARY KEY)")
            connection.execute(change)

        assert found in inspected(cluster.url(name))


def test_every_command_sends_sql_that_shards_can_answer(tracker, server):
    sent = []

    def note(connection, cursor, statement, *others):
        sent.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        for line in COMMANDS.strip().splitlines():
            assert tracker(*line.split()).exit_code in (0, 1), line
    finally:
        event.remove(Engine, "before_cursor_execute", note)

    assert len([each for each in sent if "FROM actual" in each]) >= 10
    assert [(why, sql) for sql in sent for why in hindrances(sql)] == []


@pytest.mark.parametrize(
    ("sql", "why"),
    [
        ("UPDATE actual SET value = 1", "changes facts"),
        ("INSERT INTO actual (seq) VALUES (1)", "inserts without a target"),
        ("SELECT sum(value) OVER (ORDER BY seq) FROM actual", "window over all facts"),
        ("SELECT * FROM actual FOR UPDATE", "lock or DISTINCT ON over several shards"),
        (
            "SELECT 1 FROM actual JOIN statement ON actual.seq = statement.seq",
            "facts that are not joined by target",
        ),
        (
            "SELECT (SELECT value FROM actual AS a WHERE a.target_id = s.target_id "
            "ORDER BY seq LIMIT 1) FROM statement AS s",
            "limit in a subquery",
        ),
        (
            "SELECT * FROM statement WHERE seq = (SELECT max(seq) FROM actual)",
            "aggregate of a subquery that is not by target",
        ),
    ],
)
def test_sql_that_shards_could_not_answer_is_found(sql, why):
    assert why in hindrances(sql)


@pytest.mark.usefixtures("on_both")
def test_a_database_without_citus_says_so(tracker):
    result = tracker("db", "distribute")

    assert result.exit_code == 4
    assert "Citus" in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.citus
def test_on_a_cluster_every_command_does_what_it_does_on_a_server(example, monkeypatch):
    """Needs an empty database, to which CREATE EXTENSION citus has been done."""
    url = os.environ["TRACKER_TEST_CITUS_URL"]
    monkeypatch.chdir(example)
    monkeypatch.setenv("TRACKER_DATABASE_URL", url)

    def run(line):
        return CliRunner().invoke(root, line.split(), catch_exceptions=False)

    engine = create_engine(located(url).url)
    try:
        for line in ("init --seeds", "db distribute"):
            assert run(line).exit_code == 0, line
        assert "already" in run("db distribute").stdout
        for line in COMMANDS.strip().splitlines():
            assert run(line).exit_code in (0, 1), line
        assert run("db check").exit_code == 0
    finally:
        with engine.begin() as connection:
            connection.exec_driver_sql(
                "DROP TABLE IF EXISTS actual, statement, target, imported_file, "
                "alembic_version CASCADE; DROP FUNCTION IF EXISTS tracker_refuse, "
                "tracker_signed, tracker_import_signed"
            )
        engine.dispose()
