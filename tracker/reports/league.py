"""Statuses in groups, the worst group first: who is behind, where, and how far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median
from typing import NamedTuple

from tracker.domain import Labels
from tracker.progress.rating import JUDGED, Rating
from tracker.progress.status import Status
from tracker.reports.areas import area_name
from tracker.reports.phrases import say
from tracker.reports.words import text_in, title_of

BEHIND = (Rating.OFF_TRACK, Rating.MISSED)
SILENT = (Rating.NO_DATA, Rating.UNREPORTED)


class By(StrEnum):
    """What targets are grouped by."""

    AREA = "area"
    PROGRAMME = "programme"
    OWNER = "owner"
    PARENT = "parent"


@dataclass(frozen=True)
class Group:
    """The targets of one area, programme, owner or parent.

    Attributes:
        key: The code of an area, the key of a parent, the name of a programme or an
            owner; None for the targets of none.
        name: What it is called in the language of the report.
        statuses: At least one, in the order of the file.
    """

    key: str | None
    name: str
    statuses: tuple[Status, ...]

    @property
    def ratings(self) -> Counter[Rating]:
        return Counter(each.rating for each in self.statuses)

    @property
    def judged(self) -> int:
        """How many are achieved, on track, at risk, off track or missed."""
        return sum(self.ratings[each] for each in JUDGED)

    @property
    def behind(self) -> int:
        """How many are off track or missed."""
        return sum(self.ratings[each] for each in BEHIND)

    @property
    def silent(self) -> int:
        """How many have no data, or none of the goal day."""
        return sum(self.ratings[each] for each in SILENT)

    @property
    def share_behind(self) -> float | None:
        """The part of the judged targets that is behind; None where none is judged."""
        return self.behind / self.judged if self.judged else None

    @property
    def pace(self) -> float | None:
        """The median pace: one early report of ten times the plan moves no group."""
        paces = [each.now.pace for each in self.statuses if each.now.pace is not None]
        return median(paces) if paces else None

    @property
    def days_ahead(self) -> int | None:
        """Of the judged target that is furthest behind and not achieved."""
        days = [
            each.now.days_ahead
            for each in self.statuses
            if each.rating in JUDGED[1:] and each.now.days_ahead is not None
        ]
        return min(days) if days else None


def groups(statuses: Sequence[Status], by: By, lang: str) -> tuple[Group, ...]:
    """The statuses in groups, the worst group first.

    Ranked by the share of the judged targets that is off track or missed; among
    equals by the target that is most days behind; then in the order of the file.
    Groups without a judged target come after the others, and the targets of no group
    last of all. Source: house rule, README.
    """
    labels_of = {each.target.key: each.target.labels for each in statuses}
    found: dict[str | None, list[Status]] = {}
    for each in statuses:
        found.setdefault(_key(each.target.labels, by, lang), []).append(each)
    made = (
        Group(key, _name(key, by, labels_of, lang), tuple(own))
        for key, own in found.items()
    )
    return tuple(sorted(made, key=_rank))


class _Rank(NamedTuple):
    """Compared from the left; what sorts first is worst."""

    of_none: bool
    unjudged: bool
    not_behind: float
    days_ahead: float


def _rank(group: Group) -> _Rank:
    share, days = group.share_behind, group.days_ahead
    return _Rank(
        of_none=group.key is None,
        unjudged=share is None,
        not_behind=1 - (share or 0.0),
        days_ahead=float("inf") if days is None else days,
    )


def _key(labels: Labels, by: By, lang: str) -> str | None:
    match by:
        case By.AREA:
            return labels.area
        case By.PARENT:
            return labels.parent
    texts = labels.programme if by is By.PROGRAMME else labels.owner
    return text_in(texts, lang) if texts else None


def _name(key: str | None, by: By, labels_of: Mapping[str, Labels], lang: str) -> str:
    if key is None:
        return say(f"no-{by}", lang)
    if by is By.AREA:
        return area_name(key, lang)
    if by is By.PARENT and key in labels_of:
        return title_of(key, labels_of[key], lang)
    return key
