"""stale and sources: targets of which nothing is heard, revisions of nobody."""

from __future__ import annotations

import pytest

from tests.builders import a_goal, a_statement, a_target, an_actual
from tests.progress.checks.cases import found, on
from tracker.domain import Source, Target
from tracker.progress.checks import Check, faults

QUARTERLY = a_target(report_every="quarter")


@pytest.mark.parametrize(
    ("as_of", "why"),
    [
        # One and a half quarters are 136.97 days: 31 March and 136 are 14 August.
        pytest.param("2024-08-14", [], id="136 days"),
        pytest.param("2024-08-15", ["stale"], id="137 days"),
    ],
)
def test_a_target_is_stale_after_one_and_a_half_periods(as_of, why):
    told = found("stale", an_actual("2024-03-31", 30), target=QUARTERLY, as_of=as_of)

    assert told == [(each, "schools", None) for each in why]


@pytest.mark.parametrize(("as_of", "count"), [("2024-05-16", 0), ("2024-05-17", 1)])
def test_a_first_report_is_waited_for_as_long(as_of, count):
    """The target was stated on 1 January 2024, 137 days before 17 May."""
    told = found("stale", target=QUARTERLY, as_of=as_of)

    assert told == [("never-reported", "schools", None)] * count


def test_how_long_nothing_has_been_heard():
    silent = on("2024-08-31", QUARTERLY, an_actual("2024-03-31", 30))

    (fault,) = faults([silent], [Check.STALE])

    assert (str(fault.on), fault.days) == ("2024-03-31", 153)


def test_what_owes_no_report_is_not_stale():
    achieved = an_actual("2024-03-31", 100)

    assert found("stale", achieved, target=QUARTERLY, as_of="2026-01-01") == []
    assert found("stale", target=a_target(), as_of="2026-01-01") == []


def test_a_whole_waits_for_each_of_its_parts():
    parts = [
        on("2024-12-31", Target(key, a_target(parent="schools").labels, (each,)), *rows)
        for key, each, rows in (
            ("north", a_statement(), [an_actual("2024-12-31", 30)]),
            ("south", a_statement(), []),
        )
    ]

    told = found("stale", target=QUARTERLY, parts=parts)

    assert told == [("parts-behind", "schools", None)]


@pytest.mark.parametrize(
    ("source", "count"),
    [
        pytest.param(Source(), 1, id="none"),
        pytest.param(Source(section="page 3"), 1, id="a page of nothing"),
        pytest.param(Source(publisher="The Astana Times"), 0, id="publisher"),
        pytest.param(Source(title="Address"), 0, id="title"),
        pytest.param(Source(url="https://example.org"), 0, id="address"),
    ],
)
def test_a_revision_names_its_source(source, count):
    revised = a_statement(stated="2024-06-01", goal=a_goal(80), source=source)
    target = a_target(a_statement(), revised)

    told = found("sources", target=target)

    assert told == [("no-source", "schools@2024-06-01", None)] * count


def test_a_first_statement_is_no_revision():
    assert found("sources") == []


def test_a_revision_to_come_is_not_looked_at_yet():
    target = a_target(a_statement(), a_statement(stated="2024-06-01", goal=a_goal(80)))

    assert found("sources", target=target, as_of="2024-05-31") == []
