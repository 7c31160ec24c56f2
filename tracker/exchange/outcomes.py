"""What is said of each row of a copy, and which of its cells are wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracker.errors import Problem
from tracker.excel import HIGHEST, LINE, MOST_LETTERS
from tracker.exchange.copies import OUTCOME
from tracker.exchange.sheet_rows import column_of, name_of

# How wide the column is that tells it, in letters.
OUTCOME_WIDTH = 70
# Excel's own colours of its cell style "Bad"; the words say it too.
BAD_FILL, BAD_LETTERS = "FFFFC7CE", "FF9C0006"
# So many rows above the first problem are shown with it.
ABOVE = 3
# What stands behind a row with a problem, before all else.
REFUSED = "refused: "
# The line at the end of `actuals.csv:17` and of `schools.xlsx:Actuals!C17`.
_LINE = re.compile(r"\d+$")
# So many letters have room however many of them are codes.
_MOST_SAID = MOST_LETTERS // 7


@dataclass(frozen=True)
class Outcomes:
    """What became of each row.

    Attributes:
        refused: By the lines on which the rows begin; each names its column.
        others: What is said of those that were not, by line, if none was refused.
    """

    refused: Mapping[int, Sequence[Problem]]
    others: Mapping[int, str]


def refused_lines(problems: Iterable[Problem]) -> dict[int, list[Problem]]:
    """The problems of a file by their lines; those of all of it are of line 1."""
    found: dict[int, list[Problem]] = {}
    for problem in problems:
        digits = _LINE.search(problem.where)
        found.setdefault(int(digits[0]) if digits else 1, []).append(problem)
    return found


class Told:
    """The outcomes as a sheet tells them.

    Attributes:
        bad: The columns of what is wrong, by line; None is all of the row.
    """

    def __init__(
        self, header: int, columns: Mapping[str, int], outcomes: Outcomes
    ) -> None:
        self._header, self._columns, self._outcomes = header, columns, outcomes
        self.bad = {
            line: {self._place(each) for each in problems}
            for line, problems in outcomes.refused.items()
        }

    def said(self, line: int, *, is_blank: bool) -> str:
        """What became of one row, with room in a cell; nothing of a blank one."""
        refused = self._outcomes.refused
        head = [OUTCOME] if line == self._header else []
        if line in refused:
            reasons = "\n".join(self._reason(line, each) for each in refused[line])
            return _cut("\n".join([*head, REFUSED + reasons]))
        if head:
            return OUTCOME
        if refused and not is_blank:
            return "not recorded, because other rows were refused"
        return _cut(self._outcomes.others.get(line, ""))

    def first_bad(self) -> tuple[int, int | None] | None:
        """The line and the column that are to be seen first; None if all is well."""
        if not self.bad:
            return None
        line = min(self.bad)
        return line, min((at for at in self.bad[line] if at), default=None)

    def _reason(self, line: int, problem: Problem) -> str:
        at = self._place(problem)
        return f"{name_of(at)}{line} {problem.message}" if at else problem.message

    def _place(self, problem: Problem) -> int | None:
        column = problem.column or ""
        # What stands under no name says its own letters.
        at = column_of(column) if column.isupper() else None
        return self._columns.get(column, at)


def height_of(said: str) -> int | None:
    """The height of a row that shows all of it (points); None is that of any row."""
    lines = sum(-(-len(each) // OUTCOME_WIDTH) for each in said.split("\n"))
    return min(lines * LINE, HIGHEST) if lines > 1 else None


def _cut(said: str) -> str:
    return said if len(said) <= _MOST_SAID else f"{said[: _MOST_SAID - 1]}…"
