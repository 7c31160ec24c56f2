"""Small multiples: a small burn-up for each target of each group, on one scale.

Groups come with the worst first, as in the league table, and so do the targets of
one group. Values are shares of each target's own goal, so that a region of three
schools and one of thirty are held to what each promised, whatever they count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tracker.charts.burnup import FIRST, PLAN, SCOPE
from tracker.charts.digest import data_digest
from tracker.charts.fan import fan_key
from tracker.charts.frame import Heading, draw_frame
from tracker.charts.geometry import Box, Panel
from tracker.charts.lines import Lines, lines_of
from tracker.charts.notes import stamp
from tracker.charts.overview import ranked
from tracker.charts.plot import KeyEntry, draw_key
from tracker.charts.shares import as_shares, common_range
from tracker.charts.sheet import Pen, Sheet, clean
from tracker.charts.style import QUIET, UNKNOWN
from tracker.charts.tile import (
    AXIS,
    MARKED,
    PANEL,
    SMALL,
    Tile,
    draw_panel,
    draw_words,
    height_of,
    words_of,
)
from tracker.charts.words import put
from tracker.progress.status import Status
from tracker.reports.findings import finding
from tracker.reports.league import By, groups
from tracker.reports.numbers import percent
from tracker.reports.phrases import say
from tracker.reports.report import summary
from tracker.reports.words import TARGETS, counted, title_of, word

# A page of more panels is no longer read.
MOST_TILES = 60
# No panel is narrower, none wider; between two panels; left of a row for its shares.
_NARROWEST, _WIDEST, _BETWEEN, _GUTTER = 200.0, 440.0, 20.0, 40.0
_BELOW = 16.0


class Page(NamedTuple):
    """What a page of small multiples shows, and how.

    Attributes:
        tiles: At least one, in the order in which they are read.
        left_out: So many more have no room.
        of_none: So many belong to no group.
        titled: Whether the title of each target stands above its panel.
    """

    by: By
    tiles: tuple[Tile, ...]
    left_out: int
    of_none: int
    titled: bool


def page_of(statuses: Sequence[Status], by: By, lang: str) -> Page | None:
    """The page of the targets that belong to a group; None where there is none."""
    named = [each for each in groups(statuses, by, lang) if each.key is not None]
    tiles = [_tile(g.name, one, lang) for g in named for one in ranked(g.statuses)]
    if not tiles:
        return None
    shown = tuple(tiles[:MOST_TILES])
    titles = {each.title for each in shown}
    return Page(
        by,
        shown,
        left_out=len(tiles) - len(shown),
        of_none=len(statuses) - len(tiles),
        titled=len(titles) > 1,
    )


def _tile(name: str, status: Status, lang: str) -> Tile:
    """A target whose title need not repeat the name that stands above it."""
    title = title_of(status.target.key, status.target.labels, lang)
    return Tile(name, title.removesuffix(f", {name}"), status)


def multiples_title(page: Page, lang: str) -> tuple[str, str]:
    """What the page is about, and how many of its targets have each rating.

    Where all share a title that comes first, and how they are grouped after it.
    """
    grouped = f"{put(f'by-{page.by}', lang)}, {say('worst-first', lang)}"
    grouped = grouped[:1].upper() + grouped[1:]
    counts = summary([each.status for each in page.tiles], lang)
    if page.titled:
        return grouped, counts
    return page.tiles[0].title, f"{grouped}; {counts}"


def multiples_text(page: Page, lang: str) -> str:
    """What the page says, a line for each panel: its alternative text."""
    lines = [multiples_title(page, lang)[1]]
    for each in page.tiles:
        title = f", {each.title}" if page.titled else ""
        lines.append(f"{each.name}{title}: {finding(each.status, lang)}")
    return "\n".join(lines)


def draw_multiples(
    sheet: Sheet, page: Page, lang: str, head: str | None = None
) -> float:
    """Draw the page; gives by how much the sheet is too low, 0 if it is not.

    Args:
        head: The digest over the ends of all ledgers; None leaves it out.
    """
    sheet.clear()
    statuses = [each.status for each in page.tiles]
    notes = [put("scale", lang, none=percent(0, lang), all=percent(1, lang))]
    if page.left_out:
        notes.append(put("more", lang, count=str(page.left_out)))
    if page.of_none:
        count = counted(page.of_none, TARGETS, lang)
        notes.append(put(f"without-{page.by}", lang, targets=count))
    title, sentence = multiples_title(page, lang)
    heading = Heading(
        title=title,
        finding=sentence,
        rating=None,
        sources=notes,
        stamp=stamp(statuses[0].as_of, data_digest(_by_key(statuses)), lang, head),
    )
    room = draw_frame(sheet, heading)
    every = [as_shares(each, lines_of(each)) for each in statuses]
    unit, entries = put("share-of-goal", lang), list(_key(every, lang))
    top = draw_key(sheet, room, unit, entries) - 8
    bottom = _draw_tiles(sheet, room._replace(y1=top), page, every, lang)
    return max(room.y0 - bottom, 0.0)


def _draw_tiles(
    sheet: Sheet, room: Box, page: Page, every: Sequence[Lines], lang: str
) -> float:
    """Draw the panels row by row, each as high as its words need; gives the bottom."""
    inner = room._replace(x0=room.x0 + _GUTTER)
    most = max(int((inner.width + _BETWEEN) / (_NARROWEST + _BETWEEN)), 1)
    count = min(most, len(page.tiles))
    wide = min((inner.width - _BETWEEN * (count - 1)) / count, _WIDEST)
    frame = _Frame(
        first=min(each.days.first for each in every),
        last=max(each.days.last for each in every),
        span=common_range(every),
    )
    top = room.y1
    for start in range(0, len(page.tiles), count):
        row = page.tiles[start : start + count]
        words = [words_of(sheet, x, wide, lang, titled=page.titled) for x in row]
        head = max(map(height_of, words))
        for place, (tile, said) in enumerate(zip(row, words, strict=True)):
            left = inner.x0 + place * (wide + _BETWEEN)
            box = Box(left, top - head - PANEL, left + wide, top)
            draw_words(sheet, box, tile, said)
            panel = frame.panel(box._replace(y1=box.y0 + PANEL))
            draw_panel(sheet, panel, tile.status, every[start + place], lang)
        _draw_shares(sheet, room.x0, frame.panel(box._replace(y1=box.y0 + PANEL)), lang)
        top -= head + PANEL + AXIS + _BELOW
    return top + _BELOW


class _Frame(NamedTuple):
    """The scale that all panels share."""

    first: date
    last: date
    span: tuple[float, float]

    def panel(self, box: Box) -> Panel:
        return Panel(box, self.first, self.last, *self.span)


def _draw_shares(sheet: Sheet, left: float, panel: Panel, lang: str) -> None:
    """The shares at the left of a row."""
    for share in MARKED:
        text = clean(percent(share, lang))
        x = left + _GUTTER - 6 - sheet.size(text, SMALL).width
        sheet.text(x, panel.y(share) - SMALL * 0.36, text, SMALL, QUIET)


def _key(every: Sequence[Lines], lang: str) -> Iterator[KeyEntry]:
    """What the lines mean, only of those that occur."""
    if any(each.running for each in every):
        yield KeyEntry(word("actual", lang), Pen(UNKNOWN, 3.0))
    if any(each.plan for each in every):
        yield KeyEntry(word("plan", lang), PLAN)
    if any(each.first for each in every):
        yield KeyEntry(put("first-plan", lang), FIRST)
    yield KeyEntry(word("goal", lang), SCOPE)
    yield from fan_key([day for each in every for day in each.fan], lang)


def _by_key(statuses: Sequence[Status]) -> list[Status]:
    """In an order that no language changes."""
    return sorted(statuses, key=lambda each: each.target.key)
