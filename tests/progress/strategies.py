"""Any target, any ledger of actuals, any day: what reports must stand up to."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from tests.builders import a_statement, a_target, a_withdrawal, an_actual
from tracker.domain import (
    Actual,
    Baseline,
    CarryOver,
    Direction,
    Goal,
    Measure,
    Shape,
    Statement,
    Target,
)
from tracker.periods import Period

BEGIN = date(2024, 1, 1)
# A handful of days comes up again and again, so that events meet on one day.
MEETING = (0, 30, 90, 91, 182, 183, 274, 365, 366, 456, 547, 730)
DAYS = (st.sampled_from(MEETING) | st.integers(0, 800)).map(
    lambda offset: BEGIN + timedelta(offset)
)
ANY_DAY = DAYS | st.integers(-400, 1200).map(lambda offset: BEGIN + timedelta(offset))
ROUND = st.sampled_from([0, 1, 5, 10, 40, 47.5, 50, 60, 80, 95, 98, 100, 105, 120, 200])
VALUES = ROUND | st.integers(0, 25_000).map(lambda hundredths: hundredths / 100)
GOALS = VALUES.filter(bool)
STARTS = st.just(0) | VALUES
BEGINNINGS = st.just(BEGIN) | DAYS
UNDATED_OR_DAY = st.none() | DAYS
MEASURES = st.sampled_from(Measure)
DIRECTIONS = st.sampled_from(Direction)
SHAPES = st.sampled_from(Shape)
PERIODS = st.sampled_from(Period)
RHYTHMS = st.none() | PERIODS
CARRIES = st.sampled_from(CarryOver)
BOOLEANS = st.booleans()
MOSTLY = st.sampled_from([True, True, True, False])
LENGTHS = st.sampled_from([91, 182, 365, 366, 730]) | st.integers(3, 800)
STATED = st.lists(ANY_DAY, min_size=1, max_size=4, unique=True).map(sorted)
STEPS = st.lists(GOALS, min_size=1, max_size=3).map(sorted)
HELD_GOALS = st.lists(GOALS, min_size=4, max_size=4)
ACTS = st.sampled_from(["report", "report", "correct", "withdraw"])
KINDS = st.sampled_from(["total", "increment"])


@st.composite
def targets(draw: st.DrawFn, measure: Measure | None = None) -> Target:
    measure = measure or draw(MEASURES)
    if measure is Measure.MILESTONE:
        statements = draw(milestones())
    elif measure is Measure.PERIODIC:
        statements = draw(quotas())
    elif measure is Measure.LEVEL and draw(BOOLEANS):
        statements = draw(held_levels())
    else:
        statements = draw(paths(measure))
    return a_target(*statements, report_every=draw(RHYTHMS))


@st.composite
def paths(
    draw: st.DrawFn, measure: Measure, *, falls: bool | None = None
) -> list[Statement]:
    """From a baseline by checkpoints to a goal, rising or falling, dated or not."""
    falls = draw(BOOLEANS) if falls is None else falls
    baseline = Baseline(draw(STARTS), draw(BEGINNINGS))
    return [
        a_path(draw, baseline, stated, measure=measure, falls=falls)
        for stated in draw(STATED)
    ]


def a_path(
    draw: st.DrawFn, baseline: Baseline, stated: date, *, measure: Measure, falls: bool
) -> Statement:
    changes = draw(STEPS)
    many = len(changes)
    lengths = sorted(draw(st.sets(LENGTHS, min_size=many, max_size=many)))
    sign = -1 if falls else 1
    values = [round(baseline.value + sign * change, 2) for change in changes]
    days = [baseline.on + timedelta(length) for length in lengths]
    checkpoints = zip(values[:-1], map(str, days[:-1]), strict=True)
    return a_statement(
        *checkpoints,
        stated=str(stated),
        measure=measure,
        direction=Direction.DECREASE if falls else Direction.INCREASE,
        baseline=baseline,
        goal=Goal(values[-1], days[-1] if draw(MOSTLY) else None),
        shape=draw(SHAPES),
    )


@st.composite
def held_levels(draw: st.DrawFn) -> list[Statement]:
    """Levels kept at or above a line, or at or below it."""
    direction = draw(DIRECTIONS)
    good = Baseline(300 if direction is Direction.INCREASE else 0, BEGIN)
    baseline = good if draw(BOOLEANS) else None
    return [
        a_statement(
            measure=Measure.LEVEL,
            stated=str(stated),
            direction=direction,
            baseline=baseline,
            goal=Goal(goal, draw(UNDATED_OR_DAY)),
        )
        for goal, stated in zip(draw(HELD_GOALS), draw(STATED), strict=False)
    ]


@st.composite
def milestones(draw: st.DrawFn) -> list[Statement]:
    shape = draw(SHAPES)
    return [
        a_statement(
            measure=Measure.MILESTONE,
            stated=str(stated),
            goal=Goal(1, draw(UNDATED_OR_DAY)),
            shape=shape,
        )
        for stated in draw(STATED)
    ]


@st.composite
def quotas(draw: st.DrawFn) -> list[Statement]:
    period = draw(PERIODS)
    carry_over = draw(CARRIES)
    on = draw(UNDATED_OR_DAY)
    return [
        a_statement(
            measure=Measure.PERIODIC,
            stated=str(stated),
            goal=Goal(draw(GOALS), draw(UNDATED_OR_DAY)),
            baseline=on and Baseline(0, on),
            period=period,
            carry_over=carry_over,
        )
        for stated in draw(STATED)
    ]


@st.composite
def ledgers(draw: st.DrawFn, target: Target) -> list[Actual]:
    """Up to eight rows: reports, corrections and withdrawals, as recorded."""
    since = max(
        each.baseline.on if each.baseline else BEGIN for each in target.statements
    )
    rows: list[Actual] = []
    standing: list[int] = []
    for seq in range(1, draw(st.integers(0, 8)) + 1):
        act = draw(ACTS) if standing else "report"
        on = str(max(draw(DAYS), since))
        replaces = None
        if act != "report":
            replaces = standing.pop(draw(st.integers(0, len(standing) - 1)))
        if act == "withdraw":
            rows.append(a_withdrawal(replaces, on=on, seq=seq))
            continue
        kind, value = a_report(draw, target.measure)
        rows.append(an_actual(on, value, kind=kind, seq=seq, replaces=replaces))
        standing.append(seq)
    return rows


def a_report(draw: st.DrawFn, measure: Measure) -> tuple[str, float]:
    if measure is Measure.MILESTONE:
        return ("done", 1) if draw(BOOLEANS) else ("not-done", 0)
    if measure is Measure.LEVEL:
        return "total", draw(VALUES)
    kind = draw(KINDS)
    taken_back = kind == "increment" and not draw(MOSTLY)
    return kind, -draw(VALUES) if taken_back else draw(VALUES)


@st.composite
def cases(
    draw: st.DrawFn, measure: Measure | None = None
) -> tuple[Target, list[Actual], date]:
    """A target, its ledger, and the day of the report."""
    target = draw(targets(measure))
    return target, draw(ledgers(target)), draw(ANY_DAY)
