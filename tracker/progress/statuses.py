"""The statuses of several targets on one day, each with those of its parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from tracker.domain import Actual, Target
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
    for key in targets:
        _find(key, targets, parts, as_of, found)
    return {key: found[key] for key in targets}


def _find(
    key: str,
    targets: Mapping[str, tuple[Target, Sequence[Actual]]],
    parts: Mapping[str, Sequence[str]],
    as_of: date,
    found: dict[str, Status],
) -> Status:
    """The status of a target, those of its parts before it.

    No function within a function: it would keep all of this alive by referring to
    itself, until the collector comes round.
    """
    if key not in found:
        own = tuple(
            _find(part, targets, parts, as_of, found) for part in parts.get(key, ())
        )
        target, actuals = targets[key]
        found[key] = status(target, actuals, as_of, own)
    return found[key]
