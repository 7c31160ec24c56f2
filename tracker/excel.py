"""What a workbook holds, and how: shared by those who read and who write one."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.styles import Font
    from openpyxl.worksheet.worksheet import Worksheet

# Rows of a sheet, and letters of a cell. Source: Excel specifications and limits.
MOST_ROWS, MOST_LETTERS = 1_048_576, 32_767
# From it Excel counts the days since 1 March 1900. Source: ECMA-376, part 1,
# 18.17.4.1.
DAY_0 = date(1899, 12, 30)
# What an office suite begins with, in points, and the height of a line of it; every
# suite has its letters or their widths.
_FONT, _LETTERS, LINE = "Calibri", 11, 15
# The highest row, in points. Source: Excel specifications and limits.
HIGHEST = 409
# How a workbook writes a character by its code; a text that reads so is not meant so.
# Source: ECMA-376, part 1, 22.9.2.19, ST_Xstring.
_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def coded(text: str) -> str:
    """A text of which nothing is read as the code of a letter."""
    return _CODED.sub("_x005F_", text)


def new_cell(sheet: Worksheet) -> Cell:
    """An empty cell of a sheet that is only written."""
    from openpyxl.cell import WriteOnlyCell

    return WriteOnlyCell(sheet)


def put_text(cell: Cell, text: str) -> None:
    """Writes a text, whatever it begins with: it is never a formula or an error."""
    cell.value = text
    cell.data_type = "s"


def font(
    *, bold: bool = False, size: int = _LETTERS, colour: str | None = None
) -> Font:
    """The letters of a cell.

    Args:
        size: In points.
    """
    from openpyxl.styles import Font

    return Font(_FONT, size, bold=bold, color=colour)


def fit_to_page(sheet: Worksheet) -> None:
    """Prints a sheet as wide as one page, and as long as it is."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
