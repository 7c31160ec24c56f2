"""Typed cells: what they hold, and how a workbook shows it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tracker.domain import Kind, Measure
from tracker.reports.xlsx import cells


@pytest.mark.parametrize("said", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "#N/A", "1"])
def test_a_text_is_a_text_whatever_it_begins_with(said):
    found = cells.text(said)

    assert found.is_text
    assert found.value == said.replace("\t", "\\u0009")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        pytest.param("a\x00b", "a\\u0000b", id="no XML can hold it"),
        pytest.param("a\u202eb", "a\\u202eb", id="turns the order of letters"),
        pytest.param("a\ufffeb", "a\\ufffeb", id="no character"),
        pytest.param("a_x0041_", "a_x005F_x0041_", id="reads as a code of Excel"),
        pytest.param("one\ntwo", "one\ntwo", id="two lines"),
    ],
)
def test_nothing_is_hidden_in_a_text(said, shown):
    assert cells.text(said).value == shown


def test_a_text_too_long_for_a_cell_says_so():
    found = cells.text("a" * 40_000)

    assert len(found.value) == 32_767
    assert found.value.endswith("a…")


@pytest.mark.parametrize(
    "cell",
    [
        cells.text(None),
        cells.text(""),
        cells.figure(None),
        cells.worked_out(None),
        cells.share(None),
        cells.chance(None),
        cells.days(None),
        cells.day(None, "en"),
        cells.moment(None),
        cells.reported(None, Kind.WITHDRAWAL, "en"),
    ],
)
def test_what_is_unknown_has_no_cell(cell):
    assert cell is None


@pytest.mark.parametrize(
    ("cell", "value", "form"),
    [
        pytest.param(cells.figure(1200), 1200, "#,##0", id="as typed, whole"),
        pytest.param(cells.figure(12.50), 12.5, "#,##0.0", id="as typed"),
        pytest.param(cells.worked_out(128.132), 128.132, "#,##0", id="worked out"),
        pytest.param(cells.worked_out(0.721), 0.721, "#,##0.00", id="a small one"),
        pytest.param(
            cells.worked_out(41.26, like=40.5), 41.26, "#,##0.0", id="as its reading"
        ),
        pytest.param(
            cells.difference(-23.132), -23.132, "+#,##0;-#,##0;0", id="difference"
        ),
        pytest.param(cells.days(-95), -95, "+#,##0;-#,##0;0", id="days"),
        pytest.param(cells.share(0.4839), 0.4839, "0.0%", id="a share"),
        pytest.param(
            cells.reported(5, Kind.INCREMENT, "en"),
            5,
            "+#,##0;-#,##0;0",
            id="an increment",
        ),
        pytest.param(
            cells.day(date(2024, 9, 1), "ru"), date(2024, 9, 1), "dd.mm.yyyy", id="day"
        ),
    ],
)
def test_a_number_or_day_is_typed_and_shown_as_in_the_reports(cell, value, form):
    assert (cell.value, cell.form) == (value, form)


def test_one_and_nought_of_a_milestone_are_shown_as_words():
    done = cells.total(1, Measure.MILESTONE, "ru")

    assert done.value == 1
    assert done.form == '[=1]"сделано";[=0]"не сделано";General'


@pytest.mark.parametrize(
    ("share", "form"),
    [
        pytest.param(0.9994, "0.0%", id="99.9"),
        pytest.param(0.9996, "0.00%", id="99.96 and not 100.0"),
        pytest.param(0.999996, "0.0000%", id="99.9996 and not 100.000"),
        pytest.param(1.0, "0.0%", id="met"),
        pytest.param(0.1 * 3 + 0.7 - 1e-16, "0.0%", id="met, but for noise"),
        pytest.param(1.0004, "0.0%", id="more than met"),
    ],
)
def test_a_hundred_per_cent_means_met(share, form):
    assert cells.share(share).form == form


def test_a_chance_is_a_number_told_no_farther_than_it_is_known():
    assert cells.chance(0.05).value == 0.05
    assert cells.chance(0.05).form == '[<=0.05]"<"0%;[>=0.95]">"0%;0%'


def test_a_moment_is_in_utc_to_the_second():
    at = datetime.fromisoformat("2024-06-01T02:00:00.75+05:00")

    assert cells.moment(at).value == datetime(
        2024, 5, 31, 21, 0, 1, tzinfo=UTC
    ).replace(tzinfo=None)
