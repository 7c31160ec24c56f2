"""What the labels of a burn-up say."""

from __future__ import annotations

from datetime import date

from tracker.charts.series import is_foretold
from tracker.charts.words import put
from tracker.domain import Checkpoint, Measure, Statement
from tracker.periods import YEAR_DAYS
from tracker.progress.rating import Rating
from tracker.progress.status import Status
from tracker.progress.totals import names_only
from tracker.reports.evidence import evidence_phrase, head_phrase
from tracker.reports.forecast_lines import chance_line, days_line, value_line
from tracker.reports.forecasts import why_none
from tracker.reports.numbers import chance, figure
from tracker.reports.parts import parts_phrase
from tracker.reports.phrases import say
from tracker.reports.words import DAYS, counted, short_day, word


def goal_note(status: Status, lang: str) -> tuple[str, ...]:
    """The goal, its day and the chance of meeting it by then, then ever less of it."""
    goal, unit, due = status.now.goal, status.now.statement.unit, status.now.due
    values = (counted(goal, unit, lang), figure(goal, lang))
    alone = put("goal-only", lang, goal=values[-1])
    least = (alone, values[-1])
    if due is None:
        texts = [say("goal-undated", lang, value=each) for each in values]
        return (*texts, *least)
    day = short_day(due, lang)
    likely = status.forecast.chance if status.forecast else None
    texts = [put("goal", lang, value=each, day=day) for each in values]
    if likely is None:
        return (*texts, *least)
    share = put("chance", lang, share=chance(likely, lang))
    told = [f"{each}: {share}" for each in (*texts, alone)]
    return (*told, *least)


def place_note(value: float, on: date, lang: str) -> tuple[str, ...]:
    """A value and its day, then the value alone."""
    shown = figure(value, lang)
    return f"{shown}, {short_day(on, lang)}", shown


def last_note(status: Status, lang: str) -> tuple[str, ...]:
    """The last figure, its day, and that it is old; then the figure alone."""
    assert status.actual is not None, "there is a last figure"
    value, on = status.actual.value, status.actual.on
    told, bare = place_note(value, on, lang)
    old = _how_old(status, lang)
    return (f"{told}, {old}", told, bare) if old else (told, bare)


def _how_old(status: Status, lang: str) -> str:
    """That the last figure is stale, or without a rhythm more than a year old.

    Empty for a fresh one, and once the goal is achieved or its day is over.
    """
    if status.stale:
        return word("stale", lang)
    assert status.actual is not None, "there is a last figure"
    days, due = (status.as_of - status.actual.on).days, status.now.due
    over = status.rating is Rating.ACHIEVED or (due is not None and status.as_of > due)
    if over or status.target.labels.report_every or days <= YEAR_DAYS:
        return ""
    return put("ago", lang, days=counted(days, DAYS, lang))


def fan_note(ends: date | None, lang: str) -> list[str]:
    """From which day on the forecast is too wide to be drawn."""
    return [put("fan-ends", lang, day=short_day(ends, lang))] if ends else []


def checkpoint_note(checkpoint: Checkpoint, lang: str) -> tuple[str, ...]:
    """What is due on the way, and when."""
    return place_note(checkpoint.value, checkpoint.by, lang)


def restated_note(earlier: Statement, later: Statement, lang: str) -> tuple[str, ...]:
    """What a revision changed, the day it was made and who made it."""
    said = f"{_change(earlier, later, lang)}, {short_day(later.stated, lang)}"
    by = later.source.publisher or later.source.title
    return (f"{said}, {by}", said) if by else (said,)


def median_note(status: Status, last: date, lang: str) -> tuple[str, ...]:
    """The day on which the median reaches the goal, and that it lies off the picture.

    Empty without a forecast of days, and for a quota that is not reached: it starts
    again after its period.

    Args:
        last: The last day shown.
    """
    forecast = status.forecast
    if forecast is None or forecast.goal_day is None or forecast.horizon is None:
        return ()
    day = forecast.goal_day.p50
    if day is None:
        said = put("median-beyond", lang, day=short_day(forecast.horizon, lang))
        return () if status.period else (f"{said} →", said)
    shown = short_day(day, lang)
    said = put("median-day", lang, day=shown)
    return (f"{said} →", said) if day > last else (said, shown)


def forecast_note(status: Status, lang: str) -> list[str]:
    """The chance, the value on the goal day, and the days of meeting the goal."""
    if not is_foretold(status):
        return []
    told = ((chance_line, "chance"), (value_line, "forecast"), (days_line, "goal-met"))
    texts = [(say(label, lang), line(status, lang)) for line, label in told]
    return [f"{label[:1].upper()}{label[1:]}: {text}" for label, text in texts if text]


def why_no_forecast(status: Status, lang: str) -> list[str]:
    """Why nothing is forecast; of a milestone nobody asks."""
    reason = why_none(status, lang)
    milestone = status.now.statement.measure is Measure.MILESTONE
    if reason is None or milestone or is_foretold(status):
        return []
    return [put("no-forecast", lang, reason=reason)]


def sources(status: Status, lang: str) -> list[str]:
    """Who stated the goal in force, who gave the last figure, and how it is shown."""
    nobody, statement = put("no-source", lang), status.now.statement
    said = str(statement.source) or nobody
    day = short_day(statement.stated, lang)
    found = [put("said-goal", lang, day=day, source=said)]
    reported = [each for each in status.counting if not names_only(each)]
    if reported:
        last = reported[-1]
        day = short_day(last.on, lang)
        old = _how_old(status, lang) if status.actual else ""
        day = f"{day}, {old}" if old else day
        said = last.source or parts_phrase(status, lang) or nobody
        found.append(put("said-actual", lang, day=day, source=said))
    said = evidence_phrase(status, lang)
    return [*found, said[:1].upper() + said[1:]] if said else found


def stamp(as_of: date, digest: str, lang: str, head: str | None = None) -> str:
    """The day of the report, the fingerprint of its data, and where it was kept."""
    day = put("as-of", lang, day=short_day(as_of, lang))
    said = f"{day} · {put('digest', lang, digest=digest)}"
    return f"{said} · {head_phrase(head, lang)}" if head else said


def _change(earlier: Statement, later: Statement, lang: str) -> str:
    was, now = earlier.goal, later.goal
    values = f"{figure(was.value, lang)} → {figure(now.value, lang)}"
    if later.measure is Measure.MILESTONE or was.value == now.value:
        if was.by == now.by:
            return put("restated", lang)
        return f"{_due(was.by, lang)} → {_due(now.by, lang)}"
    if was.by == now.by:
        return values
    before, after = values.split(" → ")
    return f"{before} ({_due(was.by, lang)}) → {after} ({_due(now.by, lang)})"


def _due(day: date | None, lang: str) -> str:
    return short_day(day, lang) if day else say("no-day", lang)
