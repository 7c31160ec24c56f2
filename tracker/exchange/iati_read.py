"""Results of IATI 2.03 as targets and actuals to look at.

The value of a period is taken for the running total at its end: the standard leaves
open whether it is that or what the period added.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
from tracker.errors import Problem
from tracker.exchange.draft import (
    Draft,
    ForeignFileError,
    Reported,
    is_key,
    key_from,
    plain,
    with_share,
)
from tracker.exchange.iati_lines import Indicator, Line, lines_of, settled_by_day
from tracker.exchange.iati_write import OUTPUT, OWN_CODES, PER_CENT
from tracker.exchange.xml_text import Element, parsed

_STATED = (
    "IATI does not tell when a target was stated: the day of its baseline stands for "
    "that day."
)
# A description that is longer than a unit describes something else. House rule.
_LONGEST_UNIT = 60


class _Part(NamedTuple):
    """The figures of one target.

    Attributes:
        values: Those that were reported, by day.
    """

    key: str
    area: str | None
    line: Line
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
    parts: dict[str, tuple[Indicator, _Part]] = {}
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


def _parts(indicator: Indicator, problems: list[Problem]) -> Iterator[_Part]:
    """The lines of figures of an indicator: of the whole, and of each area."""
    lines = lines_of(indicator, problems)
    for area, line in lines.items():
        key = indicator.key
        if len(lines) > 1 and area is not None:
            key = key_from(key, area)
        what = f"the actual of {key} on"
        yield _Part(
            key, area, line, settled_by_day(indicator, line.actuals, what, problems)
        )


def _indicators(name: str, top: Element) -> Iterator[Indicator]:
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
                yield Indicator(name, each, key, output, source)


def _own_key(indicator: Element) -> str | None:
    for each in indicator.all("reference"):
        code = each.attributes.get("code", "")
        own = each.attributes.get("vocabulary") == OWN_CODES
        if own and is_key(code):
            return code
    return None


def _target(
    indicator: Indicator, part: _Part, problems: list[Problem]
) -> Target | None:
    """The target of one line of figures; None where none can be made of it."""
    key, line = part.key, part.line
    due = settled_by_day(indicator, line.targets, f"the target of {key} for", problems)
    what = f"the baseline of {key} on"
    starts = settled_by_day(indicator, line.baselines, what, problems)
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
    indicator: Indicator, starts: Mapping[date, float], due: Mapping[date, float]
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


def _reported(indicator: Indicator, part: _Part) -> Iterator[Reported]:
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
