"""What is drawn on a sheet of paper, kept as values: shapes, discs and words."""

from __future__ import annotations

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
        name: What it shows of a burn-up; may be empty.
        clip: Only what lies in this box is shown.
    """

    corners: tuple[Place, ...]
    ink: Ink
    closed: bool
    name: str = ""
    clip: Box | None = None


@dataclass(frozen=True)
class Disc:
    """A circle."""

    middle: Place
    radius: float
    ink: Ink
    name: str = ""


@dataclass(frozen=True)
class Words:
    """One line of text from its baseline's left end."""

    at: Place
    text: str
    size: float
    colour: str
    bold: bool


Stroke = Shape | Disc | Words


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
    clip = stroke.clip
    if clip:
        clip = Box(*at((clip.x0, clip.y0)), *at((clip.x1, clip.y1)))
    corners = tuple(map(at, stroke.corners))
    return replace(stroke, corners=corners, ink=_scaled(stroke.ink, scale), clip=clip)


def _scaled(ink: Ink, scale: float) -> Ink:
    dash = tuple(each * scale for each in ink.dash)
    return replace(ink, width=ink.width * scale, dash=dash)
