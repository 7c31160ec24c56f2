"""A file of rows as the import takes it: its columns and records, whatever it is.

Whoever reads a `Table` knows no separators, encodings or workbooks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tracker.errors import Problem
from tracker.exchange.decoding import opened
from tracker.exchange.headers import begun
from tracker.exchange.records import Record

if TYPE_CHECKING:
    from tracker.exchange.workbook_table import SheetTable


@dataclass(frozen=True)
class Reading:
    """How a file is to be read, where it does not say so itself; None is not given.

    Attributes:
        encoding: One of `decoding.ENCODINGS`.
        sheet: Of a workbook.
        header: The row of that sheet that names the columns, from 1.
    """

    encoding: str | None = None
    sheet: str | None = None
    header: int | None = None


class Table(NamedTuple):
    """The rows of one file.

    Attributes:
        name: What its problems call it; they add `:` and the number of a line.
        names: Of its columns, those of `actuals_csv`, in its own order.
        records: Read as they are taken, once; each has as many cells as there are
            columns. What is no such record becomes a problem meanwhile.
        sheet: Where they come from, if it is a workbook.
    """

    name: str
    names: Sequence[str]
    records: Iterator[Record]
    sheet: SheetTable | None = None


@contextmanager
def table(path: Path, reading: Reading, problems: list[Problem]) -> Iterator[Table]:
    """The rows of a file, which is open as long as they are read.

    Args:
        problems: Takes those of single records, while the sound ones are read.

    Raises:
        ActualsFileError: It cannot be read at all, or its header is wrong.
    """
    from tracker.exchange.workbook_zip import is_workbook

    if is_workbook(path):
        from tracker.exchange.workbook_table import opened_sheet

        with opened_sheet(path, reading.sheet, reading.header) as sheet:
            yield Table(sheet.name, sheet.names, sheet.records(problems), sheet)
        return
    with opened(path, reading.encoding) as lines:
        names, records = begun(lines, path.name, problems)
        yield Table(path.name, names, records)
