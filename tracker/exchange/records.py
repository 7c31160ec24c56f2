"""The records of a CSV file, one after the other, with the lines they begin on."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO

from tracker.errors import ActualsFileError, Problem

# A line this long (bytes) is none: a quote or a line end was lost.
LONGEST = 16_000_000

# The line on which a record begins, and its cells.
Record = tuple[int, list[str]]


@contextmanager
def opened(path: Path) -> Iterator[Iterator[str]]:
    """The lines of a file, read as they are needed.

    Raises:
        ActualsFileError: It cannot be read, or is not UTF-8.
    """
    try:
        with path.open("rb") as file:
            yield _decoded(file, path.name)
    except OSError as error:
        message = f"cannot be read: {error.strerror}; check the path"
        raise ActualsFileError([Problem(str(path), message)]) from error


def _decoded(file: BinaryIO, name: str) -> Iterator[str]:
    lines = iter(partial(file.readline, LONGEST + 1), b"")
    for number, line in enumerate(lines, start=1):
        if len(line) > LONGEST:
            message = "is a line of more than 16 MB; check its quotes and line ends"
            raise ActualsFileError([Problem(f"{name}:{number}", message)])
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            message = "is not UTF-8; save the file as CSV UTF-8"
            raise ActualsFileError([Problem(f"{name}:{number}", message)]) from error
        if text.count("\r") > text.endswith("\r\n"):
            # Lines may end as on an old Macintosh too.
            yield from io.StringIO(text, newline="")
        else:
            yield text


def fitting(
    records: Iterator[Record], width: int, name: str, problems: list[Problem]
) -> Iterator[Record]:
    """The records of so many cells; others are problems, and blank ones nothing."""
    for line, cells in records:
        if len(cells) == width and (cells[0] or any(cell.strip() for cell in cells)):
            yield line, cells
        elif any(cell.strip() for cell in cells):
            message = f"has {len(cells)} cells under {width} columns; check the commas"
            problems.append(Problem(f"{name}:{line}", message))


def numbered(
    lines: Iterable[str], name: str, problems: list[Problem]
) -> Iterator[Record]:
    """Each record with the line it begins on; a broken one ends the file."""
    begins = 1
    reader = csv.reader(lines, strict=True)
    try:
        for cells in reader:
            yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        message = f"is not CSV ({error}); check the quotes"
        problems.append(Problem(f"{name}:{begins}", message))
