"""The forecast of targets from their reports; numpy is imported here and below."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from tracker.progress.forecasts import Days, Forecast, NoForecast, Spread
from tracker.progress.histories import History
from tracker.progress.outlook import Outlook, chances, days_met, outlook_of, spreads
from tracker.progress.trends import Floats, gathered

# So many targets at once: arrays that stay within a processor's cache.
TOGETHER = 256
SPREAD = (0.10, 0.25, 0.50, 0.75, 0.90)
SHARES = (0.10, 0.50, 0.90)


def quantiles(
    days: Sequence[float],
    values: Sequence[float],
    due: float,
    levels: Sequence[float],
    lower: float | None = None,
    upper: float | None = None,
) -> Floats:
    """The values that a target stays below on a day with each probability.

    Args:
        days: Of its reports, two or more, strictly increasing.
        due: A day after the last report.
        levels: Above 0 and below 1, increasing.
        lower, upper: What the measure cannot pass.
    """
    outlook = outlook_of(gathered([(days, values)]), [lower], [upper])
    found: Floats = spreads(outlook, np.array([[due]], float), levels)[0, 0]
    return found


def foretold(histories: Sequence[History]) -> list[Forecast]:
    """The forecast of each history, in the order given."""
    found: dict[int, Forecast] = {}
    order = sorted(range(len(histories)), key=lambda place: len(histories[place].days))
    for start in range(0, len(order), TOGETHER):
        places = order[start : start + TOGETHER]
        together = _foretold([histories[place] for place in places])
        found |= zip(places, together, strict=True)
    return [found[place] for place in range(len(histories))]


def spreads_of(history: History, days: Sequence[date]) -> list[Spread]:
    """The value of a target on each of some days after its last report."""
    asked = np.array([[float(day.toordinal()) for day in days]])
    found = spreads(_outlook([history]), asked, SPREAD)[0]
    return [Spread(*map(float, each)) for each in found]


def _outlook(histories: Sequence[History]) -> Outlook:
    return outlook_of(
        gathered([(each.days, each.values) for each in histories]),
        [each.lower for each in histories],
        [each.upper for each in histories],
    )


def _foretold(histories: Sequence[History]) -> list[Forecast]:
    outlook = _outlook(histories)
    goals = np.array([each.goal for each in histories])
    increase = np.array([each.increase for each in histories])
    horizons = np.array([float(each.horizon.toordinal()) for each in histories])
    # An undated target has no goal day; what is worked out for it is not shown.
    due = np.array(
        [[float((each.due or each.horizon).toordinal())] for each in histories]
    )
    values = spreads(outlook, due, SPREAD)[:, 0]
    chance = chances(outlook, due, goals, increase)[:, 0]
    met = days_met(outlook, goals, increase, horizons, SHARES)
    return [
        Forecast(
            reports=len(each.days),
            chance=float(chance[row]) if each.due else None,
            on_goal_day=Spread(*map(float, values[row])) if each.due else None,
            goal_day=None if each.met else _days(met[row], each.as_of),
            horizon=each.horizon,
            why=None if each.due else NoForecast.UNDATED,
        )
        for row, each in enumerate(histories)
    ]


def _days(met: Floats, as_of: date) -> Days:
    """A day before that of the report is not shown: it was not met by then."""
    return Days(
        *(
            None if np.isnan(day) else max(date.fromordinal(int(day)), as_of)
            for day in met
        )
    )
