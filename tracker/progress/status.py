"""The status of one target on one day: the value that every report and chart shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tracker.domain import Actual, Evidence, Measure, Statement, Target
from tracker.periods import MONTH_DAYS, Span, lapse_days
from tracker.progress.evidence import Attested, attested
from tracker.progress.periodic import PeriodStanding, current, period_standings
from tracker.progress.plan import plan_of
from tracker.progress.rating import Rating
from tracker.progress.standing import Line, Standing, standing
from tracker.progress.totals import Point, in_force, names_only, points, within

if TYPE_CHECKING:
    from tracker.progress.forecasts import Forecast

# The recent rate is read over the last half-year. Source: house rule, README.
RECENT = timedelta(days=182)


@dataclass(frozen=True)
class Reading:
    """The running total, and the actual that was last to count towards it.

    Attributes:
        on: The data day.
        entries: How many actuals count towards it.
        attested: How much of it is claimed, documented, verified and named; None
            where nothing adds up.
    """

    value: float
    on: date
    evidence: Evidence
    entries: int
    attested: Attested | None = None


@dataclass(frozen=True)
class Rate:
    """Change per month (365.25 / 12 days); None where it is not known or not needed.

    Attributes:
        recent: Over the last half-year before the data day, or since the baseline.
        required: From the day of the report to the goal day.
    """

    recent: float | None
    required: float | None


@dataclass(frozen=True)
class Status:
    """Where one target stands, as of a day.

    Attributes:
        actual: None where nothing has been reported; never 0 for it.
        now: Against the statement in force on the day.
        first: Against the first statement; None where that is the one in force.
        stale: The last actual is older than one and a half of `report_every`.
        points: The running total after each actual that counts, for a quota since
            the start of the current period.
        period, periods: Of a periodic target: the one that holds the day, and all
            before it.
        statements: Those made on or before the day, or the first.
        counting: Every actual in force on or before the day.
        parts: The statuses of the targets that this one is the parent of.
        forecast: None where it was not asked for.
    """

    target: Target
    as_of: date
    actual: Reading | None
    now: Standing
    first: Standing | None
    stale: bool
    rate: Rate | None
    points: tuple[Point, ...]
    period: Span | None
    periods: tuple[PeriodStanding, ...]
    statements: tuple[Statement, ...]
    counting: tuple[Actual, ...]
    parts: tuple[Status, ...] = ()
    forecast: Forecast | None = None

    @property
    def rating(self) -> Rating:
        return self.now.rating


def status(
    target: Target,
    actuals: Sequence[Actual],
    as_of: date,
    parts: tuple[Status, ...] = (),
) -> Status:
    """Where a target stands on a day.

    Args:
        actuals: The target's whole ledger in the order of `seq`, as far as it was
            known; what happened after `as_of` does not count.
        parts: The statuses of its parts on that day.
    """
    counting = tuple(each for each in in_force(actuals) if each.on <= as_of)
    made = tuple(each for each in target.statements if each.stated <= as_of)
    reported = tuple(each for each in counting if not names_only(each))
    statements = made or target.statements[:1]
    restated = len(statements) > 1
    if target.measure is Measure.PERIODIC:
        ended = period_standings(target, reported, as_of)
        now, found, span = current(target, target.in_force, reported, as_of)
        first = current(target, lambda _: target.first, reported, as_of)[0]
    else:
        ended, span = (), None
        found = points(statements[-1].start, reported)
        now = _against(target, statements, reported, as_of)
        first = _against(target, statements[:1], reported, as_of)
    own = counting if span is None else within(counting, span)
    return Status(
        target=target,
        as_of=as_of,
        actual=_reading(found, now.statement, own),
        now=now,
        first=first if restated else None,
        stale=_is_stale(target, reported, as_of),
        rate=_rate(now, found, as_of, span),
        points=found,
        period=span,
        periods=ended,
        statements=statements,
        counting=counting,
        parts=parts,
    )


def _against(
    target: Target,
    statements: Sequence[Statement],
    counting: Sequence[Actual],
    day: date,
) -> Standing:
    """The standing against the last of some statements."""
    last = statements[-1]
    found = points(last.start, counting)
    due = last.goal.by
    line = Line(last, plan_of(statements), last.goal.value, due)
    final_in = due is not None and any(point.on >= due for point in found)
    return standing(line, target.labels, found, day, final_in=final_in)


def _reading(
    found: Sequence[Point], statement: Statement, counting: Sequence[Actual]
) -> Reading | None:
    if not found:
        return None
    last = found[-1]
    shown = attested(statement, found, counting)
    return Reading(last.total, last.on, last.actual.evidence, len(found), shown)


def _is_stale(target: Target, reported: Sequence[Actual], day: date) -> bool:
    every = target.labels.report_every
    if every is None or not reported:
        return False
    return (day - reported[-1].on).days > lapse_days(every)


def _rate(
    now: Standing, found: Sequence[Point], day: date, span: Span | None
) -> Rate | None:
    """None for a milestone, which has no rate."""
    if now.statement.measure is Measure.MILESTONE:
        return None
    required = None
    if found and now.due and day < now.due and now.rating is not Rating.ACHIEVED:
        months = (now.due - day).days / MONTH_DAYS
        required = (now.goal - found[-1].total) / months
    return Rate(_recent(now, found, span), required)


def _recent(now: Standing, found: Sequence[Point], span: Span | None) -> float | None:
    """Change per month since the last known value at least half a year before."""
    if not found:
        return None
    last = found[-1]
    baseline = now.statement.baseline
    known = [(point.on, point.total) for point in found]
    if span:
        known.insert(0, (now.plan.knots[0].on, 0.0))
    elif baseline:
        known.insert(0, (baseline.on, baseline.value))
    before = [each for each in known if each[0] <= last.on - RECENT] or known[:1]
    day, value = before[-1]
    if day == last.on:
        return None
    return (last.total - value) / ((last.on - day).days / MONTH_DAYS)
