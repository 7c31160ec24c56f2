"""What a part is about and counts for: `area`, `weight`, and the goals of `areas`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tracker.areas import AREAS, COUNTRY, is_code
from tracker.catalogue.problems import Problems
from tracker.catalogue.table import Table
from tracker.catalogue.wording import figure, shown
from tracker.domain import Measure


class AreaGoals(NamedTuple):
    """The goals that one statement gives to areas.

    Attributes:
        table: Where they stand.
        goals: By the code of the area, in the order of the file, as far as they can
            be read.
    """

    table: Table
    goals: Mapping[str, float]


def read_area(table: Table) -> str | None:
    """The code of the area that a target is about."""
    code = table.text("area")
    fault = None if code is None else _fault(code, table.problems)
    if code is not None and fault:
        table.refuse("area", f"is {shown(code)}, which {fault}")
        return None
    return code


def read_weight(table: Table, parent: str | None) -> float | None:
    """What a level counts for among the parts of its parent."""
    weight = table.number("weight")
    if weight is None:
        return None
    # For any other measure it means nothing at all, which is noted with its terms.
    if parent is None and table.raw.get("measure") == Measure.LEVEL:
        table.refuse("weight", "means nothing without a `parent`; name one")
    if weight <= 0:
        table.refuse("weight", f"is {figure(weight)}, not more than 0; correct it")
    return weight


def read_areas(table: Table) -> AreaGoals | None:
    """The goals by area of a target or of a revision."""
    part = table.table("areas")
    if part is None:
        return None
    if not part.raw:
        part.refuse(None, "is empty; write { KZ-71 = 24 }, or remove it")
    goals: dict[str, float] = {}
    for code in part.raw:
        fault, goal = _fault(code, part.problems), part.number(code)
        if fault:
            part.refuse(code, fault)
        elif goal is not None:
            goals[code] = goal
    return AreaGoals(part, goals)


def _fault(code: str, problems: Problems) -> str | None:
    """Why a text is no code of an area, and which one was perhaps meant."""
    if code in AREAS or (is_code(code) and not code.startswith(f"{COUNTRY}-")):
        return None
    what = "is no area of Kazakhstan" if is_code(code) else "is no code of ISO 3166-2"
    meant = _meant(code, problems)
    if meant is None:
        return f"{what}; write one such as KZ-71"
    return f"{what}; did you mean {meant}, {AREAS[meant]['en']}?"


def _meant(code: str, problems: Problems) -> str | None:
    """The area of the nearest number, or of the nearest code or name."""
    number = code.removeprefix(f"{COUNTRY}-")
    if number.isdecimal() and is_code(code):
        return min(AREAS, key=lambda each: abs(int(each[-2:]) - int(number)))
    names = {name.casefold(): each for each in AREAS for name in AREAS[each].values()}
    codes = {each.casefold(): each for each in AREAS}
    near = problems.near(code.casefold(), codes | names)
    return (codes | names)[near] if near else None
