"""The records of a text in columns, one after the other, with their lines."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from itertools import chain

from tracker.errors import Problem

# The line on which a record begins, and its cells.
Record = tuple[int, list[str]]


def fitting(
    records: Iterable[Record], width: int, name: str, problems: list[Problem]
) -> Iterator[Record]:
    """The records of so many cells; others are problems, and blank ones nothing.

    Blank cells beyond the last column are nothing either.
    """
    for line, cells in records:
        if len(cells) == width and (cells[0] or any(cell.strip() for cell in cells)):
            yield line, cells
        elif not any(cell.strip() for cell in cells):
            continue
        elif len(cells) > width and not any(cell.strip() for cell in cells[width:]):
            yield line, cells[:width]
        else:
            message = _told(len(cells), width)
            problems.append(Problem(f"{name}:{line}", message))


def _told(count: int, width: int) -> str:
    if count == 1:
        return (
            f"has one cell under {width} columns; remove the line if it is a note, "
            "else check the separators"
        )
    return f"has {count} cells under {width} columns; check the separators"


def as_they_stand(
    lines: Iterable[str], delimiter: str, begins: int
) -> Iterator[Record]:
    """As `numbered`; from a broken record on each line is one cell.

    Args:
        begins: The number of the first of the lines.
    """
    lines, taken = iter(lines), list[str]()

    def watched() -> Iterator[str]:
        for line in lines:
            taken.append(line)
            yield line

    try:
        for cells in csv.reader(watched(), strict=True, delimiter=delimiter):
            yield begins, cells
            begins += len(taken)
            taken.clear()
    except csv.Error:
        for number, line in enumerate(chain(taken, lines), begins):
            yield number, [line.rstrip("\r\n")]


def numbered(
    lines: Iterable[str],
    delimiter: str,
    begins: int,
    name: str,
    problems: list[Problem],
) -> Iterator[Record]:
    """Each record with the line it begins on; a broken one ends the file.

    Args:
        begins: The number of the first of the lines.
    """
    offset = begins
    reader = csv.reader(lines, strict=True, delimiter=delimiter)
    try:
        for cells in reader:
            yield begins, cells
            begins = reader.line_num + offset
    except csv.Error as error:
        message = f"is not CSV ({error}); check the quotes"
        problems.append(Problem(f"{name}:{begins}", message))
