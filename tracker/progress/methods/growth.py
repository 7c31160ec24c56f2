"""Statistics Canada's growth ratio, as Open SDG 2.4 publishes it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from tracker.progress.methods.why import Why

# Thresholds on the ratio with a target, and on growth per year without one; what
# stands for a base or target of 0; how steeply the latter thresholds fall towards a
# limit. Source: Statistics Canada, progress measures of the 2030 Agenda; Open SDG 2.4.
SUBSTANTIAL, MODERATE = 0.95, 0.60
SUBSTANTIAL_GROWTH, MODERATE_GROWTH = 0.015, 0.005
ALMOST_ZERO = 0.001
STEEPNESS = 4.44


class GrowthStatus(StrEnum):
    """The publisher's own words, from best to worst."""

    TARGET_ACHIEVED = "target_achieved"
    SUBSTANTIAL_PROGRESS = "substantial_progress"
    MODERATE_PROGRESS = "moderate_progress"
    LIMITED_PROGRESS = "limited_progress"
    DETERIORATION = "deterioration"
    NOT_AVAILABLE = "not_available"


@dataclass(frozen=True)
class Components:
    """What the publisher rates a series by.

    Attributes:
        base_year, latest_year, target_year: t0, ti and tT, in years of any origin.
        base, latest, target: y0, yi and yT, in one unit.
        increase: More is better.
        limit: L, the natural limit of a series without a target, such as 100 %.
    """

    base_year: float
    base: float | None
    latest_year: float
    latest: float | None
    target_year: float | None = None
    target: float | None = None
    increase: bool = True
    limit: float | None = None


@dataclass(frozen=True)
class Growth:
    """The rating of a series.

    Attributes:
        ratio: R, growth reached over growth needed; without a target p, the growth
            per year in the direction wanted.
        score: From -5 to 5.
        reason: Why there is no ratio; None where there is one.
    """

    ratio: float | None
    status: GrowthStatus
    score: float | None
    reason: Why | None = None


def growth(found: Components, *, exact: bool = False) -> Growth:
    """The rating of a series by its compound growth per year (CAGR).

    With a target R = sign d CAGR_o / |CAGR_T|, without one p = sign d CAGR_o; d is 1
    where more is better, else -1; sign is -1 for a base below 0, else 1.
    A target of 0 counts as 0.001 in CAGR_T, as the publisher has it.
    Source: Statistics Canada; Open SDG 2.4, automated progress calculation.

    Args:
        exact: Whatever the publisher's program does: a base of 0 is 0.001 too, from
            which the ratio explodes; a target of 0 is met at 0.001; and growth to a
            target of the opposite sign is the modulus of a complex number.
    """
    value = _progress(found, exact=exact)
    ratio, reason = (None, value) if isinstance(value, Why) else (value, None)
    if _achieved(found, exact=exact):
        return Growth(ratio, GrowthStatus.TARGET_ACHIEVED, 5.0, reason)
    if ratio is None:
        return Growth(None, GrowthStatus.NOT_AVAILABLE, None, reason)
    if found.target is not None:
        status = _status(ratio, SUBSTANTIAL, MODERATE)
        return Growth(ratio, status, _score_with_target(ratio))
    scale = _scale(found)
    status = _status(ratio, SUBSTANTIAL_GROWTH * scale, MODERATE_GROWTH * scale)
    return Growth(ratio, status, _score_without_target(ratio, scale))


def _achieved(found: Components, *, exact: bool) -> bool:
    """Asked first, whatever else is known."""
    target = _not_zero(found.target) if exact else found.target
    if target is None or found.latest is None:
        return False
    return found.latest >= target if found.increase else found.latest <= target


def _progress(found: Components, *, exact: bool) -> float | Why:
    base = _not_zero(found.base) if exact else found.base
    if found.latest is None or base is None:
        return Why.NO_ACTUAL if found.latest is None else Why.NO_BASE
    if base == 0:
        return Why.BASE_ZERO
    if _opposite(base, found.latest):
        return Why.OPPOSITE_SIGNS
    years = found.latest_year - found.base_year
    if years < 1:
        return Why.TOO_SOON
    needed = 1.0 if found.target is None else _needed(found, base, exact=exact)
    if isinstance(needed, Why):
        return needed
    reached = math.pow(found.latest / base, 1 / years) - 1
    wanted = (-1 if base < 0 else 1) * (1 if found.increase else -1)
    ratio = wanted * reached / needed
    return ratio if math.isfinite(ratio) else Why.OUT_OF_RANGE


def _needed(found: Components, base: float, *, exact: bool) -> float | Why:
    """|CAGR_T|, of a series with a target."""
    target = _not_zero(found.target)
    if found.target_year is None or target is None:
        return Why.NO_TARGET_YEAR
    years = found.target_year - found.base_year
    if years <= 0:
        return Why.TARGET_YEAR_EARLY
    if _opposite(base, target) and not exact:
        return Why.TARGET_BEYOND_ZERO
    try:
        needed: float = abs((target / base) ** (1 / years) - 1)
    except OverflowError:
        return Why.OUT_OF_RANGE
    return needed or Why.TARGET_IS_BASE


def _not_zero(value: float | None) -> float | None:
    return ALMOST_ZERO if value == 0 else value


def _opposite(left: float, right: float) -> bool:
    return left < 0 < right or right < 0 < left


def _scale(found: Components) -> float:
    """C, by which the thresholds shrink near the limit; 1 without one.

    Asked in the publisher's order, so that a limit of 0 scales nothing.
    """
    if found.limit is None or found.base is None:
        return 1.0
    base, limit = abs(found.base), abs(found.limit)
    if base >= 2 * limit:
        return 1.0
    near = base if base <= limit else 2 * limit - base
    scale: float = 1 - (near / limit) ** STEEPNESS
    return scale


def _status(value: float, substantial: float, moderate: float) -> GrowthStatus:
    if value >= substantial:
        return GrowthStatus.SUBSTANTIAL_PROGRESS
    if value >= moderate:
        return GrowthStatus.MODERATE_PROGRESS
    if value >= 0:
        return GrowthStatus.LIMITED_PROGRESS
    return GrowthStatus.DETERIORATION


def _score_with_target(ratio: float) -> float:
    if ratio >= MODERATE:
        return min(7.1429 * ratio - 4.2857, 5.0)
    return max(4.1667 * ratio - 2.5, -5.0)


def _score_without_target(growth: float, scale: float) -> float:
    if growth < 0:
        return max(125 * growth - 2.5, -5.0)
    if scale == 0:
        return 5.0
    if growth >= SUBSTANTIAL_GROWTH * scale:
        return min(500 * growth / scale - 5, 5.0)
    if growth >= MODERATE_GROWTH * scale:
        return 250 * growth / scale - 1.25
    return 500 * growth / scale - 2.5
