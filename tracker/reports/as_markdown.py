"""The status report as Markdown tables, one a programme."""

from __future__ import annotations

from tracker.progress.status import Status
from tracker.reports.cells import cells
from tracker.reports.numbers import plain_spaces
from tracker.reports.parts import depths, name_at, parts_phrase
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
        pairs = zip(depths(statuses), statuses, strict=True)
        lines += [_status_row(depth, each, lang) for depth, each in pairs]
        lines.append("")
    lines.append(summary(report.statuses, lang))
    return plain_spaces("\n".join(lines) + "\n")


def _status_row(depth: int, status: Status, lang: str) -> str:
    row = cells(status, lang, short=False)
    title = "↳ " * depth + name_at(depth, status, lang)
    title = f"{title}, {row.period}" if row.period else title
    parts = parts_phrase(status, lang)
    actual = f"{row.actual}; {parts}" if parts else row.actual
    return _row([escaped(cell) for cell in (title, actual, *row[3:])])


def _row(row: list[str]) -> str:
    return "| " + " | ".join(row) + " |"
