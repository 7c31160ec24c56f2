"""The line of each key: what tomllib does not keep."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.catalogue.writer import Writer
from tracker.catalogue.locate import DEEPEST, Place, locate

ALL_FORMS = '''\
# a comment = 1
title = "x"  # [not.a.table]
[targets.schools]
unit.en = { one = "school", other = "schools" }
checkpoints = [  # a comment with ]
    { value = 98, by = 2024-09-01 },

    { add = 110, by = 2024-12-31 12:00:00 },
]
note = """
goal = "no key" \\"""
quotes: """""
text = \'\'\'
goal = 1\'\'\'
"quoted \\u006bey" = 1
'literal' . last = 2
[[targets.schools.revisions]]
stated = 2024-09-02
[targets.schools.revisions.source]
title = ''
[[targets.schools.revisions]]
goal = {}
[targets]
after = [[], [1,
2]]
'''


def test_every_form_of_key_is_found_on_its_line():
    schools = ("targets", "schools")

    assert locate(ALL_FORMS) == {
        ("title",): 2,
        ("targets",): 3,
        schools: 3,
        (*schools, "unit"): 4,
        (*schools, "unit", "en"): 4,
        (*schools, "unit", "en", "one"): 4,
        (*schools, "unit", "en", "other"): 4,
        (*schools, "checkpoints"): 5,
        (*schools, "checkpoints", 0): 6,
        (*schools, "checkpoints", 0, "value"): 6,
        (*schools, "checkpoints", 0, "by"): 6,
        (*schools, "checkpoints", 1): 8,
        (*schools, "checkpoints", 1, "add"): 8,
        (*schools, "checkpoints", 1, "by"): 8,
        (*schools, "note"): 10,
        (*schools, "text"): 13,
        (*schools, "quoted key"): 15,
        (*schools, "literal"): 16,
        (*schools, "literal", "last"): 16,
        (*schools, "revisions"): 17,
        (*schools, "revisions", 0): 17,
        (*schools, "revisions", 0, "stated"): 18,
        (*schools, "revisions", 0, "source"): 19,
        (*schools, "revisions", 0, "source", "title"): 20,
        (*schools, "revisions", 1): 21,
        (*schools, "revisions", 1, "goal"): 22,
        ("targets", "after"): 24,
        ("targets", "after", 0): 24,
        ("targets", "after", 1): 24,
        ("targets", "after", 1, 0): 24,
        ("targets", "after", 1, 1): 25,
    }


def test_an_empty_text_has_no_places():
    assert locate("") == {}


def test_what_lies_too_deep_is_left_out():
    deep = ".".join("abcdefghijkl")

    assert max(map(len, locate(f"{deep} = [1]"))) == DEEPEST


KEYS = st.sampled_from(["a", "b-1", "long key", "ключ", 'q"uote', "dot.ted", "", "#"])
LEAVES = st.sampled_from(["plain", "two\nlines", '"quotes"', "]},#="])
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3)
    ),
    max_leaves=8,
)
BREAKS = st.lists(st.sampled_from(["", "\n", "  # note = [\n\n"]), min_size=1)


@settings(deadline=None)
@given(st.dictionaries(KEYS, VALUES, max_size=4), BREAKS, st.data())
def test_every_value_is_found_on_the_line_where_it_begins(
    values: dict[str, Any], breaks: list[str], data: st.DataObject
):
    writer = Writer(breaks, data.draw)
    text = writer.document(values)

    places = dict(leaves(tomllib.loads(text)))
    found, lines = locate(text), text.split("\n")
    assert len(places) == writer.leaves
    for place, leaf in places.items():
        if len(place) <= DEEPEST:
            assert leaf.split(":")[0] in lines[found[place] - 1]


@settings(deadline=None)
@given(st.dictionaries(KEYS, VALUES, max_size=4), BREAKS, st.data())
def test_only_what_the_file_holds_is_found(
    values: dict[str, Any], breaks: list[str], data: st.DataObject
):
    text = Writer(breaks, data.draw).document(values)

    assert set(locate(text)) == {
        place for place in everything(tomllib.loads(text)) if len(place) <= DEEPEST
    }


def everything(value: Any, place: Place = ()) -> Iterator[Place]:
    if place:
        yield place
    if isinstance(value, dict | list):
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for key, each in pairs:
            yield from everything(each, (*place, key))


def leaves(values: Any) -> Iterator[tuple[Place, str]]:
    for place in everything(values):
        value = values
        for step in place:
            value = value[step]
        if isinstance(value, str):
            yield place, value
