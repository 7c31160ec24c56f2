"""What must hold for any parts of any target, whatever was reported of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import accumulate

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import a_goal, a_statement, a_target, an_actual
from tests.progress.oracle import together
from tests.progress.strategies import ANY_DAY, BEGIN, ledgers, targets
from tracker.domain import Direction, Measure
from tracker.periods import Span
from tracker.progress.rollup import parts_against_whole
from tracker.progress.status import status

law = settings(max_examples=40, deadline=None, derandomize=True)
WEIGHTS = st.none() | st.sampled_from([0.1, 1, 2.5, 300])
MEASURES = st.sampled_from([Measure.CUMULATIVE, Measure.PERIODIC, Measure.LEVEL])


@st.composite
def families(draw, measures=MEASURES):
    """A target, one to four parts of its kind with their ledgers, and a day."""
    measure = draw(measures)
    whole = draw(targets(measure))

    def is_alike(target):
        kinds = [(each.first.period, each.first.direction) for each in (whole, target)]
        return kinds[0] == kinds[1]

    parts = []
    for place in range(draw(st.integers(1, 4))):
        part = draw(targets(measure).filter(is_alike))
        labels = replace(part.labels, weight=draw(WEIGHTS))
        part = replace(part, key=f"schools/{place}", labels=labels)
        parts.append((part, draw(ledgers(part))))
    return whole, parts, draw(ANY_DAY)


def rolled_up(whole, parts, day):
    return status(whole, [], day, tuple(status(*each, day) for each in parts))


@settings(law, max_examples=120)
@given(families())
def test_parts_add_up_to_what_a_plain_reading_of_the_rules_says(family):
    whole, parts, day = family

    found = rolled_up(whole, parts, day)

    ends = min(day, found.period.end) if found.period else day
    since = found.period.start if found.period else date.min
    right = together(whole.measure, parts, Span(since, ends)) if since <= ends else None
    assert (found.actual and found.actual.value) == (right and float(right))
    assert found.rollup.total == (found.actual and found.actual.value)


@law
@given(families(), st.randoms(use_true_random=False))
def test_the_order_of_parts_does_not_matter(family, random):
    whole, parts, day = family

    one = rolled_up(whole, parts, day)
    random.shuffle(parts)
    other = rolled_up(whole, parts, day)

    assert other.counting == one.counting
    assert (other.now, other.first, other.periods) == (one.now, one.first, one.periods)
    assert sorted(other.rollup.missing) == sorted(one.rollup.missing)


@law
@given(families(st.sampled_from([Measure.CUMULATIVE, Measure.LEVEL])))
def test_each_point_of_a_sum_is_what_the_report_of_its_day_said(family):
    whole, parts, day = family

    for point in rolled_up(whole, parts, day).points:
        assert rolled_up(whole, parts, point.on).actual.value == point.total


@law
@given(families())
def test_actuals_of_its_own_stand_whatever_the_parts_say(family):
    whole, parts, day = family
    own = [an_actual(str(day), 1)]
    statuses = tuple(status(*each, day) for each in parts)

    found, alone = status(whole, own, day, statuses), status(whole, own, day)

    assert (found.now, found.actual, found.points) == (
        alone.now,
        alone.actual,
        alone.points,
    )


@st.composite
def true_stories(draw):
    """Parts that only grow, each reported on some days, and the whole on one day."""
    days = [BEGIN + timedelta(30 * each) for each in range(1, 6)]
    steps = st.lists(st.integers(0, 40), min_size=len(days), max_size=len(days))
    stories = draw(st.lists(steps.map(accumulate).map(list), min_size=1, max_size=3))
    reports = [
        [(day, value) for day, value in zip(days, story, strict=True) if draw(SOME)]
        for story in stories
    ]
    day = draw(st.sampled_from(days))
    true = sum(story[days.index(day)] for story in stories)
    rest = draw(st.integers(0, 50))
    return reports, day, true + rest, bool(rest)


SOME = st.booleans()


@settings(law, max_examples=100)
@given(true_stories(), st.booleans())
def test_true_reports_never_contradict_each_other(story, falls):
    # A target that falls by what the other grows by: 300 are its share of the start.
    reports, day, total, rest = story
    sign, start = (-1, 300) if falls else (1, 0)
    direction = Direction.DECREASE if falls else Direction.INCREASE
    of_all = start * len(reports) + (100 if rest and falls else 0)

    def path(begin, change):
        baseline = replace(a_statement().baseline, value=begin)
        goal = a_goal(begin + sign * change)
        return a_statement(baseline=baseline, goal=goal, direction=direction)

    parts = [
        status(
            replace(a_target(path(start, 200)), key=f"schools/{place}"),
            [
                an_actual(str(on), start + sign * value, seq=seq)
                for seq, (on, value) in enumerate(of_part, start=1)
            ],
            date(2025, 1, 1),
        )
        for place, of_part in enumerate(reports)
    ]
    whole = a_target(path(of_all, 200 * len(parts) + (50 if rest else 0)))
    own = [an_actual(str(day), of_all + sign * total)]

    found = parts_against_whole(status(whole, own, date(2025, 1, 1), tuple(parts)))

    assert found is None or not found.contradicts
