"""tracker db: upgrade, current, check, backup, restore."""

from __future__ import annotations

import click

from tracker.cli.app import App, pass_app
from tracker.cli.backup import backup, restore


@click.group()
def db() -> None:
    """Look after the database.

    \b
    Example:
      tracker db current
      tracker db check
    """


db.add_command(backup)
db.add_command(restore)


@db.command()
@pass_app
def upgrade(app: App, /) -> None:
    """Bring the database to the version that this tracker needs.

    A copy of it as it was is kept beside it.

    \b
    Example:
      tracker db upgrade
    """
    from tracker.store.backup import copied_to
    from tracker.store.migrate import upgrade as upgraded

    before, after = upgraded(app.database)
    if before == after:
        click.echo(f"{app.database} is of version {after} already")
    else:
        click.echo(
            f"{app.database} was of version {before}, is of {after} now; a copy of it "
            f"as it was is {copied_to(app.database, before)}"
        )


@db.command()
@pass_app
def current(app: App, /) -> None:
    """Print the version of the database, and the one that this tracker needs.

    \b
    Example:
      tracker db current
    """
    from tracker.store.engine import unchecked
    from tracker.store.migrate import current as version_of
    from tracker.store.schema import REVISION

    with unchecked(app.database) as connection:
        found = version_of(connection)
    click.echo(f"{app.database} is of version {found}, this tracker needs {REVISION}")


@db.command()
@pass_app
def check(app: App, /) -> None:
    """Check the file, its keys and every digest; exit with 1 if anything is wrong.

    `tracker verify` checks the digests only, and holds them against an earlier head.

    \b
    Example:
      tracker db check
    """
    from tracker.store.inspect import faults

    with app.reading() as connection:
        found = faults(connection)
    if found:
        click.echo("\n".join(found))
        click.get_current_context().exit(1)
    click.echo(f"{app.database}: file, keys and digests are sound")
