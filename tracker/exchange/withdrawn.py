"""Rows of a file that say what was withdrawn since it was recorded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tracker.domain import Kind
from tracker.ledger import Ledger

if TYPE_CHECKING:
    from tracker.exchange.merge import Merged
    from tracker.exchange.rows import Row


def gone(ledger: Ledger) -> Mapping[int, int]:
    """By the place of each figure that was withdrawn that of the withdrawal.

    What was corrected, and then withdrawn, is among them; what was put back is not.
    """
    replacing = {each.replaces: each.seq for each in ledger.actuals if each.replaces}
    ends: dict[int, int] = {}
    for each in reversed(ledger.actuals):
        ends[each.seq] = (
            ends[replacing[each.seq]] if each.seq in replacing else each.seq
        )
    withdrawals = {each.seq for each in ledger.actuals if each.kind is Kind.WITHDRAWAL}
    return {
        seq: end
        for seq, end in ends.items()
        if end in withdrawals and seq not in withdrawals
    }


def withdrawn(
    ledger: Ledger, rows: Sequence[Row], merge: Merged
) -> Iterator[tuple[int, int]]:
    """The rows that are there, but were withdrawn since, by line with their places.

    Of an export that holds the withdrawals too they are nothing new, nor is what was
    recorded once more.
    """
    lost = gone(ledger)
    if not lost:
        return
    told = {each.told for each in ledger.actuals if each.seq not in lost}
    there = set(merge.there.values())
    for row in rows:
        seq = merge.there.get(row.line, 0)
        again = row.name and row.actual.told in told
        if seq in lost and lost[seq] not in there and not again:
            yield row.line, seq
