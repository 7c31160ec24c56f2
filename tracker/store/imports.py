"""Which files of actuals were imported: a look-up beside the ledgers, append-only.

It never says what a ledger holds; the rows of a file are checked all the same.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, insert, select

from tracker.store.schema import imported_file


class Import(NamedTuple):
    """One import that stored something.

    Attributes:
        sha256: Of the file's bytes.
        recorded_at: In UTC.
        name: Of the file, without its folder.
        stored: How many of its rows were new.
    """

    sha256: str
    recorded_at: datetime
    name: str
    stored: int
    author: str


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
