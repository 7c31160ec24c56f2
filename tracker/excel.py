"""What a workbook holds, and how: shared by those who read and who write one."""

from __future__ import annotations

import re
from datetime import date

# Rows of a sheet, and letters of a cell. Source: Excel specifications and limits.
MOST_ROWS, MOST_LETTERS = 1_048_576, 32_767
# From it Excel counts the days since 1 March 1900. Source: ECMA-376, part 1,
# 18.17.4.1.
DAY_0 = date(1899, 12, 30)
# What an office suite begins with, in points, and the height of a line of it; every
# suite has its letters or their widths.
FONT, LETTERS, LINE = "Calibri", 11, 15
# How a workbook writes a character by its code; a text that reads so is not meant so.
# Source: ECMA-376, part 1, 22.9.2.19, ST_Xstring.
_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def coded(text: str) -> str:
    """A text of which nothing is read as the code of a letter."""
    return _CODED.sub("_x005F_", text)
