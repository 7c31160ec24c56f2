"""The lines of a burn-up as shares of the change from baseline to goal. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from tracker.charts.geometry import Place
from tracker.charts.lines import Lines
from tracker.progress.forecasts import FanDay, Spread
from tracker.progress.status import Status

# What lies beyond these shares is cut off: one target of ten times its goal, or fallen
# far below its baseline, would press all others flat.
_LEAST, _MOST = -0.5, 1.5
_ROOM = 0.06

Share = Callable[[float], float]


def as_shares(status: Status, lines: Lines) -> Lines:
    """The lines with 0 for the baseline and 1 for the goal in force.

    For a level that must be kept 0 stays 0. Without any way to go there are no lines.
    """
    share = _share_of(status)
    if share is None:
        bare = replace(lines, lead=[], running=[], plan=[], first=[], scope=[])
        return replace(bare, due=[], fan=(), met=None)

    def scaled(line: Iterable[Place]) -> list[Place]:
        return [Place(each.on, share(each.value)) for each in line]

    return replace(
        lines,
        lead=scaled(lines.lead),
        running=scaled(lines.running),
        plan=scaled(lines.plan),
        first=scaled(lines.first),
        scope=scaled(lines.scope),
        due=[replace(each, value=share(each.value)) for each in lines.due],
        fan=tuple(_scaled_day(each, share) for each in lines.fan),
        met=lines.met and Place(lines.met.on, share(lines.met.value)),
    )


def common_range(every: Iterable[Lines]) -> tuple[float, float]:
    """The lowest and the highest share that all panels of a page show."""
    shown = [0.0, 1.0]
    for lines in every:
        for line in (lines.lead, lines.running, lines.plan, lines.first, lines.scope):
            shown += [each.value for each in line]
    low, high = max(min(shown), _LEAST), min(max(shown), _MOST)
    return low - (_ROOM if low < 0 else 0.0), high + _ROOM


def _share_of(status: Status) -> Share | None:
    now = status.now
    start = 0.0 if now.statement.held else now.plan.start
    change = now.goal - start
    return (lambda value: (value - start) / change) if change else None


def _scaled_day(each: FanDay, share: Share) -> FanDay:
    was = each.spread
    points = (was.p10, was.p25, was.p50, was.p75, was.p90)
    return FanDay(each.on, Spread(*map(share, points)))
