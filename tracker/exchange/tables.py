"""A file of rows as the import takes it: its columns and records, whatever it is.

Whoever reads a `Table` knows no separators, encodings or workbooks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tracker.errors import Problem
from tracker.exchange.decoding import opened
from tracker.exchange.headers import begun
from tracker.exchange.records import Record


@dataclass(frozen=True)
class Reading:
    """How a file is to be read, where it does not say so itself; None is not given.

    Attributes:
        encoding: One of `decoding.ENCODINGS`.
    """

    encoding: str | None = None


class Table(NamedTuple):
    """The rows of one file.

    Attributes:
        name: What its problems call it; they add `:` and the number of a line.
        names: Of its columns, those of `actuals_csv`, in its own order.
        records: Read as they are taken, once; each has as many cells as there are
            columns. What is no such record becomes a problem meanwhile.
    """

    name: str
    names: Sequence[str]
    records: Iterator[Record]


@contextmanager
def table(path: Path, reading: Reading, problems: list[Problem]) -> Iterator[Table]:
    """The rows of a file, which is open as long as they are read.

    Args:
        problems: Takes those of single records, while the sound ones are read.

    Raises:
        ActualsFileError: It cannot be read at all, or its header is wrong.
    """
    with opened(path, reading.encoding) as lines:
        names, records = begun(lines, path.name, problems)
        yield Table(path.name, names, records)
