"""The stocktake pack: a page of summary, then a page a target, as one PDF."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.charts import paper
from tracker.charts.overview import ranked
from tracker.progress.due import next_due
from tracker.publish.content import Content
from tracker.publish.pack_frame import Pack
from tracker.publish.pack_summary import summary_page
from tracker.publish.pack_target import Told, target_page
from tracker.reports.words import title_of


def pack(content: Content) -> bytes:
    """The pack of an edition in its language, the target most days behind first."""
    edition = content.edition
    order = ranked(content.statuses)
    places = {each.target.key: place for place, each in enumerate(order, start=2)}
    found = Pack(edition, places, edition.known_at or content.last_moment)
    titled = paper.Titled(found.title, found.known, edition.front, edition.as_of)
    return paper.printed(_pages(content, found), titled)


def _pages(content: Content, found: Pack) -> Iterator[paper.Page]:
    lang = found.lang
    leaf = summary_page(content, found)
    yield paper.Page(found.title, leaf.strokes())
    changes = {each.now.target.key: each for each in content.changes}
    by_key = {each.target.key: each for each in content.statuses}
    for key in found.places:
        status = content.with_forecast_parts(by_key[key])
        told = Told(status, changes[key], next_due(status, content.statuses))
        title = title_of(key, status.target.labels, lang)
        yield paper.Page(title, target_page(told, found).strokes())
