"""Which entry somebody made last, and what takes it back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
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


def last_by(ledgers: Iterable[Ledger], author: str) -> Last:
    """The figure that somebody recorded last and that still counts.

    Passes over what they withdrew or replaced themselves, and over figures that were
    put back in the place of a correction, so that each undoing goes one step back.

    Args:
        ledgers: In the order in which one command records them.

    Raises:
        RefusedError: There is none, or somebody else replaced or withdrew it.
    """
    mine = [
        (entry.recorded_at, place, entry.seq, Last(ledger, entry))
        for place, ledger in enumerate(ledgers)
        for entry in ledger.actuals
        if entry.author == author and entry.kind is not Kind.WITHDRAWAL
    ]
    for *_, last in sorted(mine, key=lambda each: each[:3], reverse=True):
        if _puts_back(last):
            continue
        by = _replacing(last)
        if by is None:
            return last
        if by.author != author:
            verb = "withdrew" if by.kind is Kind.WITHDRAWAL else "replaced"
            raise RefusedError(
                f"{by.author} {verb} {last.name}, the last entry of {author}, by "
                f"#{by.seq}; `tracker history {last.ledger.key}` shows what counts"
            )
    raise RefusedError(
        f"nothing that {author} recorded counts any more; name another one with "
        "--author, or see `tracker history`"
    )


def undoing(last: Last, author: str, reason: str) -> Actual:
    """What takes an entry back: of a correction the figure that it replaced.

    Its place, moment and digest are given when it is stored.
    """
    ledger, entry = last
    if entry.replaces is not None:
        before = ledger.actuals[entry.replaces - 1]
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


def _puts_back(last: Last) -> bool:
    """Whether an entry says what the one before its predecessor said."""
    rows, entry = last.ledger.actuals, last.entry
    corrected = rows[entry.replaces - 1] if entry.replaces else None
    if corrected is None or corrected.replaces is None:
        return False
    return entry.told == rows[corrected.replaces - 1].told


def _replacing(last: Last) -> Actual | None:
    for each in last.ledger.actuals:
        if each.replaces == last.entry.seq:
            return each
    return None
