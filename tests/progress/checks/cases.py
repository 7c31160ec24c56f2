"""What a check finds on the usual target, 0 -> 100 over 2024, unless told otherwise."""

from __future__ import annotations

from tests.builders import a_ledger, a_target, day
from tracker.progress.checks import Check, faults
from tracker.progress.status import status


def on(as_of, target, *actuals, parts=()):
    """The status on a day; the actuals are numbered in the order they are given."""
    return status(target, a_ledger(*actuals), day(as_of), tuple(parts))


def found(check, *actuals, target=None, as_of="2024-12-31", parts=()):
    """What one check finds, each as its sentence, the row, and what stands beside."""
    looked_at = on(as_of, target or a_target(), *actuals, parts=parts)
    return [
        (each.why.value, each.where, each.beside)
        for each in faults([looked_at], [Check(check)])
    ]
