"""Sheets into the bytes of a workbook: the same sheets, the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from tracker.reports.xlsx.cells import Cell

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

Row = Sequence[Cell | None]


class Column(NamedTuple):
    """One column of a table.

    Attributes:
        most: So many letters wide at most; longer texts go over several lines.
    """

    head: str
    most: int = 24


@dataclass(frozen=True)
class Table:
    """A sheet that is one table.

    Attributes:
        name: Of the sheet, in the language of the workbook.
        key: Of the table in formulas of others: the same in every language.
        rows: Gives them anew each time: they are measured, then written.
    """

    name: str
    key: str
    columns: Sequence[Column]
    rows: Callable[[], Iterable[Row]]


class Picture(NamedTuple):
    """A PNG with its heading and what it shows in words."""

    group: str
    title: str
    told: str
    content: bytes


@dataclass(frozen=True)
class Pictures:
    """A sheet of pictures, one below the other."""

    name: str
    pictures: Sequence[Picture]


@dataclass(frozen=True)
class Prose:
    """A sheet of headings and paragraphs."""

    name: str
    paragraphs: Sequence[tuple[str, str]]


Sheet = Table | Pictures | Prose


@dataclass(frozen=True)
class Book:
    """What a workbook is made of.

    Attributes:
        title: Of the document, and above each printed page.
        foot: Below each printed page.
        made: The moment of its latest row, which stands for when it was made.
    """

    title: str
    foot: str
    lang: str
    made: datetime
    sheets: Sequence[Sheet]


def written(book: Book) -> bytes:
    """The file of a workbook.

    Raises:
        TooManyRowsError: More than a sheet has room for.
    """
    from openpyxl import Workbook

    from tracker.reports.xlsx.archive import saved
    from tracker.reports.xlsx.sheets import add

    workbook = Workbook(write_only=True)
    for each in book.sheets:
        add(workbook, each, book)
    say_whose(workbook, book.title, book.lang, book.made)
    return saved(workbook)


def say_whose(workbook: Workbook, title: str, lang: str, made: datetime) -> None:
    """What the properties of the document tell.

    Args:
        made: The moment of the latest row in it, which stands for when it was made.
    """
    said = workbook.properties
    said.title, said.language, said.creator = title, lang, "tracker"
    said.created = said.modified = made.astimezone(UTC).replace(tzinfo=None)
