"""What changed between the report of 30 June 2024 and that of 31 December."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.builders import a_goal, a_statement, a_target, an_actual, day
from tests.reports.cases import ledger_of
from tracker.progress.changes import begins, changes
from tracker.progress.rating import Rating
from tracker.progress.statuses import statuses

SINCE, NOW = day("2024-06-30"), day("2024-12-31")


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def change_of(ledger):
    now = statuses([ledger], NOW).values()
    (found,) = changes([ledger], now, SINCE)
    return found


def recorded(*rows, stated=("2024-01-02",), statements=()):
    """A ledger: each actual with the moment it was recorded."""
    target = a_target(*(statements or (a_statement(),)))
    ledger = ledger_of(target, *(each for each, _ in rows))
    return replace(
        ledger,
        statements=tuple(
            replace(each, recorded_at=at(moment))
            for each, moment in zip(ledger.statements, stated, strict=True)
        ),
        actuals=tuple(
            replace(each, recorded_at=at(moment))
            for each, (_, moment) in zip(ledger.actuals, rows, strict=True)
        ),
    )


def test_figures_of_later_days_and_figures_that_came_late_are_new():
    found = change_of(
        recorded(
            (an_actual("2024-03-31", 20), "2024-04-02"),
            (an_actual("2024-06-15", 30), "2024-07-15"),
            (an_actual("2024-09-30", 40), "2024-10-02"),
        )
    )

    assert [each.seq for each in found.new] == [2, 3]


def test_the_earlier_rating_is_the_one_that_was_known():
    found = change_of(
        recorded(
            (an_actual("2024-06-30", 50), "2024-06-30"),
            (an_actual("2024-06-30", 10, replaces=1, reason="wrong"), "2024-08-01"),
        )
    )

    assert found.then.rating is Rating.ON_TRACK
    assert found.now.rating is Rating.OFF_TRACK
    assert found.moved
    assert [each.seq for each in found.corrections] == [2]
    assert found.new == ()


def test_of_a_target_recorded_later_what_is_known_now_counts():
    found = change_of(
        recorded((an_actual("2024-06-30", 50), "2025-02-01"), stated=("2025-02-01",))
    )

    assert found.then.rating is Rating.ON_TRACK
    assert (found.new, found.stated) == ((), ())
    assert found.recorded_since == at("2025-02-01")


def test_a_target_recorded_later_has_its_corrections_in_both_ratings():
    found = change_of(
        recorded(
            (an_actual("2024-06-30", 50), "2025-02-01"),
            (an_actual("2024-06-30", 10, replaces=1, reason="wrong"), "2025-02-02"),
            (an_actual("2024-09-30", 20), "2025-02-02"),
            stated=("2025-02-01",),
        )
    )

    assert found.then.rating is Rating.OFF_TRACK
    assert not found.moved
    assert [each.seq for each in found.corrections] == [2]
    assert [each.seq for each in found.new] == [3]


@pytest.mark.parametrize(
    ("moments", "begun"),
    [
        (("2024-06-30T23:59:59", "2024-07-01"), None),
        (("2024-07-02", "2024-07-01"), day("2024-07-01")),
        ((), None),
    ],
    ids=["one target was known", "none was", "nothing is recorded"],
)
def test_a_database_begins_where_the_earlier_day_knew_nothing(moments, begun):
    found = [change_of(recorded(stated=(each,))) for each in moments]

    assert begins(found) == begun


def test_a_statement_made_since_is_told():
    restated = a_statement(stated="2024-10-01", goal=a_goal(80))
    found = change_of(
        recorded(
            stated=("2024-01-02", "2024-10-02"), statements=(a_statement(), restated)
        )
    )

    assert [each.statement.goal.value for each in found.stated] == [80]


def test_a_target_promised_since_has_no_earlier_rating():
    first = a_statement(stated="2024-09-01")
    found = change_of(recorded(stated=("2024-09-02",), statements=(first,)))

    assert found.then is None
    assert found.moved
