"""A burn-up: running total, plan, scope and goal of one target."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tracker.charts.beside import draw_labels
from tracker.charts.fan import draw_fan, draw_met, fan_key
from tracker.charts.geometry import Box, Panel, Place, columns, steps
from tracker.charts.lines import Lines
from tracker.charts.plot import (
    KeyEntry,
    draw_as_of,
    draw_days,
    draw_values,
    panel_in,
)
from tracker.charts.sheet import Pen
from tracker.charts.style import (
    BAND,
    CHECKPOINT_MARK,
    EVIDENCE_MARKS,
    GOAL_MARK,
    GOAL_MARK_DOWN,
    INK,
    PALE,
    RESTATED_MARK,
    SOFT,
    Mark,
    accent,
)
from tracker.charts.surface import Surface
from tracker.charts.words import put
from tracker.domain import Actual, Direction, Evidence, Measure
from tracker.progress.status import Status
from tracker.progress.totals import names_only
from tracker.reports.words import word

PLAN = Pen(SOFT, 1.7, (4.5, 2.2), over=3)
FIRST = Pen(PALE, 1.4, (1.2, 1.6), over=2)
SCOPE = Pen(INK, 1.5, over=2)
QUOTA = Pen(INK, 2.4, over=3)
_RUNNING, _OUTLINE = 3.0, 5.2
# So many marks have room in full size; more of them shrink to this part of it.
_ROOMY, _LEAST_MARK = 40, 0.45


def draw_burn_up(
    sheet: Surface, room: Box, status: Status, lines: Lines, lang: str
) -> int:
    """Draw a burn-up in a room; gives how many labels found no place."""
    low, high = lines.range(status)
    panel = panel_in(sheet, room, lines.days, low, high, lang)
    _draw_band(sheet, panel, status, lines)
    draw_fan(sheet, panel, lines.fan)
    draw_values(sheet, panel, lang)
    draw_days(sheet, panel, lang)
    draw_lines(sheet, panel, status, lines)
    _draw_due(sheet, panel, status, lines)
    draw_evidence(sheet, panel, status)
    draw_met(sheet, panel, lines.met)
    draw_as_of(sheet, panel, status.as_of, lines.days.beyond, lang)
    return draw_labels(sheet, panel, status, lines, lang)


def key_of(status: Status, lines: Lines, lang: str) -> Iterator[KeyEntry]:
    """What the lines, bands and marks of a burn-up mean, only of those it has."""
    if lines.running:
        line, outline = running_pens(status)
        yield KeyEntry(word("actual", lang), line, outline)
    yield from evidence_key(status.counting, lang)
    if lines.plan:
        yield KeyEntry(word("plan", lang), PLAN)
    if lines.due:
        yield KeyEntry(word("checkpoint", lang), mark=CHECKPOINT_MARK)
    if status.periods:
        yield KeyEntry(word("quota", lang), QUOTA)
    if lines.first:
        yield KeyEntry(put("first-plan", lang), FIRST)
    yield KeyEntry(word("goal", lang), SCOPE)
    yield from fan_key(lines.fan, lang)
    if status.now.statement.measure is Measure.LEVEL:
        held = status.now.statement.held
        yield KeyEntry(put("holds" if held else "corridor", lang), band=BAND)


def evidence_key(actuals: Iterable[Actual], lang: str) -> Iterator[KeyEntry]:
    """The marks that occur, each with what it says of its evidence."""
    found = {each.evidence for each in actuals if not names_only(each)}
    for evidence in Evidence:
        if evidence in found:
            yield KeyEntry(word(evidence, lang), mark=EVIDENCE_MARKS[evidence])


def running_pens(status: Status) -> tuple[Pen, Pen]:
    """The line of the running total, and the outline beneath it."""
    colours, part = accent(status.rating), _crowding(status)
    outline = _OUTLINE * part if colours.edge != colours.fill else 0.0
    line = Pen(colours.fill, _RUNNING * part, over=5)
    return line, Pen(colours.edge, outline, over=4)


def draw_evidence(sheet: Surface, panel: Panel, status: Status) -> None:
    """A mark for each actual whose shape tells its evidence."""
    colours = accent(status.rating)
    places: dict[Evidence, list[Place]] = defaultdict(list)
    for point in status.points:
        places[point.actual.evidence].append(Place(point.on, point.total))
    part = _crowding(status)
    for evidence in Evidence:
        if places[evidence]:
            mark = EVIDENCE_MARKS[evidence]
            small = Mark(mark.shape, mark.fill, mark.size * part)
            width = max(1.6 * part, 0.9)
            pen = Pen(colours.edge, width, over=7, fill=colours.fill)
            at = columns(places[evidence])
            sheet.marks(f"actuals-{evidence}", at, small, pen, panel)


def _crowding(status: Status) -> float:
    """The part of their size that marks keep where there are many."""
    return max(_LEAST_MARK, min(1.0, math.sqrt(_ROOMY / max(len(status.points), 1))))


def _draw_band(sheet: Surface, panel: Panel, status: Status, lines: Lines) -> None:
    """The corridor of a level, or for one that is held the side that meets it."""
    statement = status.now.statement
    if statement.measure is not Measure.LEVEL:
        return
    other = statement.start
    if statement.held:
        falls = statement.direction is Direction.DECREASE
        other = panel.low if falls else panel.high
    y0, y1 = sorted((panel.y(status.now.goal), panel.y(other)))
    left, right = panel.x(lines.since), panel.x(lines.until)
    sheet.rectangle(Box(left, y0, right, y1), BAND, over=-1)


def draw_lines(
    sheet: Surface, panel: Panel, status: Status, lines: Lines, *, cut: bool = False
) -> None:
    """Plans, scope and running total; what lies beyond the panel may be cut off."""
    pen, outline = running_pens(status)
    lead = outline.colour if outline.width else pen.colour
    for name, line, its in (
        ("first-plan", lines.first, FIRST),
        ("scope", lines.scope, SCOPE),
        ("plan", lines.plan, PLAN),
        ("lead-in", lines.lead, Pen(lead, 1.0, over=pen.over, stepped=True)),
        ("", steps(lines.running) if outline.width else [], outline),
        ("running-total", lines.running, replace(pen, stepped=True)),
    ):
        if line:
            sheet.line(name, columns(line), its, panel, cut=cut)


def _draw_due(sheet: Surface, panel: Panel, status: Status, lines: Lines) -> None:
    """The checkpoints on their plans, and the goals on their days."""
    for name, due, pen in (
        ("first-checkpoints", lines.first_due, Pen(PALE, 1.6, over=3)),
        ("checkpoints", lines.due, Pen(SOFT, 2.2, over=4)),
    ):
        if due:
            at = columns(Place(each.by, each.value) for each in due)
            sheet.marks(name, at, CHECKPOINT_MARK, pen, panel)
    _draw_restated(sheet, panel, lines)
    now = status.now
    falls = now.statement.direction is Direction.DECREASE
    mark = GOAL_MARK_DOWN if falls else GOAL_MARK
    if lines.first_goal:
        hollow = Mark(mark.shape, "none", mark.size)
        _draw_goal(sheet, panel, "first-goal", lines.first_goal, hollow, PALE)
    if now.due:
        _draw_goal(sheet, panel, "goal", Place(now.due, now.goal), mark, INK)


def _draw_restated(sheet: Surface, panel: Panel, lines: Lines) -> None:
    """A mark on the scope line where the goal was stated anew, be it the same."""
    if lines.restated:
        pen = Pen(INK, 1.3, over=4)
        sheet.marks("restated", columns(lines.restated), RESTATED_MARK, pen, panel)


def _draw_goal(
    sheet: Surface, panel: Panel, name: str, place: Place, mark: Mark, ink: str
) -> None:
    pen = Pen(ink, 1.4, over=6, fill=ink)
    sheet.marks(name, columns([place]), mark, pen, panel)
