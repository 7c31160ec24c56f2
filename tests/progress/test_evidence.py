"""How much of a total is claimed, documented, verified and named."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import (
    a_baseline,
    a_goal,
    a_ledger,
    a_statement,
    a_target,
    an_actual,
    day,
    done,
)
from tracker.domain import Evidence
from tracker.progress.status import status

DOCUMENTED = {"evidence": Evidence.DOCUMENTED}
VERIFIED = {"evidence": Evidence.VERIFIED}


def more(on, value=1, **fields):
    return an_actual(on, value, kind="increment", **fields)


def shown(*rows, target=None, as_of="2024-12-31"):
    """Claimed, documented, verified and named of some rows."""
    found = status(target or a_target(), a_ledger(*rows), day(as_of))
    assert found.actual
    return found.actual.attested and tuple(vars(found.actual.attested).values())


def test_of_105_claimed_37_are_named_and_12_verified():
    total = an_actual("2024-12-31", 105)
    for value in (0, 1):
        named = [more("2024-10-01", value, item=f"School {n}") for n in range(25)]
        seen = [
            more("2024-11-01", value, item=f"Gymnasium {n}", **VERIFIED)
            for n in range(12)
        ]

        assert shown(total, *named, *seen) == (105, 12, 12, 37)


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        pytest.param([an_actual("2024-03-01", 40)], (40, 0, 0, 0), id="claimed"),
        pytest.param(
            [an_actual("2024-03-01", 40, **VERIFIED)], (40, 40, 40, 0), id="verified"
        ),
        pytest.param(
            [an_actual("2024-03-01", 40, **DOCUMENTED), more("2024-04-01", 5)],
            (45, 40, 0, 0),
            id="a lesser increment",
        ),
        pytest.param(
            [an_actual("2024-03-01", 40), more("2024-04-01", 5, **VERIFIED)],
            (45, 5, 5, 0),
            id="a better increment",
        ),
        pytest.param(
            [an_actual("2024-03-01", 40, **DOCUMENTED), an_actual("2024-06-01", 60)],
            (60, 40, 0, 0),
            id="a lesser total keeps what was documented",
        ),
        pytest.param(
            [an_actual("2024-03-01", 40, **VERIFIED), an_actual("2024-06-01", 30)],
            (30, 30, 30, 0),
            id="and never more than there is",
        ),
        pytest.param(
            [an_actual("2024-03-01", 40), more("2024-06-01", 0, item="A", **VERIFIED)],
            (40, 1, 1, 1),
            id="+0 names one that is counted",
        ),
        pytest.param(
            [
                an_actual("2024-03-01", 40, **DOCUMENTED),
                an_actual("2024-06-01", 41),
                more("2024-06-01", 0, item="A", **DOCUMENTED),
            ],
            (41, 40, 0, 1),
            id="an item that may be among the documented adds nothing",
        ),
        pytest.param(
            [
                an_actual("2024-03-01", 900),
                more("2024-02-01", 500, item="A"),
                more("2024-02-02", 600, item="B"),
            ],
            (900, 0, 0, 900),
            id="named is never more than the total",
        ),
        pytest.param(
            [an_actual("2024-03-01", 7, item="A")], (7, 0, 0, 1), id="a total names one"
        ),
    ],
)
def test_what_is_attested(rows, found):
    assert shown(*rows) == found


def test_an_item_of_a_later_day_is_not_named_yet():
    rows = [an_actual("2024-03-01", 40), more("2024-06-01", 1, item="A")]

    assert shown(*rows, as_of="2024-05-31") == (40, 0, 0, 0)
    assert shown(*rows, as_of="2024-06-01") == (41, 0, 0, 1)


def test_naming_a_unit_reports_no_progress():
    rows = [an_actual("2024-03-01", 40), more("2024-06-01", 0, item="A", **VERIFIED)]

    found = status(a_target(report_every="month"), a_ledger(*rows), day("2024-06-15"))

    assert found.actual
    assert (found.actual.on, found.actual.entries) == (day("2024-03-01"), 1)
    assert found.stale


def test_better_evidence_for_a_row_lifts_what_it_adds():
    named = more("2024-02-01", item="A")
    seen = more("2024-02-01", item="A", replaces=2, reason="seen", **VERIFIED)

    assert shown(an_actual("2024-03-01", 40), named) == (40, 0, 0, 1)
    assert shown(an_actual("2024-03-01", 40), named, seen) == (40, 1, 1, 1)


def test_a_quota_counts_the_items_of_its_period_only():
    quota = a_statement(measure="periodic", period="year", goal=a_goal(100, None))
    yearly = a_target(quota)
    rows = [more("2024-02-01", item="A"), more("2025-02-01", item="B", **VERIFIED)]

    assert shown(*rows, target=yearly, as_of="2025-03-01") == (1, 1, 1, 1)


def test_a_quota_that_is_not_to_be_passed_shows_its_total():
    at_most = a_statement(
        measure="periodic", period="year", direction="decrease", goal=a_goal(9, None)
    )
    rows = [an_actual("2024-02-01", 5, **VERIFIED)]

    assert shown(*rows, target=a_target(at_most)) == (5, 5, 5, 0)


def test_of_a_queue_that_goes_down_it_is_what_it_has_gone_down_by():
    queue = a_target(a_statement(baseline=a_baseline(100), goal=a_goal(0)))
    rows = [
        more("2024-02-01", -10, **VERIFIED),
        an_actual("2024-03-01", 70),
        more("2024-03-05", -2, item="A"),
    ]

    assert shown(*rows, target=queue) == (32, 10, 10, 2)


def test_where_nothing_adds_up_nothing_is_split():
    level = a_target(a_statement(measure="level"))
    law = a_target(a_statement(measure="milestone"))

    assert shown(an_actual("2024-03-01", 40), target=level) is None
    assert shown(done("2024-03-01"), target=law) is None


def test_a_sum_shows_what_its_parts_show():
    north, south = (replace(a_target(), key=key) for key in ("north", "south"))
    end = day("2024-12-31")
    parts = (
        status(north, a_ledger(an_actual("2024-03-01", 40, **VERIFIED)), end),
        status(
            south, a_ledger(more("2024-02-01", item="A"), more("2024-03-02", 9)), end
        ),
    )

    found = status(a_target(), [], end, parts).actual

    assert found
    assert tuple(vars(found.attested).values()) == (50, 40, 40, 1)


ROWS = st.builds(
    an_actual,
    st.sampled_from(["2024-03-01", "2024-06-01", "2024-09-01"]),
    st.integers(0, 60),
    kind=st.sampled_from(["total", "increment"]),
    evidence=st.sampled_from(Evidence),
    item=st.none() | st.sampled_from(["A", "B", "C"]),
)


@given(st.lists(ROWS, min_size=1, max_size=8))
def test_each_step_holds_the_better_ones_and_none_is_beyond_the_total(rows):
    found = status(a_target(), a_ledger(*rows), day("2024-12-31")).actual

    if found:
        claimed, documented, verified, named = vars(found.attested).values()
        assert claimed == found.value
        assert 0 <= verified <= documented <= claimed
        assert 0 <= named <= claimed


@given(st.lists(ROWS, min_size=1, max_size=6), st.data())
def test_better_evidence_never_shows_less(rows, data):
    place = data.draw(st.integers(0, len(rows) - 1))
    before = shown(*[an_actual("2024-01-02", 1), *rows])
    better = an_actual(
        str(rows[place].on),
        rows[place].value,
        kind=rows[place].kind,
        item=rows[place].item,
        **VERIFIED,
    )
    rows[place] = better

    after = shown(*[an_actual("2024-01-02", 1), *rows])

    assert all(new >= old for new, old in zip(after, before, strict=True))
