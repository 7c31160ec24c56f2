"""How one file writes numbers and days, by all of it and by what was said of it.

The decimal mark and the order of day and month are never guessed from one cell: what
could be read two ways is refused, unless another cell of the file, or the one who
imports it, says which way it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tracker import entry
from tracker.errors import EntryError
from tracker.exchange.records import Record

MARKS = (".", ",")
# Behind a number that a workbook holds as one: its point is a decimal point, whatever
# the texts beside it have. No text of a file holds a NUL: `decoding` and `shared_texts`
# see to that.
EXACT = "\0"
_NAMES = {".": "point", ",": "comma"}
_OTHER = {".": ",", ",": "."}
# Digits, in groups of three by one kind of space or by the other mark; and a decimal
# mark. A group of the other mark does not begin with nought: 0,125 is no 125.
_READINGS = {
    mark: re.compile(
        rf"[+-]?(?:\d+|[1-9]\d{{0,2}}(?:\{_OTHER[mark]}\d{{3}})+"
        r"|\d{1,3}(?P<gap>[ \u00a0\u2009\u202f])\d{3}(?:(?P=gap)\d{3})*)"
        rf"(?:\{mark}\d+)?",
        re.ASCII,
    )
    for mark in MARKS
}
_SLASHED = re.compile(r"(\d\d?)/(\d\d?)/(\d{4})", re.ASCII)
# A serial number of such a size would be a day of 1905.
_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
_SERIAL = re.compile(r"\d{1,5}(?:[.,]\d+)?", re.ASCII)
_SHORT_YEAR = re.compile(r"\d\d?[./]\d\d?[./]\d\d", re.ASCII)
_MONTHS = 12


@dataclass(frozen=True)
class Notation:
    """How numbers and days are read.

    Attributes:
        mark: The decimal mark.
        said: Whether it was given and not found in the file.
        grouped: Whether the other mark parts thousands.
        against: A line with a decimal point, where others have a decimal comma too.
        month_first: Whether 1/9/2024 is in January; None is not known.
    """

    mark: str = "."
    said: bool = False
    grouped: bool = False
    against: int | None = None
    month_first: bool | None = None

    def number(self, text: str) -> float:
        """A number as the file writes it.

        Raises:
            EntryError: Not a number, or one that could be read two ways.
        """
        if text.endswith(EXACT):
            return entry.number(text.removesuffix(EXACT))
        if "," not in text and (self.mark == "." or "." not in text):
            return entry.number(text)
        other = _OTHER[self.mark]
        found = _reading(text, self.mark)
        grouped = self.grouped or other not in text or not _reading(text, other)
        if found is None or not grouped:
            raise EntryError(self._why_not(text))
        return entry.number(found)

    def day(self, text: str, today: date) -> date:
        """A day as the file writes it.

        Raises:
            EntryError: No day, or one that could be read two ways.
        """
        typed = text.strip()
        if match := _SLASHED.fullmatch(typed):
            return entry.day(self._pointed(*match.groups()), today)
        if _YEAR.fullmatch(typed):
            raise EntryError(
                f"{entry.shown(text)} is a year; write its day, such as {typed}-12-31"
            )
        if _SERIAL.fullmatch(typed):
            raise EntryError(
                f"{entry.shown(text)} is a day as spreadsheets count them; format its "
                "column as a date and save the file again"
            )
        if _SHORT_YEAR.fullmatch(typed):
            raise EntryError(
                f"{entry.shown(text)} has a year of two digits; write all four"
            )
        return entry.day(text, today)

    def _pointed(self, first: str, second: str, year: str) -> str:
        """A day with slashes as 1.9.2024."""
        days_first, months_first = (
            f"{first}.{second}.{year}",
            f"{second}.{first}.{year}",
        )
        month_first = _is_month_first(first, second)
        if month_first is None:
            month_first = self.month_first
        # Where both numbers are the same, or none is a month, the order is no matter.
        if month_first is None and int(first) != int(second) and int(first) <= _MONTHS:
            raise EntryError(
                f"'{first}/{second}/{year}' could be read two ways; write it as "
                f"{days_first} or {months_first}"
            )
        return months_first if month_first else days_first

    def _why_not(self, text: str) -> str:
        as_read = {mark: _reading(text, mark) for mark in MARKS}
        shown = entry.shown(text)
        if not any(as_read.values()):
            return f"{shown} is not a number; write it as 98 or 12.5"
        if all(as_read.values()):
            return (
                f"{shown} could be read two ways, as {as_read[',']} or {as_read['.']}; "
                "give --decimal , or --decimal ."
            )
        if self.said:
            right = (as_read[_OTHER[self.mark]] or "").replace(".", self.mark)
            return (
                f"{shown} has no decimal {_NAMES[self.mark]}; check --decimal, or "
                f"write it as {right}"
            )
        return (
            f"{shown} has a decimal comma, and line {self.against} a decimal point; "
            "write all of them one way"
        )


def as_shown(text: str) -> str:
    """The text of a cell without the mark of a number, to be repeated to a reader."""
    return text.replace(EXACT, "")


# As an export writes.
PLAIN = Notation()


class Marks:
    """What the cells of a file say of its notation, whatever their order."""

    def __init__(self) -> None:
        # The first line that can be read with one decimal mark only.
        self._only: dict[str, int] = {}
        self._grouped: set[str] = set()
        self._month_first: set[bool] = set()

    def watching(
        self, records: Iterable[Record], value_at: int, day_at: int
    ) -> Iterator[Record]:
        """The records as they are, each looked at on its way."""
        for record in records:
            cells = record[1]
            if not cells[value_at].isdecimal():
                self.see_number(cells[value_at], record[0])
            if "/" in cells[day_at]:
                self.see_day(cells[day_at])
            yield record

    def see_number(self, text: str, line: int) -> None:
        """Takes note of a cell that may be a number."""
        if "," not in text and ("." not in text or "." in self._only):
            return
        found = {mark: _reading(text.rstrip("% \u00a0\u202f"), mark) for mark in MARKS}
        for mark in MARKS:
            if found[mark] is not None and found[_OTHER[mark]] is None:
                self._only.setdefault(mark, line)
                if _OTHER[mark] in text:
                    self._grouped.add(mark)

    def see_day(self, text: str) -> None:
        """Takes note of a cell that may be a day with slashes."""
        match = _SLASHED.fullmatch(text.strip())
        month_first = _is_month_first(match[1], match[2]) if match else None
        if month_first is not None:
            self._month_first.add(month_first)

    def notation(self, decimal: str | None = None) -> Notation:
        """What all cells that were seen agree on.

        Args:
            decimal: The decimal mark as it was given; None is what the file shows.
        """
        mark = decimal or ("," if set(self._only) == {","} else ".")
        both = len(self._only) > 1
        (order,) = self._month_first if len(self._month_first) == 1 else (None,)
        return Notation(
            mark=mark,
            said=bool(decimal),
            grouped=bool(decimal) or (mark in self._grouped and not both),
            against=self._only["."] if both else None,
            month_first=order,
        )


def _reading(text: str, mark: str) -> str | None:
    """A number with a point and without groups, if it can be read with that mark."""
    typed = text.strip().replace("\u2212", "-")
    match = _READINGS[mark].fullmatch(typed)
    if not match:
        return None
    gap = match["gap"] or ""
    plain = typed.replace(_OTHER[mark], "")
    return (plain.replace(gap, "") if gap else plain).replace(mark, ".")


def _is_month_first(first: str, second: str) -> bool | None:
    """Which of two numbers is a month where one alone can be; None is not known."""
    if (int(first) > _MONTHS) == (int(second) > _MONTHS):
        return None
    return int(second) > _MONTHS
