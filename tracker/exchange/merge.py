"""Rows of a file against a target's ledger: which are new, which are there already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from tracker.domain import Actual, Kind, Ledger
from tracker.errors import Problem
from tracker.exchange.actuals_csv import Row

# On one day a total is taken before what is counted on from it, in whatever order the
# rows of a file stand.
_RANK = {Kind.TOTAL: 0, Kind.INCREMENT: 1}


class Merged(NamedTuple):
    """What the rows of one target add to its ledger.

    Attributes:
        new: With the places they will have.
        lines: The line of each new actual, by its place.
        admitted: The places of those whose running total may fall: they say why, or
            were taken so by the database they were exported from.
        known: How many rows the ledger, or the file before them, already held.
        problems: Rows that replace what is not there, by line.
    """

    new: tuple[Actual, ...]
    lines: dict[int, int]
    admitted: frozenset[int]
    known: int
    problems: tuple[tuple[int, str], ...]


def merged(ledger: Ledger, rows: Sequence[Row]) -> Merged:
    """The rows of one target, in an order that does not depend on the file's.

    Rows with an `id` come in the order of the ledger they were exported from, and
    each takes one row of this ledger as its own; rows without one come by day, and
    are there already if anything says the same.
    """
    merge = _Merge(ledger)
    for row in sorted(rows, key=_order):
        merge.take(row)
    return Merged(
        tuple(merge.new),
        merge.lines,
        frozenset(merge.admitted),
        merge.known,
        tuple(merge.problems),
    )


class _Merge:
    """The state of a merge, row by row."""

    def __init__(self, ledger: Ledger) -> None:
        self.new: list[Actual] = []
        self.lines: dict[int, int] = {}
        self.admitted: set[int] = set()
        self.known = 0
        self.problems: list[tuple[int, str]] = []
        self._next = len(ledger.actuals) + 1
        # Names of the database exported from -> places in this ledger.
        self._places: dict[str, int] = {}
        self._unclaimed: dict[object, list[int]] = defaultdict(list)
        for each in ledger.actuals:
            self._unclaimed[_content(each)].append(each.seq)
        self._said = set(self._unclaimed)

    def take(self, row: Row) -> None:
        if row.name in self._places:
            self.known += 1
            return
        replaces = self._places.get(row.replaces) if row.replaces else None
        if row.replaces and replaces is None:
            message = f"replaces {row.replaces}, which is not in this file"
            self.problems.append((row.line, f"{message}; export both rows"))
            return
        self._place(row, replace(row.actual, replaces=replaces))

    def _place(self, row: Row, actual: Actual) -> None:
        content = _content(actual)
        if row.name:
            mine = self._unclaimed[content]
            there = mine.pop(0) if mine else None
            self._places[row.name] = there or self._next
            already = there is not None
        else:
            already = content in self._said
        if already:
            self.known += 1
            return
        self._said.add(content)
        self.new.append(replace(actual, seq=self._next))
        self.lines[self._next] = row.line
        if row.name or row.actual.reason:
            self.admitted.add(self._next)
        self._next += 1


def twice_named(rows: Sequence[Row], where: str) -> list[Problem]:
    """Two rows of one file that carry the same ledger name but are not the same."""
    seen: dict[str, Row] = {}
    found = []
    for row in rows:
        if row.name is None:
            continue
        first = seen.setdefault(row.name, row)
        if first is not row and (first.key, first.actual) != (row.key, row.actual):
            message = f"{row.name} stands in line {first.line} too; remove one"
            found.append(Problem(f"{where}:{row.line}", message))
    return found


def _order(row: Row) -> tuple[int, int, str, int, float, int]:
    if row.name:
        seq = row.name.rpartition("#")[2]
        return (0, int(seq) if seq.isascii() and seq.isdigit() else 0, "", 0, 0.0, 0)
    rank = _RANK.get(row.actual.kind, 0)
    value = row.actual.value or 0.0
    return (1, 0, row.actual.on.isoformat(), rank, value, row.line)


def _content(actual: Actual) -> tuple[object, ...]:
    """What makes two rows the same: all that was said, whoever recorded it."""
    return (
        actual.on,
        actual.kind,
        actual.value,
        actual.source,
        actual.item,
        actual.replaces,
    )
