"""The cells of one sheet, row by row as they are read, whatever size it claims."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tracker.excel import MOST_ROWS
from tracker.exchange.sax import Sax, UnsoundXmlError
from tracker.exchange.shared_texts import (
    LONGEST_TEXT,
    TOO_LONG,
    TextCollector,
    plain_text,
)
from tracker.exchange.workbook import Book, Sheet
from tracker.exchange.workbook_zip import CLEAN

# Excel's most, up to XFD1048576.
MOST_COLUMNS = 16_384
# So many merged ranges are kept to be told of.
MOST_MERGES = 10_000

SPACES = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
_TAGS = ("dimension", "row", "c", "v", "f", "is", "t", "rPh", "mergeCell")
_SHORT = {f"{space} {tag}": tag for space in SPACES for tag in _TAGS}


class Cell(NamedTuple):
    """One cell that is not empty.

    Attributes:
        column: From 1.
        kind: As the file has it: `n` a number, `b` true or false, `e` an error, `d` a
            day in ISO 8601, `s` a text, `str` a text that a formula gave.
        text: What stands in it, before its kind and format are looked at.
        style: The place of its format.
        lacks_value: It is a formula that nobody has worked out.
    """

    column: int
    kind: str
    text: str
    style: int = 0
    lacks_value: bool = False


class SheetRow(NamedTuple):
    """One row that is not empty: its number, from 1, and its cells from the left."""

    number: int
    is_hidden: bool
    cells: list[Cell]


class Merge(NamedTuple):
    """Cells that are one, by their rows and columns from 1, inclusive."""

    top: int
    left: int
    bottom: int
    right: int


class SheetRows:
    """Reads one sheet once.

    Attributes:
        merges: They come behind the last row.
    """

    def __init__(self, book: Book, sheet: Sheet) -> None:
        self.merges: list[Merge] = []
        self._book, self._sheet = book, sheet
        self._rows: list[SheetRow] = []
        self._number = self._column = 0
        self._row: SheetRow | None = None
        self._text = TextCollector()
        self._cell: dict[str, str] | None = None
        self._value: list[str] = []
        self._within = ""
        self._is_formula = False
        self._length = 0

    def __iter__(self) -> Iterator[SheetRow]:
        """The rows that have cells.

        Raises:
            ActualsFileError: The sheet is damaged, or larger than a sheet can be.
        """
        package = self._book.package
        sax = Sax(self._begin, self._end, self._letters)
        try:
            for _ in sax.read(package.pieces(self._sheet.part)):
                yield from self._rows
                self._rows.clear()
        except UnsoundXmlError as error:
            sheet = self._sheet.name
            raise package.refused(f"sheet {sheet} {error}; {CLEAN}") from error

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        tag = _SHORT.get(name)
        if tag == "c":
            self._cell = attributes
            self._is_formula = False
            self._value.clear()
            self._length = 0
        elif tag == "v":
            self._within = tag
        elif tag == "row":
            self._begin_row(attributes)
        elif tag == "f":
            self._is_formula = True
        elif tag in ("is", "t", "rPh"):
            self._within = "is"
            self._text.begin(tag)
        elif tag:
            self._begin_range(tag, attributes.get("ref", ""))

    def _begin_range(self, tag: str, reference: str) -> None:
        if tag == "dimension":
            for corner in reference.split(":"):
                place_of(corner)
        elif len(self.merges) < MOST_MERGES:
            first, _, last = reference.partition(":")
            self.merges.append(Merge(*place_of(first), *place_of(last or first)))

    def _letters(self, letters: str) -> None:
        if self._within == "v":
            self._value.append(letters)
            self._length += len(letters)
            if self._length > LONGEST_TEXT:
                raise UnsoundXmlError(TOO_LONG)
        elif self._within == "is":
            self._text.letters(letters)

    def _end(self, name: str) -> None:
        tag = _SHORT.get(name)
        if tag == "c":
            self._end_cell()
        elif tag == "v":
            self._within = ""
        elif tag == "row" and self._row:
            if self._row.cells:
                self._rows.append(self._row)
            self._row = None
        elif tag in ("is", "t", "rPh"):
            self._text.end(tag)
            self._within = "is" if tag != "is" else ""

    def _begin_row(self, attributes: dict[str, str]) -> None:
        number = whole(attributes.get("r", str(self._number + 1)))
        if not self._number < number <= MOST_ROWS:
            raise UnsoundXmlError(f"has a row {number:,} behind row {self._number:,}")
        self._number, self._column = number, 0
        self._row = SheetRow(number, attributes.get("hidden") in ("1", "true"), [])

    def _end_cell(self) -> None:
        it, row = self._cell or {}, self._row
        if row is None:
            raise UnsoundXmlError("has a cell outside its rows")
        last = self._column
        reference = it.get("r")
        column = column_in(reference) if reference else last + 1
        if not last < column <= MOST_COLUMNS:
            raise UnsoundXmlError(f"has a column {column:,} behind column {last:,}")
        # Cells that do not say where they are follow each other, empty ones too.
        self._column = column
        kind = it.get("t", "n")
        text = self._taken(kind)
        lacks_value = self._is_formula and not text and kind != "str"
        if text or lacks_value:
            kind = "s" if kind == "inlineStr" else kind
            style = whole(it.get("s", "0"))
            row.cells.append(Cell(column, kind, text, style, lacks_value))

    def _taken(self, kind: str) -> str:
        if kind == "inlineStr":
            return self._text.taken()
        value = "".join(self._value)
        if kind == "str":
            value = plain_text(value)
        elif kind == "s" and value:
            place = whole(value)
            if place >= len(self._book.texts):
                raise UnsoundXmlError(f"has no text {place}")
            return self._book.texts.at(place)
        return value


def place_of(reference: str) -> tuple[int, int]:
    """The row and the column, from 1, of a cell such as `C7` or `$C$7`.

    Raises:
        UnsoundXmlError: No cell of a sheet, or one beyond XFD1048576.
    """
    plain = reference.replace("$", "")
    letters = plain.rstrip("0123456789")
    row, column = whole(plain[len(letters) :]), column_of(letters)
    if not (1 <= row <= MOST_ROWS and 1 <= column <= MOST_COLUMNS):
        raise UnsoundXmlError(f"names the cell {reference[:20]}, beyond XFD1048576")
    return row, column


def name_of(column: int) -> str:
    """The letters of a column: A for 1, AA for 27."""
    letters = ""
    while column:
        column, digit = divmod(column - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


@lru_cache(maxsize=MOST_COLUMNS)
def column_of(letters: str) -> int:
    """The number of a column, from 1; beyond XFD it is any that is too large.

    Raises:
        UnsoundXmlError: These are no letters of a column.
    """
    number = 0
    for letter in letters[:4]:
        if not "A" <= letter <= "Z":
            raise UnsoundXmlError(f"has a column {letters[:20]!r}")
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def column_in(reference: str) -> int:
    """The number of the column of a cell such as `C7`, as `column_of`."""
    return column_of(reference.rstrip("0123456789"))


def whole(digits: str) -> int:
    """A number of an attribute.

    Raises:
        UnsoundXmlError: It is none, or larger than any of a sheet.
    """
    if not (digits.isascii() and digits.isdigit() and len(digits) < 10):
        raise UnsoundXmlError(f"has {digits[:20]!r} for a number")
    return int(digits)
