"""The parts that `areas` is short for: one target for each area. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from tracker.areas import AREAS
from tracker.catalogue.areas import AreaGoals
from tracker.catalogue.contradictions import contradictions
from tracker.catalogue.wording import figure, shown
from tracker.domain import Goal, Labels, Measure, Statement, Target, Texts, exact

# Of more areas than this a sum is told by its ends.
_FEW = 4


class Stated(NamedTuple):
    """A statement, and the goals that it gives to areas; None without any."""

    statement: Statement
    areas: AreaGoals | None


def parts_by_area(
    target: Target, stated: Sequence[Stated], taken: Mapping[str, str]
) -> tuple[Target, ...]:
    """The parts of a target, in the order in which its areas are first named.

    An area that a revision does not name keeps the goal that it had.

    Args:
        taken: The targets of the file that are such a part already: by the key or
            the code of it.
    """
    statements: dict[str, list[Statement]] = {}
    goals: dict[str, float] = {}
    for statement, areas in stated:
        if areas is None or statement.measure is Measure.MILESTONE:
            continue  # For a milestone they mean nothing, which is noted already.
        if not _can_be_short(target, statement, areas):
            continue
        for code, goal in areas.goals.items():
            part = _statement(statement, goal)
            _check(part, code, areas)
            statements.setdefault(code, []).append(part)
        goals |= areas.goals
        _check_sum(statement, goals, areas)
        _check_taken(target.key, areas, taken)
    return tuple(
        Target(_key(target.key, code), _labels(target, code), tuple(found))
        for code, found in statements.items()
    )


def _can_be_short(target: Target, statement: Statement, areas: AreaGoals) -> bool:
    """Whether the goals say all that is to be known of the parts."""
    remedy = f'write each part out as [targets."{shown(target.key)}/..."]'
    if "/" in target.key:
        message = "has no place in a target that is a part by its own key"
        remedy = "give it a key without / and name its `parent`"
    elif statement.measure is Measure.LEVEL and not statement.held:
        message = "leaves open which reading each part starts from"
    elif statement.start:
        start = figure(statement.start)
        message = f"leaves open what each part has of the baseline of {start}"
    else:
        return True
    areas.table.refuse(None, f"{message}; {remedy}")
    return False


def _statement(whole: Statement, goal: float) -> Statement:
    """What the statement of a whole says of one part: no more than its goal."""
    level = whole.measure is Measure.LEVEL
    return replace(
        whole,
        goal=Goal(goal, whole.goal.by),
        checkpoints=(),
        lower=whole.lower if level else None,
        upper=whole.upper if level else None,
        note=None,
    )


def _check(part: Statement, code: str, areas: AreaGoals) -> None:
    if part.measure is Measure.PERIODIC and part.goal.value <= 0:
        areas.table.refuse(code, "of a quota must be more than 0; correct it")
    for place, message in contradictions(part):
        if place == ("goal",):
            areas.table.refuse(code, message)


def _check_sum(whole: Statement, goals: Mapping[str, float], areas: AreaGoals) -> None:
    """The parts may leave a rest of the goal; they may not go beyond it."""
    if whole.measure is Measure.LEVEL:
        return
    total = float(sum(exact(each) for each in goals.values()))
    if total == whole.goal.value or not whole.meets(total):
        return
    told = [figure(each) for each in goals.values()]
    if len(told) > _FEW:
        told = [*told[:2], "...", told[-1]]
    worked = f"{' + '.join(told)} = {figure(total)}" if len(goals) > 1 else told[0]
    goal = figure(whole.goal.value)
    areas.table.refuse(
        None, f"{worked} is beyond the goal of {goal}; correct one of them"
    )


def _check_taken(key: str, areas: AreaGoals, taken: Mapping[str, str]) -> None:
    for code in areas.goals:
        other = taken.get(_key(key, code)) or taken.get(code)
        if other is not None:
            areas.table.refuse(
                code, f"is written out as {shown(other)} too; keep one of them"
            )


def _key(parent: str, code: str) -> str:
    return f"{parent}/{code.lower()}"


def _labels(target: Target, code: str) -> Labels:
    whole = target.labels
    return replace(
        whole,
        title=_title(whole.title, code),
        parent=target.key,
        area=code,
        weight=None,
    )


def _title(whole: Texts, code: str) -> Texts:
    """The title of the whole and the name of the area, in each of its languages."""
    names = AREAS.get(code, {})
    return {lang: f"{text}, {names.get(lang, code)}" for lang, text in whole.items()}
