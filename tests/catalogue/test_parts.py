"""What `area`, `weight` and `areas` say: each part a target of its own."""

from __future__ import annotations

import pytest

from tests.builders import day
from tests.catalogue.conftest import Read
from tests.catalogue.texts import LEVEL, QUOTA, a_file
from tracker.domain import Baseline, Goal, Labels, Target
from tracker.periods import Period

PARENT = """\
title = { en = "Schools opened", ru = "Открытые школы" }
owner = "Ministry"
report_every = "quarter"
checkpoints = [{ value = 90, by = 2024-12-31 }]
plan = "step"
note = "Of the whole country."
source = { publisher = "Kazinform" }
areas = { KZ-71 = 24, KZ-61 = 29.5 }
"""


def by_key(read: Read, text: str) -> dict[str, Target]:
    return {each.key: each for each in read(text)}


def test_areas_are_parts_that_come_after_their_whole(read: Read):
    camps = a_file().replace(".schools", ".camps")

    assert list(by_key(read, a_file(PARENT) + camps)) == [
        "schools",
        "schools/kz-71",
        "schools/kz-61",
        "camps",
    ]


def test_a_part_by_area_is_the_whole_with_a_goal_and_name_of_its_own(read: Read):
    found = by_key(read, a_file(PARENT))
    whole, part = found["schools"], found["schools/kz-61"]

    assert part.labels == Labels(
        title={
            "en": "Schools opened, Turkistan Region",
            "ru": "Открытые школы, Туркестанская область",
        },
        owner={"en": "Ministry"},
        parent="schools",
        area="KZ-61",
        report_every=Period.QUARTER,
    )
    assert part.first.goal == Goal(29.5, day("2025-12-31"))
    assert part.first.baseline == Baseline(0, day("2024-01-01"))
    same = ("stated", "measure", "direction", "unit", "shape", "source")
    for name in same:
        assert getattr(part.first, name) == getattr(whole.first, name)


def test_a_part_by_area_has_neither_checkpoints_nor_the_note_of_its_whole(read: Read):
    part = by_key(read, a_file(PARENT))["schools/kz-71"]

    assert (part.first.checkpoints, part.first.note) == ((), None)


def test_parts_may_leave_a_rest_or_none(read: Read):
    rest = by_key(read, a_file("areas = { KZ-71 = 24 }"))
    none = by_key(read, a_file("areas = { KZ-71 = 120.1, KZ-61 = 79.9 }"))

    assert rest["schools/kz-71"].first.goal.value == 24
    assert none["schools/kz-61"].first.goal.value == 79.9


def test_areas_of_other_countries_go_by_their_codes(read: Read):
    part = by_key(read, a_file("areas = { UZ-TK = 24 }"))["schools/uz-tk"]

    assert part.labels.title == {"en": "Schools opened, UZ-TK"}
    assert part.labels.area == "UZ-TK"


def test_a_revision_may_restate_areas_and_name_new_ones(read: Read):
    revisions = """\
[[targets.schools.revisions]]
stated = 2024-09-02
goal = { value = 150, by = 2026-12-31 }
areas = { KZ-71 = 20, KZ-79 = 5 }
reason = "restated"
[[targets.schools.revisions]]
stated = 2024-10-02
"""
    found = by_key(read, a_file("areas = { KZ-71 = 24, KZ-61 = 29 }", then=revisions))

    stated = {
        key: [(str(each.stated), each.goal.value, each.reason) for each in t.statements]
        for key, t in found.items()
        if key != "schools"
    }
    assert stated == {
        "schools/kz-71": [("2024-01-01", 24, None), ("2024-09-02", 20, "restated")],
        "schools/kz-61": [("2024-01-01", 29, None)],
        "schools/kz-79": [("2024-09-02", 5, "restated")],
    }
    assert found["schools/kz-71"].statements[1].goal.by == day("2026-12-31")


def test_a_quota_by_area_has_the_rhythm_of_its_whole(read: Read):
    part = by_key(read, a_file("areas = { KZ-71 = 40 }", QUOTA))["schools/kz-71"]

    assert part.first.period is Period.YEAR
    assert (part.first.goal, part.first.baseline) == (Goal(40, None), None)


def test_a_level_to_be_held_is_held_in_each_area(read: Read):
    lines = 'direction = "increase"\nareas = { KZ-71 = 95, KZ-61 = 85 }'
    text = a_file(lines, LEVEL, without="baseline")

    found = by_key(read, text)

    assert found["schools/kz-61"].first.held
    assert (found["schools/kz-61"].first.upper, found["schools"].first.upper) == (
        100,
        100,
    )


def test_a_part_written_out_has_its_area_and_weight(read: Read):
    part = a_file('area = "KZ-75"\nweight = 2.5', LEVEL).replace(
        "targets.schools", 'targets."schools/almaty"'
    )

    labels = by_key(read, a_file(usual=LEVEL) + part)["schools/almaty"].labels

    assert (labels.parent, labels.area, labels.weight) == ("schools", "KZ-75", 2.5)


@pytest.mark.parametrize("line", ["", 'area = "KZ-71"'])
def test_two_parts_written_out_may_be_about_one_area(read: Read, line: str):
    parts = [
        a_file(line).replace("targets.schools", f'targets."schools/{name}"')
        for name in ("town", "country")
    ]

    assert len(read(a_file() + "".join(parts))) == 3
