"""A second, plain and slow reading of design.md section 6, to compare with.

Exact fractions throughout; nothing of tracker.progress is used or imitated.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from tracker.domain import (
    Actual,
    CarryOver,
    Checkpoint,
    Direction,
    Kind,
    Measure,
    Shape,
    Statement,
    Target,
    exact,
)
from tracker.periods import Period, Span, span_holding

ONE = timedelta(days=1)
Knot = tuple[date, Fraction, Shape]  # how the plan runs up to it


@dataclass
class Answer:
    """What is to be said of a target on a day; None is not known."""

    statement: Statement
    rating: str = ""
    total: Fraction | None = None
    data_day: date | None = None
    entries: int = 0
    expected: Fraction | None = None
    variance: Fraction | None = None
    share: Fraction | None = None
    pace: Fraction | None = None
    ahead: Fraction | None = None  # days, not yet rounded
    days_late: int | None = None
    stale: bool = False
    next_checkpoint: Checkpoint | None = None
    lapsed: list[Checkpoint] = field(default_factory=list)
    first: Answer | None = None
    period: Span | None = None
    quota: Fraction | None = None
    periods: list[Past] = field(default_factory=list)


@dataclass
class Past:
    """One earlier period of a quota."""

    span: Span
    total: Fraction | None
    quota: Fraction
    rating: str


def number(value: float) -> Fraction:
    return Fraction(exact(value))


def answer(target: Target, ledger: list[Actual], day: date) -> Answer:
    """The target on a day, and on its first statement where it has been revised."""
    now = standing(target, ledger, day)
    if now.statement is not target.first:
        only_first = Target(target.key, target.labels, (target.first,))
        now.first = standing(only_first, ledger, day)
    return now


def standing(target: Target, ledger: list[Actual], day: date) -> Answer:
    if target.measure is Measure.PERIODIC:
        found = quota_standing(target, ledger, day)
    elif target.in_force(day).held:
        found = held_standing(target, ledger, day)
    else:
        found = plan_standing(target, ledger, day)
    rows = in_force(ledger, day)
    every = target.labels.report_every
    if every and rows:
        months = {Period.MONTH: 1, Period.QUARTER: 3, Period.YEAR: 12}[every]
        age = (day - rows[-1].on).days
        found.stale = age > 1.5 * months * 365.25 / 12
    checkpoints = found.statement.checkpoints
    found.next_checkpoint = next((each for each in checkpoints if each.by > day), None)
    return found


# -- what counts ----------------------------------------------------------------------


def in_force(ledger: list[Actual], day: date) -> list[Actual]:
    """Rows that count, to a day; a correction stands in the place of its row."""
    replaced = {row.replaces for row in ledger}
    counts = [
        row
        for row in ledger
        if row.seq not in replaced and row.kind is not Kind.WITHDRAWAL and row.on <= day
    ]
    return sorted(counts, key=lambda row: (row.on, place(row, ledger)))


def place(row: Actual, ledger: list[Actual]) -> int:
    while row.replaces is not None:
        row = next(each for each in ledger if each.seq == row.replaces)
    return row.seq


def add_up(rows: list[Actual], start: Fraction) -> Fraction | None:
    total = None
    for row in rows:
        if row.kind is Kind.INCREMENT:
            total = (start if total is None else total) + number(row.value)
        else:
            total = number(row.value)
    return total


def running_total(
    statement: Statement, ledger: list[Actual], day: date
) -> Fraction | None:
    return add_up(in_force(ledger, day), number(statement.start))


# -- the plan -------------------------------------------------------------------------


def beyond(statement: Statement, value: Fraction, line: Fraction) -> bool:
    falls = statement.direction is Direction.DECREASE
    return value < line if falls else value > line


def meets(statement: Statement, value: Fraction | None, line: Fraction) -> bool:
    return value is not None and (value == line or beyond(statement, value, line))


def knots(statements: list[Statement]) -> list[Knot]:
    """The knots of the plan of the last of these statements; two may share a day."""
    *earlier, this = statements
    start = this.baseline and this.baseline.on
    goal, by = number(this.goal.value), this.goal.by
    own = [(each.by, number(each.value), this.shape) for each in this.checkpoints]
    if by:
        own.append((by, goal, this.shape))
    if not earlier or (start and this.stated <= start):
        return [(start, number(this.start), this.shape), *own] if start else own
    turn = min(this.stated, by) if by else this.stated
    value = value_on(earlier, turn)
    if beyond(this, value, goal):
        value = goal
    kept = [knot for knot in knots(earlier) if knot[0] < turn]
    rest = [knot for knot in knots(earlier) if knot[0] >= turn]
    turned = (turn, value, rest[0][2] if rest else earlier[-1].shape)
    return [*kept, turned, *[knot for knot in own if knot[0] > turn or knot[0] == by]]


def value_on(statements: list[Statement], day: date) -> Fraction:
    """What the plan of the last of these statements expects on a day."""
    this = statements[-1]
    if this.held:
        return number(this.goal.value)
    before = [knot for knot in knots(statements) if knot[0] <= day]
    after = [knot for knot in knots(statements) if knot[0] > day]
    if not before:
        return number(this.start)
    (left, low, _) = before[-1]
    if not after or after[0][2] is Shape.STEP or this.measure is Measure.MILESTONE:
        return low
    (right, high, _) = after[0]
    return low + (high - low) * Fraction((day - left).days, (right - left).days)


def reached_on(statements: list[Statement], total: Fraction) -> Fraction | None:
    """The day, as a fraction of its ordinal, on which the plan reaches a total."""
    this = statements[-1]
    if beyond(this, total, number(this.goal.value)):
        return Fraction(this.goal.by.toordinal()) if this.goal.by else None
    if not beyond(this, total, number(this.start)):
        return Fraction(this.baseline.on.toordinal()) if this.baseline else None
    path = knots(statements)
    for index, (right, high, shape) in enumerate(path):
        if not meets(this, high, total):
            continue
        if index == 0 or shape is Shape.STEP:
            return Fraction(right.toordinal())
        left, low, _ = path[index - 1]
        return left.toordinal() + (total - low) / (high - low) * (right - left).days
    return None


# -- rating a plan --------------------------------------------------------------------


def plan_standing(target: Target, ledger: list[Actual], day: date) -> Answer:
    this = target.in_force(day)
    said = list(target.statements[: target.statements.index(this) + 1])
    found = figures(this, ledger, day)
    goal, start, total = number(this.goal.value), number(this.start), found.total
    if total is not None:
        found.share = (total - start) / (goal - start)
    if this.goal.by or this.checkpoints:
        found.expected = value_on(said, found.data_day or day)
    if total is not None and found.expected is not None:
        found.variance = total - found.expected
        if found.expected != start:
            found.pace = (total - start) / (found.expected - start)
        reached = reached_on(said, total)
        if reached is not None:
            found.ahead = reached - found.data_day.toordinal()
    found.rating = rate_plan(target, found, ledger, day)
    found.days_late = days_late(found, ledger, day)
    return found


def figures(this: Statement, ledger: list[Actual], day: date) -> Answer:
    rows = in_force(ledger, day)
    total = running_total(this, ledger, day)
    return Answer(
        this,
        total=total,
        entries=len(rows),
        data_day=rows[-1].on if rows else None,
        lapsed=[
            each
            for each in this.checkpoints
            if each.by <= day and not meets(this, total, number(each.value))
        ],
    )


def met(this: Statement, ledger: list[Actual], day: date) -> bool:
    return meets(this, running_total(this, ledger, day), number(this.goal.value))


def rate_plan(target: Target, found: Answer, ledger: list[Actual], day: date) -> str:
    this, by = found.statement, found.statement.goal.by
    start = number(this.start)
    if met(this, ledger, day):
        return "achieved"
    if by and by <= day and met(this, ledger, by):
        return "achieved"
    if by is None:
        return "undated"
    if day > by:
        late = [row for row in in_force(ledger, day) if row.on >= by]
        return "missed" if late else "unreported"
    if found.total is None:
        waits = this.baseline is not None and day <= this.baseline.on
        milestone = this.measure is Measure.MILESTONE
        return "not-due" if waits or milestone or found.expected == start else "no-data"
    if found.expected == start:
        return "at-risk" if found.lapsed else "not-due"
    return rate_pace(target, found.pace, bool(found.lapsed))


def rate_pace(target: Target, pace: Fraction, lapsed: bool) -> str:
    if pace >= number(target.labels.on_track):
        return "at-risk" if lapsed else "on-track"
    return "at-risk" if pace >= number(target.labels.at_risk) else "off-track"


def days_late(found: Answer, ledger: list[Actual], day: date) -> int | None:
    by = found.statement.goal.by
    if found.rating != "achieved" or by is None or day <= by:
        return None
    if met(found.statement, ledger, by):
        return None
    late = by + ONE
    while not met(found.statement, ledger, late):
        late += ONE
    return (late - by).days


# -- a level that must be held --------------------------------------------------------


def held_standing(target: Target, ledger: list[Actual], day: date) -> Answer:
    this = target.in_force(day)
    by = this.goal.by
    found = figures(this, ledger, day)
    found.expected = number(this.goal.value)
    if found.total is None:
        waits = this.baseline is not None and day <= this.baseline.on
        found.rating = "not-due" if waits else "no-data"
        if by and day > by:
            found.rating = "unreported"
        return found
    found.variance = found.total - found.expected
    good = met(this, ledger, day)
    if by is None or day < by:
        found.rating = "on-track" if good else "off-track"
    else:
        found.rating = "achieved" if good or met(this, ledger, by) else "missed"
    found.days_late = days_late(found, ledger, day)
    return found


# -- a quota that starts again --------------------------------------------------------


def quota_standing(target: Target, ledger: list[Actual], day: date) -> Answer:
    this, first = target.in_force(day), target.first
    since = first.baseline.on if first.baseline else first.stated
    span = span_holding(since, first.period)
    last = span_holding(this.goal.by, first.period).end if this.goal.by else None
    past: list[Past] = []
    while span.end < day and not (last and span.end >= last):
        past.append(rate_past(target, ledger, span, past, day))
        span = span_holding(span.end + ONE, first.period)
    quota = quota_of(this, past)
    found = quota_figures(this, ledger, span, quota, day)
    found.rating = rate_quota(target, found, ledger, day)
    found.periods = past
    return found


def rows_within(ledger: list[Actual], span: Span, day: date) -> list[Actual]:
    return [row for row in in_force(ledger, day) if span.start <= row.on <= span.end]


def rate_past(
    target: Target, ledger: list[Actual], span: Span, past: list[Past], day: date
) -> Past:
    this = target.in_force(span.end)
    quota = quota_of(this, past)
    total = add_up(rows_within(ledger, span, day), Fraction(0))
    later = [row for row in in_force(ledger, day) if row.on >= span.end]
    if meets(this, total, quota):
        return Past(span, total, quota, "achieved")
    reported = total is not None and later
    return Past(span, total, quota, "missed" if reported else "unreported")


def quota_of(this: Statement, past: list[Past]) -> Fraction:
    """The goal of a period, with what the one before it hands on."""
    goal = number(this.goal.value)
    if not past or past[-1].rating == "unreported":
        return goal
    missing = past[-1].quota - past[-1].total
    if this.carry_over is CarryOver.SURPLUS and missing < 0:
        return max(Fraction(0), goal + missing)
    if this.carry_over is CarryOver.SHORTFALL and missing > 0:
        return goal + missing
    return goal


def quota_figures(
    this: Statement, ledger: list[Actual], span: Span, quota: Fraction, day: date
) -> Answer:
    rows = rows_within(ledger, span, day)
    total = add_up(rows, Fraction(0))
    found = Answer(this, total=total, entries=len(rows), period=span, quota=quota)
    found.data_day = rows[-1].on if rows else None
    found.expected = quota_expected(span, quota, found.data_day or day)
    if total is None:
        return found
    found.variance = total - found.expected
    found.share = total / quota if quota else None
    found.pace = total / found.expected if found.expected else None
    if beyond(this, total, quota):
        reached = Fraction(span.end.toordinal())
    elif total <= 0:
        reached = Fraction((span.start - ONE).toordinal())
    else:
        reached = (span.start - ONE).toordinal() + total / quota * span.days
    found.ahead = reached - found.data_day.toordinal()
    return found


def quota_expected(span: Span, quota: Fraction, day: date) -> Fraction:
    if day < span.start:
        return Fraction(0)
    if day > span.end:
        return quota
    return quota * Fraction((day - span.start).days + 1, span.days)


def rate_quota(target: Target, found: Answer, ledger: list[Actual], day: date) -> str:
    this, end = found.statement, found.period.end
    if meets(this, found.total, found.quota):
        return "achieved"
    if day > end:
        late = [row for row in in_force(ledger, day) if row.on >= end]
        return "missed" if late and found.total is not None else "unreported"
    if found.total is None:
        waits = this.baseline is not None and day <= this.baseline.on
        return "not-due" if waits or found.expected == 0 else "no-data"
    if found.expected == 0:
        return "not-due"
    return rate_pace(target, found.pace, lapsed=False)


# -- parts ----------------------------------------------------------------------------

Part = tuple[Target, list[Actual]]


def together(measure: Measure, parts: list[Part], span: Span) -> Fraction | None:
    """What parts of one kind add up to on the last day of a span.

    Args:
        span: Holds all that counts: for a quota part of its period, else all days.
    """
    known = [(target, part_total(target, ledger, span)) for target, ledger in parts]
    if measure is Measure.LEVEL:
        weights = [number(target.labels.weight or 1) for target, _ in known]
        if any(total is None for _, total in known):
            return None
        pairs = zip(weights, known, strict=True)
        return sum(w * total for w, (_, total) in pairs) / sum(weights)
    if all(total is None for _, total in known):
        return None
    starts = [number(target.in_force(span.end).start) for target, _ in known]
    pairs = zip(starts, known, strict=True)
    return sum(start if total is None else total for start, (_, total) in pairs)


def part_total(target: Target, ledger: list[Actual], span: Span) -> Fraction | None:
    rows = [row for row in in_force(ledger, span.end) if row.on >= span.start]
    return add_up(rows, number(target.in_force(span.end).start))
