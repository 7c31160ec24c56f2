"""The records of a CSV file, one after the other, with the lines they begin on."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from tracker.errors import Problem

# The line on which a record begins, and its cells.
Record = tuple[int, list[str]]


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
