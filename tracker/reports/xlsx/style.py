"""How a workbook looks: fonts, colours, alignment, and the page that it prints on."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap
from typing import TYPE_CHECKING

from tracker.excel import HIGHEST, LINE, fit_to_page, font, new_cell, put_text
from tracker.progress.rating import Rating
from tracker.reports.xlsx.cells import TEXT, Cell

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as Written
    from openpyxl.styles import Font
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
# The letters of a heading, in points.
_LARGE = 14
# Letters to a digit's width, in Latin and in Cyrillic. Source: tried in this font.
_NARROW, _LAST_NARROW, _WIDE = 1.15, "\u024f", 1.06
_A4 = 9
# So many letters across, a page of A4 on its side is read without a glass.
_LETTERS_ON_A_PAGE = 210
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
            self._kinds[kind] = self.made(*kind)
        found = self._kinds[kind]
        if cell.is_text:
            put_text(found, str(cell.value))
        else:
            found.value = cell.value
        return found

    def head(self, said: str) -> Written:
        """A cell of the first row."""
        from openpyxl.styles import Alignment, Border, PatternFill, Side

        found = new_cell(self._sheet)
        found.font = font(bold=True)
        found.fill = PatternFill("solid", fgColor=_HEAD)
        found.border = Border(bottom=Side("medium", color=_EDGE))
        found.alignment = Alignment(
            wrap_text=True, vertical="bottom", horizontal="left", indent=1
        )
        found.value = said
        return found

    def heading(self, said: str, *, large: bool = False) -> Written:
        """A heading, which runs on over the cells beside it."""
        letters = font(bold=True, size=_LARGE) if large else font(bold=True)
        return self._line(said, letters, wrapped=False)

    def paragraph(self, said: str) -> Written:
        """Some lines of text."""
        return self._line(said, font(), wrapped=True)

    def _line(self, said: str, letters: Font, *, wrapped: bool) -> Written:
        from openpyxl.styles import Alignment

        found = new_cell(self._sheet)
        found.font = letters
        found.alignment = Alignment(wrap_text=wrapped, vertical="top")
        put_text(found, said)
        return found

    def made(self, form: str, rating: Rating | None) -> Written:
        """A new cell of a kind, still empty."""
        from openpyxl.styles import Alignment

        found, is_text = new_cell(self._sheet), form == TEXT
        found.number_format = form
        # A text begins a little away from the number before it.
        found.alignment = Alignment(
            wrap_text=is_text,
            vertical="top",
            horizontal="left" if is_text else None,
            indent=int(is_text),
        )
        if rating:
            found.font = font(bold=True, colour=_COLOURS.get(rating, _GREY))
        return found


def give_room(added: Worksheet, number: int, texts: Iterable[tuple[str, int]]) -> None:
    """Makes a row as high as its texts need, each in a column of so many letters."""
    lines = max((_lines_of(*each) for each in texts), default=1)
    if lines > 1:
        added.row_dimensions[number].height = min(lines * LINE, HIGHEST)


def print_on(sheet: Worksheet, letters: int) -> None:
    """So many pages wide as a sheet of so many letters can be read on."""
    sheet.page_setup.fitToWidth = -(-letters // _LETTERS_ON_A_PAGE)


def set_up_page(sheet: Worksheet, title: str, foot: str, *, wide: bool) -> None:
    """How a sheet is printed: its columns fitted to a page, and what is round it."""
    fit_to_page(sheet)
    setup, margins = sheet.page_setup, sheet.page_margins
    setup.orientation = "landscape" if wide else "portrait"
    setup.paperSize = _A4
    margins.left = margins.right = _SIDE
    margins.top = margins.bottom = _TOP
    above, below = sheet.oddHeader, sheet.oddFooter
    assert above is not None, "every sheet has both"
    assert below is not None, "every sheet has both"
    above.left.text, above.right.text = _plain(title), "&A"
    below.left.text, below.right.text = _plain(foot), "&P / &N"


def _lines_of(said: str, letters: int) -> int:
    """So many lines a text takes in a column as wide as so many digits."""
    wide = any(letter > _LAST_NARROW for letter in said)
    room = max(1, int(letters * (_WIDE if wide else _NARROW)))
    return sum(max(1, len(wrap(line, room))) for line in said.split("\n"))


def _plain(said: str) -> str:
    """A text in which nothing is a code of headers and footers."""
    return said.replace("&", "&&")
