"""How the figures of a workbook are measured, in a few paragraphs."""

from __future__ import annotations

from tracker.reports.evidence import head_phrase
from tracker.reports.numbers import plain_spaces
from tracker.reports.phrases import say
from tracker.reports.report import Report, heading, summary
from tracker.reports.xlsx.book import Prose
from tracker.reports.xlsx.heads import capital

# The heading of each, and its paragraphs.
_SECTIONS = {
    "measured-promise": ("measured-promise-1",),
    "measured-actual": ("measured-actual-1", "measured-actual-2"),
    "measured-plan": ("measured-plan-1",),
    "measured-rating": ("book-rating-1",),
    "measured-forecast": ("book-forecast-1",),
    "measured-time": ("measured-time-1",),
}


def measured_sheet(report: Report) -> Prose:
    """What the workbook is of, then how everything in it is measured."""
    lang = report.lang
    here = say(
        "book-read-1",
        lang,
        heading=heading(report),
        summary=capital(summary(report.statuses, lang)),
        head=capital(head_phrase(report.head or "", lang)),
    )
    paragraphs = [(say("book-read", lang), plain_spaces(here))]
    for name, said in _SECTIONS.items():
        text = "\n".join(say(each, lang) for each in said)
        paragraphs.append((say(name, lang), text))
    return Prose(say("book-measured", lang), paragraphs)
