"""Mixtures of Student t distributions: their distribution function and quantiles."""

from __future__ import annotations

from functools import lru_cache
from math import lgamma, pi
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# A quantile is found once its level is met this closely.
CLOSE = 1e-9
# Halving a bracket so often leaves nothing of a double's 53 bits.
MOST_STEPS = 80


class Mixture(NamedTuple):
    """Several mixtures, one a row.

    Attributes:
        centre, scale, weights: Shape (rows, parts); scales above 0, weights sum to 1.
        freedom: Degrees of freedom of all parts of a row, two or more; shape (rows,).
    """

    centre: Floats
    scale: Floats
    weights: Floats
    freedom: NDArray[np.int64]

    def take(self, rows: NDArray[np.intp]) -> Mixture:
        return Mixture._make(each[rows] for each in self)


def below(mixture: Mixture, at: Floats) -> Floats:
    """The probability of a value up to `at`; one for each row."""
    return _below_and_density(mixture, at)[0]


def quantiles(mixture: Mixture, levels: Floats) -> Floats:
    """The values that each row stays below with the probability of each level.

    Newton's method within a bracket that is halved where a step would leave it.

    Args:
        levels: Above 0 and below 1.

    Returns:
        Shape (rows, levels).
    """
    low, high = _brackets(mixture, levels)
    found = np.clip((mixture.centre * mixture.weights).sum(axis=1)[:, None], low, high)
    low, high, found = low.ravel(), high.ravel(), found.ravel()
    wanted = np.tile(levels, len(mixture.centre))
    open_ = np.arange(found.size)
    for _ in range(MOST_STEPS):
        part = mixture.take(open_ // levels.size)
        probability, density = _below_and_density(part, found[open_])
        excess = probability - wanted[open_]
        far = np.abs(excess) > CLOSE
        open_, excess, density = open_[far], excess[far], density[far]
        if not open_.size:
            break
        at = found[open_]
        low[open_] = np.where(excess < 0, at, low[open_])
        high[open_] = np.where(excess < 0, high[open_], at)
        with np.errstate(divide="ignore", over="ignore"):
            newton = at - excess / density
        inside = (newton >= low[open_]) & (newton <= high[open_])
        found[open_] = np.where(inside, newton, (low[open_] + high[open_]) / 2)
    shaped: Floats = found.reshape(-1, levels.size)
    return shaped


def _brackets(mixture: Mixture, levels: Floats) -> tuple[Floats, Floats]:
    """Values between which each quantile lies.

    Quantiles of a mixture lie between those of its parts; and a Student t of two or
    more degrees of freedom is closer to its centre than one of two, whose quantile is
    (2p - 1) / sqrt(2 p (1 - p)).
    """
    far = (2 * levels - 1) / np.sqrt(2 * levels * (1 - levels))
    centre, scale = mixture.centre[:, None, :], mixture.scale[:, None, :]
    outer = centre + scale * far[:, None]
    low = np.minimum(outer, centre).min(axis=2)
    high: Floats = np.maximum(outer, centre).max(axis=2)
    return low, high


def _below_and_density(mixture: Mixture, at: Floats) -> tuple[Floats, Floats]:
    """Distribution function and density of each row at one value.

    Source: Abramowitz & Stegun 1964, 26.7.3 and 26.7.4: finite series in the angle
    arctan(t / sqrt(freedom)), exact for whole degrees of freedom.
    """
    freedom = mixture.freedom[:, None]
    t = (at[:, None] - mixture.centre) / mixture.scale
    cosine2 = freedom / (freedom + t * t)
    sine = t / np.sqrt(freedom + t * t)
    terms = _series(int(mixture.freedom.max()))[mixture.freedom]
    total = np.zeros_like(t)
    for term in terms.T[::-1]:
        total *= cosine2
        total += term[:, None]
    even = sine * total
    odd = (np.arctan(t / np.sqrt(freedom)) + even * np.sqrt(cosine2)) * 2 / pi
    within = np.where(freedom % 2 == 0, even, odd)
    peak = _peaks(int(mixture.freedom.max()))[mixture.freedom][:, None]
    density = peak * cosine2 ** ((freedom + 1) / 2) / mixture.scale
    probability: Floats = (mixture.weights * (1 + within) / 2).sum(axis=1)
    return probability, (mixture.weights * density).sum(axis=1)


@lru_cache
def _series(most: int) -> Floats:
    """The terms of the finite series for 0 to `most` degrees of freedom, a row each."""
    terms = np.zeros((most + 1, max(most // 2, 1)))
    for freedom in range(2, most + 1):
        many = np.arange(1, freedom // 2)
        steps = (2 * many - 1) / (2 * many)
        if freedom % 2:
            steps = 2 * many / (2 * many + 1)
        terms[freedom, : freedom // 2] = np.cumprod([1.0, *steps])
    return terms


@lru_cache
def _peaks(most: int) -> Floats:
    """The density in the middle for 0 to `most` degrees of freedom."""
    logs = [
        lgamma((freedom + 1) / 2) - lgamma(freedom / 2) - np.log(pi * freedom) / 2
        for freedom in range(1, most + 1)
    ]
    peaks: Floats = np.exp([-np.inf, *logs])
    return peaks
