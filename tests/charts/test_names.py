"""File names: safe on any system, and different wherever keys are."""

from __future__ import annotations

import re
import string
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.charts.names import safe_name

PLAIN = set(string.ascii_letters + string.digits + "-_")


@pytest.mark.parametrize(
    "key", ["comfortable-schools", "schools-2024", "a_b", "жайлы-мектептер", "con-air"]
)
def test_a_clean_key_is_its_own_name(key):
    assert safe_name(key) == key


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("a/b", "a-b-c14cddc0"),
        ("../../etc/passwd", "etc-passwd-3754d6cb"),
        ("overview", "overview-bd445c46"),
        ("by-area", "by-area-176c5bb5"),
    ],
)
def test_a_mark_is_the_beginning_of_the_sha_256_of_the_key(key, name):
    assert safe_name(key) == name


@pytest.mark.parametrize(
    ("key", "begins"),
    [
        ("a\\b", "a-b"),
        (".hidden", "hidden"),
        ("-rf", "rf"),
        ("", "target"),
        ("a\0b", "a-b"),
        ("Schools", "Schools"),
        ("con", "con"),
        ("LPT1", "LPT1"),
        ("k" * 400, "k" * 46),
        ("ж" * 400, "ж" * 46),
        ("学" * 400, "学" * 46),
    ],
)
def test_any_other_key_is_cleaned_and_marked(key, begins):
    made = safe_name(key)

    assert made[:-9] == begins
    assert re.fullmatch("-[0-9a-f]{8}", made[-9:])


def test_a_key_that_looks_like_a_marked_name_is_marked_itself():
    marked = safe_name("a/b")

    assert safe_name(marked) != marked


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("schools", "SCHOOLS"),
        ("\u0439", "\u0438\u0306"),  # one letter, composed and not
        ("strasse", "straße"),
        ("a/b", "a-b"),
        ("k" * 300, "k" * 301),
    ],
)
def test_names_differ_on_a_disk_that_ignores_case_and_composition(one, other):
    assert folded(safe_name(one)) != folded(safe_name(other))


@given(st.text())
def test_a_name_is_short_and_holds_only_letters_digits_and_dashes(key):
    name = safe_name(key)

    assert 0 < len(name) <= 56
    assert len(f"{name}.png".encode()) <= 200
    assert unicodedata.is_normalized("NFC", name)
    assert name[0] != "-"
    assert all(each.isalpha() or each.isdecimal() or each in PLAIN for each in name)


@given(st.text(), st.text())
def test_two_keys_never_share_a_name(one, other):
    assert (folded(safe_name(one)) == folded(safe_name(other))) == (one == other)


def folded(name):
    return unicodedata.normalize("NFC", name.casefold())
