"""What every page of the pack has: its edges, its foot, and how it names others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from tracker.charts import paper
from tracker.charts.column import SMALL, Entry
from tracker.charts.geometry import Box
from tracker.charts.leaf import Leaf
from tracker.charts.setting import fitted
from tracker.charts.style import GRID, QUIET
from tracker.publish.content import Edition
from tracker.reports.evidence import head_phrase
from tracker.reports.phrases import say
from tracker.reports.report import Report, heading, moment, shown_moment
from tracker.reports.stocktake import Item
from tracker.reports.words import word

# Half an inch, so that every printer reaches it and a hole punch harms no words.
MARGIN = 36.0
_FOOT = 14.0
# In the smallest of these sizes it has room in every language.
_STAMP = (SMALL, 7.5, 7.0, 6.5)


def capital(text: str) -> str:
    """A text with its first letter as at the beginning of a sentence."""
    return text[:1].upper() + text[1:]


@dataclass(frozen=True)
class Pack:
    """The pages of an edition.

    Attributes:
        places: The number of the page of each target, by its key, in their order.
        known_at: What had been recorded by then is in it; asked for as of this moment,
            the same pack is made again. None where nothing was.
    """

    edition: Edition
    places: Mapping[str, int]
    known_at: datetime | None

    @property
    def lang(self) -> str:
        return self.edition.front

    @property
    def title(self) -> str:
        """What the pack is, of which day."""
        report = Report((), self.edition.as_of, None, self.lang)
        return heading(report, say("pack", self.lang))

    @property
    def stamp(self) -> str:
        """The same, known when, and where the ledgers ended."""
        told, lang = self.title, self.lang
        if self.known_at:
            told = f"{told}, {word('known-at', lang)} {shown_moment(self.known_at)}"
        return f"{told} · {head_phrase(self.edition.head.digest, lang)}"

    @property
    def known(self) -> str:
        """For programs: known when, exactly, and where the ledgers ended, in full."""
        at = f"known at {moment(self.known_at)}; " if self.known_at else ""
        return f"{at}head {self.edition.head.digest}"

    def leaf(self) -> tuple[Leaf, Box]:
        """A page, and the room above its foot."""
        right, top = paper.WIDTH - MARGIN, paper.HEIGHT - MARGIN
        leaf = Leaf(paper.WIDTH, paper.HEIGHT)
        return leaf, Box(MARGIN, MARGIN + _FOOT, right, top)

    def foot(self, leaf: Leaf, number: int) -> None:
        """Write beneath a page what it is of, and its number."""
        right, y = paper.WIDTH - MARGIN, MARGIN - 8
        count = str(len(self.places) + 1)
        page = say("site-page-of", self.lang, number=str(number), count=count)
        edge = right - leaf.size(page, SMALL).width
        room = edge - MARGIN - 2 * SMALL
        (stamp, *_), size = fitted(leaf, self.stamp, _STAMP, room, most=1)
        leaf.text(MARGIN, y, stamp, size, QUIET)
        leaf.text(edge, y, page, SMALL, QUIET)
        line = y + SMALL + 3
        leaf.rectangle(Box(MARGIN, line, right, line + 0.5), GRID)

    @property
    def nothing_due(self) -> str:
        """That nothing falls due, as a sentence."""
        return f"{capital(say('nothing-due', self.lang))}."

    def more(self, count: int) -> str:
        """That a list goes on."""
        return say("pack-more", self.lang, count=str(count))

    def entries(self, items: Iterable[Item], most: int = 2) -> list[Entry]:
        """Items as they are set, with the page that each leads to."""
        return [self._entry(each, most) for each in items]

    def _entry(self, item: Item, most: int) -> Entry:
        page = self.places.get(item.key) if item.key else None
        aside = say("pack-page", self.lang, page=str(page)) if page else ""
        return Entry(
            text=item.text,
            label=item.label,
            below=item.below,
            aside=aside,
            rating=item.rating,
            leads_to=page,
            most=most,
        )
