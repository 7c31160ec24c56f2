"""Plan-fact: fact over plan, the other way round where less is better."""

from __future__ import annotations

import pytest

from tracker.progress.methods.plan_fact import plan_fact


@pytest.mark.parametrize(
    ("planned", "actual", "increase", "percent"),
    [
        pytest.param(208, 105, True, 50.5, id="105 of 208"),
        pytest.param(200, 210, True, 105, id="more than planned"),
        pytest.param(50, 40, False, 125, id="less than allowed"),
        pytest.param(50, 80, False, 62.5, id="more than allowed"),
        pytest.param(1000, 0, True, 0, id="nothing done"),
        pytest.param(0, 40, False, 0, id="nothing allowed"),
        pytest.param(800, 1.2, True, 0.2, id="0.15 is rounded up"),
        pytest.param(1000, 12.5, True, 1.3, id="1.25 is rounded up"),
        pytest.param(-50, -25, True, 50, id="as the figures stand"),
    ],
)
def test_degrees_of_achievement(planned, actual, increase, percent):
    found = plan_fact(planned, actual, increase=increase)

    assert (found.percent, found.reason) == (percent, None)


@pytest.mark.parametrize(
    ("planned", "actual", "increase", "why"),
    [
        pytest.param(0, 5, True, "divides-by-zero", id="nothing planned"),
        pytest.param(5, 0, False, "divides-by-zero", id="none left, less is better"),
        pytest.param(None, 5, True, "no-plan", id="no plan"),
        pytest.param(5, None, True, "no-actual", id="no actual"),
        pytest.param(None, None, True, "no-actual", id="neither"),
    ],
)
def test_without_a_figure_there_is_a_reason(planned, actual, increase, why):
    found = plan_fact(planned, actual, increase=increase)

    assert (found.percent, found.reason) == (None, why)
