"""The status of one target on one day: the value that every report and chart shows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain import Actual, Evidence, Measure, Statement, Target
from tracker.periods import MONTH_DAYS, Span, lapse_days
from tracker.progress.evidence import Attested, attested, attested_by_parts
from tracker.progress.periodic import PeriodStanding, current, period_standings
from tracker.progress.plan import plan_of
from tracker.progress.rating import Rating
from tracker.progress.rollup import Rollup, reported_until, rollup_of
from tracker.progress.standing import Line, Standing, standing
from tracker.progress.summing import summed, that_count
from tracker.progress.totals import (
    Point,
    by_day,
    in_force,
    names_only,
    points,
    within,
)

if TYPE_CHECKING:
    from tracker.progress.forecasts import Forecast

# The recent rate is read over the last half-year. Source: house rule, README.
RECENT = timedelta(days=182)


@dataclass(frozen=True)
class Reading:
    """The running total, and the actual that was last to count towards it.

    Attributes:
        on: The data day.
        entries: How many actuals count towards it, those of parts included.
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


class Missing(NamedTuple):
    """What a value still lacks: in all, and per month from the day of the report."""

    value: float
    per_month: float


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
        counting: Every actual in force on or before the day; without any of its own
            what the parts add up to, a total for each day on which one reported.
        parts: The statuses of the targets that this one is the parent of.
        rollup: What they add up to; None without parts.
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
    rollup: Rollup | None = None
    forecast: Forecast | None = None

    @property
    def rating(self) -> Rating:
        return self.now.rating

    @property
    def missing(self) -> Missing | None:
        """What the next checkpoint still needs, negative where it must fall.

        None without a checkpoint to come or an actual, and where it is met already.
        """
        upcoming = self.now.next_checkpoint
        if upcoming is None or self.actual is None:
            return None
        if self.now.statement.meets(self.actual.value, upcoming.value):
            return None
        lacking = upcoming.value - self.actual.value
        return Missing(lacking, lacking * MONTH_DAYS / (upcoming.by - self.as_of).days)

    def brief(self) -> Status:
        """All that a table tells, and of the actuals behind it only the last one.

        Of a hundred thousand targets memory holds no more.
        """
        return replace(
            self,
            points=self.points[-1:],
            counting=self.counting[-1:],
            parts=tuple(each.brief() for each in self.parts),
        )


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
    known = in_force(actuals)
    own = known[: bisect_right(known, as_of, key=by_day)]
    adding = that_count(target, parts)
    sums = summed(target, adding)
    reported = tuple(each for each in own if not names_only(each))
    figures = reported or sums
    until = (reported[-1].on if reported else reported_until(adding)) or date.min
    statements = (
        tuple(each for each in target.statements if each.stated <= as_of)
        or target.statements[:1]
    )
    stood = _standings(target, statements, figures, as_of, until)
    counting = own if reported else sums or own
    now, found, span = stood.now, stood.points, stood.period
    shown = counting if span is None else within(counting, span)
    reading = _reading(now.statement, found, shown, None if reported else adding)
    stands = not reported and bool(adding) and target.measure is not Measure.MILESTONE
    return Status(
        target=target,
        as_of=as_of,
        actual=reading,
        **stood._asdict(),
        stale=_is_stale(target, figures, as_of),
        rate=_rate(now, found, as_of, span),
        statements=statements,
        counting=counting,
        parts=parts,
        rollup=rollup_of(target, parts, sums, reading, stands=stands, span=span),
    )


class _Standings(NamedTuple):
    """A target held against its statements; the fields are those of its status."""

    now: Standing
    first: Standing | None
    points: tuple[Point, ...]
    period: Span | None
    periods: tuple[PeriodStanding, ...]


def _standings(
    target: Target,
    statements: Sequence[Statement],
    figures: Sequence[Actual],
    as_of: date,
    until: date,
) -> _Standings:
    """The standing against the last of some statements and, if another, the first."""
    restated = len(statements) > 1
    first = None
    if target.measure is Measure.PERIODIC:
        ended = period_standings(target, figures, as_of, until)
        now, found, span = current(target, target.in_force, figures, as_of, until)
        if restated:
            first = current(target, lambda _: target.first, figures, as_of, until)[0]
        return _Standings(now, first, found, span, ended)
    found = points(statements[-1].start, figures)
    now = _against(target, statements, found, as_of, until)
    if restated:
        found_first = points(statements[0].start, figures)
        first = _against(target, statements[:1], found_first, as_of, until)
    return _Standings(now, first, found, None, ())


def _against(
    target: Target,
    statements: Sequence[Statement],
    found: Sequence[Point],
    day: date,
    until: date,
) -> Standing:
    """The standing against the last of some statements.

    Args:
        found: The running totals, counted on from where that statement starts.
        until: The day up to which all that counts has reported.
    """
    last = statements[-1]
    due = last.goal.by
    line = Line(last, plan_of(statements), last.goal.value, due)
    final_in = due is not None and until >= due
    return standing(line, target.labels, found, day, final_in=final_in)


def _reading(
    statement: Statement,
    found: Sequence[Point],
    counting: Sequence[Actual],
    summed_from: Sequence[Status] | None,
) -> Reading | None:
    if not found:
        return None
    last, entries = found[-1], len(found)
    shown = attested(statement, found, counting)
    if summed_from is not None:
        readings = [each.actual for each in summed_from if each.actual]
        entries = sum(each.entries for each in readings)
        shown = shown and attested_by_parts(shown, [e.attested for e in readings])
    return Reading(last.total, last.on, last.actual.evidence, entries, shown)


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
    needed = found and not now.meets(found[-1].total)
    if needed and now.due and day < now.due:
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
