"""A milestone: its day on a time line, done or not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tracker.charts.beside import place_all, texts_of
from tracker.charts.burnup import evidence_key
from tracker.charts.geometry import Box, Panel, Place, columns
from tracker.charts.labels import Label, Placer
from tracker.charts.lines import Lines
from tracker.charts.notes import restated_note
from tracker.charts.plot import KeyEntry, draw_as_of, draw_days
from tracker.charts.sheet import Pen
from tracker.charts.style import (
    EVIDENCE_MARKS,
    GOAL_MARK,
    INK,
    PALE,
    QUIET,
    RESTATED_MARK,
    SOFT,
    TRACK,
    Mark,
    accent,
)
from tracker.charts.surface import Surface
from tracker.charts.words import put
from tracker.progress.status import Status
from tracker.reports.phrases import say
from tracker.reports.words import short_day, word

_LINE, _ROOM_ABOVE, _ROOM_BELOW = 9.0, 20.0, 22.0
# There are few labels, so they are large.
_SIZE = 14.0
_ABOVE = ("up", "up-left", "up-right")


def draw_time_line(
    sheet: Surface, room: Box, status: Status, lines: Lines, lang: str
) -> int:
    """Draw the time line in a room; gives how many labels found no place."""
    box = Box(room.x0 + 10, room.y0 + _ROOM_BELOW, room.x1, room.y1 - _ROOM_ABOVE)
    panel = Panel(box, lines.days.first, lines.days.last, -1.0, 1.0)
    draw_days(sheet, panel, lang)
    _draw_track(sheet, panel, status, lines)
    _draw_days_due(sheet, panel, status)
    _draw_reports(sheet, panel, status)
    draw_as_of(sheet, panel, status.as_of, lines.days.beyond, lang)
    area = Box(box.x0, box.y0 + 4, sheet.width - 8, box.y1)
    placer = Placer(area, [_track_box(panel)])
    x = min(max(panel.x(status.as_of), box.x0), box.x1)
    placer.keep_off((x, box.y0 + 10 * each) for each in range(int(box.height / 10)))
    labels = [*_report_labels(panel, status, lang), *_due_labels(panel, status, lang)]
    return place_all(sheet, placer, labels)


def key_of(status: Status, lang: str) -> Iterator[KeyEntry]:
    """The marks of a time line, only those it has."""
    if status.now.due:
        yield KeyEntry(word("goal", lang), mark=GOAL_MARK)
    if len(status.statements) > 1:
        yield KeyEntry(put("restated", lang), mark=RESTATED_MARK)
    yield from evidence_key(status.counting, lang)


def _track_box(panel: Panel) -> Box:
    y = panel.y(0.0)
    return Box(panel.box.x0, y - _LINE, panel.box.x1, y + _LINE)


def _draw_track(sheet: Surface, panel: Panel, status: Status, lines: Lines) -> None:
    """The time passed, in the rating's colour once it is done."""
    y, box = panel.y(0.0), panel.box
    sheet.rectangle(Box(box.x0, y - _LINE / 2, box.x1, y + _LINE / 2), TRACK, over=0)
    done = [each.on for each in status.points if each.total]
    if status.actual and status.actual.value and done:
        colours = accent(status.rating)
        passed = Box(panel.x(done[-1]), y - _LINE / 2, box.x1, y + _LINE / 2)
        if lines.days.beyond <= 0:
            passed = passed._replace(x1=panel.x(max(status.as_of, done[-1])))
        sheet.rectangle(passed, colours.fill, edge=colours.edge, over=1)


def _draw_days_due(sheet: Surface, panel: Panel, status: Status) -> None:
    first, now = status.first, status.now
    for name, due, mark, ink in (
        ("first-goal", first.due if first else None, "none", PALE),
        ("goal", now.due, "full", INK),
    ):
        if due and not (name == "first-goal" and due == now.due):
            shape = Mark(GOAL_MARK.shape, mark, 14.0)
            pen = Pen(ink, 1.4, over=6, fill=ink)
            sheet.marks(name, columns([Place(due, 0.0)]), shape, pen, panel)
    turns = [Place(each.stated, 0.0) for each in status.statements[1:]]
    if turns:
        pen = Pen(SOFT, 1.3, over=5)
        sheet.marks("restated", columns(turns), RESTATED_MARK, pen, panel)


def _draw_reports(sheet: Surface, panel: Panel, status: Status) -> None:
    colours = accent(status.rating)
    pen = Pen(colours.edge, 1.8, over=7, fill=colours.fill)
    for each in status.points:
        mark = EVIDENCE_MARKS[each.actual.evidence]
        bigger = Mark(mark.shape, mark.fill, mark.size * 1.5)
        name, at = f"actuals-{each.actual.evidence}", columns([Place(each.on, 0.0)])
        sheet.marks(name, at, bigger, pen, panel)


def _due_labels(panel: Panel, status: Status, lang: str) -> Iterator[Label]:
    y, below = panel.y(0.0), ("down", "down-left", "down-right")
    first, now = status.first, status.now
    if now.due:
        said, x = put("due", lang, day=short_day(now.due, lang)), panel.x(now.due)
        yield Label(texts_of(said), x, y, _SIZE, INK, bold=True, likes=below)
    else:
        said, x = say("no-day", lang), (panel.box.x0 + panel.box.x1) / 2
        yield Label(texts_of(said), x, y, _SIZE, SOFT, bold=True, likes=below)
    if first and first.due and first.due != now.due:
        said, x = (
            put("first-due", lang, day=short_day(first.due, lang)),
            panel.x(first.due),
        )
        yield Label(texts_of(said), x, y, _SIZE, QUIET, likes=below)
    for earlier, later in pairwise(status.statements):
        x = panel.x(min(max(later.stated, panel.first), panel.last))
        texts = texts_of(*restated_note(earlier, later, lang))
        yield Label(texts, x, y, _SIZE, SOFT, likes=_ABOVE)


def _report_labels(panel: Panel, status: Status, lang: str) -> Iterator[Label]:
    """The last report: that it is done, or that it is not."""
    if status.actual is None:
        return
    x, y = panel.x(status.actual.on), panel.y(0.0)
    phrase = "done" if status.actual.value else "not-done"
    said = put(phrase, lang, day=short_day(status.actual.on, lang))
    colour = accent(status.rating).text
    yield Label(texts_of(said), x, y, _SIZE, colour, bold=True, likes=_ABOVE)
