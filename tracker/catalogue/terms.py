"""On what terms a target counts: measure, unit, plan shape, period, bounds."""

from __future__ import annotations

from typing import NamedTuple

from tracker.catalogue.figures import Bounds, read_bounds
from tracker.catalogue.table import Table
from tracker.catalogue.texts import read_unit
from tracker.catalogue.wording import listed
from tracker.domain import CarryOver, Measure, Shape, Unit
from tracker.periods import Period

# Keys that mean nothing for a measure.
_FOREIGN = {
    Measure.CUMULATIVE: ("period", "carry_over", "weight"),
    Measure.LEVEL: ("period", "carry_over"),
    Measure.PERIODIC: ("checkpoints", "plan", "weight"),
    Measure.MILESTONE: (
        *("unit", "baseline", "checkpoints", "bounds"),
        *("period", "carry_over", "weight", "areas"),
    ),
}


class Terms(NamedTuple):
    """What all statements of a target have in common, but for the shape.

    Attributes:
        measure: None where it cannot be read.
    """

    measure: Measure | None
    unit: Unit
    shape: Shape
    period: Period | None
    carry_over: CarryOver
    bounds: Bounds


def read_terms(table: Table) -> Terms:
    """The terms of a target; keys that its measure does not know are noted."""
    table.require("measure", f"write {listed(Measure)}")
    measure = table.choice("measure", Measure)
    if measure is not None:
        refuse_foreign(table, measure)
        _require(table, measure)
    unit = {} if measure is Measure.MILESTONE else read_unit(table) or {}
    return Terms(
        measure=measure,
        unit=unit,
        shape=read_shape(table, measure, Shape.LINEAR),
        period=table.choice("period", Period),
        carry_over=table.choice("carry_over", CarryOver) or CarryOver.NONE,
        bounds=read_bounds(table, unit),
    )


def refuse_foreign(table: Table, measure: Measure) -> None:
    """Note the keys that mean nothing for a measure."""
    for key in _FOREIGN[measure]:
        if key in table:
            table.refuse(key, f"means nothing for a {measure} target; remove it")


def read_shape(table: Table, measure: Measure | None, usual: Shape) -> Shape:
    """How the plan runs; that of a milestone can only step from 0 to 1."""
    shape = table.choice("plan", Shape)
    if measure is not Measure.MILESTONE:
        return shape or usual
    if shape is Shape.LINEAR:
        table.refuse("plan", "of a milestone is always step; remove it")
    return Shape.STEP


def _require(table: Table, measure: Measure) -> None:
    if measure is Measure.MILESTONE:
        return
    table.require("unit", 'say what is counted, such as unit = "schools"')
    table.require("goal", "write goal = { value = 369, by = 2025-12-31 }")
    if measure is Measure.CUMULATIVE:
        table.require("baseline", "write baseline = { value = 0, on = 2024-01-01 }")
    if measure is Measure.PERIODIC:
        table.require("period", f"write {listed(Period)}")
