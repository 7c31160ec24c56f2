"""Many actuals at once, by the fastest way in that each driver has.

Keys, checks and triggers hold for each row all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from tracker.ledger import Fact, Ledger
from tracker.store.digest import ActualDigests
from tracker.store.schema import actual, target

# From so many rows on it pays to make the index of an empty table after them.
MANY = 10_000

# As `_rows` puts them.
_COLUMNS = (
    *("target_id", "seq"),
    *Fact._fields[:-2],
    *("recorded_at", "replaces", "reason", "digest"),
)
_NAMES = ", ".join(f'"{name}"' for name in _COLUMNS)

Row = tuple[object, ...]


@contextmanager
def loading(connection: Connection, rows: int) -> Iterator[None]:
    """Makes the index after so many rows, where a file holds no actual yet.

    It is all one transaction: whoever reads meanwhile sees the index of before, and
    what goes wrong brings it back.
    """
    empty = connection.execute(select(actual.c.seq).limit(1)).first() is None
    apart = connection.dialect.name == "sqlite" and rows >= MANY and empty
    indexes = actual.indexes if apart else ()
    for each in indexes:
        each.drop(connection)
    yield
    for each in indexes:
        each.create(connection)


def add_facts(
    connection: Connection,
    new: Sequence[tuple[Ledger, Sequence[Fact]]],
    at: datetime,
) -> None:
    """Appends to some ledgers what `write.add_actuals` would, row for row.

    Args:
        new: Ledgers as they are stored now; `replaces` are places in them.
    """
    keys = [ledger.key for ledger, facts in new if facts]
    if not keys:
        return
    query = select(target.c.key, target.c.id).where(target.c.key.in_(keys))
    ids = {row.key: row.id for row in connection.execute(query)}
    rows = [
        row
        for ledger, facts in new
        if facts
        for row in _rows(ids[ledger.key], ledger, facts, at)
    ]
    if connection.dialect.name == "postgresql":
        _copy(connection, rows)
    else:
        _insert(connection, rows)


def _rows(
    target_id: int, ledger: Ledger, facts: Sequence[Fact], at: datetime
) -> Iterator[Row]:
    """The rows of the table, each with its place, moment and digest."""
    last = ledger.actuals[-1] if ledger.actuals else None
    first, previous = (last.seq + 1, last.digest) if last else (1, "")
    if last and last.recorded_at:
        # A clock that was set back must not put an entry before the one it follows.
        at = max(at, last.recorded_at)
    digests = ActualDigests(ledger.key, at, previous)
    for seq, fact in enumerate(facts, start=first):
        digest = digests.after(seq, fact)
        yield (target_id, seq, *fact[:-2], at, *fact[-2:], digest)


def _insert(connection: Connection, rows: Sequence[Row]) -> None:
    """One statement many times, in tuples: SQLAlchemy's own way makes dicts."""
    moment = actual.c.recorded_at.type.bind_processor(connection.dialect)
    assert moment is not None, "SQLite keeps moments as text"
    on, at = _COLUMNS.index("on"), _COLUMNS.index("recorded_at")
    marks = ", ".join("?" * len(_COLUMNS))
    connection.exec_driver_sql(
        f"INSERT INTO actual ({_NAMES}) VALUES ({marks})",  # noqa: S608  # names of ours
        [
            (
                *row[:on],
                str(row[on]),
                *row[on + 1 : at],
                moment(row[at]),
                *row[at + 1 :],
            )
            for row in rows
        ],
    )


def _copy(connection: Connection, rows: Sequence[Row]) -> None:
    driver: Any = connection.connection.driver_connection
    try:
        with (
            driver.cursor() as cursor,
            cursor.copy(f"COPY actual ({_NAMES}) FROM STDIN") as copy,
        ):
            for row in rows:
                copy.write_row(row)
    except connection.dialect.loaded_dbapi.Error as error:
        raise DBAPIError("COPY", None, error) from error
