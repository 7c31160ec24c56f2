"""Text in columns, as spreadsheets save it: by commas, semicolons or tabs."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from tracker.errors import Problem
from tracker.exchange.headers import (
    FIRST_LINES,
    NEEDED,
    Heads,
    columns,
    header_in,
    known_in,
    names_enough,
)
from tracker.exchange.records import Record, as_they_stand, fitting, numbered

SEPARATORS = (",", ";", "\t")
# A first line by which a spreadsheet is told the separator.
_SAID = re.compile(r'"?sep=([,;|\t])"?[,;\t]*\s*', re.IGNORECASE)
# The first lines are looked at together, up to so many characters.
_MOST = 1_000_000


def begun(
    lines: Iterator[str], header: int | None, name: str, problems: list[Problem]
) -> tuple[Sequence[str], Iterator[Record]]:
    """The columns of a file, and its records of as many cells.

    The separator is the one by which the header names its columns, and nothing else
    of the file has a say in it.

    Args:
        header: The line that names the columns; None is to be found.
        name: Of the file.
        problems: Takes those of the other records, while the sound ones are read.

    Raises:
        ActualsFileError: The header is wrong.
    """
    head = _first(lines, header or FIRST_LINES)
    found = _header(head, header)
    if found is None:
        problems += _why_none(head, header, name)
        return (), iter(())
    separator, (line, cells) = found
    heads = columns(cells, lambda _: f"{name}:{line}")
    rest = chain(head[line - 1 :], lines)
    records = numbered(rest, separator, line, name, problems)
    # The header itself.
    next(records)
    return heads.names, _taken(fitting(records, heads.width, name, problems), heads)


def all_rows(
    lines: Iterator[str], header: int | None
) -> tuple[Record, Iterator[Record]]:
    """The header of a file, without cells where none is found, and all of its rows.

    Rows that are no CSV stand in one cell a line.

    Args:
        header: The line that names the columns; None is to be found.
    """
    head = _first(lines, header or FIRST_LINES)
    found = _header(head, header)
    separator, named = found or (SEPARATORS[0], (1, list[str]()))
    # What stands above the header has no say in how the rows below it are read.
    above = head[: named[0] - 1]
    below = chain(head[len(above) :], lines)
    return named, chain(
        as_they_stand(above, separator, 1), as_they_stand(below, separator, named[0])
    )


def _taken(records: Iterator[Record], heads: Heads) -> Iterator[Record]:
    """The records without the cells that an import passes over."""
    if heads.width == len(heads.names):
        return records
    rows = ((line, [cells[at] for at in heads.places]) for line, cells in records)
    return (row for row in rows if heads.shown or heads.says_something(row[1]))


def _first(lines: Iterator[str], most: int) -> list[str]:
    found: list[str] = []
    length = 0
    for line in islice(lines, most):
        found.append(line)
        length += len(line)
        if length > _MOST:
            break
    return found


def _header(head: list[str], header: int | None) -> tuple[str, Record] | None:
    """The separator, and the row that names the columns or comes nearest to it."""
    said = _SAID.fullmatch(head[0]) if head else None
    begins = header or (2 if said else 1)
    best = None
    for separator in said[1] if said else SEPARATORS:
        rows = numbered(head[begins - 1 :], separator, begins, "", [])
        row = next(rows, None) if header else header_in(rows)
        if row is None:
            continue
        line, cells = row
        enough = names_enough(cells)
        rank = (enough, 0 if enough else known_in(cells), -line, len(cells))
        if best is None or rank > best[0]:
            best = rank, (separator, row)
    return best[1] if best else None


def _why_none(head: list[str], header: int | None, name: str) -> list[Problem]:
    begins = header or 1
    if begins > max(len(head), 1):
        return [Problem(f"{name}:{begins}", "is beyond the file; check --header")]
    problems: list[Problem] = []
    deque(numbered(head[begins - 1 :], SEPARATORS[0], begins, name, problems), 0)
    return problems or [Problem(f"{name}:{begins}", f"is empty; {NEEDED}")]
