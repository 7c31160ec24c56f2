"""The database itself refuses what would lose or change a fact."""

from __future__ import annotations

import sqlite3

import psycopg
import pytest


@pytest.fixture
def raw(example):
    """The file as any other program opens it."""
    connection = sqlite3.connect(example / "tracker.db")
    yield connection
    connection.close()


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE actual SET value = value + 1",
        "UPDATE actual SET note = 'x' WHERE seq = 1",
        "DELETE FROM actual",
        "DELETE FROM actual WHERE target_id = 1",
        "UPDATE statement SET terms = '{}'",
        "DELETE FROM statement",
        "INSERT OR REPLACE INTO actual SELECT * FROM actual",
        "REPLACE INTO statement SELECT * FROM statement",
        'INSERT OR REPLACE INTO actual SELECT target_id, 9, "on", kind, value, '
        "evidence, item, source, url, note, author, recorded_at, replaces, reason, "
        'digest FROM actual WHERE target_id = 1 UNION ALL SELECT target_id, 9, "on", '
        "kind, value, evidence, item, source, url, note, author, recorded_at, "
        "replaces, reason, digest FROM actual WHERE target_id = 1",
        "DELETE FROM target",
        "UPDATE target SET key = 'x' WHERE id = 1",
        "INSERT OR REPLACE INTO target SELECT * FROM target",
        "REPLACE INTO target (key, position) SELECT key, position FROM target",
        "UPDATE imported_file SET name = 'x'",
        "DELETE FROM imported_file",
        "INSERT OR REPLACE INTO imported_file SELECT * FROM imported_file",
    ],
)
def test_a_fact_is_never_changed_or_removed(raw, attack):
    before = list(raw.iterdump())

    with pytest.raises(sqlite3.IntegrityError, match=r"append-only|never lost|its key"):
        raw.execute(attack)

    raw.rollback()
    assert list(raw.iterdump()) == before


@pytest.mark.parametrize(
    ("column", "value"),
    [
        pytest.param("value", "9e999", id="infinity"),
        pytest.param("value", "2e15", id="too large"),
        pytest.param("value", "NULL", id="no figure"),
        pytest.param("kind", "'guess'", id="unknown kind"),
        pytest.param("evidence", "'rumour'", id="unknown evidence"),
        pytest.param("seq", "0", id="no place"),
        pytest.param("digest", "'short'", id="no digest"),
    ],
)
def test_a_row_that_makes_no_sense_is_refused(raw, column, value):
    names = [row[1] for row in raw.execute("PRAGMA table_info(actual)")]
    cells = [
        value if name == column else "7" if name == "seq" else f'"{name}"'
        for name in names
    ]

    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        raw.execute(
            f"INSERT INTO actual SELECT {', '.join(cells)} FROM actual "
            "WHERE target_id = 1 AND seq = 1"
        )


@pytest.mark.parametrize(
    ("attack", "message"),
    [
        ("UPDATE actual SET value = value + 1", "actual is append-only"),
        ("UPDATE actual SET note = 'x' WHERE seq = 99", "actual is append-only"),
        ("DELETE FROM actual", "actual is append-only"),
        ("TRUNCATE actual", "actual is append-only"),
        ("UPDATE statement SET terms = '{}'", "statement is append-only"),
        ("DELETE FROM statement", "statement is append-only"),
        ("TRUNCATE target CASCADE", "append-only|never lost"),
        ("DELETE FROM target", "a target is never lost"),
        ("UPDATE imported_file SET name = 'x'", "imported_file is append-only"),
        ("DELETE FROM imported_file", "imported_file is append-only"),
        ("TRUNCATE imported_file", "imported_file is append-only"),
        ("UPDATE target SET key = 'x' WHERE id = 1", "a target keeps its key"),
        (
            "INSERT INTO actual SELECT * FROM actual ON CONFLICT (target_id, seq) "
            "DO UPDATE SET value = 1",
            "actual is append-only",
        ),
    ],
)
def test_not_even_a_servers_owner_changes_or_removes_a_fact(
    cluster, server, attack, message
):
    facts = "SELECT count(*), sum(value) FROM actual"
    with cluster.connect(server) as raw:
        before = raw.execute(facts).fetchone()

        with pytest.raises(psycopg.Error, match=message):
            raw.execute(attack)

        assert raw.execute(facts).fetchone() == before


@pytest.mark.parametrize("value", ["'NaN'", "'Infinity'", "2e15", "NULL"])
def test_a_server_takes_no_figure_that_is_none(cluster, server, value):
    columns = "kind, evidence, author, recorded_at, digest"
    with (
        cluster.connect(server) as raw,
        pytest.raises(psycopg.errors.CheckViolation),
    ):
        raw.execute(
            f'INSERT INTO actual (target_id, seq, "on", value, {columns}) '
            f'SELECT target_id, 99, "on", {value}, {columns} FROM actual LIMIT 1'
        )
