"""One panel of small multiples: words above, a small burn-up in shares beneath."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tracker.charts.burnup import draw_lines
from tracker.charts.fan import draw_fan, draw_met
from tracker.charts.frame import draw_badge
from tracker.charts.geometry import Box, Panel, Place, columns
from tracker.charts.lines import Lines
from tracker.charts.row import data_day, figures
from tracker.charts.setting import fitted
from tracker.charts.sheet import Pen, Sheet
from tracker.charts.style import (
    EVIDENCE_MARKS,
    GRID,
    INK,
    LABEL,
    LEADING,
    PALE,
    QUIET,
    SOFT,
    accent,
)
from tracker.charts.ticks import day_ticks
from tracker.charts.words import put
from tracker.progress.status import Status
from tracker.reports.findings import days_of
from tracker.reports.numbers import chance
from tracker.reports.words import tiny_day, word

PANEL, AXIS = 96.0, 18.0
SMALL = 10.5
_BADGE = 16.0
_NAME_SIZES = (LABEL, 11.5, SMALL)
# Shares that are marked at the left edge.
MARKED = (0.0, 0.5, 1.0)


class Tile(NamedTuple):
    """One target under the name of its group."""

    name: str
    title: str
    status: Status


class Words(NamedTuple):
    """A line of the words above a panel; `beside` its badge, or below."""

    text: str
    size: float
    colour: str
    bold: bool
    beside: bool


def words_of(
    sheet: Sheet, tile: Tile, width: float, lang: str, *, titled: bool
) -> list[Words]:
    """The lines above a panel: name, title, figures, day and chance, verdict.

    Args:
        titled: Whether the target's own title is among them.
    """
    status, colours = tile.status, accent(tile.status.rating)
    title = tile.title if titled else ""
    paragraphs = (
        (tile.name, _NAME_SIZES, INK, True),
        (title, (11.5, SMALL), SOFT, False),
        (figures(status, lang), (11.5, SMALL), SOFT, False),
        (_when(status, lang), (SMALL,), QUIET, False),
        (_verdict(status, lang), (11.5, SMALL), colours.text, True),
    )
    found: list[Words] = []
    for place, (text, sizes, colour, bold) in enumerate(paragraphs):
        beside = place == 0
        room = width - (_BADGE + 7 if beside else 0)
        if text:
            lines, size = fitted(sheet, text, sizes, room, bold=bold)
            found += [Words(line, size, colour, bold, beside) for line in lines]
    return found


def height_of(words: Sequence[Words]) -> float:
    """The height that the words above a panel take."""
    return sum(each.size * LEADING for each in words) + 6


def draw_words(sheet: Sheet, box: Box, tile: Tile, words: Sequence[Words]) -> None:
    """Write the words at the top of a box, its badge beside the name."""
    draw_badge(sheet, tile.status.rating, box.x0, box.y1 - _BADGE, _BADGE)
    top = box.y1
    for text, size, colour, bold, beside in words:
        left = box.x0 + (_BADGE + 7 if beside else 0)
        sheet.text(left, top - size, text, size, colour, bold=bold)
        top -= size * LEADING


def draw_panel(
    sheet: Sheet, panel: Panel, status: Status, lines: Lines, lang: str
) -> None:
    """Draw the burn-up of a target, its lines in shares."""
    box = panel.box
    for share in MARKED:
        y, colour = panel.y(share), PALE if share == 0 else GRID
        sheet.line("", ((box.x0, box.x1), (y, y)), Pen(colour, 1.0, over=0))
    draw_fan(sheet, panel, lines.fan)
    draw_lines(sheet, panel, status, lines, cut=True)
    draw_met(sheet, panel, lines.met)
    if lines.running:
        _draw_last(sheet, panel, status, lines.running[-1])
    if panel.first <= status.as_of <= panel.last:
        x = panel.x(status.as_of)
        pen = Pen(SOFT, 1.0, (1.5, 2.5), over=3)
        sheet.line("as-of", ((x, x), (box.y0, box.y1)), pen)
    for left, text in _days(sheet, panel, lang):
        sheet.text(left, box.y0 - 4 - SMALL, text, SMALL, QUIET)


def _draw_last(sheet: Sheet, panel: Panel, status: Status, last: Place) -> None:
    """The last report, its evidence in its shape; at the edge where it lies beyond."""
    mark = EVIDENCE_MARKS[status.points[-1].actual.evidence]
    colours = accent(status.rating)
    pen = Pen(colours.edge, 1.4, over=7, fill=colours.fill)
    place = Place(last.on, min(max(last.value, panel.low), panel.high))
    sheet.marks("last", columns([place]), mark, pen, panel)


def _days(sheet: Sheet, panel: Panel, lang: str) -> Iterator[tuple[float, str]]:
    """The left edge and the text of the days below a panel, apart from one another."""
    box = panel.box
    wide = sheet.size(tiny_day(date(2028, 12, 28), lang), SMALL).width
    written = box.x0 - wide
    for day in day_ticks(panel.first, panel.last, int(box.width / (wide * 1.3))):
        text, x = tiny_day(day, lang), panel.x(day)
        width = sheet.size(text, SMALL).width
        left = min(max(x - width / 2, box.x0), box.x1 - width)
        sheet.line("", ((x, x), (box.y0 - 3, box.y0)), Pen(PALE, 1.0, over=0))
        if left >= written + 6:
            written = left + width
            yield left, text


def _when(status: Status, lang: str) -> str:
    """The day of the last report, and the chance of meeting the goal."""
    parts = [data_day(status, lang)]
    if status.forecast and status.forecast.chance is not None:
        share = chance(status.forecast.chance, lang)
        parts.append(put("chance", lang, share=share))
    return " · ".join(each for each in parts if each)


def _verdict(status: Status, lang: str) -> str:
    days, rating = days_of(status.now, lang), word(status.rating, lang)
    return f"{rating}, {days}" if days else rating
