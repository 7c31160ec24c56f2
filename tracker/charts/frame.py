"""What every picture has: rating, title and finding above, who said so below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.charts.geometry import Box
from tracker.charts.setting import fitted, wrapped, write_down
from tracker.charts.sheet import Sheet
from tracker.charts.style import (
    FINDING,
    FOOTER,
    INK,
    LEADING,
    MARGIN,
    QUIET,
    SMALLEST_TITLE,
    SOFT,
    TITLE,
    accent,
)
from tracker.charts.surface import Surface
from tracker.progress.rating import Rating
from tracker.reports.words import RATING_SYMBOLS

BADGE = 30.0
_TITLE_SIZES = (TITLE, 16.5, SMALLEST_TITLE)
_FINDING_SIZES = (FINDING, 13.0, 12.0)


@dataclass(frozen=True)
class Heading:
    """The words round a picture.

    Attributes:
        rating: None for a picture of several targets.
        sources: Who said so; each at most two lines.
        stamp: The day and the digest; never shortened.
    """

    title: str
    finding: str
    rating: Rating | None
    sources: Sequence[str]
    stamp: str


def draw_frame(sheet: Sheet, heading: Heading) -> Box:
    """Write the words; gives the room that is left between them."""
    right = sheet.width - MARGIN
    left, top = MARGIN, sheet.height - MARGIN * 0.75
    if heading.rating:
        draw_badge(sheet, heading.rating, left, top - BADGE, BADGE)
        left += BADGE + 12
    lines, size = fitted(sheet, heading.title, _TITLE_SIZES, right - left, bold=True)
    top = write_down(sheet, lines, (left, top), size, INK, bold=True)
    lines, size = _finding(sheet, heading.finding, right - left)
    top = write_down(sheet, lines, (left, top - 1), size, SOFT)
    return Box(MARGIN, _draw_footer(sheet, heading), right, top - 9)


def draw_badge(sheet: Surface, rating: Rating, x: float, y: float, side: float) -> Box:
    """The rating's symbol on its colour; `x`, `y` is the lower left corner."""
    colours, symbol = accent(rating), RATING_SYMBOLS[rating]
    box = Box(x, y, x + side, y + side)
    sheet.rectangle(box, colours.fill, edge=colours.edge, width=1.2)
    size = side * 0.6
    extent = sheet.size(symbol, size)
    middle = x + (side - extent.width) / 2
    sheet.text(middle, y + side * 0.5 - size * 0.36, symbol, size, colours.on_fill)
    return box


def _finding(sheet: Sheet, text: str, width: float) -> tuple[list[str], float]:
    """The finding in full: smaller where it is long, in more lines if it must be."""
    for size in _FINDING_SIZES:
        lines = wrapped(sheet, text, size, width)
        if len(lines) <= 2:
            break
    return lines, size


def _draw_footer(sheet: Sheet, heading: Heading) -> float:
    """Who said so, then the stamp; gives the upper edge of it all."""
    width = sheet.width - 2 * MARGIN
    lines = [
        line
        for source in heading.sources
        for line in fitted(sheet, source, (FOOTER,), width)[0]
    ]
    lines += wrapped(sheet, heading.stamp, FOOTER, width)
    top = MARGIN * 0.4 + len(lines) * FOOTER * LEADING
    write_down(sheet, lines, (MARGIN, top), FOOTER, QUIET)
    return top + 6
