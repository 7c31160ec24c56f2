"""A column of words ends where its box ends, and says what it left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.charts.column import Column, Entry
from tracker.charts.geometry import Box
from tracker.charts.leaf import Leaf
from tracker.charts.strokes import Words
from tracker.progress.rating import Rating

BOX = Box(20, 20, 220, 120)


def more(count):
    return f"and {count} more"


def texts(leaf):
    return [each.text for each in leaf.strokes() if isinstance(each, Words)]


def a_column(box=BOX):
    return Column(Leaf(300, 200), box)


def test_what_has_no_room_is_counted():
    column = a_column()
    column.entries([Entry(f"line {n}") for n in range(20)], more)

    shown = texts(column.leaf)
    assert shown == ["line 0", "line 1", "line 2", "line 3", "line 4", "and 15 more"]


def test_what_fits_to_the_last_line_is_shown_whole():
    entries = [Entry(f"line {n}", below="said") for n in range(3)]
    room = a_column().needs(entries)
    column = a_column(BOX._replace(y0=BOX.y1 - room))
    column.head("Head")
    column.entries(entries, more)

    assert "line 2" in texts(column.leaf)
    assert not any("more" in each for each in texts(column.leaf))


def test_a_long_text_ends_with_an_ellipsis():
    column = a_column()
    column.entries([Entry("word " * 100, most=3)], more)

    lines = texts(column.leaf)
    assert [each.endswith("…") for each in lines] == [False, False, True]


def test_a_table_that_is_too_long_says_so():
    column = a_column()
    column.table([["", "now"], *([f"group {n}", str(n)] for n in range(30))], more)

    assert texts(column.leaf)[-1] == "and 25 more"


@pytest.mark.parametrize("height", [0, 5, 15, 25])
def test_a_heading_never_stands_alone_at_the_foot(height):
    column = a_column(BOX._replace(y0=BOX.y1 - height))

    assert not column.head("Head")
    assert not texts(column.leaf)


words = st.text(st.sampled_from("ab Жқ\u00a0漢W."), max_size=300)
entries = st.builds(
    Entry,
    text=words,
    label=words,
    below=words,
    aside=st.sampled_from(["", "p. 12"]),
    rating=st.sampled_from([None, Rating.MISSED]),
    most=st.integers(1, 4),
)


@given(st.lists(entries, max_size=8), st.sampled_from([0.0, 60.0]))
def test_no_word_leaves_its_box(found, label):
    column = a_column()
    column.entries(found, more, label)

    for each in column.leaf.strokes():
        if isinstance(each, Words):
            x, y = each.at
            wide = column.leaf.size(each.text, each.size, bold=each.bold).width
            assert BOX.x0 <= x
            assert x + wide <= BOX.x1 + 0.01
            assert BOX.y0 <= y < BOX.y1
