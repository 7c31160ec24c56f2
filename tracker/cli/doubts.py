"""What looks wrong in the rows of a file, and may be right: told, and recorded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from tracker.exchange.merge import Merged
    from tracker.ledger import Ledger


def doubts(ledger: Ledger, merge: Merged, today: date) -> Iterator[tuple[int, str]]:
    """The new figures that may have lost a decimal point, by their lines."""
    from tracker.progress.checks.decimal_point import misplaced_points
    from tracker.progress.status import status
    from tracker.reports.faults import message

    actuals = (*ledger.actuals, *merge.new)
    # A single figure has no neighbours that it may not fit.
    if not merge.new or len(actuals) == 1:
        return
    lines = {f"{ledger.key}#{seq}": line for seq, line in merge.lines.items()}
    for fault in misplaced_points(status(ledger.target, actuals, today)):
        if fault.where in lines:
            yield lines[fault.where], message(fault, "en")
