"""What a good file says: targets with their statements, as they were stated."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.builders import day
from tests.catalogue.conftest import Read
from tests.catalogue.texts import LEVEL, MILESTONE, QUOTA, a_file, revised
from tracker.domain import (
    Baseline,
    CarryOver,
    Checkpoint,
    Direction,
    Goal,
    Labels,
    Measure,
    Shape,
    Source,
    Statement,
    Target,
)
from tracker.periods import Period

First = Callable[[str], Statement]


def test_a_plain_target_comes_back_as_it_was_stated(read: Read):
    statement = Statement(
        stated=date(2024, 1, 1),
        measure=Measure.CUMULATIVE,
        direction=Direction.INCREASE,
        unit={"en": {"other": "schools"}},
        baseline=Baseline(0, date(2024, 1, 1)),
        goal=Goal(200, date(2025, 12, 31)),
    )
    labels = Labels(title={"en": "Schools opened"})

    assert read(a_file()) == (Target("schools", labels, (statement,)),)


def test_targets_keep_the_order_of_the_file(read: Read):
    first, second = a_file(), a_file().replace(".schools", ".camps")

    assert [each.key for each in read(first + second)] == ["schools", "camps"]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "[targets]\n"])
def test_a_file_without_targets_is_no_fault(read: Read, text: str):
    assert read(text) == ()


def test_so_many_more_counts_on_from_the_checkpoint_before(first: First):
    lines = """\
baseline = { value = 5, on = 2024-01-01 }
checkpoints = [
    { add = 93, by = 2024-09-01 },
    { value = 100, by = 2024-10-01 },
    { add = 80, by = 2024-12-31 },
]"""

    assert first(a_file(lines)).checkpoints == (
        Checkpoint(98, day("2024-09-01"), added=93),
        Checkpoint(100, day("2024-10-01")),
        Checkpoint(180, day("2024-12-31"), added=80),
    )


def test_sums_are_those_worked_by_hand(first: First):
    lines = """\
checkpoints = [{ add = 0.1, by = 2024-09-01 }, { add = 0.2, by = 2024-12-31 }]
goal = { value = 0.3 }"""

    assert [each.value for each in first(a_file(lines)).checkpoints] == [0.1, 0.3]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1_000", 1000),
        ("1.50", 1.5),
        ("0x10", 16),
        ("1e15", 1e15),
        ("0.123456789012345", 0.123456789012345),
        ("123456789012345", 123456789012345),
    ],
)
def test_numbers_come_back_as_typed(first: First, written: str, value: float):
    goal = first(a_file(f"goal = {{ value = {written} }}")).goal

    assert goal == Goal(value, None)
    assert isinstance(goal.value, float)


def test_zero_has_no_sign(first: First):
    baseline = first(a_file("baseline = { value = -0.0, on = 2024-01-01 }")).baseline

    assert str(baseline.value if baseline else None) == "0.0"


def test_direction_follows_from_baseline_and_goal(first: First):
    queue = "baseline = { value = 300, on = 2024-01-01 }"

    assert first(a_file(queue)).direction is Direction.DECREASE


def test_a_falling_plan_is_checked_downwards(first: First):
    lines = """\
baseline = { value = 300, on = 2024-01-01 }
checkpoints = [{ add = -40, by = 2024-12-31 }]"""

    assert first(a_file(lines)).checkpoints[0].value == 260


def test_a_checkpoint_may_equal_its_neighbours(first: First):
    lines = """\
checkpoints = [{ value = 0, by = 2024-09-01 }, { value = 200, by = 2024-12-31 }]"""

    assert len(first(a_file(lines)).checkpoints) == 2


def test_a_level_in_percent_lies_between_none_and_all(first: First):
    level = first(a_file(usual=LEVEL))

    assert (level.lower, level.upper) == (0, 100)


def test_bounds_that_are_given_replace_those_of_the_unit(first: First):
    level = first(a_file("bounds = { upper = 120 }", LEVEL))

    assert (level.lower, level.upper) == (None, 120)


@pytest.mark.parametrize(
    "baseline", ["", "baseline = { value = 95, on = 2024-01-01 }"], ids=["none", "met"]
)
def test_a_level_can_be_held(first: First, baseline: str):
    lines = f'{baseline}\ndirection = "increase"'

    assert first(a_file(lines, LEVEL, without="baseline")).held


@pytest.mark.parametrize(
    ("baseline", "goal", "direction"), [(50, 40, "increase"), (50, 60, "decrease")]
)
def test_a_direction_that_is_stated_goes_before_baseline_and_goal(
    first: First, baseline: float, goal: float, direction: str
):
    lines = f"""\
