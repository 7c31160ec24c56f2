"""Text in columns: how wide it is, cut or filled, and never able to steer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.reports.terminal import fitted, visible, width, wrapped

SEEN = st.text().map(visible)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("schools", 7),
        ("Жайлы мектеп", 12),
        pytest.param("e\u0301", 1, id="a combining accent"),
        pytest.param("学校", 4, id="wide letters"),
        pytest.param("ＡＢ", 4, id="full-width letters"),
    ],
)
def test_a_text_takes_so_many_columns(text, columns):
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "columns", "shown"),
    [
        ("schools", 9, "schools  "),
        ("schools", 7, "schools"),
        ("schools", 5, "scho…"),
        pytest.param("new schools", 5, "new…", id="no space before the ellipsis"),
        pytest.param("学校", 4, "学校", id="two wide letters in four"),
        pytest.param("学校", 3, "学…", id="cut after a wide letter"),
        pytest.param("学校学", 4, "学…", id="a wide letter does not fit in half"),
    ],
)
def test_a_text_is_cut_or_filled(text, columns, shown):
    assert fitted(text, columns).rstrip() == shown.rstrip()
    assert width(fitted(text, columns)) == columns


def test_a_figure_is_filled_from_the_left():
    assert fitted("105", 5, right=True) == "  105"


@given(SEEN, st.integers(1, 60), st.booleans())
def test_a_fitted_text_takes_exactly_its_columns(text, columns, right):
    assert width(fitted(text, columns, right=right)) == columns


@given(SEEN, st.integers(1, 60))
def test_a_text_that_fits_is_not_cut(text, columns):
    shown = fitted(text, columns)

    assert ("…" in shown and "…" not in text) == (width(text) > columns) or "…" in text


def test_a_long_line_goes_on_under_an_indent():
    lines = wrapped("of the 369 first promised: off track", 20, "  ")

    assert lines == ["  of the 369 first", "    promised: off", "    track"]


def test_columns_are_never_too_few_to_wrap():
    assert wrapped("one two", 1, "") == ["one two"]


@given(st.text(alphabet="абв где-, \u00a0"), st.integers(12, 80))
def test_wrapped_lines_are_never_wider_than_the_columns(text, columns):
    assert all(width(line) <= columns for line in wrapped(text, columns, "    "))


@pytest.mark.parametrize(
    ("letter", "shown"),
    [
        ("\x1b", "\\u001b"),
        ("\x07", "\\u0007"),
        ("\n", "\\u000a"),
        ("\x9b", "\\u009b"),
        ("\u202e", "\\u202e"),
        ("\u2066", "\\u2066"),
        ("\u200b", "\\u200b"),
        ("\u2028", "\\u2028"),
        ("\ue000", "\\ue000"),
        ("ә", "ә"),
        ("\u00a0", "\u00a0"),
    ],
)
def test_hidden_characters_are_shown_by_their_code(letter, shown):
    assert visible(f"a{letter}b") == f"a{shown}b"


@given(st.text())
def test_what_is_visible_stays_as_it_is_and_on_one_line(text):
    shown = visible(text)

    assert visible(shown) == shown
    assert len(shown.splitlines()) <= 1
