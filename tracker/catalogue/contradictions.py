"""What a statement must not say: a plan that contradicts itself, with the sum shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from tracker.catalogue.figures import sum_of
from tracker.catalogue.locate import Place
from tracker.catalogue.problems import label
from tracker.catalogue.table import Table
from tracker.catalogue.wording import figure
from tracker.domain import Measure, Statement

# A place below the table of the statement, and what is wrong there.
_Contradiction = tuple[Place, str]

_DAYS = "correct one of the days"


def check_statement(statement: Statement, table: Table) -> None:
    """Note all that contradicts itself in a statement.

    Args:
        statement: Its checkpoints in the order of the file.
        table: The one that gives it. What a revision only inherits is the fault of
            an earlier statement, and noted there.
    """
    for place, message in contradictions(statement):
        if place[0] in table.raw:
            table.problems.add((*table.path, *place), message)


def contradictions(statement: Statement) -> Iterator[_Contradiction]:
    """What contradicts itself in a statement: the place below its table, and why."""
    yield from _baseline(statement)
    yield from _bounds(statement)
    if statement.held and statement.checkpoints:
        yield (
            ("checkpoints",),
            "have no place in a level to be held; remove them, or give a `baseline` "
            "that does not meet the goal yet",
        )
        return
    yield from _sums(statement)
    yield from _days(statement)


def contradictions_of(statements: Sequence[Statement]) -> list[tuple[date, str]]:
    """What contradicts itself in the statements of one target, in words.

    Each with the day of its statement; what a revision only inherits is told of the
    statement before it.
    """
    found: dict[str, date] = {}
    for each in statements:
        for place, message in contradictions(each):
            found.setdefault(f"{label(place)} {message}", each.stated)
    return [(stated, told) for told, stated in found.items()]


def _baseline(statement: Statement) -> Iterator[_Contradiction]:
    baseline, goal = statement.baseline, statement.goal
    if baseline is None:
        return
    if statement.measure is Measure.CUMULATIVE and statement.meets(baseline.value):
        yield (
            ("goal",),
            f"of {figure(goal.value)} is met by the baseline of "
            f"{figure(baseline.value)} already (direction {statement.direction}); "
            "correct the goal, the baseline or `direction`",
        )
    if goal.by is not None and goal.by <= baseline.on:
        message = f"is {goal.by}, not after the baseline day {baseline.on}; {_DAYS}"
        yield ("goal", "by"), message


def _sums(statement: Statement) -> Iterator[_Contradiction]:
    last, goal = statement.start, statement.goal.value
    for index, each in enumerate(statement.checkpoints):
        worked = figure(each.value)
        if each.added is not None:
            worked = sum_of(last, each.added)
        if not statement.meets(each.value, last):
            remedy = "correct it, or write so many more as `add`"
            message = f"{worked} falls back behind {figure(last)}; {remedy}"
            yield ("checkpoints", index), message
        if each.value != goal and statement.meets(each.value):
            remedy = "correct the checkpoint or the goal"
            message = f"{worked} is beyond the goal of {figure(goal)}; {remedy}"
            yield ("checkpoints", index), message
        last = each.value


def _days(statement: Statement) -> Iterator[_Contradiction]:
    baseline, goal = statement.baseline, statement.goal
    for index, each in enumerate(statement.checkpoints):
        place = ("checkpoints", index, "by")
        if baseline is not None and each.by <= baseline.on:
            yield (
                place,
                f"is {each.by}, not after the baseline day {baseline.on}; {_DAYS}",
            )
        if goal.by is not None and each.by >= goal.by:
            yield place, f"is {each.by}, not before the goal day {goal.by}; {_DAYS}"
    for index, (earlier, later) in enumerate(pairwise(statement.checkpoints), 1):
        if later.by <= earlier.by:
            remedy = "put them in the order of their days, one for each day"
            message = (
                f"is {later.by}, not after the checkpoint of {earlier.by}; {remedy}"
            )
            yield ("checkpoints", index, "by"), message


def _bounds(statement: Statement) -> Iterator[_Contradiction]:
    for place, value in _values(statement):
        told = figure(value) if place[0] == "checkpoints" else f"of {figure(value)}"
        if statement.lower is not None and value < statement.lower:
            bound = f"below the lower bound of {figure(statement.lower)}"
            yield place, f"{told} is {bound}; correct it or `bounds`"
        if statement.upper is not None and value > statement.upper:
            bound = f"above the upper bound of {figure(statement.upper)}"
            yield place, f"{told} is {bound}; correct it or `bounds`"


def _values(statement: Statement) -> Iterator[tuple[Place, float]]:
    if statement.baseline and statement.measure is not Measure.PERIODIC:
        yield ("baseline",), statement.baseline.value
    for index, each in enumerate(statement.checkpoints):
        yield ("checkpoints", index), each.value
    yield ("goal",), statement.goal.value
