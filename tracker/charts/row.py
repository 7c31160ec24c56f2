"""One row of the overview: title, bar, figures, and days ahead or behind."""

from __future__ import annotations

from tracker.charts.frame import draw_badge
from tracker.charts.geometry import Box
from tracker.charts.setting import fitted, wrapped
from tracker.charts.sheet import Pen, Sheet
from tracker.charts.style import INK, LABEL, LEADING, PAPER, QUIET, SOFT, TRACK, accent
from tracker.charts.words import put
from tracker.domain import Measure
from tracker.progress.status import Status
from tracker.reports.findings import counts_down, days_of
from tracker.reports.numbers import figure
from tracker.reports.phrases import say
from tracker.reports.words import (
    counted,
    short_day,
    span_name,
    title_of,
    unit_of,
    with_unit,
    word,
)

ROW = 46.0
_BADGE, _BAR = 24.0, 13.0
# Where each column begins and ends, as parts of the row's width.
_TITLE, _TRACK = (0.04, 0.335), (0.355, 0.545)
_FIGURES, _STANDS = (0.572, 0.772), (0.79, 1.0)
# So many lines of such a size have room in a row.
_SIZES = ((2, LABEL), (2, 11.5), (3, 10.5))
# A bar beyond its goal ends in an arrow this far past the track, in units.
_BEYOND = 10.0


def draw_row(sheet: Sheet, row: Box, status: Status, lang: str) -> None:
    """Draw one target in a row of the overview."""
    middle = (row.y0 + row.y1) / 2
    draw_badge(sheet, status.rating, row.x0, middle - _BADGE / 2, _BADGE)
    target, colours = status.target, accent(status.rating)
    title = title_of(target.key, target.labels, lang)
    named = _column(row, _TITLE)
    named = named._replace(x0=max(named.x0, row.x0 + _BADGE + 10))
    _write(sheet, named, title, INK, bold=True)
    _draw_bar(sheet, _column(row, _TRACK), status)
    seen = data_day(status, lang)
    _write(sheet, _column(row, _FIGURES), figures(status, lang), SOFT, below=seen)
    days, rating = days_of(status.now, lang), word(status.rating, lang)
    said, below = (days, rating) if days else (rating, "")
    _write(sheet, _column(row, _STANDS), said, colours.text, bold=True, below=below)


def data_day(status: Status, lang: str) -> str:
    """The day of the last actual, and whether it is stale.

    Empty without one, and for a milestone, whose figures name it.
    """
    if status.actual is None or status.now.statement.measure is Measure.MILESTONE:
        return ""
    day = short_day(status.actual.on, lang)
    return f"{day}, {word('stale', lang)}" if status.stale else day


def figures(status: Status, lang: str) -> str:
    """What was reported of the goal, or that nothing was; of which period."""
    text = _figures(status, lang)
    period = status.now.statement.period
    if not status.period or not period:
        return text
    return f"{span_name(status.period, period, lang)}: {text}"


def _figures(status: Status, lang: str) -> str:
    now, actual = status.now, status.actual
    statement = now.statement
    if statement.measure is Measure.MILESTONE:
        return _milestone(status, lang)
    if actual is None:
        goal = put("goal-only", lang, goal=counted(now.goal, statement.unit, lang))
        return f"{word('no-data', lang)}, {goal}"
    if counts_down(statement):
        value = counted(actual.value, statement.unit, lang)
        return say("value-goal", lang, value=value, goal=figure(now.goal, lang))
    unit = unit_of(now.goal, statement.unit, lang)
    goal = with_unit(figure(now.goal, lang), unit)
    return say("of", lang, value=figure(actual.value, lang), goal=goal)


def _milestone(status: Status, lang: str) -> str:
    actual, due = status.actual, status.now.due
    if actual:
        phrase = "done" if actual.value else "not-done"
        return put(phrase, lang, day=short_day(actual.on, lang))
    return put("due", lang, day=short_day(due, lang)) if due else say("no-day", lang)


def _draw_bar(sheet: Sheet, box: Box, status: Status) -> None:
    """The actual share of the change as a bar, the expected one as a tick."""
    y, now, colours = (box.y0 + box.y1) / 2, status.now, accent(status.rating)
    track = Box(box.x0, y - _BAR / 2, box.x1, y + _BAR / 2)
    if now.statement.held:
        return  # There is no way to go, only a line to keep.
    unknown = status.actual is None
    sheet.rectangle(track, PAPER if unknown else TRACK, edge=TRACK, over=0)
    share = now.share
    if share is not None and share > 0:
        filled = track._replace(x1=box.x0 + box.width * min(share, 1.0))
        if share > 1:
            filled = filled._replace(x1=box.x1 + _BEYOND)
        sheet.rectangle(filled, colours.fill, edge=colours.edge, over=1)
    ends = (track.y0 - 4, track.y1 + 4)
    sheet.line("", ((box.x1, box.x1), ends), Pen(INK, 1.4, over=3))
    change = now.goal - now.plan.start
    stepless = now.statement.measure is Measure.MILESTONE
    if now.expected is None or not change or stepless:
        return
    x = box.x0 + box.width * min(
        max((now.expected - now.plan.start) / change, 0.0), 1.0
    )
    sheet.line("", ((x, x), (track.y0 - 5, track.y1 + 5)), Pen(PAPER, 4.5, over=2))
    sheet.line("", ((x, x), (track.y0 - 5, track.y1 + 5)), Pen(INK, 2.2, over=3))


def _column(row: Box, part: tuple[float, float]) -> Box:
    left, right = part
    return Box(row.x0 + row.width * left, row.y0, row.x0 + row.width * right, row.y1)


def _write(
    sheet: Sheet,
    box: Box,
    text: str,
    colour: str,
    *,
    bold: bool = False,
    below: str = "",
) -> None:
    """Write a text, and a quieter one below it, upright in the middle of a box.

    In two lines, or in three small ones; ends with an ellipsis only beyond that.
    """
    for most, size in _SIZES:
        quiet = wrapped(sheet, below, size, box.width) if below else []
        lines = wrapped(sheet, text, size, box.width, bold=bold)
        if len(lines) + len(quiet) <= most:
            break
    room = max(most - len(quiet), 1)
    lines, _ = fitted(sheet, text, (size,), box.width, most=room, bold=bold)
    pitch = size * LEADING
    y = (box.y0 + box.y1) / 2 + (len(lines) + len(quiet) - 1) * pitch / 2 - size * 0.36
    for place, line in enumerate([*lines, *quiet]):
        first = place < len(lines)
        ink = colour if first else QUIET
        sheet.text(box.x0, y - place * pitch, line, size, ink, bold=bold and first)
