"""tracker import."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from tracker.cli.app import App, login_name, pass_app
from tracker.cli.options import FROM
from tracker.errors import ActualsFileError, Problem, UnknownTargetError

if TYPE_CHECKING:
    from tracker.exchange.actuals_csv import Row
    from tracker.exchange.merge import Merged
    from tracker.ledger import Ledger
    from tracker.store.engine import Connection

# From so many rows on an import shows how far it is.
LONG = 2000
# How a row of a file says that its running total may fall.
IN_FILE = "say in the column `reason` why it holds all the same"


class Imported(NamedTuple):
    """How many rows of a file were stored, and how many were there already."""

    file: Path
    stored: int
    known: int


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
    if form or given["out"]:
        from tracker.cli.foreign import import_from

        if file is None or form is None or folder or author or dry_run:
            raise click.UsageError("write --from FORMAT FILE --out FOLDER and no more")
        import_from(app, form, file, given["out"])
        return
    if folder and not (file or author or dry_run):
        from tracker.cli.archive import import_all

        click.echo(import_all(app, folder))
        return
    if file is None or folder:
        raise click.UsageError("give a FILE of actuals, or --all FOLDER and no more")
    with app.writing() as connection:
        imported = recorded(app, connection, file, author)
        if dry_run:
            connection.rollback()
    click.echo(told_import(imported, "would record" if dry_run else "recorded"))


def recorded(
    app: App, connection: Connection, file: Path, author: str | None = None
) -> Imported:
    """Stores the rows of a file that are new.

    Raises:
        ActualsFileError: With every problem; the caller's transaction ends with it.
    """
    from tracker import entry
    from tracker.exchange.actuals_csv import read
    from tracker.exchange.merge import twice_named
    from tracker.store import write

    rows, problems = read(file, app.today, entry.author(author) or login_name())
    problems += twice_named(rows, file.name)
    by_key, unknown = _by_target(connection, rows, file)
    problems += unknown
    merges = []
    for ledger, own_rows in _progress(by_key, len(rows)):
        merge, wrong = _merged(app, ledger, own_rows, file)
        merges.append((ledger.key, merge))
        problems += wrong
    if problems:
        problems.sort(key=lambda each: int(each.where.rpartition(":")[2]))
        raise ActualsFileError(problems)
    for key, merge in merges:
        write.add_actuals(connection, key, merge.new, app.now)
    stored = sum(len(merge.new) for _, merge in merges)
    return Imported(file, stored, len(rows) - stored)


def told_import(imported: Imported, done: str = "recorded") -> str:
    """What became of the rows of a file, in one line."""
    if not imported.stored:
        return f"nothing new in {imported.file}: {_rows(imported.known)} already there"
    there = f", {_rows(imported.known)} already there" if imported.known else ""
    return f"{done} {_rows(imported.stored)} of {imported.file}{there}"


def _rows(count: int) -> str:
    return f"{count:,} row" if count == 1 else f"{count:,} rows"


def _by_target(
    connection: Connection, rows: Iterable[Row], file: Path
) -> tuple[list[tuple[Ledger, list[Row]]], list[Problem]]:
    """The rows of each target with its ledger, and those of unknown targets."""
    from tracker.cli.ledgers import keys_named
    from tracker.store import read

    known = read.keys(connection)
    keys = set(known)
    groups: dict[str, list[Row]] = defaultdict(list)
    problems = []
    for row in rows:
        if row.key in keys:
            groups[row.key].append(row)
            continue
        try:
            (meant,) = keys_named([row.key], known)
            error = UnknownTargetError(row.key, [meant])
        except UnknownTargetError as unknown:
            error = unknown
        problems.append(Problem(f"{file.name}:{row.line}", str(error)))
    ledgers = read.ledgers(connection, only=list(groups))
    return [(ledger, groups[ledger.key]) for ledger in ledgers], problems


def _merged(
    app: App, ledger: Ledger, rows: list[Row], file: Path
) -> tuple[Merged, list[Problem]]:
    from tracker.cli import items
    from tracker.exchange.merge import merged
    from tracker.progress.admission import refusals
    from tracker.progress.items import item_refusals

    merge = merged(ledger, rows)
    wrong = list(merge.problems)
    refused = refusals(ledger, merge.new, app.today, merge.admitted, IN_FILE)
    wrong += [(merge.lines[each.seq], each.message) for each in refused]
    by_seq = {each.seq: each for each in merge.new}
    for each in item_refusals(ledger, merge.new, merge.admitted):
        line = merge.lines.get(each.other.seq)
        why = items.told(ledger.key, by_seq[each.seq], each, items.IN_FILE, line)
        wrong.append((merge.lines[each.seq], why))
    where = file.name
    return merge, [Problem(f"{where}:{line}", message) for line, message in wrong]


def _progress(
    groups: list[tuple[Ledger, list[Row]]], rows: int
) -> Iterator[tuple[Ledger, list[Row]]]:
    """The groups, with a bar on a terminal when they are many."""
    if rows < LONG or not sys.stderr.isatty():
        yield from groups
        return
    with click.progressbar(
        length=rows, label=f"checking {rows:,} rows", file=sys.stderr
    ) as bar:
        for ledger, own_rows in groups:
            yield ledger, own_rows
            bar.update(len(own_rows))
