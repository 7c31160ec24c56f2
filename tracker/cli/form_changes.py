"""What a form shows beside what it asks, where whoever filled it in has changed it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from tracker.errors import EntryError, Problem

if TYPE_CHECKING:
    from tracker.exchange.grouped import GroupedFile
    from tracker.ledger import Ledger
    from tracker.store.engine import Connection


class FormChanges:
    """Holds what a form shows against the ledgers, before anything of it is recorded.

    Attributes:
        units: Rows of another unit, whose figures may be in that: to be refused.
        figures: Rows of another last figure, of which nothing is recorded: to be told.
            Of workbooks only; other files have figures and days as they were shown.
    """

    def __init__(self, connection: Connection, file: GroupedFile, today: date) -> None:
        self.units: list[Problem] = []
        self.figures: list[Problem] = []
        self._connection, self._file, self._today = connection, file, today
        for ledger, line, (unit, figure, day) in self._shown():
            where = f"{file.name}:{line}"
            if unit and (fault := _of_unit(ledger, unit)):
                self.units.append(Problem(where, fault, "unit"))
            if figure and file.sheet and not self._was(ledger, figure, day):
                told = _of_figure(ledger.key, figure, day)
                self.figures.append(Problem(where, told, "last figure"))

    def _shown(self) -> Iterator[tuple[Ledger, int, list[str]]]:
        from tracker.store import read

        for batch in self._file.shown():
            for ledger in read.ledgers(self._connection, list(batch)):
                for line, cells in batch[ledger.key]:
                    yield ledger, line, cells

    def _was(self, ledger: Ledger, figure: str, day: str) -> bool:
        """Whether a target ever had that figure on that day.

        What parts add up to, for want of figures of its own, stands in no ledger.
        """
        if not ledger.actuals and ledger.key in self._wholes:
            return True
        notation = self._file.layout.notation
        try:
            value, on = notation.number(figure), notation.day(day, self._today)
        except EntryError:
            return False
        return _had(ledger, on, value)

    @cached_property
    def _wholes(self) -> set[str]:
        from tracker.store import read

        return set(read.parents(self._connection).values())


def _of_unit(ledger: Ledger, unit: str) -> str | None:
    """What is wrong with a unit; None if the target has it, or ever had it."""
    from tracker.exchange.wording import folded
    from tracker.reports.words import unit_name

    statements = [each.statement for each in ledger.statements]
    words = {
        folded(word)
        for each in statements
        for forms in each.unit.values()
        for word in forms.values()
    }
    if folded(unit) in words:
        return None
    now = unit_name(ledger.target.statements[-1].unit, "en")
    which = (
        f"is counted in {now!r}; give the figures in that, and put the cell back as it "
        "was"
        if now
        else "has none; clear the cell"
    )
    return f"{unit!r} is not the unit of {ledger.key}, which {which}"


def _had(ledger: Ledger, on: date, value: float) -> bool:
    """Whether the running total of a day was that, whatever was known when."""
    from tracker.progress.contradictions import stretches
    from tracker.progress.totals import in_force

    statement = ledger.target.statements[-1]
    # As it is now, mostly.
    for known in range(len(ledger.actuals), 0, -1):
        counting = in_force(ledger.actuals[:known])
        for stretch in stretches(statement, counting):
            if any((each.on, each.total) == (on, value) for each in stretch):
                return True
    return False


def _of_figure(key: str, figure: str, day: str) -> str:
    said = f"{figure} on {day}" if day else figure
    return (
        f"{said} was never the last figure of {key}; the form only shows it, and "
        "nothing is recorded of it: report it in a row of its own, or run "
        "`tracker correct` on the entry that is wrong"
    )
