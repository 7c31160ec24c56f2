"""Targets as the data and indicator-config folders of Open SDG."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable
from datetime import date

from tracker.domain import Direction, Measure, Statement, typed
from tracker.exchange.course import Course, in_language, unit_text
from tracker.exchange.open_sdg import CONFIG, DATA
from tracker.periods import Period


def write(courses: Iterable[Course], lang: str = "en") -> dict[str, str]:
    """The files of a repository by their names, for what it has a place for."""
    files: dict[str, str] = {}
    for course in courses:
        if _has_place(course.statement):
            name = course.target.key.replace("/", "-")
            if f"{CONFIG}/{name}.yml" in files:
                digest = hashlib.sha256(course.target.key.encode()).hexdigest()
                name = f"{name}-{digest[:8]}"
            files[f"{DATA}/indicator_{name}.csv"] = _data(course, lang)
            files[f"{CONFIG}/{name}.yml"] = _config(name, course, lang)
    return files


def _has_place(statement: Statement) -> bool:
    if statement.measure is Measure.PERIODIC:
        return statement.period is Period.YEAR
    return statement.measure is not Measure.MILESTONE


def _data(course: Course, lang: str) -> str:
    """A row for each year: its last figure; in the base year the baseline."""
    years = {each.on.year: each.value for each in course.readings}
    baseline = course.statement.baseline
    if baseline and course.statement.measure is not Measure.PERIODIC:
        years[_base_year(baseline.on)] = baseline.value
    unit = unit_text(course.statement.unit, lang)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["Year", "Units", "Value"])
    writer.writerows([year, unit, typed(years[year])] for year in sorted(years))
    return out.getvalue()


def _config(name: str, course: Course, lang: str) -> str:
    import yaml

    statement = course.statement
    option: dict[str, object] = {}
    if statement.measure is not Measure.PERIODIC and statement.goal.by is not None:
        rises = statement.direction is Direction.INCREASE
        option = {"direction": "positive" if rises else "negative"}
        if statement.baseline:
            option["base_year"] = _base_year(statement.baseline.on)
        option |= {
            "target_year": statement.goal.by.year,
            "target": _number(statement.goal.value),
        }
        limit = statement.upper if rises else statement.lower
        if limit is not None:
            option["limit"] = _number(limit)
    table = {
        "indicator_number": name.replace("-", "."),
        "indicator_name": in_language(course.target.labels.title, lang),
        "computation_units": unit_text(statement.unit, lang),
        "reporting_status": "complete" if course.readings else "notstarted",
        "auto_progress_calculation": bool(option),
        "progress_calculation_options": [option] if option else [],
    }
    return yaml.safe_dump(table, allow_unicode=True, sort_keys=False)


def _base_year(on: date) -> int:
    """The last year that had ended when the baseline was taken."""
    return on.year if (on.month, on.day) == (12, 31) else on.year - 1


def _number(value: float) -> float | int:
    return int(value) if value == int(value) else value
