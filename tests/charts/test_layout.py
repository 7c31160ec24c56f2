"""Placing labels, wrapping texts, round ticks: the small rules of a layout."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import day
from tests.charts.cases import a_sheet
from tracker.charts.geometry import Box, Panel, Place, along, steps
from tracker.charts.labels import GAP, Label, Placer
from tracker.charts.setting import ELLIPSIS, fitted, wrapped
from tracker.charts.sheet import clean, scale_for, text_width
from tracker.charts.ticks import day_ticks, value_ticks

AREA = Box(0, 0, 400, 200)
TEXT = Box(0, 0, 60, 12)


def a_label(x=200, y=100, *texts, **fields):
    return Label(texts or ("98",), x, y, 12, "#000", **fields)


def test_a_label_stands_where_it_likes_best():
    right = Placer(AREA).place(a_label(likes=("right",)), [TEXT])
    left = Placer(AREA).place(a_label(likes=("left",)), [TEXT])

    assert right.box.x0 > 200 > left.box.x1


def test_a_label_at_the_edge_turns_inwards():
    placed = Placer(AREA).place(a_label(399, 199, likes=("up-right",)), [TEXT])

    assert placed.box.x1 <= 400
    assert placed.box.y1 <= 200


def test_a_label_avoids_a_line_when_another_side_is_free():
    placer = Placer(AREA)
    placer.keep_off((x, 100.0) for x in range(200, 400, 5))

    placed = placer.place(a_label(likes=("right", "left")), [TEXT])

    assert not placed.covers


def test_a_label_is_shortened_before_it_is_left_out():
    placer = Placer(Box(0, 0, 80, 20))
    long, short = Box(0, 0, 300, 12), Box(0, 0, 40, 12)

    placed = placer.place(a_label(20, 10, "98, 1 Sep 2024", "98"), [long, short])

    assert placed.text == "98"


def test_without_any_place_there_is_none():
    assert Placer(Box(0, 0, 10, 10)).place(a_label(5, 5), [TEXT]) is None


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 200)), max_size=30))
def test_placed_labels_never_meet_and_stay_inside(anchors):
    placer = Placer(AREA)

    found = [placer.place(a_label(x, y), [TEXT]) for x, y in anchors]

    boxes = [each.box for each in found if each]
    for number, box in enumerate(boxes):
        assert not [each for each in boxes[:number] if box.meets(each, GAP / 2 - 0.01)]
        assert AREA.x0 <= box.x0 <= box.x1 <= AREA.x1
        assert AREA.y0 <= box.y0 <= box.y1 <= AREA.y1


def test_wrapping_keeps_every_word():
    text = "Мектепке дейінгі біліммен қамтылған балалар үлесі"

    lines = wrapped(a_sheet(), text, 12, 120)

    assert " ".join(lines) == text
    assert max(text_width(each) * 12 for each in lines) <= 120


def test_a_word_wider_than_a_line_is_broken_and_kept():
    lines = wrapped(a_sheet(), "x" * 100, 12, 120)

    assert "".join(lines) == "x" * 100
    assert len(lines) > 1


def test_a_title_shrinks_before_it_is_shortened():
    sheet, words = a_sheet(), "comfortable schools opened in every region "

    assert fitted(sheet, words, (20, 10), 300, most=1) == ([words.strip()], 10)
    lines, size = fitted(sheet, words * 20, (20, 10), 300)
    assert (size, len(lines)) == (10, 2)
    assert lines[-1].endswith(ELLIPSIS)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ӘҒҚҢӨҰҮҺІ әғқңөұүһі", "ӘҒҚҢӨҰҮҺІ әғқңөұүһі"),
        ("✔●▲▼✖○∞?… → ←", "✔●▲▼✖○∞?… → ←"),
        ("two\nlines\tand\x1b", "two lines and "),
        ("学校 \ud800", "\ufffd\ufffd \ufffd"),
        ("abc\u202etxt", "abc\ufffdtxt"),
    ],
)
def test_what_the_font_cannot_draw_is_shown_as_such(text, shown):
    assert clean(text) == shown


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0, 369, [0, 100, 200, 300]),
        (0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        (96.2, 98.6, [96.5, 97, 97.5, 98, 98.5]),
        (-50, 50, [-40, -20, 0, 20, 40]),
    ],
)
def test_values_are_marked_at_round_figures(low, high, ticks):
    assert value_ticks(low, high, 5) == ticks


@pytest.mark.parametrize(
    ("first", "last", "ticks"),
    [
        ("2024-06-01", "2024-06-14", ["2024-06-01", "2024-06-06", "2024-06-11"]),
        ("2024-02-01", "2024-12-31", ["2024-04-01", "2024-07-01", "2024-10-01"]),
        ("2023-05-01", "2026-12-31", ["2024-01-01", "2025-01-01", "2026-01-01"]),
    ],
)
def test_days_are_marked_where_months_and_years_begin(first, last, ticks):
    found = [str(each) for each in day_ticks(day(first), day(last), 4)]

    assert found == ticks


def test_when_even_centuries_are_too_many_one_day_is_marked():
    assert day_ticks(date(1, 1, 1), date(9999, 12, 31), 2) == [date(1, 1, 1)]


@given(st.dates(), st.integers(10, 40_000), st.integers(1, 12))
def test_days_marked_are_few_and_within(first, length, most):
    last = date.fromordinal(min(first.toordinal() + length, date.max.toordinal()))

    found = day_ticks(first, last, most)

    assert all(first <= each <= last for each in found)
    assert len(found) <= max(most, 4) + 1


def test_a_panel_puts_days_and_values_on_the_sheet():
    panel = Panel(Box(10, 20, 110, 220), day("2024-01-01"), day("2024-04-10"), 0, 400)

    assert (panel.x(day("2024-01-01")), panel.x(day("2024-02-20"))) == (10, 60)
    assert (panel.y(0), panel.y(200)) == (20, 120)


def test_a_line_is_sampled_from_end_to_end():
    panel = Panel(Box(0, 0, 100, 100), day("2024-01-01"), day("2024-04-10"), 0, 100)
    line = [Place(day("2024-01-01"), 0), Place(day("2024-04-10"), 100)]

    points = list(along(panel, line))

    assert points[0] == (0, 0)
    assert points[-1] == pytest.approx((100, 100))
    assert len(points) > 10


def test_a_step_keeps_its_value_until_the_next_day():
    line = [Place(day("2024-01-01"), 0), Place(day("2024-02-01"), 5)]

    assert steps(line) == [line[0], Place(day("2024-02-01"), 0), line[1]]


@pytest.mark.parametrize(
    ("width", "height", "scale"),
    [(1000, 600, 1), (2000, 1200, 2), (2000, 600, 1), (640, 400, 0.84)],
)
def test_letters_grow_with_the_picture_and_never_shrink_far(width, height, scale):
    assert scale_for(width, height) == scale
