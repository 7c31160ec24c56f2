"""What the next checkpoint needs: 0 -> 100 over 2024, 60 by the end of June."""

from __future__ import annotations

import pytest

from tests.builders import a_baseline, a_goal, a_statement, a_target, an_actual, day
from tracker.progress.needs import next_need
from tracker.progress.status import status

JUNE = (60, "2024-06-30")


def need_of(as_of, *actuals, **fields):
    target = a_target(a_statement(JUNE, **fields))
    return next_need(status(target, actuals, day(as_of)))


def test_a_checkpoint_needs_what_is_missing_by_the_month():
    # From 30 April to 30 June are 61 days, two months and 0.1 days of 365.25 / 12.
    need = need_of("2024-04-30", an_actual("2024-04-15", 20))

    assert (need.checkpoint.value, need.missing) == (60, 40)
    assert need.required == pytest.approx(40 / 61 * 30.4375)


def test_what_is_to_fall_has_less_than_nothing_to_go():
    need = need_of(
        *("2024-04-30", an_actual("2024-04-15", 90)),
        baseline=a_baseline(100),
        goal=a_goal(0),
    )

    assert need.missing == -30


def test_a_checkpoint_that_is_met_early_needs_nothing():
    need = need_of("2024-04-30", an_actual("2024-04-15", 61))

    assert (need.missing, need.required) == (0, 0)


def test_without_a_report_it_is_not_known_what_is_missing():
    need = need_of("2024-04-30")

    assert (need.checkpoint.value, need.missing, need.required) == (60, None, None)


@pytest.mark.parametrize("as_of", ["2024-06-30", "2024-07-01"])
def test_no_checkpoint_is_to_come_once_its_day_is_there(as_of):
    assert need_of(as_of, an_actual("2024-04-15", 20)) is None
