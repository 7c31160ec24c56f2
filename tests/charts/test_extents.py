"""No text leaves a picture, and none lies on another."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest

from tests.charts.cases import STATEMENTS, a_case, a_sheet, drawn, extents
from tracker.charts.overview import draw_overview, overview_height
from tracker.charts.sheet import Sheet, scale_for
from tracker.domain import LANGUAGES
from tracker.progress.forecasts import with_forecasts

SIZES = {"default": (1000, 600), "small": (640, 400), "least": (480, 320)}


def overlaps(one, other):
    """Whether two texts share more than the edge of a pixel."""
    return (
        min(one.x1, other.x1) - max(one.x0, other.x0) > 0.75
        and min(one.y1, other.y1) - max(one.y0, other.y0) > 0.75
    )


def assert_clear(sheet, width, height):
    with extents(sheet) as found:
        assert len(found) > 4
        outside = [
            text
            for text, box in found
            if box.x0 < 0 or box.y0 < 0 or box.x1 > width or box.y1 > height
        ]
        on_another = [
            (one, other)
            for (one, box), (other, around) in combinations(found, 2)
            if overlaps(box, around)
        ]
    assert (outside, on_another) == ([], [])


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("actuals", [0, 1, 3, 400])
@pytest.mark.parametrize("size", ["default", "small"])
def test_texts_of_every_kind_stay_inside_and_apart(size, actuals, lang):
    width, height = SIZES[size]
    sheet = a_sheet(width, height)

    for each in with_forecasts(a_case(kind, actuals) for kind in STATEMENTS):
        assert_clear(drawn(each, lang, sheet), width, height)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", STATEMENTS)
def test_the_smallest_picture_is_clear_too(kind, lang):
    width, height = SIZES["least"]

    (shown,) = with_forecasts([a_case(kind)])
    sheet = drawn(shown, lang, a_sheet(width, height))

    assert_clear(sheet, width, height)


def test_many_past_periods_are_clear_in_the_smallest_picture():
    width, height = SIZES["least"]

    for as_of in ("2024-03-01", "2025-03-01", "2030-01-01"):
        shown = a_case("monthly", 0, as_of=date.fromisoformat(as_of))
        assert_clear(drawn(shown, "kk", a_sheet(width, height)), width, height)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [480, 640, 1000])
def test_the_overview_is_as_high_as_its_rows_need(width, lang):
    statuses = [a_case(kind, count) for kind in STATEMENTS for count in (0, 3)]
    scale = scale_for(width)
    height = round(overview_height(len(statuses)) * scale)
    sheet = Sheet(width, height, 100, scale)

    lacking = draw_overview(sheet, statuses, lang)
    height += int(lacking * scale) + 1
    sheet = Sheet(width, height, 100, scale)
    draw_overview(sheet, statuses, lang)

    assert_clear(sheet, width, height)
