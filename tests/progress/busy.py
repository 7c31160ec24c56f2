"""Made-up histories in number, the same in every run, to time forecasts with."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from tracker.progress.histories import History

BEGIN = date(2010, 1, 1)


def histories(many: int, *, reports: int) -> list[History]:
    """Monthly counts that grow unevenly; half as much again is due a year later."""
    steps = np.random.default_rng(1).gamma(1.0, 10.0, (many, reports))
    return [_history(np.cumsum(each).tolist()) for each in steps]


def _history(values: list[float]) -> History:
    days = [BEGIN.toordinal() + 30 * place for place in range(len(values))]
    as_of = date.fromordinal(days[-1])
    return History(
        days=tuple(days),
        values=tuple(values),
        goal=1.5 * values[-1],
        increase=True,
        due=as_of + timedelta(365),
        met=False,
        lower=None,
        upper=None,
        as_of=as_of,
        horizon=as_of + timedelta(365) + (as_of - BEGIN),
    )
