"""What the file says and the store does not, and in words what is different."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.builders import a_baseline, a_goal, a_statement, a_target, day
from tracker.catalogue.compare import Changes, compare, differences
from tracker.domain import (
    CarryOver,
    Checkpoint,
    Direction,
    Labels,
    Measure,
    Shape,
    Source,
    Statement,
)
from tracker.periods import Period

FIRST = a_statement()
REVISED = a_statement(stated="2024-09-02", goal=a_goal(217))
SCHOOLS = a_target(FIRST)
CAMPS = replace(SCHOOLS, key="camps")


def test_a_file_that_is_stored_changes_nothing():
    stored = a_target(replace(FIRST, digest="abc"))

    assert compare([SCHOOLS], [stored]) == Changes()
    assert compare([SCHOOLS], [stored]).is_empty


def test_a_target_that_is_not_stored_is_new():
    changes = compare([CAMPS, SCHOOLS], [SCHOOLS])

    assert changes == Changes(new=(CAMPS,))
    assert not changes.is_empty


def test_a_statement_that_is_not_stored_is_a_revision():
    changes = compare([a_target(FIRST, REVISED)], [SCHOOLS])

    assert changes == Changes(revisions=(("schools", REVISED),))


def test_something_else_for_the_same_day_is_a_conflict():
    other = a_statement(goal=a_goal(90))

    assert compare([a_target(other)], [SCHOOLS]) == Changes(
        conflicts=(("schools", FIRST, other),)
    )


def test_a_new_name_is_no_revision():
    renamed = replace(SCHOOLS, labels=Labels(title={"en": "New schools"}))

    assert compare([renamed], [SCHOOLS]) == Changes(
        relabelled=(("schools", SCHOOLS.labels, renamed.labels),)
    )


def test_what_the_file_no_longer_has_is_gone():
    changes = compare([SCHOOLS], [CAMPS, a_target(FIRST, REVISED)])

    assert changes == Changes(
        gone=(("camps", None), ("schools", date(2024, 9, 2))),
    )


BASE = a_statement(
    (98, "2024-09-01"),
    goal=a_goal(369, "2025-12-31"),
    source=Source(publisher="Kazinform"),
)
LATER = day("2024-12-31")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"stated": day("2024-01-02")}, "stated 2024-01-01 -> 2024-01-02"),
        ({"measure": Measure.LEVEL}, "measure cumulative -> level"),
        ({"direction": Direction.DECREASE}, "direction increase -> decrease"),
        ({"baseline": a_baseline(5)}, "baseline 0 on 2024-01-01 -> 5 on 2024-01-01"),
        ({"baseline": None}, "baseline 0 on 2024-01-01 dropped"),
        (
            {"goal": a_goal(217, "2025-12-31")},
            "goal 369 by 2025-12-31 -> 217 by 2025-12-31",
        ),
        (
            {"goal": a_goal(0.5, None)},
            "goal 369 by 2025-12-31 -> 0.5 without a day",
        ),
        ({"shape": Shape.STEP}, "plan linear -> step"),
        ({"period": Period.YEAR}, "period year added"),
        ({"carry_over": CarryOver.SURPLUS}, "carry_over none -> surplus"),
        ({"lower": 0.0}, "lower bound 0 added"),
        ({"upper": 1000.0}, "upper bound 1000 added"),
        ({"note": "read as"}, "note changed"),
        ({"reason": "restated"}, "reason changed"),
        (
            {"source": Source(publisher="Informburo")},
            "source publisher Kazinform -> Informburo",
        ),
        (
            {"source": Source(publisher="Kazinform", published=LATER)},
            "source published 2024-12-31 added",
        ),
    ],
)
def test_a_difference_is_told_in_words(fields: dict[str, Any], said: str):
    assert differences(BASE, replace(BASE, **fields)) == (said,)


@pytest.mark.parametrize(
    ("checkpoints", "said"),
    [
        ((), ("checkpoint 98 by 2024-09-01 dropped",)),
        (
            (Checkpoint(98, LATER),),
            (
                "checkpoint 98 by 2024-09-01 dropped",
                "checkpoint 98 by 2024-12-31 added",
            ),
        ),
        (
            (Checkpoint(90, day("2024-09-01")),),
            ("checkpoint 98 by 2024-09-01 -> 90 by 2024-09-01",),
        ),
        (
            (Checkpoint(98, day("2024-09-01"), added=98),),
            ("checkpoint 98 by 2024-09-01 stated as so many more: 98 added",),
        ),
    ],
)
def test_checkpoints_are_compared_day_by_day(
    checkpoints: tuple[Checkpoint, ...], said: tuple[str, ...]
):
    assert differences(BASE, replace(BASE, checkpoints=checkpoints)) == said


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ({"en": {"other": "places"}}, ("unit schools -> places",)),
        (
            {"en": {"one": "school", "other": "schools"}},
            ("unit plural forms changed",),
        ),
        (
            {"en": {"other": "schools"}, "kk": {"other": "мектеп"}},
            ("unit (kk) мектеп added",),
        ),
        ({}, ("unit schools dropped",)),
    ],
)
def test_units_are_compared_language_by_language(
    unit: dict[str, dict[str, str]], said: tuple[str, ...]
):
    assert differences(BASE, replace(BASE, unit=unit)) == said


def test_every_field_that_makes_two_statements_differ_is_told():
    told = {field for field in Statement.__dataclass_fields__ if field != "digest"}
    other = Statement(
        **{field: getattr(REVISED, field) for field in told}, digest="abc"
    )

    assert differences(REVISED, other) == ()


def test_several_differences_come_in_one_order():
    other = replace(BASE, goal=a_goal(217), note="n", direction=Direction.DECREASE)

    assert differences(BASE, other) == (
        "direction increase -> decrease",
        "goal 369 by 2025-12-31 -> 217 by 2024-12-31",
        "note changed",
    )
