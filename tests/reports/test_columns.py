"""A table in the columns of a terminal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tracker.reports.columns import in_columns
from tracker.reports.terminal import width

ROWS = [
    ["area", "targets", "days"],
    ["West Kazakhstan Region", "3", "−12"],
    ["Astana", "14", "+5"],
]


def test_columns_are_as_wide_as_their_cells():
    assert in_columns(ROWS, 60, right={1, 2}) == [
        "area                    targets  days",
        "West Kazakhstan Region        3   −12",
        "Astana                       14    +5",
    ]


def test_gaps_narrow_before_the_first_cell_does():
    assert in_columns(ROWS, 35, right={1})[1] == "West Kazakhstan Region       3 −12"


def test_a_first_cell_without_room_stands_above():
    assert in_columns(ROWS, 30)[2:4] == ["West Kazakhstan Region", " 3       −12"]


def test_a_long_first_cell_is_cut():
    found = in_columns([["area", "n"], ["West Kazakhstan Region of old", "3"]], 28)

    assert found[1] == "West Kazakhstan Region o…  3"


@given(st.lists(st.text(max_size=40), min_size=1), st.integers(30, 90))
def test_no_line_is_wider_than_the_terminal(names, columns):
    rows = [["name", "targets", "pace"], *([name, "120", "45 %"] for name in names)]

    assert max(map(width, in_columns(rows, columns))) <= columns
