"""What a status report is made of, whatever form it takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tracker.progress.rating import Rating
from tracker.progress.status import Status
from tracker.reports.numbers import NBSP, whole_second
from tracker.reports.phrases import say
from tracker.reports.words import TARGETS, counted, long_day, short_day, text_in, word


@dataclass(frozen=True)
class Report:
    """The statuses of some targets on one day.

    Attributes:
        statuses: In the order of the file.
        known_at: What had been recorded by then; None is up to now.
        lang: `en`, `kk` or `ru`.
        head: The digest over the ends of all ledgers; None is not known.
    """

    statuses: tuple[Status, ...]
    as_of: date
    known_at: datetime | None
    lang: str
    head: str | None = None


def by_programme(report: Report) -> list[tuple[str, list[Status]]]:
    """The statuses by programme, in the order of the file, those of none at the end."""
    groups: dict[str, list[Status]] = {}
    rest: list[Status] = []
    for each in report.statuses:
        programme = each.target.labels.programme
        if programme is None:
            rest.append(each)
        else:
            groups.setdefault(text_in(programme, report.lang), []).append(each)
    if rest:
        groups[word("no-programme", report.lang)] = rest
    return list(groups.items())


def heading(report: Report, of: str | None = None) -> str:
    """What the report is of, of the targets unless told, on which day, known when."""
    lang = report.lang
    of = of or word("targets", lang)
    day = long_day(report.as_of, lang)
    if lang == "kk":
        text = f"{of}, {day} {word('as-of', lang)}"
    else:
        text = f"{of} {word('as-of', lang)} {day}"
    return text + as_known(report.known_at, lang)


def as_known(known_at: datetime | None, lang: str) -> str:
    """What a heading adds where only what was known by a moment counts."""
    if known_at is None:
        return ""
    return f", {word('known-at', lang)} {shown_moment(known_at)}"


def summary(statuses: Sequence[Status], lang: str) -> str:
    """How many targets stand where."""
    if not statuses:
        return say("nothing-known", lang)
    counts = Counter(each.rating for each in statuses)
    parts = [
        count_of(counts[rating], word(rating, lang), lang)
        for rating in Rating
        if counts[rating]
    ]
    text = f"{counted(len(statuses), TARGETS, lang)}: {', '.join(parts)}"
    stale = sum(each.stale for each in statuses)
    return f"{text}; {count_of(stale, word('stale', lang), lang)}" if stale else text


def stale_note(status: Status, lang: str) -> str:
    """That the figures a rating rests on are stale, and from when; else empty.

    It stands beside the rating, which alone would look as good as a fresh one.
    """
    if not status.stale or status.actual is None:
        return ""
    return say("stale-of", lang, date=short_day(status.actual.on, lang))


def count_of(count: int, what: str, lang: str) -> str:
    """So many of something, as a summary counts them."""
    return f"{count} {what}" if lang == "en" else f"{what}{NBSP}–{NBSP}{count}"


def moment(value: datetime) -> str:
    """A moment in UTC as ISO writes it, for machines."""
    return value.isoformat().replace("+00:00", "Z")


def shown_moment(value: datetime) -> str:
    """A moment in UTC for people, to the second."""
    return f"{whole_second(value):%Y-%m-%d %H:%M:%SZ}"
