"""What a burn-up is drawn on: a sheet of matplotlib's, or the SVG of a page."""

from __future__ import annotations

from typing import Protocol

from tracker.charts.geometry import Box, Panel, Points
from tracker.charts.sheet import Pen
from tracker.charts.style import Mark


class Surface(Protocol):
    """Takes lines, marks and words; lengths in units, y upwards."""

    width: float

    def size(self, text: str, size: float, *, bold: bool = False) -> Box:
        """The box of one line of text whose baseline begins at 0, 0."""

    def text(
        self, x: float, y: float, text: str, size: float, colour: str, **how: bool
    ) -> Box:
        """Write one line from its baseline's left end; gives the box it takes."""

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

    def line(
        self,
        name: str,
        at: Points,
        pen: Pen,
        panel: Panel | None = None,
        *,
        cut: bool = False,
    ) -> object:
        """Draw a line; in days and values where a panel is given, else in units."""

    def area(
        self, name: str, corners: Points, fill: str, panel: Panel, over: int
    ) -> None:
        """Fill a polygon in days and values, as far as it lies in the panel."""

    def marks(
        self, name: str, at: Points, mark: Mark, pen: Pen, panel: Panel | None = None
    ) -> object:
        """Draw the same mark at each point; the pen draws its outline."""
