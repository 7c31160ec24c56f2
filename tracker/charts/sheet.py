"""One matplotlib Figure drawn on again and again; its artists are kept and reused.

No axes and no ticks of matplotlib's: they cost half of a drawing. Lines lie in days
(ordinals) and values, everything else in units of the sheet.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Bbox, Transform, TransformedBbox

from tracker.charts.geometry import Box, Panel, Points
from tracker.charts.pool import Pool
from tracker.charts.style import INK, PAPER, Mark

# Bundled with matplotlib, so the same everywhere; it has every Kazakh letter.
_FONTS = Path(mpl.get_data_path()) / "fonts" / "ttf"
REGULAR, BOLD = _FONTS / "DejaVuSans.ttf", _FONTS / "DejaVuSans-Bold.ttf"
UNKNOWN_LETTER = "\ufffd"

# A small picture keeps its letters readable rather than its proportions.
LEAST_SCALE = 0.84
UNITS_WIDE, UNITS_HIGH = 1000, 600


@dataclass(frozen=True)
class Pen:
    """How a line or the outline of a mark is drawn.

    Attributes:
        dash: Lengths on and off, in line widths.
        over: What is drawn over what: higher is later.
        fill: Of a mark, inside its outline.
        stepped: The line keeps each value until the day of the next one.
    """

    colour: str = INK
    width: float = 1.0
    dash: tuple[float, ...] = ()
    over: int = 2
    fill: str = INK
    stepped: bool = False


# Above and below the baseline, as parts of the size. Source: the outlines of Й and р.
ASCENT, DESCENT = 0.95, 0.24
_MEASURED_AT = 1000


@lru_cache(maxsize=4096)
def text_width(text: str, *, bold: bool = False) -> float:
    """The width of one line as a part of its size: the sum of its letters' widths.

    Pairs of letters are drawn closer than that, never farther apart.
    """
    return sum(_advance(letter, bold=bold) for letter in text)


@cache
def _advance(letter: str, *, bold: bool) -> float:
    font = get_font(BOLD if bold else REGULAR)
    font.set_size(_MEASURED_AT, 72)
    # Of the outline: no rounding to pixels, so the same in every format and size.
    return font.load_char(ord(letter)).linearHoriAdvance / 65536 / _MEASURED_AT


@cache
def _letters() -> frozenset[int]:
    """Every character that both weights of the font can draw."""
    regular, bold = (get_font(path).get_charmap() for path in (REGULAR, BOLD))
    return frozenset(regular) & frozenset(bold)


@cache
def clean(text: str) -> str:
    """A text on one line of what the font can draw, nothing left out unseen."""
    known = _letters()
    return "".join(_drawn(letter, known) for letter in text)


def _drawn(letter: str, known: frozenset[int]) -> str:
    kind = unicodedata.category(letter)
    if kind in {"Cc", "Zl", "Zp"}:
        return " "
    # Letters that only turn the direction of writing would show another text.
    return letter if ord(letter) in known and kind != "Cf" else UNKNOWN_LETTER


class Sheet:
    """A figure with its artists, kept from picture to picture."""

    def __init__(self, width: int, height: int, dpi: int, scale: float) -> None:
        self.scale = scale
        self.width, self.height = width / scale, height / scale
        self.figure = Figure(figsize=(width / dpi, height / dpi), dpi=dpi)
        self.figure.patch.set_facecolor(PAPER)
        self.canvas = FigureCanvasAgg(self.figure)
        units = Affine2D().scale(1 / self.width, 1 / self.height)
        self.units: Transform = units + self.figure.transFigure
        self._points = scale * 72 / dpi
        self._lines = Pool(self.figure, self._new_line)
        self._boxes = Pool(self.figure, self._new_box)
        self._areas = Pool(self.figure, self._new_area)
        self._texts = Pool(self.figure, self._new_text)
        self._fonts: dict[tuple[float, bool], FontProperties] = {}

    def clear(self) -> None:
        """Hide everything; the artists are kept for the next picture."""
        for each in (self._lines, self._boxes, self._areas, self._texts):
            each.clear()

    def on(self, panel: Panel) -> Transform:
        """From days (ordinals) and values to the sheet."""
        days = Affine2D().translate(-panel.first.toordinal(), -panel.low)
        days.scale(panel.per_day, panel.per_value)
        return days.translate(panel.box.x0, panel.box.y0) + self.units

    def size(self, text: str, size: float, *, bold: bool = False) -> Box:
        """The box of one line of text whose baseline begins at 0, 0."""
        return Box(
            0, -DESCENT * size, text_width(text, bold=bold) * size, ASCENT * size
        )

    def text(
        self, x: float, y: float, text: str, size: float, colour: str, **how: bool
    ) -> Box:
        """Write one line from its baseline's left end; gives the box it takes."""
        bold = how.get("bold", False)
        artist = self._texts.next()
        artist.set_text(text)
        artist.set_position((x, y))
        artist.set_fontproperties(self._font(size, bold=bold))
        artist.set_color(colour)
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
        artist = self._boxes.next()
        artist.set_bounds(box.x0, box.y0, box.width, box.height)
        artist.set_facecolor(fill)
        artist.set_edgecolor(edge)
        artist.set_linewidth(width * self._points)
        artist.set_zorder(over)

    def line(
        self,
        name: str,
        at: Points,
        pen: Pen,
        panel: Panel | None = None,
        *,
        cut: bool = False,
    ) -> Line2D:
        """Draw a line; in days and values where a panel is given, else in units.

        Args:
            cut: Of the line only what lies in the panel is shown.
        """
        artist = self._lines.next()
        artist.set_transform(self.on(panel) if panel else self.units)
        artist.set_data(*at)
        artist.set_clip_box(None)
        artist.set_gid(name or None)
        artist.set_color(pen.colour)
        artist.set_linewidth(pen.width * self._points)
        artist.set_linestyle((0, pen.dash) if pen.dash else "-")
        artist.set_drawstyle("steps-post" if pen.stepped else "default")
        artist.set_marker("None")
        # Above boxes of the same height: not in the order in which each was made.
        artist.set_zorder(pen.over + 0.5)
        if panel and cut:
            self._cut(artist, panel)
        return artist

    def area(
        self, name: str, corners: Points, fill: str, panel: Panel, over: int
    ) -> None:
        """Fill a polygon in days and values, as far as it lies in the panel."""
        artist = self._areas.next()
        artist.set_transform(self.on(panel))
        artist.set_xy(list(zip(*corners, strict=True)))
        artist.set_gid(name)
        artist.set_facecolor(fill)
        # Between boxes and lines of the same height, as with these.
        artist.set_zorder(over + 0.25)
        self._cut(artist, panel)

    def _cut(self, artist: Artist, panel: Panel) -> None:
        """Show of an artist only what lies in the panel."""
        x0, y0, x1, y1 = panel.box
        artist.set_clip_box(
            TransformedBbox(Bbox.from_extents(x0, y0, x1, y1), self.units)
        )

    def marks(
        self, name: str, at: Points, mark: Mark, pen: Pen, panel: Panel | None = None
    ) -> Line2D:
        """Draw the same mark at each point; the pen draws its outline."""
        artist = self.line(name, at, pen, panel)
        artist.set_linestyle("none")
        artist.set_marker(mark.shape)
        artist.set_fillstyle("left" if mark.fill == "left" else "full")
        artist.set_markersize(mark.size * self._points)
        artist.set_markeredgewidth(pen.width * self._points)
        artist.set_markeredgecolor(pen.colour)
        artist.set_markerfacecolor(PAPER if mark.fill == "none" else pen.fill)
        artist.set_markerfacecoloralt(PAPER)
        return artist

    def _font(self, size: float, *, bold: bool) -> FontProperties:
        key = (size, bold)
        if key not in self._fonts:
            path = BOLD if bold else REGULAR
            font = FontProperties(fname=str(path), size=size * self._points)
            self._fonts[key] = font
        return self._fonts[key]

    def _new_text(self) -> Text:
        artist = Text(parse_math=False, usetex=False, transform=self.units)
        artist.set_zorder(9)
        return artist

    def _new_box(self) -> Rectangle:
        return Rectangle((0, 0), 1, 1, transform=self.units)

    def _new_area(self) -> Polygon:
        return Polygon([(0, 0)], closed=True, edgecolor="none")

    def _new_line(self) -> Line2D:
        artist = Line2D([], [], solid_joinstyle="miter", solid_capstyle="butt")
        artist.set_transform(self.units)
        return artist


def scale_for(width: int, height: int | None = None) -> float:
    """Pixels to a unit, so that a picture of any size has the same composition."""
    wide = width / UNITS_WIDE
    return max(LEAST_SCALE, wide if height is None else min(wide, height / UNITS_HIGH))
