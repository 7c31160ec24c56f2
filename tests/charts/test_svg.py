"""Burn-ups within a page: the words are text, the colours those of the page."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from tests.builders import an_actual
from tests.reports.cases import (
    a_level,
    a_milestone,
    a_quota,
    on,
    promised,
    stated,
    the_real_case,
    titled,
)
from tracker.charts.inline import inline
from tracker.charts.lines import lines_of
from tracker.progress.forecasts import with_forecasts

LANGUAGES = ("en", "kk", "ru")


def drawn(status, lang="en"):
    (status,) = with_forecasts([status])
    return [
        ET.fromstring(each)  # our own
        for each in inline(status, lines_of(status), lang)
    ]


def words(svg):
    return [each.text.replace("\u00a0", " ") for each in svg.iter("text")]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "status",
    [
        the_real_case(),
        on("2024-06-30", a_level(), an_actual("2024-03-31", 50)),
        on("2024-11-30", a_quota(), an_actual("2024-03-31", 50)),
        on("2024-06-30", a_milestone()),
    ],
    ids=["real", "level", "quota", "milestone"],
)
def test_every_kind_is_drawn_wide_and_narrow_within_its_sheet(status, lang):
    for svg in drawn(status, lang):
        _, _, width, height = map(float, svg.get("viewBox").split())

        assert svg.get("role") == "img"
        assert [each.tag for each in list(svg)[:2]] == ["title", "desc"]
        for each in svg.iter("text"):
            assert -1 <= float(each.get("x")) <= width
            assert 0 <= float(each.get("y")) <= height


def test_the_words_of_the_real_case_are_text():
    wide, _ = drawn(the_real_case())

    assert "105, 31 Dec 2024" in words(wide)
    assert "369 → 217, 2 Sep 2024, The Astana Times" in words(wide)


def test_the_plan_runs_to_where_the_scope_ends():
    status = on("2024-06-30", titled(stated()), an_actual("2024-06-30", 40))
    wide, _ = drawn(status)
    paths = {each.get("data-name"): each.get("d") for each in wide.iter("path")}

    assert paths["plan"].rpartition("L")[2] == paths["scope"].rpartition("L")[2]


def test_each_report_has_its_place_for_the_pointer():
    actuals = [an_actual("2024-03-31", 20), an_actual("2024-06-30", 40)]
    wide, _ = drawn(on("2024-06-30", titled(stated()), *actuals))
    (x1, y1), (x2, y2) = (each.split(",") for each in wide.get("data-at").split())

    assert float(x1) < float(x2)
    assert float(y1) > float(y2)


def test_hostile_titles_are_escaped():
    title = {"en": "</title><script>alert(1)</script>"}
    wide, _ = drawn(on("2024-06-30", titled(stated(), title=title)))

    assert wide.find("title").text == title["en"]
    assert wide.find(".//script") is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_narrowest_drawing_tells_the_goal(lang):
    _, narrow = drawn(on("2026-11-25", promised()["school-aid"]), lang)

    told = [each.replace(",", " ") for each in words(narrow)]
    assert any(each.endswith("400 000") for each in told)


def test_no_label_straddles_the_edge_of_a_fan():
    told = (an_actual("2024-05-21", 614), an_actual("2024-06-01", 1200))
    wide, _ = drawn(on("2026-11-25", promised()["camp-vouchers"], *told))

    (band,) = (each for each in wide.iter("path") if each.get("data-name") == "fan-80")
    edge = max(float(y) for y in re.findall(r" ([\d.]+)", band.get("d")))
    (last,) = (each for each in wide.iter("text") if each.text.startswith("1,200, "))
    baseline, size = float(last.get("y")), float(last.get("font-size"))
    assert baseline <= edge or baseline - size * 0.7 >= edge