baseline = {{ value = {baseline}, on = 2024-01-01 }}
goal = {{ value = {goal}, by = 2025-12-31 }}
direction = "{direction}"
"""
    level = first(a_file(lines, LEVEL))

    assert (level.direction.value, level.held) == (direction, True)


def test_a_level_that_is_held_may_be_raised_by_a_revision(read: Read):
    lines = 'baseline = { value = 50, on = 2024-01-01 }\ndirection = "increase"'
    revision = "[[targets.schools.revisions]]\nstated = 2024-06-01\n"
    text = a_file(
        f"{lines}\ngoal = {{ value = 40, by = 2025-12-31 }}",
        LEVEL,
        then=f"{revision}goal = {{ value = 60, by = 2025-12-31 }}",
    )

    assert [each.held for each in read(text)[0].statements] == [True, False]


def test_a_level_can_be_reached(first: First):
    level = first(a_file('direction = "increase"', LEVEL))

    assert not level.held


def test_a_quota_runs_by_its_period(first: First):
    lines = 'baseline = { on = 2023-01-01 }\ncarry_over = "shortfall"'
    quota = first(a_file(lines, QUOTA))

    assert quota.baseline == Baseline(0, day("2023-01-01"))
    assert (quota.period, quota.carry_over) == (Period.YEAR, CarryOver.SHORTFALL)
    assert quota.direction is Direction.INCREASE


@pytest.mark.parametrize(
    "goal", ["{ by = 2025-12-31 }", "{ value = 1, by = 2025-12-31 }"]
)
def test_a_milestone_has_a_day_and_no_figure(first: First, goal: str):
    milestone = first(a_file(f'goal = {goal}\nplan = "step"', MILESTONE))

    assert milestone.goal == Goal(1, day("2025-12-31"))
    assert (milestone.unit, milestone.shape) == ({}, Shape.STEP)


def test_a_milestone_without_a_day_is_undated(first: First):
    assert first(a_file(usual=MILESTONE)).goal == Goal(1, None)


def test_texts_come_in_the_order_of_the_languages(read: Read):
    lines = 'title = { ru = "Школы", en = " Schools " }\nowner = "Ministry"'
    labels = read(a_file(lines))[0].labels

    assert list(labels.title.items()) == [("en", "Schools"), ("ru", "Школы")]
    assert labels.owner == {"en": "Ministry"}


def test_texts_are_composed(first: First):
    assert first(a_file('note = "и\u0306"')).note == "й"


def test_a_unit_has_the_plural_forms_of_its_language(first: First):
    lines = 'unit.en = { other = "schools", one = "school" }\nunit.kk = "мектеп"'

    assert first(a_file(lines)).unit == {
        "en": {"one": "school", "other": "schools"},
        "kk": {"other": "мектеп"},
    }


def test_thresholds_hold_for_every_target(read: Read):
    labels = read("[rating]\non_track = 1\n" + a_file())[0].labels

    assert (labels.on_track, labels.at_risk) == (1, 0.8)


def test_a_child_belongs_to_the_target_its_key_names(read: Read):
    child = a_file().replace(".schools", '."schools/astana"')

    assert read(a_file() + child)[1].labels.parent == "schools"


def test_labels_say_who_answers_and_how_often(read: Read):
    lines = 'programme = "Roadmap"\nreport_every = "quarter"'
    labels = read(a_file(lines))[0].labels

    assert (labels.programme, labels.report_every) == (
        {"en": "Roadmap"},
        Period.QUARTER,
    )


DEFAULTS = """\
[defaults.source]
title = "Overview"
publisher = "primeminister.kz"
published = 2024-06-01
"""


def test_a_source_is_laid_over_the_default_one(first: First):
    lines = 'source = { section = "Key priority", url = "https://primeminister.kz" }'

    assert first(DEFAULTS + a_file(lines)).source == Source(
        title="Overview",
        publisher="primeminister.kz",
        published=day("2024-06-01"),
        section="Key priority",
        url="https://primeminister.kz",
    )


def test_a_target_is_stated_when_its_source_was_published(first: First):
    assert first(DEFAULTS + a_file(without="stated")).stated == day("2024-06-01")


def test_a_revision_inherits_all_but_checkpoints_note_and_source(read: Read):
    text = a_file(
        'checkpoints = [{ value = 98, by = 2024-09-01 }]\nnote = "old"\nplan = "step"',
        then="[[targets.schools.revisions]]\nstated = 2024-09-02",
    )
    (target,) = read(DEFAULTS + text)
    revision = target.statements[1]

    assert revision.goal == target.first.goal
    assert (revision.baseline, revision.shape) == (target.first.baseline, Shape.STEP)
    assert (revision.checkpoints, revision.note) == ((), None)
    assert revision.source == Source()


def test_a_revision_counts_on_from_the_baseline(read: Read):
    (target,) = read(
        revised("stated = 2024-09-02\ncheckpoints = [{ add = 90, by = 2024-12-31 }]")
    )

    assert target.statements[1].checkpoints == (
        Checkpoint(90, day("2024-12-31"), added=90),
    )


def test_a_revision_takes_the_goal_of_the_one_before(read: Read):
    (target,) = read(
        revised(
            'stated = 2024-09-02\ngoal = { value = 217 }\nreason = "restated"',
            'source = { published = 2025-03-18 }\nplan = "step"',
        )
    )

    assert [each.goal.value for each in target.statements] == [200, 217, 217]
    assert [each.reason for each in target.statements] == [None, "restated", None]
    assert target.statements[2].stated == day("2025-03-18")
    assert target.statements[2].shape is Shape.STEP
