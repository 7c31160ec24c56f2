"""The report of forecasts: a block a target for people, an object for machines."""

from __future__ import annotations

import json

from tracker.progress.status import Status
from tracker.reports import tables
from tracker.reports.as_csv import cell
from tracker.reports.as_json import Object, beginning, status_object
from tracker.reports.cells import cells
from tracker.reports.findings import reading_of
from tracker.reports.forecast_lines import (
    LABELS,
    basis_line,
    lines_of,
    need_line,
    rate_line,
)
from tracker.reports.forecasts import chance_cell, days_cell, values_cell, why_none
from tracker.reports.numbers import machine, plain_spaces
from tracker.reports.phrases import say
from tracker.reports.report import Report, heading
from tracker.reports.terminal import fitted, visible, width, wrapped
from tracker.reports.words import UNKNOWN, short_day, title_of

# Column -> where it stands in the object of the JSON report.
COLUMNS: dict[str, tuple[str, ...]] = {
    "target": ("key",),
    "title": ("title",),
    "unit": ("unit",),
    "goal": ("goal", "value"),
    "goal_by": ("goal", "by"),
    "actual": ("actual", "value"),
    "actual_on": ("actual", "on"),
    "chance": ("forecast", "probability"),
    "forecast_p10": ("forecast", "on_goal_day", "p10"),
    "forecast_p50": ("forecast", "on_goal_day", "p50"),
    "forecast_p90": ("forecast", "on_goal_day", "p90"),
    "goal_day_p10": ("forecast", "goal_day", "p10"),
    "goal_day_p50": ("forecast", "goal_day", "p50"),
    "goal_day_p90": ("forecast", "goal_day", "p90"),
    "horizon": ("forecast", "horizon"),
    "reports": ("forecast", "reports"),
    "reason": ("forecast", "reason"),
    "rate_recent": ("rate", "recent"),
    "rate_required": ("rate", "required"),
    "checkpoint": ("next_checkpoint", "value"),
    "checkpoint_by": ("next_checkpoint", "by"),
    "checkpoint_missing": ("next_checkpoint", "missing"),
    "checkpoint_required": ("next_checkpoint", "required"),
}
# In fewer columns words are torn apart.
LEAST_COLUMNS = 40
# The columns of Markdown: words that stand above them.
_SHOWN = (
    *("target-name", "reported", "due-on", "chance", "values-head", "days-head"),
    *("rate", "next-checkpoint", "rests-on"),
)


def render(report: Report, form: str, columns: int) -> str:
    """The report in a form: `text` of so many columns, `json`, `csv` or `markdown`."""
    match form:
        case "json":
            return _as_json(report)
        case "csv":
            rows = [_row(report, each) for each in report.statuses]
            return tables.render(rows, ["as_of", *COLUMNS], form)
        case "markdown":
            return _as_markdown(report)
    return _as_text(report, columns)


def _as_text(report: Report, columns: int) -> str:
    lang, columns = report.lang, max(columns, LEAST_COLUMNS)
    lines = wrapped(heading(report, say("forecasts", lang)), columns, "")
    labels = max(width(say(label, lang)) for label in LABELS)
    for status in report.statuses:
        title = title_of(status.target.key, status.target.labels, lang)
        lines += ["", *wrapped(visible(f"{status.target.key}: {title}"), columns, "")]
        for label, text in lines_of(status, lang):
            first, *more = wrapped(visible(text), columns - labels - 4, "")
            lines.append(f"  {fitted(label, labels)}  {first}")
            lines += [" " * (labels + 4) + each.strip() for each in more]
    if not report.statuses:
        lines += ["", say("nothing-known", lang)]
    return plain_spaces("\n".join(lines) + "\n")


def _as_markdown(report: Report) -> str:
    lang = report.lang
    rows = [_shown(each, lang) for each in report.statuses]
    heads = [say(name, lang) for name in _SHOWN]
    table = tables.render(rows, _SHOWN, "markdown", heads)
    table = table if rows else f"{say('nothing-known', lang)}\n"
    return plain_spaces(f"# {heading(report, say('forecasts', lang))}\n\n{table}")


def _shown(status: Status, lang: str) -> tables.Row:
    row, due = cells(status, lang, short=False), status.now.due
    shown = (
        row.whole_title,
        row.actual,
        short_day(due, lang) if due else UNKNOWN,
        chance_cell(status.forecast, lang),
        values_cell(status.forecast, lang, reading_of(status)),
        days_cell(status.forecast, lang),
        rate_line(status, lang) or UNKNOWN,
        need_line(status, lang) or UNKNOWN,
        why_none(status, lang) or basis_line(status, lang),
    )
    return dict(zip(_SHOWN, shown, strict=True))


def _as_json(report: Report) -> str:
    document = beginning(report) | {
        "targets": [_object(each, report.lang) for each in report.statuses],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _object(status: Status, lang: str) -> Object:
    """One target: what the status says of it, and what is still needed."""
    found, now = status_object(status, lang), status.now
    asked = ("key", "title", "unit", "measure", "direction")
    return {name: found[name] for name in asked} | {
        "goal": {
            "value": machine(now.goal),
            "by": now.due.isoformat() if now.due else None,
        },
        "actual": found["actual"],
        "rating": found["rating"],
        "forecast": found["forecast"],
        "rate": found["rate"],
        "next_checkpoint": _needed(status, found["next_checkpoint"]),
    }


def _row(report: Report, status: Status) -> tables.Row:
    found = _object(status, report.lang)
    places = COLUMNS.items()
    return {"as_of": report.as_of.isoformat()} | {
        n: cell(found, at) for n, at in places
    }


def _needed(status: Status, upcoming: Object | None) -> Object | None:
    """The next checkpoint with what it still needs: 0 once it is met."""
    if upcoming is None:
        return None
    missing = status.missing
    met = status.actual is not None and missing is None
    return upcoming | {
        "missing": machine(missing.value) if missing else 0 if met else None,
        "required": machine(missing.per_month) if missing else 0 if met else None,
    }
