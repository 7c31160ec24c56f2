"""Which files of actuals were imported: a look-up beside the ledgers, append-only.

It never says what a ledger holds; the rows of a file are checked all the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from tracker.ledger import Import
from tracker.store.schema import imported_file


def latest(connection: Connection, sha256: str) -> Import | None:
    """The last time that these very bytes were imported; None where they never were."""
    query = (
        select(imported_file)
        .where(imported_file.c.sha256 == sha256)
        .order_by(imported_file.c.recorded_at.desc())
        .limit(1)
    )
    row = connection.execute(query).one_or_none()
    return None if row is None else Import(**row._mapping)


def add(connection: Connection, new: Import) -> None:
    """Remembers an import, in the transaction that stores its rows."""
    connection.execute(insert(imported_file).values(**new._asdict()))


def kept(connection: Connection) -> list[Import]:
    """All of them, the oldest first."""
    table = imported_file.c
    query = select(imported_file).order_by(table.recorded_at, table.sha256)
    return [Import(**row._mapping) for row in connection.execute(query)]


def restore(connection: Connection, imports: Sequence[Import]) -> None:
    """Puts all of them into a database that has none."""
    for each in imports:
        add(connection, each)
