"""What a forecast says: in a cell, in one sentence, and for machines."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from tracker.periods import ONE_DAY
from tracker.progress.forecasts import Days, Forecast, NoForecast, Spread
from tracker.progress.status import Status
from tracker.reports.numbers import chance, machine, plain_spaces, two_digits
from tracker.reports.phrases import say
from tracker.reports.words import REPORTS, UNKNOWN, counted, short_month, tiny_month

Object = dict[str, object]
# A month of a day in a language.
Months = Callable[[date, str], str]
# Reasons for no forecast that are reasons for a rating as well.
_TOLD_ALIKE = {
    NoForecast.GOAL_MET: "why-achieved",
    NoForecast.UNDATED: "why-undated",
}


def forecast_cell(forecast: Forecast | None, lang: str, *, short: bool) -> str:
    """The chance and the month, each at the same place in every row; or one dash."""
    likely = chance_cell(forecast, lang)
    met = met_cell(forecast, lang, tiny_month if short else short_month)
    if UNKNOWN == likely == met:
        return UNKNOWN
    likely = likely.replace(UNKNOWN, "").rjust(len(chance(0.5, lang)))
    return f"{likely} {met}"


def chance_cell(forecast: Forecast | None, lang: str) -> str:
    """The chance of meeting the goal on its day; a dash where it is not forecast."""
    if forecast is None or forecast.chance is None:
        return UNKNOWN
    return chance(forecast.chance, lang)


def met_cell(
    forecast: Forecast | None, lang: str, month_shown: Months = short_month
) -> str:
    """The month by which the goal is met with 50 %, or after which; else a dash."""
    if forecast is None or forecast.goal_day is None:
        return UNKNOWN
    return _month(forecast, forecast.goal_day.p50, lang, month_shown)


def values_cell(forecast: Forecast | None, lang: str, like: float | None = None) -> str:
    """The points of 10, 50 and 90 per cent of the value on the goal day; or a dash.

    Args:
        like: A reading beside them, as finely as which they are shown.
    """
    if forecast is None or forecast.on_goal_day is None:
        return UNKNOWN
    spread = forecast.on_goal_day
    points = (spread.p10, spread.p50, spread.p90)
    return " / ".join(two_digits(each, lang, like) for each in points)


def days_cell(forecast: Forecast | None, lang: str) -> str:
    """The months by which the goal is met with 10, 50 and 90 per cent; or a dash."""
    if forecast is None or forecast.goal_day is None:
        return UNKNOWN
    days = forecast.goal_day
    points = (days.p10, days.p50, days.p90)
    return " / ".join(_month(forecast, each, lang, short_month) for each in points)


def legend(statuses: Iterable[Status], lang: str) -> str:
    """What a forecast in a cell means."""
    later = any(met_cell(each.forecast, lang).startswith(">") for each in statuses)
    text = say("legend", lang)
    return text + say("legend-later", lang) if later else text


def why_none(status: Status, lang: str) -> str | None:
    """Why nothing is forecast, or only the day; None where everything is."""
    forecast = status.forecast
    if forecast is None or forecast.why is None:
        return None
    if forecast.why is NoForecast.FEW_REPORTS and status.actual is None:
        return say("why-no-data", lang)
    reports = counted(forecast.reports, REPORTS, lang)
    phrase = _TOLD_ALIKE.get(forecast.why, f"no-forecast-{forecast.why}")
    return say(phrase, lang, reports=reports)


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


def _month(forecast: Forecast, day: date | None, lang: str, month_shown: Months) -> str:
    """The month of a day; without one, the last that was looked at: >Feb 2028."""
    if day:
        return month_shown(day, lang)
    assert forecast.horizon is not None, "days are looked for up to a horizon"
    last = _last_whole_month(forecast.horizon)
    return f">{last.year}" if last.month == 12 else f">{month_shown(last, lang)}"


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
