"""The rows of a file into the ledgers: some targets at a time, all of them or none."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.app import App
from tracker.cli.form_changes import FormChanges
from tracker.cli.known_files import remembered
from tracker.cli.outcomes import Imported
from tracker.cli.refused_rows import RowsRefusedError
from tracker.cli.row_checks import RowChecks, Wanted
from tracker.cli.strangers import strange_rows

if TYPE_CHECKING:
    from tracker.exchange.grouped import GroupedFile
    from tracker.exchange.records import Record
    from tracker.store.engine import Connection

# From so many rows on an import shows how far it is.
LONG = 2000
AS_IT_IS = Wanted()


def recorded(
    app: App, connection: Connection, path: Path, wanted: Wanted = AS_IT_IS
) -> Imported:
    """Stores the rows of a file that are new.

    Raises:
        ActualsFileError: With every problem; the caller's transaction ends with it.
            One of single rows is a RowsRefusedError.
    """
    from tracker.exchange.grouped import GroupedFile
    from tracker.exchange.rows import Layout
    from tracker.exchange.tables import HowRead
    from tracker.store import load, read, turns

    known = read.keys(connection)
    layout = Layout((), app.today, app.author(connection, wanted.author))
    reading = wanted.reading or HowRead()
    skip = wanted.skip_unknown
    with closing(GroupedFile(path, reading, layout, known, skip_unknown=skip)) as file:
        file.problems += strange_rows(connection, file, known, app.today)
        form = FormChanges(connection, file, app.today)
        file.problems += form.units
        turns.take(connection, file.targets)
        check = RowChecks(file, turns.signer(connection), wanted, form.figures)
        stored = 0
        at = app.moment(connection)
        with load.loading(connection, file.count):
            for batch in _progress(file):
                found = [
                    (ledger, check.new_of(ledger, batch[ledger.key]))
                    for ledger in read.ledgers(connection, list(batch))
                ]
                stored += sum(len(facts) for _, facts in found)
                # Once anything is wrong the rest is only looked through.
                if not file.problems:
                    load.add_facts(connection, found, at)
            if problems := file.all_problems():
                raise RowsRefusedError(problems, check.rows, check.hidden)
        earlier = remembered(connection, path, stored, layout.author, at)
        return check.imported(path, stored)._replace(earlier=earlier)


def _progress(file: GroupedFile) -> Iterator[dict[str, list[Record]]]:
    """The batches of a file, with a bar on a terminal when they are many."""
    if file.count < LONG or not sys.stderr.isatty():
        yield from file.batches()
        return
    label = f"checking {file.count:,} rows"
    with click.progressbar(length=file.count, label=label, file=sys.stderr) as bar:
        for batch in file.batches():
            yield batch
            bar.update(sum(map(len, batch.values())))
