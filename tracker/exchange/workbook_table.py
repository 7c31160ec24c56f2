"""A workbook as the import takes it: one sheet, its header, its rows as texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tracker.errors import EntryError, Problem
from tracker.exchange.actuals_csv import REQUIRED
from tracker.exchange.cell_texts import CellTexts
from tracker.exchange.headers import named
from tracker.exchange.records import Record
from tracker.exchange.sheet_rows import Cell, SheetRow, SheetRows, name_of, place_of
from tracker.exchange.workbook import Book, Sheet, opened_book
from tracker.exchange.workbook_zip import unpacked

# Titles and notes may stand above the header, as a form has them.
LAST_HEADER_ROW = 20
# A report of an import has this column; when it is imported again it says nothing.
OUTCOME = "what happened"
# So many sheets are named in a message.
_NAMED = 10


class Header(NamedTuple):
    """Where a sheet names its columns.

    Attributes:
        row: Its number.
        texts: What its cells say, by the numbers of their columns.
    """

    sheet: Sheet
    row: int
    texts: dict[int, str]


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
        columns = [
            number
            for number, text in header.texts.items()
            if text.strip().lower() != OUTCOME
        ]
        texts = [header.texts[number] for number in columns]
        self._first = name_of(columns[0]) if columns else "A"
        self.names: Sequence[str] = named(texts, self._cell(header.row, self._first))
        self._columns = dict(zip(columns, self.names, strict=True))
        self._letters = {name: name_of(at) for at, name in self._columns.items()}

    def records(self, problems: list[Problem]) -> Iterator[Record]:
        """The rows below the header; `problems` takes what cannot be read of them."""
        rows = SheetRows(self._book, self._header.sheet)
        texts = CellTexts(self._book)
        for row in rows:
            if row.number > self._header.row:
                cells, told = self._cells(row, texts)
                problems += told
                if not told and any(cells):
                    self.hidden += row.is_hidden
                    yield row.number, cells
        problems += self._merged(rows.merges)

    def placed(self, problem: Problem) -> Problem:
        """A problem with its cell as a reader of Excel knows it, or the row's first."""
        row = int(problem.where.rpartition(":")[2])
        column = problem.column or self._first
        letters = self._letters.get(column, column)
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

    def _merged(self, merges: Sequence[str]) -> Iterator[Problem]:
        """Merged cells among the rows, of which all but the first read as empty."""
        for merge in merges:
            first, _, last = merge.partition(":")
            (top, left), (bottom, right) = place_of(first), place_of(last or first)
            across = [self._columns[at] for at in self._columns if left <= at <= right]
            if across and top > self._header.row and (bottom > top or across[1:]):
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
        yield SheetTable(book, _chosen(book, sheet, header))


def _chosen(book: Book, name: str | None, row: int | None) -> Header:
    sheets = [
        each
        for each in book.sheets
        if (each.name == name if name is not None else not each.is_hidden)
    ]
    if name is not None and not sheets:
        message = f"has no sheet {name!r}; its sheets are {_listed(book.sheets)}"
        raise book.package.refused(message)
    found = [each for sheet in sheets if (each := _header(book, sheet, row))]
    if len(found) == 1:
        return found[0]
    if found:
        several = _listed([each.sheet for each in found])
        message = f"has actuals on several sheets; give --sheet with one of {several}"
    elif row:
        message = f"has nothing in row {row}; give --header the row that names columns"
    else:
        message = (
            f"names the columns {', '.join(REQUIRED)} in none of the first "
            f"{LAST_HEADER_ROW} rows of {_listed(sheets)}; give --sheet and --header"
        )
    raise book.package.refused(message)


def _header(book: Book, sheet: Sheet, number: int | None) -> Header | None:
    texts = CellTexts(book)
    for row in SheetRows(book, sheet):
        if row.number > (number or LAST_HEADER_ROW):
            break
        if number and row.number < number:
            continue
        header = Header(sheet, row.number, dict(_texts(row, texts)))
        if header.texts and (number or _names_all(header)):
            return header
    return None


def _texts(row: SheetRow, texts: CellTexts) -> Iterator[tuple[int, str]]:
    for cell in row.cells:
        try:
            text = texts.text(cell, "").strip()
        except EntryError:
            # A formula, or an error, names no column.
            text = cell.text
        if text:
            yield cell.column, text


def _names_all(header: Header) -> bool:
    return set(REQUIRED) <= {text.lower() for text in header.texts.values()}


def _listed(sheets: Sequence[Sheet]) -> str:
    names = [repr(each.name) for each in sheets]
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
