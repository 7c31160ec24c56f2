"""What became of the rows of a file, told in a copy of it that a reader can mend."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from tracker.errors import Problem
from tracker.excel import (
    HIGHEST,
    LINE,
    MOST_LETTERS,
    fit_to_page,
    font,
    new_cell,
    put_text,
)
from tracker.exchange.copies import OUTCOME, Copied, CopiedCell, Form, Value, held
from tracker.exchange.sheet_rows import column_of, name_of

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

# Excel's own colours of its cell style "Bad"; the words say it too.
_BAD_FILL, _BAD_LETTERS = "FFFFC7CE", "FF9C0006"
_WIDTH, _OUTCOME_WIDTH = 18, 70
# A copy has no more columns; what stands far to the right is told in words alone.
_WIDEST = 300
_FORMATS = {Form.DATE: "yyyy-mm-dd", Form.PERCENT: "0.00%", Form.PLAIN: "General"}
# What the name of a sheet may not have, and how long it may be.
_NOT_IN_NAMES, _LONGEST_NAME = re.compile(r"[\[\]*?:/\\']"), 31
# What stands behind a row with a problem, before all else.
REFUSED = "refused: "
# The line at the end of `actuals.csv:17` and of `schools.xlsx:Actuals!C17`.
_LINE = re.compile(r"\d+$")
# So many letters have room however many of them are codes.
_MOST_SAID = MOST_LETTERS // 7
# So many rows above the first problem are shown with it.
_ABOVE = 3


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


def outcome_book(copied: Copied, outcomes: Outcomes) -> bytes:
    """The copy as a workbook, every row and cell in its place, the outcomes behind.

    Texts are texts in it, whatever they begin with.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    name = _NOT_IN_NAMES.sub(" ", held(copied.sheet))[:_LONGEST_NAME].strip()
    sheet = book.create_sheet(name or "Actuals")
    writer = _Writer(sheet, copied, outcomes)
    writer.lay_out()
    for row in writer.rows():
        sheet.append(row)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


class _Look(NamedTuple):
    """How a cell of the copy is shown."""

    form: Form = Form.PLAIN
    is_bad: bool = False
    is_header: bool = False
    is_last: bool = False


