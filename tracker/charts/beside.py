"""The labels of a burn-up, each beside what it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice, pairwise

from tracker.charts.fan import edges, median
from tracker.charts.geometry import Box, Panel, Place, along, steps
from tracker.charts.labels import Label, Placed, Placer
from tracker.charts.lines import Lines
from tracker.charts.notes import (
    checkpoint_note,
    goal_note,
    last_note,
    median_note,
    place_note,
    restated_note,
)
from tracker.charts.sheet import Pen, clean
from tracker.charts.style import FORECAST, INK, LABEL, PALE, PAPER, QUIET, SOFT, accent
from tracker.charts.surface import Surface
from tracker.progress.status import Status

_SMALL = 11.5
# Half the side of a mark, in units; with its gap less than the nearest label is off.
_MARK = 4.0
# Of so many points along the edge of a fan one counts; closer than a line is high.
_EDGE = 2
# Where each kind of label stands best, so that it is not on its own line.
_LAST = ("up-left", "right", "down-right", "up-right", "left")
_GOAL = ("up-left", "up", "down-left", "left")
_MEDIAN = ("down-right", "up-right", "up", "down", "right", "up-left")
_STEP = ("right", "left", "up-right", "down-right", "up-left", "down-left")
_BELOW = ("down-right", "right", "up-left", "down", "left")
_ABOVE = ("up-left", "left", "up", "right", "down-right")


def draw_labels(
    sheet: Surface, panel: Panel, status: Status, lines: Lines, lang: str
) -> int:
    """Write the labels; gives how many of those that matter found no place."""
    box = panel.box
    area = Box(box.x0 + 3, box.y0 + 3, sheet.width - 8, box.y1 + 2)
    placer = Placer(area, _last_mark(panel, status))
    for line in (
        steps(lines.lead),
        steps(lines.running),
        lines.plan,
        lines.first,
        lines.scope,
        median(lines.fan),
    ):
        placer.keep_off(along(panel, line))
    # Paler than a line, so it is better to cover an edge than to stand far off.
    for line in edges(lines.fan):
        placer.keep_off(islice(along(panel, line), 0, None, _EDGE))
    placer.keep_off(_upright(panel, status.as_of))
    labels = [
        *_main_labels(panel, status, lines, lang),
        *_forecast_labels(panel, status, lines, lang),
        *_restated_labels(panel, status, lines, lang),
        *_due_labels(panel, lines, lang),
    ]
    return place_all(sheet, placer, labels)


def place_all(sheet: Surface, placer: Placer, labels: Sequence[Label]) -> int:
    """Write each label in the best place left; gives how many had to be left out."""
    missing = 0
    for label in labels:
        bold, texts = label.bold, label.texts
        extents = [sheet.size(each, label.size, bold=bold) for each in texts]
        found = placer.place(label, extents)
        if found:
            write_label(sheet, found)
        else:
            missing += label.must
    return missing


def write_label(sheet: Surface, placed: Placed) -> None:
    """Write a label in its place, on paper where a line runs through."""
    label, box = placed.label, placed.box
    if placed.far:
        x, y = box.nearest(label.x, label.y)
        sheet.line("", ((label.x, x), (label.y, y)), Pen(PALE, 0.9, over=4))
    if placed.covers:
        sheet.rectangle(Box(box.x0 - 2, box.y0, box.x1 + 2, box.y1), PAPER, over=8)
    extent = sheet.size(placed.text, label.size, bold=label.bold)
    x, y = box.x0 - extent.x0, box.y0 - extent.y0
    sheet.text(x, y, placed.text, label.size, label.colour, bold=label.bold)


def texts_of(*texts: str) -> tuple[str, ...]:
    """The texts of a label, of what the font can draw."""
    return tuple(clean(each) for each in texts)


def _main_labels(
    panel: Panel, status: Status, lines: Lines, lang: str
) -> Iterator[Label]:
    """The last running total and the goal, in bold."""
    if status.actual:
        on, value = status.actual.on, status.actual.value
        texts = texts_of(*last_note(status, lang))
        x, y, colour = panel.x(on), panel.y(value), accent(status.rating).text
        yield Label(texts, x, y, LABEL, colour, bold=True, likes=_LAST)
    middle = (panel.box.x0 + panel.box.x1) / 2
    x = panel.x(lines.until) if status.now.due else middle
    texts, y = texts_of(*goal_note(status, lang)), panel.y(status.now.goal)
    yield Label(texts, x, y, LABEL, INK, bold=True, likes=_GOAL)


def _forecast_labels(
    panel: Panel, status: Status, lines: Lines, lang: str
) -> Iterator[Label]:
    """The day on which the median reaches the goal, where it does or where it ends."""
    texts = texts_of(*median_note(status, lines.days.last, lang))
    if texts and lines.fan:
        place = lines.met or median(lines.fan)[-1]
        x, y = panel.box.nearest(panel.x(place.on), panel.y(place.value))
        yield Label(texts, x, y, LABEL, FORECAST, likes=_MEDIAN)


def _restated_labels(
    panel: Panel, status: Status, lines: Lines, lang: str
) -> Iterator[Label]:
    """Each step of the scope line: what changed, when, and who said so."""
    pairs = pairwise(status.statements)
    for place, (earlier, later) in zip(lines.restated, pairs, strict=True):
        texts = texts_of(*restated_note(earlier, later, lang))
        x, y = panel.x(place.on), panel.y(place.value)
        yield Label(texts, x, y, LABEL, SOFT, likes=_STEP)


def _due_labels(panel: Panel, lines: Lines, lang: str) -> Iterator[Label]:
    """Each checkpoint; then, where there is room, what the first plan said."""
    for each in lines.due:
        texts = texts_of(*checkpoint_note(each, lang))
        x, y = panel.x(each.by), panel.y(each.value)
        yield Label(texts, x, y, LABEL, SOFT, likes=_BELOW)
    faint = [Place(each.by, each.value) for each in lines.first_due]
    if lines.first_goal:
        faint.append(lines.first_goal)
    for place in faint:
        texts = texts_of(*place_note(place.value, place.on, lang))
        x, y = panel.x(place.on), panel.y(place.value)
        yield Label(texts, x, y, _SMALL, QUIET, likes=_ABOVE, must=False)


def _last_mark(panel: Panel, status: Status) -> Iterator[Box]:
    """The last figure, which no label may cover."""
    if status.actual:
        x, y = panel.x(status.actual.on), panel.y(status.actual.value)
        yield Box(x - _MARK, y - _MARK, x + _MARK, y + _MARK)


def _upright(panel: Panel, day: date) -> list[tuple[float, float]]:
    """Points along the as-of line."""
    x = min(max(panel.x(day), panel.box.x0), panel.box.x1)
    # Closer than a line of text is high, so that none stands between two points.
    count = int(panel.box.height / 5) + 1
    return [(x, panel.box.y0 + 5 * each) for each in range(count)]
