"""Pictures within a page: SVG whose words are text and whose colours the page gives.

It takes the colours of the page, light or dark, from the classes that `PALETTE` names.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

from tracker.charts import style
from tracker.charts.geometry import Box, Panel, Points
from tracker.charts.sheet import ASCENT, DESCENT, Pen, text_width
from tracker.charts.style import Mark
from tracker.progress.rating import Rating

# Colour of a picture -> what the page calls it: `f-ink` fills, `s-ink` draws.
PALETTE = {
    style.BLUE: "blue",
    style.ORANGE: "orange",
    style.BROWN: "brown",
    style.UNKNOWN: "grey",
    style.accent(Rating.AT_RISK).edge: "orange-edge",
    style.accent(Rating.AT_RISK).text: "orange-text",
    style.INK: "ink",
    style.SOFT: "soft",
    style.QUIET: "quiet",
    style.PALE: "pale",
    style.GRID: "grid",
    style.BAND: "band",
    style.TRACK: "track",
    style.PAPER: "paper",
    style.FORECAST: "forecast",
    style.FAN_50: "fan-50",
    style.FAN_80: "fan-80",
}
# Marks of this name carry what the page shows when one points at them.
_REPORTS = "actuals-"
_TEXT_OVER = 9.0


class SvgSheet:
    """A sheet that becomes one element of a page."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self._elements: list[tuple[float, str]] = []
        self._reports: list[tuple[float, float]] = []

    def svg(self, name: str, title: str, description: str) -> str:
        """The element.

        Args:
            name: Of the element within its page: letters, digits and hyphens.
            description: What the picture shows, in words.
        """
        drawn = "".join(each for _, each in sorted(self._elements, key=_height))
        at = " ".join(f"{_n(x)},{_n(y)}" for x, y in sorted(self._reports, key=_by_day))
        return (
            f'<svg class="{name}" viewBox="0 0 {_n(self.width)} {_n(self.height)}" '
            f'role="img" aria-labelledby="{name}-t {name}-d" data-at="{at}">'
            f'<title id="{name}-t">{html.escape(title)}</title>'
            f'<desc id="{name}-d">{html.escape(description)}</desc>{drawn}</svg>'
        )

    def size(self, text: str, size: float, *, bold: bool = False) -> Box:
        """The box of one line of text whose baseline begins at 0, 0."""
        width = text_width(text, bold=bold) * size
        return Box(0, -DESCENT * size, width, ASCENT * size)

    def text(
        self, x: float, y: float, text: str, size: float, colour: str, **how: bool
    ) -> Box:
        """Write one line from its baseline's left end; gives the box it takes."""
        bold = how.get("bold", False)
        weight = ' font-weight="700"' if bold else ""
        self._add(
            _TEXT_OVER,
            f'<text x="{_n(x)}" y="{_n(self.height - y)}" font-size="{_n(size)}"'
            f'{weight} class="f-{PALETTE[colour]}">{html.escape(text)}</text>',
        )
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
        drawn = f" s-{PALETTE[edge]}" if edge not in ("none", fill) else ""
        outline = f' stroke-width="{_n(width)}"' if drawn else ""
        y0, y1 = sorted((self.height - box.y0, self.height - box.y1))
        self._add(
            over,
            f'<path class="f-{PALETTE[fill]}{drawn}"{outline} '
            f'd="M{_n(box.x0)} {_n(y0)}H{_n(box.x1)}V{_n(y1)}H{_n(box.x0)}z"/>',
        )

    def line(
        self,
        name: str,
        at: Points,
        pen: Pen,
        panel: Panel | None = None,
        *,
        cut: bool = False,
    ) -> None:
        """Draw a line; in days and values where a panel is given, else in units."""
        places = self._places(at, panel)
        if panel and cut:
            places = _within(places, self._upside_down(panel.box))
        dash = " ".join(_n(each * pen.width) for each in pen.dash)
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        self._add(
            pen.over + 0.5,
            f'<path class="l s-{PALETTE[pen.colour]}" stroke-width="{_n(pen.width)}"'
            f'{dashed}{_named(name)} d="{_path(places, stepped=pen.stepped)}"/>',
        )

    def area(
        self, name: str, corners: Points, fill: str, panel: Panel, over: int
    ) -> None:
        """Fill a polygon in days and values, as far as it lies in the panel."""
        places = _within(self._places(corners, panel), self._upside_down(panel.box))
        self._add(
            over + 0.25,
            f'<path class="f-{PALETTE[fill]}"{_named(name)} d="{_path(places)}z"/>',
        )

    def marks(
        self, name: str, at: Points, mark: Mark, pen: Pen, panel: Panel | None = None
    ) -> None:
        """Draw the same mark at each point; the pen draws its outline."""
        places = self._places(at, panel)
        if name.startswith(_REPORTS):
            self._reports += places
        half = mark.size / 2
        inside = "paper" if mark.fill in ("none", "left") else PALETTE[pen.fill]
        shapes = "".join(_shape(mark.shape, x, y, half) for x, y in places)
        self._add(
            pen.over + 0.5,
            f'<path class="f-{inside} s-{PALETTE[pen.colour]}" '
            f'stroke-width="{_n(pen.width)}"{_named(name)} d="{shapes}"/>',
        )
        if mark.fill == "left":
            halves = "".join(
                f"M{_n(x)} {_n(y - half)}h{_n(-half)}v{_n(2 * half)}h{_n(half)}z"
                for x, y in places
            )
            self._add(
                pen.over + 0.5, f'<path class="f-{PALETTE[pen.fill]}" d="{halves}"/>'
            )

    def _add(self, over: float, element: str) -> None:
        self._elements.append((over, element))

    def _places(self, at: Points, panel: Panel | None) -> list[tuple[float, float]]:
        """Points of the sheet, y downwards as SVG has it."""
        pairs = zip(*at, strict=True)
        if panel is None:
            return [(x, self.height - y) for x, y in pairs]
        left, first, per_day = panel.box.x0, panel.first.toordinal(), panel.per_day
        return [
            (left + (day - first) * per_day, self.height - panel.y(value))
            for day, value in pairs
        ]

    def _upside_down(self, box: Box) -> Box:
        return Box(box.x0, self.height - box.y1, box.x1, self.height - box.y0)


