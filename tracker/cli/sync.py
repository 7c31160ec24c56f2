"""tracker sync."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.app import App, login_name, pass_app, tell

if TYPE_CHECKING:
    from tracker.catalogue.compare import Changes
    from tracker.store.engine import Connection


@click.command()
@click.option(
    "--erratum",
    metavar="REASON",
    help="A stored statement was mistyped: take the file's, keep the old one, say why.",
)
@click.option("--dry-run", is_flag=True, help="Show what is new, and store nothing.")
@pass_app
def sync(app: App, /, erratum: str | None, *, dry_run: bool) -> None:
    """Store what is new in targets.toml.

    A statement that is stored is never overwritten.

    \b
    Example:
      tracker sync --dry-run
      tracker sync --erratum "the goal was mistyped"
    """
    from tracker import entry
    from tracker.catalogue.read import load
    from tracker.cli.syncing import stored_changes, told
    from tracker.store.write import Signature

    targets = load(app.targets_file)
    reason = entry.text(erratum, "reason")

    def work(connection: Connection) -> Changes:
        by = Signature(login_name(), app.moment(connection))
        changes = stored_changes(connection, targets, by, reason)
        if dry_run:
            connection.rollback()
        return changes

    changes = app.write(work)
    lines = told(changes, app.targets_file)
    if dry_run and not changes.is_empty:
        lines.append("nothing was stored (--dry-run)")
    tell("\n".join(lines))
