"""Whose turn it is at a ledger on a shared server, and how its entries are signed.

SQLite's writer has the file to itself and signs as it likes; nothing here touches it.

On a server whoever adds to a target's ledger first takes its turn, and then reads it:
places follow each other without gaps, and digests without forks. Turns are advisory
locks, since a recorder may lock no row that it may not change. One lock is for all:
it is shared by those who name their targets, and held alone by those who do not.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, select

from tracker.errors import RepeatableError
from tracker.store.schema import APPLICATION_ID, REVISION, target

# The lock for all; a target's is its id, and these begin at 1.
_ALL = 0
# A server has room for some thousands of locks at once; who needs more waits for all.
_MANY = 50


def take(connection: Connection, keys: Collection[str]) -> None:
    """Until the transaction ends nobody else adds to the ledgers of these targets.

    Raises:
        RepeatableError: Somebody upgraded the database while this one waited.
    """
    if not _shared(connection):
        return
    if len(keys) > _MANY:
        take_all(connection)
        return
    _lock(connection, "pg_advisory_xact_lock_shared", _ALL)
    _check_same_version(connection)
    # Always in the same order, so that no two wait for each other.
    query = select(target.c.id).where(target.c.key.in_(list(keys)))
    for place in sorted(connection.execute(query).scalars()):
        _lock(connection, "pg_advisory_xact_lock", place)


def take_all(connection: Connection) -> None:
    """Until the transaction ends nobody else adds to any ledger, or a target.

    Raises:
        RepeatableError: As of `take`.
    """
    take_any_version(connection)
    if _shared(connection):
        _check_same_version(connection)


def take_any_version(connection: Connection) -> None:
    """As `take_all`, whatever version the database is of: for migrations."""
    if _shared(connection):
        _lock(connection, "pg_advisory_xact_lock", _ALL)


def moment(connection: Connection, here: datetime) -> datetime:
    """When an entry is recorded: a server's clock is the one for all of its users.

    Args:
        here: The clock of this machine, for a file.
    """
    if not _shared(connection):
        return here
    found = connection.exec_driver_sql("SELECT clock_timestamp()").scalar_one()
    assert isinstance(found, datetime), "the driver reads moments"
    return found


def signer(connection: Connection) -> str | None:
    """The only author whose actuals the database takes; None where it takes any.

    On a server that is the login of whoever does not belong to the ledgers' owner.
    """
    if not _shared(connection):
        return None
    found = connection.exec_driver_sql(
        "SELECT session_user::text FROM pg_class WHERE oid = 'actual'::regclass "
        "AND NOT pg_has_role(session_user, relowner, 'MEMBER')"
    ).scalar()
    return None if found is None else str(found)


def _shared(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"


def _check_same_version(connection: Connection) -> None:
    version = connection.exec_driver_sql("SELECT version_num FROM alembic_version")
    if version.scalar() != REVISION:
        raise RepeatableError("the database was upgraded meanwhile; run it again")


def _lock(connection: Connection, function: str, place: int) -> None:
    # Locks of two numbers: the first keeps clear of other programs' in one database.
    connection.exec_driver_sql(
        f"SELECT {function}(%s, %s)",  # one of two names of ours
        (APPLICATION_ID, place),
    )
