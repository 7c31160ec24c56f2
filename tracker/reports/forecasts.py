"""What a forecast says: in a cell, in one sentence, and for machines."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from tracker.periods import ONE_DAY
from tracker.progress.forecasts import Days, Forecast, NoForecast, Spread
from tracker.progress.status import Status
from tracker.reports.numbers import chance, machine, plain_spaces
from tracker.reports.phrases import say
from tracker.reports.words import REPORTS, counted, month_of

Object = dict[str, Any]


def chance_cell(forecast: Forecast | None, lang: str) -> str:
    """The chance of meeting the goal on its day; empty where it is not forecast."""
    if forecast is None or forecast.chance is None:
        return ""
    return chance(forecast.chance, lang)


def day_cell(forecast: Forecast | None, lang: str) -> str:
    """The month by which the goal is met with 50 %, or after which; may be empty."""
    if forecast is None or forecast.goal_day is None:
        return ""
    day = forecast.goal_day.p50
    if day:
        return month_of(day, lang)
    assert forecast.horizon is not None, "days are looked for up to a horizon"
    last = _last_whole_month(forecast.horizon)
    return f">{last.year}" if last.month == 12 else f">{month_of(last, lang)}"


def why_none(status: Status, lang: str) -> str | None:
    """Why nothing is forecast, or only the day; None where everything is."""
    forecast = status.forecast
    if forecast is None or forecast.why is None:
        return None
    why: str = forecast.why
    if forecast.why is NoForecast.FEW_REPORTS and status.actual is None:
        why = "unreported"
    reports = counted(forecast.reports, REPORTS, lang)
    return say(f"no-forecast-{why}", lang, reports=reports)


def forecast_object(status: Status, lang: str) -> Object | None:
    """The forecast for machines; None where it was not asked for."""
    forecast = status.forecast
    if forecast is None:
        return None
    reason = why_none(status, lang)
    return {
        "probability": machine(forecast.chance),
        "on_goal_day": _spread(forecast.on_goal_day),
        "goal_day": _days(forecast.goal_day),
        "reason": plain_spaces(reason) if reason else None,
        "horizon": forecast.horizon.isoformat() if forecast.horizon else None,
        "reports": forecast.reports,
    }


def _spread(spread: Spread | None) -> Object | None:
    if spread is None:
        return None
    return {name: machine(getattr(spread, name)) for name in ("p10", "p50", "p90")}


def _days(days: Days | None) -> Object | None:
    if days is None:
        return None
    found = {"p10": days.p10, "p50": days.p50, "p90": days.p90}
    return {name: day.isoformat() if day else None for name, day in found.items()}


def _last_whole_month(day: date) -> date:
    """The last day of the last month that ends on or before a day."""
    following = day + ONE_DAY
    return following - timedelta(days=following.day)
