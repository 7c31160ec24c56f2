"""A file of rows as the import takes it: its columns and records, whatever it is.

Whoever reads a `Table` knows no separators, encodings or workbooks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tracker.errors import Problem
from tracker.exchange.decoding import opened
from tracker.exchange.notation import Marks, Notation
from tracker.exchange.records import Record
from tracker.exchange.separated import begun


@dataclass(frozen=True)
class Reading:
    """How a file is to be read, where it does not say so itself; None is not given.

    Attributes:
        encoding: One of `decoding.ENCODINGS`.
        decimal: The decimal mark, one of `notation.MARKS`.
        header: The row that names the columns, by its line from 1.
    """

    encoding: str | None = None
    decimal: str | None = None
    header: int | None = None


class Table(NamedTuple):
    """The rows of one file.

    Attributes:
        name: What its problems call it; they add `:` and the number of a line.
        names: Of its columns, those of `actuals_csv`, in its own order; none for a
            file without a header, which is a problem then.
        records: Read as they are taken, once; each has as many cells as there are
            columns. What is no such record becomes a problem meanwhile.
        notation: Gives how numbers and days are written, once every record is taken.
    """

    name: str
    names: Sequence[str]
    records: Iterator[Record]
    notation: Callable[[], Notation]


@contextmanager
def table(path: Path, reading: Reading, problems: list[Problem]) -> Iterator[Table]:
    """The rows of a file, which is open as long as they are read.

    Args:
        problems: Takes those of single records, while the sound ones are read.

    Raises:
        ActualsFileError: It cannot be read at all, or its header is wrong.
    """
    with opened(path, reading.encoding) as lines:
        names, records = begun(lines, reading.header, path.name, problems)
        marks = Marks()
        if names:
            value_at, day_at = names.index("value"), names.index("on")
            records = marks.watching(records, value_at, day_at)
        yield Table(path.name, names, records, lambda: marks.notation(reading.decimal))
