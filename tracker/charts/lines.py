"""Everything a burn-up draws, gathered from a status. Pure, no matplotlib."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from tracker.charts.fan import fan_of, legible, met_place
from tracker.charts.geometry import Place
from tracker.charts.series import (
    Reach,
    checkpoints,
    lead_in,
    plan_line,
    reach,
    restated_places,
    running_line,
    scope_line,
    value_range,
)
from tracker.domain import Checkpoint
from tracker.progress.forecasts import FanDay
from tracker.progress.standing import Standing
from tracker.progress.status import Status


@dataclass(frozen=True)
class Lines:
    """The lines of a burn-up, in days and values; empty where there is none.

    Attributes:
        lead: From the baseline to the first actual.
        since, until: The first and the last day of plan and scope.
        first: The plan as first stated, where it was restated.
        restated: Where on the scope line the goal was stated anew.
        due: The checkpoints of the plan in force.
        first_due: Those of the first plan that are not among them.
        first_goal: The goal first stated, where it had another day or value.
        fan: The forecast, day by day.
        fan_ends: The day after which it is too wide to be drawn; None if on none.
        met: Where its median reaches the goal, if that day is shown.
    """

    days: Reach
    since: date
    until: date
    lead: list[Place]
    running: list[Place]
    plan: list[Place]
    first: list[Place]
    scope: list[Place]
    restated: list[Place]
    due: list[Checkpoint]
    first_due: list[Checkpoint]
    first_goal: Place | None
    fan: tuple[FanDay, ...]
    fan_ends: date | None
    met: Place | None

    def range(self, status: Status) -> tuple[float, float]:
        """The lowest and the highest value a panel of these lines shows."""
        marks = [Place(each.by, each.value) for each in self.due]
        shown = [self.lead, self.running, self.plan, self.first, self.scope, marks]
        return value_range(status, shown, [each.spread for each in self.fan])


def lines_of(status: Status) -> Lines:
    """The lines of a status."""
    days, now, first = reach(status), status.now, _first(status)
    since, quota = _begins(status, days), status.period is not None
    until = max(now.due or days.last, since)
    due = [] if quota else checkpoints(now, status.statements)
    first_due = []
    if first and not quota:
        stated = checkpoints(first, status.statements[:1])
        first_due = [each for each in stated if each not in due]
    found = Lines(
        days=days,
        since=since,
        until=until,
        lead=lead_in(status),
        running=running_line(status),
        # The plan of a level that must be held is its goal.
        plan=[] if now.statement.held else plan_line(now.plan, since, until),
        first=plan_line(first.plan, since, first.due or until) if first else [],
        scope=scope_line(status, since, until),
        restated=restated_places(status, since, until),
        due=due,
        first_due=first_due,
        first_goal=_first_goal(now, first),
        fan=fan_of(status, days),
        fan_ends=None,
        met=met_place(status, days),
    )
    # The fan of a dated goal ends with its day.
    return found if now.due else _with_legible_fan(found, status)


def _with_legible_fan(lines: Lines, status: Status) -> Lines:
    met = lines.met.on if lines.met else None
    fan = legible(lines.fan, status, lines.range(status), met)
    ends = fan[-1].on if len(fan) < len(lines.fan) else None
    return replace(lines, fan=fan, fan_ends=ends)


def _first(status: Status) -> Standing | None:
    """The first statement's standing, unless that is of another period."""
    first = status.first
    return (
        first if first and (not status.period or first.due == status.now.due) else None
    )


def _first_goal(now: Standing, first: Standing | None) -> Place | None:
    if first is None or first.due is None:
        return None
    same = (first.due, first.goal) == (now.due, now.goal)
    return None if same else Place(first.due, first.goal)


def _begins(status: Status, days: Reach) -> date:
    """The day on which plan and scope begin: that of the baseline, if there is one."""
    if status.period:
        return status.period.start
    baseline = status.now.statement.baseline
    return max(baseline.on, days.first) if baseline else days.first
