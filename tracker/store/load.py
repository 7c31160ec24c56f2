"""Many actuals at once, by the fastest way in that each driver has.

Keys, checks and triggers hold for each row all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from tracker.ledger import Fact, Ledger
from tracker.store.digest import ActualDigests
from tracker.store.schema import actual, target

# From so many rows on it pays to change the schema for them and back.
MANY = 10_000
_GUARD = "actual_no_replace"

# As `_rows` puts them.
_COLUMNS = (
    *("target_id", "seq"),
    *Fact._fields[:-2],
    *("recorded_at", "replaces", "reason", "digest"),
)
_NAMES = ", ".join(f'"{name}"' for name in _COLUMNS)

Row = tuple[Any, ...]


@contextmanager
def loading(connection: Connection, rows: int) -> Iterator[None]:
    """Sets aside, for so many rows into a file, what slows each and holds without it.

    The guard against INSERT OR REPLACE has nothing to say to a plain INSERT, which
    keys refuse by themselves; the index of an empty table is made in one go after
    them. It is all one transaction: whoever reads meanwhile sees everything as it was,
    and what goes wrong brings it back.
    """
    if connection.dialect.name != "sqlite" or rows < MANY:
        yield
        return
    guard = connection.exec_driver_sql(
        "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?", (_GUARD,)
    ).scalar()
    empty = connection.execute(select(actual.c.seq).limit(1)).first() is None
    indexes = actual.indexes if empty else ()
    for each in indexes:
        each.drop(connection)
    if guard is not None:
        connection.exec_driver_sql(f"DROP TRIGGER {_GUARD}")
    yield
    if guard is not None:
        connection.exec_driver_sql(str(guard))
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
    if connection.dialect.name == "postgresql":
        _copy(connection, _rows(new, ids, at))
    else:
        _insert(connection, [_in_sqlite(row) for row in _rows(new, ids, at)])


def _rows(
    new: Sequence[tuple[Ledger, Sequence[Fact]]], ids: Mapping[str, int], at: datetime
) -> Iterator[Row]:
    """The rows of the table, each with its place, moment and digest."""
    for ledger, facts in new:
        moment, first, previous = at, 1, ""
        if ledger.actuals:
            last = ledger.actuals[-1]
            first, previous = last.seq + 1, last.digest
            # A clock that was set back puts no entry before the one it follows.
            moment = max(at, last.recorded_at or at)
        digests = ActualDigests(ledger.key, moment, previous)
        for seq, fact in enumerate(facts, start=first):
            digest = digests.after(seq, fact)
            yield (ids[ledger.key], seq, *fact[:-2], moment, *fact[-2:], digest)


def _in_sqlite(row: Row) -> Row:
    """A row with its day and its moment as texts, as SQLAlchemy writes them."""
    target_id, seq, on, *said, moment, replaces, reason, digest = row
    return (target_id, seq, str(on), *said, _text(moment), replaces, reason, digest)


@lru_cache(maxsize=64)
def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")


def _insert(connection: Connection, rows: Sequence[Row]) -> None:
    """One statement many times, in tuples: SQLAlchemy's own way makes dicts."""
    marks = ", ".join("?" * len(_COLUMNS))
    connection.exec_driver_sql(
        f"INSERT INTO actual ({_NAMES}) VALUES ({marks})",  # noqa: S608  # names of ours
        rows,
    )


def _copy(connection: Connection, rows: Iterable[Row]) -> None:
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
