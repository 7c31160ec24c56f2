"""Results of IATI 2.03 as targets and actuals to look at.

The value of a period is taken for the running total at its end: the standard leaves
open whether it is that or what the period added.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from tracker.areas import is_code
from tracker.domain import (
    LANGUAGES,
    Actual,
    Baseline,
    Checkpoint,
    Direction,
    Evidence,
    Goal,
    Kind,
    Labels,
    Measure,
    Source,
    Statement,
    Target,
    Texts,
)
from tracker.errors import EntryError, Problem
from tracker.exchange.draft import (
    Draft,
    ForeignFileError,
    Found,
    Reported,
    day_of,
    figure,
    key_from,
    plain,
    settled,
    with_share,
)
from tracker.exchange.iati_write import OUTPUT, OWN_CODES, PER_CENT
from tracker.exchange.xml_text import Element, parsed

_STATED = (
    "IATI does not tell when a target was stated: the day of its baseline stands for "
    "that day."
)
# A description that is longer than a unit describes something else. House rule.
_LONGEST_UNIT = 60


@dataclass
class _Line:
    """The figures of one indicator in one place, by day."""

    baselines: dict[date, list[Found]] = field(
        default_factory=lambda: defaultdict(list)
    )
    targets: dict[date, list[Found]] = field(default_factory=lambda: defaultdict(list))
    actuals: dict[date, list[Found]] = field(default_factory=lambda: defaultdict(list))


@dataclass(frozen=True)
class _Indicator:
    file: str
    element: Element
    key: str
    output: bool
    source: str

    @property
    def where(self) -> str:
        return f"{self.file}:{self.element.line}"


class _Part(NamedTuple):
    """The figures of one target.

    Attributes:
        values: Those that were reported, by day.
    """

    key: str
    area: str | None
    line: _Line
    values: Mapping[date, float]


def read(name: str, content: bytes) -> Draft:
    """What the results of a file say.

    Raises:
        ForeignFileError: It is no file of IATI activities.
    """
    top = parsed(name, content)
    if top.name != "iati-activities":
        message = f"begins with <{plain(top.name)[:40]}>, not with <iati-activities>"
        raise ForeignFileError([Problem(f"{name}:{top.line}", message)])
    problems: list[Problem] = []
    targets: dict[str, Target] = {}
    parts: dict[str, tuple[_Indicator, _Part]] = {}
    for indicator in _indicators(name, top):
        for part in _parts(indicator, problems):
            if part.key in parts:
                message = f"{part.key} stands in another indicator too; left out"
                problems.append(Problem(indicator.where, message))
                continue
            parts[part.key] = indicator, part
            target = _target(indicator, part, problems)
            if target:
                targets[part.key] = target
    reported = (each for pair in parts.values() for each in _reported(*pair))
    return Draft.of(tuple(targets.values()), reported, problems)


def _parts(indicator: _Indicator, problems: list[Problem]) -> Iterator[_Part]:
    """The lines of figures of an indicator: of the whole, and of each area."""
    lines = _lines(indicator, problems)
    for area, line in lines.items():
        key = indicator.key
        if len(lines) > 1 and area is not None:
            key = key_from(key, area)
        what = f"the actual of {key} on"
        yield _Part(key, area, line, _settled(indicator, line.actuals, what, problems))


def _indicators(name: str, top: Element) -> Iterator[_Indicator]:
    activities = list(top.all("iati-activity"))
    for activity in activities:
        identifier = activity.first("iati-identifier")
        told = plain(identifier.text) if identifier else ""
        prefix = (told or "activity",) if len(activities) > 1 else ()
        for number, result in enumerate(activity.all("result"), start=1):
            for place, each in enumerate(result.all("indicator"), start=1):
                own = _own_key(each)
                key = own or key_from(*prefix, f"r{number}", f"i{place}")
                output = result.attributes.get("type") == OUTPUT
                source = f"IATI {told}".strip()
                yield _Indicator(name, each, key, output, source)


def _own_key(indicator: Element) -> str | None:
    for each in indicator.all("reference"):
        code = each.attributes.get("code", "")
        own = each.attributes.get("vocabulary") == OWN_CODES
        if own and code and all(map(_is_key, code.split("/"))):
            return code
    return None


def _is_key(part: str) -> bool:
    return bool(part) and key_from(part) == part and not part.startswith("-")


def _lines(indicator: _Indicator, problems: list[Problem]) -> dict[str | None, _Line]:
    """The figures of an indicator by area; None is the whole."""
    lines: dict[str | None, _Line] = defaultdict(_Line)
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


def _settled(
    indicator: _Indicator,
    days: Mapping[date, list[Found]],
    what: str,
    problems: list[Problem],
) -> dict[date, float]:
    values = {}
    for day in sorted(days):
        value, said = settled(days[day], f"{what} {day}")
        if said:
            problems.append(Problem(f"{indicator.file}:{days[day][-1].line}", said))
        if value is not None:
            values[day] = value
    return values


def _target(
    indicator: _Indicator, part: _Part, problems: list[Problem]
) -> Target | None:
    """The target of one line of figures; None where none can be made of it."""
    key, line = part.key, part.line
    due = _settled(indicator, line.targets, f"the target of {key} for", problems)
    what = f"the baseline of {key} on"
    starts = _settled(indicator, line.baselines, what, problems)
    if not due:
        return None
    if not starts:
        message = f"{key} has no baseline with a value; write its target yourself"
        problems.append(Problem(indicator.where, message))
        return None
    statement = _statement(indicator, starts, due)
    statement = with_share(statement, [*part.values.values(), *due.values()])
    title = _narratives(indicator.element.first("title")) or {"en": key}
    area = part.area if part.area and is_code(part.area) else None
    return Target(key, Labels(title=title, area=area), (statement,))


def _statement(
    indicator: _Indicator, starts: Mapping[date, float], due: Mapping[date, float]
) -> Statement:
    """What a line of figures states, from its first baseline to its last target."""
    on = min(starts)
    *days, last = due
    rises = indicator.element.attributes.get("ascending", "true") in ("true", "1")
    to_go = due[last] > starts[on] if rises else due[last] < starts[on]
    share = indicator.element.attributes.get("measure") == PER_CENT
    # Outputs add up, where they have to; all else is read off.
    adds_up = indicator.output and to_go and not share
    return Statement(
        stated=on,
        measure=Measure.CUMULATIVE if adds_up else Measure.LEVEL,
        direction=Direction.INCREASE if rises else Direction.DECREASE,
        unit={lang: {"other": text} for lang, text in _unit(indicator.element).items()},
        goal=Goal(due[last], last),
        baseline=Baseline(starts[on], on),
        checkpoints=tuple(Checkpoint(due[day], day) for day in days),
        source=Source(title=indicator.source),
        note=_STATED,
    )


def _unit(indicator: Element) -> Texts:
    if indicator.attributes.get("measure") == PER_CENT:
        return {"en": "%"}
    texts = _narratives(indicator.first("description"))
    short = texts and all(len(text) <= _LONGEST_UNIT for text in texts.values())
    return texts if short else {"en": "units"}


def _narratives(element: Element | None) -> Texts:
    texts: dict[str, str] = {}
    for each in element.all("narrative") if element else ():
        language = each.attributes.get("xml:lang", "en").lower()[:2]
        text = plain(each.text)
        if text and language in LANGUAGES:
            texts.setdefault(language, text)
        elif text:
            # A language that reports are not written in stands in for English.
            texts.setdefault("en", text)
    return {language: texts[language] for language in LANGUAGES if language in texts}


def _reported(indicator: _Indicator, part: _Part) -> Iterator[Reported]:
    for on, value in part.values.items():
        actual = Actual(
            seq=0,
            on=on,
            kind=Kind.TOTAL,
            value=value,
            evidence=Evidence.DOCUMENTED,
            source=indicator.source,
        )
        yield Reported(part.key, actual)
