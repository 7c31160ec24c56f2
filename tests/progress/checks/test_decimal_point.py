"""decimal: figures 8 to 12 times those beside them, like held against like."""

from __future__ import annotations

import pytest

from tests.builders import a_baseline, a_goal, a_statement, a_target, an_actual
from tests.progress.checks.cases import found, on
from tracker.progress.checks import Check, faults

LEVEL = a_target(a_statement(measure="level", goal=a_goal(80)))
DAYS = [f"2024-{month:02}-15" for month in range(1, 13)]
# A plan that expects next to nothing in 2024.
FAR = a_target(a_statement(goal=a_goal(100_000, "2033-12-31")))
UNDATED = a_target(a_statement(goal=a_goal(100_000, by=None)))


def rows(values, kind="total"):
    return [
        an_actual(day, value, kind=kind)
        for day, value in zip(DAYS, values, strict=False)
    ]


def doubted(values, *, kind="total", target=LEVEL):
    return [
        (why, int(where.rpartition("#")[2]))
        for why, where, _ in found("decimal", *rows(values, kind), target=target)
    ]


@pytest.mark.parametrize(
    ("readings", "expected"),
    [
        pytest.param([45, 451, 46], [("tenfold", 2)], id="in the middle"),
        pytest.param([45, 46, 460], [("tenfold", 3)], id="the last"),
        pytest.param([450, 45, 46], [("tenfold", 1)], id="the first"),
        pytest.param([45, 4.6, 47], [("tenth", 2)], id="too small"),
        pytest.param([45, 46, 4.7], [("tenth", 3)], id="the last too small"),
        pytest.param([45, 450], [("tenfold", 2)], id="of two the later"),
        pytest.param([-4, -40, -4], [("tenfold", 2)], id="below nought"),
        pytest.param([40, 320, 40], [("tenfold", 2)], id="8 times"),
        pytest.param([40, 319, 40], [], id="less than 8 times"),
        pytest.param([40, 480, 40], [("tenfold", 2)], id="12 times"),
        pytest.param([40, 481, 40], [], id="more than 12 times"),
        pytest.param([0.1, 0.8, 0.1], [("tenfold", 2)], id="8 times, exactly"),
        pytest.param([45, 450, 60], [], id="of one neighbour only"),
        pytest.param([45, 450, 460], [("tenth", 1)], id="two that bear each other out"),
        pytest.param([45, 46, 450, 460], [], id="a step that lasts"),
        pytest.param([0, 10, 0], [], id="nothing is tenfold of nought"),
        pytest.param([-4, 40, -4], [], id="of another sign"),
        pytest.param([45], [], id="alone"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_a_reading_beside_its_neighbours(readings, expected):
    assert doubted(readings) == expected


def test_increments_are_held_against_increments():
    assert doubted([12, 125, 13, 11], kind="increment", target=FAR) == [("tenfold", 2)]
    assert doubted([12, 20, 13, 11], kind="increment", target=FAR) == []


@pytest.mark.parametrize(
    ("totals", "expected"),
    [
        pytest.param([105, 1_050], [("tenfold", 2)], id="the last one"),
        pytest.param([50, 105, 1_100], [("tenfold", 3)], id="whatever came before"),
        pytest.param([105, 1_050, 110], [("tenfold", 2)], id="and falls again"),
        pytest.param([105, 1_050, 1_100], [], id="borne out by the next"),
        pytest.param([105, 830, 1_100], [], id="7.9 times"),
        pytest.param([1_500, 40_000], [], id="more than 12 times"),
        pytest.param([1_050], [], id="alone"),
    ],
)
def test_a_total_that_grows_is_held_against_the_one_before(totals, expected):
    assert doubted(totals, target=UNDATED) == expected


def test_a_total_is_held_against_what_increments_had_added_up_to():
    mixed = [
        an_actual("2024-01-15", 100),
        an_actual("2024-02-15", 20, kind="increment"),
        an_actual("2024-03-15", 1_250),
    ]

    (fault,) = faults([on("2024-12-31", UNDATED, *mixed)], [Check.DECIMAL])

    assert (fault.where, fault.value, fault.other) == ("schools#3", 1_250, 120)
    assert fault.beside == "schools#2"


def test_growth_that_the_plan_expects_is_no_slip():
    """The plan expects 98 on 1 September: 12 before and 98 then are as promised."""
    target = a_target(a_statement((98, "2024-09-01"), goal=a_goal(369, "2025-12-31")))
    before = an_actual("2024-03-01", 12)

    on_plan = found("decimal", before, an_actual("2024-09-01", 98), target=target)
    beyond = found("decimal", before, an_actual("2024-09-01", 99), target=target)

    assert on_plan == []
    assert beyond == [("tenfold", "schools#2", "schools#1")]


def test_a_total_that_goes_down_may_lose_a_digit():
    down = a_target(a_statement(baseline=a_baseline(1_000), goal=a_goal(50)))

    assert doubted([900, 88], target=down) == [("tenth", 2)]
    assert doubted([900, 800], target=down) == []


def test_periods_of_a_quota_are_held_against_each_other_once_they_are_over():
    yearly = a_target(
        a_statement(measure="periodic", period="year", goal=a_goal(10_000, by=None))
    )
    years = [
        an_actual(f"{year}-12-31", value)
        for year, value in ((2024, 9_800), (2025, 101_000), (2026, 10_400))
    ]
    begun = an_actual("2027-01-31", 900)

    told = found("decimal", *years, begun, target=yearly, as_of="2027-02-01")

    assert told == [("tenfold", "schools#2", "schools#1")]


def test_a_period_with_little_in_it_may_be_unfinished():
    yearly = a_target(
        a_statement(measure="periodic", period="year", goal=a_goal(10_000, by=None))
    )
    years = [
        an_actual(f"{year}-12-31", value)
        for year, value in ((2024, 9_800), (2025, 990), (2026, 10_400))
    ]

    assert found("decimal", *years, target=yearly, as_of="2027-02-01") == []


def test_totals_within_a_period_grow():
    quarterly = a_target(
        a_statement(measure="periodic", period="quarter", goal=a_goal(60, by=None))
    )

    # Of 60 in a quarter of 91 days the plan expects 30 on 15 February.
    assert doubted([3, 29], target=quarterly) == []
    assert doubted([3, 31], target=quarterly) == [("tenfold", 2)]


def test_a_milestone_has_no_decimal_point():
    target = a_target(a_statement(measure="milestone"))
    events = [
        an_actual("2024-01-15", 0, kind="not-done"),
        an_actual("2024-02-15", 1, kind="done"),
    ]

    assert found("decimal", *events, target=target) == []


def test_a_reason_is_the_answer():
    leap = an_actual("2024-02-15", 450, reason="ten halls opened at once")
    first, last = an_actual("2024-01-15", 45), an_actual("2024-03-15", 46)

    assert found("decimal", first, leap, last, target=LEVEL) == []
