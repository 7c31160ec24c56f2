"""Figures as their publishers round them: half up, away from 0, and worked exactly."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from tracker.domain import exact

_WHOLE = 2.0**53


@lru_cache(maxsize=4096)
def fraction(value: float) -> Fraction:
    """A typed figure without the noise of binary digits: 0.1 is a tenth."""
    figure = float(value)
    # A whole number has no noise up to where a double still counts in ones.
    whole = figure.is_integer() and abs(figure) < _WHOLE
    return Fraction(int(figure)) if whole else Fraction(exact(figure))


def half_up(value: Fraction, places: int = 0) -> float:
    """A figure to so many decimals; 12.5 is 13, and -12.5 is -13."""
    step: int = 10**places
    upper, lower = abs(value.numerator), value.denominator
    size = (2 * upper * step + lower) // (2 * lower)
    return size / step * (-1 if value < 0 and size else 1)
