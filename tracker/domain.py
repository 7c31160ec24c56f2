"""The values everything else speaks of: frozen, checked at the door, no behaviour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from tracker.periods import Period

# Share of the planned change that must be achieved. Source: house rule, README.
ON_TRACK_FROM = 0.95
AT_RISK_FROM = 0.80

LANGUAGES = ("en", "kk", "ru")


class Measure(StrEnum):
    """How actuals add up."""

    CUMULATIVE = "cumulative"
    PERIODIC = "periodic"
    LEVEL = "level"
    MILESTONE = "milestone"


class Direction(StrEnum):
    """Which way is better."""

    INCREASE = "increase"
    DECREASE = "decrease"


class Shape(StrEnum):
    """How a plan runs between two of its knots."""

    LINEAR = "linear"
    STEP = "step"


class CarryOver(StrEnum):
    """What one period of a quota hands on to the next."""

    NONE = "none"
    SURPLUS = "surplus"
    SHORTFALL = "shortfall"


class Kind(StrEnum):
    """What one row of a target's ledger of actuals says."""

    TOTAL = "total"
    INCREMENT = "increment"
    DONE = "done"
    NOT_DONE = "not-done"
    WITHDRAWAL = "withdrawal"


class Evidence(StrEnum):
    """How well an actual is attested."""

    CLAIMED = "claimed"
    DOCUMENTED = "documented"
    VERIFIED = "verified"


@dataclass(frozen=True)
class Baseline:
    """Value and day from which change is counted."""

    value: float
    on: date


@dataclass(frozen=True)
class Checkpoint:
    """A value due on the way; `added` where it was stated as so many more."""

    value: float
    by: date
    added: float | None = None


@dataclass(frozen=True)
class Goal:
    """The value and the day it is due (inclusive); `by` is None for no day."""

    value: float
    by: date | None


@dataclass(frozen=True)
class Source:
    """Who said so, and where."""

    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    section: str | None = None
    url: str | None = None

    def __str__(self) -> str:
        said = [self.publisher, self.title, self.section]
        return ", ".join(part for part in said if part)


# Per language: one text, and for units the text of each plural category.
Texts = Mapping[str, str]
Unit = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Statement:
    """A target as stated on a day.

    Attributes:
        baseline: None for a milestone, for a quota that runs from its first
            period, and for a level that must be held.
        checkpoints: In strictly increasing order of days.
        period: The rhythm of a periodic target; None for any other.
        lower, upper: Bounds of every total or reading (inclusive); None is none.
        reason: Why a revision was made, where its source says so.
        digest: Of the stored row; empty before it is stored, and no part of what
            makes two statements the same.
    """

    stated: date
    measure: Measure
    direction: Direction
    unit: Unit
    goal: Goal
    baseline: Baseline | None = None
    checkpoints: tuple[Checkpoint, ...] = ()
    shape: Shape = Shape.LINEAR
    period: Period | None = None
    carry_over: CarryOver = CarryOver.NONE
    lower: float | None = None
    upper: float | None = None
    source: Source = field(default_factory=Source)
    note: str | None = None
    reason: str | None = None
    digest: str = field(default="", compare=False)

    @property
    def start(self) -> float:
        """The value from which change is counted; 0 where none is declared."""
        return self.baseline.value if self.baseline else 0.0

    def meets(self, value: float, goal: float | None = None) -> bool:
        """Whether a value is at or beyond the goal (or the one given)."""
        line = self.goal.value if goal is None else goal
        if self.direction is Direction.DECREASE:
            return value <= line
        return value >= line

    @property
    def held(self) -> bool:
        """Whether this is a level to be kept where it is, not one to be reached."""
        if self.measure is not Measure.LEVEL:
            return False
        return self.baseline is None or self.meets(self.baseline.value)


@dataclass(frozen=True)
class Labels:
    """Names, owner, place among others, house rules; no promised figure.

    Attributes:
        parent: The key of the target that this one is part of.
        area: The part of the country that it is about, as a code of ISO 3166-2.
        weight: What it counts for among the parts of its parent; None is 1.
    """

    title: Texts
    programme: Texts | None = None
    owner: Texts | None = None
    parent: str | None = None
    area: str | None = None
    weight: float | None = None
    report_every: Period | None = None
    on_track: float = ON_TRACK_FROM
    at_risk: float = AT_RISK_FROM


@dataclass(frozen=True)
class Target:
    """One stated commitment, with every statement of it.

    Attributes:
        statements: At least one, in strictly increasing order of `stated`.
    """

    key: str
    labels: Labels
    statements: tuple[Statement, ...]

    @property
    def first(self) -> Statement:
        return self.statements[0]

    @property
    def measure(self) -> Measure:
        return self.first.measure

    def in_force(self, day: date) -> Statement:
        """The latest statement made on or before a day, else the first."""
        made = [each for each in self.statements if each.stated <= day]
        return made[-1] if made else self.first


@dataclass(frozen=True)
class Actual:
    """One reported figure, as it stands in its target's ledger.

    Attributes:
        seq: Its place in the ledger, from 1; `KEY#seq` names it.
        value: 1 for done, 0 for not done, None for a withdrawal.
        replaces: The `seq` of the row this one corrects or withdraws.
        reason: Why it does so, or why a contradiction was recorded all the same.
    """

    seq: int
    on: date
    kind: Kind
    value: float | None
    evidence: Evidence = Evidence.CLAIMED
    item: str | None = None
    source: str | None = None
    url: str | None = None
    note: str | None = None
    author: str = ""
    recorded_at: datetime | None = None
    replaces: int | None = None
    reason: str | None = None
    digest: str = ""

    @property
    def said(self) -> tuple[object, ...]:
        """What makes another row the same report: figure, day, source and item."""
        return (self.on, self.kind, self.value, self.source, self.item)

    @property
    def told(self) -> tuple[object, ...]:
        """All that it tells, whoever recorded it."""
        return (*self.said, self.evidence, self.url, self.note)


def exact(value: float) -> Decimal:
    """A typed figure as it was typed, so that sums are those worked by hand.

    0.1 + 0.2 is 0.3 and not 0.30000000000000004, in whatever order it is added.
    """
    return Decimal(repr(value))


def typed(value: float) -> str:
    """A figure in digits, without exponent or trailing noughts: 0.00001, 105."""
    text = format(Decimal(f"{value:.15g}"), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
