"""A quota that starts again: each past period against its quota, then the current."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tracker.charts.burnup import QUOTA, draw_burn_up
from tracker.charts.geometry import Box
from tracker.charts.lines import Lines
from tracker.charts.plot import AS_OF_ROOM, AXIS_ROOM
from tracker.charts.sheet import Pen, clean
from tracker.charts.style import KEY, LABEL, LEADING, PALE, PAPER, QUIET, SOFT, accent
from tracker.charts.surface import Surface
from tracker.charts.words import put
from tracker.periods import Period
from tracker.progress.periodic import PeriodStanding
from tracker.progress.status import Status
from tracker.reports.numbers import compact, figure
from tracker.reports.words import RATING_SYMBOLS, span_name

_NARROWEST, _WIDEST_BAR, _BETWEEN = 52.0, 46.0, 12.0
# The past takes at most this part of the width: the current period is the news.
_MOST_OF_WIDTH = 0.42
# A figure of more letters is shortened.
_LONGEST = 6


class Column(NamedTuple):
    """A past period with what is written over its bar and beneath it."""

    standing: PeriodStanding
    said: str
    name: str


def draw_quotas(
    sheet: Surface, room: Box, status: Status, lines: Lines, lang: str
) -> int:
    """Draw past periods and the current one; gives how many labels found no place."""
    if not status.periods:
        return draw_burn_up(sheet, room, status, lines, lang)
    columns = _columns(status, lang)
    wide = _BETWEEN + max(_NARROWEST, *(_width(sheet, each) for each in columns))
    count = max(int(room.width * _MOST_OF_WIDTH / wide), 1)
    shown = columns[-count:]
    if len(shown) < len(columns):
        of = put("last-of", lang, count=str(len(shown)), all=str(len(columns)))
        sheet.text(room.x0, room.y1 - KEY, clean(of), KEY, QUIET)
        room = room._replace(y1=room.y1 - KEY * LEADING)
    past = Box(room.x0, room.y0, room.x0 + wide * len(shown), room.y1)
    _draw_past(sheet, past, shown, lines.range(status))
    current = Box(past.x1 + 14, room.y0, room.x1, room.y1)
    return draw_burn_up(sheet, current, status, lines, lang)


def _columns(status: Status, lang: str) -> list[Column]:
    period = status.now.statement.period
    assert period is not None, "a periodic target has a period"
    return [
        Column(each, _said(each, lang), _short_name(each, period, lang))
        for each in status.periods
    ]


def _said(standing: PeriodStanding, lang: str) -> str:
    """The rating's symbol and what was reported."""
    symbol = RATING_SYMBOLS[standing.rating]
    if standing.total is None:
        return symbol
    exact = figure(standing.total, lang)
    shown = exact if len(exact) <= _LONGEST else compact(standing.total, lang)
    return clean(f"{symbol} {shown}")


def _short_name(standing: PeriodStanding, period: Period, lang: str) -> str:
    """What a column has room for: 2024, Q3 2024, 09.2024."""
    start = standing.span.start
    if period is Period.MONTH:
        return f"{start:%m.%Y}"
    if period is Period.QUARTER and lang != "en":
        return f"{'I' * ((start.month + 2) // 3)} {start.year}".replace("IIII", "IV")
    return clean(span_name(standing.span, period, lang))


def _width(sheet: Surface, column: Column) -> float:
    said = sheet.size(column.said, LABEL, bold=True).width
    return max(said, sheet.size(column.name, LABEL).width)


def _draw_past(
    sheet: Surface, box: Box, columns: Sequence[Column], span: tuple[float, float]
) -> None:
    """The columns, on the same scale as the current period beside them."""
    inner = Box(box.x0, box.y0 + AXIS_ROOM, box.x1, box.y1 - AS_OF_ROOM)
    wide = inner.width / len(columns)
    low, high = span
    per_value = inner.height / (high - low)
    zero = inner.y0 - low * per_value
    sheet.line("", ((inner.x0, inner.x1), (zero, zero)), Pen(PALE, 1.0, over=0))
    for place, column in enumerate(columns):
        middle = inner.x0 + (place + 0.5) * wide
        _draw_column(sheet, column, middle, zero, per_value)
        left = middle - sheet.size(column.name, LABEL).width / 2
        sheet.text(left, inner.y0 - 6 - LABEL, column.name, LABEL, QUIET)


def _draw_column(
    sheet: Surface, column: Column, middle: float, zero: float, per_value: float
) -> None:
    """A bar for what was reported, none where nothing was; a dash for the quota."""
    standing, said, _ = column
    colours = accent(standing.rating)
    unknown = standing.total is None
    quota = zero + standing.quota * per_value
    reached = quota if unknown else zero + (standing.total or 0.0) * per_value
    half = _WIDEST_BAR / 2
    bar = Box(middle - half, zero, middle + half, reached)
    if not unknown:
        sheet.rectangle(bar, colours.fill, edge=colours.edge, over=1)
    ends = (middle - half - 5, middle + half + 5)
    # White beneath the dash keeps it apart from a bar that passes it.
    sheet.line("", (ends, (quota, quota)), Pen(PAPER, 5.0, over=2))
    sheet.line("quota", (ends, (quota, quota)), QUOTA)
    width = sheet.size(said, LABEL, bold=True).width
    y = max(reached, quota) + 7
    ink = SOFT if unknown else colours.text
    sheet.text(middle - width / 2, y, said, LABEL, ink, bold=True)
