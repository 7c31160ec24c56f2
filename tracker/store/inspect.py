"""Whether a database is sound: its file, its keys, its rules, each row's digest."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Date, Row, String, Table, select, type_coerce

from tracker.store.digest import row_digest
from tracker.store.schema import FACTS, TRIGGERS, Moment, target


def faults(connection: Connection) -> list[str]:
    """What is wrong, a sentence each; empty where all is well."""
    integrity = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    found = [f"the file is damaged: {each}" for each in integrity if each != "ok"]
    if found:
        return found
    for table, *_ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        found.append(f"a row of {table} refers to one that is not there")
    triggers = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    missing = sorted(set(TRIGGERS) - set(triggers.scalars()))
    if missing:
        found.append(f"the database no longer protects its facts: no {missing[0]}")
    return [f"{each}; restore a backup" for each in found] + broken(connection)


def broken(connection: Connection) -> list[str]:
    """The first row of each ledger that no longer fits its digest, a sentence each."""
    names = {row.id: row.key for row in connection.execute(select(target))}
    found = []
    for table in FACTS:
        query = _as_stored(table)
        for target_id, rows in groupby(
            connection.execute(query), lambda r: r.target_id
        ):
            key = names.get(target_id, f"target {target_id}")
            place = _first_break(table, key, rows)
            if place is not None:
                name = f"{table.name} {key}#{place}"
                found.append(f"{name} was changed or removed; restore a backup")
    return found


def _as_stored(table: Table) -> Any:
    """The rows with their days and moments as text, which may be no day at all."""
    columns = [
        type_coerce(column, String).label(column.name)
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
    return datetime.fromisoformat(stored).replace(tzinfo=UTC)
