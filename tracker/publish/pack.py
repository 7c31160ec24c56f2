"""The stocktake pack: a page of summary, then a page a target, as one PDF."""

from __future__ import annotations

from tracker.charts import paper
from tracker.charts.leaf import Leaf
from tracker.charts.style import INK, SOFT
from tracker.publish.content import Content
from tracker.reports.report import Report, heading, summary


def pack(content: Content) -> bytes:
    """The pack of an edition, in its language."""
    edition = content.edition
    report = Report(
        content.statuses, edition.as_of, edition.known_at, edition.front, None
    )
    title = heading(report)
    leaf = Leaf(paper.WIDTH, paper.HEIGHT)
    leaf.text(40, 540, title, 17, INK, bold=True)
    leaf.text(40, 515, summary(content.statuses, edition.front), 10, SOFT)
    told = paper.Titled(title, edition.front, edition.as_of)
    return paper.printed([paper.Page(title, leaf.strokes())], told)
