"""tracker import and tracker export."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.app import App, pass_app
from tracker.cli.importing import Imported, recorded

if TYPE_CHECKING:
    from tracker.store.engine import Connection


@click.command("import")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Check everything, and store nothing.")
@click.option("--author", metavar="WHO", help="Of rows that name none [login name].")
@pass_app
def import_(app: App, /, file: Path, author: str | None, *, dry_run: bool) -> None:
    """Record the actuals of a CSV file.

    All of them are recorded, or none. The columns are target, on, value, kind,
    evidence, source, note, author, item, url; only the first three are required, kind
    (total, increment, done, not-done) defaults to total. What `tracker export` wrote
    can be imported as it is.

    \b
    Example:
      tracker import seeds/actuals.csv --dry-run
    """

    def work(connection: Connection) -> Imported:
        imported = recorded(app, connection, file, author)
        if dry_run:
            connection.rollback()
        return imported

    imported = app.write(work)
    click.echo(told_import(imported, "would record" if dry_run else "recorded"))


@click.command()
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write to this file instead of the terminal.",
)
@pass_app
def export(app: App, /, targets: tuple[str, ...], output: Path | None) -> None:
    """Write the ledgers of actuals as CSV.

    Rows that were corrected or withdrawn are included, so that it imports again.

    \b
    Example:
      tracker export -o actuals.csv
      tracker export comfortable-schools
    """
    from tracker.cli.batches import ledgers_in_turn
    from tracker.cli.output import Draft, deliver
    from tracker.exchange.actuals_csv import pieces

    def work(connection: Connection) -> Draft:
        return Draft(pieces(ledgers_in_turn(connection, targets)))

    deliver(app, app.read(work), output)


def told_import(imported: Imported, done: str = "recorded") -> str:
    """What became of the rows of a file, in one line."""
    if not imported.stored:
        return f"nothing new in {imported.file}: {_rows(imported.known)} already there"
    there = f", {_rows(imported.known)} already there" if imported.known else ""
    return f"{done} {_rows(imported.stored)} of {imported.file}{there}"


def _rows(count: int) -> str:
    return f"{count:,} row" if count == 1 else f"{count:,} rows"
