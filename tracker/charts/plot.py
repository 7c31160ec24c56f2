"""A panel: its grid, its edges, the as-of day, and the key to its lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tracker.charts.geometry import Box, Panel
from tracker.charts.series import Reach
from tracker.charts.sheet import Pen, clean
from tracker.charts.style import (
    GRID,
    INK,
    KEY,
    LABEL,
    LEADING,
    PALE,
    QUIET,
    SOFT,
    Mark,
)
from tracker.charts.surface import Surface
from tracker.charts.ticks import day_ticks, value_ticks
from tracker.charts.words import put
from tracker.reports.numbers import compact, figure
from tracker.reports.words import short_day

_SAMPLE = 26.0
_BETWEEN = 20.0
AS_OF_ROOM = 18.0
AXIS_ROOM = 22.0


@dataclass(frozen=True)
class KeyEntry:
    """One entry of the key: a line, a mark or a band, and what it means.

    Attributes:
        inner: Of a band within the band.
    """

    text: str
    pen: Pen | None = None
    under: Pen | None = None
    mark: Mark | None = None
    band: str | None = None
    inner: str | None = None


def draw_key(
    sheet: Surface, room: Box, unit: str, entries: Sequence[KeyEntry]
) -> float:
    """The unit and the key in as few rows as they need; gives their lower edge."""
    x, y = room.x0, room.y1 - KEY
    unit = clean(unit)
    if unit:
        box = sheet.text(x, y, unit, KEY, SOFT, bold=True)
        x = box.x1 + _BETWEEN
    for entry in entries:
        text = clean(entry.text)
        width = _SAMPLE + 6 + sheet.size(text, KEY).width
        if x > room.x0 and x + width > room.x1:
            x, y = room.x0, y - KEY * (LEADING + 0.1)
        _draw_sample(sheet, entry, x, y + KEY * 0.36)
        sheet.text(x + _SAMPLE + 6, y, text, KEY, QUIET)
        x += width + _BETWEEN
    return y - KEY * 0.5


def panel_in(
    sheet: Surface, room: Box, days: Reach, low: float, high: float, lang: str
) -> Panel:
    """The panel that leaves room for its labels of values, days and the as-of day."""
    inside = Box(0, room.y0 + AXIS_ROOM, 0, room.y1 - AS_OF_ROOM)
    most = _most_values(inside)
    labels = _value_labels(low, high, most, lang)
    wide = max(sheet.size(each, LABEL).width for each in labels.values())
    inner = inside._replace(x0=room.x0 + wide + 10, x1=room.x1)
    return Panel(inner, days.first, days.last, low, high)


def draw_values(sheet: Surface, panel: Panel, lang: str) -> None:
    """Grid lines with their values at the left."""
    box = panel.box
    most = _most_values(box)
    for value, text in _value_labels(panel.low, panel.high, most, lang).items():
        y = panel.y(value)
        colour = PALE if value == 0 else GRID
        sheet.line("", ((box.x0, box.x1), (y, y)), Pen(colour, 1.0, over=0))
        width = sheet.size(text, LABEL).width
        sheet.text(box.x0 - 8 - width, y - LABEL * 0.36, text, LABEL, QUIET)


def draw_days(sheet: Surface, panel: Panel, lang: str) -> None:
    """The lower edge with its days, as many as stand clear of one another."""
    box = panel.box
    y = box.y0
    sheet.line("", ((box.x0, box.x1), (y, y)), Pen(PALE, 1.0, over=0))
    widest = sheet.size(short_day(date(2028, 12, 28), lang), LABEL).width
    most = int(box.width / (widest * 1.45))
    written = box.x0 - widest
    for day in day_ticks(panel.first, panel.last, most):
        x, text = panel.x(day), short_day(day, lang)
        width = sheet.size(text, LABEL).width
        left = min(max(x - width / 2, box.x0 - 10), sheet.width - 6 - width)
        sheet.line("", ((x, x), (y - 4, y)), Pen(PALE, 1.0, over=0))
        if left >= written + 10:
            written = sheet.text(left, y - 6 - LABEL, text, LABEL, QUIET).x1


def draw_as_of(sheet: Surface, panel: Panel, day: date, beyond: int, lang: str) -> None:
    """The day of the report: an upright line, its label above the panel."""
    box = panel.box
    text = put("as-of", lang, day=short_day(day, lang))
    x = (box.x0, panel.x(day), box.x1)[1 if not beyond else beyond + 1]
    if beyond:
        text = f"{text} →" if beyond > 0 else f"← {text}"
    pen = Pen(SOFT, 1.2, (1.5, 2.5), over=3)
    sheet.line("as-of", ((x, x), (box.y0, box.y1 + 3)), pen)
    width = sheet.size(text, LABEL).width
    left = min(max(x - width / 2, box.x0), sheet.width - 8 - width)
    sheet.text(left, box.y1 + 6, text, LABEL, INK)


def _value_labels(low: float, high: float, most: int, lang: str) -> dict[float, str]:
    """Round values with what is written at them: short, unless two would be alike."""
    ticks = value_ticks(low, high, most)
    for shown in (_short, figure):
        labels = {each: clean(shown(each, lang)) for each in ticks}
        if len(set(labels.values())) == len(ticks):
            break
    return labels


def _most_values(box: Box) -> int:
    return max(int(box.height / 48), 2)


def _short(value: float, lang: str) -> str:
    return figure(value, lang) if abs(value) < 1e4 else compact(value, lang)


def _draw_sample(sheet: Surface, entry: KeyEntry, x: float, y: float) -> None:
    ends = (x, x + _SAMPLE)
    if entry.band:
        sheet.rectangle(
            Box(x, y - 5, x + _SAMPLE, y + 5), entry.band, edge=GRID, over=0
        )
    if entry.inner:
        sheet.rectangle(Box(x, y - 2.5, x + _SAMPLE, y + 2.5), entry.inner)
    if entry.under:
        sheet.line("", (ends, (y, y)), entry.under)
    if entry.pen:
        sheet.line("", (ends, (y, y)), entry.pen)
    if entry.mark:
        outline = Pen(INK, 1.3, over=5, fill=SOFT)
        sheet.marks("", ((x + _SAMPLE / 2,), (y,)), entry.mark, outline)
