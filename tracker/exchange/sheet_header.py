"""Which sheet of a workbook has actuals, and which of its rows names the columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tracker.errors import EntryError
from tracker.exchange.actuals_csv import REQUIRED
from tracker.exchange.cell_texts import CellTexts
from tracker.exchange.headers import FIRST_LINES, known_in, names_enough
from tracker.exchange.sheet_rows import SheetRow, SheetRows
from tracker.exchange.workbook import Book, Sheet

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

    @property
    def names_enough(self) -> bool:
        return names_enough(list(self.texts.values()))

    @property
    def known(self) -> int:
        return known_in(list(self.texts.values()))


def chosen(book: Book, name: str | None, row: int | None) -> Header:
    """The one header of actuals that there is; hidden sheets have to be named.

    Args:
        name: Of the sheet; None is any.
        row: Where the header is; None is the first that names what it must.

    Raises:
        ActualsFileError: There is none, or there are several.
    """
    sheets = [
        each
        for each in book.sheets
        if (each.name == name if name is not None else not each.is_hidden)
    ]
    if name is not None and not sheets:
        message = f"has no sheet {name!r}; its sheets are {_listed(book.sheets)}"
        raise book.package.refused(message)
    near = [each for sheet in sheets if (each := _header(book, sheet, row))]
    found = [each for each in near if each.names_enough]
    if len(found) == 1 or (not found and len(near) == 1):
        return (found or near)[0]
    if found:
        several = _listed([each.sheet for each in found])
        message = f"has actuals on several sheets; give --sheet with one of {several}"
    elif row:
        message = f"names no columns in row {row}; check --header, or give --sheet"
    else:
        message = (
            f"names the columns {', '.join(REQUIRED)} in none of the first "
            f"{FIRST_LINES} rows of {_listed(sheets)}; give --sheet and --header"
        )
    raise book.package.refused(message)


def _header(book: Book, sheet: Sheet, number: int | None) -> Header | None:
    """The row that names the columns, or comes nearest; None where none is near."""
    texts = CellTexts(book)
    best, most = None, 0
    for row in SheetRows(book, sheet):
        if row.number > (number or FIRST_LINES):
            break
        if number and row.number < number:
            continue
        header = Header(sheet, row.number, dict(_texts(row, texts)))
        if header.names_enough:
            return header
        if header.known > most:
            best, most = header, header.known
    return best


def _texts(row: SheetRow, texts: CellTexts) -> Iterator[tuple[int, str]]:
    for cell in row.cells:
        try:
            text = texts.text(cell, "").strip()
        except EntryError:
            # A formula, or an error, names no column.
            text = cell.text
        if text:
            yield cell.column, text


def _listed(sheets: Sequence[Sheet]) -> str:
    names = [repr(each.name) for each in sheets]
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
