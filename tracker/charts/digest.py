"""A short fingerprint of the data a picture shows: the same data, the same digits."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from tracker.charts.series import is_foretold
from tracker.domain import Actual, Source, Statement
from tracker.progress.status import Status

SHOWN_DIGITS = 12


# A forecast counts to so many digits: the last ones differ between processors.
_FORECAST_DIGITS = 6


def data_digest(statuses: Sequence[Status]) -> str:
    """The first digits of a SHA-256 over statements and actuals in force.

    Days, kinds, values, evidence, sources and items count, and the forecast where
    there is one; who recorded a row, when, and at which place in a ledger does not,
    nor does the language.
    """
    content = [
        [
            each.target.key,
            each.as_of.isoformat(),
            [_terms(one) for one in each.statements],
            [_figures(one) for one in each.counting],
            *_foretold(each),
        ]
        for each in statuses
    ]
    text = json.dumps(content, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:SHOWN_DIGITS]


def _terms(statement: Statement) -> list[Any]:
    baseline, goal = statement.baseline, statement.goal
    return [
        statement.stated.isoformat(),
        statement.measure,
        statement.direction,
        [baseline.value, baseline.on.isoformat()] if baseline else None,
        [[each.value, each.by.isoformat()] for each in statement.checkpoints],
        [goal.value, goal.by.isoformat() if goal.by else None],
        statement.shape,
        statement.period,
        statement.carry_over,
        _said(statement.source),
    ]


def _said(source: Source) -> list[str | None]:
    published = source.published.isoformat() if source.published else None
    return [source.publisher, source.title, source.section, source.url, published]


def _foretold(status: Status) -> list[Any]:
    """What a picture shows of a forecast; nothing where it shows none."""
    forecast = status.forecast
    if forecast is None or not is_foretold(status):
        return []
    values, days = forecast.on_goal_day, forecast.goal_day
    numbers = [forecast.chance]
    if values:
        numbers += [values.p10, values.p25, values.p50, values.p75, values.p90]
    ends = [days.p10, days.p50, days.p90] if days else []
    return [
        [x if x is None else f"{x:.{_FORECAST_DIGITS}g}" for x in numbers],
        [x and x.isoformat() for x in ends],
    ]


def _figures(actual: Actual) -> list[Any]:
    return [
        actual.on.isoformat(),
        actual.kind,
        actual.value,
        actual.evidence,
        actual.source,
        actual.item,
    ]
