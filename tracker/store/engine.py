"""Opening the database: never by a typo, never of another version."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, DBAPIError
from sqlalchemy.pool import NullPool

from tracker.errors import (
    DatabaseBusyError,
    DatabaseVersionError,
    ForeignDatabaseError,
    NoDatabaseError,
    StoreError,
)
from tracker.store.schema import APPLICATION_ID, REVISION

__all__ = ["Connection", "connected", "reading", "sqlite_path", "unchecked", "writing"]

# How long a writer waits for another one before it gives up.
BUSY_SECONDS = 30.0


def sqlite_path(url: str) -> Path:
    """The file that a URL such as `sqlite:///tracker.db` names."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise StoreError(
            f"{url!r} is no database URL; write sqlite:///path/to/tracker.db"
        ) from error
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        shown = parsed.render_as_string(hide_password=True)
        raise StoreError(
            f"{shown} is not supported yet; give a file as sqlite:///path/to/tracker.db"
        )
    return Path(parsed.database)


@contextmanager
def reading(path: Path) -> Iterator[Connection]:
    """A connection that sees one state of the database throughout."""
    with connected(path) as connection, connection.begin():
        _check_version(connection, path)
        yield connection


@contextmanager
def writing(path: Path) -> Iterator[Connection]:
    """A connection that alone may write; all of it is stored at the end, or nothing.

    Waits for another writer. A transaction that read first and wrote later could be
    refused without waiting, so it takes the write lock at once.

    Raises:
        DatabaseBusyError: Another file was put in its place while it waited.
    """
    asked_for = _identity(path)
    with connected(path) as connection:
        immediate = connection.execution_options(immediate=True)
        with immediate.begin():
            if _identity(path) != asked_for:
                raise DatabaseBusyError(f"{path} was replaced meanwhile; try again")
            _check_version(immediate, path)
            yield immediate


@contextmanager
def unchecked(path: Path, *, fresh: bool = False) -> Iterator[Connection]:
    """As `writing`, but of any version of ours: for migrations.

    Args:
        fresh: The file is an empty one that was made for a new database.
    """
    with connected(path) as connection:
        immediate = connection.execution_options(immediate=True)
        with immediate.begin():
            if not fresh:
                _check_ours(immediate, path)
            yield immediate


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file a path names now; what was read by one is not written to another."""
    if not path.exists():
        return None
    found = path.stat()
    return found.st_dev, found.st_ino


@contextmanager
def connected(path: Path) -> Iterator[Connection]:
    """A connection without a transaction; only its refusals are told in sentences."""
    if path.is_dir():
        raise NoDatabaseError(f"{path} is a folder; name a file with --database")
    if not path.is_file():
        raise NoDatabaseError(f"no database at {path}; run `tracker init`")
    engine = _engine(path)
    try:
        with _translated(path), engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def _engine(path: Path) -> Engine:
    # mode=rw opens an existing file and never creates one.
    uri = f"file:{quote(str(path.absolute()))}?mode=rw"

    def connect() -> sqlite3.Connection:
        opened = sqlite3.connect(
            uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None
        )
        opened.execute("PRAGMA foreign_keys = ON")
        opened.execute("PRAGMA synchronous = FULL")
        opened.execute("PRAGMA trusted_schema = OFF")
        return opened

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _check_ours(connection: Connection, path: Path) -> None:
    found = connection.exec_driver_sql("PRAGMA application_id").scalar()
    tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
    if not tables:
        raise NoDatabaseError(f"{path} is not set up; remove it and run `tracker init`")
    if found != APPLICATION_ID:
        raise ForeignDatabaseError(
            f"{path} is a database of another program; name tracker's own with "
            "--database or TRACKER_DATABASE_URL"
        )


def _check_version(connection: Connection, path: Path) -> None:
    """Two look-ups, without alembic."""
    _check_ours(connection, path)
    version = connection.exec_driver_sql(
        "SELECT version_num FROM alembic_version"
    ).scalar()
    if version == REVISION:
        return
    if version is not None and version < REVISION:
        raise DatabaseVersionError(
            f"{path} is of version {version}, this tracker needs {REVISION}; "
            "run `tracker db upgrade`"
        )
    raise DatabaseVersionError(
        f"{path} is of version {version}, newer than this tracker's {REVISION}; "
        "upgrade tracker"
    )


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    """SQLite's refusals as sentences with a remedy."""
    try:
        yield
    except DBAPIError as error:
        raise _store_error(error, path) from error


def _store_error(error: DBAPIError, path: Path) -> Exception:
    name = str(getattr(error.orig, "sqlite_errorname", ""))
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return DatabaseBusyError(
            f"another process is writing to {path}; try again when it is done"
        )
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC")):
        return DatabaseBusyError(
            f"{path} cannot be written ({error.orig}); nothing was stored: make room "
            "on the disk and try again"
        )
    if name.startswith("SQLITE_IOERR"):
        return DatabaseBusyError(
            f"{path} cannot be read or written ({error.orig}); check its folder and "
            "the disk"
        )
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return DatabaseBusyError(
            f"{path} cannot be opened for writing ({error.orig}); check the "
            "permissions of the file and its folder"
        )
    if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        return ForeignDatabaseError(
            f"{path} is damaged or no database ({error.orig}); restore it from a backup"
        )
    if isinstance(error, DatabaseError) and "no such table" in str(error.orig):
        return ForeignDatabaseError(
            f"{path} lacks a table of tracker's; restore it from a backup"
        )
    return error
