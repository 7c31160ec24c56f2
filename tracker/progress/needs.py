"""What is still missing to the next checkpoint."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.domain import Checkpoint
from tracker.periods import MONTH_DAYS
from tracker.progress.status import Status


@dataclass(frozen=True)
class Need:
    """What is still missing to a checkpoint; None where nothing has been reported.

    Attributes:
        missing: Its value less the running total; 0 where it is met already.
        required: The same per month (365.25 / 12 days) from the day of the report to
            its day.
    """

    checkpoint: Checkpoint
    missing: float | None
    required: float | None


def next_need(status: Status) -> Need | None:
    """What the next checkpoint needs; None where no checkpoint is to come."""
    now, ahead = status.now, status.now.next_checkpoint
    if ahead is None:
        return None
    if status.actual is None:
        return Need(ahead, None, None)
    met = now.statement.meets(status.actual.value, ahead.value)
    missing = 0.0 if met else ahead.value - status.actual.value
    months = (ahead.by - status.as_of).days / MONTH_DAYS
    return Need(ahead, missing, missing / months)
