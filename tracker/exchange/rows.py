"""The cells of one row, read into an actual or told with all that is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from tracker import entry
from tracker.domain import Actual, Evidence, Kind
from tracker.errors import EntryError, Problem

TEXTS = (
    "source",
    "note",
    "author",
    "item",
    "url",
    "id",
    "replaces",
    "reason",
    "digest",
)

T = TypeVar("T")


@dataclass(frozen=True)
class Row:
    """One row of a file.

    Attributes:
        line: Where the row begins, from 1 for the header.
        key: As written; nobody has looked whether there is such a target.
        actual: With `seq` 0 and without `replaces`: these depend on the ledger.
        name, replaces: Ledger names in the database that the row was exported from.
        digest: As exported; it tells whether that database was this one.
    """

    line: int
    key: str
    actual: Actual
    name: str | None
    replaces: str | None
    digest: str | None = None


@dataclass(frozen=True)
class Layout:
    """How the cells of a file are read.

    Attributes:
        names: Of its columns, in their order.
        author: Of the rows that name none.
        file: What problems call it.
    """

    names: Sequence[str]
    today: date
    author: str
    file: str = ""

    def row(self, line: int, cells: Sequence[str]) -> tuple[Row | None, list[Problem]]:
        """The row, or all that is wrong with it."""
        pairs = zip(self.names, cells, strict=True)
        fields = {name: cell.strip() for name, cell in pairs}
        reader = _RowReader(fields, f"{self.file}:{line}")
        row = reader.row(line, self.today, self.author)
        return row, reader.problems


class _RowReader:
    """Reads one row, and goes on where something is wrong with it."""

    def __init__(self, fields: Mapping[str, str], where: str) -> None:
        self.problems: list[Problem] = []
        self._fields, self._where = fields, where

    def row(self, line: int, today: date, author: str) -> Row | None:
        fields = self._fields
        on = self._read("on", lambda: entry.day(fields["on"], today))
        figure = self._read("value", lambda: _value(fields))
        evidence = self._read("evidence", lambda: _evidence(fields.get("evidence")))
        texts = {name: self._text(name) for name in TEXTS}
        self._refuse_contradictions(texts)
        if on is None or figure is None or evidence is None or self.problems:
            return None
        kind, value = figure
        actual = Actual(
            seq=0,
            on=on,
            kind=kind,
            value=value,
            evidence=evidence,
            item=texts["item"],
            source=texts["source"],
            url=texts["url"],
            note=texts["note"],
            author=texts["author"] or author,
            reason=texts["reason"],
        )
        names = (texts["id"], texts["replaces"], texts["digest"])
        return Row(line, fields["target"], actual, *names)

    def _text(self, name: str) -> str | None:
        cell = self._fields.get(name)
        if name == "author":
            return self._read(name, lambda: entry.author(cell))
        return self._read(name, lambda: entry.text(cell, name))

    def _read(self, column: str, door: Callable[[], T]) -> T | None:
        try:
            return door()
        except EntryError as error:
            self._refuse(column, str(error))
            return None

    def _refuse_contradictions(self, texts: Mapping[str, str | None]) -> None:
        if self._fields.get("kind") == Kind.WITHDRAWAL and not texts["replaces"]:
            message = "a withdrawal needs `replaces`: the row that it takes back"
            self._refuse("replaces", message)
        if texts["replaces"] and not texts["id"]:
            message = "a row with `replaces` needs an `id`; export writes both"
            self._refuse("id", message)

    def _refuse(self, column: str, message: str) -> None:
        self.problems.append(Problem(self._where, message, column))


def _value(fields: Mapping[str, str]) -> tuple[Kind, float | None]:
    cell = fields["value"]
    kind = _kind(fields.get("kind") or (cell if cell in ("done", "not-done") else ""))
    if kind is Kind.WITHDRAWAL:
        if cell:
            raise EntryError(f"a withdrawal has no value; leave {cell!r} out")
        return kind, None
    if kind in (Kind.DONE, Kind.NOT_DONE):
        value = 1.0 if kind is Kind.DONE else 0.0
        if cell not in ("", str(kind), f"{value:g}"):
            raise EntryError(f"{cell!r} does not fit the kind {kind}; leave it empty")
        return kind, value
    if kind is Kind.TOTAL and cell.startswith("+"):
        raise EntryError(
            f"{cell!r} reads as so many more; write {cell[1:]} with kind increment"
        )
    return kind, entry.number(cell)


def _kind(cell: str) -> Kind:
    try:
        return Kind(cell or Kind.TOTAL)
    except ValueError as error:
        raise EntryError(
            f"unknown kind {cell!r}; one of total, increment, done, not-done"
        ) from error


def _evidence(cell: str | None) -> Evidence:
    try:
        return Evidence(cell or Evidence.CLAIMED)
    except ValueError as error:
        known = ", ".join(Evidence)
        raise EntryError(f"unknown evidence {cell!r}; one of {known}") from error
