"""The error gallery of parts: areas, weights, and the short form of several parts."""

from __future__ import annotations

import pytest

from tests.catalogue.conftest import Problems
from tests.catalogue.texts import LEVEL, MILESTONE, QUOTA, SCHOOLS, a_file, revised

HELD = LEVEL.replace(
    "baseline = { value = 80, on = 2024-01-01 }", 'direction = "increase"'
)

# One line of a target, and what is said about it.
LINES = [
    (
        'area = "KZ-72"',
        "`area` is KZ-72, which is no area of Kazakhstan; did you mean KZ-71, Astana "
        "(city)?",
    ),
    (
        'area = "kz-71"',
        "`area` is kz-71, which is no code of ISO 3166-2; did you mean KZ-71, Astana "
        "(city)?",
    ),
    (
        'area = "Туркестанская область"',
        "`area` is Туркестанская область, which is no code of ISO 3166-2; did you mean "
        "KZ-61, Turkistan Region?",
    ),
    (
        'area = "everywhere"',
        "`area` is everywhere, which is no code of ISO 3166-2; write one such as KZ-71",
    ),
    (
        "area = 71",
        "`area` needs a text, found the number 71; put it in double quotes",
    ),
    (
        "areas = {}",
        "`areas` is empty; write { KZ-71 = 24 }, or remove it",
    ),
    (
        'areas = ["KZ-71"]',
        "`areas` needs a table { ... }, found a list; write one",
    ),
    (
        "areas = { Astana = 24 }",
        "`areas.Astana` is no code of ISO 3166-2; did you mean KZ-71, Astana (city)?",
    ),
    (
        'areas = { KZ-71 = "24" }',
        '`areas.KZ-71` needs a number, found the text "24"; write it without quotes',
    ),
    (
        "areas = { KZ-71 = 0 }",
        "`areas.KZ-71` of 0 is met by the baseline of 0 already (direction increase); "
        "correct the goal, the baseline or `direction`",
    ),
    (
        "areas = { KZ-71 = 201 }",
        "`areas` 201 is beyond the goal of 200; correct one of them",
    ),
    (
        "areas = { KZ-71 = 124, KZ-61 = 77 }",
        "`areas` 124 + 77 = 201 is beyond the goal of 200; correct one of them",
    ),
    (
        "areas = { KZ-71 = 50, KZ-61 = 40, KZ-75 = 40, KZ-79 = 40, KZ-10 = 40 }",
        "`areas` 50 + 40 + ... + 40 = 210 is beyond the goal of 200; correct one of "
        "them",
    ),
    (
        "baseline = { value = 5, on = 2024-01-01 }\nareas = { KZ-71 = 24 }",
        "`areas` leaves open what each part has of the baseline of 5; write each part "
        'out as [targets."schools/..."]',
    ),
    (
        "weight = 2",
        "`weight` means nothing for a cumulative target; remove it",
    ),
]


def at_line(problems: Problems, text: str) -> tuple[str, ...]:
    """What is said of a text, without its lines."""
    return tuple(each.split(": ", 1)[1] for each in problems(text))


@pytest.mark.parametrize(("line", "said"), LINES, ids=[line for line, _ in LINES])
def test_a_wrong_line_is_named_with_its_remedy(
    problems: Problems, line: str, said: str
):
    assert at_line(problems, a_file(line)) == (f"schools: {said}",)


@pytest.mark.parametrize(
    ("usual", "line", "said"),
    [
        (
            MILESTONE,
            "areas = { KZ-71 = 24 }",
            "`areas` means nothing for a milestone target; remove it",
        ),
        (
            MILESTONE,
            "weight = 1",
            "`weight` means nothing for a milestone target; remove it",
        ),
        (
            QUOTA,
            "weight = 1",
            "`weight` means nothing for a periodic target; remove it",
        ),
        (
            QUOTA,
            "areas = { KZ-71 = 0 }",
            "`areas.KZ-71` of a quota must be more than 0; correct it",
        ),
        (
            QUOTA,
            "areas = { KZ-71 = 399, KZ-61 = 2 }",
            "`areas` 399 + 2 = 401 is beyond the goal of 400; correct one of them",
        ),
        (
            LEVEL,
            "areas = { KZ-71 = 90 }",
            "`areas` leaves open which reading each part "
            'starts from; write each part out as [targets."schools/..."]',
        ),
        (
            HELD,
            "areas = { KZ-71 = 101 }",
            "`areas.KZ-71` of 101 is above the upper "
            "bound of 100; correct it or `bounds`",
        ),
        (LEVEL, "weight = 1", "`weight` means nothing without a `parent`; name one"),
    ],
)
def test_each_measure_has_parts_of_its_own(
    problems: Problems, usual: str, line: str, said: str
):
    assert at_line(problems, a_file(line, usual)) == (f"schools: {said}",)


def test_a_weight_is_more_than_0(problems: Problems):
    part = a_file("weight = 0", LEVEL).replace(".schools", '."schools/astana"')

    assert problems(a_file(usual=LEVEL) + part) == [
        "targets.toml:9: schools/astana: `weight` is 0, not more than 0; correct it"
    ]


@pytest.mark.parametrize(
    ("key", "line"),
    [
        pytest.param("schools/kz-71", 'title = "Astana"', id="by its key"),
        pytest.param("schools/astana", 'area = "KZ-71"', id="by its area"),
    ],
)
def test_a_part_is_written_out_or_in_areas(problems: Problems, key: str, line: str):
    part = a_file(line, SCHOOLS).replace("targets.schools", f'targets."{key}"')

    assert problems(a_file("areas = { KZ-71 = 24 }") + part) == [
        f"targets.toml:2: schools: `areas.KZ-71` is written out as {key} too; keep one "
        "of them"
    ]


def test_a_part_by_its_key_has_no_areas(problems: Problems):
    part = a_file("areas = { KZ-71 = 2 }").replace(".schools", '."schools/new"')

    assert problems(a_file() + part) == [
        "targets.toml:9: schools/new: `areas` has no place in a target that is a part "
        "by its own key; give it a key without / and name its `parent`"
    ]


def test_areas_of_a_revision_count_with_those_before_it(problems: Problems):
    first = a_file("areas = { KZ-71 = 100, KZ-61 = 100 }", then="")
    revision = "stated = 2024-09-02\nareas = { KZ-71 = 120 }"

    assert problems(f"{first}[[targets.schools.revisions]]\n{revision}") == [
        "targets.toml:11: schools, revision 1: `areas` 120 + 100 = 220 is beyond the "
        "goal of 200; correct one of them"
    ]


def test_areas_are_read_where_the_rest_cannot_be(problems: Problems):
    text = revised("stated = 2024-09-02\nareas = { KZ-7 = 1 }").replace("200", '"200"')

    assert [each.split("; ")[0] for each in problems(text)] == [
        'targets.toml:6: schools: `goal.value` needs a number, found the text "200"',
        "targets.toml:10: schools, revision 1: `areas.KZ-7` is no area of Kazakhstan",
    ]
