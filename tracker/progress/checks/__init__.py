"""Named checks of what is recorded: each gives what is wrong, if anything is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from tracker.progress.checks.decimal_point import misplaced_points
from tracker.progress.checks.faults import Check, Fault, Why
from tracker.progress.checks.targets import unheard_of, without_source
from tracker.progress.checks.totals import (
    against_parts,
    beyond_bounds,
    falling,
    given_twice,
)
from tracker.progress.status import Status

__all__ = ["Check", "Fault", "Why", "faults"]

# What each check looks for in one target; `plan` looks at the file of targets, which
# is not known here.
_CHECKS: dict[Check, Callable[[Status], Iterator[Fault]]] = {
    Check.PARTS: against_parts,
    Check.FALLS: falling,
    Check.DECIMAL: misplaced_points,
    Check.BOUNDS: beyond_bounds,
    Check.TWICE: given_twice,
    Check.STALE: unheard_of,
    Check.SOURCES: without_source,
}


def faults(statuses: Iterable[Status], wanted: Collection[Check]) -> list[Fault]:
    """What some checks find, check by check, each in the order of the targets."""
    looked_at = tuple(statuses)
    return [
        fault
        for check, look in _CHECKS.items()
        if check in wanted
        for each in looked_at
        for fault in look(each)
    ]
