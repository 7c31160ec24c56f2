"""Rows of a file against a target's ledger: which are new, which are there already."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import NamedTuple

from tracker.domain import Actual, Kind
from tracker.errors import Problem
from tracker.exchange.revising import Standing
from tracker.exchange.rows import Row
from tracker.exchange.withdrawn import gone
from tracker.ledger import Ledger

# On one day a total is taken before what is counted on from it, in whatever order the
# rows of a file stand.
_RANK = {Kind.TOTAL: 0, Kind.INCREMENT: 1}
# Digits of the largest place that SQL holds.
_LONGEST_SEQ = 18


class Merged(NamedTuple):
    """What the rows of one target add to its ledger.

    Attributes:
        new: With the places they will have.
        lines: The line of each new actual, by its place.
        admitted: The places of those whose running total may fall: they say why, or
            were taken so by the database they were exported from.
        there: The place of each row that the ledger, or the file before it, already
            held, by its line.
        revised: The places of those that take the place of what stood.
        problems: Rows that replace what is not there, or may be there already and may
            not, by line.
    """

    new: tuple[Actual, ...]
    lines: dict[int, int]
    admitted: frozenset[int]
    there: dict[int, int]
    revised: frozenset[int]
    problems: tuple[tuple[int, str], ...]


def merged(
    ledger: Ledger,
    rows: Sequence[Row],
    revise: str | None = None,
    again: Collection[int] = (),
) -> Merged:
    """The rows of one target, in an order that does not depend on the file's.

    Rows with an `id` come in the order of the ledger they were exported from, and
    each takes one row of this ledger as its own; rows without one come by day, and
    are there already if anything says the same.

    Args:
        revise: Why rows without an `id` may take the place of other figures for their
            day; None is that they may not.
        again: The lines of rows that are recorded once more, since what says the same
            was withdrawn.
    """
    merge = _Merge(ledger, again)
    if revise:
        merge.revise = (revise, Standing(ledger, [row for row in rows if not row.name]))
    for row in sorted(rows, key=_order):
        merge.take(row)
    return Merged(
        tuple(merge.new),
        merge.lines,
        frozenset(merge.admitted),
        merge.there,
        frozenset(merge.revised),
        tuple(merge.problems),
    )


class _Merge:
    """The state of a merge, row by row."""

    def __init__(self, ledger: Ledger, again: Collection[int]) -> None:
        self.new: list[Actual] = []
        self.lines: dict[int, int] = {}
        self.admitted: set[int] = set()
        self.there: dict[int, int] = {}
        self.revised: set[int] = set()
        self.revise: tuple[str, Standing] | None = None
        self.problems: list[tuple[int, str]] = []
        self._next = len(ledger.actuals) + 1
        # Names of the database exported from -> places in this ledger.
        self._places: dict[str, int] = {}
        self._unclaimed: dict[object, list[int]] = defaultdict(list)
        for each in ledger.actuals:
            self._unclaimed[_content(each)].append(each.seq)
        self._again, lost = again, gone(ledger)
        self._said = {
            each.said: each for each in ledger.actuals if each.seq not in lost
        }
        self._lost = {
            each.said: each.seq for each in ledger.actuals if each.seq in lost
        }
        # Of what was withdrawn and recorded once more the latter is meant.
        self._told: dict[object, list[int]] = defaultdict(list)
        for each in sorted(ledger.actuals, key=lambda actual: actual.seq in lost):
            self._told[each.told].append(each.seq)
        # How many rows of a file the ledger can already hold, of each that it tells.
        self._held = Counter(each.told for each in ledger.actuals)
        self._replaced = {each.replaces for each in ledger.actuals if each.replaces}
        self._by_digest = {each.digest: each for each in ledger.actuals if each.digest}
        self._key = ledger.key

    def take(self, row: Row) -> None:
        """Finds the row in the ledger, or adds it, or says what is wrong with it."""
        replaces = self._places.get(row.replaces) if row.replaces else None
        if row.name in self._places:
            self.there[row.line] = self._places[row.name]
        elif row.replaces and replaces is None:
            self._refuse(
                row,
                f"replaces {row.replaces}, which does not stand before it in this "
                "file; export both rows",
            )
        elif not self._was_edited(row):
            self._place(row, replace(row.actual, replaces=replaces))

    def _was_edited(self, row: Row) -> bool:
        """Whether a row of this very ledger says something else in the file."""
        mine = self._by_digest.get(row.digest or "")
        if mine is None or mine.told == row.actual.told:
            return False
        name = f"{self._key}#{mine.seq}"
        self._refuse(
            row,
            f"{name} was changed in the file; take it as it was exported, and run "
            f"`tracker correct {name} VALUE --reason WHY`",
        )
        return True

    def _place(self, row: Row, actual: Actual) -> None:
        if row.name:
            mine = self._unclaimed[_content(actual)]
            there = mine.pop(0) if mine and row.line not in self._again else None
            self._places[row.name] = there or self._next
        else:
            actual = self._revised(row, actual)
            there = None if actual.replaces else self._there(row, actual)
        if there is not None and not row.name and self._is_one_more(actual):
            self._refuse_one_more(row, there)
        elif there is not None:
            self.there[row.line] = there
        elif actual.replaces in self._replaced:
            self._refuse(
                row, f"replaces {row.replaces}, which is replaced already; remove one"
            )
        elif self._is_other(row, actual):
            self._refuse_other_words(row, self._said[actual.said])
        else:
            self._add(row, actual)

    def _there(self, row: Row, actual: Actual) -> int | None:
        """The place of what tells the same; else of what said so and was withdrawn."""
        places = self._told[actual.told]
        adds = actual.kind is Kind.INCREMENT and not actual.item
        if row.line in self._again:
            # An earlier line may have recorded once more what this one tells too.
            there = next(iter(places), 0)
            return there if there in self.lines and not adds else None
        if not places:
            return None if actual.said in self._said else self._lost.get(actual.said)
        # Of increments that are alike each is another one.
        return places.pop(0) if adds and len(places) > 1 else places[0]

    def _is_other(self, row: Row, actual: Actual) -> bool:
        """Whether what counts says the same in other words, and so may be the same."""
        there = self._said.get(actual.said)
        if row.name or actual.replaces or there is None:
            return False
        return row.line not in self._again or there.told != actual.told

    def _is_one_more(self, actual: Actual) -> bool:
        """Whether an increment that was met before may be another one all the same.

        A total says once more what is so; an item is counted once.
        """
        if actual.kind is not Kind.INCREMENT or actual.item:
            return False
        if not self._told[actual.told]:
            # What was withdrawn says it in other words.
            return False
        self._held[actual.told] -= 1
        return self._held[actual.told] < 0

    def _revised(self, row: Row, actual: Actual) -> Actual:
        """A row without a name, in the place of what stood if it may take that."""
        if self.revise is None:
            return actual
        why, standing = self.revise
        return standing.put_right(row, why)

    def _add(self, row: Row, actual: Actual) -> None:
        self._said.setdefault(actual.said, replace(actual, seq=self._next))
        if row.line in self._again or not self._told[actual.told]:
            self._told[actual.told].insert(0, self._next)
        if actual.replaces:
            self._replaced.add(actual.replaces)
        self.new.append(replace(actual, seq=self._next))
        self.lines[self._next] = row.line
        if actual.replaces and not row.name:
            self.revised.add(self._next)
        if row.digest or row.actual.reason:
            self.admitted.add(self._next)
        self._next += 1

    def _refuse_other_words(self, row: Row, there: Actual) -> None:
        """The same figure with other evidence, URL or note: is it the same report?"""
        if there.seq in self.lines:
            name = f"line {self.lines[there.seq]}"
            remedy = "remove one, or name the `item` of each"
        else:
            name = f"{self._key}#{there.seq}"
            remedy = (
                f"run `tracker correct {name}` to say more of it, or name the `item` "
                "if this is another one"
            )
        self._refuse(
            row,
            f"{name} gives the same figure with other evidence, URL or note; {remedy}",
        )

    def _refuse_one_more(self, row: Row, there: int) -> None:
        earlier = self.lines.get(there) or next(
            line for line, seq in self.there.items() if seq == there
        )
        self._refuse(
            row,
            f"line {earlier} already says so, for the same day and source; name the "
            "`source` or `item` of each if this is another report, or remove one",
        )

    def _refuse(self, row: Row, message: str) -> None:
        self.problems.append((row.line, message))


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


def _order(row: Row) -> tuple[object, ...]:
    """By place for rows with a name; by day and then by all that is told for others."""
    if row.name:
        seq = row.name.rpartition("#")[2]
        sound = seq.isascii() and seq.isdigit() and len(seq) <= _LONGEST_SEQ
        return (0, int(seq) if sound else 0)
    actual = row.actual
    rank = _RANK.get(actual.kind, 0)
    texts = (actual.evidence, *(text or "" for text in _texts(actual)))
    return (1, actual.on, rank, actual.value or 0.0, *texts, row.line)


def _content(actual: Actual) -> tuple[object, ...]:
    return (*actual.said, actual.replaces)


def _texts(actual: Actual) -> tuple[str | None, ...]:
    return (actual.source, actual.item, actual.note, actual.url)
