"""Baseline, checkpoints and goal together, and the direction that follows from them."""

from __future__ import annotations

from typing import NamedTuple

from tracker.catalogue.figures import read_baseline, read_checkpoints, read_goal
from tracker.catalogue.table import Table
from tracker.catalogue.wording import figure
from tracker.domain import Baseline, Checkpoint, Direction, Goal, Measure, Statement


class Plan(NamedTuple):
    """The figures of one statement, and which way they run."""

    direction: Direction
    baseline: Baseline | None
    checkpoints: tuple[Checkpoint, ...]
    goal: Goal


def read_plan(table: Table, measure: Measure) -> Plan | None:
    """The plan of a first statement; None where part of it cannot be read."""
    baseline = read_baseline(table, measure)
    goal = read_goal(table, measure)
    start = baseline.value if baseline else 0.0
    checkpoints = read_checkpoints(table, measure, start)
    direction = _direction(table, measure, baseline, goal)
    if baseline is None and "baseline" in table:
        return None
    if goal is None or checkpoints is None or direction is None:
        return None
    return Plan(direction, baseline, checkpoints, goal)


def read_revised_plan(table: Table, earlier: Statement) -> Plan | None:
    """The plan of a revision; None where part of it cannot be read.

    The goal holds on where none is given, the checkpoints do not.
    """
    measure = earlier.measure
    goal = read_goal(table, measure) if "goal" in table else earlier.goal
    checkpoints = read_checkpoints(table, measure, earlier.start)
    if goal is None or checkpoints is None:
        return None
    return Plan(earlier.direction, earlier.baseline, checkpoints, goal)


def _direction(
    table: Table, measure: Measure, baseline: Baseline | None, goal: Goal | None
) -> Direction | None:
    given = table.choice("direction", Direction)
    if measure in {Measure.PERIODIC, Measure.MILESTONE}:
        if given is Direction.DECREASE:
            table.refuse(
                "direction", f"of a {measure} target is always increase; remove it"
            )
        return Direction.INCREASE
    if given is not None or "direction" in table or goal is None:
        return given
    if baseline is not None and baseline.value != goal.value:
        rises = goal.value > baseline.value
        return Direction.INCREASE if rises else Direction.DECREASE
    _ask_for_direction(table, measure, baseline, goal)
    return None


def _ask_for_direction(
    table: Table, measure: Measure, baseline: Baseline | None, goal: Goal
) -> None:
    """Neither baseline nor goal tell which way is better."""
    if measure is Measure.LEVEL and ("baseline" not in table or baseline is not None):
        remedy = "increase to stay at or above the goal, decrease at or below it"
        table.refuse("direction", f"is missing; a level to be held needs {remedy}")
    elif baseline is not None:
        same = f"of {figure(goal.value)} is that of the baseline"
        table.refuse("goal", f"{same}, nothing is to be counted; correct one of them")
