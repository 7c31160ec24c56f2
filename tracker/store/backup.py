"""Copies of a database file, and the way back: each whole or not there.

A server has its own means, such as pg_dump and pg_restore.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tracker.errors import DatabaseBusyError, ForeignDatabaseError, NoDatabaseError
from tracker.ledger import Head
from tracker.store.drafts import draft_beside, unwritable
from tracker.store.engine import Connection, connected, reading, unchecked
from tracker.store.heads import head
from tracker.store.inspect import faults

# What SQLite keeps beside a database that was not closed; it belongs to that file only.
_BESIDE = ("-journal", "-wal", "-shm")


def backup(database: Path, to: Path, *, force: bool = False) -> Head:
    """Copies one state of a database, whatever others write meanwhile.

    Args:
        force: Takes the place of a file that is there.

    Returns:
        The head of the copy.

    Raises:
        DatabaseBusyError: It cannot be written, or a file is there.
    """
    with reading(database) as connection, draft_beside(to) as draft:
        _copy(connection, draft)
        found = head(connection)
        _put(draft, to, force=force)
    return found


def restore(database: Path, file: Path, kept: Path) -> tuple[Head, bool]:
    """Puts a backup in the place of a database, which is kept under another name.

    Args:
        kept: The name under which the replaced one is kept.

    Returns:
        The head of what was restored, and whether a database was there before.

    Raises:
        ForeignDatabaseError: The backup, or what is there, is not sound or not ours.
        DatabaseBusyError: Somebody writes to the database.
    """
    if not file.exists():
        raise NoDatabaseError(f"no backup at {file}; check the path")
    database = database.resolve()
    with reading(file) as connection, draft_beside(database) as draft:
        _refuse_faults(connection, file)
        _copy(connection, draft)
        restored = head(connection)
        there = database.exists()
        if not there:
            _put(draft, database)
        elif _is_readable(database):
            # Who waits for this lock finds another file in its place and begins anew.
            with unchecked(database):
                _swap(draft, database, kept)
        else:
            _swap(draft, database, kept)
    return restored, there


def _refuse_faults(connection: Connection, file: Path) -> None:
    found = faults(connection)
    if found:
        what = found[0].rpartition(";")[0]
        raise ForeignDatabaseError(
            f"{file} was not restored: {what}; take another backup"
        )


def copy_before_upgrade(database: Path, version: str | None) -> None:
    """A copy of a database as it is, while the caller alone may write to it."""
    to = copied_to(database, version)
    # SQLite copies nothing through a connection that may write.
    with connected(database) as connection, draft_beside(to) as draft:
        _copy(connection, draft)
        _put(draft, to, force=True)


def copied_to(database: Path, version: str | None) -> Path:
    """Where a database is kept as it was before its upgrade from a version."""
    return database.with_name(f"{database.name}.before-upgrade-{version or 'none'}")


def _copy(connection: Connection, draft: Path) -> None:
    """All pages in one state: that of the transaction which is open."""
    source = connection.connection.driver_connection
    assert isinstance(source, sqlite3.Connection), "only files are copied"
    copied = sqlite3.connect(draft)
    try:
        source.backup(copied)
    except sqlite3.Error as error:
        raise DatabaseBusyError(
            f"no copy was made in {draft.parent} ({error}); make room on the disk and "
            "try again"
        ) from error
    finally:
        copied.close()


def _put(draft: Path, path: Path, *, force: bool = False) -> None:
    """Gives a finished copy its name, in the place of another file only if asked."""
    try:
        if force:
            draft.replace(path)
        else:
            path.hardlink_to(draft)
    except FileExistsError:
        raise DatabaseBusyError(
            f"{path} is there already; name another file, or give --force"
        ) from None
    except OSError as error:
        raise unwritable(path, error) from error


def _swap(draft: Path, database: Path, kept: Path) -> None:
    try:
        kept.hardlink_to(database)
        for ending in _BESIDE:
            beside = database.with_name(database.name + ending)
            if beside.exists():
                beside.rename(kept.with_name(kept.name + ending))
        draft.replace(database)
    except OSError as error:
        raise unwritable(database, error) from error


def _is_readable(database: Path) -> bool:
    """Whether the file is a database at all, so that it can be locked."""
    try:
        with unchecked(database, fresh=True) as connection:
            connection.exec_driver_sql("PRAGMA schema_version")
    except ForeignDatabaseError:
        return False
    return True
