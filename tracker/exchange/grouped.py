"""A file of actuals with the rows of each target together, however many they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from tracker.errors import Problem
from tracker.exchange.merge import twice_named
from tracker.exchange.records import Record
from tracker.exchange.rows import Layout, Row
from tracker.exchange.spool import Spool
from tracker.exchange.tables import HowRead, table

# So many targets are taken at once.
BATCH = 200


class GroupedFile:
    """The rows of a file by target, some targets at a time.

    Attributes:
        name: What its problems call it.
        layout: How its cells are read.
        targets: The keys that are known and stand in the file.
        strangers: The rows of unknown targets, by line, with what they name.
        problems: What is wrong with its form, or with the rows of unknown targets.
        count: How many rows of known targets there are.
        sheet: Where they come from, if it is a workbook.
    """

    def __init__(
        self, path: Path, reading: HowRead, layout: Layout, known: Iterable[str]
    ) -> None:
        """Reads the file once.

        Args:
            layout: Its `names`, `file` and `notation` are taken from the file.
            known: The keys of all targets.

        Raises:
            ActualsFileError: It cannot be read at all, or its header is wrong.
        """
        self.targets: set[str] = set()
        self.problems: list[Problem] = []
        # Rows under the names of other targets' rows, and whoever shares these.
        self._misnamed: dict[int, Row] = {}
        self._spool = Spool()
        places = {key: place for place, key in enumerate(known)}
        with table(path, reading, self.problems) as found:
            self.name = found.name
            self.sheet = found.sheet
            self.layout = replace(layout, names=found.names, file=found.name)
            others, misnamed = self._sort(found.records, places)
            self.layout = replace(self.layout, notation=found.notation())
        self.strangers = [(line, cells[self._key_at].strip()) for line, cells in others]
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
        at = self._key_at
        for _, records in self._spool.groups():
            batch: dict[str, list[Record]] = defaultdict(list)
            for record in records:
                batch[record[1][at].strip()].append(record)
            yield batch

    def rows(self, records: Iterable[Record]) -> list[Row]:
        """The sound rows among the records of one target; the others are problems."""
        rows = self._sound(records)
        strange = {row.name for row in self._misnamed.values()}
        own = [row for row in rows if row.name not in strange]
        self._misnamed |= {row.line: row for row in rows if row.name in strange}
        self.problems += twice_named(own, self.name)
        return rows

    def all_problems(self) -> list[Problem]:
        """By line, once the rows of every batch have been read."""
        strange = [row for _, row in sorted(self._misnamed.items())]
        found = self.problems + twice_named(strange, self.name)
        found.sort(key=lambda each: int(each.where.rpartition(":")[2]))
        return self.placed(found)

    def placed(self, problems: Iterable[Problem]) -> list[Problem]:
        """Problems of lines, at their cells if the file is a workbook."""
        return [self.sheet.placed(each) if self.sheet else each for each in problems]

    def close(self) -> None:
        """Removes what was put aside on disk."""
        self._spool.close()

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

    def _sound(self, records: Iterable[Record]) -> list[Row]:
        found = []
        for line, cells in records:
            row, problems = self.layout.row(line, cells)
            self.problems += problems
            found += [row] if row else []
        return found


def _is_strange(name: str, key: str) -> bool:
    """Whether a row of one target has the name of a row of another one."""
    return bool(name.strip()) and name.strip().rpartition("#")[0] != key
