"""A workbook as the import takes it: one sheet, its header, its rows as texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from tracker.errors import EntryError, Problem
from tracker.exchange.cell_texts import CellTexts
from tracker.exchange.copies import (
    Copied,
    CopiedCell,
    Original,
    is_outcome,
    width_of,
)
from tracker.exchange.headers import columns
from tracker.exchange.records import Record
from tracker.exchange.sheet_header import Header, chosen
from tracker.exchange.sheet_rows import Cell, Merge, SheetRow, SheetRows, name_of
from tracker.exchange.workbook import Book, opened_book
from tracker.exchange.workbook_zip import unpacked


class SheetTable:
    """The rows of the one sheet of a workbook that has actuals.

    Attributes:
        name: The file and the sheet; problems add `:` and the number of a row.
        names: Of its columns, as the import knows them.
        hidden: How many of the rows read so far were hidden.
    """

    def __init__(self, book: Book, header: Header) -> None:
        """Raises ActualsFileError: the header is wrong."""
        self.name = f"{book.package.name}:{header.sheet.name}"
        self.hidden = 0
        self._book, self._header = book, header
        places = list(header.texts)
        self._heads = heads = columns(
            list(header.texts.values()),
            lambda at: self._cell(header.row, name_of(places[at])),
        )
        self.names: Sequence[str] = heads.names
        self._places = heads.columns(places)
        self._columns = {at: name for name, at in self._places.items()}
        self._first = name_of(next(iter(self._columns)))
        self._letters = {name: name_of(at) for at, name in self._columns.items()}

    def records(self, problems: list[Problem]) -> Iterator[Record]:
        """The rows below the header; `problems` takes what cannot be read of them."""
        rows = self._rows()
        texts = CellTexts(self._book)
        for row in rows:
            if row.number > self._header.row:
                cells, told = self._cells(row, texts)
                problems += told
                says_something = self._heads.says_something(cells)
                if not told and (says_something or self._heads.shown):
                    self.hidden += row.is_hidden and says_something
                    yield row.number, cells
        problems += self._merged(rows.merges)

    def copied(self) -> Copied:
        """All that stands in the sheet, above the header and beside it too.

        Raises:
            ActualsFileError: The sheet is damaged.
            UncopiedError: A text is too long for a cell of a workbook.
        """
        return Copied(
            self._header.sheet.name,
            self._header.row,
            self._places,
            self._outcome(),
            width_of(self._all_rows()),
            self._all_rows(),
        )

    def original(self) -> Original:
        """The sheet to be marked where it is.

        Raises:
            ActualsFileError: The sheet is damaged.
        """
        header, earlier = self._header, self._outcome()
        used, filled = self._used()
        behind = max(header.texts) + 1
        return Original(
            package=self._book.package,
            part=header.sheet.part,
            styles=self._book.styles,
            header=header.row,
            columns=self._places,
            outcome=earlier or next(at for at in count(behind) if at not in used),
            is_new=earlier is None,
            filled=filled,
        )

    def _outcome(self) -> int | None:
        """The column of an earlier report."""
        outcomes = [at for at, text in self._header.texts.items() if is_outcome(text)]
        return outcomes[0] if outcomes else None

    def _used(self) -> tuple[set[int], set[int]]:
        """The columns in which anything stands, and the rows that say something."""
        rows, texts, header = self._rows(), CellTexts(self._book), self._header.row
        columns: set[int] = set()
        filled: set[int] = set()
        for row in rows:
            if row.number >= header:
                columns.update(cell.column for cell in row.cells)
            if row.number > header:
                cells, told = self._cells(row, texts)
                if told or self._heads.says_something(cells):
                    filled.add(row.number)
        for _, left, bottom, right in rows.merges:
            if bottom >= header:
                columns.update(range(left, right + 1))
        return columns, filled

    def _rows(self) -> SheetRows:
        return SheetRows(self._book, self._header.sheet)

    def _all_rows(self) -> Iterator[tuple[int, list[CopiedCell]]]:
        cells = CellTexts(self._book)
        for row in self._rows():
            yield row.number, [cells.copied(each) for each in row.cells]

    def placed(self, problem: Problem) -> Problem:
        """A problem with its cell as a reader of Excel knows it, or the row's first."""
        row = int(problem.where.rpartition(":")[2])
        column = problem.column or ""
        # What stands under no name says its own letters.
        at = column if column.isupper() else self._first
        letters = self._letters.get(column, at)
        return problem._replace(where=self._cell(row, letters))

    def _cell(self, row: int, letters: str) -> str:
        sheet = self._header.sheet.name
        if not sheet.replace("_", "").isalnum():
            sheet = "'" + sheet.replace("'", "''") + "'"
        return f"{self._book.package.name}:{sheet}!{letters}{row}"

    def _cells(
        self, row: SheetRow, texts: CellTexts
    ) -> tuple[list[str], list[Problem]]:
        found = dict.fromkeys(self.names, "")
        told = []
        for cell in row.cells:
            name = self._columns.get(cell.column)
            try:
                if name is not None:
                    found[name] = texts.text(cell, name).strip()
                elif cell.column not in self._header.texts and cell.text.strip():
                    told.append(self._stranger(row, cell))
            except EntryError as error:
                told.append(Problem(f"{self.name}:{row.number}", str(error), name))
        return list(found.values()), told

    def _stranger(self, row: SheetRow, cell: Cell) -> Problem:
        message = "stands under no name; name its column in the header, or clear it"
        return Problem(f"{self.name}:{row.number}", message, name_of(cell.column))

    def _merged(self, merges: Sequence[Merge]) -> Iterator[Problem]:
        """Merged cells among the rows, of which all but the first read as empty."""
        for top, left, bottom, right in merges:
            across = [self._columns[at] for at in self._columns if left <= at <= right]
            if across and top > self._header.row and (bottom > top or across[1:]):
                last = f"{name_of(right)}{bottom}"
                message = f"is merged up to {last}; unmerge the cells and fill each"
                yield Problem(f"{self.name}:{top}", message, across[0])


@contextmanager
def opened_sheet(
    path: Path, sheet: str | None, header: int | None
) -> Iterator[SheetTable]:
    """The sheet of a workbook that has actuals, open as long as it is read.

    Args:
        sheet: Its name; None is the one that names the columns.
        header: The row that names them; None is the first that does.

    Raises:
        ActualsFileError: The workbook is unsound, or no sheet or several have them.
        NoRoomError: There is no room for temporary files.
    """
    with unpacked(path) as package, opened_book(package) as book:
        yield SheetTable(book, chosen(book, sheet, header))
