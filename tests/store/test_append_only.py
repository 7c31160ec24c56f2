"""The database itself refuses what would lose or change a fact."""

from __future__ import annotations

import sqlite3

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
