"""How reports speak of a target that is the sum or the mean of its parts."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.domain import Measure
from tracker.progress.rating import Rating
from tracker.progress.status import Status
from tracker.reports.areas import area_name
from tracker.reports.phrases import say
from tracker.reports.words import by_day, title_of


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
    labels = status.target.labels
    if depth and labels.area:
        return area_name(labels.area, lang)
    return title_of(status.target.key, labels, lang)


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
