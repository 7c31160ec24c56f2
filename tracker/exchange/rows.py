"""The cells of one row, read into an actual or told with all that is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeVar

from tracker import entry
from tracker.domain import Actual, Evidence, Kind
from tracker.errors import EntryError, Problem
from tracker.exchange.letters import LOST, lost
from tracker.exchange.notation import PLAIN, Notation, as_shown
from tracker.exchange.wording import (
    ANSWERS,
    EVIDENCE_WORDS,
    KIND_WORDS,
    MISSING,
    NO,
    folded,
)

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
        line: Where the row begins, from 1 for the first line of the file.
        key: As written; nobody has looked whether there is such a target.
        actual: With `seq` 0 and without `replaces`: these depend on the ledger.
        name, replaces: Ledger names in the database that the row was exported from.
        digest: As exported; it tells whether that database was this one.
        percent: The figure is written with %.
        says_evidence: The evidence stands in the row, and was not taken for granted.
    """

    line: int
    key: str
    actual: Actual
    name: str | None
    replaces: str | None
    digest: str | None = None
    percent: bool = False
    says_evidence: bool = True

    @property
    def unreported(self) -> bool:
        """Whether the row says that there is no figure, as н/д does."""
        return self.actual.value is None and self.actual.kind is not Kind.WITHDRAWAL


@dataclass(frozen=True)
class Layout:
    """How the cells of a file are read.

    Attributes:
        names: Of its columns, in their order.
        author: Of the rows that name none.
        file: What problems call it.
        notation: How it writes numbers and days.
    """

    names: Sequence[str]
    today: date
    author: str
    file: str = ""
    notation: Notation = PLAIN

    def row(
        self, line: int, cells: Sequence[str], *, is_milestone: bool = False
    ) -> tuple[Row | None, list[Problem]]:
        """The row, or all that is wrong with it.

        Args:
            is_milestone: What its target is known to be.
        """
        reader = _RowReader(
            self._fields(cells),
            f"{self.file}:{line}",
            self.notation,
            is_milestone=is_milestone,
        )
        row = reader.row(line, self.today, self.author)
        return row, reader.problems

    def day(self, cells: Sequence[str]) -> date | None:
        """The day of a figure, whatever else is wrong with its row; None is none."""
        fields = self._fields(cells)
        if KIND_WORDS.get(folded(fields.get("kind", ""))) == Kind.WITHDRAWAL:
            return None
        try:
            return self.notation.day(fields["on"], self.today)
        except EntryError:
            return None

    def _fields(self, cells: Sequence[str]) -> dict[str, str]:
        pairs = zip(self.names, cells, strict=True)
        return {name: cell.strip() for name, cell in pairs}


