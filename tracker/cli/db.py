"""tracker db: upgrade, current, check, backup, restore, init-roles, distribute."""

from __future__ import annotations

from pathlib import Path

import click

from tracker.cli.app import App, pass_app, tell
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

    Of a file a copy as it was is kept beside it; back a server up with pg_dump first.

    \b
    Example:
      tracker db upgrade
    """
    from tracker.store.backup import copied_to
    from tracker.store.migrate import upgrade as upgraded

    before, after = upgraded(app.database)
    if before == after:
        tell(f"{app.database} is of version {after} already")
        return
    done = f"{app.database} was of version {before}, is of {after} now"
    if isinstance(app.database, Path):
        done += f"; a copy of it as it was is {copied_to(app.database, before)}"
    tell(done)


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
    tell(f"{app.database} is of version {found}, this tracker needs {REVISION}")


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

    found = app.read(faults)
    if found:
        tell("\n".join(found))
        click.get_current_context().exit(1)
    kept_in = "file" if isinstance(app.database, Path) else "tables"
    tell(f"{app.database}: {kept_in}, keys and digests are sound")


@db.command("init-roles")
@click.option(
    "--prefix",
    default="tracker",
    metavar="NAME",
    help="What they begin with [tracker].",
)
@pass_app
def init_roles(app: App, /, prefix: str) -> None:
    """Make the roles of a shared PostgreSQL server.

    An owner, who states targets; a recorder, who adds actuals under the name of the
    login, and changes nothing; a reader. Run again after `tracker db upgrade`, it
    makes what is missing.

    \b
    Example:
      tracker db init-roles --prefix delivery
    """
    from tracker.store.roles import create

    roles = app.write(lambda connection: create(connection, prefix))
    tell(
        f"{roles.owner}: owns the ledgers (init, sync, db upgrade, and all below)\n"
        f"{roles.recorder}: adds actuals under the name of the login, and reads\n"
        f"{roles.reader}: reads\n"
        "let somebody in with: CREATE ROLE name LOGIN PASSWORD '...' IN ROLE "
        f"{roles.recorder}"
    )


@db.command()
@pass_app
def distribute(app: App, /) -> None:
    """Spread a PostgreSQL database over the nodes of a Citus cluster.

    Targets are copied to every node; what was stated and reported of a target is kept
    together on one. Run it once, as the owner of the tables.

    \b
    Example:
      tracker db distribute
    """
    from tracker.store.citus import distribute as distributed

    where = str(app.database)
    if app.write(lambda connection: distributed(connection, where)):
        tell(
            f"{where}: targets are on every node, statements and actuals spread by "
            "target"
        )
    else:
        tell(f"{where} is distributed already")
