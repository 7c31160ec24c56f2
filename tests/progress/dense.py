"""A second, plain reading of the forecast: joint Gaussian covariances, and sums.

No recursion, no arrays over targets: each trend is a process on all days at once. The
level is an integrated Ornstein-Uhlenbeck pace plus a random walk; its covariance at two
times is written down, reports are conditioned on with a matrix inverse, and the Student
t is integrated by Simpson's rule.
"""

from __future__ import annotations

import math
from itertools import product
from statistics import median

import numpy as np

FADES = (0.0, 0.05, 0.3)
STEPS = 4000


def trends():
    for fade, report, level, pace, first in product(
        FADES, (0, 1), (0, 1), (0, 0.1), (0, 1)
    ):
        moves = report or level or pace
        if moves and (fade == 0 or pace or first):
            yield fade, report, level, pace, first


def covariance(s, t, trend):
    """Of the values at two times after the first report, which starts the level."""
    fade, report, level, pace, first = trend
    both = first * reach(s, fade) * reach(t, fade)
    # Noise that enters the pace at time u is felt at s as far as it reaches by then.
    entered = np.linspace(0, min(s, t), 401)
    felt = reach(s - entered, fade) * reach(t - entered, fade)
    walked = pace * simpson(felt, entered[1]) + level * min(s, t)
    return both + walked + report


def reach(time, fade):
    """How far one unit of pace carries in a time."""
    return time if fade == 0 else (1 - np.exp(-fade * time)) / fade


def simpson(values, step):
    inner = 4 * sum(values[1:-1:2]) + 2 * sum(values[2:-2:2])
    return step / 3 * (values[0] + inner + values[-1])


def parts(days, values, due):
    """Weight, centre and scale of each trend's Student t; and its freedom."""
    count = len(days)
    gaps = np.diff(days)
    times = [(day - days[0]) / median(gaps) for day in [*days[1:], due]]
    changes = np.diff(values)
    prior = np.mean(changes**2 / (gaps / median(gaps)))
    known = np.array(values[1:]) - values[0]
    found = []
    for trend in trends():
        joint = np.array(
            [
                [
                    covariance(s, t, trend) + (i == j) * trend[1]
                    for j, t in enumerate(times)
                ]
                for i, s in enumerate(times)
            ]
        )
        past, cross = joint[:-1, :-1], joint[-1, :-1]
        inverse = np.linalg.inv(past)
        squares = known @ inverse @ known
        weight = np.linalg.det(past) ** -0.5 * (prior + squares) ** (-(count + 1) / 2)
        variance = joint[-1, -1] - cross @ inverse @ cross
        scale = math.sqrt(variance * (prior + squares) / (count + 1))
        found.append((weight, values[0] + cross @ inverse @ known, scale))
    total = sum(weight for weight, _, _ in found)
    return [(weight / total, *rest) for weight, *rest in found], count + 1


def below(value, mixture, freedom):
    """The probability of a value up to this one."""
    return sum(
        weight * student((value - centre) / scale, freedom)
        for weight, centre, scale in mixture
    )


def student(t, freedom):
    """The distribution function of Student's t: its density, added up from 0."""
    grid = np.linspace(0, abs(t), STEPS + 1)
    constant = math.gamma((freedom + 1) / 2) / (
        math.sqrt(math.pi * freedom) * math.gamma(freedom / 2)
    )
    density = constant * (1 + grid**2 / freedom) ** (-(freedom + 1) / 2)
    half = simpson(density, abs(t) / STEPS)
    return 0.5 + math.copysign(half, t)
