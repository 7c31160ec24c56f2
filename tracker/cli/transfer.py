"""tracker import and tracker export."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.app import App, pass_app
from tracker.cli.importing import Imported, recorded

if TYPE_CHECKING:
    from tracker.cli.output import Draft
    from tracker.store.engine import Connection


@click.command("import")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), required=False)
@click.option("--dry-run", is_flag=True, help="Check everything, and store nothing.")
@click.option("--author", metavar="WHO", help="Of rows that name none [login name].")
@click.option(
    "--all",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Put what `tracker export --all` wrote into a new database.",
)
@pass_app
def import_(
    app: App,
    /,
    file: Path | None,
    author: str | None,
    folder: Path | None,
    *,
    dry_run: bool,
) -> None:
    """Record the actuals of a CSV file.

    All of them are recorded, or none. The columns are target, on, value, kind,
    evidence, source, note, author, item, url; only the first three are required, kind
    (total, increment, done, not-done) defaults to total. What `tracker export` wrote
    can be imported as it is.

    \b
    Example:
      tracker import seeds/actuals.csv --dry-run
    """
    if folder and not (file or author or dry_run):
        from tracker.cli.archive import import_all

        click.echo(import_all(app, folder))
        return
    if file is None or folder:
        raise click.UsageError("give a FILE of actuals, or --all FOLDER and no more")

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
@click.option(
    "--head", is_flag=True, help="Write where all ledgers end, for `tracker verify`."
)
@click.option(
    "--all",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Write everything: all statements as TOML, all actuals as CSV, the head.",
)
@pass_app
def export(
    app: App,
    /,
    targets: tuple[str, ...],
    output: Path | None,
    folder: Path | None,
    *,
    head: bool,
) -> None:
    """Write the ledgers of actuals as CSV.

    Rows that were corrected or withdrawn are included, so that it imports again.

    \b
    Example:
      tracker export -o actuals.csv
      tracker export comfortable-schools
      tracker export --head -o head.txt
      tracker export --all archive
    """
    from tracker.cli.output import deliver

    if (head or folder) and targets:
        option = "--head" if head else "--all"
        raise click.UsageError(f"{option} is of all targets; name none")
    if folder:
        from tracker.cli.archive import export_all

        if head or output:
            raise click.UsageError("--all writes a folder, its head included")
        click.echo(export_all(app, folder))
        return
    deliver(app, _head_text(app) if head else _actuals(app, targets), output)


def _head_text(app: App) -> str:
    from tracker.exchange.head_file import write
    from tracker.store.heads import head

    return write(app.read(head), app.now)


def _actuals(app: App, targets: tuple[str, ...]) -> Draft:
    from tracker.cli.batches import ledgers_in_turn
    from tracker.cli.output import Draft
    from tracker.exchange.actuals_csv import pieces

    def work(connection: Connection) -> Draft:
        return Draft(pieces(ledgers_in_turn(connection, targets)))

    return app.read(work)


def told_import(imported: Imported, done: str = "recorded") -> str:
    """What became of the rows of a file, in one line."""
    if not imported.stored:
        return f"nothing new in {imported.file}: {_rows(imported.known)} already there"
    there = f", {_rows(imported.known)} already there" if imported.known else ""
    return f"{done} {_rows(imported.stored)} of {imported.file}{there}"


def _rows(count: int) -> str:
    return f"{count:,} row" if count == 1 else f"{count:,} rows"
