"""Every figure of a status, compared with a second and plainer implementation."""

from __future__ import annotations

import math
import os
from typing import Any

from hypothesis import given, settings

from tests.progress.oracle import Answer, answer
from tests.progress.strategies import cases
from tracker.domain import Measure
from tracker.progress.standing import Standing
from tracker.progress.status import Status, status

EXAMPLES = int(os.environ.get("TRACKER_EXAMPLES", "400"))


FIELDS = ("statement", "expected", "variance", "share", "pace", "days_late")


def shown(found: Standing) -> dict[str, Any]:
    """The figures of a standing by name; its days ahead are compared apart."""
    return {name: getattr(found, name) for name in FIELDS} | {
        "rating": str(found.rating),
        "next_checkpoint": found.next_checkpoint,
        "lapsed": list(found.lapsed_checkpoints),
    }


def worked(right: Answer) -> dict[str, Any]:
    return {name: getattr(right, name) for name in FIELDS} | {
        "rating": right.rating,
        "next_checkpoint": right.next_checkpoint,
        "lapsed": right.lapsed,
    }


def reported(found: Status) -> dict[str, Any]:
    actual = found.actual
    return {
        "total": actual and actual.value,
        "data_day": actual and actual.on,
        "entries": actual.entries if actual else 0,
        "stale": found.stale,
    }


def counted(right: Answer) -> dict[str, Any]:
    return {
        "total": None if right.total is None else float(right.total),
        "data_day": right.data_day,
        "entries": right.entries,
        "stale": right.stale,
    }


def assert_alike(found: Standing, right: Answer) -> None:
    assert differences(shown(found), worked(right)) == {}
    assert rounds_to(found.days_ahead, right.ahead), (found.days_ahead, right.ahead)


def alike(left: Any, right: Any) -> bool:
    if left is None or right is None or isinstance(left, (str, list)):
        return left == right
    if isinstance(left, (int, float)):
        return math.isclose(left, right, rel_tol=1e-9, abs_tol=1e-9)
    return left == right


def differences(found: dict[str, Any], right: dict[str, Any]) -> dict[str, Any]:
    return {
        name: (found[name], right[name] and str(right[name]))
        for name in right
        if not alike(found[name], right[name])
    }


def rounds_to(days: int | None, exactly: Any) -> bool:
    """Whole days; exactly half a day may come out on either side in doubles."""
    if days is None or exactly is None:
        return days is None and exactly is None
    return abs(days - exactly) < 0.5 + 1e-6


@settings(max_examples=EXAMPLES, deadline=None, derandomize=True)
@given(cases())
def test_every_figure_is_that_of_the_plain_reading_of_the_rules(case):
    target, ledger, day = case

    found, right = status(target, ledger, day), answer(target, ledger, day)

    assert reported(found) == counted(right)
    assert (found.first is None) == (right.first is None)
    assert_alike(found.now, right)
    if found.first:
        assert_alike(found.first, right.first)


@settings(max_examples=EXAMPLES // 2, deadline=None, derandomize=True)
@given(cases(Measure.PERIODIC))
def test_every_period_is_that_of_the_plain_reading_of_the_rules(case):
    target, ledger, day = case

    found, right = status(target, ledger, day), answer(target, ledger, day)

    assert found.period == right.period
    assert alike(found.now.goal, right.quota)
    for each, past in zip(found.periods, right.periods, strict=True):
        assert (each.span, str(each.rating)) == (past.span, past.rating)
        assert alike(each.total, past.total)
        assert alike(each.quota, past.quota)