class _Writer:
    """Writes the one sheet of a copy."""

    def __init__(self, sheet: Worksheet, copied: Copied, outcomes: Outcomes) -> None:
        self._sheet, self._copied, self._outcomes = sheet, copied, outcomes
        self._bad = {
            line: {self._place(each) for each in problems}
            for line, problems in outcomes.refused.items()
        }
        strangers = {at for places in self._bad.values() for at in places if at}
        named = [self._moved(at) for at in copied.columns.values()]
        # The column that is left out may be the last one itself.
        width = copied.width - (copied.outcome is not None)
        behind = 1 + max((width, *strangers, *named))
        self._last = min(behind, max(_WIDEST, *(at + 1 for at in named), 0))
        self._cells: dict[_Look, Cell] = {}

    def lay_out(self) -> None:
        """Widths, what stays in sight, and the first problem selected."""
        sheet, header = self._sheet, self._copied.header
        for column in range(1, self._last + 1):
            width = _OUTCOME_WIDTH if column == self._last else _WIDTH
            self._sheet.column_dimensions[name_of(column)].width = width
        sheet.freeze_panes = f"A{header + 1}"
        sheet.page_setup.orientation = "landscape"
        fit_to_page(sheet)
        if not self._bad:
            return
        line = min(self._bad)
        column = min(self._bad[line], key=lambda at: at or self._last) or self._last
        pane = sheet.sheet_view.pane
        if pane:
            pane.topLeftCell = f"A{max(header + 1, line - _ABOVE)}"
        for selection in sheet.sheet_view.selection:
            selection.activeCell = selection.sqref = f"{name_of(column)}{line}"

    def rows(self) -> Iterator[Iterator[Cell | None]]:
        """Every row from the first, empty ones too; each is read before the next."""
        written = 0
        for line, cells in self._copied.rows:
            yield from (self._row(each, ()) for each in range(written + 1, line))
            yield self._row(line, cells)
            written = line
        # What is wrong with cells that are merged may be said of an empty row.
        last = max(self._bad, default=0)
        yield from (self._row(each, ()) for each in range(written + 1, last + 1))

    def _row(self, line: int, cells: Sequence[CopiedCell]) -> Iterator[Cell | None]:
        is_blank = line < self._copied.header or all(
            cell.value in ("", " ") for cell in cells
        )
        said = _cut(self._said(line, is_blank=is_blank))
        lines = sum(-(-len(each) // _OUTCOME_WIDTH) for each in said.split("\n"))
        # The row before is written by now, and there may be many.
        self._sheet.row_dimensions.clear()
        if lines > 1:
            self._sheet.row_dimensions[line].height = min(lines * LINE, HIGHEST)
        return self._written(line, cells, said)

    def _written(
        self, line: int, cells: Sequence[CopiedCell], said: str
    ) -> Iterator[Cell | None]:
        bad, is_header = self._bad.get(line, ()), line == self._copied.header
        there = dict(self._in_place(line, cells))
        for column in range(1, self._last):
            cell = there.get(column) or CopiedCell(column, "")
            is_bad = column in bad
            look = _Look(cell.form, is_bad=is_bad, is_header=is_header)
            yield self._cell(cell.value, look) if is_bad or cell.value != "" else None
        if said:
            look = _Look(is_bad=bool(bad), is_header=is_header, is_last=True)
            yield self._cell(said, look)

    def _in_place(
        self, line: int, cells: Sequence[CopiedCell]
    ) -> Iterator[tuple[int, CopiedCell]]:
        """The cells by their columns in the copy, without those of an earlier report.

        What stands above the header is of no column.
        """
        for cell in cells:
            if line < self._copied.header:
                yield cell.column, cell
            elif cell.column != self._copied.outcome:
                yield self._moved(cell.column), cell

    def _moved(self, column: int) -> int:
        """Where a column stands once that of an earlier report is left out."""
        outcome = self._copied.outcome
        return column - 1 if outcome and column > outcome else column

    def _said(self, line: int, *, is_blank: bool) -> str:
        """What became of one row; nothing became of a blank one."""
        refused = self._outcomes.refused
        if line in refused:
            return REFUSED + "\n".join(
                f"{name_of(at)}{line} {each.message}" if at else each.message
                for each in refused[line]
                for at in [self._place(each)]
            )
        if line == self._copied.header:
            return OUTCOME
        if refused and not is_blank:
            return "not recorded, because other rows were refused"
        return self._outcomes.others.get(line, "")

    def _place(self, problem: Problem) -> int | None:
        column = problem.column or ""
        # What stands under no name says its own letters.
        at = column_of(column) if column.isupper() else None
        at = self._copied.columns.get(column, at)
        return at and self._moved(at)

    def _cell(self, value: Value, look: _Look) -> Cell:
        """The cell to write next; the one that was given before is written by now."""
        if look not in self._cells:
            self._cells[look] = self._made(look)
        found = self._cells[look]
        if isinstance(value, str):
            put_text(found, held(value))
        else:
            found.value = value
        return found

    def _made(self, look: _Look) -> Cell:
        from openpyxl.styles import Alignment, PatternFill

        found = new_cell(self._sheet)
        found.number_format = _FORMATS[look.form]
        found.alignment = Alignment(vertical="top", wrap_text=look.is_last)
        colour = _BAD_LETTERS if look.is_bad else None
        found.font = font(bold=look.is_header, colour=colour)
        if look.is_bad:
            found.fill = PatternFill("solid", fgColor=_BAD_FILL)
        return found


def _cut(said: str) -> str:
    """A text for which a cell has room in any case."""
    return said if len(said) <= _MOST_SAID else f"{said[: _MOST_SAID - 1]}…"
