"""Courses of made-up targets, as far as every format of others holds them."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from tracker.domain import (
    Baseline,
    Checkpoint,
    Direction,
    Goal,
    Labels,
    Measure,
    Statement,
    Target,
)
from tracker.exchange.course import Course, Reading

VALUES = st.integers(-(10**9), 10**9).map(lambda each: each / 100)
WORDS = st.text("abcәғқбв <&>\"';,=", min_size=1, max_size=20).map(
    lambda text: " ".join(text.split())
)
TITLES = WORDS.filter(bool)
KEYS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,2}", fullmatch=True).filter(
    lambda key: len(key) <= 40
)
LATER = st.integers(1, 400)


@st.composite
def courses(draw, measure=None, checkpoints=3, whole_years=False, languages=1):
    """A target from a baseline over checkpoints to a goal, and what was reported."""
    measure = measure or draw(st.sampled_from([Measure.CUMULATIVE, Measure.LEVEL]))
    start, goal = draw(st.lists(VALUES, min_size=2, max_size=2, unique=True))
    rises = goal > start
    days = _days(draw, whole_years, checkpoints + 2)
    between = sorted(
        draw(st.lists(st.floats(0, 1), min_size=len(days) - 2, max_size=len(days) - 2))
    )
    due = [round(start + part * (goal - start), 2) + 0.0 for part in between]
    statement = Statement(
        stated=days[0],
        measure=measure,
        direction=Direction.INCREASE if rises else Direction.DECREASE,
        unit={"en": {"other": draw(TITLES)}},
        goal=Goal(goal, days[-1]),
        baseline=Baseline(start, days[0]),
        checkpoints=tuple(
            Checkpoint(value, day) for value, day in zip(due, days[1:-1], strict=True)
        ),
    )
    titles = {lang: draw(TITLES) for lang in ("en", "kk", "ru")[:languages]}
    area = draw(st.sampled_from([None, "KZ-71", "FR-75"]))
    labels = Labels(title=titles, area=area)
    readings = tuple(
        Reading(day, draw(VALUES)) for day in _days(draw, whole_years, 4)[1:]
    )
    return Course(Target(draw(KEYS), labels, (statement,)), statement, readings)


def _days(draw, whole_years, most):
    if whole_years:
        years = draw(
            st.lists(st.integers(2001, 2090), min_size=2, max_size=2, unique=True)
        )
        return [date(year, 12, 31) for year in sorted(years)]
    steps = draw(st.lists(LATER, min_size=2, max_size=most))
    day = date(2020, 1, 1)
    return [day := day + timedelta(days=step) for step in steps]


def many(of):
    """Several courses, each of a key of its own."""
    return st.lists(of, max_size=3, unique_by=lambda each: each.target.key)


def held(target, *, area=True):
    """What is compared of a target: all that a format may hold."""
    first = target.first
    return (
        target.key,
        target.labels.title,
        target.labels.area if area else None,
        first.direction,
        first.baseline,
        first.checkpoints,
        first.goal,
        first.unit,
    )


def figures(reported):
    """Key, day and value of what was reported."""
    return [(each.key, each.actual.on, each.actual.value) for each in reported]


def figures_of(*some):
    return [
        (each.target.key, on, value) for each in some for on, value in each.readings
    ]
