"""The rating: one word for where a target stands on a day, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracker.domain import Labels, Measure, Statement


class Rating(StrEnum):
    """Where a target stands, from best to worst, then why nothing can be said."""

    ACHIEVED = "achieved"
    ON_TRACK = "on-track"
    AT_RISK = "at-risk"
    OFF_TRACK = "off-track"
    MISSED = "missed"
    NOT_DUE = "not-due"
    UNDATED = "undated"
    NO_DATA = "no-data"
    UNREPORTED = "unreported"

    def is_as_bad_as(self, other: Rating) -> bool:
        """Whether this is the other rating, or worse where both judge."""
        if self in JUDGED and other in JUDGED:
            return JUDGED.index(self) >= JUDGED.index(other)
        return self is other


JUDGED = (
    Rating.ACHIEVED,
    Rating.ON_TRACK,
    Rating.AT_RISK,
    Rating.OFF_TRACK,
    Rating.MISSED,
)


@dataclass(frozen=True)
class Case:
    """What the rating of a statement on a day rests on.

    Attributes:
        due: The goal day, for a quota the end of its period; None is undated.
        total: The running total on `day`; None is not known.
        achieved: The total meets the goal on `day`, or met it on the goal day.
        final_in: An actual of the goal day or a later day is in.
        change_due: The plan expects change from the baseline on `day`.
        change_was_due: The same on the data day.
        pace: None where the plan expects no change.
        lapsed: A checkpoint's day has come and its value is not met.
    """

    statement: Statement
    day: date
    due: date | None
    total: float | None
    achieved: bool
    final_in: bool
    change_due: bool
    change_was_due: bool
    pace: float | None
    lapsed: bool

    @property
    def after_due(self) -> bool:
        return self.due is not None and self.day > self.due

    @property
    def before_baseline(self) -> bool:
        baseline = self.statement.baseline
        return baseline is not None and self.day <= baseline.on


def rate(case: Case, labels: Labels) -> Rating:
    """The first rule that fits. Source: house rule, README "How numbers are defined".

    The thresholds on pace come from `labels`; a pace at a threshold passes it.
    """
    if case.statement.held:
        return _rate_held(case)
    if case.achieved:
        return Rating.ACHIEVED
    if case.due is None:
        return Rating.UNDATED
    if case.after_due:
        return Rating.MISSED if case.final_in else Rating.UNREPORTED
    if case.total is None:
        return _rate_without_actual(case)
    if not case.change_was_due or case.pace is None:
        return Rating.AT_RISK if case.lapsed else Rating.NOT_DUE
    return _rate_pace(case.pace, labels, lapsed=case.lapsed)


def _rate_held(case: Case) -> Rating:
    """A level to be kept: each reading either meets the line or does not."""
    if case.total is None:
        if case.after_due:
            return Rating.UNREPORTED
        return Rating.NOT_DUE if case.before_baseline else Rating.NO_DATA
    if case.due is not None and case.day >= case.due:
        return Rating.ACHIEVED if case.achieved else Rating.MISSED
    return Rating.ON_TRACK if case.achieved else Rating.OFF_TRACK


def _rate_without_actual(case: Case) -> Rating:
    milestone = case.statement.measure is Measure.MILESTONE
    waits = case.before_baseline or milestone or not case.change_due
    return Rating.NOT_DUE if waits else Rating.NO_DATA


def _rate_pace(pace: float, labels: Labels, *, lapsed: bool) -> Rating:
    if pace >= labels.on_track:
        return Rating.AT_RISK if lapsed else Rating.ON_TRACK
    return Rating.AT_RISK if pace >= labels.at_risk else Rating.OFF_TRACK
