"""Setting a database up and taking it forward. The only place that imports alembic."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import inspect

from tracker.errors import (
    DatabaseBusyError,
    DatabaseVersionError,
    ForeignDatabaseError,
)
from tracker.store import turns
from tracker.store.backup import copy_before_upgrade
from tracker.store.drafts import draft_beside
from tracker.store.engine import check_version, unchecked, writing
from tracker.store.location import Database, Server
from tracker.store.schema import REVISION, metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alembic.config import Config
    from sqlalchemy import Connection

_PACKAGE = Path(__file__).parent.parent


def migrations_folder() -> Path:
    """Inside a wheel, else in the checkout."""
    packed = _PACKAGE / "_migrations"
    return packed if packed.is_dir() else _PACKAGE.parent / "alembic"


@contextmanager
def creating(path: Path) -> Iterator[Path]:
    """A new, migrated database under a temporary name, which becomes `path` at the end.

    Raises:
        DatabaseBusyError: The folder cannot be written, or `path` is taken meanwhile.
    """
    with draft_beside(path) as draft:
        upgrade(draft, fresh=True)
        yield draft
        _put(draft, path)


def _put(draft: Path, path: Path) -> None:
    """Gives a finished database its name; never in the place of another file."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise DatabaseBusyError(
            f"{path} came in while it was being set up and is kept; run `tracker init` "
            "again"
        ) from None
    except OSError:
        # A file system without hard links: a rename, which is as whole.
        draft.rename(path)


def upgrade(database: Database, *, fresh: bool = False) -> tuple[str | None, str]:
    """The version before and after; every step or none is taken, a copy of a file kept.

    Args:
        fresh: The file is an empty one that was made for a new database.
    """
    with unchecked(database, fresh=fresh) as connection:
        turns.take_any_version(connection)
        before = current(connection)
        if before is not None and before > REVISION:
            raise DatabaseVersionError(
                f"{database} is of version {before}, newer than this tracker's "
                f"{REVISION}; upgrade tracker"
            )
        if isinstance(database, Path) and not fresh and before != REVISION:
            copy_before_upgrade(database, before)
        _to_head(connection)
    return before, REVISION


@contextmanager
def setting_up(database: Database) -> Iterator[tuple[Connection, bool]]:
    """A connection that writes, and whether the database was made just now for it.

    What is made becomes one with what is then written: there is all of it, or nothing.
    """
    if isinstance(database, Server):
        with _made_on(database) as made:
            yield made
    elif database.exists():
        with writing(database) as connection:
            yield connection, False
    else:
        with creating(database) as draft, writing(draft) as connection:
            yield connection, True


@contextmanager
def _made_on(server: Server) -> Iterator[tuple[Connection, bool]]:
    """Two who set one database up at once come one after the other."""
    with unchecked(server, fresh=True) as connection:
        turns.take_any_version(connection)
        there = inspect(connection)
        names = ("alembic_version", *metadata.tables)
        fresh = not any(there.has_table(name) for name in names)
        if fresh:
            _check_encoding(connection, server)
            _to_head(connection)
        check_version(connection, server)
        yield connection, fresh


def _check_encoding(connection: Connection, server: Server) -> None:
    encoding = connection.exec_driver_sql("SHOW server_encoding").scalar()
    if encoding != "UTF8":
        raise ForeignDatabaseError(
            f"{server} keeps texts as {encoding}, which lacks letters; create it with "
            "ENCODING 'UTF8' TEMPLATE template0"
        )


def current(connection: Connection) -> str | None:
    """The version of a database; None where nothing is set up."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    version = connection.exec_driver_sql("SELECT version_num FROM alembic_version")
    found = version.scalar()
    return None if found is None else str(found)


def _to_head(connection: Connection) -> None:
    from alembic import command

    command.upgrade(_config(connection), "head")


def _config(connection: Connection) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations_folder()))
    config.attributes["connection"] = connection
    return config
