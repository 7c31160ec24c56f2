"""In words, what one statement says otherwise than another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date

from tracker.catalogue.wording import figure, shown
from tracker.domain import Baseline, Checkpoint, Goal, Statement, Unit

# Too long for one line: only that they changed is said.
_PROSE = ("reason", "note")


def differences(old: Statement, new: Statement) -> tuple[str, ...]:
    """Each difference as `goal 369 by 2025-12-31 -> 217 by 2025-12-31`."""
    return (
        *_pair("stated", old.stated.isoformat(), new.stated.isoformat()),
        *_pair("measure", old.measure, new.measure),
        *_pair("direction", old.direction, new.direction),
        *_units(old.unit, new.unit),
        *_pair("baseline", _baseline(old.baseline), _baseline(new.baseline)),
        *_checkpoints(old, new),
        *_pair("goal", _goal(old.goal), _goal(new.goal)),
        *_pair("plan", old.shape, new.shape),
        *_pair("period", old.period, new.period),
        *_pair("carry_over", old.carry_over, new.carry_over),
        *_pair("lower bound", _bound(old.lower), _bound(new.lower)),
        *_pair("upper bound", _bound(old.upper), _bound(new.upper)),
        *_sources(old, new),
        *_prose(old, new),
    )


def _pair(name: str, old: str | None, new: str | None) -> Iterator[str]:
    if old == new:
        return
    if old is None:
        yield f"{name} {shown(new or '')} added"
    elif new is None:
        yield f"{name} {shown(old)} dropped"
    else:
        yield f"{name} {shown(old)} -> {shown(new)}"


def _baseline(baseline: Baseline | None) -> str | None:
    return f"{figure(baseline.value)} on {baseline.on}" if baseline else None


def _goal(goal: Goal) -> str:
    return f"{figure(goal.value)} {f'by {goal.by}' if goal.by else 'without a day'}"


def _bound(bound: float | None) -> str | None:
    return None if bound is None else figure(bound)


def _checkpoint(checkpoint: Checkpoint | None) -> str | None:
    return f"{figure(checkpoint.value)} by {checkpoint.by}" if checkpoint else None


def _checkpoints(old: Statement, new: Statement) -> Iterator[str]:
    before: dict[date, Checkpoint] = {each.by: each for each in old.checkpoints}
    after: dict[date, Checkpoint] = {each.by: each for each in new.checkpoints}
    for day in sorted({*before, *after}):
        was, is_now = before.get(day), after.get(day)
        told = [*_pair("checkpoint", _checkpoint(was), _checkpoint(is_now))]
        yield from told
        if was and is_now and not told:
            name = f"checkpoint {_checkpoint(was)} stated as so many more:"
            yield from _pair(name, _bound(was.added), _bound(is_now.added))


def _units(old: Unit, new: Unit) -> Iterator[str]:
    for language in [*old, *(each for each in new if each not in old)]:
        was, is_now = old.get(language, {}), new.get(language, {})
        name = "unit" if language == "en" else f"unit ({language})"
        told = [*_pair(name, was.get("other"), is_now.get("other"))]
        yield from told
        if was != is_now and not told:
            yield f"{name} plural forms changed"


def _sources(old: Statement, new: Statement) -> Iterator[str]:
    was, is_now = asdict(old.source), asdict(new.source)
    for name in was:
        yield from _pair(f"source {name}", _plain(was[name]), _plain(is_now[name]))


def _plain(value: str | date | None) -> str | None:
    return None if value is None else str(value)


def _prose(old: Statement, new: Statement) -> Iterator[str]:
    for name in _PROSE:
        if getattr(old, name) != getattr(new, name):
            yield f"{name} changed"
