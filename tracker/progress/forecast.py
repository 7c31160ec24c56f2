"""The forecast of targets from their reports; numpy is imported here and below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

import numpy as np

from tracker.progress.forecasts import Days, Forecast, NoForecast, Spread
from tracker.progress.histories import History
from tracker.progress.outlook import Outlook, chances, days_met, outlook_of, spreads
from tracker.progress.trends import Floats, gathered

_Each = TypeVar("_Each")

# So many targets at once: arrays that stay within a processor's cache.
TOGETHER = 256
SPREAD = (0.10, 0.25, 0.50, 0.75, 0.90)
SHARES = (0.10, 0.50, 0.90)


class Question(NamedTuple):
    """What a target comes to on some days, and whether it then meets a line.

    Attributes:
        days: One or more, after the last report.
        lines: The value to be met on each day.
    """

    history: History
    days: tuple[date, ...]
    lines: tuple[float, ...]


class Answer(NamedTuple):
    """The value on one day, and the chance that it meets the line of that day."""

    spread: Spread
    chance: float


def quantiles(
    days: Sequence[float],
    values: Sequence[float],
    due: float,
    levels: Sequence[float],
    lower: float | None = None,
    upper: float | None = None,
) -> Floats:
    """The values that a target stays below on a day with each probability.

    Args:
        days: Of its reports, two or more, strictly increasing.
        due: A day after the last report.
        levels: Above 0 and below 1, increasing.
        lower, upper: What the measure cannot pass.
    """
    outlook = outlook_of(gathered([(days, values)]), [lower], [upper])
    found: Floats = spreads(outlook, np.array([[due]], float), levels)[0, 0]
    return found


def spreads_of(history: History, days: Sequence[date]) -> list[Spread]:
    """The value of a target on each of some days after its last report."""
    found = spreads(_outlook([history]), _ordinals([days]), SPREAD)[0]
    return [_spread(each) for each in found]


def foretold(histories: Sequence[History]) -> list[Forecast]:
    """The forecast of each history, in the order given."""
    found: dict[int, Forecast] = {}
    for places in _batches(histories):
        together = _foretold([histories[place] for place in places])
        found |= zip(places, together, strict=True)
    return [found[place] for place in range(len(histories))]


def answers(questions: Sequence[Question]) -> list[list[Answer]]:
    """The answers to each question, day by day, in the order given."""
    found: dict[int, list[Answer]] = {}
    for places in _batches([each.history for each in questions]):
        together = _answers([questions[place] for place in places])
        found |= zip(places, together, strict=True)
    return [found[place] for place in range(len(questions))]


def _batches(histories: Sequence[History]) -> Iterator[list[int]]:
    """The places of some histories at a time, those of like length together."""
    order = sorted(range(len(histories)), key=lambda place: len(histories[place].days))
    for start in range(0, len(order), TOGETHER):
        yield order[start : start + TOGETHER]


def _outlook(histories: Sequence[History]) -> Outlook:
    return outlook_of(
        gathered([(each.days, each.values) for each in histories]),
        [each.lower for each in histories],
        [each.upper for each in histories],
    )


def _foretold(histories: Sequence[History]) -> list[Forecast]:
    outlook = _outlook(histories)
    goals = np.array([[each.goal] for each in histories])
    increase = np.array([each.increase for each in histories])
    horizons = _ordinals([[each.horizon] for each in histories])
    # An undated target has no goal day; what is worked out for it is not shown.
    due = _ordinals([[each.due or each.horizon] for each in histories])
    values = spreads(outlook, due, SPREAD)[:, 0]
    chance = chances(outlook, due, goals, increase)[:, 0]
    met = days_met(outlook, goals, increase, horizons, SHARES)
    return [
        Forecast(
            reports=len(each.days),
            chance=float(chance[row]) if each.due else None,
            on_goal_day=_spread(values[row]) if each.due else None,
            goal_day=None if each.met else _days(met[row], each.as_of),
            horizon=each.horizon,
            why=None if each.due else NoForecast.UNDATED,
        )
        for row, each in enumerate(histories)
    ]


def _answers(questions: Sequence[Question]) -> list[list[Answer]]:
    most = max(len(each.days) for each in questions)
    days = _ordinals([_filled(each.days, most) for each in questions])
    lines = np.array([_filled(each.lines, most) for each in questions])
    outlook = _outlook([each.history for each in questions])
    increase = np.array([each.history.increase for each in questions])
    values = spreads(outlook, days, SPREAD)
    chance = chances(outlook, days, lines, increase)
    return [
        [
            Answer(_spread(values[row, place]), float(chance[row, place]))
            for place in range(len(each.days))
        ]
        for row, each in enumerate(questions)
    ]


def _ordinals(days: Sequence[Sequence[date]]) -> Floats:
    return np.array([[float(day.toordinal()) for day in row] for row in days])


def _filled(row: Sequence[_Each], most: int) -> list[_Each]:
    return [*row, *[row[-1]] * (most - len(row))]


def _spread(values: Floats) -> Spread:
    return Spread(*map(float, values))


def _days(met: Floats, as_of: date) -> Days:
    """A day before that of the report is put as that day: nothing says it was met."""
    first, middle, last = (
        None if np.isnan(day) else max(date.fromordinal(int(day)), as_of) for day in met
    )
    return Days(first, middle, last)
