"""The figures of an indicator of IATI by place and day."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tracker.errors import EntryError, Problem
from tracker.exchange.draft import Found, day_of, figure, plain, settled
from tracker.exchange.xml_text import Element


@dataclass
class Line:
    """The figures of one indicator in one place, by day."""

    baselines: dict[date, list[Found]] = field(
        default_factory=lambda: defaultdict(list)
    )
    targets: dict[date, list[Found]] = field(default_factory=lambda: defaultdict(list))
    actuals: dict[date, list[Found]] = field(default_factory=lambda: defaultdict(list))


@dataclass(frozen=True)
class Indicator:
    """One indicator of a file.

    Attributes:
        output: It belongs to an output, not to an outcome or impact.
        source: What its figures are said to come from.
    """

    file: str
    element: Element
    key: str
    output: bool
    source: str

    @property
    def where(self) -> str:
        """Its file and line."""
        return f"{self.file}:{self.element.line}"


def lines_of(indicator: Indicator, problems: list[Problem]) -> dict[str | None, Line]:
    """The figures of an indicator by area; None is the whole."""
    lines: dict[str | None, Line] = defaultdict(Line)
    name = indicator.file
    for element in indicator.element.all("baseline"):
        year = element.attributes.get("year", "")
        text = element.attributes.get("iso-date") or f"{year}-12-31"
        found = _figure(name, element, text, problems)
        if found:
            lines[_area(element)].baselines[found[0]].append(found[1])
    for period in indicator.element.all("period"):
        end = period.first("period-end")
        text = end.attributes.get("iso-date", "") if end else ""
        for element in (*period.all("target"), *period.all("actual")):
            found = _figure(name, element, text, problems)
            if found:
                line = lines[_area(element)]
                days = line.targets if element.name == "target" else line.actuals
                days[found[0]].append(found[1])
    return lines


def _figure(
    name: str, element: Element, day: str, problems: list[Problem]
) -> tuple[date, Found] | None:
    """The day and value of an element; None where it has no value to take."""
    value = element.attributes.get("value", "").strip()
    if not value:
        return None
    where = f"{name}:{element.line}"
    if element.first("dimension"):
        message = "a value by dimension has no place in a target; left out"
        problems.append(Problem(where, message))
        return None
    try:
        on = day_of(re.sub(r"(?:Z|[+-]\d\d:\d\d)$", "", day.strip()))
        return on, Found(figure(value)[0], element.line)
    except EntryError as error:
        problems.append(Problem(where, str(error)))
        return None


def _area(element: Element) -> str | None:
    references = [each.attributes.get("ref", "") for each in element.all("location")]
    return plain(references[0]) or None if references else None


def settled_by_day(
    indicator: Indicator,
    days: Mapping[date, list[Found]],
    what: str,
    problems: list[Problem],
) -> dict[date, float]:
    """The figure of each day that the file agrees on."""
    values = {}
    for day in sorted(days):
        value, said = settled(days[day], f"{what} {day}")
        if said:
            problems.append(Problem(f"{indicator.file}:{days[day][-1].line}", said))
        if value is not None:
            values[day] = value
    return values
