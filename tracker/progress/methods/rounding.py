"""Figures as their publishers round them: half up, away from 0, and worked exactly."""

from __future__ import annotations

from fractions import Fraction

from tracker.domain import exact


def fraction(value: float) -> Fraction:
    """A typed figure without the noise of binary digits: 0.1 is a tenth."""
    return Fraction(exact(float(value)))


def half_up(value: Fraction, places: int = 0) -> float:
    """A figure to so many decimals; 12.5 is 13, and -12.5 is -13."""
    step = 10**places
    size = (abs(value) * step + Fraction(1, 2)) // 1
    return float(Fraction(size, step)) * (-1 if value < 0 and size else 1)
