"""What a form asks: a row a target, with what it may be answered."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from tracker.domain import Direction, Measure, Statement
from tracker.progress.admission import begins
from tracker.progress.readings import readings
from tracker.progress.status import Status
from tracker.reports.words import title_of, unit_name
from tracker.reports.xlsx import cells as typed
from tracker.reports.xlsx.cells import Cell


class Limits(NamedTuple):
    """What a value may be (inclusive); None is any."""

    least: float | None = None
    most: float | None = None


class Question(NamedTuple):
    """One target that a form asks for.

    Attributes:
        shown: Its key, title, unit, last figure and the day of that.
        since: The first day a figure may have; None is any.
    """

    key: str
    measure: Measure
    shown: tuple[Cell | None, ...]
    since: date | None
    limits: Limits

    @property
    def is_milestone(self) -> bool:
        return self.measure is Measure.MILESTONE


def questions(statuses: Iterable[Status], lang: str) -> list[Question]:
    """What is asked of some targets, with what was last reported of each."""
    return [_question(each, lang) for each in statuses]


def _question(status: Status, lang: str) -> Question:
    target, statement = status.target, status.now.statement
    on, value = _last(status) or (None, None)
    return Question(
        key=target.key,
        measure=target.measure,
        shown=(
            typed.text(target.key),
            typed.text(title_of(target.key, target.labels, lang)),
            typed.text(unit_name(statement.unit, lang)),
            typed.total(value, target.measure, lang),
            typed.day(on, lang),
        ),
        since=begins(target.first),
        limits=_limits(statement),
    )


def _last(status: Status) -> tuple[date, float] | None:
    """What was last reported and its day; of a quota whenever its period was."""
    if status.actual:
        return status.actual.on, status.actual.value
    return next(reversed(readings(status)), None)


def _limits(statement: Statement) -> Limits:
    """The bounds of a reading; what is counted is not negative unless it goes down."""
    if statement.measure is Measure.LEVEL:
        return Limits(statement.lower, statement.upper)
    falls = statement.direction is Direction.DECREASE or statement.start < 0
    return Limits(None if falls else 0, statement.upper)
