"""What targets may come to: values, chances and days, for many targets at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tracker.progress.forecasts import LEAST_CHANCE, MOST_CHANCE
from tracker.progress.mixture import Floats, Mixture, below
from tracker.progress.mixture import quantiles as mixture_quantiles
from tracker.progress.trends import Fit, Reports, ahead, fitted

# How far the spread about the median is stretched; the less is known the more.
# Source: measured on the same series.
STRETCH, STRETCH_FEW = 0.8, 2.5
# From so many reports on, a history that never fell is taken not to fall.
MONOTONE_FROM = 4
# Beyond so many degrees of freedom a Student t hardly changes: the ends of its interval
# of 80 % are those of the normal distribution to 0.4 %.
MOST_FREEDOM = 200
# Days on which the chance is first looked at; between two of them it is halved.
GRID = 24

Booleans = NDArray[np.bool_]


class Outlook(NamedTuple):
    """What several targets may come to.

    Attributes:
        lower, upper: What a value cannot pass; infinite is nothing; (targets,).
    """

    fit: Fit
    lower: Floats
    upper: Floats


def outlook_of(
    reports: Reports, lower: Sequence[float | None], upper: Sequence[float | None]
) -> Outlook:
    """What targets may come to, each within the bounds of its measure."""
    fit = fitted(reports)
    low = np.array([-np.inf if each is None else each for each in lower], float)
    high = np.array([np.inf if each is None else each for each in upper], float)
    changes = np.diff(reports.values)
    rises, falls = (changes > 0).any(axis=1), (changes < 0).any(axis=1)
    many = fit.counts >= MONOTONE_FROM
    # What never changed stays as it is.
    at_least, at_most = (many | ~rises) & ~falls, (many | ~falls) & ~rises
    low = np.where(at_least, np.maximum(low, fit.value), low)
    high = np.where(at_least, np.maximum(high, fit.value), high)
    low = np.where(at_most, np.minimum(low, fit.value), low)
    high = np.where(at_most, np.minimum(high, fit.value), high)
    return Outlook(fit, low, high)


def spreads(outlook: Outlook, days: Floats, levels: Sequence[float]) -> Floats:
    """The values each target stays below with each probability on each of its days.

    Args:
        days: Shape (targets, days), all after the last report.

    Returns:
        Shape (targets, days, levels).
    """
    fit = outlook.fit
    asked = np.array([0.5, *levels])
    found = mixture_quantiles(_mixture(fit, days), asked).reshape(*days.shape, -1)
    median = found[..., :1]
    found = median + (found[..., 1:] - median) * _stretch(fit)[:, None, None]
    found = found * _way(fit, days)[..., None]
    found = fit.value[:, None, None] + fit.unit[:, None, None] * found
    # Last, so that rounding cannot pass a bound by a hair.
    return np.clip(found, outlook.lower[:, None, None], outlook.upper[:, None, None])


def chances(
    outlook: Outlook, days: Floats, goals: Floats, increase: Booleans
) -> Floats:
    """The chance that each target meets its goal on each of its days.

    Args:
        days: Shape (targets, days), all after the last report.
        goals: Shape (targets, 1), or a goal for each of the days.
        increase: Whether more is better; shape (targets,).

    Returns:
        Shape (targets, days), from 0.05 to 0.95.
    """
    fit = outlook.fit
    mixture = _mixture(fit, days)
    median = mixture_quantiles(mixture, np.array([0.5])).reshape(days.shape)
    way = _way(fit, days)
    goal, low, high = (
        (each - fit.value[:, None]) / fit.unit[:, None] / way
        for each in (goals, outlook.lower[:, None], outlook.upper[:, None])
    )
    at = median + (goal - median) / _stretch(fit)[:, None]
    less = below(mixture, at.ravel()).reshape(days.shape)
    up = increase[:, None]
    chance = np.where(up, 1 - less, less)
    chance = np.where(np.where(up, goal <= low, goal >= high), 1.0, chance)
    chance = np.where(np.where(up, goal > high, goal < low), 0.0, chance)
    return np.clip(chance, LEAST_CHANCE, MOST_CHANCE)


def days_met(
    outlook: Outlook,
    goals: Floats,
    increase: Booleans,
    horizons: Floats,
    shares: Sequence[float],
) -> Floats:
    """The first day by which the chance has reached each of some shares.

    Args:
        goals: Shape (targets, 1).
        horizons: The last day to look at, after the last report; shape (targets, 1).
        shares: Increasing, from 0.05 to 0.95.

    Returns:
        Whole days, shape (targets, shares); NaN where it is not reached.
    """
    last = outlook.fit.day[:, None]
    length = horizons - last
    grid = last + np.ceil(length * np.linspace(0, 1, GRID + 1) ** 2)
    most = np.maximum.accumulate(chances(outlook, grid[:, 1:], goals, increase), axis=1)
    wanted = np.array(shares)
    reached = most[:, :, None] >= wanted
    place = reached.argmax(axis=1)
    before = np.take_along_axis(grid, place, axis=1)
    after = np.take_along_axis(grid, place + 1, axis=1)
    while (after - before > 1).any():
        middle = np.ceil((before + after) / 2)
        enough = chances(outlook, middle, goals, increase) >= wanted
        before, after = (
            np.where(enough, before, middle),
            np.where(enough, middle, after),
        )
    return np.where(reached.any(axis=1), after, np.nan)


def _mixture(fit: Fit, days: Floats) -> Mixture:
    """The mixture of all trends, a row for each day of each target."""
    centre, scale = ahead(fit, np.maximum(days, (fit.day + fit.shortest)[:, None]))
    many = days.shape[1]
    trends = centre.shape[2]
    return Mixture(
        centre.reshape(-1, trends),
        scale.reshape(-1, trends),
        np.repeat(fit.weights, many, axis=0),
        np.repeat(np.minimum(fit.counts + 1, MOST_FREEDOM), many),
    )


def _way(fit: Fit, days: Floats) -> Floats:
    """How much of the shortest gap has passed since the last report, up to 1.

    Nearer than two reports ever were, nothing is known of how far values move: each
    quantile runs straight from the last report to where it is after that gap, since
    the next report may be off by a whole step, but a value of tomorrow is not.
    """
    return np.minimum((days - fit.day[:, None]) / fit.shortest[:, None], 1.0)


def _stretch(fit: Fit) -> Floats:
    return STRETCH + STRETCH_FEW / fit.counts
