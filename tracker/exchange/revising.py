"""What stands in a ledger, where a file may put other figures in its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from tracker.domain import Actual, Kind
from tracker.exchange.rows import Row
from tracker.ledger import Ledger


class Standing:
    """The totals, readings and done of a ledger that are in force, day by day.

    Increments are not among them: two on one day are two reports, and add up.
    """

    def __init__(self, ledger: Ledger, rows: Iterable[Row]) -> None:
        """Knows the days of which the file itself gives two figures: none is taken."""
        replaced = {each.replaces for each in ledger.actuals}
        self._by_day: dict[date, list[Actual]] = defaultdict(list)
        for each in ledger.actuals:
            if each.seq not in replaced and _says_all(each):
                self._by_day[each.on].append(each)
        figures: dict[date, set[float | None]] = defaultdict(set)
        for row in rows:
            if _says_all(row.actual):
                figures[row.actual.on].add(row.actual.value)
        for day, values in figures.items():
            if len(values) > 1:
                self._by_day.pop(day, None)

    def taken_by(self, new: Actual) -> Actual | None:
        """What a row of a file says in other words or figures; once for each."""
        there = self._by_day.get(new.on, [])
        if not _says_all(new) or any(each.told == new.told for each in there):
            return None
        for each in sorted(there, key=lambda one: _distance(one, new)):
            if each.said == new.said or each.value != new.value:
                there.remove(each)
                return each
        return None


def _says_all(actual: Actual) -> bool:
    return actual.kind not in (Kind.INCREMENT, Kind.WITHDRAWAL)


def _distance(there: Actual, new: Actual) -> tuple[bool, bool, int]:
    """The same report first, then one of the same source and item."""
    same_source = (there.source, there.item) == (new.source, new.item)
    return (there.said != new.said, not same_source, there.seq)
