"""The status report as Markdown tables, one a programme."""

from __future__ import annotations

from tracker.progress.status import Status
from tracker.reports.cells import cells
from tracker.reports.evidence import head_phrase
from tracker.reports.numbers import plain_spaces
from tracker.reports.report import Report, by_programme, heading, summary
from tracker.reports.tables import escaped
from tracker.reports.words import word


def render(report: Report) -> str:
    """The report; a restated goal shows what was first stated in the last column."""
    lang = report.lang
    columns = ("target", "actual", "expected", "days-wide", "rating", "data-day")
    head = [word(name, lang) for name in columns] + [word("first-stated", lang)]
    lines = [f"# {heading(report)}", ""]
    groups = by_programme(report)
    for name, statuses in groups:
        if len(groups) > 1:
            lines += [f"## {escaped(name)}", ""]
        lines += [_row(head), _row(["---"] * len(head))]
        lines += [_status_row(each, lang) for each in statuses]
        lines.append("")
    lines.append(summary(report.statuses, lang))
    if report.head:
        lines += ["", head_phrase(report.head, lang)]
    return plain_spaces("\n".join(lines) + "\n")


def _status_row(status: Status, lang: str) -> str:
    row = cells(status, lang, short=False)
    title = f"{row.title}, {row.period}" if row.period else row.title
    actual = f"{row.actual} ({row.evidence})" if row.evidence else row.actual
    rest = (row.expected, row.days, row.rating, row.data_day, row.first)
    return _row([escaped(cell) for cell in (title, actual, *rest)])


def _row(row: list[str]) -> str:
    return "| " + " | ".join(row) + " |"
