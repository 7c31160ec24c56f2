"""The page of one target: finding, burn-up, figures, notes, what is due."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tracker.charts.column import Column, Entry
from tracker.charts.frame import draw_badge
from tracker.charts.geometry import Box
from tracker.charts.inline import MILESTONE_HEIGHT, draw_alone
from tracker.charts.leaf import Leaf
from tracker.charts.lines import lines_of
from tracker.charts.setting import fitted, write_down
from tracker.charts.style import INK, QUIET, SOFT, accent
from tracker.domain import Measure
from tracker.progress.changes import Change
from tracker.progress.due import Due
from tracker.progress.status import Status
from tracker.publish.pack_frame import Pack, capital
from tracker.reports import stocktake
from tracker.reports.findings import finding, reason
from tracker.reports.parts import parts_reason
from tracker.reports.phrases import say
from tracker.reports.report import stale_note
from tracker.reports.stocktake_figures import figures, parts
from tracker.reports.words import title_of

_BADGE = 26.0
_TITLES, _FINDINGS = (17.0, 15.0, 13.0), (11.5, 10.5, 9.5)
# The burn-up takes two thirds of the width; its units are so many to a point.
_CHART, _BETWEEN, _SCALE = 0.66, 22.0, 0.68
# So much of the page is kept for the notes below the burn-up, with a gap between.
_LEAST_NOTES, _MOST_NOTES, _APART = 40.0, 150.0, 10.0
_LABEL, _DAY = 92.0, 62.0


class Told(NamedTuple):
    """What a page is made from.

    Attributes:
        change: What changed since the earlier report.
        dues: What is overdue, and what comes next.
    """

    status: Status
    change: Change
    dues: tuple[Due, ...]


def target_page(told: Told, pack: Pack) -> Leaf:
    """The page of a target; what has no room on it is counted."""
    status = told.status
    leaf, room = pack.leaf()
    body = room._replace(y1=_heading(leaf, room, status, pack.lang) - 8)
    edge = room.x0 + room.width * _CHART
    below = Column(leaf, body._replace(x1=edge))
    notes = pack.entries(stocktake.notes(status, pack.lang), most=4)
    kept = min(max(below.needs(notes, _DAY), _LEAST_NOTES), _MOST_NOTES) + _APART
    below.top = _burn_up(leaf, below.box, kept, status, pack.lang) - _APART
    _notes(below, notes, told.status, pack)
    _figures(Column(leaf, body._replace(x0=edge + _BETWEEN)), told, pack)
    pack.foot(leaf, pack.places[status.target.key])
    return leaf


def _heading(leaf: Leaf, room: Box, status: Status, lang: str) -> float:
    """Badge, title, finding and reason; gives their lower edge."""
    target = status.target
    draw_badge(leaf, status.rating, room.x0, room.y1 - _BADGE, _BADGE)
    left = room.x0 + _BADGE + 10
    width = room.x1 - left
    title = title_of(target.key, target.labels, lang)
    lines, size = fitted(leaf, title, _TITLES, width, bold=True)
    top = write_down(leaf, lines, (left, room.y1), size, INK, bold=True)
    said = finding(status, lang, stale_note(status, lang))
    lines, size = fitted(leaf, said, _FINDINGS, width, most=3)
    top = write_down(leaf, lines, (left, top), size, accent(status.rating).text)
    known = status.actual is not None
    why = parts_reason(status, lang) or reason(status.now, lang, reported=known)
    lines, size = fitted(leaf, f"{capital(why)}.", (9.0,), width)
    return write_down(leaf, lines, (left, top), size, SOFT)


def _burn_up(leaf: Leaf, box: Box, kept: float, status: Status, lang: str) -> float:
    """The burn-up in a box, but for what is kept at its foot; gives its lower edge."""
    height = box.height - kept
    if status.target.measure is Measure.MILESTONE:
        height = min(height, MILESTONE_HEIGHT * _SCALE)
    chart = Leaf(box.width / _SCALE, height / _SCALE)
    draw_alone(chart, chart.height, status, lines_of(status), lang)
    leaf.place(chart, box.x0, box.y1 - height, _SCALE)
    return box.y1 - height


def _notes(column: Column, notes: Sequence[Entry], status: Status, pack: Pack) -> None:
    column.head(say("pack-notes", pack.lang))
    if not notes:
        none = "pack-no-notes" if status.actual else "site-no-actuals"
        column.words(say(none, pack.lang), 9.0, QUIET, most=1)
    column.entries(notes, pack.more, _DAY)


def _figures(column: Column, told: Told, pack: Pack) -> None:
    """The figures, as far as they leave room for what is due and the parts."""
    lang, status = pack.lang, told.status
    dues = pack.entries(stocktake.due_of_one(told.dues, lang))
    found = pack.entries(parts(status, lang))
    lower = column.needs(dues, _DAY) + _APART
    if found:
        lower += column.needs(found) + _APART
    lower = min(lower, column.box.height / 2)
    upper = Column(column.leaf, column.box._replace(y0=column.box.y0 + lower))
    upper.head(say("pack-figures", lang))
    known = stocktake.known_how(told.change, lang)
    named = figures(status, told.change.then, lang, known)
    upper.entries(pack.entries(named, most=3), pack.more, _LABEL)
    column.top = upper.top - _APART
    column.head(say("pack-next", lang))
    if not dues:
        column.words(pack.nothing_due, 9.0, QUIET, most=1)
    column.entries(dues, pack.more, _DAY)
    column.top -= _APART
    if found and column.head(capital(say("parts", lang))):
        column.entries(found, pack.more)
