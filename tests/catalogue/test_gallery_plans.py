"""The error gallery of plans, measures and revisions, with the sum where one is due."""

from __future__ import annotations

import pytest

from tests.catalogue.conftest import Problems
from tests.catalogue.texts import LEVEL, MILESTONE, QUOTA, a_file, revised

CHECKPOINTS = [
    (
        "5",
        "schools, checkpoint 1: needs a table { ... }, found the number 5; write one",
    ),
    (
        "{ value = 98 }",
        "schools, checkpoint 1: `by` is missing; give the day on which it is due",
    ),
    (
        "{ by = 2024-09-01 }",
        "schools, checkpoint 1: `value` is missing; give `value` for so many in "
        "all or `add` for so many more",
    ),
    (
        "{ value = 98, add = 98, by = 2024-09-01 }",
        "schools, checkpoint 1: `add` stands beside `value`; keep one of them",
    ),
    (
        "{ value = 98, by = 2024-09-01 }, { add = 110, by = 2024-12-31 }",
        "schools, checkpoint 2: 98 + 110 = 208 is beyond the goal of 200; correct the "
        "checkpoint or the goal",
    ),
    (
        "{ value = 201, by = 2024-09-01 }",
        "schools, checkpoint 1: 201 is beyond the goal of 200; correct the checkpoint "
        "or the goal",
    ),
    (
        "{ value = 98, by = 2024-09-01 }, { value = 90, by = 2024-12-31 }",
        "schools, checkpoint 2: 90 falls back behind 98; correct it, or write so many "
        "more as `add`",
    ),
    (
        "{ value = 98, by = 2024-09-01 }, { add = -8, by = 2024-12-31 }",
        "schools, checkpoint 2: 98 - 8 = 90 falls back behind 98; correct it, or write "
        "so many more as `add`",
    ),
    (
        "{ value = 98, by = 2024-09-01 }, { add = 1, by = 2024-09-01 }",
        "schools, checkpoint 2: `by` is 2024-09-01, not after the checkpoint of "
        "2024-09-01; put them in the order of their days, one for each day",
    ),
    (
        "{ value = 98, by = 2024-01-01 }",
        "schools, checkpoint 1: `by` is 2024-01-01, not after the baseline day "
        "2024-01-01; correct one of the days",
    ),
    (
        "{ value = 98, by = 2025-12-31 }",
        "schools, checkpoint 1: `by` is 2025-12-31, not before the goal day "
        "2025-12-31; correct one of the days",
    ),
    (
        "{ value = 0.000000001, by = 2024-09-01 }, { add = 1234567, by = 2024-10-01 }",
        "schools, checkpoint 2: `add` makes a sum that is 1234567.000000001, but only "
        "15 digits count; round it",
    ),
]


QUOTAS = [
    ("plan", 'plan = "step"', "`plan` means nothing for a periodic target; remove it"),
    (
        "checkpoints",
        "checkpoints = []",
        "`checkpoints` means nothing for a periodic target; remove it",
    ),
    (
        "direction",
        'direction = "decrease"',
        "`direction` of a periodic target is always increase; remove it",
    ),
    (
        "goal",
        "goal = { value = 0 }",
        "`goal.value` of a quota must be more than 0; correct it",
    ),
    (
        "baseline",
        "baseline = { value = 5, on = 2024-01-01 }",
        "`baseline.value` of a quota is always 0; remove it and keep the day",
    ),
    (
        "by",
        "goal = { value = 1, by = 2023-01-01 }\nbaseline = { on = 2023-01-01 }",
        "`goal.by` is 2023-01-01, not after the baseline day 2023-01-01; correct one "
        "of the days",
    ),
]

LEVELS = [
    (
        "bounds of a share",
        "goal = { value = 101 }",
        "`goal` of 101 is above the upper bound of 100; correct it or `bounds`",
    ),
    (
        "held with checkpoints",
        'checkpoints = [{ value = 85, by = 2024-09-01 }]\ndirection = "decrease"',
        "`checkpoints` have no place in a level to be held; remove them, or give a "
        "`baseline` that does not meet the goal yet",
    ),
]

MILESTONES = [
    *(
        (
            key,
            f"{key} = {value}",
            f"`{key}` means nothing for a milestone target; remove it",
        )
        for key, value in [
            ("unit", '"schools"'),
            ("baseline", "{ value = 0, on = 2024-01-01 }"),
            ("checkpoints", "[]"),
            ("bounds", "{ lower = 0 }"),
            ("period", '"year"'),
            ("carry_over", '"none"'),
        ]
    ),
    ("plan", 'plan = "linear"', "`plan` of a milestone is always step; remove it"),
    (
        "goal",
        "goal = { value = 2 }",
        "`goal.value` of a milestone is always 1, done; remove it",
    ),
    (
        "direction",
        'direction = "decrease"',
        "`direction` of a milestone target is always increase; remove it",
    ),
]


