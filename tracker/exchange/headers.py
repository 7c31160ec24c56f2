"""The columns of a file, by the row that names them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from tracker.errors import ActualsFileError, Problem
from tracker.exchange.actuals_csv import COLUMNS, LEDGER_COLUMNS, REQUIRED
from tracker.exchange.records import Record
from tracker.exchange.wording import COLUMN_WORDS, folded

# Titles may stand above the header, in so many lines with it.
FIRST_LINES = 20
# Each unknown column is told with what was perhaps meant; beyond so many none is.
MOST_COLUMNS = 100
NEEDED = f"the first line must name the columns {','.join(REQUIRED)}"

_KNOWN = (*COLUMNS, *LEDGER_COLUMNS)
_MEANT = {name: name for name in LEDGER_COLUMNS} | COLUMN_WORDS


def header_in(rows: Iterable[Record]) -> Record | None:
    """The row that names the columns, or comes nearest to it; None where all is blank.

    The first one that names those which a file must have, else the one that names
    most columns, else the first.

    Args:
        rows: The first ones of a file.
    """
    best, most = None, -1
    for row in rows:
        # Separators of another kind are no words either.
        if not any(cell.strip(" ,;\t\r\n") for cell in row[1]):
            continue
        found = known_in(row[1])
        if names_enough(row[1]):
            return row
        if found > most:
            best, most = row, found
    return best


def names_enough(cells: Sequence[str]) -> bool:
    """Whether a row names every column that a file must have."""
    return set(REQUIRED) <= set(_names(cells))


def known_in(cells: Sequence[str]) -> int:
    """How many columns a row names."""
    return len(set(_names(cells)) & set(_KNOWN))


def columns(cells: Sequence[str], where: str) -> list[str]:
    """The columns that a row names, without those at its end that have no name.

    Raises:
        ActualsFileError: With all that is wrong with them.
    """
    if len(cells) > MOST_COLUMNS:
        message = f"has {len(cells):,} columns; known: {', '.join(_KNOWN)}"
        raise ActualsFileError([Problem(where, message)])
    names = _names(cells)
    if not set(names) & set(_KNOWN):
        message = f"names no column that is known; {NEEDED}, or give --header ROW"
        raise ActualsFileError([Problem(where, message)])
    problems = [
        Problem(where, wrong)
        for place, name in enumerate(names, start=1)
        if (wrong := _wrong(name, place, names))
    ]
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        lacks = f"lacks the column {', '.join(missing)}"
        problems.append(Problem(where, f"{lacks}; {NEEDED}"))
    if problems:
        raise ActualsFileError(list(dict.fromkeys(problems)))
    return names


def _names(cells: Sequence[str]) -> list[str]:
    if len(cells) > MOST_COLUMNS:
        return []
    found = [folded(cell) for cell in cells]
    while found and not found[-1]:
        found.pop()
    return [_MEANT.get(name, name) for name in found]


def _wrong(name: str, place: int, names: Sequence[str]) -> str | None:
    if not name:
        return f"column {place} has no name; name or remove it"
    if name not in _KNOWN:
        near = get_close_matches(name, _MEANT, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(_KNOWN)}"
        return f"unknown column {name!r}; {hint}"
    if names.count(name) > 1:
        return f"column {name!r} stands twice; remove one"
    return None
