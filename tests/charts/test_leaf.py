"""A leaf keeps what a burn-up draws, and puts it where it is told."""

from __future__ import annotations

from datetime import date

from tracker.charts.geometry import Box, Panel
from tracker.charts.leaf import Leaf
from tracker.charts.sheet import Pen
from tracker.charts.strokes import Disc, Ink, Shape, Words
from tracker.charts.style import Mark

PANEL = Panel(Box(10, 10, 110, 60), date(2024, 1, 1), date(2024, 1, 11), 0, 100)
DAYS = [date(2024, 1, 1).toordinal(), date(2024, 1, 11).toordinal()]


def test_days_and_values_lie_in_their_panel():
    leaf = Leaf(200, 100)
    leaf.line("actual", (DAYS, [0, 50]), Pen("#000000", 2.0, (3, 1)), PANEL, cut=True)

    (line,) = leaf.strokes()
    assert line == Shape(
        ((10, 10), (110, 35)),
        Ink(None, "#000000", 2.0, (6, 2)),
        closed=False,
        clip=PANEL.box,
    )


def test_a_step_line_keeps_each_value_until_the_next_day():
    leaf = Leaf(200, 100)
    leaf.line("actual", (DAYS, [0, 50]), Pen(stepped=True), PANEL)

    (line,) = leaf.strokes()
    assert line.corners == ((10, 10), (110, 10), (110, 35))


def test_a_mark_filled_on_the_left_has_its_outline_last():
    leaf = Leaf(200, 100)
    pen = Pen("#111111", 1.0, fill="#222222")
    leaf.marks("actuals-documented", ((50,), (50,)), Mark("s", "left", 8), pen)

    paper, half, outline = leaf.strokes()
    assert paper.ink == Ink("#FFFFFF")
    assert half.corners == ((46, 46), (50, 46), (50, 54), (46, 54))
    assert outline.ink == Ink(None, "#111111", 1.0)


def test_what_lies_higher_is_drawn_later():
    leaf = Leaf(200, 100)
    leaf.text(0, 0, "schools", 10, "#000000")
    leaf.rectangle(Box(0, 0, 5, 5), "#ffffff", over=8)
    leaf.line("", ((0, 1), (0, 1)), Pen(over=3))

    assert [type(each) for each in leaf.strokes()] == [Shape, Shape, Words]
    assert leaf.strokes()[0].ink.fill is None


def test_a_leaf_on_another_is_shrunk_and_moved_with_all_that_is_on_it():
    small, page = Leaf(200, 100), Leaf(400, 300)
    small.text(10, 20, "schools", 12, "#000000", bold=True)
    small.marks("", ((100,), (50,)), Mark("o", "full", 8), Pen(width=2.0))
    small.area("fan", (DAYS, [0, 50]), "#cccccc", PANEL, 0)
    small.link(Box(0, 0, 100, 50), 3)
    page.place(small, 50, 40, 0.5)

    fan, inside, outline, words, way = page.strokes()
    assert fan.clip == Box(55, 45, 105, 70)
    assert inside == Disc((100, 65), 2, Ink("#1F1F1F", None, 0.5))
    assert outline.ink == Ink(None, "#1F1F1F", 1.0)
    assert words == Words((55, 50), "schools", 6, "#000000", bold=True)
    assert (way.box, way.page) == (Box(50, 40, 100, 65), 3)


def test_words_have_the_spaces_that_one_types():
    leaf = Leaf(200, 100)
    leaf.text(0, 0, "105\u00a0schools", 10, "#000000")

    assert leaf.strokes()[0].text == "105 schools"
