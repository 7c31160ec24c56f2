"""The rows that a target's checks look at, and their names."""

from __future__ import annotations

from tracker.domain import Actual
from tracker.progress.contradictions import stretches
from tracker.progress.status import Status
from tracker.progress.summing import NO_ROW
from tracker.progress.totals import Point


def own_actuals(status: Status) -> tuple[Actual, ...]:
    """The target's own actuals that count, without what its parts add up to."""
    return tuple(each for each in status.counting if each.seq != NO_ROW)


def own_totals(status: Status) -> list[tuple[Point, ...]]:
    """The running totals of these: of each period of a quota, else all in one."""
    own = own_actuals(status)
    if own and status.period is None:
        return [status.points]
    return stretches(status.statements[-1], own) if own else []


def row_name(key: str, actual: Actual) -> str:
    """What users call a row: KEY#N."""
    return f"{key}#{actual.seq}"
