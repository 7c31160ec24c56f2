"""What will become of a target: chance, value on the goal day, day of meeting it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tracker.progress.histories import History
    from tracker.progress.status import Status

# A chance is never put as certainty: what was "2 % likely" came in one case of six.
# Source: measured on 1,723 forecasts of 153 public series, see README.
LEAST_CHANCE, MOST_CHANCE = 0.05, 0.95
# So many days draw a smooth fan.
FAN_DAYS = 24


class NoForecast(StrEnum):
    """Why nothing is forecast, or only the day."""

    MILESTONE = "milestone"
    PARTS_MISSING = "parts-missing"
    FEW_REPORTS = "few-reports"
    ALL_EQUAL = "all-equal"
    GOAL_MET = "goal-met"
    GOAL_DAY_PAST = "goal-day-past"
    UNDATED = "undated"


@dataclass(frozen=True)
class Spread:
    """The value on one day: points that it stays below with so many per cent."""

    p10: float
    p25: float
    p50: float
    p75: float
    p90: float


@dataclass(frozen=True)
class Days:
    """The days by which the goal is met with 10, 50 and 90 per cent.

    None: not before the horizon of the forecast.
    """

    p10: date | None
    p50: date | None
    p90: date | None


@dataclass(frozen=True)
class Forecast:
    """The forecast of one target as of a day, or why there is none.

    Attributes:
        reports: How many it rests on, a declared baseline included.
        chance: Of meeting the goal on its day, from 0.05 to 0.95.
        on_goal_day: The value then; for a quota at the end of its period.
        goal_day: None where nothing is forecast.
        horizon: The last day that was looked at.
        why: None where everything is forecast; UNDATED leaves the days.
    """

    reports: int
    chance: float | None = None
    on_goal_day: Spread | None = None
    goal_day: Days | None = None
    horizon: date | None = None
    why: NoForecast | None = None


class FanDay(NamedTuple):
    """The value on one day between the last report and the goal day."""

    on: date
    spread: Spread


def with_forecasts(statuses: Iterable[Status]) -> tuple[Status, ...]:
    """The statuses, each with its forecast; their parts stay as they are."""
    from tracker.progress.histories import History, history_of, reports_of

    every = tuple(statuses)
    found = [history_of(each) for each in every]
    histories = [each for each in found if isinstance(each, History)]
    foretold = iter(_foretold(histories))
    return tuple(
        replace(
            status,
            forecast=next(foretold)
            if isinstance(each, History)
            else Forecast(len(reports_of(status)), why=each),
        )
        for status, each in zip(every, found, strict=True)
    )


def fan(
    status: Status, most: int = FAN_DAYS, until: date | None = None
) -> tuple[FanDay, ...]:
    """The values to come, from the data day, where the value is known, to the goal day.

    Empty where no value is forecast for the last day.

    Args:
        most: Days at most, two or more.
        until: The last day; None is the goal day.
    """
    from tracker.progress.histories import History, history_of

    history = history_of(status)
    if not isinstance(history, History):
        return ()
    last, begins = until or history.due, history.days[-1]
    if last is None or last.toordinal() <= begins:
        return ()
    from tracker.progress.forecast import spreads_of

    length = last.toordinal() - begins
    steps = min(most - 1, length)
    days = [
        date.fromordinal(begins + round(length * step / steps))
        for step in range(1, steps + 1)
    ]
    known = history.values[-1]
    first = FanDay(date.fromordinal(begins), Spread(*[known] * 5))
    ahead = map(FanDay, days, spreads_of(history, days))
    return (first, *ahead)


def _foretold(histories: list[History]) -> list[Forecast]:
    """Without a history to go by, numpy is not even imported."""
    if not histories:
        return []
    from tracker.progress.forecast import foretold

    return foretold(histories)
