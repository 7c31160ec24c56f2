"""The cells of a file as they stand in it, to be copied beside what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import Enum
from typing import NamedTuple

# A report of an import has this column; when it is imported again it says nothing.
OUTCOME = "what happened"

# What stands in a cell.
Value = str | float | bool | datetime


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
        width: The number of the last one.
        rows: Each with its line, in their order.
    """

    sheet: str
    header: int
    columns: Mapping[str, int]
    width: int
    rows: Iterable[tuple[int, Sequence[CopiedCell]]]


def is_outcome(text: str) -> bool:
    """Whether a cell of a header names the column of such a report."""
    return text.strip().lower() == OUTCOME
