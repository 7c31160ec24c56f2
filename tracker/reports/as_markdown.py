"""The status report as Markdown tables, one a programme."""

from __future__ import annotations

from tracker.progress.status import Status
from tracker.reports.cells import STALE, cells
from tracker.reports.evidence import head_phrase
from tracker.reports.findings import missed_phrase
from tracker.reports.forecasts import chance_cell, forecast_cell, legend, met_cell
from tracker.reports.numbers import plain_spaces
from tracker.reports.parts import depths, name_at, parts_phrase
from tracker.reports.phrases import say
from tracker.reports.report import Report, by_programme, heading, stale_note, summary
from tracker.reports.tables import escaped, piped
from tracker.reports.words import UNKNOWN, word


def render(report: Report) -> str:
    """The report; a restated goal shows what was first stated in the last column.

    Forecasts have two columns where there are any.
    """
    lang = report.lang
    foretold = any(
        forecast_cell(each.forecast, lang, short=False) != UNKNOWN
        for each in report.statuses
    )
    columns = ("target", "actual", "expected", "days-wide", "rating", "data-day")
    head = [word(name, lang) for name in columns]
    head += [say(name, lang) for name in ("chance", "met-head") if foretold]
    head.append(word("first-stated", lang))
    lines = [f"# {heading(report)}", ""]
    groups = by_programme(report)
    for name, statuses in groups:
        if len(groups) > 1:
            lines += [f"## {escaped(name)}", ""]
        lines += [piped(head), piped(["---"] * len(head))]
        pairs = zip(depths(statuses), statuses, strict=True)
        lines += [_status_row(n, each, lang, foretold=foretold) for n, each in pairs]
        lines.append("")
    lines.append(summary(report.statuses, lang))
    lines += ["", legend(report.statuses, lang)] if foretold else []
    lines += ["", head_phrase(report.head, lang)] if report.head else []
    return plain_spaces("\n".join(lines) + "\n")


def _status_row(depth: int, status: Status, lang: str, *, foretold: bool) -> str:
    row = cells(status, lang, short=False)
    row = row._replace(title="↳ " * depth + name_at(depth, status, lang))
    told = (row.actual, parts_phrase(status, lang), missed_phrase(status, lang))
    found = [
        row.whole_title,
        "; ".join(each for each in (*told, row.evidence) if each),
        row.expected,
        row.days,
        "; ".join(filter(None, (row.rating, stale_note(status, lang)))),
        row.data_day.removesuffix(STALE),
    ]
    if foretold:
        found += [f(status.forecast, lang) for f in (chance_cell, met_cell)]
    return piped([escaped(cell) for cell in (*found, row.first)])
