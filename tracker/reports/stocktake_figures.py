"""The figures of one target at a stocktake, each with its name."""

from __future__ import annotations

from tracker.domain import Measure
from tracker.progress.status import Status
from tracker.reports.areas import area_name
from tracker.reports.cells import cells
from tracker.reports.evidence import evidence_phrase
from tracker.reports.findings import days_of
from tracker.reports.forecast_lines import rate_line
from tracker.reports.forecasts import chance_cell, met_cell, why_none
from tracker.reports.numbers import percent
from tracker.reports.phrases import say
from tracker.reports.report import stale_note
from tracker.reports.stocktake import Item
from tracker.reports.words import (
    RATING_SYMBOLS,
    UNKNOWN,
    by_day,
    counted,
    short_day,
    text_in,
    title_of,
    word,
)


def figures(
    status: Status, then: Status | None, lang: str, known: str = ""
) -> list[Item]:
    """What is known of a target, a line each; what is not known is left out.

    Args:
        then: Its status in the earlier report; None where it was not yet promised.
        known: How that is known, where not from its day; else empty.
    """
    now = status.now
    shown = cells(status, lang, short=False)
    pace = UNKNOWN if now.pace is None else percent(now.pace, lang)
    found = [
        (word("goal-short", lang), _goal(status, lang)),
        (word("actual", lang), _actual(status, lang)),
        (word("expected", lang), shown.expected),
        (word("days-wide", lang), days_of(now, lang)),
        (say("pack-pace", lang), pace),
        (say("rate", lang), rate_line(status, lang)),
        *_forecast(status, lang),
    ]
    if then is not None:
        parts = [_then(then, lang), known]
        found.append((short_day(then.as_of, lang), ", ".join(filter(None, parts))))
    found += [
        (word("evidence-head", lang), evidence_phrase(status, lang)),
        (word("source", lang), str(now.statement.source)),
        *_of_whom(status, lang),
    ]
    return [
        Item(text, label=label[:1].upper() + label[1:])
        for label, text in found
        if text and text != UNKNOWN
    ]


def parts(status: Status, lang: str) -> list[Item]:
    """What a target adds up, in the order of the file."""
    return [
        Item(
            f"{_part_name(each, lang)}: {cells(each, lang, short=False).actual}",
            below=stale_note(each, lang),
            rating=each.rating,
            key=each.target.key,
        )
        for each in status.parts
    ]


def _goal(status: Status, lang: str) -> str:
    """The goal and its day, or the quota, its rhythm and its last day."""
    now = status.now
    statement, day = now.statement, now.statement.goal.by
    by = by_day(day, lang) if day else say("no-day", lang)
    if statement.measure is Measure.MILESTONE:
        return by
    value = counted(now.goal, statement.unit, lang)
    if statement.period is None:
        return f"{value} {by}" if day else f"{value}, {by}"
    rhythm = word(f"each-{statement.period}", lang)
    return f"{value}, {rhythm}, {by}" if day else f"{value}, {rhythm}"


def _actual(status: Status, lang: str) -> str:
    actual = status.actual
    if actual is None:
        return say("nothing", lang)
    day = short_day(actual.on, lang)
    if status.stale:
        day = f"{day}, {word('stale', lang)}"
    return f"{cells(status, lang, short=False).actual}, {day}"


def _forecast(status: Status, lang: str) -> list[tuple[str, str]]:
    """The chance and the days of meeting the goal, or why there is neither."""
    likely, met = chance_cell(status.forecast, lang), met_cell(status.forecast, lang)
    reason = why_none(status, lang)
    if reason and likely == met == UNKNOWN:
        if status.now.statement.measure is Measure.MILESTONE:
            return []
        return [(say("forecast", lang), say("none-because", lang, reason=reason))]
    return [(say("chance", lang), likely), (say("met-head", lang), met)]


def _then(then: Status, lang: str) -> str:
    rating = f"{RATING_SYMBOLS[then.rating]} {word(then.rating, lang)}"
    value = cells(then, lang, short=False).actual
    return f"{rating}, {value}" if then.actual else rating


def _of_whom(status: Status, lang: str) -> list[tuple[str, str]]:
    labels = status.target.labels
    told = {
        "owner": labels.owner and text_in(labels.owner, lang),
        "programme": labels.programme and text_in(labels.programme, lang),
        "area": labels.area and area_name(labels.area, lang),
    }
    return [(word(name, lang), text) for name, text in told.items() if text]


def _part_name(status: Status, lang: str) -> str:
    area = status.target.labels.area
    if area:
        return area_name(area, lang)
    return title_of(status.target.key, status.target.labels, lang)
