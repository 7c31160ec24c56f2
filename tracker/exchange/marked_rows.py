"""The rows of a sheet, with what became of each in a cell of its own."""

from __future__ import annotations

from html import escape

from tracker.excel import MOST_ROWS
from tracker.exchange.copies import Original, held
from tracker.exchange.outcomes import Told, height_of
from tracker.exchange.sheet_rows import column_in, name_of, whole
from tracker.exchange.splice import Element, Splice, UnmarkedError


class MarkedRows:
    """Marks the rows of one sheet as they are read.

    Args:
        style: The number of the style of what is told.
    """

    def __init__(
        self, splice: Splice, original: Original, told: Told, style: int
    ) -> None:
        self._splice, self._original, self._told = splice, original, told
        self._style: str | None = str(style)
        self._head_style: str | None = None
        # The last first.
        self._missing = sorted(told.bad, reverse=True)
        self._row, self._column = 0, 0
        self._said, self._is_due = "", False

    def begun(self, it: Element) -> None:
        match it.name, self._splice.within[-1].name:
            case "row", "sheetData":
                self._begin_row(it)
            case "c", "row":
                self._begin_cell(it)
            case "f", "c" if self._is_replaced():
                raise UnmarkedError("has formulas in its column of what happened")

    def ended(self, it: Element) -> None:
        match it.name, self._splice.within[-1].name:
            case "c", "row":
                if self._is_replaced():
                    self._splice.replace(it, self._cell() if self._said else "")
            case "row", "sheetData":
                self._end_row(it)
            case "sheetData", _:
                self._add_rows(MOST_ROWS + 1)

    def _begin_row(self, it: Element) -> None:
        row = whole(it.attributes.get("r", str(self._row + 1)))
        self._add_rows(row)
        self._row, self._column = row, 0
        if self._row in self._missing[-1:]:
            self._missing.pop()
        self._said = self._told.said(
            self._row, is_blank=self._row not in self._original.filled
        )
        # An earlier report has its header.
        is_told = self._original.is_new or self._row != self._original.header
        self._is_due = is_told and bool(self._said)
        self._splice.held = it.begin

    def _end_row(self, it: Element) -> None:
        changed: dict[str, object] = {}
        height = height_of(self._said)
        if height and height > _points(it.attributes.get("ht", "")):
            changed |= {"ht": height, "customHeight": 1}
        if self._said and "spans" in it.attributes:
            changed["spans"] = None
        if self._is_due:
            self._splice.append(it, self._cell(), changed)
        elif changed:
            self._splice.change(it, changed)
        self._splice.held = None

    def _begin_cell(self, it: Element) -> None:
        reference = it.attributes.get("r")
        self._column = column_in(reference) if reference else self._column + 1
        outcome = self._original.outcome
        if self._is_due and self._column > outcome:
            self._splice.insert(self._cell())
        if self._column >= outcome:
            self._is_due = False
        elif self._row == self._original.header:
            self._head_style = it.attributes.get("s")

    def _is_replaced(self) -> bool:
        """Whether something else stands in the cell that is read.

        What stands above the header is of no column, and an earlier report has its
        header; whatever else it told is gone.
        """
        it = self._original
        is_of_rows = self._row >= it.header + (not it.is_new)
        is_told = bool(self._said) or not it.is_new
        return self._column == it.outcome and is_of_rows and is_told

    def _add_rows(self, before: int) -> None:
        """Those that are not there; of merged cells something may be told of them."""
        x = self._splice.prefix
        while self._missing and self._missing[-1] < before:
            self._row = self._missing.pop()
            self._said = self._told.said(self._row, is_blank=True)
            row = f'<{x}row r="{self._row}">{self._cell()}</{x}row>'
            self._splice.insert(row)

    def _cell(self) -> str:
        x, place = self._splice.prefix, name_of(self._original.outcome)
        is_header = self._row == self._original.header
        style = self._head_style if is_header else self._style
        look = "" if style is None else f' s="{style}"'
        said = (
            f'<{x}t xml:space="preserve">{escape(held(self._said), quote=False)}</{x}t>'
        )
        at = f'r="{place}{self._row}"{look}'
        return f'<{x}c {at} t="inlineStr"><{x}is>{said}</{x}is></{x}c>'


def _points(height: str) -> float:
    """A height as Excel writes it; 0 is none."""
    return float(height) if height.replace(".", "", 1).isdecimal() else 0
