"""36 simple trends of a target's reports, each weighted by how well it fits them.

Damped local linear trends (Gardner & McKenzie 1985) as state-space models (Durbin &
Koopman 2012, "Time Series Analysis by State Space Methods", chapters 3 and 4), averaged
by their marginal likelihood (Hoeting et al. 1999, "Bayesian Model Averaging").
Arrays run over targets, then (where there are several) days, then the trends.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# How fast a pace fades in one usual gap between reports; 0 is never.
FADES = (0.0, 0.05, 0.3)


class Trend(NamedTuple):
    """One way a value may go: what varies, as variances per usual gap."""

    fade: int  # a place in FADES
    report: float
    level: float
    pace: float
    first_pace: float


# Without those in which nothing varies, and those in which a pace fades that is 0.
TRENDS = tuple(
    trend
    for trend in map(Trend._make, product((0, 1, 2), (0, 1), (0, 1), (0, 0.1), (0, 1)))
    if (trend.report or trend.level or trend.pace)
    and not (trend.fade and not trend.pace and not trend.first_pace)
)
_FADE = np.array([trend.fade for trend in TRENDS])
_REPORT, _LEVEL, _PACE, _FIRST_PACE = np.array([trend[1:] for trend in TRENDS]).T


class Reports(NamedTuple):
    """The reports of several targets, the shorter ones filled up at the end.

    Attributes:
        days, values: Shape (targets, reports); days strictly increase.
        counts: How many are real, two or more.
    """

    days: Floats
    values: Floats
    counts: NDArray[np.int64]


class Fit(NamedTuple):
    """What is known of each trend of each target after its last report.

    Values are counted from the last report in units of the largest change between two
    reports, so that neither very large nor very small figures lose digits.

    Attributes:
        day, value: The last report; shape (targets,).
        gap, shortest: The usual and the shortest gap in days; shape (targets,).
        unit: Of values; shape (targets,).
        counts: Reports; shape (targets,).
        state: Level, pace, their variances and covariance; (5, targets, trends).
        spread: The estimate of the variance of one unit of noise.
        weights: Of each trend; their sum is 1.
    """

    day: Floats
    value: Floats
    gap: Floats
    shortest: Floats
    unit: Floats
    counts: NDArray[np.int64]
    state: Floats
    spread: Floats
    weights: Floats


class _Move(NamedTuple):
    """What passes over a gap: level += reach x pace, pace *= stay; and the noise."""

    stay: Floats
    reach: Floats
    noise_pace: Floats
    noise_both: Floats
    noise_level: Floats


def gathered(histories: Sequence[tuple[Sequence[float], Sequence[float]]]) -> Reports:
    """The days and values of several targets as one value."""
    counts = np.array([len(days) for days, _ in histories])
    shape = len(histories), int(counts.max())
    days, values = np.zeros(shape), np.zeros(shape)
    for row, (each_days, each_values) in enumerate(histories):
        many = len(each_days)
        days[row, :many], values[row, :many] = each_days, each_values
        days[row, many:] = each_days[-1] + np.arange(1, shape[1] - many + 1)
        values[row, many:] = each_values[-1]
    return Reports(days, values, counts)


def fitted(reports: Reports) -> Fit:
    """Each trend after the last report of each target, by the Kalman filter."""
    days, values, counts = reports
    rows = np.arange(len(days))
    real = np.arange(1, days.shape[1]) < counts[:, None]
    gaps = np.diff(days)
    gap = np.nanmedian(np.where(real, gaps, np.nan), axis=1)
    shortest = np.where(real, gaps, np.inf).min(axis=1)
    largest = np.abs(np.diff(values)).max(axis=1)
    unit = np.where(largest > 0, largest, 1.0)
    last = values[rows, counts - 1]
    gaps, scaled = gaps / gap[:, None], (values - last[:, None]) / unit[:, None]
    state, squares, logs = _filtered(gaps, scaled, real)
    per_gap = np.where(real, np.diff(scaled) ** 2 / gaps, 0.0).sum(axis=1)
    prior = np.where(largest > 0, per_gap / (counts - 1), 1.0)
    total = prior[:, None] + squares
    freedom = (counts + 1)[:, None]
    weights = -logs / 2 - freedom / 2 * np.log(total)
    weights = np.exp(weights - weights.max(axis=1, keepdims=True))
    return Fit(
        day=days[rows, counts - 1],
        value=last,
        gap=gap,
        shortest=shortest,
        unit=unit,
        counts=counts,
        state=state,
        spread=total / freedom,
        weights=weights / weights.sum(axis=1, keepdims=True),
    )


def ahead(fit: Fit, days: Floats) -> tuple[Floats, Floats]:
    """Centre and scale of each trend's Student t on days after the last report.

    In the units of the fit, with one degree of freedom more than there are reports.

    Args:
        days: Shape (targets, days).

    Returns:
        Two arrays of shape (targets, days, trends).
    """
    move = _moved((days - fit.day[:, None]) / fit.gap[:, None])
    level, _, variance, *_ = _predicted(fit.state[:, :, None, :], move)
    return level, np.sqrt((variance + _REPORT) * fit.spread[:, None, :])


def _filtered(
    gaps: Floats, values: Floats, real: NDArray[np.bool_]
) -> tuple[Floats, Floats, Floats]:
    """The last state, the sum of v^2/f and that of log f over all innovations v."""
    one = np.ones((len(values), len(TRENDS)))
    first = (values[:, :1] * one, 0 * one, _REPORT * one, _FIRST_PACE * one, 0 * one)
    state = np.stack([*first, 0 * one, 0 * one])
    moves = _moved(gaps)
    for index in range(gaps.shape[1]):
        move = _Move._make(each[:, index] for each in moves)
        level, pace, var_level, var_pace, both = _predicted(state[:5], move)
        innovation = values[:, index + 1, None] - level
        variance = var_level + _REPORT
        surprise, kept = innovation / variance, _REPORT / variance
        after = (
            level + var_level * surprise,
            pace + both * surprise,
            var_level * kept,
            np.maximum(var_pace - both * both / variance, 0.0),
            both * kept,
            state[5] + innovation * surprise,
            state[6] + np.log(variance),
        )
        state = np.where(real[:, index, None], np.stack(after), state)
    return state[:5], state[5], state[6]


def _predicted(state: Floats, move: _Move) -> tuple[Floats, ...]:
    level, pace, var_level, var_pace, both = state
    stay, reach, noise_pace, noise_both, noise_level = move
    carried = reach * var_pace
    return (
        level + reach * pace,
        stay * pace,
        var_level + reach * (2 * both + carried) + noise_level,
        stay * stay * var_pace + noise_pace,
        stay * (both + carried) + noise_both,
    )


def _moved(gaps: Floats) -> _Move:
    """What passes over gaps, in usual gaps; each of the shape of `gaps`, trends.

    The pace is an Ornstein-Uhlenbeck process that the level integrates.
    """
    kinds = [_passed(gaps, fade) for fade in FADES]
    stay, reach, by_pace, by_both, by_level = (
        np.stack(each, axis=-1)[..., _FADE] for each in zip(*kinds, strict=True)
    )
    own = _LEVEL * gaps[..., None]
    return _Move(stay, reach, _PACE * by_pace, _PACE * by_both, _PACE * by_level + own)


def _passed(gaps: Floats, fade: float) -> tuple[Floats, ...]:
    if fade == 0:
        return np.ones_like(gaps), gaps, gaps, gaps**2 / 2, gaps**3 / 3
    lost = -np.expm1(-fade * gaps)
    lost_twice = -np.expm1(-2 * fade * gaps)
    reach = lost / fade
    by_level = gaps - 2 * reach + lost_twice / (2 * fade)
    return (
        1 - lost,
        reach,
        lost_twice / (2 * fade),
        reach**2 / 2,
        np.maximum(by_level, 0.0) / fade**2,
    )
