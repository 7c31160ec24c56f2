"""What counts, in which order, and what it adds up to."""

from __future__ import annotations

import pytest

from tests.builders import a_ledger, a_withdrawal, an_actual, day, done, not_done
from tracker.periods import Span
from tracker.progress.totals import end_of_days, in_force, points, until, within

MARCH, APRIL, MAY = "2024-03-01", "2024-04-01", "2024-05-01"
JANUARY, JUNE = "2024-01-01", "2024-06-01"


def more(on, value, **fields):
    return an_actual(on, value, kind="increment", **fields)


def totals(start, *rows):
    return [point.total for point in points(start, in_force(a_ledger(*rows)))]


@pytest.mark.parametrize(
    ("start", "rows", "added"),
    [
        pytest.param(0, [], [], id="nothing reported is no point, not 0"),
        pytest.param(0, [an_actual(MARCH, 0)], [0], id="a reported 0 is a 0"),
        pytest.param(
            0, [an_actual(MARCH, 40), an_actual(APRIL, 50)], [40, 50], id="last total"
        ),
        pytest.param(10, [more(MARCH, 5), more(APRIL, 7)], [15, 22], id="10 + 5 + 7"),
        pytest.param(
            10, [an_actual(MARCH, 40), more(APRIL, 5)], [40, 45], id="total 40, then +5"
        ),
        pytest.param(
            10, [more(MARCH, 5), an_actual(APRIL, 40)], [15, 40], id="+5, then total 40"
        ),
        pytest.param(
            0, [more(MARCH, 20), more(APRIL, -5)], [20, 15], id="20, 5 taken back"
        ),
        pytest.param(
            0, [more(MARCH, 0.1), more(MARCH, 0.2)], [0.1, 0.3], id="0.1 + 0.2 is 0.3"
        ),
        pytest.param(0, [done(MARCH), not_done(APRIL)], [1, 0], id="done, then not"),
    ],
)
def test_actuals_add_up(start, rows, added):
    assert totals(start, *rows) == added


def test_days_come_before_the_order_of_recording():
    assert totals(0, an_actual(APRIL, 50), an_actual(MARCH, 40)) == [40, 50]


def test_on_one_day_the_order_of_recording_decides():
    assert totals(0, more(MARCH, 5), an_actual(MARCH, 40), more(MARCH, 1)) == [
        5,
        40,
        41,
    ]


@pytest.mark.parametrize(
    ("ledger", "counting"),
    [
        pytest.param([an_actual(MARCH), a_withdrawal(1)], [], id="withdrawn"),
        pytest.param(
            [an_actual(MARCH), an_actual(MARCH, replaces=1)], [2], id="corrected"
        ),
        pytest.param(
            [
                an_actual(MARCH),
                an_actual(MARCH, replaces=1),
                an_actual(MARCH, replaces=2),
            ],
            [3],
            id="corrected twice",
        ),
        pytest.param(
            [an_actual(MARCH), an_actual(MARCH, replaces=1), a_withdrawal(2)],
            [],
            id="corrected, then withdrawn",
        ),
        pytest.param(
            [an_actual(MARCH), an_actual(APRIL), an_actual(MAY, replaces=1)],
            [2, 3],
            id="corrected to a later day",
        ),
        pytest.param(
            [
                more(MARCH, 5),
                an_actual(MARCH, 40),
                more(MARCH, 6, replaces=1),
                more(MARCH, 7, replaces=3),
            ],
            [4, 2],
            id="in the place of what it corrects, twice over",
        ),
    ],
)
def test_what_is_replaced_or_withdrawn_does_not_count(ledger, counting):
    assert [each.seq for each in in_force(a_ledger(*ledger))] == counting


def test_a_corrected_increment_still_comes_before_the_total_of_that_day():
    rows = [more(MARCH, 5), an_actual(MARCH, 40), more(MARCH, 9, replaces=1)]

    assert totals(0, *rows) == [9, 40]


def test_a_span_holds_the_actuals_of_both_its_ends():
    rows = [an_actual(on) for on in (JANUARY, MARCH, APRIL, MAY, JUNE)]

    found = within(rows, Span(day(MARCH), day(MAY)))

    assert [each.on for each in found] == [day(MARCH), day(APRIL), day(MAY)]


def test_until_a_day_includes_the_day():
    found = points(0, [an_actual(on) for on in (MARCH, APRIL, MAY)])

    assert [point.on for point in until(found, day(APRIL))] == [day(MARCH), day(APRIL)]


def test_a_day_ends_on_its_last_total():
    found = points(0, a_ledger(more(MARCH, 5), more(MARCH, 6), more(APRIL, 1)))

    ends = [(point.on, point.total) for point in end_of_days(found)]
    assert ends == [(day(MARCH), 11), (day(APRIL), 12)]
