"""The first page of the pack: what stands how, what moved, what falls due."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.charts.column import SMALL, Column, Entry
from tracker.charts.geometry import Box
from tracker.charts.leaf import Leaf
from tracker.charts.style import INK, QUIET, SOFT
from tracker.periods import STOCKTAKE
from tracker.progress.changes import Change
from tracker.progress.due import Due, due_by
from tracker.publish.content import Content
from tracker.publish.pack_frame import Pack, capital
from tracker.reports import stocktake
from tracker.reports.league import By
from tracker.reports.phrases import say
from tracker.reports.report import summary
from tracker.reports.words import by_day, long_day

_BETWEEN = 22.0
_APART = 10.0
_DAY = 62.0


def summary_page(content: Content, pack: Pack) -> Leaf:
    """The summary on one page; what has no room is counted."""
    leaf, room = pack.leaf()
    top = Column(leaf, room)
    top.words(pack.title, 17.0, INK, most=2, bold=True)
    top.words(capital(summary(content.statuses, pack.lang)), 10.0, SOFT, most=2)
    width = (room.width - 2 * _BETWEEN) / 3
    left, middle, right = (
        Column(leaf, Box(x, room.y0, x + width, top.top - _APART))
        for x in (room.x0 + place * (width + _BETWEEN) for place in range(3))
    )
    in_order = sorted(content.changes, key=lambda each: _place(each, pack))
    _standing(left, content, in_order, pack)
    _moved(middle, in_order, pack)
    _due(right, content, pack)
    pack.foot(leaf, 1)
    return leaf


def _standing(
    column: Column, content: Content, changes: Sequence[Change], pack: Pack
) -> None:
    edition, lang = content.edition, pack.lang
    column.head(say("pack-stand", lang))
    table = stocktake.ratings_table(changes, edition.as_of, edition.since, lang)
    column.table(table, pack.more)
    for by in (By.PROGRAMME, By.OWNER, By.AREA):
        league = stocktake.league_table(content.statuses, by, lang)
        column.top -= _APART
        if league and column.head(say(f"site-by-{by}", lang)):
            column.table(league, pack.more)


def _moved(column: Column, changes: Sequence[Change], pack: Pack) -> None:
    lang, since = pack.lang, long_day(pack.edition.since, pack.lang)
    told = stocktake.came_in(changes, lang)
    column.head(say("changed-since", lang, since=since), told)
    # What the earlier report is goes without saying where it is as it was known.
    if any(each.recorded_since for each in changes):
        compared = stocktake.compared(changes, pack.edition.since, lang)
        column.words(compared, SMALL, QUIET, most=7)
        column.top -= 3
    found = stocktake.moved(changes, lang)
    if not found:
        column.words(say("pack-still", lang), 9.0, QUIET, most=1)
    column.entries(pack.entries(found), pack.more)


def _due(column: Column, content: Content, pack: Pack) -> None:
    """What is to come; what is overdue has as much of the lower half as it needs."""
    lang, until = pack.lang, STOCKTAKE.after(content.edition.as_of)
    dues = due_by(content.statuses, until)
    overdue = _entries([each for each in dues if each.overdue], pack)
    coming = _entries([each for each in dues if not each.overdue], pack)
    lower = 0.0
    if overdue:
        lower = min(column.needs(overdue, _DAY) + _APART, column.box.height / 2)
    upper = Column(column.leaf, column.box._replace(y0=column.box.y0 + lower))
    upper.head(say("pack-due", lang, by=by_day(until, lang)))
    if not coming:
        upper.words(pack.nothing_due, 9.0, QUIET, most=1)
    upper.entries(coming, pack.more, _DAY)
    if overdue:
        column.top = upper.top - _APART
        column.head(capital(say("overdue", lang)))
        column.entries(overdue, pack.more, _DAY)


def _entries(dues: Sequence[Due], pack: Pack) -> list[Entry]:
    return pack.entries(stocktake.falling_due(dues, pack.lang))


def _place(change: Change, pack: Pack) -> int:
    return pack.places[change.now.target.key]
