"""The taux d'avancement of the French delivery unit (PILOTE, Baromètre)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from tracker.progress.methods.rounding import fraction, half_up
from tracker.progress.methods.why import Why


@dataclass(frozen=True)
class Completion:
    """How much of the way from the initial value to the target is made.

    Attributes:
        percent: As published, a whole number.
        unrounded: The same in per cent before it is rounded.
        reason: Why there is no figure; None where there is one.
    """

    percent: float | None
    unrounded: float | None = None
    reason: Why | None = None


def completion(
    initial: float | None,
    actual: float | None,
    target: float,
    *,
    increase: bool = True,
    bounded: bool = True,
) -> Completion:
    """100 (VA - VI) / (VC - VI); 100 or 0 where the initial value meets the target.

    Source: PILOTE, taux d'avancement. The publisher does not say how it rounds a
    half; here it is rounded up.

    Args:
        initial, actual, target: VI, VA and VC, in one unit.
        increase: More is better, or the value is to stay where it is.
        bounded: Cut to 0..100, as published.
    """
    if actual is None or initial is None:
        why = Why.NO_ACTUAL if actual is None else Why.NO_BASE
        return Completion(None, reason=why)
    sign = 1 if increase else -1
    if sign * initial >= sign * target:
        return _published(Fraction(100 if sign * actual >= sign * target else 0))
    begun, aim = fraction(initial), fraction(target)
    rate = 100 * (fraction(actual) - begun) / (aim - begun)
    return _published(max(min(rate, Fraction(100)), Fraction(0)) if bounded else rate)


def weighted(parts: Sequence[tuple[Completion, float]]) -> Completion:
    """The rate of a parent: the mean of its parts, each with its weight.

    Args:
        parts: Every one that is expected, at least one, with a weight above 0.
    """
    total, weights = Fraction(0), Fraction(0)
    for part, weight in parts:
        if part.unrounded is None:
            return Completion(None, reason=Why.PART_WITHOUT)
        total += fraction(part.unrounded) * fraction(weight)
        weights += fraction(weight)
    return _published(total / weights)


def _published(rate: Fraction) -> Completion:
    return Completion(half_up(rate), float(rate))
