"""Small values for tests, naming only what matters: 0 -> 100 over leap year 2024."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tracker.domain import (
    Actual,
    Baseline,
    CarryOver,
    Checkpoint,
    Direction,
    Goal,
    Kind,
    Labels,
    Measure,
    Shape,
    Statement,
    Target,
)
from tracker.periods import Period

UNIT = {"en": {"other": "schools"}}
# Fields that tests write as plain words.
WORDS = {
    "direction": Direction,
    "shape": Shape,
    "period": Period,
    "carry_over": CarryOver,
    "report_every": Period,
}


def _in_words(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields with each plain word made the value it stands for."""
    return {
        name: WORDS[name](value) if name in WORDS and value else value
        for name, value in fields.items()
    }


def day(text: str) -> date:
    return date.fromisoformat(text)


def a_goal(value: float = 100, by: str | None = "2024-12-31") -> Goal:
    return Goal(value, by and day(by))


def a_baseline(value: float = 0, on: str = "2024-01-01") -> Baseline:
    return Baseline(value, day(on))


def a_statement(
    *checkpoints: tuple[float, str],
    stated: str = "2024-01-01",
    goal: Goal | None = None,
    **fields: Any,
) -> Statement:
    """Cumulative 0 -> 100 over 2024; the direction follows from baseline and goal."""
    measure = Measure(fields.pop("measure", Measure.CUMULATIVE))
    counted = measure in {Measure.CUMULATIVE, Measure.LEVEL}
    baseline = fields.pop("baseline", a_baseline() if counted else None)
    goal = goal or a_goal(1 if measure is Measure.MILESTONE else 100)
    falls = baseline is not None and goal.value < baseline.value
    direction = Direction.DECREASE if falls else Direction.INCREASE
    return Statement(
        stated=day(stated),
        measure=measure,
        unit=UNIT,
        goal=goal,
        baseline=baseline,
        checkpoints=tuple(Checkpoint(value, day(by)) for value, by in checkpoints),
        **{"direction": direction} | _in_words(fields),
    )


def a_target(*statements: Statement, **labels: Any) -> Target:
    """A target of these statements, the first one first; of the usual one without."""
    said = Labels(title={"en": "Schools opened"}, **_in_words(labels))
    return Target("schools", said, statements or (a_statement(),))


def an_actual(
    on: str,
    value: float | None = 0,
    *,
    kind: str = "total",
    seq: int = 1,
    **fields: Any,
) -> Actual:
    return Actual(seq=seq, on=day(on), kind=Kind(kind), value=value, **fields)


def a_ledger(*rows: Actual) -> list[Actual]:
    """The rows as recorded one after the other: numbered from 1."""
    return [replace(row, seq=seq) for seq, row in enumerate(rows, start=1)]


def done(on: str, *, seq: int = 1) -> Actual:
    return an_actual(on, 1, kind="done", seq=seq)


def not_done(on: str, *, seq: int = 1) -> Actual:
    return an_actual(on, 0, kind="not-done", seq=seq)


def a_withdrawal(of: int, *, on: str = "2024-12-31", seq: int = 2) -> Actual:
    return an_actual(on, None, kind="withdrawal", seq=seq, replaces=of, reason="wrong")
