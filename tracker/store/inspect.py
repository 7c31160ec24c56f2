"""Whether a database is sound: its file, its keys, its rules, each row's digest."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Date, Row, Table, Text, cast, select, type_coerce

from tracker.store.digest import row_digest
from tracker.store.schema import FACTS, TRIGGERS, Moment, target


def faults(connection: Connection) -> list[str]:
    """What is wrong, a sentence each; empty where all is well."""
    engine = connection.dialect.name
    found = _damage(connection) if engine == "sqlite" else []
    if found:
        return found
    if engine == "sqlite":
        found += _strays(connection)
    missing = sorted(set(TRIGGERS[engine]) - _triggers(connection))
    if missing:
        found.append(f"the database no longer protects its facts: no {missing[0]}")
    return [f"{each}; restore a backup" for each in found] + broken(connection)


def _damage(connection: Connection) -> list[str]:
    integrity = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    return [f"the file is damaged: {each}" for each in integrity if each != "ok"]


def _strays(connection: Connection) -> list[str]:
    """Rows without the one they refer to; a server lets none in."""
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check")
    return [f"a row of {table} refers to one that is not there" for table, *_ in rows]


def _triggers(connection: Connection) -> set[str]:
    """The names of the triggers that are there, and not switched off."""
    query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    if connection.dialect.name == "postgresql":
        query = (
            "SELECT tgname FROM pg_trigger WHERE tgenabled IN ('O', 'A') AND tgrelid "
            "IN ('target'::regclass, 'statement'::regclass, 'actual'::regclass, "
            "'imported_file'::regclass)"
        )
    return set(connection.exec_driver_sql(query).scalars())


def broken(connection: Connection) -> list[str]:
    """The first row of each ledger that no longer fits its digest, a sentence each."""
    names = {row.id: row.key for row in connection.execute(select(target))}
    found = []
    for table in FACTS:
        query = _as_stored(table, connection.dialect.name)
        for target_id, rows in groupby(
            connection.execute(query), lambda r: r.target_id
        ):
            key = names.get(target_id, f"target {target_id}")
            place = _first_break(table, key, rows)
            if place is not None:
                name = f"{table.name} {key}#{place}"
                found.append(f"{name} was changed or removed; restore a backup")
    return found


def _as_stored(table: Table, engine: str) -> Any:
    """The rows with their days and moments as text, which may be no day at all."""
    as_text = type_coerce if engine == "sqlite" else cast
    columns = [
        as_text(column, Text).label(column.name)
        if isinstance(column.type, Date | Moment)
        else column
        for column in table.c
    ]
    return select(*columns).order_by(table.c.target_id, table.c.seq)


def _first_break(table: Table, key: str, rows: Iterable[Row[Any]]) -> int | None:
    previous = ""
    for place, row in enumerate(rows, start=1):
        try:
            content = dict(row._mapping)
            content["recorded_at"] = _moment(row.recorded_at)
            fits = row.digest == row_digest(table.name, key, content, previous)
        except (TypeError, ValueError):
            return place
        if row.seq != place or not fits:
            return place
        previous = row.digest
    return None


def _moment(stored: str) -> datetime:
    """SQLite keeps no zone, and a server says it in the session's, which is UTC."""
    return datetime.fromisoformat(stored).replace(tzinfo=UTC)
