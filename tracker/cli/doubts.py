"""What looks wrong in the rows of a file, and may be right: told, and recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.errors import Problem

if TYPE_CHECKING:
    from datetime import date

    from tracker.exchange.merge import Merged
    from tracker.ledger import Ledger


def doubts(
    merges: Iterable[tuple[Ledger, Merged]], today: date, name: str
) -> Iterator[Problem]:
    """The new figures that may have lost a decimal point, each by its line.

    Args:
        merges: Ledgers as they were, and what is added to them.
        name: Of the file.
    """
    from tracker.progress.checks.decimal_point import misplaced_points
    from tracker.progress.statuses import statuses
    from tracker.reports.faults import message

    found: list[tuple[int, str]] = []
    for ledger, merge in merges:
        after = replace(ledger, actuals=(*ledger.actuals, *merge.new))
        lines = {f"{ledger.key}#{seq}": line for seq, line in merge.lines.items()}
        faults = misplaced_points(statuses([after], today)[ledger.key])
        found += [
            (lines[fault.where], message(fault, "en"))
            for fault in faults
            if fault.where in lines
        ]
    return (Problem(f"{name}:{line}", told, "value") for line, told in sorted(found))
