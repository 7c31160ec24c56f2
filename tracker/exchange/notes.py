"""Lines among the rows of a file that are none: a note, or a heading."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.entry import shown
from tracker.errors import Problem


def note_in(names: Sequence[str], cells: Sequence[str], where: str) -> Problem | None:
    """That words stand alone in a row where a key belongs; None if they do not.

    Args:
        names: Of the columns.
        cells: Of a row that names no known target, as many as there are names.
        where: The file and the line.
    """
    filled = [at for at, cell in enumerate(cells) if cell.strip()]
    if len(filled) != 1:
        return None
    (at,) = filled
    text = cells[at].strip()
    # No key holds a space; one that is mistyped is told as such.
    if (at and names[at] != "target") or not any(map(str.isspace, text)):
        return None
    message = (
        f"only {shown(text)} stands in this row, and it is no key; if it is a note or "
        "a heading, remove the line, or put it into a column `note`"
    )
    return Problem(where, message, names[at])
