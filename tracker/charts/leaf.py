"""A leaf of paper: takes what a burn-up draws, to be printed as vectors and words."""

from __future__ import annotations

from itertools import pairwise

from tracker.charts.geometry import Box, Panel, Points
from tracker.charts.sheet import ASCENT, DESCENT, Pen, text_width
from tracker.charts.strokes import Disc, Ink, Place, Shape, Stroke, Way, Words, placed
from tracker.charts.style import PAPER, Mark
from tracker.charts.svg import CORNERS
from tracker.reports.numbers import plain_spaces

_TEXT_OVER = 9.0


class Leaf:
    """A sheet whose strokes are kept until it is printed; y upwards."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self._strokes: list[tuple[float, Stroke]] = []

    def strokes(self) -> list[Stroke]:
        """All of them, what is drawn over another after it."""
        return [each for _, each in sorted(self._strokes, key=_height)]

    def place(self, other: Leaf, x: float, y: float, scale: float) -> None:
        """Put another leaf on this one, its lower left corner at a place.

        It is drawn last, so that a reader of the page comes to its words last.
        """
        for each in other.strokes():
            self._add(_TEXT_OVER + 1, placed(each, x, y, scale))

    def link(self, box: Box, page: int) -> None:
        """Lead from a box to a page, counted from 1."""
        self._add(_TEXT_OVER, Way(box, page))

    def size(self, text: str, size: float, *, bold: bool = False) -> Box:
        """The box of one line of text whose baseline begins at 0, 0."""
        width = text_width(text, bold=bold) * size
        return Box(0, -DESCENT * size, width, ASCENT * size)

    def text(
        self, x: float, y: float, text: str, size: float, colour: str, **how: bool
    ) -> Box:
        """Write one line from its baseline's left end; gives the box it takes."""
        bold = how.get("bold", False)
        # Whoever searches types ordinary spaces; both are equally wide.
        words = Words((x, y), plain_spaces(text), size, colour, bold)
        self._add(_TEXT_OVER, words)
        extent = self.size(text, size, bold=bold)
        return Box(x + extent.x0, y + extent.y0, x + extent.x1, y + extent.y1)

    def rectangle(
        self,
        box: Box,
        fill: str,
        *,
        edge: str = "none",
        width: float = 1.0,
        over: int = 1,
    ) -> None:
        """Fill a box."""
        outline = None if edge == "none" else edge
        ink = Ink(fill, outline, width)
        self._add(over, Shape(_corners(box), ink, closed=True))

    def line(
        self,
        name: str,  # noqa: ARG002  # a surface's way; paper names no line
        at: Points,
        pen: Pen,
        panel: Panel | None = None,
        *,
        cut: bool = False,
    ) -> None:
        """Draw a line; in days and values where a panel is given, else in units."""
        places = _places(at, panel)
        if pen.stepped:
            places = _stepped(places)
        dash = tuple(each * pen.width for each in pen.dash)
        clip = panel.box if panel and cut else None
        ink = Ink(None, pen.colour, pen.width, dash)
        shape = Shape(tuple(places), ink, closed=False, clip=clip)
        self._add(pen.over + 0.5, shape)

    def area(
        self,
        name: str,  # noqa: ARG002  # as of a line
        corners: Points,
        fill: str,
        panel: Panel,
        over: int,
    ) -> None:
        """Fill a polygon in days and values, as far as it lies in the panel."""
        places = tuple(_places(corners, panel))
        shape = Shape(places, Ink(fill), closed=True, clip=panel.box)
        self._add(over + 0.25, shape)

    def marks(
        self,
        name: str,  # noqa: ARG002  # as of a line
        at: Points,
        mark: Mark,
        pen: Pen,
        panel: Panel | None = None,
    ) -> None:
        """Draw the same mark at each point; the pen draws its outline."""
        half, over = mark.size / 2, pen.over + 0.5
        inside = PAPER if mark.fill in ("none", "left") else pen.fill
        for x, y in _places(at, panel):
            self._add(over, _mark(mark.shape, x, y, half, Ink(inside)))
            if mark.fill == "left":
                corners = _corners(Box(x - half, y - half, x, y + half))
                self._add(over, Shape(corners, Ink(pen.fill), closed=True))
            edge = Ink(None, pen.colour, pen.width)
            self._add(over, _mark(mark.shape, x, y, half, edge))

    def _add(self, over: float, stroke: Stroke) -> None:
        self._strokes.append((over, stroke))


def _height(stroke: tuple[float, Stroke]) -> float:
    return stroke[0]


def _places(at: Points, panel: Panel | None) -> list[Place]:
    pairs = zip(*at, strict=True)
    if panel is None:
        return list(pairs)
    left, first, per_day = panel.box.x0, panel.first.toordinal(), panel.per_day
    return [(left + (day - first) * per_day, panel.y(value)) for day, value in pairs]


def _stepped(places: list[Place]) -> list[Place]:
    """The corners of a line that keeps each value until the next day."""
    found = places[:1]
    for (_, before), (x, y) in pairwise(places):
        found += [(x, before), (x, y)]
    return found


def _corners(box: Box) -> tuple[Place, ...]:
    x0, y0, x1, y1 = box
    return (x0, y0), (x1, y0), (x1, y1), (x0, y1)


def _mark(shape: str, x: float, y: float, half: float, ink: Ink) -> Shape | Disc:
    """One mark, by matplotlib's letter for it."""
    if shape == "o":
        return Disc((x, y), half, ink)
    corners = tuple((x + dx * half, y - dy * half) for dx, dy in CORNERS[shape])
    return Shape(corners, ink, closed=True)
