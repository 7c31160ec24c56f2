"""A sheet as the bytes of a file: the same data, the same bytes, on every day."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO, StringIO
from typing import Any
from xml.sax.saxutils import escape

import matplotlib as mpl

from tracker.charts.options import Format
from tracker.charts.sheet import Sheet, clean

# Level 3 takes a third of the time of matplotlib's 6 for files a tenth larger, and
# these pictures are small. Source: tests/bench.py.
_PNG = {"compress_level": 3}
# No colour of a pixel is off by more than 15 of 255. Source: tried, two days of the
# example in two languages.
_COLOURS, _NEARLY_WHITE, _SMALL = 128, 252, 6
# Everything else is set on the artists; what a user's matplotlibrc says must not show.
_SETTINGS: dict[Any, Any] = {
    "svg.fonttype": "path",
    "svg.hashsalt": "tracker",
    "pdf.fonttype": 3,
    "pdf.compression": 6,
    "path.simplify": True,
    "path.snap": True,
    # Letters as wide as their outlines: quicker, and as `text_width` measures them.
    "text.hinting": "none",
}


def rendered(sheet: Sheet, form: Format, title: str, description: str) -> bytes:
    """The file of a sheet, with what it shows as alternative text."""
    draw = {"png": _png, "svg": _svg, "pdf": _pdf}[form]
    with drawing(sheet):
        return draw(sheet, clean(title), tidy(description))


def small_png(sheet: Sheet) -> bytes:
    """A PNG of few colours: a quarter of the bytes, and quicker; without its words."""
    from PIL import Image

    draw: Callable[[], None] = sheet.canvas.draw
    shown: Callable[[], memoryview] = sheet.canvas.buffer_rgba
    with drawing(sheet):
        draw()
    size, pixels = sheet.canvas.get_width_height(), shown()
    drawn = Image.frombytes("RGBA", size, pixels.tobytes()).convert("RGB")
    few = drawn.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    # White is a mean with what is nearly white; the paper is to be white itself.
    means = few.getpalette() or []
    few.putpalette([255 if each >= _NEARLY_WHITE else each for each in means])
    out = BytesIO()
    few.save(out, "PNG", compress_level=_SMALL)
    return out.getvalue()


def tidy(description: str) -> str:
    """Several lines of text that may stand in XML."""
    return "\n".join(clean(line) for line in description.split("\n"))


@contextmanager
def drawing(sheet: Sheet) -> Iterator[None]:
    """Settings as these pictures need them; all is put back afterwards."""
    dpi = sheet.figure.dpi
    try:
        with mpl.rc_context(_SETTINGS):
            yield
    finally:
        sheet.figure.set_dpi(dpi)
        sheet.figure.set_canvas(sheet.canvas)


def _png(sheet: Sheet, title: str, description: str) -> bytes:
    out = BytesIO()
    # No name or version of the software: it changes while the data does not.
    said = {"Title": title, "Description": description, "Software": None}
    write: Callable[..., None] = sheet.canvas.print_png
    write(out, metadata=said, pil_kwargs=_PNG)
    return out.getvalue()


def _svg(sheet: Sheet, title: str, description: str) -> bytes:
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    out = StringIO()
    nothing = dict.fromkeys(("Date", "Creator", "Type", "Format"))
    write: Callable[..., None] = FigureCanvasSVG(sheet.figure).print_svg
    write(out, metadata=nothing)
    start, _, rest = out.getvalue().partition("<svg ")
    attributes, _, content = rest.partition(">")
    # Several pictures may stand in one page, and an id names one thing in it.
    mark = hashlib.sha256(f"{title}\n{description}".encode()).hexdigest()[:8]
    said = (
        f'\n <title id="title-{mark}">{escape(title)}</title>'
        f'\n <desc id="desc-{mark}">{escape(description)}</desc>'
    )
    role = f'role="img" aria-labelledby="title-{mark} desc-{mark}" '
    return f"{start}<svg {role}{attributes}>{said}{content}".encode()


def _pdf(sheet: Sheet, title: str, description: str) -> bytes:
    from matplotlib.backends.backend_pdf import FigureCanvasPdf

    out = BytesIO()
    said = {"Title": title, "Subject": description, "Creator": "tracker"}
    nothing = dict.fromkeys(("CreationDate", "Producer"))
    write: Callable[..., None] = FigureCanvasPdf(sheet.figure).print_pdf
    write(out, metadata={**said, **nothing})
    return out.getvalue()
