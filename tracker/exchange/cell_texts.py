"""What stands in the typed cells of a workbook, as the texts that a CSV file has.

Numbers come with the 15 digits that Excel keeps, days as 2024-09-01, percentages as
12.5%. What cannot be told without a guess is refused.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from math import isinf

from tracker.errors import EntryError
from tracker.excel import DAY_0
from tracker.exchange.copies import CopiedCell, Form, Value
from tracker.exchange.notation import EXACT
from tracker.exchange.sheet_rows import Cell
from tracker.exchange.workbook import Book

# Excel counts a 29 February 1900 as day 60, which never was; so day 1 is 1 January
# 1900 before it, and one less behind it. ECMA-376 part 1, 18.17.4.1.
_NEVER_WAS = 60
_BEFORE = date(1899, 12, 31)
_FROM_1904 = date(1904, 1, 1)
_SECONDS = 86_400
# The one error that people write on purpose: no figure is available.
_NOT_KNOWN = "#N/A"
# The digits that Excel keeps of a number.
_DIGITS = 15
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([Ee][+-]?\d{1,3})?", re.ASCII)
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)Z?)?", re.ASCII)
_MIDNIGHT = re.compile(r"00:00(:00(\.0+)?)?")


class CellTexts:
    """Reads the cells of one workbook."""

    def __init__(self, book: Book) -> None:
        self._forms, self._from_1904 = book.forms, book.from_1904

    def text(self, cell: Cell, column: str) -> str:
        """What stands in a cell, under a column of a file of actuals.

        Raises:
            EntryError: It says nothing that can be stored under it.
        """
        if cell.lacks_value:
            raise EntryError(
                "is a formula without its value; open the file in Excel and save it"
            )
        if cell.kind in ("s", "str"):
            return cell.text
        if cell.kind == "b":
            said = "TRUE" if cell.text == "1" else "FALSE"
            raise EntryError(f"is {said}; write a number, or done or not-done")
        if cell.kind == "e":
            return _of_error(cell.text, column)
        form = self._form(cell)
        _fits(column, form, cell)
        if form is Form.DATE:
            return self._moment(cell, column)
        if form is Form.PLAIN and _is_short(cell.text):
            # As most numbers are; the long way gives the same.
            return cell.text
        number = decimal_of(cell.text)
        is_percent = form is Form.PERCENT
        text = plain(number.scaleb(2) if is_percent else number)
        exact = EXACT if column == "value" and "." in text else ""
        return f"{text}{exact}%" if is_percent else text + exact

    def copied(self, cell: Cell) -> CopiedCell:
        """A cell as it stands there, whatever can be made of it."""
        form = self._form(cell)
        value: Value = cell.text
        try:
            if cell.kind == "b":
                value = cell.text == "1"
            elif form is Form.DATE:
                value = datetime.fromisoformat(self._moment(cell, ""))
            elif cell.kind == "n" and cell.text:
                value = float(decimal_of(cell.text))
        except (EntryError, ValueError):
            # No number and no day: it stays the text that it is.
            form = Form.PLAIN
        return CopiedCell(cell.column, value, form)

    def _moment(self, cell: Cell, column: str) -> str:
        if cell.kind == "d":
            moment = _iso(cell.text)
        else:
            moment = _counted(cell.text, from_1904=self._from_1904)
        day, _, time = moment.partition("T")
        if time and column == "on":
            raise EntryError(f"has a time of day, {time}; type the day alone: {day}")
        return moment

    def _form(self, cell: Cell) -> Form:
        if cell.kind == "d":
            return Form.DATE
        return self._forms[cell.style] if cell.style < len(self._forms) else Form.PLAIN


def _of_error(said: str, column: str) -> str:
    if said == _NOT_KNOWN and column == "value":
        return said
    raise EntryError(
        f"is the error {said}; mend its formula, or take the row out if nothing is "
        "known"
    )


def _fits(column: str, form: Form, cell: Cell) -> None:
    if column == "on" and form is not Form.DATE:
        raise EntryError(
            f"is the number {cell.text[:20]}, not a day; format the cell as a date"
        )
    if column == "value" and form is Form.DATE:
        raise EntryError(
            "is a day or a time, not a number; format the cell as a number and type it "
            "again"
        )


@lru_cache(maxsize=4096)
def _counted(serial: str, *, from_1904: bool) -> str:
    """As `moment_of`; a sheet has many rows of one day."""
    return moment_of(decimal_of(serial), from_1904=from_1904)


def _is_short(text: str) -> bool:
    return len(text) <= _DIGITS and text.isdecimal() and text.isascii()


def decimal_of(text: str) -> Decimal:
    """A number of a workbook with the digits that Excel shows of it.

    Raises:
        EntryError: It is none.
    """
    if not _NUMBER.fullmatch(text):
        raise EntryError(f"{text[:20]!r} is not a number; type it again")
    number = float(text)
    if isinf(number):
        raise EntryError(f"{text[:20]} is beyond all numbers; check it")
    return Decimal(f"{number:.{_DIGITS}g}")


def plain(number: Decimal) -> str:
    """A number in digits, without an exponent and nought at its end."""
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def moment_of(serial: Decimal, *, from_1904: bool) -> str:
    """The day that Excel counts so, and the time of day where it is not midnight.

    Raises:
        EntryError: There is no such day.
    """
    days, seconds = divmod(round(serial * _SECONDS), _SECONDS)
    if days == _NEVER_WAS and not from_1904:
        raise EntryError("is 29 February 1900, which never was; check it")
    first = _BEFORE if days < _NEVER_WAS else DAY_0
    first = _FROM_1904 if from_1904 else first
    if not 0 <= days <= (date.max - first).days:
        raise EntryError(f"is day {plain(serial)[:20]}, which Excel has not; check it")
    day = first + timedelta(days)
    if not seconds:
        return day.isoformat()
    return f"{day}T{timedelta(seconds=seconds)!s:0>8}"


def _iso(text: str) -> str:
    match = _ISO.fullmatch(text)
    if not match:
        raise EntryError(f"{text[:20]!r} is not a day; write 2024-09-01")
    day, time = match.groups()
    return day if not time or _MIDNIGHT.fullmatch(time) else f"{day}T{time}"
