"""The status report as a table for machines; what is unknown is an empty cell."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tracker.progress.status import Status
from tracker.reports.as_json import status_object
from tracker.reports.report import Report

# Column -> where it stands in the object of the JSON report.
COLUMNS: dict[str, tuple[str, ...]] = {
    "target": ("key",),
    "title": ("title",),
    "unit": ("unit",),
    "measure": ("measure",),
    "direction": ("direction",),
    "programme": ("programme",),
    "owner": ("owner",),
    "parent": ("parent",),
    "baseline": ("baseline", "value"),
    "baseline_on": ("baseline", "on"),
    "goal": ("goal", "value"),
    "goal_by": ("goal", "by"),
    "goal_stated": ("goal", "stated"),
    "actual": ("actual", "value"),
    "actual_on": ("actual", "on"),
    "evidence": ("actual", "evidence"),
    "entries": ("actual", "entries"),
    "claimed": ("actual", "by_evidence", "claimed"),
    "documented": ("actual", "by_evidence", "documented"),
    "verified": ("actual", "by_evidence", "verified"),
    "named": ("actual", "named"),
    "share": ("share",),
    "expected": ("expected",),
    "variance": ("variance",),
    "pace": ("pace",),
    "days_ahead": ("days_ahead",),
    "rating": ("rating",),
    "reason": ("reason",),
    "stale": ("stale",),
    "days_late": ("days_late",),
    "first_goal": ("first_stated", "goal", "value"),
    "first_goal_by": ("first_stated", "goal", "by"),
    "first_goal_stated": ("first_stated", "goal", "stated"),
    "first_expected": ("first_stated", "expected"),
    "first_pace": ("first_stated", "pace"),
    "first_rating": ("first_stated", "rating"),
    "growth_ratio": ("methods", "growth", "ratio"),
    "growth_status": ("methods", "growth", "status"),
    "growth_score": ("methods", "growth", "score"),
    "completion_percent": ("methods", "completion", "percent"),
    "extrapolation_symbol": ("methods", "extrapolation", "symbol"),
    "plan_fact_percent": ("methods", "plan_fact", "percent"),
    "period_start": ("period", "start"),
    "period_end": ("period", "end"),
    "chance": ("forecast", "probability"),
    "forecast_p10": ("forecast", "on_goal_day", "p10"),
    "forecast_p50": ("forecast", "on_goal_day", "p50"),
    "forecast_p90": ("forecast", "on_goal_day", "p90"),
    "goal_day_p10": ("forecast", "goal_day", "p10"),
    "goal_day_p50": ("forecast", "goal_day", "p50"),
    "goal_day_p90": ("forecast", "goal_day", "p90"),
    "area": ("area",),
    "parts": ("parts", "count"),
    "parts_reported": ("parts", "reported"),
}


def render(report: Report) -> str:
    """One line a target, in the order of the file."""
    return "".join(pieces(report, report.statuses))


def pieces(report: Report, statuses: Iterable[Status]) -> Iterator[str]:
    """The table in pieces, one for each target.

    Args:
        report: Says what day it speaks of; its own statuses are not looked at.
    """
    yield _line(["as_of", *COLUMNS, "head"])
    for each in statuses:
        found = status_object(each, report.lang)
        cells = [cell(found, place) for place in COLUMNS.values()]
        yield _line([report.as_of.isoformat(), *cells, report.head])


def _line(cells: Sequence[object]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


def cell(found: Any, place: tuple[str, ...]) -> object:
    """What stands at a place of an object; None where there is nothing."""
    for name in place:
        if found is None:
            return None
        found = found.get(name)
    return str(found).lower() if isinstance(found, bool) else found
