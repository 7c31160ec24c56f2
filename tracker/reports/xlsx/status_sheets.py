"""Where each target stands, and what will become of it: a row a target."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.domain import Measure
from tracker.progress.forecasts import Forecast
from tracker.progress.status import Status
from tracker.reports.cells import cells
from tracker.reports.findings import reading_of, reason
from tracker.reports.forecasts import why_none
from tracker.reports.numbers import in_percent, plain_spaces
from tracker.reports.parts import parts_reason
from tracker.reports.phrases import say
from tracker.reports.report import Report
from tracker.reports.words import text_in, unit_name, word
from tracker.reports.xlsx import cells as typed
from tracker.reports.xlsx.book import Column, Row, Table
from tracker.reports.xlsx.heads import capital, head

_TITLE, _NAME, _SENTENCE = 38, 24, 44
# Head of each column, and how wide its texts are at most.
_STATUS = {
    "target-head": _TITLE,
    "programme": _NAME,
    "owner": _NAME,
    "rating": 18,
    "stale": 0,
    "actual": 0,
    "unit": 16,
    "data-day": 0,
    "goal-short": 0,
    "by-head": 0,
    "expected-short": 0,
    "book-variance": 0,
    "book-pace": 0,
    "book-share": 0,
    "book-days": 0,
    "reason": _SENTENCE,
    "book-first-goal": 0,
    "book-first-by": 0,
    "book-first-rating": 18,
    "chance": 0,
    "evidence-head": 18,
    "book-key": 34,
}
_POINTS = (10, 50, 90)


def status_sheet(report: Report) -> Table:
    """Where each target stands."""
    lang = report.lang
    return Table(
        name=say("book-status", lang),
        key="Status",
        columns=[Column(head(name, lang), most) for name, most in _STATUS.items()],
        rows=lambda: (_status_row(each, lang) for each in report.statuses),
    )


def forecast_sheet(report: Report) -> Table:
    """What will become of each target, or why nothing is forecast."""
    lang = report.lang
    return Table(
        name=say("book-forecast", lang),
        key="Forecast",
        columns=list(_forecast_columns(lang)),
        rows=lambda: (_forecast_row(each, lang) for each in report.statuses),
    )


def title(status: Status, lang: str) -> str:
    """The title with the period that is rated."""
    return plain_spaces(cells(status, lang, short=False).whole_title)


def _status_row(status: Status, lang: str) -> Row:
    labels, now, actual = status.target.labels, status.now, status.actual
    first, measure = status.first, status.target.measure
    figures = measure is not Measure.MILESTONE
    like = reading_of(status)
    return (
        typed.text(title(status, lang)),
        typed.text(text_in(labels.programme, lang) if labels.programme else None),
        typed.text(text_in(labels.owner, lang) if labels.owner else None),
        typed.rating(status.rating, lang),
        typed.text(word("stale", lang) if status.stale else None),
        typed.total(actual.value if actual else None, measure, lang),
        typed.text(unit_name(now.statement.unit, lang)),
        typed.day(actual.on if actual else None, lang),
        typed.total(now.goal, measure, lang),
        typed.day(now.due, lang),
        typed.worked_out(now.expected if figures else None, like),
        typed.difference(now.variance if figures else None, like),
        typed.share(now.pace if figures else None),
        typed.share(now.share if figures else None),
        typed.days(-now.days_late if now.days_late else now.days_ahead),
        typed.text(_reason(status, lang)),
        typed.total(first.goal if first else None, measure, lang),
        typed.day(first.due if first else None, lang),
        typed.rating(first.rating, lang) if first else None,
        typed.chance(status.forecast.chance if status.forecast else None),
        typed.text(word(actual.evidence, lang) if actual else None),
        typed.text(status.target.key),
    )


def _reason(status: Status, lang: str) -> str:
    why = parts_reason(status, lang) or reason(
        status.now, lang, reported=status.actual is not None
    )
    return capital(plain_spaces(why))


def _forecast_columns(lang: str) -> Iterator[Column]:
    yield Column(head("target-head", lang), _TITLE)
    yield Column(head("goal-short", lang))
    yield Column(head("unit", lang), 16)
    yield Column(head("by-head", lang))
    yield Column(head("chance", lang))
    for phrase in ("book-value-then", "book-met-by"):
        for point in _POINTS:
            said = say(phrase, lang, chance=in_percent(point, lang))
            yield Column(capital(said))
    yield Column(head("book-horizon", lang))
    yield Column(head("book-reports", lang))
    yield Column(head("book-why-none", lang), _SENTENCE)
    yield Column(head("book-key", lang), 34)


def _forecast_row(status: Status, lang: str) -> Row:
    forecast, now = status.forecast or Forecast(0), status.now
    value, met = forecast.on_goal_day, forecast.goal_day
    like = reading_of(status)
    points = (value.p10, value.p50, value.p90) if value else (None, None, None)
    days = (met.p10, met.p50, met.p90) if met else (None, None, None)
    why = why_none(status, lang)
    return (
        typed.text(title(status, lang)),
        typed.total(now.goal, status.target.measure, lang),
        typed.text(unit_name(now.statement.unit, lang)),
        typed.day(now.due, lang),
        typed.chance(forecast.chance),
        *(typed.worked_out(each, like) for each in points),
        *(typed.month(each, lang) for each in days),
        typed.day(forecast.horizon if met else None, lang),
        typed.whole(forecast.reports if met else None),
        typed.text(why and capital(plain_spaces(why))),
        typed.text(status.target.key),
    )
