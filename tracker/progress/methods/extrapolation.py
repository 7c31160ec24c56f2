"""The weather symbols of Destatis: where the last years lead to by the target year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from tracker.progress.methods.rounding import fraction
from tracker.progress.methods.why import Why

# The trend is that of so many points, and of no fewer than the least. Parts of the
# way that may be missing in the target year. Source: Destatis, indicator reports on
# the German sustainable development strategy.
POINTS, LEAST_POINTS = 6, 4
LITTLE, MUCH = Fraction(5, 100), Fraction(20, 100)


class Symbol(StrEnum):
    """The publisher's symbols, from best to worst."""

    SUN = "sun"
    SLIGHTLY_CLOUDY = "slightly-cloudy"
    CLOUD = "cloud"
    THUNDERSTORM = "thunderstorm"


@dataclass(frozen=True)
class Extrapolation:
    """The symbol of a series.

    Attributes:
        change: s, the mean change a year.
        miss: The part of the way from the latest value to the target that will be
            missing in the target year; negative beyond the target. None for a
            constant target and one already met.
        reason: Why there is no symbol; None where there is one.
    """

    symbol: Symbol | None
    change: float | None = None
    miss: float | None = None
    reason: Why | None = None


def extrapolation(
    series: Sequence[tuple[float, float]],
    target: float,
    target_year: float | None = None,
    *,
    increase: bool = True,
) -> Extrapolation:
    """The symbol of a series of yearly values.

    s is the mean of the last five annual changes, the change from the first to the
    last of the last six points by the years between them: a gap counts as the years
    it spans. hyp = yi + s (tT - ti); miss = (yT - hyp) / (yT - yi).
    Source: Destatis.

    Args:
        series: Years of any origin with their values, in increasing order of years.
        target_year: None for a target that holds in every year.
    """
    if len(series) < LEAST_POINTS:
        return Extrapolation(None, reason=Why.FEW_YEARS)
    points = series[-POINTS:]
    first_year, first = map(fraction, points[0])
    year, latest = map(fraction, points[-1])
    change = (latest - first) / (year - first_year)
    aim = fraction(target)
    forward = change if increase else -change
    met = latest >= aim if increase else latest <= aim
    if target_year is None or met:
        return Extrapolation(_constant(forward, met=met), float(change))
    reached = latest + change * (fraction(target_year) - year)
    miss = (aim - reached) / (aim - latest)
    return Extrapolation(_dated(forward, miss), float(change), float(miss))


def _constant(forward: Fraction, *, met: bool) -> Symbol:
    """Of a target that holds in every year, or is already met."""
    if met:
        return Symbol.SUN if forward >= 0 else Symbol.SLIGHTLY_CLOUDY
    return Symbol.CLOUD if forward > 0 else Symbol.THUNDERSTORM


def _dated(forward: Fraction, miss: Fraction) -> Symbol:
    if forward <= 0:
        return Symbol.THUNDERSTORM
    if miss < LITTLE:
        return Symbol.SUN
    return Symbol.SLIGHTLY_CLOUDY if miss <= MUCH else Symbol.CLOUD
