"""How reports speak of parts, and of what is the sum or the mean of its parts."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.builders import a_baseline, a_goal, an_actual, day
from tests.reports.cases import (
    LANGUAGES,
    PER_CENT,
    a_milestone,
    a_quota,
    ledger_of,
    report,
    stated,
    titled,
)
from tracker.progress.status import status
from tracker.reports import as_csv, as_json, as_markdown, as_text
from tracker.reports.findings import finding
from tracker.reports.numbers import plain_spaces
from tracker.reports.parts import depths, part_lines

JUNE, END, AFTER = "2024-06-30", "2024-12-31", "2025-02-01"
LEVEL = stated(measure="level", unit=PER_CENT, baseline=a_baseline(40), goal=a_goal(80))


def on(as_of, target, *actuals, parts=()):
    rows = ledger_of(target, *actuals).actuals
    return status(target, rows, day(as_of), tuple(parts))


def a_part(area, *actuals, as_of=JUNE):
    """A part of `schools` for an area of Kazakhstan."""
    labels = {"key": f"schools/{area.lower()}", "parent": "schools", "area": area}
    return on(as_of, titled(stated(goal=a_goal(30)), **labels), *actuals)


def a_sum(as_of=JUNE):
    """40 of 100 schools, in two of three areas."""
    parts = [
        a_part("KZ-71", an_actual("2024-03-31", 9), an_actual(JUNE, 15), as_of=as_of),
        a_part("KZ-61", an_actual(JUNE, 25), as_of=as_of),
        a_part("KZ-79", as_of=as_of),
    ]
    return [on(as_of, titled(), parts=parts), *parts]


def a_mean(*readings, key="schools"):
    """A share of which two areas of weight 1 and 3 are asked."""
    title = {"en": "Pupils with a place", "kk": "Орын алғандар", "ru": "С местом"}
    parts = [
        on(
            JUNE,
            titled(LEVEL, key=f"{key}/{area.lower()}", parent=key, area=area, weight=w),
            *reported,
        )
        for area, w, reported in (
            ("KZ-71", 1, [an_actual(JUNE, 60)]),
            ("KZ-61", 3, readings),
        )
    ]
    return [on(JUNE, titled(LEVEL, key=key, title=title), parts=parts), *parts]


def beside_its_own():
    """50 schools in all, of which two areas report 40."""
    parts = a_sum()[1:3]
    return [on(JUNE, titled(), an_actual(JUNE, 50), parts=parts), *parts]


@pytest.mark.parametrize(
    ("name", "statuses"),
    [
        ("sum-of-parts", a_sum()),
        ("mean-of-parts", a_mean(an_actual(JUNE, 70))),
        ("mean-not-known", a_mean()),
        ("beside-its-parts", beside_its_own()),
    ],
)
def test_the_json_of_a_target_with_parts(snapshot, name, statuses):
    snapshot(as_json.render(report(statuses[0])), f"{name}.json")


def test_only_parts_have_an_area_and_only_wholes_have_parts():
    whole, part, *_ = json.loads(as_json.render(report(*a_sum())))["targets"]

    assert (list(whole)[-1], list(part)[-1]) == ("parts", "methods")
    assert ("area" in whole, part["area"], part["parent"]) == (
        False,
        "KZ-71",
        "schools",
    )


def test_the_csv_counts_parts():
    text = as_csv.render(report(*a_sum()))

    rows = [
        (row["area"], row["parts"], row["parts_reported"])
        for row in csv.DictReader(io.StringIO(text))
    ]
    assert rows == [
        ("", "3", "2"),
        ("KZ-71", "", ""),
        ("KZ-61", "", ""),
        ("KZ-79", "", ""),
    ]


@pytest.mark.parametrize("columns", [80, 140])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_text_shows_parts_beneath_their_whole(snapshot, lang, columns):
    asked = report(*a_sum(), *a_mean(key="places"), lang=lang)

    text = as_text.render(asked, columns, lambda _, text: text)

    snapshot(text, f"parts.{lang}.{columns}.txt")


def test_the_markdown_marks_parts(snapshot):
    snapshot(as_markdown.render(report(*a_sum())), "parts.en.md")


SUMS = [
    (
        "en",
        "40 of 100 schools on 30 June 2024: at risk, 9.6 behind plan; sum of its "
        "parts, 2 of 3 reported",
    ),
    (
        "kk",
        "2024 жылғы 30 маусымда 40 / 100 мектеп: қауіп бар, жоспардан 9,6 кем; "
        "бөліктерінің қосындысы, есеп бергені: 2 / 3",
    ),
    (
        "ru",
        "40 из 100 школ на 30 июня 2024 г.: под угрозой, ниже плана на 9,6; сумма "
        "частей, с отчётом: 2 из 3",
    ),
]


@pytest.mark.parametrize(("lang", "said"), SUMS)
def test_a_finding_says_that_it_is_of_a_sum(lang, said):
    assert plain_spaces(finding(a_sum()[0], lang)) == said


@pytest.mark.parametrize(
    ("readings", "said"),
    [
        (
            [an_actual(JUNE, 70)],
            "67.5 % on 30 June 2024, goal 80: on track, 7.7 above plan; weighted mean "
            "of its parts, 2 in all",
        ),
        (
            [],
            "Nothing reported, 60 % expected by 30 June 2024, goal 80: no data; 1 of 2 "
            "parts without a reading",
        ),
    ],
)
def test_a_finding_says_what_a_mean_rests_on_or_lacks(readings, said):
    assert plain_spaces(finding(a_mean(*readings)[0], "en")) == said


def test_a_finding_of_its_own_actuals_says_nothing_of_parts():
    assert plain_spaces(finding(beside_its_own()[0], "en")) == (
        "50 of 100 schools on 30 June 2024: on track, 0.41 ahead of plan"
    )


def reason_of(found):
    return json.loads(as_json.render(report(found)))["targets"][0]["reason"]


def test_a_level_that_is_not_known_says_how_many_readings_are_missing():
    assert reason_of(a_mean()[0]) == "1 of 2 parts without a reading"


def test_a_sum_without_any_report_is_no_data_like_any_total():
    found = on(JUNE, titled(), parts=[a_part("KZ-71"), a_part("KZ-61")])

    assert reason_of(found) == "nothing has been reported"


def test_a_sum_past_its_day_is_unreported_while_a_part_is():
    assert reason_of(a_sum(AFTER)[0]) == (
        "the goal was due by 31 December 2024, and not every part has reported of "
        "that day or later"
    )


def test_only_a_part_right_below_its_whole_or_the_parts_before_it_is_indented():
    whole, first, second, third = a_sum()
    other = on(JUNE, titled(key="other"))
    below = on(JUNE, titled(key="district", parent="schools/kz-71"))

    assert depths([whole, first, below, second, other, third]) == [0, 1, 2, 1, 0, 0]
    assert depths([first, whole, second]) == [0, 0, 1]


def test_a_part_away_from_its_whole_keeps_its_title():
    _, part, *_ = a_sum()

    text = as_text.render(report(part), 80, lambda _, text: text)

    assert "Schools opened" in text
    assert "Astana" not in text


def test_a_part_is_listed_by_its_goal_whatever_its_measure():
    law, quota, undated = a_milestone(), a_quota(), titled(stated(goal=a_goal(by=None)))

    lines = part_lines([law, quota, undated], "en")

    assert [plain_spaces(each) for each in lines] == [
        "parts:",
        "  law      Law on schools    by 31 December 2024",
        "  repairs  Schools repaired  60 schools, every quarter",
        "  schools  Schools opened    100 schools, no day stated",
    ]
    assert part_lines([], "en") == []
