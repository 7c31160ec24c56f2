"""What is said at a stocktake: what stands how, what moved, what falls due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from tracker.domain import Measure, Unit
from tracker.progress.changes import Change, begins
from tracker.progress.due import Due
from tracker.progress.rating import Rating
from tracker.progress.status import Status
from tracker.reports.due import still_missing, what
from tracker.reports.league import By, groups
from tracker.reports.numbers import figure, percent, rounded
from tracker.reports.phrases import say
from tracker.reports.report import stale_note
from tracker.reports.words import (
    RATING_SYMBOLS,
    REPORTS,
    TARGETS,
    UNKNOWN,
    counted,
    long_day,
    short_day,
    tiny_day,
    title_of,
    word,
)

STATEMENTS: Unit = {
    "en": {"one": "statement", "other": "statements"},
    "kk": {"other": "мәлімдеме"},
    "ru": {
        "one": "заявление",
        "few": "заявления",
        "many": "заявлений",
        "other": "заявления",
    },
}
CORRECTIONS: Unit = {
    "en": {"one": "correction", "other": "corrections"},
    "kk": {"other": "түзету"},
    "ru": {
        "one": "исправление",
        "few": "исправления",
        "many": "исправлений",
        "other": "исправления",
    },
}


class Item(NamedTuple):
    """One entry of a list.

    Attributes:
        label: The day or the name that it stands under; empty for none.
        below: What is said more quietly beneath; may be empty.
        rating: Whose badge stands before it; None for none.
        key: The target whose page it leads to; None for none.
    """

    text: str
    label: str = ""
    below: str = ""
    rating: Rating | None = None
    key: str | None = None


Rows = list[list[str]]


def ratings_table(
    changes: Sequence[Change], as_of: date, since: date, lang: str
) -> Rows:
    """The head, then for each rating that occurs its count then and now.

    And of how many now the figures are stale, where any are.
    """
    now = Counter(each.now.rating for each in changes)
    then = Counter(each.then.rating for each in changes if each.then)
    stale = Counter(each.now.rating for each in changes if each.now.stale)
    columns = [then, now, stale] if stale else [then, now]
    head = ["", tiny_day(since, lang), tiny_day(as_of, lang), say("pack-stale", lang)]
    rows = [
        [f"{RATING_SYMBOLS[each]} {word(each, lang)}", *(str(n[each]) for n in columns)]
        for each in Rating
        if now[each] or then[each]
    ]
    in_all = say("league-targets", lang).capitalize()
    every = [in_all, *(str(each.total()) for each in columns)]
    return [head[: len(every)], *rows, every]


def league_table(statuses: Sequence[Status], by: By, lang: str) -> Rows:
    """The head, then the groups, the worst first; empty where there is but one."""
    found = groups(statuses, by, lang)
    if len(found) < 2:
        return []
    head = ["", say("league-targets", lang), say("league-behind", lang)]
    return [[*head, word("days", lang)]] + [
        [
            each.name,
            str(len(each.statuses)),
            _share(each.share_behind, lang),
            UNKNOWN if each.days_ahead is None else _signed(each.days_ahead, lang),
        ]
        for each in found
    ]


def compared(changes: Sequence[Change], since: date, lang: str) -> str:
    """What the earlier report is: as it was known, or as far as it can be told."""
    day, first = long_day(since, lang), begins(changes)
    if first:
        begun = long_day(first, lang)
        return say("changed-begins", lang, begins=begun, since=day)
    text = say("changed-known", lang, since=day)
    later = sum(each.recorded_since is not None for each in changes)
    if not later:
        return text
    targets = counted(later, TARGETS, lang)
    return f"{text} {say('changed-later', lang, targets=targets)}"


def known_how(change: Change, lang: str) -> str:
    """How the earlier rating is known, where it is not from that day; else empty."""
    return say("known-now", lang) if change.recorded_since else ""


def came_in(changes: Iterable[Change], lang: str) -> str:
    """How many targets, reports, corrections, statements came in; empty for none."""
    counts = Counter[str]()
    for each in changes:
        counts["targets"] += each.recorded_since is not None
        counts["reports"] += len(each.new)
        counts["corrections"] += len(each.corrections)
        counts["statements"] += len(each.stated)
    units = {"reports": REPORTS, "corrections": CORRECTIONS, "statements": STATEMENTS}
    told = [counted(counts[n], unit, lang) for n, unit in units.items() if counts[n]]
    if counts["targets"]:
        targets = counted(counts["targets"], TARGETS, lang)
        told.insert(0, say("so-many-recorded", lang, targets=targets))
    return ", ".join(told)


def all_recorded(change: Change, lang: str) -> str:
    """How many statements and reports on a target there are by now; a dash for none."""
    day, ledger = change.now.as_of, change.ledger
    stated = sum(each.stated <= day for each in ledger.target.statements)
    reported = sum(each.on <= day and not each.replaces for each in ledger.actuals)
    counts = [(stated, STATEMENTS), (reported, REPORTS)]
    told = [counted(count, unit, lang) for count, unit in counts if count]
    return ", ".join(told) or UNKNOWN


def moved(changes: Sequence[Change], lang: str) -> list[Item]:
    """What moved of each target: those with another rating before all others."""
    found = [(each, _moves(each, lang)) for each in changes]
    return [
        Item(
            title_of(each.now.target.key, each.now.target.labels, lang),
            below="; ".join([*moves, *_stale(each.now, lang)]),
            rating=each.now.rating,
            key=each.now.target.key,
        )
        for each, moves in sorted(found, key=lambda pair: not pair[0].moved)
        if moves
    ]


def falling_due(dues: Iterable[Due], lang: str) -> list[Item]:
    """What falls due, a target each time."""
    return [
        Item(
            title_of(each.status.target.key, each.status.target.labels, lang),
            label=short_day(each.by, lang),
            below=_due(each, lang),
            key=each.status.target.key,
        )
        for each in dues
    ]


def due_of_one(dues: Iterable[Due], lang: str) -> list[Item]:
    """What falls due of one target; of what is overdue that it is."""
    return [
        Item(
            what(each, lang),
            label=short_day(each.by, lang),
            below="; ".join(
                part
                for part in (
                    say("overdue", lang) if each.overdue else "",
                    still_missing(each, lang),
                )
                if part
            ),
        )
        for each in dues
    ]


def notes(status: Status, lang: str) -> list[Item]:
    """What was told with the figures that count, the latest first."""
    return [
        Item(
            each.note, label=short_day(each.on, lang), below=each.source or each.author
        )
        for each in reversed(status.counting)
        if each.note
    ]


def _moves(change: Change, lang: str) -> list[str]:
    then, now = change.then, change.now
    if then is None and not change.moved:
        return []
    if then is None:
        return [f"{say('new-target', lang)}: {word(now.rating, lang)}"]
    found = []
    if then.rating is not now.rating:
        found.append(f"{word(then.rating, lang)} → {word(now.rating, lang)}")
    found += [_value_move(then, now, lang), _goal_move(then, now, lang)]
    return [each for each in found if each]


def _stale(status: Status, lang: str) -> list[str]:
    note = stale_note(status, lang)
    return [note] if note else []


def _value_move(then: Status, now: Status, lang: str) -> str:
    """From the figure of one report to that of the other; empty where it stayed."""
    old, new = then.actual, now.actual
    milestone = now.target.measure is Measure.MILESTONE
    # A quota starts again with each period: its figures are not compared.
    if new is None or milestone or then.period != now.period:
        return ""
    if old is not None and old.value == new.value:
        return ""
    value = counted(new.value, now.now.statement.unit, lang)
    return value if old is None else f"{figure(old.value, lang)} → {value}"


def _goal_move(then: Status, now: Status, lang: str) -> str:
    """From one goal to another, from one day to another; empty where both stayed."""
    old, new = then.now.statement.goal, now.now.statement.goal
    pairs = []
    if old.value != new.value:
        pairs.append([figure(each.value, lang) for each in (old, new)])
    if old.by != new.by:
        pairs.append([_day(each.by, lang) for each in (old, new)])
    told = ", ".join(" → ".join(pair) for pair in pairs)
    return f"{word('goal-short', lang)} {told}" if told else ""


def _day(day: date | None, lang: str) -> str:
    return short_day(day, lang) if day else say("no-day", lang)


def _due(due: Due, lang: str) -> str:
    return "; ".join(
        each for each in (what(due, lang), still_missing(due, lang)) if each
    )


def _share(share: float | None, lang: str) -> str:
    return UNKNOWN if share is None else percent(share, lang)


def _signed(days: int, lang: str) -> str:
    return f"{'+' if days > 0 else ''}{rounded(days, lang)}"
