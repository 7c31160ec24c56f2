"""How much of a running total is claimed, documented, verified, and named."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tracker.domain import Actual, Direction, Evidence, Kind, Measure, Statement, exact
from tracker.progress.totals import Point, names_only

# From the least to the best.
_STEPS = tuple(Evidence)
_NONE = Decimal(0)


@dataclass(frozen=True)
class Attested:
    """So much of a running total is attested at least so well, in the target's unit.

    What is verified is documented too, and what is documented is claimed too.

    Attributes:
        claimed: All of it.
        named: So much of it has items, whatever their evidence.
    """

    claimed: float
    documented: float
    verified: float
    named: float


def attested(
    statement: Statement, found: Sequence[Point], counting: Iterable[Actual]
) -> Attested | None:
    """How well the last of some points is attested; never more than can be shown.

    A total carries its evidence for all of it. A total with lesser evidence takes
    nothing back from what was attested better before it. An increment carries its
    evidence for what it adds. Beside the figures stand the items, each counted once,
    whether the figure it came with was followed by a total or not; as nobody can tell
    which of them a figure counted, the larger of both holds, up to the running total.

    Worked by hand: 105 in all, claimed, for 31 December, and 37 schools named, with
    +0 each or with +1 on a day before it, 12 of these verified. The total takes the
    place of their sum, so 105 stay claimed; 37 are named, 12 verified.

    Source: house rule, README.

    Args:
        found: The points that make the total, of a quota those of one period.
        counting: The actuals in force on the same days.

    Returns:
        None for a level and a milestone, where nothing adds up, and without a point.
        Of a target that goes down, of what it has gone down by.
    """
    if not found or statement.measure in (Measure.LEVEL, Measure.MILESTONE):
        return None
    quota = statement.period is not None
    down = statement.direction is Direction.DECREASE and not quota
    start = exact(0.0 if quota else statement.start)
    sign = -1 if down else 1
    before = _NONE if down else start

    def amount(point: Point) -> Decimal:
        return max(sign * (exact(point.total) - start * down), _NONE)

    claimed = amount(found[-1])
    items = [(each.evidence, item_amount(each, sign)) for each in counting if each.item]

    def at_least(step: Evidence) -> float:
        enough = _STEPS[_STEPS.index(step) :]
        by_items = sum((n for with_it, n in items if with_it in enough), _NONE)
        by_figures = _by_figures(enough, found, amount, before)
        return float(min(claimed, max(by_figures, by_items)))

    named = sum((amount for _, amount in items), _NONE)
    return Attested(
        claimed=float(claimed),
        documented=at_least(Evidence.DOCUMENTED),
        verified=at_least(Evidence.VERIFIED),
        named=float(min(claimed, max(named, _NONE))),
    )


def attested_by_parts(whole: Attested, parts: Iterable[Attested | None]) -> Attested:
    """The same of a total that its parts add up to: what they show, added up."""
    shown = [each for each in parts if each]

    def added(values: Iterable[float]) -> float:
        total = sum(map(exact, values), _NONE)
        return float(min(total, exact(whole.claimed)))

    return Attested(
        claimed=whole.claimed,
        documented=added(each.documented for each in shown),
        verified=added(each.verified for each in shown),
        named=added(each.named for each in shown),
    )


def item_amount(actual: Actual, sign: int = 1) -> Decimal:
    """How much of the total an item is: what it adds, or one unit where it adds none.

    Args:
        sign: -1 of a target that goes down.
    """
    assert actual.value is not None, "only a withdrawal has no value"
    if actual.kind is not Kind.INCREMENT or names_only(actual):
        return Decimal(1)
    return sign * exact(actual.value)


def _by_figures(
    enough: Collection[Evidence],
    found: Sequence[Point],
    amount: Callable[[Point], Decimal],
    before: Decimal,
) -> Decimal:
    """So much of the last amount as the figures themselves attest so well.

    Args:
        before: The amount before the first of them.
    """
    begin = _begin(enough, found)
    if begin:
        before = amount(found[begin - 1])
    shown = _NONE
    for point in found[begin:]:
        reached = amount(point)
        if point.actual.evidence in enough:
            added = reached - before
            counts_on = point.actual.kind is Kind.INCREMENT
            shown = shown + added if counts_on else reached
        shown = max(min(shown, reached), _NONE)
        before = reached
    return shown


def _begin(enough: Collection[Evidence], found: Sequence[Point]) -> int:
    """The place of the last total that is attested so well, else of the first figure.

    Before it nothing matters: a total carries its evidence for all of it.
    """
    first = len(found)
    for place in range(len(found) - 1, -1, -1):
        actual = found[place].actual
        if actual.evidence in enough:
            first = place
            if actual.kind is not Kind.INCREMENT:
                break
    return first
