"""tracker import."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.app import App, pass_app, tell
from tracker.cli.importing import recorded
from tracker.cli.options import FROM
from tracker.cli.outcomes import FORMS, Imported, told
from tracker.cli.refused_rows import RowsRefusedError, refused
from tracker.cli.row_checks import Wanted
from tracker.exchange.decoding import ENCODINGS
from tracker.exchange.notation import MARKS
from tracker.exchange.tables import HowRead

if TYPE_CHECKING:
    from tracker.store.engine import Connection


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--dry-run", is_flag=True, help="Check everything, and store nothing.")
@click.option("--author", metavar="WHO", help="Of rows that name none [login name].")
@click.option(
    "--encoding",
    type=click.Choice(ENCODINGS),
    help="Of a file that is not UTF-8, and has no mark that says so.",
)
@click.option(
    "--decimal",
    type=click.Choice(MARKS),
    help="The decimal mark, where the file leaves it open.",
)
@click.option(
    "--header",
    type=click.IntRange(1, 1000),
    metavar="ROW",
    help="The row that names the columns [the first one that does, of 20].",
)
@click.option("--sheet", metavar="NAME", help="Of a workbook with several.")
@click.option(
    "--report",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE.xlsx",
    help="Write a copy of the file with what became of each row, refused or not.",
)
@click.option(
    "--revise",
    is_flag=True,
    help="Put totals and readings in the place of others that are recorded for their "
    "days; these are kept and shown.",
)
@click.option("--reason", metavar="TEXT", help="Why, with --revise.")
@click.option(
    "--again",
    is_flag=True,
    help="Record once more what was withdrawn, as by `tracker undo`.",
)
@click.option(
    "--skip-unknown",
    is_flag=True,
    help="Leave out rows of targets that are not known, and count them.",
)
@click.option(
    "--format",
    "form_told",
    type=click.Choice(FORMS),
    help="Tell counts, or what became of each row [text].",
)
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
@pass_app
def import_(
    app: App,
    /,
    file: Path | None,
    folder: Path | None,
    form: str | None,
    out: Path | None,
    **of_rows: Any,
) -> None:
    """Record the actuals of a file.

    All of them are recorded, or none. The columns are target, on, value, kind,
    evidence, source, note, author, item, url; only the first three are required, kind
    (total, increment, done, not-done) defaults to total. They may have Kazakh or
    Russian names (Кілт, Күні, Мәні; Ключ, Дата, Значение), and titles may stand above
    them. What `tracker export` wrote can be imported as it is.

    Files are taken as Excel saves them in Kazakhstan: columns by commas, semicolons or
    tabs, numbers such as 1 234,5 and days such as 01.09.2024. What could be read two
    ways is refused: 1,234 needs --decimal, and what is not UTF-8 needs --encoding.
    Of a workbook (.xlsx) the sheet that names the columns is read, hidden rows too,
    and problems name the cell; a formula counts by its value. --report shows them in a
    copy that can be mended and imported.
    A row whose value is empty or н/д, -, … or #N/A says that there is no figure: it is
    counted, and nothing is recorded of it.

    A row of an unknown target refuses the file, since it may be mistyped; from a file
    of many indicators of which a few are followed, --skip-unknown takes these.

    With --from, FILE is one of IATI results or of rows of the Baromètre, or the folder
    of an Open SDG repository. Nothing is recorded of it: promises are made in
    targets.toml only, so they are drafted there to be looked at.

    \b
    Example:
      tracker import seeds/actuals.csv --dry-run
      tracker import seeds/actuals.csv --format csv
      tracker import seeds/actuals.csv --revise --reason "recounted by the ministry"
      tracker import seeds/actuals.csv --report checked.xlsx
      tracker import seeds/actuals.csv --skip-unknown
      tracker import --from iati results.xml --out drafted
    """
    bare = not any(of_rows.values())
    if form or out:
        from tracker.cli.foreign import import_from

        if file is None or form is None or folder or not bare:
            raise click.UsageError("write --from FORMAT FILE --out FOLDER and no more")
        import_from(app, form, file, out)
    elif folder and not file and bare:
        from tracker.cli.archive import import_all

        tell(import_all(app, folder))
    elif file and not folder:
        _import_rows(app, file, **of_rows)
    else:
        raise click.UsageError("give a FILE of actuals, or --all FOLDER and no more")


def _import_rows(
    app: App, file: Path, *, dry_run: bool, report: Path | None, **given: Any
) -> None:
    from tracker.reports.terminal import visible

    form = given.pop("form_told") or FORMS[0]
    _refuse_idle(file, encoding=given["encoding"], sheet=given["sheet"])
    wanted = _wanted(listed=form != FORMS[0] or report is not None, **given)
    try:
        imported = _imported(app, file, wanted, report, dry_run=dry_run)
    except RowsRefusedError as error:
        # As text it is told by the error alone.
        if form != FORMS[0]:
            refusal = told(refused(file, error), form, dry_run=dry_run)
            click.echo(refusal, nl=False)
        raise
    result = told(imported, form, dry_run=dry_run)
    if form == FORMS[0]:
        tell(result)
    else:
        click.echo(result, nl=False)
    for doubt in imported.doubts:
        click.echo(f"Warning: {visible(doubt)}", err=True)


def _imported(
    app: App, file: Path, wanted: Wanted, report: Path | None, *, dry_run: bool
) -> Imported:
    """What became of the rows, told in a report too if there is to be one."""

    def work(connection: Connection) -> Imported:
        imported = recorded(app, connection, file, wanted)
        if dry_run:
            connection.rollback()
        return imported

    if report is None:
        return app.write(work)
    from tracker.cli.report_rows import RowsReport

    reading = wanted.reading or HowRead()
    to = RowsReport(app, report, file, reading, dry_run=dry_run)
    return to.imported(app, work)


def _refuse_idle(file: Path, *, encoding: str | None, sheet: str | None) -> None:
    """Options that say nothing of such a file are no use, and may be a mistake."""
    from tracker.exchange.first_bytes import is_workbook

    if sheet is not None and not is_workbook(file):
        raise click.UsageError(f"--sheet needs a workbook, and {file} is none")
    if encoding is not None and is_workbook(file):
        raise click.UsageError(f"--encoding needs a text, and {file} is a workbook")


def _wanted(
    *,
    author: str | None,
    revise: bool,
    reason: str | None,
    again: bool,
    skip_unknown: bool,
    listed: bool,
    **given: Any,
) -> Wanted:
    from tracker import entry

    why = entry.text(reason, "reason")
    if revise != bool(why):
        message = "--revise and --reason go together; give both or neither"
        raise click.UsageError(message)
    how = HowRead(**given)
    return Wanted(
        author, how, why, again=again, skip_unknown=skip_unknown, listed=listed
    )
