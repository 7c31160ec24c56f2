"""What became of the rows of a file, told in a copy of it that a reader can mend."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from tracker.errors import Problem
from tracker.exchange.copies import OUTCOME, Copied, CopiedCell, Form
from tracker.exchange.sheet_rows import column_of, name_of

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

# Excel's own colours of its cell style "Bad"; the words say it too.
_BAD_FILL, _BAD_LETTERS = "FFFFC7CE", "FF9C0006"
_WIDTH, _OUTCOME_WIDTH = 18, 70
_FORMATS = {Form.DATE: "yyyy-mm-dd", Form.PERCENT: "0.00%", Form.PLAIN: "General"}
# What the name of a sheet may not have, and how long it may be.
_NOT_IN_NAMES, _LONGEST_NAME = re.compile(r"[\[\]*?:/\\']"), 31
# Letters that no XML can hold.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# The line at the end of `actuals.csv:17` and of `schools.xlsx:Actuals!C17`.
_LINE = re.compile(r"\d+$")
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

    def of(self, line: int, *, is_blank: bool) -> str:
        """What became of one row, in words; nothing became of a blank one."""
        if line in self.refused:
            return "refused: " + "\n".join(each.message for each in self.refused[line])
        if self.refused and not is_blank:
            return "not recorded, because other rows were refused"
        return self.others.get(line, "")


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
    name = _NOT_IN_NAMES.sub(" ", copied.sheet)[:_LONGEST_NAME].strip() or "Actuals"
    sheet = book.create_sheet(name)
    writer = _Writer(sheet, copied, outcomes)
    writer.lay_out()
    for row in writer.rows():
        sheet.append(row)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


class _Writer:
    """Writes the one sheet of a copy."""

    def __init__(self, sheet: Worksheet, copied: Copied, outcomes: Outcomes) -> None:
        self._sheet, self._copied, self._outcomes = sheet, copied, outcomes
        self._bad = {
            line: {self._place(each) for each in problems}
            for line, problems in outcomes.refused.items()
        }
        strangers = {at for places in self._bad.values() for at in places if at}
        self._last = copied.columns.get(OUTCOME) or 1 + max(
            copied.width, *strangers, *copied.columns.values()
        )
        self._cells: dict[tuple[Form, bool, bool], Cell] = {}

    def lay_out(self) -> None:
        """Widths, what stays in sight, and the first problem selected."""
        sheet, header = self._sheet, self._copied.header
        for column in range(1, self._last + 1):
            width = _OUTCOME_WIDTH if column == self._last else _WIDTH
            self._sheet.column_dimensions[name_of(column)].width = width
        sheet.freeze_panes = f"A{header + 1}"
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
        bad = self._bad.get(line, ())
        there = {cell.column: cell for cell in cells}
        for column in range(1, self._last):
            cell = there.get(column)
            if column in bad:
                yield self._cell(cell or CopiedCell(column, ""), is_bad=True)
            else:
                yield self._cell(cell) if cell else None
        header = self._copied.header
        is_blank = line < header or all(cell.value in ("", " ") for cell in cells)
        said = OUTCOME if line == header else self._outcomes.of(line, is_blank=is_blank)
        if said:
            yield self._cell(CopiedCell(self._last, said), is_bad=bool(bad))

    def _place(self, problem: Problem) -> int | None:
        column = problem.column or ""
        # What stands under no name says its own letters.
        at = column_of(column) if column.isupper() else None
        return self._copied.columns.get(column, at)

    def _cell(self, cell: CopiedCell, *, is_bad: bool = False) -> Cell:
        """The cell to write next; the one that was given before is written by now."""
        kind = (cell.form, is_bad, cell.column == self._last)
        if kind not in self._cells:
            self._cells[kind] = self._made(*kind)
        found = self._cells[kind]
        if isinstance(cell.value, str):
            found.value = _UNWRITABLE.sub(_shown, cell.value)
            # Whatever it begins with: a text is never a formula or an error.
            found.data_type = "s"
        else:
            found.value = cell.value
        return found

    def _made(self, form: Form, is_bad: bool, is_last: bool) -> Cell:  # noqa: FBT001
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment, Font, PatternFill

        found = WriteOnlyCell(self._sheet)
        found.number_format = _FORMATS[form]
        found.alignment = Alignment(vertical="top", wrap_text=is_last)
        if is_bad:
            found.fill = PatternFill("solid", fgColor=_BAD_FILL)
            found.font = Font(color=_BAD_LETTERS)
        return found


def _shown(letter: re.Match[str]) -> str:
    return f"\\u{ord(letter[0]):04x}"
