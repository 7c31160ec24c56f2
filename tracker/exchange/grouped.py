"""A file of actuals with the rows of each target together, however many they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tracker.errors import Problem
from tracker.exchange.letters import skeleton, skeletons
from tracker.exchange.merge import twice_named
from tracker.exchange.notes import note_in
from tracker.exchange.records import Record
from tracker.exchange.rows import Layout, Row
from tracker.exchange.spool import Spool
from tracker.exchange.tables import HowRead, table

# So many targets are taken at once.
BATCH = 200


class Stranger(NamedTuple):
    """A row of an unknown target.

    Attributes:
        key: What it names.
        on: None is no day that can be read.
    """

    line: int
    key: str
    on: date | None


class GroupedFile:
    """The rows of a file by target, some targets at a time.

    Attributes:
        name: What its problems call it.
        layout: How its cells are read.
        targets: The keys that are known and stand in the file.
        strangers: The rows of unknown targets, but for notes among the rows.
        left_out: Those that are nobody's problem, as was asked.
        problems: What is wrong with its form, or with the rows of unknown targets.
        count: How many rows of known targets there are.
        sheet: Where they come from, if it is a workbook.
    """

    def __init__(
        self,
        path: Path,
        reading: HowRead,
        layout: Layout,
        known: Iterable[str],
        *,
        skip_unknown: bool = False,
    ) -> None:
        """Reads the file once.

        Args:
            layout: Its `names`, `file` and `notation` are taken from the file.
            known: The keys of all targets.
            skip_unknown: Rows of unknown targets are left out.

        Raises:
            ActualsFileError: It cannot be read at all, or its header is wrong.
        """
        self.targets: set[str] = set()
        self.problems: list[Problem] = []
        # Rows under the names of other targets' rows, and whoever shares these.
        self._misnamed: dict[int, Row] = {}
        self._spool, self._shown = Spool(), Spool()
        places = {key: place for place, key in enumerate(known)}

        def take_shown(key: str, record: Record) -> None:
            cells = [cell.strip() for cell in record[1]]
            if key in places and any(cells):
                self._shown.add(places[key] // BATCH, record[0], [key, *cells])

        with table(path, reading, self.problems, take_shown) as found:
            self.name = found.name
            self.sheet = found.sheet
            self.layout = replace(layout, names=found.names, file=found.name)
            others, misnamed = self._sort(found.records, places)
            self.layout = replace(self.layout, notation=found.notation())
        others, left_out = self._without_notes(others), list[Record]()
        if skip_unknown:
            others, left_out = self._mistyped(others, places)
        self.strangers = self._strangers(others)
        self.left_out = self._strangers(left_out)
        sound = self._sound(others)
        self._misnamed |= {row.line: row for row in sound if row.name}
        for line, cells in misnamed:
            row = self.layout.row(line, cells)[0]
            self._misnamed |= {line: row} if row else {}

    @property
    def count(self) -> int:
        return self._spool.count

    def batches(self) -> Iterator[dict[str, list[Record]]]:
        """The records of some targets, each with its own in the order of the file."""
        for _, records in self._spool.groups():
            batch: dict[str, list[Record]] = defaultdict(list)
            for record in records:
                batch[self.key_of(record)].append(record)
            yield batch

    def shown(self) -> Iterator[dict[str, list[Record]]]:
        """What a form shows of some targets, in the order of `wording.COMPARED`."""
        for _, records in self._shown.groups():
            batch: dict[str, list[Record]] = defaultdict(list)
            for line, (key, *cells) in records:
                batch[key].append((line, cells))
            yield batch

    def key_of(self, record: Record) -> str:
        """What a record names, known or not."""
        return record[1][self._key_at].strip()

    def rows(
        self, records: Iterable[Record], *, is_milestone: bool = False
    ) -> list[Row]:
        """The sound rows among the records of one target; the others are problems."""
        rows = self._sound(records, is_milestone=is_milestone)
        strange = {row.name for row in self._misnamed.values()}
        own = [row for row in rows if row.name not in strange]
        self._misnamed |= {row.line: row for row in rows if row.name in strange}
        self.problems += twice_named(own, self.name)
        return rows

    def all_problems(self) -> list[Problem]:
        """By line, once the rows of every batch have been read."""
        strange = [row for _, row in sorted(self._misnamed.items())]
        found = self.problems + twice_named(strange, self.name)
        return self.placed(self.by_line(found))

    def by_line(self, problems: Iterable[Problem]) -> list[Problem]:
        """Problems of lines in the order of these, else as they are."""
        return sorted(problems, key=lambda each: int(each.where.rpartition(":")[2]))

    def placed(self, problems: Iterable[Problem]) -> list[Problem]:
        """Problems of lines, at their cells if the file is a workbook."""
        return [self.sheet.placed(each) if self.sheet else each for each in problems]

    def close(self) -> None:
        """Removes what was put aside on disk."""
        self._spool.close()
        self._shown.close()

    def _sort(
        self, records: Iterable[Record], places: Mapping[str, int]
    ) -> tuple[list[Record], list[Record]]:
        """Puts the rows of known targets aside.

        Returns:
            The rows of unknown targets, and those named like rows of other targets.
        """
        others, misnamed = [], []
        names = self.layout.names
        self._key_at = at = names.index("target") if names else 0
        name_at = names.index("id") if "id" in names else None
        for record in records:
            line, cells = record
            key = cells[at].strip()
            place = places.get(key)
            if place is None:
                others.append(record)
                continue
            self.targets.add(key)
            self._spool.add(place // BATCH, line, cells)
            if name_at is not None and _is_strange(cells[name_at], key):
                misnamed.append(record)
        return others, misnamed

    def _without_notes(self, others: Iterable[Record]) -> list[Record]:
        """The rows of unknown targets; what is no row at all becomes a problem."""
        found = []
        for line, cells in others:
            note = note_in(self.layout.names, cells, f"{self.name}:{line}")
            if note:
                self.problems.append(note)
            else:
                found.append((line, cells))
        return found

    def _mistyped(
        self, others: Iterable[Record], known: Iterable[str]
    ) -> tuple[list[Record], list[Record]]:
        """The records whose key looks like a known one, and those of other targets."""
        alike = skeletons(known)
        mistyped, left_out = list[Record](), list[Record]()
        for record in others:
            is_alike = skeleton(self.key_of(record)) in alike
            (mistyped if is_alike else left_out).append(record)
        return mistyped, left_out

    def _strangers(self, records: Iterable[Record]) -> list[Stranger]:
        return [
            Stranger(record[0], self.key_of(record), self.layout.day(record[1]))
            for record in records
        ]

    def _sound(
        self, records: Iterable[Record], *, is_milestone: bool = False
    ) -> list[Row]:
        found = []
        for line, cells in records:
            row, problems = self.layout.row(line, cells, is_milestone=is_milestone)
            self.problems += problems
            found += [row] if row else []
        return found


def _is_strange(name: str, key: str) -> bool:
    """Whether a row of one target has the name of a row of another one."""
    return bool(name.strip()) and name.strip().rpartition("#")[0] != key
