"""Which entry somebody made last, and what takes it, or a whole import, back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from tracker.domain import Actual, Kind
from tracker.errors import RefusedError
from tracker.ledger import Ledger


class Last(NamedTuple):
    """An entry in force, with its ledger."""

    ledger: Ledger
    entry: Actual

    @property
    def name(self) -> str:
        return f"{self.ledger.key}#{self.entry.seq}"


class TakenBack(NamedTuple):
    """What takes an import back in one ledger.

    Attributes:
        standing: The rows that tell now what the import told.
        new: What takes the place of each, in the same order: what stood there before
            the import, else a withdrawal.
        others: The rows that somebody else replaced or withdrew since, each with the
            row that did.
        settled: How many others there is nothing to do about, since its author took
            them in hand, or the import took them back itself.
    """

    standing: tuple[Actual, ...]
    new: tuple[Actual, ...]
    others: tuple[tuple[Actual, Actual], ...]
    settled: int


def last_by(
    ledgers: Iterable[Ledger],
    author: str,
    after: datetime | None = None,
    apart: Collection[datetime] = (),
) -> Last | None:
    """The figure that somebody recorded last and that still counts; None is none.

    Passes over what they withdrew or replaced themselves, and over figures that were
    put back in the place of a correction, so that each undoing goes one step back.

    Args:
        ledgers: In the order in which one command records them.
        after: Only what was recorded later than that; None is all.
        apart: The moments of imports, whose rows are passed over.

    Raises:
        RefusedError: Somebody else replaced or withdrew it.
    """
    mine = [
        (_moment(entry), place, entry.seq, Last(ledger, entry))
        for place, ledger in enumerate(ledgers)
        for entry in ledger.actuals
        if entry.author == author
        and entry.kind is not Kind.WITHDRAWAL
        and (after is None or _moment(entry) > after)
        and entry.recorded_at not in apart
    ]
    for *_, last in sorted(mine, key=lambda each: each[:3], reverse=True):
        if _puts_back(last):
            continue
        by = next(_since(last.entry, _replacing(last.ledger)), None)
        if by is None:
            return last
        if by.author != author:
            verb = "withdrew" if by.kind is Kind.WITHDRAWAL else "replaced"
            raise RefusedError(
                f"{by.author} {verb} {last.name}, the last entry of {author}, by "
                f"#{by.seq}; `tracker history {last.ledger.key}` shows what counts"
            )
    return None


def undoing(last: Last, author: str, reason: str) -> Actual:
    """What takes an entry back: of a correction the figure that it replaced.

    Its place, moment and digest are given when it is stored.
    """
    ledger, entry = last
    before = ledger.actuals[entry.replaces - 1] if entry.replaces else None
    return _instead(entry, before, author, reason)


def taking_back(
    ledger: Ledger, moment: datetime, author: str, reason: str
) -> TakenBack:
    """What takes back the rows of an import: those that were recorded at a moment.

    A row that its author corrected and put back since is taken back too, and one that
    somebody else touched is not.

    Args:
        author: Of the import.
    """
    replacing = _replacing(ledger)
    imported = {each.seq for each in ledger.actuals if each.recorded_at == moment}
    standing, new, others = [], [], []
    settled = 0
    for last in (row for row in ledger.actuals if row.seq in imported):
        after = list(_since(last, replacing))
        if after and after[0].seq in imported:
            continue
        before, now = _before(ledger, last, imported), (after or [last])[-1]
        other = next((each for each in after if each.author != author), None)
        if other is not None:
            others.append((last, other))
        elif now.told != last.told or _is_so_already(now, before):
            settled += 1
        else:
            standing.append(now)
            new.append(_instead(now, before, author, reason))
    return TakenBack(tuple(standing), tuple(new), tuple(others), settled)


def _instead(entry: Actual, before: Actual | None, author: str, reason: str) -> Actual:
    """What stood before an entry, in its place again, or its withdrawal."""
    if before is not None:
        return replace(before, replaces=entry.seq, author=author, reason=reason)
    return Actual(
        seq=0,
        on=entry.on,
        kind=Kind.WITHDRAWAL,
        value=None,
        evidence=entry.evidence,
        author=author,
        replaces=entry.seq,
        reason=reason,
    )


def _before(ledger: Ledger, last: Actual, imported: Collection[int]) -> Actual | None:
    """What an import replaced by one row or by several, one after the other."""
    row: Actual | None = last
    while row is not None and row.seq in imported:
        row = ledger.actuals[row.replaces - 1] if row.replaces else None
    return row


def _is_so_already(now: Actual, before: Actual | None) -> bool:
    """Whether what stands tells no other figure than what stood before an import."""
    if now.kind is Kind.WITHDRAWAL:
        return before is None or before.kind is Kind.WITHDRAWAL
    return before is not None and before.told == now.told


def _puts_back(last: Last) -> bool:
    """Whether an entry says what one before its predecessor said."""
    rows, entry = last.ledger.actuals, last.entry
    before = rows[entry.replaces - 1] if entry.replaces else None
    while before is not None and before.replaces is not None:
        before = rows[before.replaces - 1]
        if before.told == entry.told:
            return True
    return False


def _replacing(ledger: Ledger) -> Mapping[int, Actual]:
    """By the place of each row that was replaced or withdrawn the one that did it."""
    return {each.replaces: each for each in ledger.actuals if each.replaces}


def _since(entry: Actual, replacing: Mapping[int, Actual]) -> Iterator[Actual]:
    """What took the place of an entry, and of that one, and so on."""
    row = replacing.get(entry.seq)
    while row is not None:
        yield row
        row = replacing.get(row.seq)


def _moment(entry: Actual) -> datetime:
    assert entry.recorded_at is not None, "a stored actual has its moment"
    return entry.recorded_at
