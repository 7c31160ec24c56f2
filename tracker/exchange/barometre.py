"""Rows of the French delivery unit: PILOTE's import files, and the published ones.

A long row says one value of an indicator in one zone: `vi` what it began with, `va`
what it was, `vc` what is aimed at, each on a day.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from tracker.domain import typed
from tracker.exchange.course import Course, in_language, unit_text

LONG = ("identifiant_indic", "zone_id", "date_valeur", "type_valeur", "valeur")
PUBLISHED = (
    *("mesure", "indicateur", "id_indicateur", "maille_geographique"),
    *("valeur_actuelle", "date_valeur_actuelle"),
    *("valeur_initiale", "date_valeur_initiale"),
    *("cible", "pourcentage_cible", "date_cible", "unite"),
)
INITIAL, ACTUAL, AIM = "vi", "va", "vc"
# What stands for the whole country.
NATIONAL = "NAT"


def long_rows(courses: Iterable[Course]) -> str:
    """A file that PILOTE imports: a row for each value."""
    rows = []
    for course in courses:
        about = [course.target.key, course.target.labels.area or NATIONAL]
        baseline = course.statement.baseline
        if baseline:
            rows.append([*about, str(baseline.on), INITIAL, typed(baseline.value)])
        rows += [
            [*about, str(each.on), ACTUAL, typed(each.value)]
            for each in course.readings
        ]
        rows += [
            [*about, str(each.by), AIM, typed(each.value)] for each in course.knots()
        ]
    return _text(LONG, rows)


def published_rows(courses: Iterable[Course], lang: str) -> str:
    """A row for each target, as the Baromètre publishes them."""
    return _text(PUBLISHED, [_published(each, lang) for each in courses])


def _text(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def _published(course: Course, lang: str) -> list[str]:
    labels, statement = course.target.labels, course.statement
    last = course.readings[-1] if course.readings else None
    baseline, goal = statement.baseline, statement.goal
    return [
        in_language(labels.programme, lang) if labels.programme else "",
        in_language(labels.title, lang),
        course.target.key,
        labels.area or NATIONAL,
        typed(last.value) if last else "",
        str(last.on) if last else "",
        typed(baseline.value) if baseline else "",
        str(baseline.on) if baseline else "",
        typed(goal.value),
        "" if course.rate is None else typed(course.rate),
        str(goal.by) if goal.by else "",
        unit_text(statement.unit, lang),
    ]
