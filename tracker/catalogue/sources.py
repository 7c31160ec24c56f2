"""Who said so, where and when: the part that every statement has of its own."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tracker.catalogue.table import Table
from tracker.domain import Source

SOURCE_KEYS = ("title", "publisher", "published", "section", "url")


class Occasion(NamedTuple):
    """When something was stated, by whom, and what is to be known about it."""

    stated: date | None
    source: Source
    note: str | None
    reason: str | None


def read_occasion(table: Table, inherited: Source) -> Occasion:
    """The occasion of a statement; its day defaults to that of its source."""
    before = len(table.problems)
    source = read_source(table, inherited)
    stated = table.day("stated") if "stated" in table else source.published
    if stated is None and len(table.problems) == before:
        table.refuse(
            "stated",
            "is missing; give the day on which this was stated, or the day on which "
            "its source was `published`",
        )
    return Occasion(stated, source, table.text("note"), table.text("reason"))


def read_source(table: Table, inherited: Source) -> Source:
    """The source that a table gives, over the one that it inherits."""
    part = table.table("source")
    if part is None:
        return inherited
    part.only(*SOURCE_KEYS)
    return Source(
        title=part.text("title") or inherited.title,
        publisher=part.text("publisher") or inherited.publisher,
        published=part.day("published") or inherited.published,
        section=part.text("section") or inherited.section,
        url=_url(part) or inherited.url,
    )


def _url(part: Table) -> str | None:
    url = part.text("url")
    if url is not None and not url.startswith(("https://", "http://")):
        part.refuse("url", "is no address of a page; begin it with https://")
    return url
