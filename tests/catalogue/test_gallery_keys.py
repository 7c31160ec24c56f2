"""The error gallery of keys: what a target may be called, and what it is part of."""

from __future__ import annotations

import pytest

from tests.catalogue.conftest import Problems
from tests.catalogue.texts import SCHOOLS, a_file

SCHOOLS_AS = '[targets."{key}"]\n' + SCHOOLS.replace("{", "{{").replace("}", "}}")


KEYS = [
    ("Schools", "write it in lower case, schools"),
    (
        "сhools",
        "'с' in it (U+0441) is Cyrillic; write it in Latin letters a to z",
    ),
    ("a–b", "'–' in it (U+2013) is en dash; write it in Latin letters a to z"),
    (
        "schools_new",
        "write only a to z, 0 to 9 and hyphens between them, such as "
        "comfortable-schools",
    ),
    (
        "-rf",
        "write only a to z, 0 to 9 and hyphens between them, such as "
        "comfortable-schools",
    ),
    (
        "",
        "write only a to z, 0 to 9 and hyphens between them, such as "
        "comfortable-schools",
    ),
    ("a" * 61, "it is longer than 60 characters; shorten it"),
    ("a/b/c", "only one / may stand in it, between parent and child"),
]


@pytest.mark.parametrize(("key", "said"), KEYS)
def test_a_key_that_cannot_be_one_is_named(problems: Problems, key: str, said: str):
    (told,) = problems(SCHOOLS_AS.format(key=key))

    assert told.startswith("targets.toml:1: ")
    assert told.endswith(f": is not a good key: {said}")


def test_a_child_needs_its_parent_in_the_file(problems: Problems):
    assert problems(SCHOOLS_AS.format(key="schools/astana")) == [
        "targets.toml:1: schools/astana: `parent` is schools, which is no target of "
        "this file; add it or name another"
    ]


def test_a_key_and_its_parent_must_not_contradict_each_other(problems: Problems):
    child = SCHOOLS_AS.format(key="schools/astana") + 'parent = "camps"\n'
    camps = SCHOOLS_AS.format(key="camps")

    assert problems(a_file() + child + camps) == [
        "targets.toml:15: schools/astana: `parent` is camps, but the key names "
        "schools; remove `parent`"
    ]


def test_a_circle_of_parents_is_told_once(problems: Problems):
    parts = [
        SCHOOLS_AS.format(key=key) + f'parent = "{parent}"\n'
        for key, parent in [("a", "b"), ("b", "c"), ("c", "b"), ("d", "a")]
    ]

    assert problems("".join(parts)) == [
        "targets.toml:16: b: `parent` leads back to the target itself (b -> c -> b); "
        "remove one `parent` of these"
    ]


def test_a_near_miss_of_a_parent_is_suggested(problems: Problems):
    camps = SCHOOLS_AS.format(key="camps") + 'parent = "school"\n'

    assert problems(camps + a_file()) == [
        "targets.toml:8: camps: `parent` is school, which is no target of this file; "
        "did you mean schools?"
    ]
