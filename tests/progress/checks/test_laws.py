"""What must hold for every ledger: clean ones are silent, faults name what counts."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import accumulate

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import a_goal, a_statement, a_target, an_actual
from tests.progress.checks.cases import on
from tests.progress.strategies import cases
from tracker.domain import Source
from tracker.progress.checks import Check, faults
from tracker.progress.checks.rows import row_name
from tracker.progress.status import status

law = settings(max_examples=60, deadline=None, derandomize=True)
GAPS = st.lists(st.integers(1, 45), min_size=1, max_size=8)
# Of one size: none is eight times another.
ALIKE = st.integers(101, 800)
END = "2024-12-31"


def dated(gaps, values, kind="total"):
    days = accumulate(gaps)
    return [
        an_actual(str(date(2024, 1, 1) + timedelta(day)), value, kind=kind)
        for day, value in zip(days, values, strict=True)
    ]


@st.composite
def clean(draw):
    """A target reported up to its last day, by figures of about one size."""
    gaps = draw(GAPS)
    values = draw(st.lists(ALIKE, min_size=len(gaps), max_size=len(gaps)))
    form = draw(st.sampled_from(["level", "increments", "totals", "quota"]))
    source = Source(publisher="The Astana Times")
    asked = {"goal": a_goal(1e6), "lower": 0, "upper": 1e7}
    if form == "level":
        asked["measure"] = "level"
    elif form == "quota":
        asked |= {"measure": "periodic", "period": "year"}
    target = a_target(
        a_statement(**asked),
        a_statement(stated="2024-02-01", source=source, **asked),
        report_every="year",
    )
    if form in ("totals", "quota"):
        # Growing from a first total by about that much.
        return target, dated(gaps, accumulate(values))
    kind = "increment" if form == "increments" else "total"
    return target, dated(gaps, values, kind)


@law
@given(clean())
def test_a_clean_ledger_is_silent(case):
    target, rows = case

    assert faults([on(END, target, *rows)], Check) == []


@law
@given(
    st.lists(st.integers(100, 119), min_size=2, max_size=8),
    st.data(),
    st.sampled_from(["total", "increment"]),
)
def test_a_lost_decimal_point_among_like_figures_is_found(values, data, kind):
    place = data.draw(st.integers(0, len(values) - 1))
    slipped = [*values[:place], values[place] * 10, *values[place + 1 :]]
    measure = "level" if kind == "total" else "cumulative"
    target = a_target(a_statement(measure=measure, goal=a_goal(1e6)))
    rows = dated([30] * len(values), slipped, kind)

    told = faults([on("2025-12-31", target, *rows)], [Check.DECIMAL])

    # Of two figures the later one is told, too small beside the one that slipped.
    at_fault = place + 1 if len(values) > 2 else 2
    assert [each.where for each in told] == [f"schools#{at_fault}"]


@law
@given(cases())
def test_every_fault_names_a_row_that_counts(case):
    found = status(*case)
    names = {row_name("schools", each) for each in found.counting}

    for fault in faults([found], Check):
        assert fault.beside is None or fault.beside in names
        if fault.check not in (Check.STALE, Check.SOURCES):
            assert fault.where in names
            assert fault.where != fault.beside
