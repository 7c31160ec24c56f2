"""Plan-fact: the degree of achievement of state planning reports in Kazakhstan."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.progress.methods.rounding import fraction, half_up
from tracker.progress.methods.why import Why


@dataclass(frozen=True)
class PlanFact:
    """Actual against planned, in per cent to one decimal; 100 is as planned.

    Attributes:
        reason: Why there is no figure; None where there is one.
    """

    percent: float | None
    reason: Why | None = None


def plan_fact(
    planned: float | None, actual: float | None, *, increase: bool = True
) -> PlanFact:
    """100 actual / planned; 100 planned / actual where less is better.

    Source: the habit of state planning reports in Kazakhstan and around it.

    Args:
        planned, actual: Of the same day, in one unit.
    """
    if actual is None or planned is None:
        return PlanFact(None, Why.NO_ACTUAL if actual is None else Why.NO_PLAN)
    over, under = (actual, planned) if increase else (planned, actual)
    if under == 0:
        return PlanFact(None, Why.DIVIDES_BY_ZERO)
    return PlanFact(half_up(100 * fraction(over) / fraction(under), places=1))
