"""All targets on one page, the one most days behind first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracker.charts.digest import data_digest
from tracker.charts.frame import Heading, draw_badge, draw_frame
from tracker.charts.geometry import Box
from tracker.charts.notes import stamp
from tracker.charts.row import ROW, draw_row
from tracker.charts.setting import wrapped, write_down
from tracker.charts.sheet import Sheet, clean
from tracker.charts.style import GRID, KEY, QUIET, SOFT
from tracker.charts.words import put
from tracker.progress.rating import Rating
from tracker.progress.status import Status
from tracker.reports.findings import finding
from tracker.reports.report import summary
from tracker.reports.words import title_of, word

# A page of more rows is no longer read; the rest is best looked at one by one.
MOST_ROWS = 60
_AROUND = 152.0  # heading, key and footer, in units
_BADGE = 17.0


def ranked(statuses: Sequence[Status]) -> list[Status]:
    """Most days behind first; those without days after them, in the order given."""

    def rank(status: Status) -> tuple[bool, int]:
        days = status.now.days_ahead
        return days is None, days or 0

    return sorted(statuses, key=rank)


def overview_height(count: int) -> float:
    """The height an overview of so many targets needs, in units."""
    return _AROUND + ROW * min(count, MOST_ROWS)


def draw_overview(
    sheet: Sheet, statuses: Sequence[Status], lang: str, head: str | None = None
) -> float:
    """Draw the overview; gives by how much the sheet is too low, 0 if it is not.

    Args:
        statuses: One or more, all as of the same day.
        head: The digest over the ends of all ledgers; None leaves it out.
    """
    sheet.clear()
    title, sentence = overview_title(statuses, lang)
    shown = ranked(statuses)[:MOST_ROWS]
    left_out = len(statuses) - len(shown)
    notes = [put("not-shown", lang, count=str(left_out))] if left_out else []
    # The rows show no forecast.
    digest = data_digest([replace(each, forecast=None) for each in statuses])
    heading = Heading(
        title=title,
        finding=sentence,
        rating=None,
        sources=notes,
        stamp=stamp(statuses[0].as_of, digest, lang, head),
    )
    room = draw_frame(sheet, heading)
    top = _draw_key(sheet, room, statuses, lang)
    for place, status in enumerate(shown):
        upper = top - place * ROW
        row = Box(room.x0, upper - ROW, room.x1, upper)
        sheet.rectangle(Box(row.x0, upper - 0.5, row.x1, upper + 0.5), GRID, over=0)
        draw_row(sheet, row, status, lang)
    return max(room.y0 - (top - len(shown) * ROW), 0.0)


def overview_title(statuses: Sequence[Status], lang: str) -> tuple[str, str]:
    """The title, and how many targets have each rating."""
    return word("overview", lang), summary(statuses, lang)


def overview_text(statuses: Sequence[Status], lang: str) -> str:
    """What the overview says, a line for each target: its alternative text."""
    lines = [overview_title(statuses, lang)[1]]
    for each in ranked(statuses)[:MOST_ROWS]:
        title = title_of(each.target.key, each.target.labels, lang)
        lines.append(f"{title}: {finding(each, lang)}")
    return "\n".join(lines)


def _draw_key(sheet: Sheet, room: Box, statuses: Sequence[Status], lang: str) -> float:
    """The ratings that occur, and how to read a bar; gives the lower edge."""
    found = {each.rating for each in statuses}
    x, y = room.x0, room.y1 - _BADGE
    for rating in (each for each in Rating if each in found):
        text = clean(word(rating, lang))
        width = _BADGE + 6 + sheet.size(text, KEY).width
        if x > room.x0 and x + width > room.x1:
            x, y = room.x0, y - _BADGE - 6
        draw_badge(sheet, rating, x, y, _BADGE)
        sheet.text(x + _BADGE + 6, y + _BADGE / 2 - KEY * 0.36, text, KEY, SOFT)
        x += width + 22
    lines = wrapped(sheet, put("bar-key", lang), KEY, room.width)
    return write_down(sheet, lines, (room.x0, y - 10), KEY, QUIET) - 8
