"""What the labels of a burn-up say."""

from __future__ import annotations

from datetime import date

from tracker.charts.words import put
from tracker.domain import Checkpoint, Measure, Statement
from tracker.progress.status import Status
from tracker.reports.numbers import figure
from tracker.reports.parts import parts_phrase
from tracker.reports.phrases import say
from tracker.reports.words import counted, short_day


def goal_note(status: Status, lang: str) -> tuple[str, ...]:
    """The goal and its day, then without its unit."""
    goal, unit, due = status.now.goal, status.now.statement.unit, status.now.due
    values = (counted(goal, unit, lang), figure(goal, lang))
    if due is None:
        return tuple(say("goal-undated", lang, value=each) for each in values)
    day = short_day(due, lang)
    return tuple(put("goal", lang, value=each, day=day) for each in values)


def place_note(value: float, on: date, lang: str) -> tuple[str, ...]:
    """A value and its day, then the value alone."""
    shown = figure(value, lang)
    return f"{shown}, {short_day(on, lang)}", shown


def checkpoint_note(checkpoint: Checkpoint, lang: str) -> tuple[str, ...]:
    """What is due on the way, and when."""
    return place_note(checkpoint.value, checkpoint.by, lang)


def restated_note(earlier: Statement, later: Statement, lang: str) -> tuple[str, ...]:
    """What a revision changed, the day it was made and who made it."""
    said = f"{_change(earlier, later, lang)}, {short_day(later.stated, lang)}"
    by = later.source.publisher or later.source.title
    return (f"{said}, {by}", said) if by else (said,)


def sources(status: Status, lang: str) -> list[str]:
    """Who stated the goal in force, and who gave the last figure."""
    nobody, statement = put("no-source", lang), status.now.statement
    said = str(statement.source) or nobody
    day = short_day(statement.stated, lang)
    found = [put("said-goal", lang, day=day, source=said)]
    if status.counting:
        last = status.counting[-1]
        day = short_day(last.on, lang)
        said = last.source or parts_phrase(status, lang) or nobody
        found.append(put("said-actual", lang, day=day, source=said))
    return found


def stamp(as_of: date, digest: str, lang: str) -> str:
    """The day of the report and the fingerprint of its data."""
    day = put("as-of", lang, day=short_day(as_of, lang))
    return f"{day} · {put('digest', lang, digest=digest)}"


def _change(earlier: Statement, later: Statement, lang: str) -> str:
    was, now = earlier.goal, later.goal
    values = f"{figure(was.value, lang)} → {figure(now.value, lang)}"
    if later.measure is Measure.MILESTONE or was.value == now.value:
        if was.by == now.by:
            return put("restated", lang)
        return f"{_due(was.by, lang)} → {_due(now.by, lang)}"
    if was.by == now.by:
        return values
    before, after = values.split(" → ")
    return f"{before} ({_due(was.by, lang)}) → {after} ({_due(now.by, lang)})"


def _due(day: date | None, lang: str) -> str:
    return short_day(day, lang) if day else say("no-day", lang)
