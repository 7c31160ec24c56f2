"""The lines of small multiples as shares of each target's own way."""

from __future__ import annotations

import pytest

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
from tests.charts.test_multiples import AS_OF, a_page, a_sheet_of, every, in_area, words
from tracker.charts.lines import lines_of
from tracker.charts.shares import as_shares, common_range
from tracker.periods import Period
from tracker.progress.status import status


@pytest.mark.parametrize(
    ("statement", "rows", "shares"),
    [
        pytest.param(
            a_statement(goal=a_goal(200)),
            [an_actual("2024-06-30", 50)],
            [0.25],
            id="50 of 200",
        ),
        pytest.param(
            a_statement(measure="level", baseline=a_baseline(107), goal=a_goal(7)),
            [an_actual("2024-06-30", 82), an_actual("2024-09-30", 117)],
            [0.25, -0.1],
            id="a queue from 107 to 7, at 82, then at 117",
        ),
        pytest.param(
            a_statement(measure="level", baseline=a_baseline(40), goal=a_goal(80)),
            [an_actual("2024-06-30", 50)],
            [0.25],
            id="a level from 40 to 80, at 50",
        ),
        pytest.param(
            a_statement(measure="level", baseline=None, goal=a_goal(80)),
            [an_actual("2024-06-30", 60)],
            [0.75],
            id="a level kept above 80, at 60",
        ),
        pytest.param(
            a_statement(measure="milestone"), [done("2024-06-30")], [1], id="done"
        ),
        pytest.param(
            a_statement(measure="periodic", period=Period.YEAR, goal=a_goal(400, None)),
            [an_actual("2024-06-30", 100)],
            [0.25],
            id="100 of a quota of 400",
        ),
    ],
)
def test_a_running_total_is_the_share_of_its_way(statement, rows, shares):
    now = status(a_target(statement), a_ledger(*rows), day(AS_OF))

    found = as_shares(now, lines_of(now))

    assert [each.value for each in found.running] == pytest.approx(shares)


def test_a_level_kept_at_nought_has_no_way_and_no_lines():
    kept = a_statement(
        measure="level", baseline=None, goal=a_goal(0), direction="decrease"
    )
    now = status(a_target(kept, area="KZ-71"), [an_actual("2024-06-30", 3)], day(AS_OF))

    sheet, _ = a_sheet_of(a_page([now]))

    assert not every(sheet, "running-total")
    assert "3 schools, goal 0" in words(sheet)


def test_an_earlier_promise_is_a_share_of_the_goal_in_force():
    first = a_statement(goal=a_goal(300))
    later = a_statement(stated="2024-09-02", goal=a_goal(200))
    now = status(a_target(first, later), [], day(AS_OF))

    found = as_shares(now, lines_of(now))

    assert [each.value for each in found.scope] == [1.5, 1.5, 1, 1]
    assert found.first[-1].value == 1.5


@pytest.mark.parametrize(
    ("total", "low", "high"),
    [
        pytest.param(60, 0, 1.06, id="on the way"),
        pytest.param(120, 0, 1.26, id="beyond the goal"),
        pytest.param(900, 0, 1.56, id="far beyond it"),
    ],
)
def test_the_common_scale_holds_all_but_the_extremes(total, low, high):
    now = in_area("KZ-71", total)

    found = common_range([as_shares(now, lines_of(now))])

    assert found == pytest.approx((low, high))


def test_a_total_beyond_the_scale_is_marked_at_its_edge():
    sheet, _ = a_sheet_of(a_page([in_area("KZ-71", 900)]))

    (last,) = every(sheet, "last")
    assert list(last.get_ydata()) == pytest.approx([1.56])
