"""Text set in lines: wrapped, shrunk, and shortened only where nothing else helps."""

from __future__ import annotations

import re

from tracker.charts.sheet import clean
from tracker.charts.style import LEADING
from tracker.charts.surface import Surface
from tracker.reports.numbers import NBSP

ELLIPSIS = "…"


def wrapped(
    sheet: Surface, text: str, size: float, width: float, *, bold: bool = False
) -> list[str]:
    """The text in lines no wider than `width`; nothing is left out.

    Breaks at spaces; at no-break spaces, then inside a word, only where one piece
    is wider than a line.
    """
    lines: list[str] = []
    for piece in _pieces(sheet, clean(text), size, width, bold=bold):
        joined = lines[-1] + piece if lines else piece.lstrip(" ")
        if lines and sheet.size(joined.rstrip(" "), size, bold=bold).width > width:
            lines.append(piece.lstrip(" "))
        else:
            lines[-1:] = [joined]
    return [each.strip(" ") for each in lines] or [""]


def fitted(
    sheet: Surface,
    text: str,
    sizes: tuple[float, ...],
    width: float,
    *,
    most: int = 2,
    bold: bool = False,
) -> tuple[list[str], float]:
    """The text in at most so many lines, in the largest size that fits.

    In the smallest size it ends with an ellipsis where it still does not fit.

    Args:
        sizes: From the largest to the smallest.
    """
    for size in sizes:
        lines = wrapped(sheet, text, size, width, bold=bold)
        if len(lines) <= most:
            return lines, size
    kept = lines[:most]
    while kept[-1] and sheet.size(kept[-1] + ELLIPSIS, size, bold=bold).width > width:
        kept[-1] = kept[-1][:-1]
    kept[-1] = kept[-1].rstrip() + ELLIPSIS
    return kept, size


def write_down(
    sheet: Surface,
    lines: list[str],
    at: tuple[float, float],
    size: float,
    colour: str,
    *,
    bold: bool = False,
) -> float:
    """Write lines below one another; gives the upper edge of the next one.

    Args:
        at: The left and the upper edge of the first one.
    """
    left, top = at
    for line in lines:
        sheet.text(left, top - size, line, size, colour, bold=bold)
        top -= size * LEADING
    return top


def _pieces(
    sheet: Surface, text: str, size: float, width: float, *, bold: bool
) -> list[str]:
    """The text cut where it may break, each piece with the space before it."""
    found: list[str] = []
    for word in re.findall(r" *[^ ]+", text):
        if sheet.size(word.strip(" "), size, bold=bold).width <= width:
            found.append(word)
            continue
        for part in re.findall(f" *[^{NBSP}]*{NBSP}?", word):
            found += _cut(sheet, part, size, width, bold=bold)
    return [each for each in found if each]


def _cut(
    sheet: Surface, part: str, size: float, width: float, *, bold: bool
) -> list[str]:
    found = [""]
    for letter in part:
        if sheet.size(found[-1] + letter, size, bold=bold).width > width:
            found.append("")
        found[-1] += letter
    return found
