"""A table in the columns of a terminal, whose first cells give way to the others."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tracker.reports.terminal import fitted, visible, width

# A first cell of fewer columns is cut beyond understanding.
LEAST = 22
WIDE_GAP, NARROW_GAP = 2, 1


def in_columns(
    rows: Sequence[Sequence[str]], columns: int, *, right: Collection[int] = ()
) -> list[str]:
    """The rows as lines of so many columns, unless all but the first cells need more.

    Where they leave too little for the first cell, it stands on a line of its own.

    Args:
        rows: The head first; all of one length.
        right: The places of the cells that are set to the right.
    """
    shown = [[visible(cell) for cell in row] for row in rows]
    widths = [max(map(width, cells)) for cells in zip(*shown, strict=True)]
    need, gaps = min(widths[0], LEAST), len(widths) - 1
    room = columns - sum(widths[1:])
    gap = WIDE_GAP if room - WIDE_GAP * gaps >= need else NARROW_GAP
    room -= gap * gaps
    stacked = room < need
    widths[0] = 0 if stacked else min(widths[0], room)
    lines = []
    for first, *rest in shown:
        lines += [fitted(first, columns)] if stacked else []
        row = ["" if stacked else first, *rest]
        cells = [
            fitted(cell, wide, right=place in right)
            for place, (cell, wide) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append((" " * gap).join(cells))
    return [line.rstrip() for line in lines]
