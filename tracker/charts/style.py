"""Colours, sizes and shapes. Told apart by shape and word first, by colour second.

Colours: Okabe and Ito's blue and orange, which no common colour blindness confuses,
and a brown darker than both, so that the three differ in grey too. A length is in
units: pixels of a picture 1000 units wide.
"""

from __future__ import annotations

from dataclasses import dataclass

from tracker.domain import Evidence
from tracker.progress.rating import Rating

BLUE, ORANGE, BROWN = "#0072B2", "#E69F00", "#A84A00"
INK, SOFT, QUIET, PALE = "#1F1F1F", "#4A4A4A", "#6B6B6B", "#9A9A9A"
GRID, BAND, TRACK, PAPER = "#E4E4E4", "#F1F4F7", "#E9E9E9", "#FFFFFF"
UNKNOWN = "#767676"
# Of the forecast: one hue in three steps, far apart in grey and from each accent.
FORECAST, FAN_50, FAN_80 = "#2F4B66", "#B3C2D1", "#DCE4EC"

TITLE, FINDING, LABEL, KEY, FOOTER = 19.0, 14.5, 12.5, 12.0, 11.0
SMALLEST_TITLE = 14.0
LEADING = 1.38  # line pitch as a multiple of the size of the letters
MARGIN = 26.0


@dataclass(frozen=True)
class Accent:
    """The colour of a rating: of fills, of the outline round them, of words.

    Attributes:
        edge: Darker than the fill where that is too light to be seen on white.
        on_fill: Of a symbol on the fill.
    """

    fill: str
    edge: str
    text: str
    on_fill: str = PAPER


_AHEAD = Accent(BLUE, BLUE, BLUE)
_WARN = Accent(ORANGE, "#4D3500", "#5F4200", on_fill=INK)
_BEHIND = Accent(BROWN, BROWN, BROWN)
_GREY = Accent(UNKNOWN, UNKNOWN, SOFT)

_ACCENTS = {
    Rating.ACHIEVED: _AHEAD,
    Rating.ON_TRACK: _AHEAD,
    Rating.AT_RISK: _WARN,
    Rating.OFF_TRACK: _BEHIND,
    Rating.MISSED: _BEHIND,
}


def accent(rating: Rating) -> Accent:
    """The colours of a rating; grey where nothing can be said."""
    return _ACCENTS.get(rating, _GREY)


@dataclass(frozen=True)
class Mark:
    """A shape: matplotlib's marker and how far it is filled (none, left, full)."""

    shape: str
    fill: str
    size: float


EVIDENCE_MARKS = {
    Evidence.CLAIMED: Mark("o", "none", 9.0),
    Evidence.DOCUMENTED: Mark("s", "left", 8.5),
    Evidence.VERIFIED: Mark("D", "full", 8.0),
}
CHECKPOINT_MARK = Mark("|", "full", 11.0)
GOAL_MARK = Mark("^", "full", 10.0)
GOAL_MARK_DOWN = Mark("v", "full", 10.0)
MEDIAN_MARK = Mark("*", "full", 13.0)
RESTATED_MARK = Mark("d", "none", 8.0)
