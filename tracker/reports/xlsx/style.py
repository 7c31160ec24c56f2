"""How a workbook looks: fonts, colours, alignment, and the page that it prints on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.progress.rating import Rating
from tracker.reports.xlsx.cells import TEXT, Cell

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as Written
    from openpyxl.worksheet.worksheet import Worksheet

# Those of the charts and pages: a blue, an orange dark enough to be read, a brown.
_BLUE, _ORANGE, _BROWN, _GREY = "FF0072B2", "FF5F4200", "FFA84A00", "FF4A4A4A"
_COLOURS = {
    Rating.ACHIEVED: _BLUE,
    Rating.ON_TRACK: _BLUE,
    Rating.AT_RISK: _ORANGE,
    Rating.OFF_TRACK: _BROWN,
    Rating.MISSED: _BROWN,
}
_HEAD, _EDGE = "FFDCE4EC", "FF2F4B66"
_A4 = 9
# In inches.
_SIDE, _TOP = 0.4, 0.7


class Styles:
    """The cells of one sheet: each kind is made once, and written over and over."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._kinds: dict[tuple[str, Rating | None], Written] = {}

    def filled(self, cell: Cell) -> Written:
        """The cell to write next; the one that was given before is written by now."""
        kind = (cell.form, cell.rating)
        if kind not in self._kinds:
            self._kinds[kind] = self._made(*kind)
        found = self._kinds[kind]
        found.value = cell.value
        if cell.is_text:
            # Whatever it begins with: a text is never a formula or an error.
            found.data_type = "s"
        return found

    def head(self, said: str) -> Written:
        """A cell of the first row."""
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        found = self._new()
        found.font = Font(bold=True)
        found.fill = PatternFill("solid", fgColor=_HEAD)
        found.border = Border(bottom=Side("medium", color=_EDGE))
        found.alignment = Alignment(wrap_text=True, vertical="bottom")
        found.value = said
        return found

    def line(self, said: str, *, bold: bool = False) -> Written:
        """A line of text that stands by itself."""
        from openpyxl.styles import Alignment, Font

        found = self._new()
        found.font = Font(bold=bold)
        found.alignment = Alignment(wrap_text=not bold, vertical="top")
        found.value = said
        found.data_type = "s"
        return found

    def _made(self, form: str, rating: Rating | None) -> Written:
        from openpyxl.styles import Alignment, Font

        found = self._new()
        found.number_format = form
        found.alignment = Alignment(wrap_text=form == TEXT, vertical="top")
        if rating:
            found.font = Font(bold=True, color=_COLOURS.get(rating, _GREY))
        return found

    def _new(self) -> Written:
        from openpyxl.cell import WriteOnlyCell

        return WriteOnlyCell(self._sheet)


def set_up_page(sheet: Worksheet, title: str, foot: str, *, wide: bool) -> None:
    """How a sheet is printed: all columns on a page, and what is round it."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    setup, margins = sheet.page_setup, sheet.page_margins
    setup.orientation = "landscape" if wide else "portrait"
    setup.paperSize = _A4
    setup.fitToWidth, setup.fitToHeight = 1, 0
    margins.left = margins.right = _SIDE
    margins.top = margins.bottom = _TOP
    sheet.oddHeader.left.text = _plain(title)
    sheet.oddHeader.right.text = "&A"
    sheet.oddFooter.left.text = _plain(foot)
    sheet.oddFooter.right.text = "&P / &N"


def _plain(said: str) -> str:
    """A text in which nothing is a code of headers and footers."""
    return said.replace("&", "&&")
