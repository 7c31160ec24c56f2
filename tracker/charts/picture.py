"""The picture of one target on a sheet, whatever its measure."""

from __future__ import annotations

from tracker.charts import milestone
from tracker.charts.burnup import draw_burn_up, key_of
from tracker.charts.digest import data_digest
from tracker.charts.frame import Heading, draw_frame
from tracker.charts.lines import lines_of
from tracker.charts.notes import (
    fan_note,
    forecast_note,
    sources,
    stamp,
    why_no_forecast,
)
from tracker.charts.plot import draw_key
from tracker.charts.quotas import draw_quotas
from tracker.charts.sheet import Sheet
from tracker.charts.words import put
from tracker.domain import Measure
from tracker.progress.status import Status
from tracker.reports.findings import finding
from tracker.reports.words import title_of, unit_name

# Each drawing with a note takes a line from the panel, and may lose more labels.
_MOST_TRIES = 3
# From this height on there is room to say why there is no forecast, in units.
_ROOMY = 450.0


def draw_target(
    sheet: Sheet, status: Status, lang: str, head: str | None = None
) -> None:
    """Draw one target; says under the picture how many labels had no room.

    Args:
        head: The digest over the ends of all ledgers; None leaves it out.
    """
    digits = stamp(status.as_of, data_digest([status]), lang, head)
    missing = 0
    for _ in range(_MOST_TRIES):
        sheet.clear()
        found = _draw(sheet, status, lang, digits, missing)
        if found <= missing:
            return
        missing = found


def title_and_finding(status: Status, lang: str) -> tuple[str, str]:
    """The two sentences of a picture, in full."""
    target = status.target
    return title_of(target.key, target.labels, lang), finding(status, lang)


def alternative_text(status: Status, lang: str) -> tuple[str, str]:
    """What a picture says in words: its title, then its finding and its forecast."""
    title, sentence = title_and_finding(status, lang)
    return title, "\n".join([sentence, *forecast_note(status, lang)])


def _draw(sheet: Sheet, status: Status, lang: str, digits: str, missing: int) -> int:
    title, sentence = title_and_finding(status, lang)
    lines, measure = lines_of(status), status.target.measure
    notes = [*sources(status, lang), *fan_note(lines.fan_ends, lang)]
    if sheet.height >= _ROOMY:
        notes += why_no_forecast(status, lang)
    if missing:
        notes.append(put("unlabelled", lang, count=str(missing)))
    room = draw_frame(
        sheet,
        Heading(
            title=title,
            finding=sentence,
            rating=status.rating,
            sources=notes,
            stamp=digits,
        ),
    )
    if measure is Measure.MILESTONE:
        top = draw_key(sheet, room, "", list(milestone.key_of(status, lang)))
        below = room._replace(y1=top)
        return milestone.draw_time_line(sheet, below, status, lines, lang)
    unit = unit_name(status.now.statement.unit, lang)
    top = draw_key(sheet, room, unit, list(key_of(status, lines, lang)))
    draw = draw_quotas if measure is Measure.PERIODIC else draw_burn_up
    return draw(sheet, room._replace(y1=top), status, lines, lang)
