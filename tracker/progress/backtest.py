"""How well the forecasts of the past came true: every one that could have been made.

Each target is seen as it stood on the day of each of its reports: with the statements
made and the actuals dated by then. Corrections count from the start, as in a status.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain import Measure
from tracker.ledger import Ledger
from tracker.progress.forecasts import Spread
from tracker.progress.histories import History, history_of, reports_of
from tracker.progress.plan import expected
from tracker.progress.status import Status, status

if TYPE_CHECKING:
    from tracker.progress.forecast import Answer

# Statuses of which the forecasts are worked out at a time.
TOGETHER = 1000


@dataclass(frozen=True)
class Trial:
    """One forecast of a value, and what came.

    Attributes:
        made: The day of the report it was made on.
        on: The day it was made for.
        value: What was reported for that day.
        line: What the plan then in force expected on that day; the goal on the goal
            day. None where nothing was, or where it was met when the forecast was made.
        chance: Of meeting the line.
        met: Whether the value did.
    """

    key: str
    made: date
    on: date
    spread: Spread
    value: float
    line: float | None
    chance: float | None
    met: bool | None

    @property
    def covered(self) -> bool:
        """Whether the value lay in the interval of 80 per cent, ends included."""
        return self.spread.p10 <= self.value <= self.spread.p90


@dataclass(frozen=True)
class Score:
    """How some forecasts did.

    Attributes:
        cases: Values that were forecast and came.
        coverage: The share of them within the interval of 80 per cent; None of none.
        chances: How many of them had a line to meet.
        brier: The mean squared distance of these chances from what came, 1 or 0; an
            even chance always said has 0.25. None of none.
            Source: Brier 1950, Monthly Weather Review 78.
    """

    cases: int
    coverage: float | None
    chances: int
    brier: float | None


@dataclass(frozen=True)
class Backtest:
    """Every forecast that could have been made, and how they did.

    Attributes:
        by_target: Of the targets with a case, by their keys in the order given.
    """

    trials: tuple[Trial, ...]
    overall: Score
    by_target: Mapping[str, Score]


class _Asked(NamedTuple):
    """A status to forecast from, and the days and values that are known to follow."""

    seen: Status
    history: History
    came: dict[date, float]


def backtest(ledgers: Iterable[Ledger], until: date = date.max) -> Backtest:
    """The forecasts made on the day of each report, against the later reports.

    What happened after `until` is not known.

    Forecast are the reports 1, 2, 4, 8 ... places later, up to the goal day, and the
    value on the goal day once a report of that day or later is in. For a quota this
    stays within the period.
    """
    asked = (each for ledger in ledgers for each in _asked(ledger, until))
    trials = tuple(_trials(asked))
    by_target: dict[str, list[Trial]] = {}
    for trial in trials:
        by_target.setdefault(trial.key, []).append(trial)
    scores = {key: _score(several) for key, several in by_target.items()}
    return Backtest(trials, _score(trials), scores)


def _score(trials: Sequence[Trial]) -> Score:
    squares = [
        (each.chance - each.met) ** 2
        for each in trials
        if each.chance is not None and each.met is not None
    ]
    covered = [each.covered for each in trials]
    return Score(
        cases=len(trials),
        coverage=sum(covered) / len(covered) if covered else None,
        chances=len(squares),
        brier=sum(squares) / len(squares) if squares else None,
    )


def _asked(ledger: Ledger, until: date) -> Iterator[_Asked]:
    target, actuals = ledger.target, ledger.actuals
    if target.measure is Measure.MILESTONE:
        return
    last = max((each.on for each in actuals if each.on <= until), default=date.min)
    counting = status(target, actuals, last).counting
    for day in dict.fromkeys(each.on for each in counting):
        seen = status(target, actuals, day)
        history = history_of(seen)
        if not isinstance(history, History):
            continue
        end = min(last, seen.period.end) if seen.period else last
        came = _came(status(target, actuals, end), day, history.due, last)
        if came:
            yield _Asked(seen, history, came)


def _came(later: Status, made: date, due: date | None, last: date) -> dict[date, float]:
    """The values that are forecast on a day, as they came, by day."""
    known = reports_of(later)
    ahead = [day for day in known if day > made and (due is None or day <= due)]
    found = {
        ahead[place - 1]: known[ahead[place - 1]] for place in _doubling(len(ahead))
    }
    if due and last >= due:
        found[due] = known[max(day for day in known if day <= due)]
    return found


def _doubling(most: int) -> Iterator[int]:
    place = 1
    while place <= most:
        yield place
        place *= 2


def _trials(asked: Iterator[_Asked]) -> Iterator[Trial]:
    """So many statuses at a time, that all of a country's need not be kept."""
    while several := list(islice(asked, TOGETHER)):
        yield from _tried(several)


def _tried(asked: Sequence[_Asked]) -> Iterator[Trial]:
    from tracker.progress.forecast import Question, answers

    lines = [[_line(each.seen, on) for on in each.came] for each in asked]
    questions = [
        Question(
            each.history,
            tuple(each.came),
            tuple(each.history.goal if line is None else line for line in own),
        )
        for each, own in zip(asked, lines, strict=True)
    ]
    for each, own, found in zip(asked, lines, answers(questions), strict=True):
        came = zip(each.came.items(), own, found, strict=True)
        for (on, value), line, answer in came:
            yield _trial(each.seen, on, value, line, answer)


def _line(seen: Status, on: date) -> float | None:
    """What the plan expects on a day; None where that is nothing more to be done."""
    line = expected(seen.now.plan, on)
    assert seen.actual is not None, "a target that is forecast has an actual"
    statement = seen.now.statement
    if line is None or (
        statement.meets(seen.actual.value, line) and not statement.held
    ):
        return None
    return line


def _trial(
    seen: Status, on: date, value: float, line: float | None, answer: Answer
) -> Trial:
    return Trial(
        key=seen.target.key,
        made=seen.as_of,
        on=on,
        spread=answer.spread,
        value=value,
        line=line,
        chance=None if line is None else answer.chance,
        met=None if line is None else seen.now.statement.meets(value, line),
    )
