"""Targets, actuals and statuses as pandas frames; what is unknown is NaN or NaT."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from tracker.domain import Actual, Target
from tracker.errors import TrackerError
from tracker.progress.status import Status
from tracker.reports.as_csv import COLUMNS, cell
from tracker.reports.as_json import status_object
from tracker.reports.words import title_of, unit_name

if TYPE_CHECKING:
    from pandas import DataFrame

_DAYS = (
    *("stated", "on", "baseline_on", "goal_by", "goal_stated", "actual_on"),
    *("first_goal_by", "first_goal_stated", "period_start", "period_end"),
    *("goal_day_p10", "goal_day_p50", "goal_day_p90"),
)
_NUMBERS = (
    *("value", "baseline", "goal", "actual", "entries", "claimed", "documented"),
    *("verified", "named", "share", "expected", "variance", "pace", "days_ahead"),
    *("days_late", "first_goal", "first_expected", "first_pace", "growth_ratio"),
    *("growth_score", "completion_percent", "plan_fact_percent", "chance"),
    *("forecast_p10", "forecast_p50", "forecast_p90", "parts", "parts_reported"),
)
_MOMENTS = ("recorded_at",)

Row = Mapping[str, object]


class NoPandasError(TrackerError):
    """Frames were asked for, and pandas is not installed."""


def statements_frame(targets: Iterable[Target]) -> DataFrame:
    """A row for each statement, in the order of targets and days."""
    names = ("target", "title", "unit", "measure", "stated", "baseline", "baseline_on")
    rows = [
        {
            "target": target.key,
            "title": title_of(target.key, target.labels, "en"),
            "unit": unit_name(each.unit, "en"),
            "measure": str(each.measure),
            "stated": each.stated,
            "baseline": each.baseline and each.baseline.value,
            "baseline_on": each.baseline and each.baseline.on,
            "goal": each.goal.value,
            "goal_by": each.goal.by,
        }
        for target in targets
        for each in target.statements
    ]
    return _frame((*names, "goal", "goal_by"), rows)


def actuals_frame(actuals: Mapping[str, Sequence[Actual]]) -> DataFrame:
    """A row for each actual, by target and day."""
    texts = ("evidence", "item", "source", "url", "note", "author")
    rows = [
        {
            "target": key,
            "entry": f"{key}#{each.seq}",
            "on": each.on,
            "kind": str(each.kind),
            "value": each.value,
            **{name: getattr(each, name) for name in texts},
            "recorded_at": each.recorded_at,
        }
        for key, found in actuals.items()
        for each in found
    ]
    return _frame(
        ("target", "entry", "on", "kind", "value", *texts, "recorded_at"), rows
    )


def status_frame(statuses: Iterable[Status], lang: str) -> DataFrame:
    """A row for each target under the columns of the CSV report."""
    rows = []
    for each in statuses:
        found = status_object(each, lang)
        row = {name: cell(found, place) for name, place in COLUMNS.items()}
        rows.append(row | {"stale": each.stale})
    return _frame(tuple(COLUMNS), rows).astype({"stale": bool})


def _frame(columns: Sequence[str], rows: Sequence[Row]) -> DataFrame:
    """A frame whose columns have their types even where nothing is known."""
    try:
        import pandas as pd
    except ImportError as error:
        raise NoPandasError(
            "pandas is not installed; run pip install 'tracker[pandas]'"
        ) from error
    found = {
        name: pd.Series([_text_of(row[name]) for row in rows], dtype=_dtype(name))
        for name in columns
    }
    return pd.DataFrame(found, columns=list(columns))


def _text_of(value: object) -> object:
    """Days and moments as pandas reads them, all else as it is."""
    return value.isoformat() if isinstance(value, date) else value


def _dtype(name: str) -> str:
    if name in _DAYS:
        return "datetime64[ns]"
    if name in _MOMENTS:
        return "datetime64[ns, UTC]"
    return "float64" if name in _NUMBERS else "object"