class _RowReader:
    """Reads one row, and goes on where something is wrong with it."""

    def __init__(
        self,
        fields: Mapping[str, str],
        where: str,
        notation: Notation,
        *,
        is_milestone: bool,
    ) -> None:
        self.problems: list[Problem] = []
        self._fields, self._where, self._notation = fields, where, notation
        self._is_milestone = is_milestone

    def row(self, line: int, today: date, author: str) -> Row | None:
        fields = self._fields
        on = self._read("on", lambda: self._notation.day(fields["on"], today))
        kind = self._read("kind", lambda: _kind(fields))
        figure = self._read("value", lambda: self._figure(kind or self._likely()))
        evidence = self._read("evidence", lambda: _evidence(fields.get("evidence", "")))
        texts = {name: self._text(name) for name in TEXTS}
        self._refuse_contradictions(texts)
        if self.problems or not (on and kind and figure and evidence):
            return None
        actual = Actual(
            seq=0,
            on=on,
            kind=kind,
            value=figure.value,
            evidence=evidence,
            item=texts["item"],
            source=texts["source"],
            url=texts["url"],
            note=texts["note"],
            author=texts["author"] or author,
            reason=texts["reason"],
        )
        names = (texts["id"], texts["replaces"], texts["digest"])
        says = bool(fields.get("evidence"))
        return Row(line, fields["target"], actual, *names, figure.percent, says)

    def _text(self, name: str) -> str | None:
        cell = self._fields.get(name, "")
        # What was exported is as it was recorded.
        door = text_in if not self._fields.get("id") else entry.text
        if name == "author":
            return self._read(name, lambda: entry.author(door(cell, name)))
        return self._read(name, lambda: door(cell, name))

    def _likely(self) -> Kind:
        """What a row of an unknown kind may be, so that its value is looked at too."""
        word = ANSWERS.get(folded(self._fields["value"]))
        return Kind(word) if word else Kind.INCREMENT

    def _figure(self, kind: Kind) -> _Figure:
        cell = self._fields["value"]
        if kind is Kind.WITHDRAWAL:
            if cell:
                shown = as_shown(cell)
                raise EntryError(f"a withdrawal has no value; leave {shown!r} out")
            return _Figure(None)
        if kind in (Kind.DONE, Kind.NOT_DONE):
            return _Figure(_done(cell, kind))
        if folded(cell) in MISSING:
            return _Figure(None)
        if folded(cell) in NO:
            raise EntryError(
                f"{cell!r} could be read two ways; write not-done of a milestone, and "
                "n/a where nothing is known"
            )
        if kind is Kind.TOTAL and cell.startswith("+"):
            raise EntryError(
                f"{cell!r} reads as so many more; write {cell[1:]} with kind increment"
            )
        return self._number(cell)

    def _number(self, cell: str) -> _Figure:
        bare = cell.removesuffix("%").rstrip()
        try:
            found = _Figure(self._notation.number(bare), percent=bare != cell)
        except EntryError as error:
            if not self._is_milestone:
                raise
            raise _no_answer(cell) from error
        if found.percent and self._is_milestone:
            raise _no_answer(cell)
        return found

    def _read(self, column: str, door: Callable[[], T]) -> T | None:
        try:
            return door()
        except EntryError as error:
            self._refuse(column, str(error))
            return None

    def _refuse_contradictions(self, texts: Mapping[str, str | None]) -> None:
        kind = KIND_WORDS.get(folded(self._fields.get("kind", "")))
        if kind == Kind.WITHDRAWAL and not texts["replaces"]:
            message = "a withdrawal needs `replaces`: the row that it takes back"
            self._refuse("replaces", message)
        if texts["replaces"] and not texts["id"]:
            message = "a row with `replaces` needs an `id`; export writes both"
            self._refuse("id", message)

    def _refuse(self, column: str, message: str) -> None:
        self.problems.append(Problem(self._where, message, column))


class _Figure(NamedTuple):
    """The figure of a row, None where there is none; and whether it is one of %."""

    value: float | None
    percent: bool = False


def text_in(raw: str, what: str) -> str | None:
    """A text of a file, as it is stored.

    Raises:
        EntryError: It holds a hidden character, or letters of it were lost.
    """
    if lost(raw):
        raise EntryError(f"the {what} {LOST}")
    return entry.text(raw, what)


def _kind(fields: Mapping[str, str]) -> Kind:
    cell = fields.get("kind", "")
    if cell:
        meant = KIND_WORDS.get(folded(cell))
        if meant is None:
            known = "total, increment, done, not-done"
            raise EntryError(f"unknown kind {cell!r}; one of {known}")
        return Kind(meant)
    answer = folded(fields["value"])
    return Kind.TOTAL if answer in NO else Kind(ANSWERS.get(answer, Kind.TOTAL))


def _done(cell: str, kind: Kind) -> float:
    value = 1.0 if kind is Kind.DONE else 0.0
    if cell not in ("", f"{value:g}") and ANSWERS.get(folded(cell)) != kind:
        shown = as_shown(cell)
        raise EntryError(f"{shown!r} does not fit the kind {kind}; leave it empty")
    return value


def _no_answer(cell: str) -> EntryError:
    shown = entry.shown(as_shown(cell))
    return EntryError(f"{shown} is no answer to a milestone; write done or not-done")


def _evidence(cell: str) -> Evidence:
    meant = EVIDENCE_WORDS.get(folded(cell or Evidence.CLAIMED))
    if meant is None:
        known = ", ".join(Evidence)
        raise EntryError(f"unknown evidence {cell!r}; one of {known}")
    return Evidence(meant)
