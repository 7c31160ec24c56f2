"""The forecast of a burn-up: two bands and their median, from the data day on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from tracker.charts.geometry import Panel, Place, columns
from tracker.charts.plot import KeyEntry
from tracker.charts.series import Reach, is_foretold, median_day
from tracker.charts.sheet import Pen
from tracker.charts.style import FAN_50, FAN_80, FORECAST, MEDIAN_MARK
from tracker.charts.surface import Surface
from tracker.charts.words import put
from tracker.domain import Direction
from tracker.progress.forecasts import FanDay, Spread, fan
from tracker.progress.status import Status
from tracker.reports.numbers import percent

MEDIAN = Pen(FORECAST, 1.8, over=2)

Quantile = Callable[[Spread], float]
_BANDS: tuple[tuple[str, str, Quantile, Quantile], ...] = (
    ("fan-80", FAN_80, lambda each: each.p10, lambda each: each.p90),
    ("fan-50", FAN_50, lambda each: each.p25, lambda each: each.p75),
)


def fan_of(status: Status, days: Reach) -> tuple[FanDay, ...]:
    """The fan from the data day to the goal day, or to the median day if that is later.

    Without a goal day to the edge of the picture, but not beyond its horizon. Empty
    where nothing is forecast.
    """
    forecast = status.forecast
    if forecast is None or not is_foretold(status):
        return ()
    end = min(status.now.due or forecast.horizon or days.last, days.last)
    met = met_place(status, days)
    return fan(status, until=max(end, met.on) if met else end)


def legible(
    points: Sequence[FanDay],
    status: Status,
    span: tuple[float, float],
    met: date | None,
) -> tuple[FanDay, ...]:
    """A fan up to the day on which its inner band leaves the picture.

    From there on it would cover goal and plan and say nothing of either. The median is
    followed to its day all the same.

    Args:
        span: The lowest and the highest value shown.
        met: The day on which the median reaches the goal.
    """
    falls = status.now.statement.direction is Direction.DECREASE
    for count, (on, spread) in enumerate(points, start=1):
        out = spread.p25 < span[0] if falls else spread.p75 > span[1]
        if out and (met is None or on >= met):
            return tuple(points[:count])
    return tuple(points)


def met_place(status: Status, days: Reach) -> Place | None:
    """Where the median reaches the goal; None where the picture does not show it."""
    day = median_day(status)
    return Place(day, status.now.goal) if day and day <= days.last else None


def draw_fan(sheet: Surface, panel: Panel, points: Sequence[FanDay]) -> None:
    """The two bands, the wider beneath, and the median line in them."""
    if not points:
        return
    for name, fill, lower, upper in _BANDS:
        there, back = quantile(points, lower), quantile(points, upper)[::-1]
        sheet.area(name, columns([*there, *back]), fill, panel, over=0)
    sheet.line("median", columns(median(points)), MEDIAN, panel, cut=True)


def draw_met(sheet: Surface, panel: Panel, met: Place | None) -> None:
    """A mark where the median reaches the goal."""
    if met:
        pen = Pen(FORECAST, 1.2, over=6, fill=FORECAST)
        sheet.marks("median-day", columns([met]), MEDIAN_MARK, pen, panel)


def median(points: Sequence[FanDay]) -> list[Place]:
    """The middle line of a fan."""
    return quantile(points, lambda each: each.p50)


def edges(points: Sequence[FanDay]) -> Iterator[list[Place]]:
    """The lower and the upper line of each band, and the upright one at its end."""
    for _, _, lower, upper in _BANDS:
        yield quantile(points, lower)
        yield quantile(points, upper)
        yield [*quantile(points[-1:], lower), *quantile(points[-1:], upper)]


def quantile(points: Sequence[FanDay], of: Quantile) -> list[Place]:
    """One of the five lines of a fan."""
    return [Place(each.on, of(each.spread)) for each in points]


def fan_key(points: Sequence[FanDay], lang: str) -> Iterator[KeyEntry]:
    """What the bands and the line of a fan mean: a small fan."""
    if points:
        inner, outer = percent(0.5, lang), percent(0.8, lang)
        text = put("fan", lang, inner=inner, outer=outer)
        yield KeyEntry(text, MEDIAN, band=FAN_80, inner=FAN_50)
