"""Whether two ratings agree: each as good, middling or bad."""

from __future__ import annotations

from enum import IntEnum

from tracker.progress.methods.extrapolation import Symbol
from tracker.progress.methods.growth import GrowthStatus
from tracker.progress.rating import Rating


class Verdict(IntEnum):
    """Ordered: more is better."""

    BAD = 0
    MIDDLING = 1
    GOOD = 2


# Completion and plan-fact are figures without a verdict of their own; a rating that
# is not here judges nothing. Slightly cloudy misses 5 to 20 % of the way, as at risk
# is 5 to 20 % behind the plan. Source: house rule, README.
VERDICTS: dict[Rating | GrowthStatus | Symbol, Verdict] = {
    Rating.ACHIEVED: Verdict.GOOD,
    Rating.ON_TRACK: Verdict.GOOD,
    Rating.AT_RISK: Verdict.MIDDLING,
    Rating.OFF_TRACK: Verdict.BAD,
    Rating.MISSED: Verdict.BAD,
    GrowthStatus.TARGET_ACHIEVED: Verdict.GOOD,
    GrowthStatus.SUBSTANTIAL_PROGRESS: Verdict.GOOD,
    GrowthStatus.MODERATE_PROGRESS: Verdict.MIDDLING,
    GrowthStatus.LIMITED_PROGRESS: Verdict.BAD,
    GrowthStatus.DETERIORATION: Verdict.BAD,
    Symbol.SUN: Verdict.GOOD,
    Symbol.SLIGHTLY_CLOUDY: Verdict.MIDDLING,
    Symbol.CLOUD: Verdict.BAD,
    Symbol.THUNDERSTORM: Verdict.BAD,
}


def disagree(ours: Rating, theirs: GrowthStatus | Symbol | None) -> bool:
    """Whether both judge and their verdicts differ."""
    if theirs not in VERDICTS or ours not in VERDICTS:
        return False
    return VERDICTS[ours] != VERDICTS[theirs]
