"""SQLite's side of opening: a file that is there, one writer, its refusals in words."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, DBAPIError
from sqlalchemy.pool import NullPool

from tracker.errors import (
    DatabaseBusyError,
    ForeignDatabaseError,
    NoDatabaseError,
    RepeatableError,
)
from tracker.store.schema import APPLICATION_ID

# How long a writer waits for another one before it gives up.
BUSY_SECONDS = 30.0
# SQLite asks ever more rarely the longer it waits, so that among many the one who has
# waited longest comes last, if ever. So waiting begins anew after so many milliseconds.
_TURN = 50

# What a writer changes stays in memory up to so many KiB; beyond, it goes to the file
# before its time, and readers must wait until all of it is there.
_KEPT = 32_000

READING: Mapping[str, object] = MappingProxyType({})
# A transaction that read first and wrote later could be refused without waiting, so a
# writer takes the write lock at once.
WRITING: Mapping[str, object] = MappingProxyType({"immediate": True})


def engine(path: Path) -> Engine:
    """An engine for a file that is there; it never creates one.

    Whoever waits to write and then finds another file in its place is refused: what
    was read of the one is not written to the other.
    """
    if path.is_dir():
        raise NoDatabaseError(f"{path} is a folder; name a file with --database")
    if not path.is_file():
        raise NoDatabaseError(f"no database at {path}; run `tracker init`")
    uri = f"file:{quote(str(path.absolute()))}?mode=rw"
    asked_for = _identity(path)

    def connect() -> sqlite3.Connection:
        opened = sqlite3.connect(
            uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None
        )
        opened.execute("PRAGMA foreign_keys = ON")
        opened.execute("PRAGMA synchronous = FULL")
        opened.execute("PRAGMA trusted_schema = OFF")
        return opened

    made = create_engine(
        "sqlite://", creator=connect, poolclass=NullPool, hide_parameters=True
    )

    def begin(connection: Connection) -> None:
        if not connection.get_execution_options().get("immediate", False):
            connection.exec_driver_sql("BEGIN")
            return
        _begin_writing(connection)
        if _identity(path) != asked_for:
            raise RepeatableError(f"{path} was replaced meanwhile; try again")

    event.listen(made, "begin", begin)
    return made


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file a path names now."""
    if not path.exists():
        return None
    found = path.stat()
    return found.st_dev, found.st_ino


def _begin_writing(connection: Connection) -> None:
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection), "the engine opened it"
    raw.execute(f"PRAGMA cache_size = -{_KEPT}")
    raw.execute(f"PRAGMA busy_timeout = {_TURN}")
    for _ in range(int(BUSY_SECONDS * 1000 / _TURN)):
        try:
            raw.execute("BEGIN IMMEDIATE")
            break
        except sqlite3.OperationalError as error:
            if not error.sqlite_errorname.startswith("SQLITE_BUSY"):
                break
    if not raw.in_transaction:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    raw.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")


def check_ours(connection: Connection, where: str) -> None:
    """Refuses an empty file and one of another program."""
    found = connection.exec_driver_sql("PRAGMA application_id").scalar()
    tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
    if not tables:
        raise NoDatabaseError(
            f"{where} is not set up; remove it and run `tracker init`"
        )
    if found != APPLICATION_ID:
        raise ForeignDatabaseError(
            f"{where} is a database of another program; name tracker's own with "
            "--database or TRACKER_DATABASE_URL"
        )


def hidden(connection: Connection) -> bool:  # noqa: ARG001  # as PostgreSQL's
    """Whoever reads a file reads all of it."""
    return False


def lost(error: DBAPIError) -> bool:  # noqa: ARG001  # as PostgreSQL's
    """A file's connection is never lost."""
    return False


def told(
    error: DBAPIError,
    where: str,
    *,
    writing: bool,  # noqa: ARG001  # as PostgreSQL's
) -> Exception:
    """SQLite's refusals as sentences with a remedy; anything else as it is."""
    name = str(getattr(error.orig, "sqlite_errorname", ""))
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return DatabaseBusyError(
            f"another process is writing to {where}; try again when it is done"
        )
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC")):
        return DatabaseBusyError(
            f"{where} cannot be written ({error.orig}); nothing was stored: its disk "
            f"has {_free(where)} MB free, so make room, or allow larger files, and try "
            "again"
        )
    if name.startswith("SQLITE_IOERR"):
        return DatabaseBusyError(
            f"{where} cannot be read or written ({error.orig}); check its folder and "
            "the disk"
        )
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return DatabaseBusyError(
            f"{where} cannot be opened for writing ({error.orig}); check the "
            "permissions of the file and its folder"
        )
    if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        return ForeignDatabaseError(
            f"{where} is damaged or no database ({error.orig}); restore it from a "
            "backup"
        )
    if str(error.orig).startswith("Could not decode to UTF-8"):
        return ForeignDatabaseError(
            f"{where} holds a row that cannot be read; `tracker db check` names it"
        )
    if isinstance(error, DatabaseError) and "no such table" in str(error.orig):
        return ForeignDatabaseError(
            f"{where} lacks a table of tracker's; restore it from a backup"
        )
    return error


def _free(where: str) -> str:
    """The whole megabytes, of 1,000,000 bytes, that the disk of a file has left."""
    return f"{shutil.disk_usage(Path(where).absolute().parent).free // 1_000_000:,}"
