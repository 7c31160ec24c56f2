"""Labels beside what they name: inside the area, never on one another. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from tracker.charts.geometry import Box

# How far from its mark a label may stand, nearest first, in units.
_DISTANCES = (9.0, 20.0, 34.0, 52.0, 74.0, 100.0, 135.0, 180.0, 240.0, 320.0)
# A label this far off is joined to its mark by a leader.
LEADER_FROM = 26.0
# Clear space between two labels, in units.
GAP = 4.0
# Directions of a label from its mark: which way it moves, and which corner or side
# of it turns to the mark (0 is left or lower, 1 is right or upper).
_DIRECTIONS = {
    "right": (1.0, 0.0, 0.0, 0.5),
    "left": (-1.0, 0.0, 1.0, 0.5),
    "up": (0.0, 1.0, 0.5, 0.0),
    "down": (0.0, -1.0, 0.5, 1.0),
    "up-right": (0.7, 0.7, 0.0, 0.0),
    "down-right": (0.7, -0.7, 0.0, 1.0),
    "up-left": (-0.7, 0.7, 1.0, 0.0),
    "down-left": (-0.7, -0.7, 1.0, 1.0),
}
# What a label costs: to stand a step farther off, in a direction less liked, on each
# point of a line, and to be shortened. Source: tried on the pictures of README.
_FARTHER, _LESS_LIKED, _COVERS, _SHORTER = 5.0, 0.6, 4.0, 24.0

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

_NOWHERE: Floats = np.empty((0, 2))


@dataclass(frozen=True)
class Label:
    """A text that wants to stand beside a point of the sheet.

    Attributes:
        texts: In full, then shorter for want of room.
        likes: Directions from best to worst; the others come after them.
        must: Whether it is counted as left out where no place is found.
    """

    texts: tuple[str, ...]
    x: float
    y: float
    size: float
    colour: str
    bold: bool = False
    likes: tuple[str, ...] = ("up-right", "up-left", "down-right", "down-left")
    must: bool = True


@dataclass(frozen=True)
class Placed:
    """A label with its place.

    Attributes:
        box: Of the text as it is written.
        far: It stands far enough from its mark to need a leader.
        covers: It lies on a line and needs paper beneath it.
    """

    label: Label
    text: str
    box: Box
    far: bool
    covers: bool


class Placer:
    """Finds places in an area; remembers what is taken.

    Labels keep off what is blocked, while their leaders may cross it.
    """

    def __init__(self, area: Box, blocked: Iterable[Box] = ()) -> None:
        self._area = area
        self._blocked = list(blocked)
        self._taken: list[Box] = []
        self._points = _NOWHERE
        self._leaders = _NOWHERE

    def keep_off(self, points: Iterable[tuple[float, float]]) -> None:
        """Points of lines and marks that labels avoid where they can."""
        self._points = _with(self._points, points)

    def place(self, label: Label, extents: Sequence[Box]) -> Placed | None:
        """The cheapest free place of a label; None where there is none.

        Args:
            extents: The box of each of its texts, wherever that is.
        """
        best: tuple[float, Placed] | None = None
        for shorter, (text, extent) in enumerate(
            zip(label.texts, extents, strict=True)
        ):
            if best and best[0] <= _SHORTER * shorter:
                break
            boxes, costs, far = self._places(label, extent)
            if not len(boxes):
                continue
            covered = _points_in(boxes, self._points)
            costs = costs + _COVERS * covered + _SHORTER * shorter
            cheapest = int(np.argmin(costs))
            if best is None or costs[cheapest] < best[0]:
                box = Box(*(float(each) for each in boxes[cheapest]))
                covers = bool(covered[cheapest])
                found = Placed(label, text, box, bool(far[cheapest]), covers)
                best = float(costs[cheapest]), found
        if best is None:
            return None
        self._taken.append(best[1].box)
        if best[1].far:
            self._leaders = _with(self._leaders, _leader_points(best[1]))
        return best[1]

    def _places(self, label: Label, extent: Box) -> tuple[Floats, Floats, Floats]:
        """The free boxes for a text, what each costs, and whether it is far."""
        dx, dy, side_x, side_y, costs, far = _moves(label.likes)
        x0 = label.x + dx - side_x * extent.width
        y0 = label.y + dy - side_y * extent.height
        x1, y1 = x0 + extent.width, y0 + extent.height
        found = np.column_stack((x0, y0, x1, y1, costs, far))
        # From the cheapest question to the dearest, each of those that are left.
        found = found[self._inside(found)]
        found = found[self._clear(found)]
        found = found[self._reachable(label, found)]
        return found[:, :4], found[:, 4], found[:, 5]

    def _inside(self, boxes: Floats) -> Flags:
        area = self._area
        inside: Flags = (
            (boxes[:, 0] >= area.x0)
            & (boxes[:, 1] >= area.y0)
            & (boxes[:, 2] <= area.x1)
            & (boxes[:, 3] <= area.y1)
        )
        return inside

    def _clear(self, boxes: Floats) -> Flags:
        """Which boxes leave a gap to every text that has its place, and no leader."""
        clear: Flags = _points_in(boxes, self._leaders) == 0
        for each in (*self._blocked, *self._taken):
            clear &= (
                (boxes[:, 0] >= each.x1 + GAP)
                | (boxes[:, 2] <= each.x0 - GAP)
                | (boxes[:, 1] >= each.y1 + GAP / 2)
                | (boxes[:, 3] <= each.y0 - GAP / 2)
            )
        return clear

    def _reachable(self, label: Label, boxes: Floats) -> Flags:
        """Which boxes need no leader, or have one that crosses no text."""
        reachable: Flags = np.ones(len(boxes), dtype=bool)
        is_far = boxes[:, 5] > 0
        if not self._taken or not is_far.any():
            return reachable
        boxes = boxes[is_far]
        parts = np.linspace(0.05, 0.95, 16)
        x = label.x + np.outer(
            _clip(label.x, boxes[:, 0], boxes[:, 2]) - label.x, parts
        )
        y = label.y + np.outer(
            _clip(label.y, boxes[:, 1], boxes[:, 3]) - label.y, parts
        )
        for each in self._taken:
            within = (each.x0 <= x) & (x <= each.x1) & (each.y0 <= y) & (y <= each.y1)
            reachable[is_far] &= ~within.any(axis=1)
        return reachable


def _clip(value: float, low: Floats, high: Floats) -> Floats:
    """The points of some spans that are nearest to a value."""
    return np.minimum(np.maximum(value, low), high)


def _points_in(boxes: Floats, points: Floats) -> Floats:
    """How many of the points lie in each box."""
    if not len(points):
        return np.zeros(len(boxes))
    x, y = points.T
    found: Floats = (
        (boxes[:, 0:1] <= x)
        & (x <= boxes[:, 2:3])
        & (boxes[:, 1:2] <= y)
        & (y <= boxes[:, 3:4])
    ).sum(axis=1)
    return found


def _with(points: Floats, others: Iterable[tuple[float, float]]) -> Floats:
    more = list(others)
    return np.concatenate((points, more)) if more else points


@cache
def _moves(likes: tuple[str, ...]) -> Floats:
    """Every way of a label from its mark, the most liked directions first.

    Rows: how far to the right and up, which part of the width and the height lies
    back, what it costs, and whether it is far.
    """
    others = (each for each in _DIRECTIONS if each not in likes)
    found = []
    for liked, direction in enumerate((*likes, *others)):
        dx, dy, side_x, side_y = _DIRECTIONS[direction]
        for farther, distance in enumerate(_DISTANCES):
            cost = _FARTHER * farther + _LESS_LIKED * liked
            far = distance >= LEADER_FROM
            found.append((dx * distance, dy * distance, side_x, side_y, cost, far))
    return np.asarray(found, dtype=np.float64).T


def _leader_points(placed: Placed) -> list[tuple[float, float]]:
    label = placed.label
    x, y = placed.box.nearest(label.x, label.y)
    parts = [each / 20 for each in range(1, 20)]
    return [(label.x + (x - label.x) * p, label.y + (y - label.y) * p) for p in parts]
