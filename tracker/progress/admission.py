"""Whether an actual may be recorded: what contradicts the target or its ledger."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from tracker.domain import Actual, Kind, Measure, Statement, Target, typed
from tracker.ledger import Ledger
from tracker.periods import span_holding
from tracker.progress.contradictions import (
    falls,
    out_of_bounds,
    second_totals,
    stretches,
)
from tracker.progress.totals import Point, in_force

MILESTONE_KINDS = (Kind.DONE, Kind.NOT_DONE)


class Refusal(NamedTuple):
    """Why one of the new actuals may not be recorded; `seq` is its place.

    Attributes:
        of_day: It is the day that is wrong, and not the figure.
    """

    seq: int
    message: str
    of_day: bool


def same_figure(ledger: Iterable[Actual], new: Actual) -> Actual | None:
    """The actual that already says the same: figure, day, source and item."""
    for each in ledger:
        if each.said == new.said:
            return each
    return None


def refusals(
    ledger: Ledger,
    new: Sequence[Actual],
    today: date,
    forced: Collection[int] = (),
    override: str = "record it all the same with --force --reason WHY",
    revise: str = "",
) -> tuple[Refusal, ...]:
    """What contradicts the target or its other actuals, in the order of `new`.

    Args:
        new: With the places they would have in the ledger.
        forced: The places of those whose running total may fall.
        override: How one says that it may, as the end of a sentence.
        revise: How else one puts another total in the place of one of its day.
    """
    found: dict[int, str] = {}
    target = ledger.target
    for each in new:
        if problem := _of_kind(target.statements[-1], each):
            found[each.seq] = problem
    of_day = {
        each.seq: problem
        for each in new
        if each.kind is not Kind.WITHDRAWAL
        and (problem := day_fault(target, each.on, today))
    }
    wrong = found.keys() | of_day.keys()
    sound = [
        each for each in new if each.seq not in wrong and each.kind != Kind.WITHDRAWAL
    ]
    by_seq = {each.seq: each for each in sound}
    counting = in_force([*ledger.actuals, *(n for n in new if n.seq not in wrong)])
    second = _second_totals(ledger.key, counting, by_seq, revise)
    found |= second
    for group in stretches(target.statements[-1], counting):
        found |= _out_of_bounds(target.statements[-1], group, by_seq)
        falling = _falls(ledger.key, target.statements[-1], group, by_seq)
        found |= {
            seq: f"{why}, or {override}"
            for seq, why in falling.items()
            # What takes the place of another figure of its day may fit the rest.
            if seq not in forced and seq not in second
        }
    told = [Refusal(seq, why, of_day=False) for seq, why in found.items()]
    told += [Refusal(seq, why, of_day=True) for seq, why in of_day.items()]
    return tuple(sorted(told, key=lambda each: each.seq))


def _of_kind(statement: Statement, new: Actual) -> str | None:
    """What is wrong with the kind of an actual, whatever else is recorded."""
    if new.kind is Kind.WITHDRAWAL:
        return None
    if (statement.measure is Measure.MILESTONE) != (new.kind in MILESTONE_KINDS):
        if statement.measure is Measure.MILESTONE:
            return "a milestone takes `done` or `not-done`"
        return f"`{new.kind}` is for milestones; give a number"
    if statement.measure is Measure.LEVEL and new.kind is Kind.INCREMENT:
        return "a level takes readings and no changes; give the reading itself"
    return None


def day_fault(target: Target, on: date, today: date) -> str | None:
    """What is wrong with the day of a figure, whatever else is recorded."""
    statement, first = target.statements[-1], target.first
    if fault := in_future(on, today):
        return fault
    ends = statement.goal.by if statement.period else None
    if ends and on > ends:
        return (
            f"{on} is after {ends}, the last day of the quota; add a revision to the "
            "file of targets if it goes on"
        )
    since = begins(first)
    if since and on < since:
        what = "the first day of the first period" if first.period else "the baseline"
        return (
            f"{on} is before {since}, {what}; give the day for which the figure holds"
        )
    return None


def in_future(on: date, today: date) -> str | None:
    """What is wrong with a day on which nothing can have happened yet."""
    return f"{on} is in the future; give a day up to {today}" if on > today else None


def begins(first: Statement) -> date | None:
    """The first day an actual may have; None is any."""
    if first.period:
        day = first.baseline.on if first.baseline else first.stated
        return span_holding(day, first.period).start
    return first.baseline.on if first.baseline else None


def _second_totals(
    key: str, counting: Iterable[Actual], new: Mapping[int, Actual], revise: str
) -> dict[int, str]:
    return {
        each.seq: _second_total(key, each, other, new, revise)
        for each, other in second_totals(counting)
        if each.seq in new
    }


def _second_total(
    key: str, each: Actual, other: Actual, new: Mapping[int, Actual], revise: str
) -> str:
    shown = _shown(other)
    if other.seq in new:
        return f"another row gives {shown} for {other.on}; remove one"
    name = f"{key}#{other.seq}"
    return (
        f"{name} already gives {shown} for {other.on}; if that is wrong, run "
        f"`tracker correct {name} {_shown(each)} --reason WHY`{revise}"
    )


def _out_of_bounds(
    statement: Statement, stretch: Sequence[Point], new: Mapping[int, Actual]
) -> dict[int, str]:
    found = {}
    for point, bound in out_of_bounds(statement, stretch):
        if point.actual.seq in new:
            side = f"{_side(point.total, bound)} {typed(bound)}"
            found[point.actual.seq] = (
                f"{typed(point.total)} is {side}, the bound of this target; check it"
            )
    return found


def _falls(
    key: str,
    statement: Statement,
    stretch: Sequence[Point],
    new: Mapping[int, Actual],
) -> dict[int, str]:
    """Running totals that go against the direction, told of the new actual."""
    found = {}
    for point, before, last in falls(statement, stretch):
        if point.actual.seq in new:
            found[point.actual.seq] = _falls_after(key, point, before, last, new)
        elif before and before.actual.seq in new:
            found[before.actual.seq] = _rises_before(key, before, point)
    return found


def _falls_after(
    key: str,
    point: Point,
    before: Point | None,
    last: float,
    new: Mapping[int, Actual],
) -> str:
    """Why a new total does not fit the one before it."""
    against = f"{typed(point.total)} in all is {_side(point.total, last)}"
    if before is None:
        return f"{against} the baseline of {typed(last)}; check it"
    if before.actual.seq in new:
        return f"{against} the {typed(last)} of another row on {before.on}; check both"
    name = f"{key}#{before.actual.seq}"
    return (
        f"{against} the {typed(last)} of {name} on {before.on}; correct that one with "
        f"`tracker correct {name} VALUE --reason WHY`"
    )


def _rises_before(key: str, before: Point, later: Point) -> str:
    """Why a new total does not fit the one after it."""
    name = f"{key}#{later.actual.seq}"
    return (
        f"{typed(before.total)} in all is {_side(before.total, later.total)} the "
        f"{typed(later.total)} of {name} on the later day {later.on}; correct that one "
        f"with `tracker correct {name} VALUE --reason WHY`"
    )


def _side(value: float, other: float) -> str:
    return "below" if value < other else "above"


def _shown(actual: Actual) -> str:
    if actual.kind in MILESTONE_KINDS:
        return str(actual.kind)
    assert actual.value is not None, "a total has a value"
    return typed(actual.value)
