"""Opening the database: never by a typo, never of another version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from tracker.errors import DatabaseVersionError, OutcomeUnknownError
from tracker.store import postgresql, sqlite
from tracker.store.location import Database
from tracker.store.schema import REVISION

__all__ = [
    "Connection",
    "check_version",
    "connected",
    "hidden",
    "reading",
    "unchecked",
    "writing",
]


class Side(Protocol):
    """What each engine does in its own way.

    Attributes:
        READING, WRITING: Execution options of a connection that reads or writes.
    """

    @property
    def READING(self) -> Mapping[str, object]: ...  # noqa: N802  # a constant

    @property
    def WRITING(self) -> Mapping[str, object]: ...  # noqa: N802

    def check_ours(self, connection: Connection, where: str) -> None: ...

    def hidden(self, connection: Connection) -> bool: ...

    def lost(self, error: DBAPIError) -> bool: ...

    def told(self, error: DBAPIError, where: str, *, writing: bool) -> Exception: ...


@contextmanager
def reading(database: Database) -> Iterator[Connection]:
    """A connection that sees one state of the database throughout."""
    with connected(database) as connection, connection.begin():
        check_version(connection, database)
        yield connection


@contextmanager
def writing(database: Database) -> Iterator[Connection]:
    """A connection that may write; all of it is stored at the end, or nothing.

    Of a file it is the only one, and waits for another one; on a server it takes its
    turn at each ledger (`store.turns`).

    Raises:
        OutcomeUnknownError: The connection was lost while all of it was being stored.
        RepeatableError: Another file was put in its place while it waited.
    """
    with _storing(database) as connection:
        check_version(connection, database)
        yield connection


@contextmanager
def unchecked(database: Database, *, fresh: bool = False) -> Iterator[Connection]:
    """As `writing`, but of any version of ours: for migrations.

    Args:
        fresh: Nothing of ours need be there yet.
    """
    with _storing(database) as connection:
        if not fresh:
            _side(database).check_ours(connection, str(database))
        yield connection


def check_version(connection: Connection, database: Database) -> None:
    """Refuses what is not ours or of another version: two look-ups, without alembic."""
    _side(database).check_ours(connection, str(database))
    version = connection.exec_driver_sql(
        "SELECT version_num FROM alembic_version"
    ).scalar()
    if version == REVISION:
        return
    if version is not None and version < REVISION:
        raise DatabaseVersionError(
            f"{database} is of version {version}, this tracker needs {REVISION}; "
            "run `tracker db upgrade`"
        )
    raise DatabaseVersionError(
        f"{database} is of version {version}, newer than this tracker's {REVISION}; "
        "upgrade tracker"
    )


def hidden(connection: Connection, database: Database) -> str | None:
    """That a server shows a role no rows, which looks as if there were none."""
    if not _side(database).hidden(connection):
        return None
    return (
        f"{database} hides rows from this role (row security without a policy for it), "
        "so this is not all; ask its owner for a policy"
    )


def _side(database: Database) -> Side:
    return sqlite if isinstance(database, Path) else postgresql


@contextmanager
def _storing(database: Database) -> Iterator[Connection]:
    side = _side(database)
    with (
        connected(database, writing=True) as connection,
        connection.begin() as transaction,
    ):
        yield connection
        # The caller may have taken all of it back.
        if not transaction.is_active:
            return
        try:
            transaction.commit()
        except DBAPIError as error:
            if not side.lost(error):
                raise
            raise OutcomeUnknownError(
                f"the connection to {database} was lost while it was storing; it may "
                "have stored all of it or nothing: look with `tracker history` before "
                "you run this again"
            ) from error


@contextmanager
def connected(database: Database, *, writing: bool = False) -> Iterator[Connection]:
    """A connection without a transaction; the engine's refusals are sentences."""
    side = _side(database)
    if isinstance(database, Path):
        engine = sqlite.engine(database)
    else:
        engine = postgresql.engine(database)
    try:
        with engine.connect() as connection:
            options = side.WRITING if writing else side.READING
            yield connection.execution_options(**options)
    except DBAPIError as error:
        raise side.told(error, str(database), writing=writing) from error
    finally:
        engine.dispose()
