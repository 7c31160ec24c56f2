"""A form to be filled in: what is asked is locked, what is answered is checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import zip_longest
from typing import TYPE_CHECKING

from tracker.domain import Evidence
from tracker.progress.rating import Rating
from tracker.reports.phrases import say
from tracker.reports.phrases.form import GUIDANCE
from tracker.reports.words import word
from tracker.reports.xlsx.archive import saved
from tracker.reports.xlsx.book import Prose, say_whose
from tracker.reports.xlsx.cells import DAYS, TEXT, Cell
from tracker.reports.xlsx.form_checks import LISTS, add_checks, mark_missing
from tracker.reports.xlsx.form_rows import Question
from tracker.reports.xlsx.form_words import (
    ASKED,
    COLUMNS,
    KINDS,
    LETTERS,
    SHOWN,
    evidence_words,
    kind_word,
)
from tracker.reports.xlsx.heads import head
from tracker.reports.xlsx.sheets import write_prose
from tracker.reports.xlsx.style import Styles, give_room, print_on, set_up_page

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as Written
    from openpyxl.styles import Border
    from openpyxl.worksheet.worksheet import Worksheet

_GREY, _EDGE = "FFEEEEEE", "FFBFBFBF"
# Rows at the end in which one chooses the target.
SPARE = 200


def form(asked: Sequence[Question], lang: str, made: datetime) -> bytes:
    """The file of a form, which `tracker import` reads as it comes back.

    Args:
        asked: At least one.
        made: What it tells of when it was made.
    """
    from openpyxl import Workbook

    workbook = Workbook(write_only=True)
    _fill(workbook.create_sheet(say("form-sheet", lang)), asked, lang)
    _guide(workbook.create_sheet(say("form-guidance", lang)), lang)
    _list(workbook.create_sheet(LISTS), asked, lang)
    say_whose(workbook, say("form-title", lang), lang, made)
    return saved(workbook)


def _fill(sheet: Worksheet, asked: Sequence[Question], lang: str) -> None:
    """The rows to be filled in, and those to spare."""
    last = 1 + len(asked) + SPARE
    title = say("form-title", lang)
    set_up_page(sheet, title, title, wide=True)
    sheet.freeze_panes = "C2"
    # Of what goes on to a second page the targets are known there too.
    sheet.print_title_rows, sheet.print_title_cols = "1:1", "A:A"
    for name, letters in COLUMNS.items():
        sheet.column_dimensions[LETTERS[name]].width = letters
    sheet.protection.sheet = True
    # Whoever fills it in may make room.
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    add_checks(sheet, asked, last, lang)
    mark_missing(sheet, asked, last, lang)
    print_on(sheet, sum(COLUMNS.values()))
    cells = _Cells(sheet)
    wide = list(COLUMNS.values())
    give_room(sheet, 1, zip([head(each, lang) for each in COLUMNS], wide, strict=True))
    sheet.append([cells.head(head(name, lang)) for name in COLUMNS])
    forms = {name: _form(name, lang) for name in ASKED}
    for row, each in enumerate(asked, start=2):
        texts = (str(shown.value) if shown else "" for shown in each.shown)
        give_room(sheet, row, zip(texts, (at - 2 for at in wide), strict=False))
        sheet.append(_row(each, forms, cells))  # type: ignore[arg-type]  # it is one
    for _ in range(SPARE):
        sheet.append(_spare(forms, cells))  # type: ignore[arg-type]  # it is one


def _row(asked: Question, forms: Mapping[str, str], cells: _Cells) -> Iterator[Written]:
    """One after the other: each is written before the next one is made."""
    for shown in asked.shown:
        yield cells.closed(shown)
    for name, form in forms.items():
        # A milestone is done or not, and has no value.
        no_value = asked.is_milestone and name == "book-value"
        yield cells.closed(None) if no_value else cells.open(form)


def _spare(forms: Mapping[str, str], cells: _Cells) -> Iterator[Written]:
    yield cells.open(TEXT)
    for _ in range(len(SHOWN) - 1):
        yield cells.closed(None)
    for form in forms.values():
        yield cells.open(form)


def _form(name: str, lang: str) -> str:
    """The number format of what is answered."""
    return {"day-head": DAYS[lang], "book-value": "General"}.get(name, TEXT)


def _guide(sheet: Worksheet, lang: str) -> None:
    """What those who fill it in must know."""
    title = say("form-title", lang)
    set_up_page(sheet, title, title, wide=False)
    said = {str(each): kind_word(each, lang) for each in KINDS}
    said |= {str(each): word(each, lang) for each in Evidence}
    paragraphs = [
        (say(each, lang), say(f"{each}-1", lang, **said)) for each in GUIDANCE
    ]
    write_prose(sheet, Prose(sheet.title, paragraphs))


def _list(sheet: Worksheet, asked: Sequence[Question], lang: str) -> None:
    """What may be chosen, on a sheet that nobody sees."""
    sheet.sheet_state = "hidden"
    columns = (
        [head("book-key", lang), *(each.key for each in asked)],
        [head("book-kind", lang), *(kind_word(each, lang) for each in KINDS)],
        [head("evidence-head", lang), *evidence_words(lang)],
    )
    styles = Styles(sheet)
    for row in zip_longest(*columns):
        sheet.append([each and styles.paragraph(each) for each in row])


class _Cells(Styles):
    """The cells of a form: grey and locked, or white and open."""

    def __init__(self, sheet: Worksheet) -> None:
        super().__init__(sheet)
        self._blank = self.made(TEXT, None)
        self._open: dict[str, Written] = {}

    def made(self, form: str, rating: Rating | None) -> Written:
        from openpyxl.styles import PatternFill

        found = super().made(form, rating)
        found.fill = PatternFill("solid", fgColor=_GREY)
        found.border = _edges()
        return found

    def closed(self, shown: Cell | None) -> Written:
        """What is only shown; grey too where nothing is known."""
        return self.filled(shown) if shown else self._blank

    def open(self, form: str) -> Written:
        """An empty cell that takes an answer."""
        from openpyxl.styles import Protection

        if form not in self._open:
            found = super().made(form, None)
            found.protection = Protection(locked=False)
            found.border = _edges()
            self._open[form] = found
        return self._open[form]


def _edges() -> Border:
    from openpyxl.styles import Border, Side

    side = Side("thin", color=_EDGE)
    return Border(left=side, right=side, top=side, bottom=side)
