"""What stands in a ledger, where a file may put other figures in its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
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

    def put_right(self, row: Row, why: str) -> Actual:
        """What a row of a file says, with what it leaves unsaid as it stood.

        In the place of what it says in other words or figures, once for each; what
        then tells nothing else replaces nothing.
        """
        new = row.actual
        there = self._by_day.get(new.on, [])
        if not _says_all(new):
            return new
        pairs = [(each, _completed(row, each)) for each in there]
        pairs.sort(key=lambda pair: _distance(*pair))
        same = [full for each, full in pairs if full.told == each.told]
        if same:
            return same[0]
        for each, full in pairs:
            if each.seq and (full.said == each.said or full.value != each.value):
                there.remove(each)
                # Another row may tell it once more, and does not replace it.
                there.append(replace(full, seq=0))
                reason = new.reason or why
                return replace(full, replaces=each.seq, reason=reason)
        said = [full for each, full in pairs if full.said == each.said]
        return said[0] if said else new

    def repeated(self, row: Row) -> Actual:
        """What a row says, with what it leaves unsaid from a correction that it tells.

        A file that put a figure in the place of another one says so once more without
        the source that the figure has from the other one.
        """
        for each in self._by_day.get(row.actual.on, []):
            full = _completed(row, each)
            if each.replaces and full.told == each.told:
                return full
        return row.actual


def _completed(row: Row, there: Actual) -> Actual:
    """The row with what it does not say taken from what stands there."""
    new = row.actual
    return replace(
        new,
        evidence=new.evidence if row.says_evidence else there.evidence,
        item=new.item or there.item,
        source=new.source or there.source,
        url=new.url or there.url,
        note=new.note or there.note,
    )


def _says_all(actual: Actual) -> bool:
    return actual.kind not in (Kind.INCREMENT, Kind.WITHDRAWAL)


def _distance(there: Actual, new: Actual) -> tuple[bool, bool, int]:
    """The same report first, then one of the same source and item."""
    same_source = (there.source, there.item) == (new.source, new.item)
    return (there.said != new.said, not same_source, there.seq)
