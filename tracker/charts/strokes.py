"""What is drawn on a leaf of paper, kept as values: shapes, discs, words, ways."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from tracker.charts.geometry import Box

Place = tuple[float, float]


@dataclass(frozen=True)
class Ink:
    """How a shape is filled and outlined; None leaves that out.

    Attributes:
        dash: Lengths on and off; empty is a line without gaps.
    """

    fill: str | None = None
    line: str | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True)
class Shape:
    """A line or a polygon through some corners.

    Attributes:
        clip: Only what lies in this box is shown.
    """

    corners: tuple[Place, ...]
    ink: Ink
    closed: bool
    clip: Box | None = None


@dataclass(frozen=True)
class Disc:
    """A circle."""

    middle: Place
    radius: float
    ink: Ink


@dataclass(frozen=True)
class Words:
    """One line of text from its baseline's left end."""

    at: Place
    text: str
    size: float
    colour: str
    bold: bool


@dataclass(frozen=True)
class Way:
    """A part of a page by which one comes to another page.

    Attributes:
        page: Counted from 1.
    """

    box: Box
    page: int


Stroke = Shape | Disc | Words | Way


def placed(stroke: Stroke, x: float, y: float, scale: float) -> Stroke:
    """A stroke of one sheet as it lies on another.

    Args:
        x: Where the lower left corner of its sheet lies on the other, with `y`.
        scale: A unit of its sheet in units of the other.
    """

    def at(place: Place) -> Place:
        return x + place[0] * scale, y + place[1] * scale

    match stroke:
        case Words():
            return replace(stroke, at=at(stroke.at), size=stroke.size * scale)
        case Disc():
            radius, ink = stroke.radius * scale, _scaled(stroke.ink, scale)
            return replace(stroke, middle=at(stroke.middle), radius=radius, ink=ink)
        case Way():
            return replace(stroke, box=_box(stroke.box, at))
    clip = _box(stroke.clip, at) if stroke.clip else None
    corners = tuple(map(at, stroke.corners))
    return replace(stroke, corners=corners, ink=_scaled(stroke.ink, scale), clip=clip)


def _box(box: Box, at: Callable[[Place], Place]) -> Box:
    return Box(*at((box.x0, box.y0)), *at((box.x1, box.y1)))


def _scaled(ink: Ink, scale: float) -> Ink:
    dash = tuple(each * scale for each in ink.dash)
    return replace(ink, width=ink.width * scale, dash=dash)
