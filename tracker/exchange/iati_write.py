"""Targets as results of one activity of IATI 2.03.

Source: the schema of IATI 2.03 and its code lists; the order of elements is its.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple
from xml.etree.ElementTree import (
    Element,
    SubElement,
    indent,
    tostring,
)

from tracker.areas import AREAS
from tracker.domain import Direction, Measure, Texts, Unit, typed
from tracker.exchange.course import Course

VERSION = "2.03"
# Vocabulary "reporting organisation": codes of our own, here the keys of targets.
OWN_CODES = "99"
OUTPUT, OUTCOME = "1", "2"
UNITS, PER_CENT = "1", "2"
_GOVERNMENT = "10"
_IMPLEMENTING = "4"
_UNDER_WAY = "2"
_PLANNED_START, _PLANNED_END = "1", "3"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_TITLE = {
    "en": "Stated targets",
    "kk": "Мәлімделген нысаналы көрсеткіштер",
    "ru": "Заявленные целевые показатели",
}


class Publisher(NamedTuple):
    """Who publishes: the identifier of the organisation, and its name."""

    reference: str
    name: str


def write(courses: Sequence[Course], publisher: Publisher, now: datetime) -> str:
    """The file of one activity with a result for each target."""
    top = Element(
        "iati-activities",
        {"version": VERSION, "generated-datetime": _moment(now)},
    )
    activity = SubElement(top, "iati-activity", {_LANG: "en"})
    SubElement(
        activity, "iati-identifier"
    ).text = f"{publisher.reference}-stated-targets"
    reporting = SubElement(
        activity,
        "reporting-org",
        {"ref": publisher.reference, "type": _GOVERNMENT},
    )
    _narratives(reporting, {"en": publisher.name})
    _narratives(SubElement(activity, "title"), _TITLE)
    _narratives(SubElement(activity, "description"), _TITLE)
    own = {"ref": publisher.reference, "role": _IMPLEMENTING}
    _narratives(SubElement(activity, "participating-org", own), {"en": publisher.name})
    SubElement(activity, "activity-status", {"code": _UNDER_WAY})
    for kind, day in _dates(courses, now.date()):
        SubElement(activity, "activity-date", {"type": kind, "iso-date": str(day)})
    for area in dict.fromkeys(each.target.labels.area for each in courses):
        if area:
            place = SubElement(activity, "location", {"ref": area})
            _narratives(SubElement(place, "name"), AREAS.get(area, {"en": area}))
    for course in courses:
        _result(activity, course)
    indent(top)
    text = tostring(top, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _dates(courses: Iterable[Course], today: date) -> Iterable[tuple[str, date]]:
    """When the first target counts from, and when the last one is due."""
    starts, ends = [], []
    for course in courses:
        baseline = course.statement.baseline
        starts.append(baseline.on if baseline else course.statement.stated)
        ends += [course.statement.goal.by] if course.statement.goal.by else []
    yield _PLANNED_START, min(starts, default=today)
    if ends:
        yield _PLANNED_END, max(ends)


def _result(activity: Element, course: Course) -> None:
    statement, labels = course.statement, course.target.labels
    level = statement.measure is Measure.LEVEL
    result = SubElement(activity, "result", {"type": OUTCOME if level else OUTPUT})
    _narratives(SubElement(result, "title"), labels.title)
    indicator = SubElement(
        result,
        "indicator",
        {
            "measure": PER_CENT if _is_share(statement.unit) else UNITS,
            "ascending": _truth(statement.direction is Direction.INCREASE),
        },
    )
    _narratives(SubElement(indicator, "title"), labels.title)
    if statement.unit:
        units = {lang: forms["other"] for lang, forms in statement.unit.items()}
        _narratives(SubElement(indicator, "description"), units)
    code = {"vocabulary": OWN_CODES, "code": course.target.key}
    SubElement(indicator, "reference", code)
    baseline = statement.baseline
    if baseline:
        told = {"iso-date": str(baseline.on), "year": str(baseline.on.year)}
        value = {"value": typed(baseline.value)}
        _place(SubElement(indicator, "baseline", told | value), labels.area)
    _periods(indicator, course)


def _periods(indicator: Element, course: Course) -> None:
    """A period up to each day that something is due or was reported."""
    due = {each.by: each.value for each in course.knots()}
    reported = {each.on: each.value for each in course.readings}
    baseline, area = course.statement.baseline, course.target.labels.area
    start = baseline.on if baseline else None
    for end in sorted({*due, *reported}):
        period = SubElement(indicator, "period")
        since = end if start is None else min(start, end)
        SubElement(period, "period-start", {"iso-date": str(since)})
        SubElement(period, "period-end", {"iso-date": str(end)})
        for name, values in (("target", due), ("actual", reported)):
            # What is not known has no element; it is never 0.
            if end in values:
                value = {"value": typed(values[end])}
                _place(SubElement(period, name, value), area)
        start = end + timedelta(days=1)


def _place(element: Element, area: str | None) -> None:
    if area:
        SubElement(element, "location", {"ref": area})


def _narratives(element: Element, texts: Texts) -> None:
    for language, text in texts.items():
        attributes = {} if language == "en" else {_LANG: language}
        narrative = SubElement(element, "narrative", attributes)
        narrative.text = "".join(map(_held, text))


def _held(letter: str) -> str:
    """A letter, or a mark in its place where XML holds no such one."""
    return "\ufffd" if letter in "\ufffe\uffff" else letter


def _is_share(unit: Unit) -> bool:
    return any("%" in forms.values() for forms in unit.values())


def _truth(value: bool) -> str:  # noqa: FBT001  # one word of XML for another
    return "true" if value else "false"


def _moment(now: datetime) -> str:
    return now.strftime("%Y-%m-%dT%H:%M:%SZ")
