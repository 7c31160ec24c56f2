"""Leaves printed into one PDF: vectors, words that can be searched, an outline.

fpdf2 embeds the letters that are used, and writes the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import nullcontext
from datetime import UTC, date, datetime, time
from typing import NamedTuple

from fpdf import FPDF
from fpdf.enums import RenderStyle

from tracker.charts.sheet import BOLD, REGULAR, clean
from tracker.charts.strokes import Disc, Ink, Shape, Stroke, Way, Words
from tracker.reports.numbers import plain_spaces

# A4 across, in points: read on a wall as on a table. Source: ISO 216.
WIDTH, HEIGHT = 841.89, 595.28
_FONT = "DejaVu"


class Page(NamedTuple):
    """One page, ready to be printed.

    Attributes:
        name: What the outline calls it.
    """

    name: str
    strokes: list[Stroke]


class Titled(NamedTuple):
    """What a reader is told of a whole file.

    Attributes:
        subject: What programs read of it: known when, which head.
        day: It bears this date, so that the same data gives the same bytes.
    """

    title: str
    subject: str
    lang: str
    day: date


def printed(pages: Iterable[Page], titled: Titled) -> bytes:
    """The file of some pages, at least one."""
    paper = FPDF(orientation="landscape", unit="pt", format="A4")
    paper.set_auto_page_break(auto=False)
    paper.set_margin(0)
    paper.add_font(_FONT, "", REGULAR)
    paper.add_font(_FONT, "B", BOLD)
    paper.set_title(_told(titled.title))
    paper.set_subject(titled.subject)
    paper.set_lang(titled.lang)
    paper.set_creator("tracker")
    # No version of the software: it changes while the data does not.
    paper.set_producer("tracker")
    paper.set_creation_date(datetime.combine(titled.day, time(), UTC))
    for page in pages:
        paper.add_page()
        paper.set_font(_FONT)
        paper.start_section(_told(page.name))
        for stroke in page.strokes:
            _draw(paper, stroke)
    return bytes(paper.output() or b"")


def _told(text: str) -> str:
    """A text beside the pages, with ordinary spaces as on them."""
    return plain_spaces(clean(text))


def _draw(paper: FPDF, stroke: Stroke) -> None:
    match stroke:
        case Words():
            x, y = stroke.at
            paper.set_font(_FONT, "B" if stroke.bold else "", stroke.size)
            paper.set_text_color(stroke.colour)
            paper.text(x, HEIGHT - y, stroke.text)
        case Disc():
            x, y = stroke.middle
            style = _dip(paper, stroke.ink)
            paper.circle(x, HEIGHT - y, stroke.radius, style)
        case Way():
            x, y0, _, y1 = stroke.box
            target = paper.add_link(page=stroke.page)
            paper.link(x, HEIGHT - y1, stroke.box.width, y1 - y0, target)
        case Shape():
            _draw_shape(paper, stroke)


def _draw_shape(paper: FPDF, shape: Shape) -> None:
    box, style = shape.clip, _dip(paper, shape.ink)
    clipped = (
        paper.rect_clip(box.x0, HEIGHT - box.y1, box.width, box.height)
        if box
        else nullcontext()
    )
    corners = [(x, HEIGHT - y) for x, y in shape.corners]
    with clipped:
        paper.polyline(corners, polygon=shape.closed, style=style)


def _dip(paper: FPDF, ink: Ink) -> RenderStyle:
    """Set colours and line; gives what of fill and outline there is."""
    if ink.fill:
        paper.set_fill_color(ink.fill)
    if ink.line:
        paper.set_draw_color(ink.line)
        paper.set_line_width(ink.width)
        on, off, *_ = (*ink.dash, 0.0, 0.0)
        paper.set_dash_pattern(on, off)
    if ink.fill and ink.line:
        return RenderStyle.DF
    return RenderStyle.F if ink.fill else RenderStyle.D
