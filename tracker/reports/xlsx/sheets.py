"""Sheets as they are written: row by row, so that a long one needs little memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tracker.errors import TrackerError
from tracker.excel import MOST_ROWS
from tracker.reports.xlsx.book import Book, Column, Pictures, Prose, Row, Sheet, Table
from tracker.reports.xlsx.pictures import write_pictures
from tracker.reports.xlsx.style import Styles, give_room, print_on, set_up_page

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as Written
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

# Letters of room beside a text, and of the button that filters beside a head.
_BESIDE, _BUTTON, _LEAST = 2, 4, 8
_PROSE = 92
_STYLE = "TableStyleLight1"


class TooManyRowsError(TrackerError):
    """A sheet has no room for all rows."""

    def __init__(self, name: str, rows: int) -> None:
        super().__init__(
            f"the sheet {name!r} would have {rows:,} rows, and a workbook has room for "
            f"{MOST_ROWS - 1:,}; `tracker export` writes all of them as CSV"
        )


def add(workbook: Workbook, sheet: Sheet, book: Book) -> None:
    """One more sheet of a workbook that is written row by row.

    Raises:
        TooManyRowsError: It has no room for all of them.
    """
    added: Worksheet = workbook.create_sheet(sheet.name)
    table = isinstance(sheet, Table)
    set_up_page(added, book.title, book.foot, wide=table)
    match sheet:
        case Table():
            _write_table(added, sheet)
        case Pictures():
            write_pictures(added, sheet.pictures)
        case Prose():
            write_prose(added, sheet)


def _write_table(added: Worksheet, table: Table) -> None:
    wide, rows = _measured(table)
    if rows >= MOST_ROWS:
        raise TooManyRowsError(table.name, rows)
    added.freeze_panes = "B2"
    added.print_title_rows, added.print_title_cols = "1:1", "A:A"
    print_on(added, sum(wide))
    for place, letters in enumerate(wide, start=1):
        added.column_dimensions[_letter(place)].width = letters
    _list(added, table, rows)
    styles = Styles(added)
    heads = [each.head for each in table.columns]
    give_room(added, 1, zip(heads, (each - _BESIDE for each in wide), strict=True))
    added.append([styles.head(each) for each in heads])
    for number, row in enumerate(table.rows(), start=2):
        give_room(added, number, _texts(row, wide))
        added.append(_filled(row, styles))  # type: ignore[arg-type]  # it is one


def _texts(row: Row, wide: Sequence[int]) -> Iterator[tuple[str, int]]:
    """The texts of a row that may need several lines."""
    for cell, letters in zip(row, wide, strict=True):
        if cell and cell.is_text and cell.letters > letters - _BESIDE:
            yield str(cell.value), letters - _BESIDE


def _filled(row: Row, styles: Styles) -> Iterator[Written | None]:
    """The cells one after the other: each is written before the next is filled."""
    return (each and styles.filled(each) for each in row)


def _measured(table: Table) -> tuple[list[int], int]:
    """How wide each column is, in letters, and how many rows there are."""
    wide = [_of_head(each) for each in table.columns]
    most = [
        max(each.most, head) for each, head in zip(table.columns, wide, strict=True)
    ]
    rows = 0
    for row in table.rows():
        rows += 1
        for place, cell in enumerate(row):
            if cell is None:
                continue
            letters = cell.letters + _BESIDE
            # A text goes over several lines; a number without room is not shown.
            if cell.is_text:
                letters = min(letters, most[place])
            wide[place] = max(wide[place], letters)
    return wide, rows


def _of_head(column: Column) -> int:
    return max(_LEAST, max(map(len, column.head.split())) + _BUTTON)


def _list(added: Worksheet, table: Table, rows: int) -> None:
    """Makes the cells a table that one filters and sorts."""
    from openpyxl.worksheet.filters import AutoFilter
    from openpyxl.worksheet.table import Table as Listed
    from openpyxl.worksheet.table import TableColumn, TableStyleInfo

    # It needs a row below its head, be it an empty one.
    ref = f"A1:{_letter(len(table.columns))}{max(rows, 1) + 1}"
    listed = Listed(displayName=table.key, ref=ref, autoFilter=AutoFilter(ref=ref))
    listed.tableStyleInfo = TableStyleInfo(name=_STYLE, showRowStripes=True)
    listed.tableColumns = [
        TableColumn(id=place, name=each.head)
        for place, each in enumerate(table.columns, start=1)
    ]
    added.tables.add(listed)


def write_prose(added: Worksheet, prose: Prose) -> None:
    """Puts each paragraph below its heading."""
    added.column_dimensions["A"].width = _PROSE
    styles = Styles(added)
    for place, (head, paragraph) in enumerate(prose.paragraphs):
        give_room(added, 3 * place + 2, [(paragraph, _PROSE - _BESIDE)])
        added.append([styles.heading(head)])
        added.append([styles.paragraph(paragraph)])
        added.append([])


def _letter(place: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(place)
