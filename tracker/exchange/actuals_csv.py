"""Actuals as CSV: what an import reads and an export writes."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

from tracker import entry
from tracker.domain import Actual, Evidence, Kind, typed
from tracker.errors import ActualsFileError, EntryError, Problem
from tracker.exchange.records import Record, fitting, numbered, opened
from tracker.ledger import Ledger

# Each unknown column is told with what was perhaps meant; beyond so many none is.
MOST_COLUMNS = 100
REQUIRED = ("target", "on", "value")
COLUMNS = (
    *REQUIRED,
    "kind",
    "evidence",
    "source",
    "note",
    "author",
    "item",
    "url",
)
# An export adds these; `id` and `replaces` are ledger names such as camps#3.
LEDGER_COLUMNS = ("id", "recorded_at", "replaces", "reason", "digest")
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
    """

    names: Sequence[str]
    today: date
    author: str

    def row(self, line: int, cells: Sequence[str]) -> tuple[Row | None, list[str]]:
        """The row, or all that is wrong with it."""
        pairs = zip(self.names, cells, strict=True)
        fields = {name: cell.strip() for name, cell in pairs}
        return _row(line, fields, self.today, self.author)


def read(path: Path, today: date, author: str) -> tuple[tuple[Row, ...], list[Problem]]:
    """The sound rows of a file, and the problems of all others.

    Raises:
        ActualsFileError: It cannot be read at all, or its header is wrong.
    """
    problems: list[Problem] = []
    rows: list[Row] = []
    with opened(path) as lines:
        names, records = begun(lines, path.name, problems)
        layout = Layout(names, today, author)
        for line, cells in records:
            row, faults = layout.row(line, cells)
            problems += [Problem(f"{path.name}:{line}", fault) for fault in faults]
            rows += [row] if row else []
    return tuple(rows), problems


def write(ledgers: Iterable[Ledger]) -> str:
    """Every row of some ledgers, corrected and withdrawn ones included."""
    return "".join(pieces(ledgers))


def pieces(ledgers: Iterable[Ledger]) -> Iterator[str]:
    """What `write` gives, a piece for each ledger."""
    yield _lines([[*COLUMNS, *LEDGER_COLUMNS]])
    for ledger in ledgers:
        yield _lines(cells(ledger.key, actual) for actual in ledger.actuals)


def _lines(rows: Iterable[Sequence[str | None]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def begun(
    lines: Iterator[str], name: str, problems: list[Problem]
) -> tuple[Sequence[str], Iterator[Record]]:
    """The columns of a file, and its records of as many cells.

    Args:
        name: Of the file.
        problems: Takes those of the other records, while the sound ones are read.

    Raises:
        ActualsFileError: The header is wrong.
    """
    records = numbered(lines, name, problems)
    for line, cells in records:
        if any(cell.strip() for cell in cells):
            names = _header(cells, f"{name}:{line}")
            return names, fitting(records, len(names), name, problems)
    if not problems:
        problems.append(Problem(f"{name}:1", f"is empty; {_needed()}"))
    return (), iter(())


def _needed() -> str:
    return f"the first line must name the columns {','.join(REQUIRED)}"


def _header(cells: list[str], where: str) -> list[str]:
    if len(cells) == 1 and (";" in cells[0] or "\t" in cells[0]):
        message = "has one column; separate the columns by commas"
        raise ActualsFileError([Problem(where, message)])
    known = [*COLUMNS, *LEDGER_COLUMNS]
    if len(cells) > MOST_COLUMNS:
        message = f"has {len(cells):,} columns; known: {', '.join(known)}"
        raise ActualsFileError([Problem(where, message)])
    names = [cell.strip().lower() for cell in cells]
    problems = []
    for name in names:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = (
                f"did you mean {near[0]!r}?" if near else f"known: {', '.join(known)}"
            )
            problems.append(Problem(where, f"unknown column {name!r}; {hint}"))
        elif names.count(name) > 1:
            problems.append(Problem(where, f"column {name!r} stands twice; remove one"))
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        lacks = f"lacks the column {', '.join(missing)}"
        problems.append(Problem(where, f"{lacks}; {_needed()}"))
    if problems:
        raise ActualsFileError(list(dict.fromkeys(problems)))
    return names


def _row(
    line: int, fields: Mapping[str, str], today: date, author: str
) -> tuple[Row | None, list[str]]:
    problems: list[str] = []

    def read_or_told(door: Callable[[], T]) -> T | None:
        try:
            return door()
        except EntryError as error:
            problems.append(str(error))
            return None

    on = read_or_told(lambda: entry.day(fields["on"], today))
    figure = read_or_told(lambda: _value(fields))
    evidence = read_or_told(lambda: _evidence(fields.get("evidence")))
    texts = {
        name: read_or_told(lambda name=name: entry.text(fields.get(name), name))  # type: ignore[misc]
        for name in TEXTS
    }
    texts["author"] = read_or_told(lambda: entry.author(fields.get("author")))
    problems += _contradictions(fields, texts)
    if on is None or figure is None or evidence is None or problems:
        return None, problems
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
    return Row(line, fields["target"], actual, *names), []


def _contradictions(
    fields: Mapping[str, str], texts: Mapping[str, str | None]
) -> Iterator[str]:
    if fields.get("kind") == Kind.WITHDRAWAL and not texts["replaces"]:
        yield "a withdrawal needs `replaces`: the row that it takes back"
    if texts["replaces"] and not texts["id"]:
        yield "a row with `replaces` needs an `id`; export writes both"


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


def cells(key: str, actual: Actual) -> list[str | None]:
    """The cells of one row, under COLUMNS and then LEDGER_COLUMNS."""
    value = "" if actual.value is None else typed(actual.value)
    moment = actual.recorded_at
    return [
        key,
        actual.on.isoformat(),
        value,
        actual.kind,
        actual.evidence,
        actual.source,
        actual.note,
        actual.author,
        actual.item,
        actual.url,
        f"{key}#{actual.seq}",
        moment.isoformat().replace("+00:00", "Z") if moment else None,
        f"{key}#{actual.replaces}" if actual.replaces else None,
        actual.reason,
        actual.digest,
    ]
