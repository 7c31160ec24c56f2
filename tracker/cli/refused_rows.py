"""What is told of the rows of a file when some of them are refused, and so all are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from tracker.cli.outcomes import REFUSED, Imported, Outcome
from tracker.errors import ActualsFileError, Problem


class RowsRefusedError(ActualsFileError):
    """Rows of a file cannot be taken.

    Attributes:
        rows: What would become of each row, if none were refused; those that are may
            be missing. It is empty where nobody asked.
        hidden: How many stood in hidden rows of a sheet.
    """

    def __init__(
        self, problems: Sequence[Problem], rows: Sequence[Outcome], hidden: int
    ) -> None:
        super().__init__(problems)
        self.rows, self.hidden = tuple(rows), hidden

    def and_also(self, problem: Problem) -> RowsRefusedError:
        return RowsRefusedError([*self.problems, problem], self.rows, self.hidden)


def refused_row(line: int, target: str, on: date | None) -> Outcome:
    """A row in which something is wrong."""
    from tracker.reports.terminal import visible

    # What stands in it was not held against anything.
    return Outcome(line, visible(target), on, REFUSED, None)


def refused(file: Path, error: RowsRefusedError) -> Imported:
    """What became of the rows of a file that was refused: nothing, and why."""
    return Imported(
        file,
        stored=0,
        revised=0,
        known=0,
        unreported=0,
        outcomes=_rows(error.rows, error.problems),
        doubts=(),
        left_out={},
        hidden=error.hidden,
    )


def _rows(rows: Iterable[Outcome], problems: Iterable[Problem]) -> list[Outcome]:
    """Each by its line, with all that is wrong with it."""
    from tracker.exchange.outcomes import refused_lines

    wrong = refused_lines(problems)
    found = {line: Outcome(line, None, None, REFUSED, None) for line in wrong}
    found |= {each.line: each for each in rows}
    return [
        found[line]._replace(
            outcome=REFUSED if line in wrong else "not recorded",
            entry=None,
            problem=_told(wrong[line]) if line in wrong else None,
        )
        for line in sorted(found)
    ]


def _told(problems: Iterable[Problem]) -> str:
    from tracker.reports.terminal import visible

    return "; ".join(
        visible(f"{each.column}: {each.message}" if each.column else each.message)
        for each in problems
    )
