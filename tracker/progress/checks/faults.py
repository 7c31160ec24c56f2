"""What a check found wrong, and the names of the checks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Check(StrEnum):
    """The checks by name, in the order in which they are run."""

    PLAN = "plan"
    PARTS = "parts"
    FALLS = "falls"
    DECIMAL = "decimal"
    BOUNDS = "bounds"
    TWICE = "twice"
    STALE = "stale"
    SOURCES = "sources"


class Why(StrEnum):
    """What is wrong: which sentence tells a fault."""

    AS_TOLD = "as-told"
    NEW_TARGET = "new-target"
    NEW_REVISION = "new-revision"
    OTHER_READING = "other-reading"
    OTHER_LABELS = "other-labels"
    PARTS_MORE = "parts-more"
    PARTS_LESS = "parts-less"
    FALLS_BELOW = "falls-below"
    RISES_ABOVE = "rises-above"
    BELOW_BASELINE = "below-baseline"
    ABOVE_BASELINE = "above-baseline"
    TENFOLD = "tenfold"
    TENTH = "tenth"
    BELOW_BOUND = "below-bound"
    ABOVE_BOUND = "above-bound"
    TWO_TOTALS = "two-totals"
    DONE_AND_NOT = "done-and-not"
    ADDED_TWICE = "added-twice"
    STALE = "stale"
    NEVER_REPORTED = "never-reported"
    PARTS_BEHIND = "parts-behind"
    NO_SOURCE = "no-source"


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong.

    Attributes:
        where: What it is told of: KEY#N an actual, KEY@DAY a statement, KEY a target,
            FILE:LINE a place in the file.
        key: Of the target; None for a fault of the file.
        on: The day of it.
        value: Its figure.
        other: The figure that it is held against.
        beside: The actual that gave `other`, KEY#N; None where a statement did.
        beside_on: Its day.
        days: For how many nothing has been reported.
        told: What the file says, where the fault lies there.
    """

    check: Check
    why: Why
    where: str
    key: str | None = None
    on: date | None = None
    value: float | None = None
    other: float | None = None
    beside: str | None = None
    beside_on: date | None = None
    days: int | None = None
    told: str = ""
