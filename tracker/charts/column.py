"""A column of a page: words set from its top downwards, never beyond its foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tracker.charts.frame import draw_badge
from tracker.charts.geometry import Box
from tracker.charts.leaf import Leaf
from tracker.charts.setting import fitted, write_down
from tracker.charts.style import GRID, INK, LEADING, QUIET, SOFT
from tracker.progress.rating import Rating

HEAD, TEXT, SMALL = 10.5, 9.0, 8.0
_BADGE = 10.0
_APART = 3.5


@dataclass(frozen=True)
class Entry:
    """One entry of a list, as it is set.

    Attributes:
        label: Stands left of the text, in a column of its own.
        below: Stands beneath the text, more quietly.
        aside: Stands at the right edge of the first line.
        leads_to: The page that one comes to by the entry; None for none.
        most: Lines that the text may have; what is longer ends with an ellipsis.
    """

    text: str
    label: str = ""
    below: str = ""
    aside: str = ""
    rating: Rating | None = None
    leads_to: int | None = None
    most: int = 2


class Column:
    """A box of a leaf that is filled from its top."""

    def __init__(self, leaf: Leaf, box: Box) -> None:
        self.leaf, self.box, self.top = leaf, box, box.y1

    @property
    def room(self) -> float:
        return self.top - self.box.y0

    def head(self, text: str, quiet: str = "") -> bool:
        """A heading over a thin line; says whether it had room with a line to come."""
        height = HEAD * LEADING + 6
        if self.room < height + TEXT * LEADING:
            return False
        lines, size = fitted(
            self.leaf, text, (HEAD, TEXT, SMALL), self.box.width, most=1, bold=True
        )
        left = self.box.x0
        self.leaf.text(left, self.top - HEAD, lines[0], size, INK, bold=True)
        self.top -= HEAD * LEADING
        self.leaf.rectangle(Box(left, self.top, self.box.x1, self.top + 0.7), GRID)
        self.top -= 5
        if quiet:
            self.words(quiet, SMALL, QUIET, most=2)
            self.top -= 2
        return True

    def needs(self, found: Sequence[Entry], label: float = 0.0) -> float:
        """The height of some entries below their heading, all of them shown."""
        entries = sum(_Lines(self, each, label).height for each in found)
        return HEAD * LEADING + 6 + entries

    def words(
        self, text: str, size: float, colour: str, *, most: int, bold: bool = False
    ) -> None:
        """A paragraph of at most so many lines, as far as there is room."""
        most = min(most, int(self.room / (size * LEADING)))
        if most < 1:
            return
        width = self.box.width
        lines, _ = fitted(self.leaf, text, (size,), width, most=most, bold=bold)
        at = (self.box.x0, self.top)
        self.top = write_down(self.leaf, lines, at, size, colour, bold=bold) - 1.5

    def entries(
        self, found: Sequence[Entry], more: Callable[[int], str], label: float = 0.0
    ) -> None:
        """As many entries as have room, then how many more there are.

        Args:
            label: The width of the labels; 0 for none.
        """
        for place, each in enumerate(found):
            lines = _Lines(self, each, label)
            rest = len(found) - place
            kept = TEXT * LEADING if rest > 1 else 0.0
            if self.room < lines.height + kept:
                self.words(more(rest), SMALL, QUIET, most=1)
                return
            lines.draw()
            self.top -= lines.height

    def table(self, rows: Sequence[Sequence[str]], more: Callable[[int], str]) -> None:
        """Rows below their head; figures stand at the right of their columns."""
        sizes = [SMALL] + [TEXT] * (len(rows) - 1)
        widths = [
            max(self.leaf.size(*each).width for each in zip(texts, sizes, strict=True))
            + _APART * 2
            for texts in list(zip(*rows, strict=True))[1:]
        ]
        pitch = TEXT * LEADING + 1
        for place, row in enumerate(rows):
            rest = len(rows) - place
            if self.room < pitch * min(rest, 2):
                self.words(more(rest), SMALL, QUIET, most=1)
                return
            self._row(row, widths, head=place == 0)
            self.top -= pitch

    def _row(self, row: Sequence[str], widths: Sequence[float], *, head: bool) -> None:
        y, colour = self.top - TEXT, QUIET if head else INK
        size = SMALL if head else TEXT
        room = self.box.width - sum(widths)
        lines, fits = fitted(self.leaf, row[0], (TEXT, SMALL), room, most=1)
        self.leaf.text(self.box.x0, y, lines[0], fits, colour)
        right = self.box.x0 + room
        for text, width in zip(row[1:], widths, strict=True):
            right += width
            wide = self.leaf.size(text, size).width
            self.leaf.text(right - wide, y, text, size, colour)


class _Lines:
    """An entry in lines, before it is known whether it has room."""

    def __init__(self, column: Column, entry: Entry, label: float) -> None:
        self.column, self.entry = column, entry
        leaf, box = column.leaf, column.box
        self.badge = _BADGE + 5 if entry.rating else 0.0
        self.left = box.x0 + label + self.badge
        aside = leaf.size(entry.aside, SMALL).width + 6 if entry.aside else 0.0
        width = box.x1 - self.left - aside
        self.text, _ = fitted(leaf, entry.text, (TEXT,), width, most=entry.most)
        self.below: list[str] = []
        if entry.below:
            self.below, _ = fitted(leaf, entry.below, (SMALL,), width, most=2)
        self.label: list[str] = []
        if label and entry.label:
            self.label, _ = fitted(leaf, entry.label, (SMALL,), label - 6, most=2)
        text = len(self.text) * TEXT + len(self.below) * SMALL
        self.height = max(text, len(self.label) * SMALL) * LEADING + _APART

    def draw(self) -> None:
        leaf, box, top = self.column.leaf, self.column.box, self.column.top
        entry = self.entry
        if entry.rating:
            at = self.left - self.badge, top - TEXT - 1.5
            draw_badge(leaf, entry.rating, *at, _BADGE)
        write_down(leaf, self.label, (box.x0, top - 1), SMALL, QUIET)
        under = write_down(leaf, self.text, (self.left, top), TEXT, INK)
        write_down(leaf, self.below, (self.left, under), SMALL, SOFT)
        if entry.aside:
            x = box.x1 - leaf.size(entry.aside, SMALL).width
            leaf.text(x, top - TEXT, entry.aside, SMALL, QUIET)
        if entry.leads_to is not None:
            leaf.link(Box(box.x0, top - self.height, box.x1, top), entry.leads_to)
