"""What a row of a status table says, in words and figures, for text and Markdown."""

from __future__ import annotations

from typing import NamedTuple

from tracker.domain import Measure
from tracker.progress.standing import Standing
from tracker.progress.status import Status
from tracker.reports.evidence import evidence_phrase
from tracker.reports.findings import counts_down, days_of, first_finding, reading_of
from tracker.reports.forecasts import forecast_cell
from tracker.reports.numbers import compact, figure, rounded
from tracker.reports.phrases import say
from tracker.reports.words import (
    RATING_SYMBOLS,
    UNKNOWN,
    short_day,
    span_name,
    tiny_day,
    title_of,
    unit_of,
    unit_word,
    with_unit,
    word,
)

# After the day of data that are stale, where a legend explains it.
STALE = " !"


class Cells(NamedTuple):
    """One target in cells; what is not known is a dash.

    Attributes:
        period: Of a quota, the one that is rated; empty for other targets.
        forecast: The chance, and the month by which the goal is met with 50 %.
        first: The standing against the first statement; empty where it is in force.
        evidence: How well the actual is attested; empty where it is only claimed.
    """

    title: str
    period: str
    actual: str
    expected: str
    days: str
    rating: str
    data_day: str
    forecast: str
    first: str
    evidence: str

    @property
    def whole_title(self) -> str:
        """The title with the period that is rated."""
        return f"{self.title}, {self.period}" if self.period else self.title


def cells(status: Status, lang: str, *, short: bool) -> Cells:
    """The cells of one target.

    Args:
        short: For few columns: 3.1M, no units, days as a signed number.
    """
    now, actual = status.now, status.actual
    day_shown = tiny_day if short else short_day
    data_day = day_shown(actual.on, lang) if actual else UNKNOWN
    if status.stale:
        data_day += STALE
    return Cells(
        title=title_of(status.target.key, status.target.labels, lang),
        period=_period(status, lang),
        actual=_actual(status, lang, short=short),
        expected=_expected(status, lang, short=short),
        days=_days(now, lang) if short else days_of(now, lang) or UNKNOWN,
        rating=f"{RATING_SYMBOLS[now.rating]} {word(now.rating, lang)}",
        data_day=data_day,
        forecast=forecast_cell(status.forecast, lang, short=short),
        first=first_finding(status.first, now, lang) if status.first else "",
        evidence=evidence_phrase(status, lang),
    )


def _period(status: Status, lang: str) -> str:
    period = status.now.statement.period
    if status.period is None or period is None:
        return ""
    return span_name(status.period, period, lang)


def _actual(status: Status, lang: str, *, short: bool) -> str:
    now, actual = status.now, status.actual
    if now.statement.measure is Measure.MILESTONE:
        if actual is None:
            return UNKNOWN
        return word("done" if actual.value else "not-done", lang)
    known = actual.value if actual else None
    goal = figure(now.goal, lang)
    value = UNKNOWN if known is None else figure(known, lang)
    if short:
        small = compact(now.goal, lang)
        near = known is not None and known != now.goal and compact(known, lang) == small
        if not near:
            goal, value = small, UNKNOWN if known is None else compact(known, lang)
        return f"{value} / {goal}"
    unit = now.statement.unit
    if counts_down(now.statement):
        if known is not None:
            value = with_unit(value, unit_word(known, unit, lang))
        return say("value-goal", lang, value=value, goal=goal)
    goal = with_unit(goal, unit_of(now.goal, unit, lang))
    return say("of", lang, value=value, goal=goal)


def _expected(status: Status, lang: str, *, short: bool) -> str:
    now = status.now
    if now.expected is None or now.statement.measure is Measure.MILESTONE:
        return UNKNOWN
    small = short and abs(now.expected) >= 1e4
    if small:
        return compact(now.expected, lang)
    return rounded(now.expected, lang, reading_of(status))


def _days(now: Standing, lang: str) -> str:
    """A signed number: negative for days behind, and for days late."""
    days = -now.days_late if now.days_late else now.days_ahead
    if days is None:
        return UNKNOWN
    return f"{'+' if days > 0 else ''}{rounded(days, lang)}"
