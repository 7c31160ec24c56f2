"""A sheet of pictures, each below its heading, with what it shows in words."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING

from tracker.reports.xlsx.book import Picture
from tracker.reports.xlsx.cells import shown
from tracker.reports.xlsx.style import Styles

if TYPE_CHECKING:
    from openpyxl.drawing.image import Image
    from openpyxl.drawing.picture import PictureFrame
    from openpyxl.worksheet.worksheet import Worksheet

# A row of 15 points takes 20 pixels of a screen.
_ROW_POINTS, _ROW_PIXELS = 15, 20
# English metric units, 914,400 to the inch, of a pixel of 1/96 inch.
_EMU = 9525
_ROWS_BELOW = 2
_ON_A_PAGE = 2


def write_pictures(added: Worksheet, pictures: Iterable[Picture]) -> None:
    """Puts the pictures one below the other, group by group."""
    from openpyxl.worksheet.pagebreak import Break

    added.sheet_format.defaultRowHeight = _ROW_POINTS
    added.sheet_format.customHeight = True
    added.sheet_view.showGridLines = False
    styles, row, count = Styles(added), 0, 0
    for group, members in groupby(pictures, key=lambda each: each.group):
        for place, each in enumerate(members):
            if count and count % _ON_A_PAGE == 0:
                added.row_breaks.append(Break(id=row))
            heads = [group, each.title] if place == 0 else [each.title]
            row, count = row + len(heads), count + 1
            image = _image(each, row, count)
            added.add_image(image)
            rows = -(-image.height // _ROW_PIXELS) + _ROWS_BELOW
            for head in heads:
                large = len(heads) > 1 and head is group
                added.append([styles.heading(shown(head), large=large)])
            for _ in range(rows):
                added.append([])
            row += rows


def _image(picture: Picture, row: int, number: int) -> Image:
    """A picture in the first column, below so many rows."""
    from openpyxl.drawing.image import Image
    from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
    from openpyxl.drawing.xdr import XDRPositiveSize2D

    image = Image(BytesIO(picture.content))
    size = (each * _EMU for each in (image.width, image.height))
    image.anchor = OneCellAnchor(
        _from=AnchorMarker(row=row),
        ext=XDRPositiveSize2D(*size),
        pic=_frame(picture, number),
    )
    return image


def _frame(picture: Picture, number: int) -> PictureFrame:
    """What is told of a picture to those who do not see it."""
    from openpyxl.drawing.fill import Blip
    from openpyxl.drawing.geometry import PresetGeometry2D
    from openpyxl.drawing.picture import PictureFrame

    frame = PictureFrame()
    said = frame.nvPicPr.cNvPr
    said.id, said.name = number, f"Chart {number}"
    said.title, said.descr = shown(picture.title), shown(picture.told)
    frame.blipFill.blip = Blip()
    frame.spPr.prstGeom = PresetGeometry2D(prst="rect")
    return frame
