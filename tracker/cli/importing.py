"""The rows of a file into the ledgers: some targets at a time, all of them or none."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.app import App
from tracker.cli.doubts import doubts
from tracker.cli.known_files import remembered
from tracker.cli.outcomes import Imported, Outcome, outcomes, told_withdrawn
from tracker.errors import ActualsFileError, Problem, UnknownTargetError
from tracker.ledger import fact_of

if TYPE_CHECKING:
    from datetime import date

    from tracker.exchange.grouped import GroupedFile
    from tracker.exchange.merge import Merged
    from tracker.exchange.records import Record
    from tracker.exchange.rows import Row
    from tracker.exchange.tables import Reading
    from tracker.ledger import Fact, Ledger
    from tracker.store.engine import Connection

# From so many rows on an import shows how far it is.
LONG = 2000
# Up to so many rows each figure is held against its neighbours, which takes some
# milliseconds a target; those of longer files are left to `tracker check`.
LOOKED_AT = 500
# How a row of a file says that its running total may fall.
IN_FILE = "say in the column `reason` why it holds all the same"
# How else one puts another total in the place of one that is recorded.
REVISE = ", or import the file with --revise --reason WHY"


@dataclass(frozen=True)
class Wanted:
    """How a file is to be imported.

    Attributes:
        author: Of the rows that name none; None is who is logged in.
        reading: How it is read; None is as it says itself.
        revise: Why its figures take the place of what is recorded for their days;
            None is that they do not.
        again: What was withdrawn is recorded once more.
        listed: What became of each row is to be told.
    """

    author: str | None = None
    reading: Reading | None = None
    revise: str | None = None
    again: bool = False
    listed: bool = False


AS_IT_IS = Wanted()


def recorded(
    app: App, connection: Connection, path: Path, wanted: Wanted = AS_IT_IS
) -> Imported:
    """Stores the rows of a file that are new.

    Raises:
        ActualsFileError: With every problem; the caller's transaction ends with it.
    """
    from tracker.exchange.grouped import GroupedFile
    from tracker.exchange.rows import Layout
    from tracker.exchange.tables import Reading
    from tracker.store import load, read, turns

    known = read.keys(connection)
    layout = Layout((), app.today, app.author(connection, wanted.author))
    reading = wanted.reading or Reading()
    with closing(GroupedFile(path, reading, layout, known)) as file:
        file.problems += _unknown(file, known)
        turns.take(connection, file.targets)
        check = _Check(file, turns.signer(connection), wanted)
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
                raise ActualsFileError(problems)
        earlier = remembered(connection, path, stored, layout.author, at)
        return check.imported(path, stored)._replace(earlier=earlier)


class _Check:
    """What the rows of a file add to each ledger; its problems go to the file's."""

    def __init__(self, file: GroupedFile, signer: str | None, wanted: Wanted) -> None:
        from tracker.exchange.plain import PlainReader

        self._file, self._signer, self._wanted = file, signer, wanted
        self._plain = PlainReader(file.layout)
        self._revised = self._unreported = self._again = 0
        self._withdrawn: list[tuple[int, str]] = []
        self._outcomes: list[Outcome] = []
        self._doubts: list[tuple[int, str]] = []
        self._many = file.count > LOOKED_AT

    def imported(self, path: Path, stored: int) -> Imported:
        """What became of all rows, so many of which were stored."""
        file = self._file
        doubts = file.placed(
            Problem(f"{file.name}:{line}", told, "value")
            for line, told in sorted((*self._doubts, *told_withdrawn(self._withdrawn)))
        )
        return Imported(
            path,
            stored,
            self._revised,
            known=file.count - stored - self._unreported,
            withdrawn=len(self._withdrawn),
            again=self._again,
            unreported=self._unreported,
            outcomes=sorted(self._outcomes),
            doubts=[f"{each.where}: {each.message}" for each in doubts],
            hidden=file.sheet.hidden if file.sheet else 0,
        )

    def new_of(self, ledger: Ledger, records: Sequence[Record]) -> Sequence[Fact]:
        from tracker.progress.plain import fits_plainly

        today = self._file.layout.today
        simple = not (ledger.actuals or self._signer or self._wanted.listed)
        # A single figure has no neighbours that it may not fit.
        quick = simple and (self._many or len(records) == 1)
        facts = self._plain.facts(records) if quick else None
        if facts is not None and fits_plainly(ledger.target, facts, today):
            self._unreported += len(records) - len(facts)
            return facts
        return self._by_the_rules(ledger, self._file.rows(records), today)

    def _by_the_rules(
        self, ledger: Ledger, rows: Sequence[Row], today: date
    ) -> Sequence[Fact]:
        from tracker.progress.admission import refusals

        fitting = self._of_the_unit(ledger, rows)
        reported = [row for row in fitting if not row.unreported]
        merge, gone = self._merged(ledger, reported)
        refused = refusals(
            ledger, merge.new, today, merge.admitted, IN_FILE, revise=REVISE
        )
        wrong = {
            None: merge.problems,
            "on": [(merge.lines[e.seq], e.message) for e in refused if e.of_day],
            "value": [(merge.lines[e.seq], e.message) for e in refused if not e.of_day],
            "item": _counted_twice(ledger, merge),
            "author": _of_others(merge, self._signer),
        }
        self._file.problems += [
            Problem(f"{self._file.name}:{line}", message, column)
            for column, found in wrong.items()
            for line, message in found
        ]
        self._unreported += len(fitting) - len(reported)
        self._revised += len(merge.revised)
        self._withdrawn += gone.items()
        if self._wanted.listed:
            self._outcomes += outcomes(ledger.key, rows, merge, gone)
        if not (self._many or self._file.problems):
            self._doubts += doubts(ledger, merge, today)
        return [fact_of(each) for each in merge.new]

    def _merged(
        self, ledger: Ledger, rows: Sequence[Row]
    ) -> tuple[Merged, dict[int, str]]:
        """What the rows add, and the entries of those that were withdrawn by line."""
        from tracker.exchange.merge import merged
        from tracker.exchange.withdrawn import withdrawn

        merge = merged(ledger, rows, self._wanted.revise)
        gone = dict(withdrawn(ledger, rows, merge))
        if not (gone and self._wanted.again):
            return merge, {line: f"{ledger.key}#{seq}" for line, seq in gone.items()}
        merge = merged(ledger, rows, self._wanted.revise, gone)
        self._again += len(gone.keys() & set(merge.lines.values()))
        return merge, {}

    def _of_the_unit(self, ledger: Ledger, rows: Sequence[Row]) -> Sequence[Row]:
        """The rows but those with %, of a target that is counted in something else."""
        from tracker.exchange.wording import is_percent

        strange = [row for row in rows if row.percent]
        if not strange or is_percent(ledger.target.statements[-1].unit):
            return rows
        message = (
            f"gives per cent, and {ledger.key} is not counted in it; write the figure "
            "in its unit"
        )
        self._file.problems += [
            Problem(f"{self._file.name}:{row.line}", message, "value")
            for row in strange
        ]
        return [row for row in rows if not row.percent]