def _by_day(place: tuple[float, float]) -> tuple[float, float]:
    """From the left to the right; of one day from the lowest value to the highest."""
    return place[0], -place[1]


def _height(element: tuple[float, str]) -> float:
    return element[0]


def _n(value: float) -> str:
    """A length to a tenth of a unit."""
    text = f"{value:.1f}"
    return text.removesuffix(".0")


def _named(name: str) -> str:
    return f' data-name="{html.escape(name)}"' if name else ""


def _path(places: Sequence[tuple[float, float]], *, stepped: bool = False) -> str:
    if not places:
        return ""
    (x, y), *rest = places
    found = [f"M{_n(x)} {_n(y)}"]
    for x, y in rest:
        found.append(f"H{_n(x)}V{_n(y)}" if stepped else f"L{_n(x)} {_n(y)}")
    return "".join(found)


def _within(
    places: Iterable[tuple[float, float]], box: Box
) -> list[tuple[float, float]]:
    """Points drawn to the nearest place of a box."""
    return [box.nearest(x, y) for x, y in places]


def _shape(shape: str, x: float, y: float, half: float) -> str:
    """One mark as a path, by matplotlib's letter for it."""
    if shape == "o":
        arc = f"a{_n(half)} {_n(half)} 0 1 0"
        return f"M{_n(x - half)} {_n(y)}{arc} {_n(2 * half)} 0{arc} {_n(-2 * half)} 0z"
    corners = "L".join(
        f"{_n(x + dx * half)} {_n(y + dy * half)}" for dx, dy in CORNERS[shape]
    )
    return f"M{corners}z"


# Corners of each mark around its middle, y downwards, in halves of its size.
CORNERS: dict[str, tuple[tuple[float, float], ...]] = {
    "s": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "D": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    "d": ((0, -1.2), (0.75, 0), (0, 1.2), (-0.75, 0)),
    "^": ((0, -1), (1, 1), (-1, 1)),
    "v": ((0, 1), (1, -1), (-1, -1)),
    "|": ((0, -1), (0, 1)),
    "*": (
        *((0, -1), (0.25, -0.32), (0.95, -0.31), (0.38, 0.12), (0.59, 0.81)),
        *((0, 0.4), (-0.59, 0.81), (-0.38, 0.12), (-0.95, -0.31), (-0.25, -0.32)),
    ),
}
