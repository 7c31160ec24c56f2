"""The forecast of a target line by line: the chance, the value, the days, the needs."""

from __future__ import annotations

from tracker.progress.status import Status
from tracker.reports.findings import present_finding, reading_of
from tracker.reports.forecasts import why_none
from tracker.reports.numbers import chance, two_digits
from tracker.reports.phrases import say
from tracker.reports.words import REPORTS, by_day, counted, on_day, worked_out

# Between the points of 10 and 90 per cent.
BETWEEN = 0.8

LABELS = (
    *("reported", "chance", "forecast", "goal-met", "rate"),
    *("next-checkpoint", "rests-on"),
)


def lines_of(status: Status, lang: str) -> list[tuple[str, str]]:
    """What there is to say, each with its label; what is not known is left out."""
    texts = (
        present_finding(status, lang),
        chance_line(status, lang),
        value_line(status, lang),
        days_line(status, lang),
        rate_line(status, lang),
        need_line(status, lang),
        basis_line(status, lang),
    )
    return [
        (say(label, lang), text)
        for label, text in zip(LABELS, texts, strict=True)
        if text
    ]


def chance_line(status: Status, lang: str) -> str:
    """The chance of meeting the goal by its day; empty where it is not forecast."""
    forecast, due = status.forecast, status.now.due
    if forecast is None or forecast.chance is None or due is None:
        return ""
    goal = counted(status.now.goal, status.now.statement.unit, lang)
    likely = chance(forecast.chance, lang)
    return say("chance-of", lang, chance=likely, goal=goal, by=by_day(due, lang))


def value_line(status: Status, lang: str) -> str:
    """The value on the goal day, or why it is not forecast."""
    forecast, due = status.forecast, status.now.due
    if forecast is None:
        return ""
    reason = why_none(status, lang)
    if reason:
        phrase = "only-day-because" if forecast.goal_day else "none-because"
        return say(phrase, lang, reason=reason)
    spread = forecast.on_goal_day
    if spread is None or due is None:
        return ""
    like = reading_of(status)
    return say(
        "value-then",
        lang,
        value=worked_out(spread.p50, status.now.statement.unit, lang, like),
        on=on_day(due, lang),
        chance=chance(BETWEEN, lang),
        low=two_digits(spread.p10, lang, like),
        high=two_digits(spread.p90, lang, like),
    )


def days_line(status: Status, lang: str) -> str:
    """The days by which the goal is met with 10, 50 and 90 per cent.

    What is not reached within the horizon is told once, with the lowest share.
    """
    forecast = status.forecast
    if forecast is None or forecast.goal_day is None or forecast.horizon is None:
        return ""
    days = forecast.goal_day
    told = []
    for share, day in ((0.1, days.p10), (0.5, days.p50), (0.9, days.p90)):
        phrase = "chance-by" if day else "chance-below-by"
        by = by_day(day or forecast.horizon, lang)
        told.append(say(phrase, lang, chance=chance(share, lang), by=by))
        if day is None:
            break
    return say("with-chances", lang, chances=", ".join(told))


def rate_line(status: Status, lang: str) -> str:
    """The change per month of late, and what is needed until the goal day."""
    rate, unit = status.rate, status.now.statement.unit
    if rate is None:
        return ""
    recent = None if rate.recent is None else worked_out(rate.recent, unit, lang)
    if rate.required is None:
        return say("rate-recent", lang, recent=recent) if recent else ""
    if recent is None:
        required = worked_out(rate.required, unit, lang)
        return say("rate-required", lang, required=required)
    required = two_digits(rate.required, lang)
    return say("rate-both", lang, recent=recent, required=required)


def need_line(status: Status, lang: str) -> str:
    """What the next checkpoint needs; empty where none is to come."""
    upcoming, missing = status.now.next_checkpoint, status.missing
    if upcoming is None:
        return ""
    value = counted(upcoming.value, status.now.statement.unit, lang)
    due = say("checkpoint-by", lang, value=value, by=by_day(upcoming.by, lang))
    if status.actual is None:
        return due
    if missing is None:
        return f"{due}: {say('checkpoint-met', lang)}"
    lacking = two_digits(abs(missing.value), lang, reading_of(status))
    # With less than a month left, what that would be a month tells nobody anything.
    soon = abs(missing.per_month) > abs(missing.value)
    monthly = two_digits(abs(missing.per_month), lang)
    phrase = "to-go-soon" if soon else "to-go"
    return f"{due}: {say(phrase, lang, missing=lacking, monthly=monthly)}"


def basis_line(status: Status, lang: str) -> str:
    """How many reports the forecast rests on, and how late they are."""
    forecast, actual, statement = status.forecast, status.actual, status.now.statement
    if forecast is None or forecast.horizon is None or actual is None:
        return ""
    baseline = statement.baseline is not None and not statement.held
    how = "start" if status.period else "baseline" if baseline else "alone"
    reports = counted(forecast.reports, REPORTS, lang)
    on = on_day(actual.on, lang)
    return say(f"rests-on-{how}", lang, reports=reports, on=on)