def _counted_twice(ledger: Ledger, merge: Merged) -> Iterator[tuple[int, str]]:
    """The new rows whose item is counted already, or reads like one that is."""
    from tracker.cli import items
    from tracker.progress.items import item_refusals

    by_seq = {each.seq: each for each in merge.new}
    for each in item_refusals(ledger, merge.new, merge.admitted):
        line = merge.lines.get(each.other.seq)
        why = items.told(ledger.key, by_seq[each.seq], each, items.IN_FILE, line)
        yield merge.lines[each.seq], why


def _of_others(merge: Merged, signer: str | None) -> Iterator[tuple[int, str]]:
    """The new rows that somebody else signed, where the server signs all of them."""
    for each in merge.new:
        if signer is not None and each.author != signer:
            yield (
                merge.lines[each.seq],
                f"the server signs what you record as {signer}, not as {each.author}; "
                "leave the author out",
            )


def _unknown(file: GroupedFile, known: Sequence[str]) -> Iterator[Problem]:
    """The rows of unknown targets, each with what was perhaps meant."""
    from tracker.cli.ledgers import keys_named
    from tracker.exchange.letters import fault_of_key, skeletons

    alike = skeletons(known) if file.strangers else {}

    @cache
    def told(key: str) -> str:
        fault = fault_of_key(key, alike)
        if fault:
            return fault
        try:
            return str(UnknownTargetError(key, keys_named([key], known)))
        except UnknownTargetError as unknown:
            return str(unknown)

    return (
        Problem(f"{file.name}:{line}", told(key), "target")
        for line, key in file.strangers
    )


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
