"""What became of the rows of a file, told in a copy of it that a reader can mend.

The copy has the rows alone; `marked_book` keeps all that a workbook has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from tracker.excel import fit_to_page, font, new_cell, put_text
from tracker.exchange.copies import Copied, CopiedCell, Form, Value, held
from tracker.exchange.outcomes import (
    ABOVE,
    BAD_FILL,
    BAD_LETTERS,
    OUTCOME_WIDTH,
    Outcomes,
    Told,
    height_of,
)
from tracker.exchange.sheet_rows import name_of

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTH = 18
# A copy has no more columns; what stands far to the right is told in words alone.
_WIDEST = 300
_FORMATS = {Form.DATE: "yyyy-mm-dd", Form.PERCENT: "0.00%", Form.PLAIN: "General"}
# What the name of a sheet may not have, and how long it may be.
_NOT_IN_NAMES, _LONGEST_NAME = re.compile(r"[\[\]*?:/\\']"), 31


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
    tells: bool = False


class _Writer:
    """Writes the one sheet of a copy."""

    def __init__(self, sheet: Worksheet, copied: Copied, outcomes: Outcomes) -> None:
        self._sheet, self._copied = sheet, copied
        self._told = Told(copied.header, copied.columns, outcomes)
        strangers = {at for places in self._told.bad.values() for at in places if at}
        named = list(copied.columns.values())
        behind = 1 + max((copied.width, *strangers, *named))
        behind = min(behind, max(_WIDEST, *(at + 1 for at in named), 0))
        # An earlier report has its column already.
        self._outcome = copied.outcome or behind
        self._last = max(self._outcome, behind - 1)
        self._cells: dict[_Look, Cell] = {}

    def lay_out(self) -> None:
        """Widths, what stays in sight, and the first problem selected."""
        sheet, header = self._sheet, self._copied.header
        for column in range(1, self._last + 1):
            width = OUTCOME_WIDTH if column == self._outcome else _WIDTH
            sheet.column_dimensions[name_of(column)].width = width
        sheet.freeze_panes = f"A{header + 1}"
        sheet.page_setup.orientation = "landscape"
        fit_to_page(sheet)
        first = self._told.first_bad()
        if not first:
            return
        line, at = first
        pane = sheet.sheet_view.pane
        if pane:
            pane.topLeftCell = f"A{max(header + 1, line - ABOVE)}"
        for selection in sheet.sheet_view.selection:
            selected = f"{name_of(at or self._outcome)}{line}"
            selection.activeCell = selection.sqref = selected

    def rows(self) -> Iterator[Iterator[Cell | None]]:
        """Every row from the first, empty ones too; each is read before the next."""
        written = 0
        for line, cells in self._copied.rows:
            yield from (self._row(each, ()) for each in range(written + 1, line))
            yield self._row(line, cells)
            written = line
        # What is wrong with cells that are merged may be said of an empty row.
        last = max(self._told.bad, default=0)
        yield from (self._row(each, ()) for each in range(written + 1, last + 1))

    def _row(self, line: int, cells: Sequence[CopiedCell]) -> Iterator[Cell | None]:
        is_blank = line < self._copied.header or all(
            cell.value in ("", " ") for cell in cells
        )
        said = self._told.said(line, is_blank=is_blank)
        # The row before is written by now, and there may be many.
        self._sheet.row_dimensions.clear()
        if height := height_of(said):
            self._sheet.row_dimensions[line].height = height
        return self._written(line, cells, said)

    def _written(
        self, line: int, cells: Sequence[CopiedCell], said: str
    ) -> Iterator[Cell | None]:
        bad, is_header = self._told.bad.get(line, ()), line == self._copied.header
        there = {cell.column: cell for cell in cells}
        if line > self._copied.header or self._outcome not in there:
            there[self._outcome] = CopiedCell(self._outcome, said)
        for column in range(1, self._last + 1):
            cell = there.get(column) or CopiedCell(column, "")
            tells = bool(said) and column == self._outcome
            is_bad = column in bad or (tells and bool(bad))
            look = _Look(cell.form, is_bad=is_bad, is_header=is_header, tells=tells)
            yield self._cell(cell.value, look) if is_bad or cell.value != "" else None

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
        found.alignment = Alignment(vertical="top", wrap_text=look.tells)
        colour = BAD_LETTERS if look.is_bad else None
        found.font = font(bold=look.is_header, colour=colour)
        if look.is_bad:
            found.fill = PatternFill("solid", fgColor=BAD_FILL)
        return found
