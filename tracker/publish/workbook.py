"""The whole report as one workbook, in the language of its edition."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from tracker.charts.options import ChartOptions
from tracker.publish.content import Content
from tracker.reports.evidence import head_phrase
from tracker.reports.phrases import say
from tracker.reports.report import Report, by_programme, heading
from tracker.reports.xlsx.book import Book, Picture, Pictures, written
from tracker.reports.xlsx.ledger_sheets import Told, ledger_sheets
from tracker.reports.xlsx.measured import measured_sheet
from tracker.reports.xlsx.status_sheets import forecast_sheet, status_sheet

# A workbook of nothing is from the first moment that its archive can name.
_NEVER = datetime(1980, 1, 1, tzinfo=UTC)
# As large as is read at a glance on a screen beside the columns of a sheet.
_WIDE, _HIGH = 1000, 600


def workbook(content: Content, jobs: int, *, charts: bool) -> bytes:
    """The file of a workbook.

    Args:
        jobs: Its pictures are drawn by so many processes.
        charts: Whether it has any.

    Raises:
        TooManyRowsError: A sheet has no room for all rows.
        ChartWorkerError: A process that draws was killed.
    """
    edition, lang = content.edition, content.edition.front
    report = Report(
        content.statuses, edition.as_of, edition.known_at, lang, edition.head.digest
    )
    told = [Told(each, content.by_key[each.target.key]) for each in report.statuses]
    sheets = [status_sheet(report), forecast_sheet(report), *ledger_sheets(told, lang)]
    pictures = tuple(_pictures(report, jobs)) if charts else ()
    drawn = [Pictures(say("book-charts", lang), pictures)] if pictures else []
    title = heading(report)
    return written(
        Book(
            title=title,
            foot=f"{title}; {head_phrase(edition.head.digest, lang)}",
            lang=lang,
            made=content.last_moment or _NEVER,
            sheets=[*sheets, measured_sheet(report), *drawn],
        )
    )


def _pictures(report: Report, jobs: int) -> Iterator[Picture]:
    """The picture of each target, programme by programme."""
    from tracker.charts.draw import pictures_drawn
    from tracker.charts.picture import alternative_text

    lang = report.lang
    grouped = [
        (group, each) for group, members in by_programme(report) for each in members
    ]
    options = ChartOptions(
        lang=lang,
        width=_WIDE,
        height=_HIGH,
        overview=False,
        head=report.head,
        small=True,
    )
    drawn = pictures_drawn([each for _, each in grouped], options, jobs)
    for (group, each), (_, content) in zip(grouped, drawn, strict=True):
        title, said = alternative_text(each, lang)
        yield Picture(group, title, said, content)
