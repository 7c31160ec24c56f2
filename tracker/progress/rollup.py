"""A target and its parts: who has reported, and whether they fit the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tracker.domain import Actual, Direction, Measure, Target, exact
from tracker.periods import Span
from tracker.progress.summing import that_count

if TYPE_CHECKING:
    from tracker.progress.status import Reading, Status


@dataclass(frozen=True)
class Rollup:
    """What the parts of a target add up to: a sum, of levels a mean by weight.

    Attributes:
        stands: It is the target's running total, for want of actuals of its own.
        count: How many parts count.
        missing: The keys of those of them that have not reported, for a quota in the
            period that holds the day.
        left_out: The keys of the parts that do not count: they have another measure,
            period, direction or unit.
        total: On the data day of the target; None where it is not known.
        difference: The target's own running total less `total`.
        until: The day up to which every part that counts has reported; None while
            one has not.
    """

    stands: bool
    count: int
    missing: tuple[str, ...]
    left_out: tuple[str, ...]
    total: float | None
    difference: float | None
    until: date | None

    @property
    def reported(self) -> int:
        """How many of the parts that count have reported."""
        return self.count - len(self.missing)


@dataclass(frozen=True)
class Comparison:
    """A target's own running total beside what its parts add up to on that day.

    Attributes:
        on: The data day of the target.
        covers: The goals and baselines of the parts add up to those of the target,
            so that nothing of it lies outside of them.
        behind: The keys of the parts without a report of that very day.
        contradicts: Both cannot be true, however the parts have gone on since they
            reported; a part of the whole is never more than the whole, and where the
            parts cover it all never less.
    """

    on: date
    whole: float
    total: float
    difference: float
    covers: bool
    behind: tuple[str, ...]
    contradicts: bool


def rollup_of(
    target: Target,
    parts: Sequence[Status],
    sums: Sequence[Actual],
    reading: Reading | None,
    *,
    stands: bool,
    span: Span | None,
) -> Rollup | None:
    """The roll-up of a target; None for one without parts.

    Args:
        sums: What its parts add up to.
        stands: Whether `reading` is of `sums`, or would be.
        span: The period of a quota.
    """
    if not parts:
        return None
    adding = {each.target.key: each for each in that_count(target, parts)}
    known = None
    if reading is not None:
        by_then = [
            each.value
            for each in sums
            if each.on <= reading.on and (span is None or each.on in span)
        ]
        known = by_then[-1] if by_then else None
    own = None if stands or reading is None else reading.value
    return Rollup(
        stands=stands,
        count=len(adding),
        missing=tuple(key for key, each in adding.items() if each.actual is None),
        left_out=tuple(
            each.target.key for each in parts if each.target.key not in adding
        ),
        total=known,
        difference=None if own is None or known is None else _less(own, known),
        until=reported_until(tuple(adding.values())),
    )


def reported_until(parts: Sequence[Status]) -> date | None:
    """The day up to which every one of some parts has reported; None while one has not.

    Args:
        parts: Those that count.
    """
    days = [last_reported(each) for each in parts]
    known = [day for day in days if day is not None]
    return min(known) if known and len(known) == len(days) else None


def last_reported(status: Status) -> date | None:
    """The last day that was reported; of parts that add up, by every one of them."""
    if status.rollup and status.rollup.stands:
        return status.rollup.until
    return status.counting[-1].on if status.counting else None


def reported_since(status: Status) -> date | None:
    """The day from which what its parts add up to holds a figure of every one of them.

    None for a target with actuals of its own, and while a part has not reported.
    """
    rollup = status.rollup
    if rollup is None or not rollup.stands or rollup.missing:
        return None
    parts = [each for each in status.parts if each.target.key not in rollup.left_out]
    days = [reported_since(each) or each.points[0].on for each in parts]
    return max(days, default=None)


def parts_against_whole(status: Status) -> Comparison | None:
    """How the actuals of a target fit those of its parts, on the target's data day.

    None without actuals of its own or where its parts add up to nothing known. What
    a part reported earlier may have grown since, so of parts that are behind only a
    sum that is too high already is a contradiction, or too low for a target that
    falls. Levels have no bounds of that kind and never contradict each other.
    """
    rollup, reading = status.rollup, status.actual
    if rollup is None or reading is None or rollup.total is None or rollup.stands:
        return None
    parts = [each for each in status.parts if each.target.key not in rollup.left_out]
    behind = [each.target.key for each in parts if not _reported_on(each, reading.on)]
    difference = _less(reading.value, rollup.total)
    covers = _covers(status, parts)
    falls = status.now.statement.direction is Direction.DECREASE
    too_high = difference < 0 and (not falls or not behind)
    too_low = difference > 0 and covers and (falls or not behind)
    level = status.target.measure is Measure.LEVEL
    return Comparison(
        on=reading.on,
        whole=reading.value,
        total=rollup.total,
        difference=difference,
        covers=covers,
        behind=tuple(behind),
        contradicts=(too_high or too_low) and not level,
    )


def _less(one: float, other: float) -> float:
    return float(exact(one) - exact(other))


def _reported_on(part: Status, day: date) -> bool:
    rollup = part.rollup
    if rollup is None or not rollup.stands:
        return any(each.on == day for each in part.counting)
    adding = (each for each in part.parts if each.target.key not in rollup.left_out)
    return all(_reported_on(each, day) for each in adding)


def _covers(status: Status, parts: Sequence[Status]) -> bool:
    """Goals of the parts that meet that of the whole, from baselines that add up."""
    whole = status.now.statement
    goals = sum(exact(each.now.statement.goal.value) for each in parts)
    starts = sum(exact(each.now.statement.start) for each in parts)
    return whole.meets(float(goals)) and starts == exact(whole.start)
