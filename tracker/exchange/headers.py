"""The columns of a file, by the row that names them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from tracker.errors import ActualsFileError, Problem
from tracker.exchange.actuals_csv import COLUMNS, LEDGER_COLUMNS, REQUIRED
from tracker.exchange.records import Record, fitting, numbered

# Each unknown column is told with what was perhaps meant; beyond so many none is.
MOST_COLUMNS = 100


def begun(
    lines: Iterator[str], name: str, problems: list[Problem]
) -> tuple[Sequence[str], Iterator[Record]]:
    """The columns of a file, and its records of as many cells.

    Args:
        name: Of the file.
        problems: Takes those of the other records, while the sound ones are read.

    Raises:
        ActualsFileError: The header is wrong.
    """
    records = numbered(lines, name, problems)
    for line, cells in records:
        if any(cell.strip() for cell in cells):
            names = named(cells, f"{name}:{line}")
            return names, fitting(records, len(names), name, problems)
    if not problems:
        problems.append(Problem(f"{name}:1", f"is empty; {_needed()}"))
    return (), iter(())


def _needed() -> str:
    return f"the first line must name the columns {','.join(REQUIRED)}"


def named(cells: list[str], where: str) -> list[str]:
    """The names of the columns that a row of cells names.

    Raises:
        ActualsFileError: It names others, or not all that are required.
    """
    if len(cells) == 1 and (";" in cells[0] or "\t" in cells[0]):
        message = "has one column; separate the columns by commas"
        raise ActualsFileError([Problem(where, message)])
    known = [*COLUMNS, *LEDGER_COLUMNS]
    if len(cells) > MOST_COLUMNS:
        message = f"has {len(cells):,} columns; known: {', '.join(known)}"
        raise ActualsFileError([Problem(where, message)])
    names = [cell.strip().lower() for cell in cells]
    problems = []
    for name in names:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = (
                f"did you mean {near[0]!r}?" if near else f"known: {', '.join(known)}"
            )
            problems.append(Problem(where, f"unknown column {name!r}; {hint}"))
        elif names.count(name) > 1:
            problems.append(Problem(where, f"column {name!r} stands twice; remove one"))
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        lacks = f"lacks the column {', '.join(missing)}"
        problems.append(Problem(where, f"{lacks}; {_needed()}"))
    if problems:
        raise ActualsFileError(list(dict.fromkeys(problems)))
    return names
