"""What the formats of others are told of a target: its statement and its figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tracker.domain import Checkpoint, Measure, Statement, Target, Texts
from tracker.periods import Span, span_holding


class Reading(NamedTuple):
    """The running total at the end of a day; of a quota that of its period."""

    on: date
    value: float


@dataclass(frozen=True)
class Course:
    """A target, the statement of it in force, and its readings in order of days.

    Attributes:
        rate: What the completion method gives for its last reading, in per cent.
    """

    target: Target
    statement: Statement
    readings: tuple[Reading, ...]
    rate: float | None = None

    def knots(self) -> tuple[Checkpoint, ...]:
        """The values that are due, and when; none of a target without a day."""
        goal = self.statement.goal
        if self.statement.measure is Measure.PERIODIC:
            spans = dict.fromkeys(self._spans())
            return tuple(Checkpoint(goal.value, span.end) for span in spans)
        if goal.by is None:
            return ()
        return (*self.statement.checkpoints, Checkpoint(goal.value, goal.by))

    def _spans(self) -> tuple[Span, ...]:
        """The periods of a quota in which something was reported."""
        period = self.statement.period
        assert period is not None, "a quota has a period"
        return tuple(span_holding(each.on, period) for each in self.readings)


def in_language(texts: Texts, lang: str) -> str:
    """A text in one language, else in the first one that it has."""
    return texts.get(lang) or next(iter(texts.values()))


def unit_text(unit: Mapping[str, Mapping[str, str]], lang: str) -> str:
    """What is counted, in the form for many; nothing for a milestone."""
    forms = unit.get(lang) or next(iter(unit.values()), {})
    return forms.get("other", "")


_OF_ALL = (
    "revisions, corrections, evidence, sources and authors, owners, weights, rhythms "
    "of reports, bounds, steps of plans, plural forms of units"
)
# What these files have no place for, by the name of the form. A parent is held where
# its key begins that of its part.
LOST = {
    "open-sdg": f"{_OF_ALL}, programmes, parents, areas, checkpoints, other days than "
    "the last of a year, targets without a day, milestones, quotas of months and "
    "quarters, titles in other languages, and how figures add up",
    "iati": f"{_OF_ALL}, programmes, goals without a day, and whether a target is a "
    "quota or a milestone",
    "barometre": f"{_OF_ALL}, checkpoints, all figures but the last, titles in other "
    "languages, goals without a day, and how figures add up",
    "pilote": f"{_OF_ALL}, programmes, titles, units, goals without a day, and how "
    "figures add up",
}
