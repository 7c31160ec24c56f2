"""tracker import."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.app import App, pass_app
from tracker.cli.importing import Imported, recorded
from tracker.cli.options import FROM
from tracker.exchange.decoding import ENCODINGS
from tracker.exchange.tables import Reading

if TYPE_CHECKING:
    from tracker.store.engine import Connection


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--dry-run", is_flag=True, help="Check everything, and store nothing.")
@click.option("--author", metavar="WHO", help="Of rows that name none [login name].")
@click.option(
    "--all",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Put what `tracker export --all` wrote into a new database.",
)
@click.option(
    "--from",
    "form",
    type=click.Choice(FROM),
    help="Read a format of others, and draft files from it that can be looked at.",
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Where --from drafts targets.toml and actuals.csv.",
)
@click.option(
    "--encoding",
    type=click.Choice(ENCODINGS),
    help="Of a file that is not UTF-8 and says nothing of it.",
)
@click.option("--sheet", metavar="NAME", help="Of a workbook with several.")
@click.option(
    "--header",
    type=click.IntRange(min=1),
    metavar="ROW",
    help="The row of a workbook that names its columns [found among the first 20].",
)
@pass_app
def import_(app: App, /, file: Path | None, *, dry_run: bool, **given: Any) -> None:
    """Record the actuals of a CSV file.

    All of them are recorded, or none. The columns are target, on, value, kind,
    evidence, source, note, author, item, url; only the first three are required, kind
    (total, increment, done, not-done) defaults to total. What `tracker export` wrote
    can be imported as it is.

    With --from, FILE is one of IATI results or of rows of the Baromètre, or the folder
    of an Open SDG repository. Nothing is recorded of it: promises are made in
    targets.toml only, so they are drafted there to be looked at.

    \b
    Example:
      tracker import seeds/actuals.csv --dry-run
      tracker import --from iati results.xml --out drafted
    """
    author, folder, form = (given.pop(name) for name in ("author", "folder", "form"))
    out = given.pop("out")
    if form or out:
        from tracker.cli.foreign import import_from

        if file is None or form is None or folder or author or dry_run:
            raise click.UsageError("write --from FORMAT FILE --out FOLDER and no more")
        import_from(app, form, file, out)
        return
    if folder and not (file or author or dry_run):
        from tracker.cli.archive import import_all

        click.echo(import_all(app, folder))
        return
    if file is None or folder:
        raise click.UsageError("give a FILE of actuals, or --all FOLDER and no more")

    reading = Reading(**given)

    def work(connection: Connection) -> Imported:
        imported = recorded(app, connection, file, author, reading)
        if dry_run:
            connection.rollback()
        return imported

    imported = app.write(work)
    click.echo(told_import(imported, "would record" if dry_run else "recorded"))


def told_import(imported: Imported, done: str = "recorded") -> str:
    """What became of the rows of a file, in one line."""
    if not imported.stored:
        return f"nothing new in {imported.file}: {_rows(imported.known)} already there"
    there = f", {_rows(imported.known)} already there" if imported.known else ""
    return f"{done} {_rows(imported.stored)} of {imported.file}{there}"


def _rows(count: int) -> str:
    return f"{count:,} row" if count == 1 else f"{count:,} rows"
