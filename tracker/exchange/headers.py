"""The columns of a file, by the row that names them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from tracker.errors import ActualsFileError, Problem
from tracker.exchange.actuals_csv import COLUMNS, LEDGER_COLUMNS, REQUIRED
from tracker.exchange.copies import is_outcome
from tracker.exchange.letters import LOST, lost
from tracker.exchange.records import Record
from tracker.exchange.wording import COLUMN_WORDS, COMPARED, SHOWN_WORDS, folded

# Titles may stand above the header, in so many lines with it.
FIRST_LINES = 20
# Each unknown column is told with what was perhaps meant; beyond so many none is.
MOST_COLUMNS = 100
NEEDED = f"the first line must name the columns {','.join(REQUIRED)}"

_KNOWN = (*COLUMNS, *LEDGER_COLUMNS)
_MEANT = {name: name for name in LEDGER_COLUMNS} | COLUMN_WORDS


class Heads(NamedTuple):
    """The columns that an import takes.

    That of a report, and the title that a form shows, it passes over.

    Attributes:
        names: Known ones, in the order of the file; behind them those that a form
            shows beside what it asks.
        places: Where each stands in the header, from 0.
        width: How many columns the header names, those passed over too.
        shown: How many of the last ones a form only shows; 0 is no form.
    """

    names: list[str]
    places: list[int]
    width: int
    shown: int

    def columns(self, numbers: Sequence[int]) -> dict[str, int]:
        """Each name with its column, by the numbers of the header's cells."""
        pairs = zip(self.names, self.places, strict=True)
        return {name: numbers[at] for name, at in pairs}

    def says_something(self, cells: Sequence[str]) -> bool:
        """Whether a row, of as many cells as there are names, is filled in.

        In a form the target stands in rows that nobody has filled in.
        """
        asked = len(self.names) - self.shown
        pairs = zip(self.names[:asked], cells[:asked], strict=True)
        return any(
            cell.strip() for name, cell in pairs if not self.shown or name != "target"
        )


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


def columns(cells: Sequence[str], where: Callable[[int], str]) -> Heads:
    """The columns that a row names, without those at its end that have no name.

    Args:
        where: What problems call one of the cells, by its place from 0.

    Raises:
        ActualsFileError: With all that is wrong with them.
    """
    if len(cells) > MOST_COLUMNS:
        message = f"has {len(cells):,} columns; known: {', '.join(_KNOWN)}"
        raise ActualsFileError([Problem(where(0), message)])
    names = _names(cells)
    if not set(names) & set(_KNOWN):
        message = f"names no column that is known; {NEEDED}, or give --header ROW"
        if any(map(lost, cells)):
            message = f"names no column that is known: it {LOST}"
        raise ActualsFileError([Problem(where(0), message)])
    shown = _only_shown(cells)
    taken = [
        at for at in range(len(names)) if at not in shown and not is_outcome(cells[at])
    ]
    problems = [
        Problem(where(at), wrong) for at in taken if (wrong := _wrong(at, names))
    ]
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        lacks = f"lacks the column {', '.join(missing)}"
        problems.append(Problem(where(0), f"{lacks}; {NEEDED}"))
    if problems:
        raise ActualsFileError(list(dict.fromkeys(problems)))
    places = {word: at for at, word in shown.items()}
    compared = COMPARED if shown else ()
    return Heads(
        [*(names[at] for at in taken), *compared],
        [*taken, *(places[word] for word in compared)],
        len(names),
        len(compared),
    )


def _only_shown(cells: Sequence[str]) -> Mapping[int, str]:
    """The places of what a form shows beside what it asks; none in any other file."""
    words = {at: SHOWN_WORDS.get(folded(text)) for at, text in enumerate(cells)}
    found = {at: word for at, word in words.items() if word}
    return found if set(found.values()) == set(SHOWN_WORDS.values()) else {}


def _names(cells: Sequence[str]) -> list[str]:
    if len(cells) > MOST_COLUMNS:
        return []
    found = [folded(cell) for cell in cells]
    while found and not found[-1]:
        found.pop()
    return [_MEANT.get(name, name) for name in found]


def _wrong(at: int, names: Sequence[str]) -> str | None:
    name = names[at]
    if not name:
        return f"column {at + 1} has no name; name or remove it"
    if lost(name):
        return f"the column {name!r} {LOST}"
    if name not in _KNOWN:
        near = get_close_matches(name, _MEANT, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(_KNOWN)}"
        return f"unknown column {name!r}; {hint}"
    if name in names[:at]:
        return f"column {name!r} stands twice; remove one"
    return None
