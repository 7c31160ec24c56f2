"""How reports speak of a target that is the sum or the mean of its parts."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.domain import Measure, Target
from tracker.progress.rating import Rating
from tracker.progress.status import Status
from tracker.reports.areas import area_name
from tracker.reports.phrases import say
from tracker.reports.terminal import fitted, width
from tracker.reports.words import by_day, counted, title_of, word


def depths(statuses: Sequence[Status]) -> list[int]:
    """How deep each target stands below one that comes before it.

    A part that follows its whole, or another part of it, is one step deeper.
    """
    found = []
    above: list[str] = []
    for each in statuses:
        while above and above[-1] != each.target.labels.parent:
            above.pop()
        found.append(len(above))
        above.append(each.target.key)
    return found


def name_at(depth: int, status: Status, lang: str) -> str:
    """The title, or beneath its whole only the area that a part is about."""
    target = status.target
    return _name(target, lang) if depth else title_of(target.key, target.labels, lang)


def part_lines(parts: Sequence[Target], lang: str) -> list[str]:
    """The parts of a whole, a line each: the key, the area or title, and the goal."""
    named = [(each.key, _name(each, lang), _goal(each, lang)) for each in parts]
    if not named:
        return []
    keys, names = (max(width(each[place]) for each in named) for place in (0, 1))
    lines = [f"{fitted(k, keys)}  {fitted(n, names)}  {goal}" for k, n, goal in named]
    return [f"{say('parts', lang)}:", *(f"  {each}" for each in lines)]


def _name(target: Target, lang: str) -> str:
    area = target.labels.area
    if area:
        return area_name(area, lang)
    return title_of(target.key, target.labels, lang)


def _goal(target: Target, lang: str) -> str:
    """The goal of the latest statement, and its day."""
    last = target.statements[-1]
    day = by_day(last.goal.by, lang) if last.goal.by else ""
    if last.measure is Measure.MILESTONE:
        return day or say("no-day", lang)
    period = word(f"each-{last.period}", lang) if last.period else ""
    value = counted(last.goal.value, last.unit, lang)
    ends = day if day or period else say("no-day", lang)
    return ", ".join(each for each in (value, period, ends) if each)


def parts_phrase(status: Status, lang: str) -> str:
    """What of the parts its running total is; empty for one of its own."""
    rollup = status.rollup
    if rollup is None or not rollup.stands:
        return ""
    count = str(rollup.count)
    if status.target.measure is not Measure.LEVEL:
        return say("parts-sum", lang, reported=str(rollup.reported), count=count)
    if status.actual is not None:
        return say("parts-mean", lang, count=count)
    missing = str(len(rollup.missing))
    return say("parts-without-reading", lang, missing=missing, count=count)


def parts_reason(status: Status, lang: str) -> str:
    """Why the rating is what it is, where that is because of the parts, else empty."""
    rollup, now = status.rollup, status.now
    if rollup is None or not rollup.stands:
        return ""
    if status.actual is None:
        level = status.target.measure is Measure.LEVEL
        unknown = now.rating in (Rating.NO_DATA, Rating.UNREPORTED)
        return parts_phrase(status, lang) if level and unknown else ""
    if now.rating is Rating.UNREPORTED and now.due:
        return say("why-unreported-parts", lang, by=by_day(now.due, lang))
    return ""
