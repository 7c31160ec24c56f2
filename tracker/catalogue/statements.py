"""A target's statements: the first one, and its revisions."""

from __future__ import annotations

from datetime import date

from tracker.catalogue.areas import read_areas
from tracker.catalogue.contradictions import check_statement
from tracker.catalogue.figures import read_checkpoints, read_goal
from tracker.catalogue.parts import Stated
from tracker.catalogue.plans import Plan, read_plan, read_revised_plan
from tracker.catalogue.scalars import FIRST_DAY
from tracker.catalogue.sources import Occasion, read_occasion
from tracker.catalogue.table import Table
from tracker.catalogue.terms import Terms, read_shape, read_terms, refuse_foreign
from tracker.domain import Measure, Shape, Source, Statement

REVISION_KEYS = (
    *("stated", "goal", "checkpoints", "plan", "areas", "reason", "source", "note"),
)


def read_statements(table: Table, inherited: Source) -> tuple[Stated, ...]:
    """The statements of a target, by day, as far as they can be read.

    Args:
        table: Of the target.
        inherited: The source that [defaults] gives.
    """
    terms, occasion = read_terms(table), read_occasion(table, inherited)
    plan = read_plan(table, terms.measure or Measure.LEVEL)
    areas = read_areas(table)
    stated: list[Stated] = []
    if terms.measure is not None and plan is not None:
        stated.append(Stated(_statement(table, terms, plan, occasion), areas))
    last_day = occasion.stated
    for part in table.tables("revisions"):
        day = _add_revision(part, terms, stated)
        _check_order(part, day, last_day)
        last_day = day or last_day
    return tuple(stated)


def _add_revision(table: Table, terms: Terms, stated: list[Stated]) -> date | None:
    table.only(*REVISION_KEYS)
    if terms.measure is not None:
        refuse_foreign(table, terms.measure)
    occasion = read_occasion(table, Source())
    earlier = stated[-1].statement if stated else None
    usual = earlier.shape if earlier else Shape.LINEAR
    shape = read_shape(table, terms.measure, usual)
    areas = read_areas(table)
    if earlier:
        plan = read_revised_plan(table, earlier)
        if plan is not None:
            revised = terms._replace(shape=shape)
            revision = _statement(table, revised, plan, occasion)
            stated.append(Stated(revision, areas))
    else:  # what it revises cannot be read; its own faults are noted all the same
        read_goal(table, terms.measure or Measure.LEVEL)
        read_checkpoints(table, terms.measure or Measure.LEVEL, 0.0)
    return occasion.stated


def _statement(table: Table, terms: Terms, plan: Plan, occasion: Occasion) -> Statement:
    assert terms.measure is not None, "a plan is read for a measure"
    statement = Statement(
        stated=occasion.stated or FIRST_DAY,  # a missing day is noted, never shown
        measure=terms.measure,
        direction=plan.direction,
        unit=terms.unit,
        goal=plan.goal,
        baseline=plan.baseline,
        checkpoints=plan.checkpoints,
        shape=terms.shape,
        period=terms.period,
        carry_over=terms.carry_over,
        lower=terms.bounds.lower,
        upper=terms.bounds.upper,
        source=occasion.source,
        note=occasion.note,
        reason=occasion.reason,
    )
    check_statement(statement, table)
    return statement


def _check_order(table: Table, day: date | None, last_day: date | None) -> None:
    if day is None or last_day is None or day > last_day:
        return
    if day == last_day:
        message = f"is {day}, the day of the statement before it"
        remedy = "one day has one statement, so merge them or correct the day"
    else:
        message = f"is {day}, before {last_day}, when the statement above it was made"
        remedy = "put revisions in the order of their days"
    table.refuse("stated", f"{message}; {remedy}")
