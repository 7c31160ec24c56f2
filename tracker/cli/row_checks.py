"""What the rows of a file add to each ledger, and what is wrong with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.cli.doubts import doubts
from tracker.cli.outcomes import (
    LEFT_OUT,
    Imported,
    Outcome,
    outcomes,
    told_withdrawn,
)
from tracker.cli.refused_rows import refused_row
from tracker.cli.shares import may_be_shares, shares
from tracker.domain import Measure
from tracker.errors import Problem
from tracker.ledger import fact_of

if TYPE_CHECKING:
    from datetime import date

    from tracker.exchange.grouped import GroupedFile
    from tracker.exchange.merge import Merged
    from tracker.exchange.records import Record
    from tracker.exchange.rows import Row
    from tracker.exchange.tables import HowRead
    from tracker.ledger import Fact, Ledger

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
        skip_unknown: Rows of unknown targets are left out, and counted.
        listed: What became of each row is to be told.
    """

    author: str | None = None
    reading: HowRead | None = None
    revise: str | None = None
    again: bool = False
    skip_unknown: bool = False
    listed: bool = False


class RowChecks:
    """What the rows of a file add to each ledger; its problems go to the file's.

    Args:
        doubts: What looks wrong beside its rows.
    """

    def __init__(
        self,
        file: GroupedFile,
        signer: str | None,
        wanted: Wanted,
        doubts: Iterable[Problem],
    ) -> None:
        from tracker.exchange.plain import PlainReader

        self._file, self._signer, self._wanted = file, signer, wanted
        self._plain = PlainReader(file.layout)
        self._revised = self._unreported = self._again = 0
        self._withdrawn: list[tuple[int, str]] = []
        self._outcomes: list[Outcome] = []
        self._doubts = list(doubts)
        self._many = file.count > LOOKED_AT

    @property
    def rows(self) -> Sequence[Outcome]:
        """What would become of the rows, if none were refused; none if not wanted."""
        strangers = [refused_row(*each) for each in self._file.strangers]
        known = (*self._outcomes, *self._left_out())
        return [*known, *strangers] if self._wanted.listed else ()

    @property
    def hidden(self) -> int:
        """How many rows stand in hidden ones of a sheet."""
        return self._file.sheet.hidden if self._file.sheet else 0

    def imported(self, path: Path, stored: int) -> Imported:
        """What became of all rows, so many of which were stored."""
        file = self._file
        self._doubt(told_withdrawn(self._withdrawn))
        doubts = file.placed(file.by_line(self._doubts))
        return Imported(
            path,
            stored,
            self._revised,
            known=file.count - stored - self._unreported,
            withdrawn=len(self._withdrawn),
            again=self._again,
            unreported=self._unreported,
            outcomes=sorted((*self._outcomes, *self._left_out())),
            left_out=Counter(each.key for each in file.left_out),
            doubts=[f"{each.where}: {each.message}" for each in doubts],
            hidden=self.hidden,
        )

    def new_of(self, ledger: Ledger, records: Sequence[Record]) -> Sequence[Fact]:
        from tracker.progress.plain import fits_plainly

        today = self._file.layout.today
        simple = not (ledger.actuals or self._signer or self._wanted.listed)
        # A single figure has no neighbours that it may not fit.
        quick = simple and (self._many or len(records) == 1)
        facts = self._plain.facts(records) if quick else None
        if (
            facts is not None
            and fits_plainly(ledger.target, facts, today)
            and not may_be_shares(ledger.target, [fact.value for fact in facts])
        ):
            self._unreported += len(records) - len(facts)
            return facts
        is_milestone = ledger.target.measure is Measure.MILESTONE
        rows = self._file.rows(records, is_milestone=is_milestone)
        if self._wanted.listed:
            self._outcomes += self._unread(ledger.key, records, rows)
        return self._by_the_rules(ledger, records, rows, today)

    def _by_the_rules(
        self,
        ledger: Ledger,
        records: Sequence[Record],
        rows: Sequence[Row],
        today: date,
    ) -> Sequence[Fact]:
        from tracker.progress.admission import refusals

        fitting = self._of_the_unit(ledger, rows)
        reported = [row for row in fitting if not row.unreported]
        merge, gone = self._merged(ledger, reported)
        refused = refusals(
            ledger, merge.new, today, merge.admitted, IN_FILE, revise=REVISE
        )
        unfit = {line for line, _ in records} - {row.line for row in fitting}
        days = [(merge.lines[e.seq], e.message) for e in refused if e.of_day]
        wrong = {
            None: merge.problems,
            "on": [*days, *self._wrong_days(ledger, records, unfit, today)],
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
        if not self._file.problems:
            self._doubt(shares(ledger, reported, merge))
            self._doubt(() if self._many else doubts(ledger, merge, today))
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

    def _doubt(self, found: Iterable[tuple[int, str]]) -> None:
        """Takes what looks wrong with the values of some lines."""
        name = self._file.name
        self._doubts += [Problem(f"{name}:{at}", told, "value") for at, told in found]

    def _left_out(self) -> Iterator[Outcome]:
        from tracker.reports.terminal import visible

        for line, key, on in self._file.left_out if self._wanted.listed else ():
            yield Outcome(line, visible(key), on, LEFT_OUT, None)

    def _unread(
        self, key: str, records: Iterable[Record], rows: Iterable[Row]
    ) -> Iterator[Outcome]:
        """The records that are no sound rows, by what can be read of them."""
        sound = {row.line for row in rows}
        for line, cells in records:
            if line not in sound:
                yield refused_row(line, key, self._file.layout.day(cells))

    def _wrong_days(
        self, ledger: Ledger, records: Iterable[Record], lines: Set[int], today: date
    ) -> Iterator[tuple[int, str]]:
        """What is wrong with the days of rows that something else is wrong with."""
        from tracker.progress.admission import day_fault

        for line, cells in records:
            on = self._file.layout.day(cells) if line in lines else None
            if on and (fault := day_fault(ledger.target, on, today)):
                yield line, fault

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
