"""Rows of PILOTE and of the Baromètre: written, and read again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from tests.builders import a_baseline, a_goal, a_statement, a_target, day
from tests.exchange.courses import courses, figures, figures_of, held, many
from tracker.domain import Direction, Measure
from tracker.exchange.barometre import long_rows, published_rows
from tracker.exchange.barometre_read import read
from tracker.exchange.course import Course, Reading
from tracker.exchange.draft import ForeignFileError

HEAD = "identifiant_indic;zone_id;date_valeur;type_valeur;valeur\n"
SOME = (
    "IND-1;D12;2023-01-31;vi;10\n"
    "IND-1;D12;2023-03-31;va;12,5\n"
    "IND-1;D12;31/12/2025;vc;20\n"
)
AIMED = a_statement((40, "2024-06-30"), goal=a_goal(100, "2025-12-31"))


def reading(text):
    return read("r.csv", text if isinstance(text, bytes) else text.encode())


def told(text):
    return [f"{each.where}: {each.message}" for each in reading(text).problems]


def course_of(statement, *readings, rate=None, **labels):
    found = tuple(Reading(day(on), value) for on, value in readings)
    return Course(a_target(statement, **labels), statement, found, rate)


def test_long_rows_are_an_indicator_of_a_zone():
    draft = reading(HEAD + SOME)

    (target,) = draft.targets
    assert (target.key, target.labels.title) == ("ind-1", {"en": "ind-1"})
    assert target.first.measure is Measure.LEVEL
    assert target.first.direction is Direction.INCREASE
    assert target.first.baseline == a_baseline(10, "2023-01-31")
    assert target.first.goal == a_goal(20, "2025-12-31")
    assert figures(draft.reported) == [("ind-1", day("2023-03-31"), 12.5)]


def test_zones_of_one_indicator_are_targets_of_their_own():
    draft = reading(HEAD + SOME + SOME.replace("D12", "FRANCE"))

    assert [each.key for each in draft.targets] == ["ind-1-d12", "ind-1"]


def test_columns_may_be_separated_by_commas_and_carry_a_name_of_the_zone():
    text = (
        "identifiant_indic,zone_id,zone_nom,date_valeur,type_valeur,valeur\n"
        "IND-1,D12,Aveyron,2023-03-31,va,12.5\n"
    )

    assert figures(reading(text).reported) == [("ind-1", day("2023-03-31"), 12.5)]


def test_a_target_is_a_row_for_each_value():
    course = course_of(AIMED, ("2024-06-30", 38), area="KZ-71")

    assert long_rows([course]) == HEAD + (
        "schools;KZ-71;2024-01-01;vi;0\n"
        "schools;KZ-71;2024-06-30;va;38\n"
        "schools;KZ-71;2024-06-30;vc;40\n"
        "schools;KZ-71;2025-12-31;vc;100\n"
    )


def test_a_published_row_holds_the_last_value_and_the_rate():
    readings = (("2024-03-31", 10), ("2024-06-30", 38))
    course = course_of(AIMED, *readings, rate=38, programme={"en": "Comfort"})

    assert published_rows([course], "en") == (
        "mesure;indicateur;id_indicateur;maille_geographique;valeur_actuelle;"
        "date_valeur_actuelle;valeur_initiale;date_valeur_initiale;cible;"
        "pourcentage_cible;date_cible;unite\n"
        "Comfort;Schools opened;schools;NAT;38;2024-06-30;0;2024-01-01;100;38;"
        "2025-12-31;schools\n"
    )


def test_what_was_not_reported_is_blank():
    row = published_rows([course_of(AIMED)], "en").splitlines()[1]

    assert row == ";Schools opened;schools;NAT;;;0;2024-01-01;100;;2025-12-31;schools"


@given(many(courses()))
def test_long_rows_come_back_the_same(some):
    draft = reading(long_rows(some))

    assert not draft.problems
    assert [_said(each.first, each) for each in draft.targets] == [
        _said(each.statement, each.target) for each in some
    ]
    assert figures(draft.reported) == figures_of(*some)


@given(many(courses(checkpoints=0)))
def test_published_rows_come_back_the_same(some):
    last = [replace(each, readings=each.readings[-1:]) for each in some]

    draft = reading(published_rows(some, "en"))

    assert not draft.problems
    assert [held(each) for each in draft.targets] == [
        held(each.target) for each in some
    ]
    assert figures(draft.reported) == figures_of(*last)


def _said(statement, target):
    return (
        target.key,
        target.labels.area,
        statement.direction,
        statement.baseline,
        statement.checkpoints,
        statement.goal,
    )


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("I;D1;2023-01-31;va;beaucoup", "'beaucoup' is not a number; write it as 98 "),
        ("I;D1;2023-01-31;va;1.234,5", "'1.234,5' could be read two ways; write 1234"),
        ("I;D1;2023-02-30;va;1", "'2023-02-30' is not in the calendar; check it"),
        ("I;D1;today;va;1", "'today' is not a day; write 2024-09-01"),
        ("I;D1;2023-01-31;vx;1", "unknown type_valeur 'vx'; one of vi, va, vc"),
        (";D1;2023-01-31;va;1", "names no indicator; give its identifier"),
        ("I;D1;2023-01-31;vc;1", "i has no initial value (vi); write its target your"),
        ("I;D1;2023-01-31;va", "has 4 cells under 5 columns; check the semicolons"),
    ],
)
def test_what_cannot_be_taken_is_told_with_its_line(row, problem):
    (found,) = told(f"{HEAD}{row}\n")

    assert found.startswith(f"r.csv:2: {problem}")


def test_rows_that_repeat_or_contradict_each_other_are_told():
    text = f"{HEAD}I;D1;2023-01-31;va;1\nI;D1;2023-01-31;va;1\n"
    text += "I;D1;2023-02-28;va;1\nI;D1;2023-02-28;va;2\n"

    assert told(text) == [
        "r.csv:3: va of i on 2023-01-31 stands in lines 2 and 3 alike; taken once",
        "r.csv:5: va of i on 2023-02-28 is 1 and 2 in lines 4 and 5; none is taken, "
        "keep one",
    ]


def test_a_value_that_is_blank_is_not_known():
    draft = reading(f"{HEAD}I;D1;2023-01-31;va;\n\n")

    assert (draft.reported, draft.problems) == ((), ())


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "r.csv: is empty; write its columns into the first line"),
        ("a;b\n", "r.csv:1: has neither the columns identifiant_indic, zone_id, "),
        (b"\xff", "r.csv:1: is not UTF-8; save the file again as UTF-8"),
        (f'{HEAD}"I;D1', "r.csv:2: is not CSV (unexpected end of data); check the quo"),
    ],
)
def test_a_file_that_is_none_is_refused(content, problem):
    with pytest.raises(ForeignFileError) as error:
        reading(content)

    assert str(error.value).startswith(problem)
    assert error.value.exit_code == 3
