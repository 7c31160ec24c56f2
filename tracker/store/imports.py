"""Which files of actuals were imported: a look-up beside the ledgers, append-only.

It never says what a ledger holds; the rows of a file are checked all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from tracker.ledger import Import
from tracker.store.schema import actual, imported_file, target


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


def by(connection: Connection, author: str) -> list[tuple[Import, int]]:
    """What somebody imported, the last first, each with how many rows have its moment.

    These are its rows where they are as many as it stored: a clock that was set back
    gives rows the moment of the ones before them.
    """
    table = imported_file.c
    theirs = select(table.recorded_at).where(table.author == author)
    query = (
        select(actual.c.recorded_at, func.count().label("rows"))
        .where(actual.c.recorded_at.in_(theirs))
        .group_by(actual.c.recorded_at)
    )
    rows = {each.recorded_at: each.rows for each in connection.execute(query)}
    made = [each for each in reversed(kept(connection)) if each.author == author]
    return [(each, rows.get(each.recorded_at, 0)) for each in made]


def targets(connection: Connection, moment: datetime) -> list[str]:
    """The keys of the targets of which something was recorded at a moment, in order."""
    query = (
        select(target.c.key, target.c.position, target.c.id)
        .join(actual, actual.c.target_id == target.c.id)
        .where(actual.c.recorded_at == moment)
        .order_by(target.c.position, target.c.id)
        .distinct()
    )
    return [row.key for row in connection.execute(query)]


def kept(connection: Connection) -> list[Import]:
    """All of them, the oldest first."""
    table = imported_file.c
    query = select(imported_file).order_by(table.recorded_at, table.sha256)
    return [Import(**row._mapping) for row in connection.execute(query)]


def restore(connection: Connection, imports: Sequence[Import]) -> None:
    """Puts all of them into a database that has none."""
    for each in imports:
        add(connection, each)
