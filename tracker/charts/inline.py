"""The burn-up of one target for a page: a wide drawing and a narrow one."""

from __future__ import annotations

from typing import NamedTuple

from tracker.charts import milestone
from tracker.charts.burnup import draw_burn_up, key_of
from tracker.charts.geometry import Box
from tracker.charts.lines import Lines
from tracker.charts.picture import alternative_text
from tracker.charts.plot import draw_key
from tracker.charts.quotas import draw_quotas
from tracker.charts.surface import Surface
from tracker.charts.svg import SvgSheet
from tracker.domain import Measure
from tracker.progress.status import Status
from tracker.reports.words import unit_name

# Units are pixels of a page at its usual size.
WIDE, NARROW = (880, 400), (330, 430)
MILESTONE_HEIGHT = 170


class Inline(NamedTuple):
    """The two drawings of one target as SVG elements."""

    wide: str
    narrow: str


def inline(status: Status, lines: Lines, lang: str) -> Inline:
    """The burn-up of a target, whatever its kind.

    Args:
        lines: Of the status; they are the same in every language.
    """
    return Inline(
        _drawn("wide", WIDE, status, lines, lang),
        _drawn("narrow", NARROW, status, lines, lang),
    )


def _drawn(
    name: str, size: tuple[int, int], status: Status, lines: Lines, lang: str
) -> str:
    width, height = size
    is_milestone = status.target.measure is Measure.MILESTONE
    sheet = SvgSheet(width, MILESTONE_HEIGHT if is_milestone else height)
    draw_alone(sheet, sheet.height, status, lines, lang)
    return sheet.svg(name, *alternative_text(status, lang))


def draw_alone(
    sheet: Surface, height: float, status: Status, lines: Lines, lang: str
) -> None:
    """Draw a burn-up and its key over a whole sheet, without any heading."""
    room = Box(4, 4, sheet.width - 8, height - 2)
    if status.target.measure is Measure.MILESTONE:
        top = draw_key(sheet, room, "", list(milestone.key_of(status, lang)))
        room = room._replace(y1=top)
        milestone.draw_time_line(sheet, room, status, lines, lang)
    else:
        unit = unit_name(status.now.statement.unit, lang)
        top = draw_key(sheet, room, unit, list(key_of(status, lines, lang)))
        periodic = status.target.measure is Measure.PERIODIC
        draw = draw_quotas if periodic else draw_burn_up
        draw(sheet, room._replace(y1=top), status, lines, lang)
