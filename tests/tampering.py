"""A database changed behind tracker's back, as somebody with bad intentions could."""

from __future__ import annotations

import sqlite3

TRIGGERS = "SELECT name FROM sqlite_master WHERE type = 'trigger'"


def changed_in_file(path, *changes):
    """Without its triggers, as somebody with a hex editor could."""
    raw = sqlite3.connect(path)
    for (name,) in raw.execute(TRIGGERS).fetchall():
        raw.execute(f"DROP TRIGGER {name}")
    for change in changes:
        raw.execute(change)
    raw.commit()
    raw.close()


def changed_on_server(connection, *changes):
    """With its triggers switched off, as whoever owns the tables could."""
    for table in ("actual", "statement", "target", "imported_file"):
        connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER ALL")
    for change in changes:
        connection.execute(change)
