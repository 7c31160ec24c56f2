"""What will become of a target: chance, value on the goal day, day of meeting it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class NoForecast(StrEnum):
    """Why nothing is forecast, or only the day."""

    MILESTONE = "milestone"
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
