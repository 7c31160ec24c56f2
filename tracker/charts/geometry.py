"""Boxes and scales in units of the sheet, y upwards. Pure arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple

# The one coordinates of some points, then the others.
Points = tuple[Sequence[float], Sequence[float]]


class Box(NamedTuple):
    """A rectangle; the lower left corner, then the upper right one."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    def meets(self, other: Box, gap: float = 0.0) -> bool:
        """Whether the two overlap, or come nearer than a gap."""
        return (
            self.x0 < other.x1 + gap
            and other.x0 < self.x1 + gap
            and self.y0 < other.y1 + gap
            and other.y0 < self.y1 + gap
        )

    def nearest(self, x: float, y: float) -> tuple[float, float]:
        """The point of the box that is nearest to a point."""
        return min(max(x, self.x0), self.x1), min(max(y, self.y0), self.y1)


class Place(NamedTuple):
    """A value on a day: one point of a line."""

    on: date
    value: float


@dataclass(frozen=True)
class Panel:
    """Where days and values lie on the sheet.

    Attributes:
        first, last: The days at the left and the right edge of the box.
        low, high: The values at its lower and its upper edge.
    """

    box: Box
    first: date
    last: date
    low: float
    high: float

    @property
    def per_day(self) -> float:
        return self.box.width / max((self.last - self.first).days, 1)

    @property
    def per_value(self) -> float:
        return self.box.height / (self.high - self.low)

    def x(self, day: date) -> float:
        return self.box.x0 + (day - self.first).days * self.per_day

    def y(self, value: float) -> float:
        return self.box.y0 + (value - self.low) * self.per_value


# Sampled this densely, a line cannot slip through a label unseen.
_STEP = 7.0


def along(panel: Panel, line: list[Place]) -> Iterator[tuple[float, float]]:
    """Points of the sheet along a line, a few units apart."""
    at = [(panel.x(each.on), panel.y(each.value)) for each in line]
    yield from at[:1]
    for (x0, y0), (x1, y1) in pairwise(at):
        pieces = int(max(abs(x1 - x0), abs(y1 - y0)) / _STEP) + 1
        for piece in range(1, pieces + 1):
            part = piece / pieces
            yield x0 + (x1 - x0) * part, y0 + (y1 - y0) * part


def columns(line: Iterable[Place]) -> Points:
    """Days as ordinals, and values, as matplotlib takes them."""
    places = list(line)
    return [each.on.toordinal() for each in places], [each.value for each in places]


def steps(line: list[Place]) -> list[Place]:
    """The corners of a step line that keeps each value until the next day."""
    corners = line[:1]
    for left, right in pairwise(line):
        corners += [Place(right.on, left.value), right]
    return corners
