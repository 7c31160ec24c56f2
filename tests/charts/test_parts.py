"""A burn-up of what is the sum of its parts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.builders import a_target, an_actual
from tests.charts.cases import drawn, lines
from tracker.charts.digest import data_digest
from tracker.charts.notes import sources
from tracker.domain import Evidence
from tracker.progress.status import status

MARCH, MAY = "2024-03-14", "2024-05-26"
DAY = date(2024, 6, 30)


def a_sum(last, **fields):
    """30 and later some more, in two parts of three."""
    first = an_actual(MARCH, 30, evidence=Evidence.VERIFIED, source="Ministry")
    ledgers = {"a": [first], "b": [an_actual(MAY, last, **fields)], "c": []}
    parts = [
        status(replace(a_target(), key=f"schools/{key}"), rows, DAY)
        for key, rows in ledgers.items()
    ]
    return status(a_target(), [], DAY, tuple(parts))


def test_a_sum_rises_on_each_day_a_part_reported_marked_by_its_weakest_evidence():
    found = lines(drawn(a_sum(12)))

    assert list(found["running-total"].get_ydata())[-1] == 42
    assert list(found["actuals-verified"].get_ydata()) == [30]
    assert list(found["actuals-claimed"].get_ydata()) == [42]


def test_the_last_figure_of_a_sum_is_that_of_its_parts():
    (_, several, shown), (_, one, _) = (
        sources(a_sum(12, source=source), "en") for source in ("Akim", "Ministry")
    )

    assert several.replace("\u00a0", " ") == (
        "Last figure (26 May 2024): sum of its parts, 2 of 3 reported"
    )
    assert one.endswith(": Ministry")
    assert shown == "42 claimed, 30 verified"


def test_other_figures_of_a_part_are_other_data():
    assert data_digest([a_sum(12)]) != data_digest([a_sum(13)])
    assert data_digest([a_sum(12)]) == data_digest([a_sum(12, author="someone")])