REVISIONS = [
    (
        "goal = { value = 217 }",
        "8: schools, revision 1: `stated` is missing; give the day on which this was "
        "stated, or the day on which its source was `published`",
    ),
    (
        "stated = 2024-09-02\nunit = 'places'",
        "10: schools, revision 1: `unit` is not a known key; remove it (known here: "
        "stated, goal, checkpoints, plan, areas, reason, source, note)",
    ),
    (
        "stated = 2024-01-01",
        "9: schools, revision 1: `stated` is 2024-01-01, the day of the statement "
        "before it; one day has one statement, so merge them or correct the day",
    ),
    (
        "stated = 2023-09-02",
        "9: schools, revision 1: `stated` is 2023-09-02, before 2024-01-01, when the "
        "statement above it was made; put revisions in the order of their days",
    ),
    (
        "stated = 2024-09-02\ngoal = { value = 217, by = 2023-12-31 }",
        "10: schools, revision 1: `goal.by` is 2023-12-31, not after the baseline day "
        "2024-01-01; correct one of the days",
    ),
    (
        "stated = 2024-09-02\ngoal = { value = 0 }",
        "10: schools, revision 1: `goal` of 0 is met by the baseline of 0 already "
        "(direction increase); correct the goal, the baseline or `direction`",
    ),
    (
        "stated = 2024-09-02\ngoal = { by = 2025-12-31 }",
        "10: schools, revision 1: `goal.value` is missing; give the figure that is to "
        "be reached",
    ),
    (
        "stated = 2024-09-02\ncheckpoints = [{ add = 201, by = 2024-12-31 }]",
        "10: schools, revision 1, checkpoint 1: 0 + 201 = 201 is beyond the goal of "
        "200; correct the checkpoint or the goal",
    ),
]


@pytest.mark.parametrize(("items", "said"), CHECKPOINTS)
def test_a_plan_that_contradicts_itself_is_refused_with_the_sum(
    problems: Problems, items: str, said: str
):
    goal = "goal = { value = 200, by = 2025-12-31 }"

    assert problems(a_file(f"checkpoints = [{items}]\n{goal}")) == [
        f"targets.toml:2: {said}"
    ]


def _under(usual: str, cases: list[tuple[str, str, str]]) -> list[object]:
    return [
        pytest.param(usual, lines, said, id=f"{name}-{lines}")
        for name, lines, said in cases
    ]


@pytest.mark.parametrize(
    ("usual", "lines", "said"),
    [*_under(QUOTA, QUOTAS), *_under(LEVEL, LEVELS), *_under(MILESTONE, MILESTONES)],
)
def test_each_measure_has_rules_of_its_own(
    problems: Problems, usual: str, lines: str, said: str
):
    assert problems(a_file(lines, usual)) == [f"targets.toml:2: schools: {said}"]


def test_a_quota_needs_its_period(problems: Problems):
    assert problems(a_file(usual=QUOTA, without="period")) == [
        "targets.toml:1: schools: `period` is missing; write month, quarter or year"
    ]


@pytest.mark.parametrize(
    "text",
    [
        a_file(usual=LEVEL, without="baseline"),
        a_file("baseline = { value = 90, on = 2024-01-01 }", LEVEL),
    ],
    ids=["without baseline", "baseline equals goal"],
)
def test_a_level_to_be_held_needs_its_direction(problems: Problems, text: str):
    assert problems(text) == [
        "targets.toml:1: schools: `direction` is missing; a level to be held needs "
        "increase to stay at or above the goal, decrease at or below it"
    ]


@pytest.mark.parametrize(("lines", "said"), REVISIONS)
def test_a_revision_is_checked_like_a_first_statement(
    problems: Problems, lines: str, said: str
):
    assert problems(revised(lines)) == [f"targets.toml:{said}"]


def test_a_revision_keeps_to_the_measure(problems: Problems):
    assert problems(revised("stated = 2024-09-02\ncheckpoints = []", usual=QUOTA)) == [
        "targets.toml:10: schools, revision 1: `checkpoints` means nothing for a "
        "periodic target; remove it"
    ]


def test_the_source_of_a_revision_is_not_that_of_the_target(problems: Problems):
    source = "[defaults.source]\npublished = 2024-06-01\n"

    assert problems(source + revised("goal = { value = 217 }")) == [
        "targets.toml:10: schools, revision 1: `stated` is missing; give the day on "
        "which this was stated, or the day on which its source was `published`"
    ]


def test_a_fault_that_a_revision_inherits_is_told_once(problems: Problems):
    text = a_file(
        "goal = { value = 200, by = 2023-12-31 }",
        then="[[targets.schools.revisions]]\nstated = 2024-09-02",
    )

    assert problems(text) == [
        "targets.toml:2: schools: `goal.by` is 2023-12-31, not after the baseline day "
        "2024-01-01; correct one of the days"
    ]


def test_faults_of_a_revision_are_told_beside_those_of_the_first(problems: Problems):
    revision = 'stated = 2024-09-02\ngoal = { value = "217" }'
    text = a_file('measure = "sum"', then=f"[[targets.schools.revisions]]\n{revision}")

    assert problems(text) == [
        "targets.toml:2: schools: `measure` needs cumulative, periodic, level or "
        'milestone, found the text "sum"; write one of them',
        "targets.toml:10: schools, revision 1: `goal.value` needs a number, found the "
        'text "217"; write it without quotes',
    ]
