"""Setting a database up and taking it forward. The only place that imports alembic."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.errors import DatabaseBusyError, DatabaseVersionError
from tracker.store.backup import copy_before_upgrade
from tracker.store.engine import unchecked
from tracker.store.schema import REVISION

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
    draft = _draft_beside(path)
    try:
        upgrade(draft, fresh=True)
        yield draft
        _put(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _draft_beside(path: Path) -> Path:
    """An empty file that only its owner may read."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise DatabaseBusyError(
            f"{path} cannot be set up ({error.strerror}); check its folder"
        ) from error
    os.close(handle)
    return Path(name)


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


def upgrade(path: Path, *, fresh: bool = False) -> tuple[str | None, str]:
    """The version before and after; every step or none is taken, a copy is kept.

    Args:
        fresh: The file is an empty one that was made for a new database.
    """
    from alembic import command

    with unchecked(path, fresh=fresh) as connection:
        before = current(connection)
        if before is not None and before > REVISION:
            raise DatabaseVersionError(
                f"{path} is of version {before}, newer than this tracker's "
                f"{REVISION}; upgrade tracker"
            )
        if not fresh and before != REVISION:
            copy_before_upgrade(path, before)
        command.upgrade(_config(connection), "head")
    return before, REVISION


def current(connection: Connection) -> str | None:
    """The version of a database; None where nothing is set up."""
    known = connection.exec_driver_sql(
        "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
    ).scalar()
    if not known:
        return None
    version = connection.exec_driver_sql("SELECT version_num FROM alembic_version")
    found = version.scalar()
    return None if found is None else str(found)


def _config(connection: Connection) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations_folder()))
    config.attributes["connection"] = connection
    return config
