"""The quick way to admit the first actuals of a target: when no rule can bear on them.

A law test holds it to `admission.refusals`, which is the whole of the rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from tracker.domain import Direction, Kind, Measure, Statement, Target
from tracker.ledger import Fact
from tracker.periods import span_holding
from tracker.progress.admission import begins


def fits_plainly(target: Target, facts: Sequence[Fact], today: date) -> bool:
    """Whether actuals may be recorded of a target that has none.

    False says only that the rules must be asked.

    Args:
        facts: Totals and increments, at most one a day, by day.
    """
    statement = target.statements[-1]
    if statement.measure is Measure.MILESTONE or not facts:
        return False
    if any(fact.item for fact in facts):
        return False
    first = begins(target.first)
    last = statement.goal.by if statement.period else None
    if (first and facts[0].on < first) or facts[-1].on > min(today, last or today):
        return False
    values = [fact.value for fact in facts if fact.value is not None]
    lower, upper = statement.lower, statement.upper
    kinds = {fact.kind for fact in facts}
    if kinds == {Kind.TOTAL.value}:
        low = lower is not None and min(values) < lower
        high = upper is not None and max(values) > upper
        return not low and not high and _totals_rise(statement, facts)
    if kinds != {Kind.INCREMENT.value} or statement.measure is Measure.LEVEL:
        return False
    # A quota counts on from nought, whatever its baseline.
    as_stated = statement.period is None or statement.start == 0
    up = statement.direction is Direction.INCREASE
    away = min(values) >= 0 if up else max(values) <= 0
    return away and as_stated and lower is None and upper is None


def _totals_rise(statement: Statement, facts: Iterable[Fact]) -> bool:
    """Whether no total goes against the direction, within each period of a quota."""
    if statement.measure is Measure.LEVEL:
        return True
    period, last = statement.period, statement.start
    up = statement.direction is Direction.INCREASE
    ends = None
    for fact in facts:
        assert fact.value is not None, "a total has a value"
        if period and (ends is None or fact.on > ends):
            last, ends = statement.start, span_holding(fact.on, period).end
        if (fact.value < last) if up else (fact.value > last):
            return False
        last = fact.value
    return True
