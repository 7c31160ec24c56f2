"""tracker db backup and tracker db restore."""

from __future__ import annotations

from pathlib import Path

import click

from tracker.cli.app import App, pass_app, tell
from tracker.errors import StoreError


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@pass_app
def backup(app: App, /, file: Path, *, force: bool) -> None:
    """Copy the database as it is, while others may write.

    Only its owner may read the copy. A PostgreSQL server is backed up with pg_dump.

    \b
    Example:
      tracker db backup tracker-2025-03-31.db
    """
    from tracker.cli.output import refuse_own
    from tracker.store.backup import backup as copied

    database = _file_of(app)
    refuse_own(app, file)
    found = copied(database, file, force=force)
    tell(f"copied {database} to {file}; head {found.digest}")


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@pass_app
def restore(app: App, /, file: Path) -> None:
    """Put a backup in the place of the database.

    The backup is checked first, to its last digest; the database that it replaces is
    kept beside it. A PostgreSQL server is restored with pg_restore.

    \b
    Example:
      tracker db backup tracker-2025-03-31.db
      tracker db restore tracker-2025-03-31.db
    """
    from tracker.cli.output import refuse_own
    from tracker.store.backup import restore as restored

    database = _file_of(app)
    refuse_own(app, file)
    name = f"{database.name}.before-restore-{app.now:%Y%m%dT%H%M%S%fZ}"
    kept = database.with_name(name)
    found, there = restored(database, file, kept)
    before = f"; the one before is kept as {kept}" if there else ""
    tell(f"restored {database} from {file}; head {found.digest}{before}")


def _file_of(app: App) -> Path:
    if isinstance(app.database, Path):
        return app.database
    raise StoreError(
        f"{app.database} is on a server, whose own means copy it; use pg_dump and "
        "pg_restore"
    )
