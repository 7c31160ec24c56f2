"""Baseline, checkpoints, goal and bounds, as a table of the file gives them."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tracker.catalogue.scalars import Fault, checked_number
from tracker.catalogue.table import Table
from tracker.catalogue.wording import figure
from tracker.domain import Baseline, Checkpoint, Goal, Measure, Unit, exact

_PERCENT = "%"


class Bounds(NamedTuple):
    """What no value may pass (inclusive); None is no bound."""

    lower: float | None = None
    upper: float | None = None


# A share lies between none and all.
_SHARE = Bounds(0.0, 100.0)


def read_baseline(table: Table, measure: Measure) -> Baseline | None:
    """The baseline; a quota counts from 0, so its baseline is only a day."""
    part = table.table("baseline")
    if part is None or measure is Measure.MILESTONE:
        return None
    part.only("value", "on")
    part.require("on", "give the day from which change is counted")
    value, on = part.number("value"), part.day("on")
    if measure is Measure.PERIODIC:
        if value:
            part.refuse("value", "of a quota is always 0; remove it and keep the day")
            return None
        value = value if "value" in part else 0.0
    else:
        part.require("value", "give the value from which change is counted")
    return None if value is None or on is None else Baseline(value, on)


def read_goal(table: Table, measure: Measure) -> Goal | None:
    """The goal; that of a milestone is always 1, done."""
    milestone = measure is Measure.MILESTONE
    part = table.table("goal")
    if part is None:
        return Goal(1.0, None) if milestone and "goal" not in table else None
    before = len(table.problems)
    part.only("value", "by")
    value, by = part.number("value"), part.day("by")
    if milestone:
        if value not in {None, 1.0}:
            part.refuse("value", "of a milestone is always 1, done; remove it")
        value = 1.0
    else:
        part.require("value", "give the figure that is to be reached")
    if measure is Measure.PERIODIC and value is not None and value <= 0:
        part.refuse("value", "of a quota must be more than 0; correct it")
    if value is None or len(table.problems) > before:
        return None
    return Goal(value, by)


def read_checkpoints(
    table: Table, measure: Measure, start: float
) -> tuple[Checkpoint, ...] | None:
    """The checkpoints, in the order of the file; None where one cannot be read.

    Args:
        table: Of a target or of a revision.
        measure: A quota and a milestone have none; theirs are not read.
        start: What the first `add` counts on from: the value of the baseline.
    """
    if measure in {Measure.PERIODIC, Measure.MILESTONE}:
        return ()
    before = len(table.problems)
    checkpoints: list[Checkpoint] = []
    for part in table.tables("checkpoints"):
        part.only("value", "add", "by")
        part.require("by", "give the day on which it is due")
        by = part.day("by")
        last = checkpoints[-1].value if checkpoints else start
        checkpoint = _checkpoint(part, last, by)
        if checkpoint is not None:
            checkpoints.append(checkpoint)
    return tuple(checkpoints) if len(table.problems) == before else None


def read_bounds(table: Table, unit: Unit) -> Bounds:
    """The bounds given, else those of the unit: % implies 0 to 100."""
    part = table.table("bounds")
    if part is None:
        forms = [form for texts in unit.values() for form in texts.values()]
        return _SHARE if _PERCENT in forms else Bounds()
    part.only("lower", "upper")
    lower, upper = part.number("lower"), part.number("upper")
    if lower is not None and upper is not None and lower >= upper:
        message = f"is {figure(lower)}, not below the upper bound of {figure(upper)}"
        part.refuse("lower", f"{message}; correct one of them")
        return Bounds()
    return Bounds(lower, upper)


def sum_of(last: float, add: float) -> str:
    """An addition as it is worked by hand: 98 + 110 = 208."""
    sign = "-" if add < 0 else "+"
    total = float(exact(last) + exact(add))
    return f"{figure(last)} {sign} {figure(abs(add))} = {figure(total)}"


def _checkpoint(part: Table, last: float, by: date | None) -> Checkpoint | None:
    value, add = part.number("value"), part.number("add")
    if "value" in part and "add" in part:
        part.refuse("add", "stands beside `value`; keep one of them")
    elif "value" not in part and "add" not in part:
        part.refuse(
            "value",
            "is missing; give `value` for so many in all or `add` for so many more",
        )
    if add is not None:
        total = checked_number(exact(last) + exact(add))
        if isinstance(total, Fault):
            part.refuse("add", f"makes a sum that {total.message}")
            return None
        value = total
    if value is None or by is None:
        return None
    return Checkpoint(value, by, add)
