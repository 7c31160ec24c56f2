"""The statuses of several targets on one day, each with those of its parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from tracker.ledger import Ledger
from tracker.progress.status import Status, status


def statuses(ledgers: Iterable[Ledger], as_of: date) -> dict[str, Status]:
    """The status of each target by its key, in the order given.

    Args:
        ledgers: With those of all parts of a target that is to stand for them.
    """
    targets = {each.key: (each.target, each.actuals) for each in ledgers}
    parts: dict[str, list[str]] = defaultdict(list)
    for key, (target, _) in targets.items():
        if target.labels.parent in targets:
            parts[target.labels.parent].append(key)
    found: dict[str, Status] = {}

    def status_of(key: str) -> Status:
        if key not in found:
            target, actuals = targets[key]
            own = tuple(status_of(part) for part in parts[key])
            found[key] = status(target, actuals, as_of, own)
        return found[key]

    return {key: status_of(key) for key in targets}
