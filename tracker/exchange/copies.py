"""The cells of a file as they stand in it, to be copied beside what became of them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from tracker.errors import TrackerError
from tracker.excel import MOST_LETTERS, coded

if TYPE_CHECKING:
    from tracker.exchange.workbook_zip import Package

# A report of an import has this column; when it is imported again it says nothing.
OUTCOME = "what happened"

# Letters that no XML can hold, and halves of letters.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# No letter takes up more than the seven of a code.
_SHORT = MOST_LETTERS // 7

# What stands in a cell.
Value = str | float | bool | datetime


class UncopiedError(TrackerError):
    """A file cannot be copied into a workbook."""

    exit_code = 4

    def __init__(self, line: int, cell: CopiedCell) -> None:
        super().__init__(
            f"the copy for --report has no room for cell {cell.column} of line {line}, "
            f"of {len(str(cell.value)):,} letters; shorten it to {MOST_LETTERS:,}, or "
            "leave --report out"
        )


class Form(Enum):
    """What a cell's format makes of its number."""

    PLAIN = "plain"
    DATE = "date"
    PERCENT = "percent"


class CopiedCell(NamedTuple):
    """A cell of the file, by the number of its column from 1."""

    column: int
    value: Value
    form: Form = Form.PLAIN


class Copied(NamedTuple):
    """A file to copy.

    Attributes:
        sheet: What the sheet of the copy is called.
        header: The line that names the columns.
        columns: Their numbers, from 1, by their names in tracker.
        outcome: The number of the column of an earlier report; None is none.
        width: The number of the last cell of any row.
        rows: Each with its line, in their order.
    """

    sheet: str
    header: int
    columns: Mapping[str, int]
    outcome: int | None
    width: int
    rows: Iterable[tuple[int, Sequence[CopiedCell]]]


class Original(NamedTuple):
    """A sheet of a workbook, to be marked in a copy of all of it.

    Attributes:
        part: Where the cells of the sheet are in the package.
        styles: Where the styles are; None is nowhere.
        header: The row that names the columns.
        columns: Their numbers, from 1, by their names in tracker.
        outcome: The number of the column that tells what happened.
        is_new: Whether that one is to be added; else it is of an earlier report.
        filled: The rows below the header that say something.
    """

    package: Package
    part: str
    styles: str | None
    header: int
    columns: Mapping[str, int]
    outcome: int
    is_new: bool
    filled: Container[int]


def is_outcome(text: str) -> bool:
    """Whether a cell of a header names the column of such a report.

    Below its name may stand what is wrong with all of the file.
    """
    return text.strip().partition("\n")[0].strip().lower() == OUTCOME


def held(text: str) -> str:
    r"""A text as a workbook holds it; a letter that it cannot is told as \u0001."""
    return coded(_UNWRITABLE.sub(lambda each: f"\\u{ord(each[0]):04x}", text))


def width_of(rows: Iterable[tuple[int, Sequence[CopiedCell]]]) -> int:
    """The number of the last cell of any row; every row is read.

    Raises:
        UncopiedError: A text is too long for a cell of a workbook.
    """
    width = 0
    for line, cells in rows:
        for cell in cells:
            width = max(width, cell.column)
            if isinstance(cell.value, str) and _is_long(cell.value):
                raise UncopiedError(line, cell)
    return width


def _is_long(text: str) -> bool:
    # Most texts are far too short to be looked at letter by letter.
    return len(text) > _SHORT and len(held(text)) > MOST_LETTERS
