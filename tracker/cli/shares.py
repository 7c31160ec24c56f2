"""Shares of one among the figures of a target that is counted in per cent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tracker.domain import Kind, exact, typed

if TYPE_CHECKING:
    from tracker.domain import Target
    from tracker.exchange.merge import Merged
    from tracker.exchange.rows import Row
    from tracker.ledger import Ledger

# A share of one is no more; what is far from it was beyond so many per cent before.
# House rule.
_WHOLE, _FAR = 1.0, 5.0


def may_be_shares(target: Target, values: Sequence[float | None]) -> bool:
    """Whether the first figures of a target, without %, need a closer look."""
    from tracker.exchange.wording import is_percent

    small = all(value is None or abs(value) <= _WHOLE for value in values)
    return small and is_percent(target.statements[-1].unit)


def shares(
    ledger: Ledger, rows: Sequence[Row], merge: Merged
) -> Iterator[tuple[int, str]]:
    """The new figures that may be shares, by their lines.

    Those of at most 1 without % beside others with % of more; and all of the file, if
    none is more than 1 and what was recorded last, or else the plan, is far from it.

    Args:
        rows: Of the file, with a figure each.
    """
    from tracker.exchange.wording import is_percent

    if not is_percent(ledger.target.statements[-1].unit):
        return
    small = [row for row in rows if not row.percent and _is_share(row)]
    why = _beside(rows) or _against(ledger, rows)
    if why is None:
        return
    places = {line: seq for seq, line in merge.lines.items()}
    for row in small:
        seq = places.get(row.line)
        if seq is not None and not row.actual.reason:
            yield row.line, _told(f"{ledger.key}#{seq}", row, why)


def _is_share(row: Row) -> bool:
    value = row.actual.value
    return value is not None and 0 < abs(value) <= _WHOLE


def _beside(rows: Sequence[Row]) -> str | None:
    """That other figures of the file have %; None if none has, or they are small too.

    A nought is the same either way.
    """
    for row in rows:
        value = row.actual.value
        if row.percent and value is not None and abs(value) > _WHOLE:
            return f"line {row.line} gives {typed(value)}%"
    return None


def _against(ledger: Ledger, rows: Sequence[Row]) -> str | None:
    """What no figure of the file comes near to; None where one does."""
    from tracker.progress.totals import in_force

    if any(
        row.percent
        or row.actual.kind is not Kind.TOTAL
        or abs(row.actual.value or 0.0) > _WHOLE
        for row in rows
    ):
        return None
    totals = [each for each in in_force(ledger.actuals) if each.kind is Kind.TOTAL]
    if totals:
        last = totals[-1]
        assert last.value is not None, "a total has a value"
        found, what = last.value, f"{ledger.key}#{last.seq}"
        return f"{what} gives {typed(found)}" if abs(found) > _FAR else None
    goal = ledger.target.statements[-1].goal.value
    return f"the goal is {typed(goal)}" if abs(goal) > _FAR else None


def _told(name: str, row: Row, why: str) -> str:
    value = row.actual.value
    assert value is not None, "it is a share"
    sign = "+" if row.actual.kind is Kind.INCREMENT else ""
    whole = sign + typed(float(exact(value) * 100))
    return (
        f"{typed(value)} without % is taken as {typed(value)} per cent, and {why}; "
        f"if a share is meant, correct it with `tracker correct {name} {whole} "
        "--reason WHY`, else say in `reason` why it holds"
    )
