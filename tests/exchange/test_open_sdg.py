"""Open SDG: folders in and out, in the dialects that statistics offices write."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_baseline, a_goal, a_statement, a_target, day
from tests.exchange.courses import courses, figures, held
from tracker.domain import Direction, Evidence, Measure
from tracker.exchange.course import Course, Reading
from tracker.exchange.draft import ForeignFileError
from tracker.exchange.foreign_areas import area_of
from tracker.exchange.open_sdg import read
from tracker.exchange.open_sdg_write import write

PLAIN = "Year,Value\n2015,40\n2016,42\n"
PROMISE = (
    "indicator_number: 1.2.1\n"
    "indicator_name: People in want\n"
    "computation_units: people\n"
    "progress_calculation_options:\n"
)


def reading(data, *options, name="1-2-1", **more):
    """What a repository of one indicator says, with the options of its progress."""
    content = data if isinstance(data, bytes) else data.encode()
    config = PROMISE + "".join(f"- {option}\n" for option in options)
    about = {f"indicator-config/{name}.yml": config.encode()}
    about |= {path: text.encode() for path, text in more.items()}
    return read([(f"data/indicator_{name}.csv", content)], about)


def told(draft):
    return [f"{each.where}: {each.message}" for each in draft.problems]


def keys(draft):
    return [each.key for each in draft.reported]


def test_a_year_is_a_reading_on_its_last_day():
    draft = reading(PLAIN)

    assert figures(draft.reported) == [
        ("1-2-1", day("2015-12-31"), 40),
        ("1-2-1", day("2016-12-31"), 42),
    ]
    assert (draft.targets, draft.problems) == ((), ())
    assert {each.actual.evidence for each in draft.reported} == {Evidence.DOCUMENTED}


def test_a_promise_counts_from_its_base_year_to_its_target_year():
    draft = reading(
        "Year,Value\n2014,50\n2015,40\n2016,42\n",
        "{direction: negative, base_year: 2015, target_year: 2025, target: 20}",
    )

    (target,) = draft.targets
    assert (target.key, target.labels.title) == ("1-2-1", {"en": "People in want"})
    first = target.first
    assert (first.measure, first.direction) == (Measure.LEVEL, Direction.DECREASE)
    assert first.baseline == a_baseline(40, "2015-12-31")
    assert first.goal == a_goal(20, "2025-12-31")
    assert first.unit == {"en": {"other": "people"}}
    # What was before the base year is no progress.
    assert figures(draft.of_targets())[0][1] == day("2015-12-31")


def test_years_that_are_not_given_are_those_of_the_goals_of_the_world():
    (target,) = reading("Year,Value\n2014,9\n2017,5\n", "{target: 70}").targets

    assert target.first.baseline == a_baseline(5, "2017-12-31")
    assert target.first.goal == a_goal(70, "2030-12-31")
    assert target.first.direction is Direction.INCREASE


def test_a_limit_on_the_way_is_a_bound():
    (target,) = reading(PLAIN, "{target: 90, direction: positive, limit: 100}").targets

    assert (target.first.lower, target.first.upper) == (None, 100)


def test_options_in_groups_are_options():
    data = "Year,Sex,Value\n2015,F,40\n2015,M,30\n"
    fields = "disaggregation: [{field: Sex, value: %s}], target: 90"
    group = ", ".join("{" + fields % sex + "}" for sex in "FM")

    draft = reading(data, f"{{group: [{group}]}}")

    assert [each.key for each in draft.targets] == ["1-2-1-sex-f", "1-2-1-sex-m"]


DIALECT = (
    "Year,UNIT_MEASURE,SERIES,SEX,URBANISATION,AGE,REF_AREA,OBS_STATUS,Value\n"
    "2015,PT,SI_POV,_T,_T,_T,KZ,A,40\n"
    "2016,PT,SI_POV,,,,,E,42\n"
    "2015,PT,SI_POV,F,_T,Y15T24,KZ,A,41\n"
    "2015,PT,SI_POV,_T,_T,_T,KZAKM,A,44\n"
    "2015,PT,SI_POV,_T,_T,_T,KZONT,A,45\n"
)


def test_codes_of_sdmx_for_in_all_are_the_headline():
    draft = reading(DIALECT)

    assert not draft.problems
    assert keys(draft) == [
        *("1-2-1", "1-2-1", "1-2-1-sex-f-age-y15t24"),
        *("1-2-1-kz-11", "1-2-1-ref-area-kzont"),
    ]


def test_a_promise_of_a_region_is_a_target_of_that_area():
    pick = (
        "series: SI_POV, disaggregation: [{field: REF_AREA, value: KZAKM}, "
        "{field: SEX, value: _T}]"
    )

    (target,) = reading(DIALECT, f"{{{pick}, target: 20}}").targets

    assert (target.key, target.labels.area) == ("1-2-1-kz-11", "KZ-11")
    assert target.labels.title == {"en": "People in want, Akmola Region"}
    assert target.first.unit == {"en": {"other": "PT"}}


def test_words_for_the_codes_of_sdmx_are_no_breakdown():
    data = (
        "Year,Observation status,Unit measure,Unit multiplier,Value\n"
        "2015,Normal value,Per cent,Units,4\n2016,Estimated,Per cent,Units,5\n"
    )

    (target,) = reading(data, "{target: 20}").targets

    assert target.key == "1-2-1"
    assert target.first.unit == {"en": {"other": "Per cent"}}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("KZAKM", "KZ-11"),
        ("KZ-71", "KZ-71"),
        ("Акмолинская", "KZ-11"),
        ("Алматинская", "KZ-19"),
        ("г_Алматы", "KZ-75"),
        ("г.Алматы", "KZ-75"),
        ("г_Нур-Султан", "KZ-71"),
        ("Шымкент қаласы", "KZ-79"),
        ("West Kazakhstan Region", "KZ-27"),
        ("Almaty", None),
        ("KZONT", None),
        ("город", None),
        ("", None),
    ],
)
def test_areas_are_known_by_code_and_by_name(name, code):
    assert area_of(name) == code


def test_the_code_of_an_area_beside_its_name_parts_nothing():
    data = "Year,Region,GeoCode,Value\n2015,,,1\n2015,Атырауская,KZ06,2\n"

    assert keys(reading(data)) == ["1-2-1", "1-2-1-kz-23"]


def test_the_code_of_an_area_that_no_other_column_names_parts_rows():
    rows = "".join(
        f"2015,{sex},{code},{value}\n"
        for value, (sex, code) in enumerate(
            [("", ""), ("F", ""), ("", "X1"), ("F", "X1")]
        )
    )

    assert keys(reading(f"Year,Sex,GeoCode,Value\n{rows}")) == [
        *("1-2-1", "1-2-1-sex-f"),
        *("1-2-1-geocode-x1", "1-2-1-sex-f-geocode-x1"),
    ]


def test_a_file_of_one_area_is_about_that_area():
    (target,) = reading(
        "Year,REF_AREA,Value\n2015,KZNS,1\n2016,KZNS,2\n", "{target: 9}"
    ).targets

    assert (target.key, target.labels.area) == ("1-2-1", "KZ-71")


def test_breakdowns_in_other_letters_are_told_apart_by_a_digest():
    data = "Year,Пол,Value\n2015,мужчины,1\n2015,женщины,2\n2015,,3\n"

    draft = reading(data)

    men, women, whole = keys(draft)
    assert whole == "1-2-1"
    assert men != women
    for key in (men, women):
        assert re.fullmatch("1-2-1-[0-9a-f]{8}", key)
    # They do not hang on what else the file holds.
    assert keys(reading("Year,Пол,Value\n2019,женщины,2\n2018,,3\n"))[0] == women
    assert draft.reported[0].actual.note == "Пол: мужчины"


def test_names_are_taken_from_the_translations_of_the_repository():
    config = PROMISE.replace("People in want", "national_indicators.1-2-1-title")
    paths = {
        "indicator-config/1-2-1.yml": f"{config}- target: 90\n".encode(),
        "translations/ru/national_indicators.yml": "1-2-1-title: Бедность\n".encode(),
    }

    (target,) = read([("data/1-2-1.csv", PLAIN.encode())], paths).targets

    assert target.labels.title == {"ru": "Бедность"}


def test_a_translation_that_is_none_is_told():
    about = {"translations/en/data.yml": b"a: ["}

    (problem,) = told(read([("data/1.csv", PLAIN.encode())], about))

    assert problem.startswith("translations/en/data.yml:1: is not YAML (")


@pytest.mark.parametrize(
    ("name", "unit", "title"),
    [
        ("global_indicators.1-2-1-title", "UNIT_MEASURE.PT", ("Indicator 1.2.1", "PT")),
        ("Use of No. 2", "data.per 1000", ("Use of No. 2", "per 1000")),
        ("U.S.", "null", ("U.S.", "units")),
    ],
)
def test_a_name_without_translation_is_as_plain_as_can_be(name, unit, title):
    config = PROMISE.replace("People in want", name).replace(": people", f": {unit}")
    about = {"indicator-config/1-2-1.yml": f"{config}- target: 90\n".encode()}

    (target,) = read([("data/1-2-1.csv", PLAIN.encode())], about).targets

    assert (target.labels.title["en"], target.first.unit["en"]["other"]) == title


@pytest.mark.parametrize(
    "options",
    ["none", "[a, [b]]", "[{group: [a]}]", "[{limit: 5}]", "[{target: null}]"],
)
def test_options_that_state_no_target_are_passed_over(options):
    config = f"progress_calculation_options: {options}\n".encode()

    draft = read([("data/1.csv", PLAIN.encode())], {"indicator-config/1.yml": config})

    assert (draft.targets, draft.problems) == ((), ())


@pytest.mark.parametrize(
    ("text", "year"),
    [("2019", 2019), ("2019/20", 2019), ("2019-2020", 2019), ("2019.0", 2019)],
)
def test_a_range_of_years_counts_as_the_first(text, year):
    draft = reading(f"Year,Value\n{text},1\n")

    assert draft.reported[0].actual.on.year == year


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("20l9,1", "2: '20l9' is no year; write it as 2019 or 2019/20"),
        ("1985,1", "2: 1985 is not between 1990 and 2100; left out"),
        ("2019,n/a", "2: 'n/a' is not a number; write it as 98 or 12.5"),
        ("2019,nan", "2: 'nan' is not a number; write it as 98 or 12.5"),
        ('2019,"1,5"', "2: '1,5' could be read two ways; write 1234.5 without commas"),
        ("2019,1e308", "2: '1e308' is beyond 10^15 or below 10^-15; change its unit"),
        ("2019,1,2", "2: has 3 cells under 2 columns; check the commas"),
        (",", "2: is empty; remove the row"),
        (
            "2019,0.12345678901234567",
            "2: a value has more than 15 digits; rounded to 1",
        ),
    ],
)
def test_what_cannot_be_taken_is_told_with_its_line(row, problem):
    (found,) = told(reading(f"Year,Value\n{row}\n"))

    assert found.startswith(f"data/indicator_1-2-1.csv:{problem}")


def test_a_value_that_is_blank_is_not_known():
    draft = reading("Year,Value\n2019,\n2020, \n2021,0\n")

    assert figures(draft.reported) == [("1-2-1", day("2021-12-31"), 0)]
    assert not draft.problems


def test_rows_that_repeat_or_contradict_each_other_are_told():
    draft = reading("Year,Value\n2015,1\n2015,1\n2016,2\n2016,3\n2017,4\n2016,2\n")

    assert told(draft) == [
        "data/indicator_1-2-1.csv:3: 2015 stands in lines 2 and 3 alike; taken once",
        "data/indicator_1-2-1.csv:7: 2016 is 2 and 3 in lines 4, 5 and 7; none is "
        "taken, keep one",
    ]
    assert [each.actual.value for each in draft.reported] == [1, 4]


def test_many_rows_that_contradict_each_other_are_told_in_one_line():
    rows = "".join(f"2015,{value}\n" for value in range(9))

    (problem,) = told(reading(f"Year,Value\n{rows}"))

    assert problem.endswith(
        "2015 is 0 and 1 in lines 2, 3, 4 and 6 more; none is taken, keep one"
    )


def test_a_breakdown_in_two_spellings_is_told():
    draft = reading("Year,Sex,Value\n2015,Female,1\n2016,female,2\n")

    assert told(draft) == [
        "data/indicator_1-2-1.csv:3: Sex female is written in two ways, see "
        "1-2-1-sex-female; write one"
    ]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "data/indicator_1-2-1.csv: is empty; Year must head its columns"),
        ("Value,Year\n1,2019\n", ".csv:1: is no data of Open SDG; make Year the first"),
        ("Year;Value\n", ".csv:1: is no data of Open SDG; separate the columns by com"),
        ("Year,,Value\n", ".csv:1: column 2 has no name; give it one"),
        ("Year,a,a,Value\n", ".csv:1: column 'a' stands twice; remove one"),
        ('Year,Value\n2019,"1\n', ".csv:2: is not CSV (unexpected end of data); check"),
        (b"Year,Value\n2019,\xff\n", ".csv:2: is not UTF-8; save the file again as UT"),
        pytest.param(
            "Year,Value\n2019," + "1" * 140_000,
            ".csv:2: is not CSV (field larger than",
            id="wide",
        ),
        pytest.param(
            bytes(50_000_001), ".csv: is larger than 50 MB; split it", id="large"
        ),
    ],
)
def test_a_file_that_is_none_is_refused_and_others_are_read(content, problem):
    raw = content if isinstance(content, bytes) else content.encode()

    draft = read(
        [("data/indicator_1-2-1.csv", raw), ("data/2.csv", PLAIN.encode())], {}
    )

    (found,) = told(draft)
    assert problem in found
    assert keys(draft) == ["2", "2"]


@pytest.mark.parametrize(
    ("option", "problem"),
    [
        ("{target: many}", ", progress_calculation_options 1: 'many' is not a number"),
        ("{target: 1, direction: up}", "1: direction 'up' is neither positive nor neg"),
        ("{target: 1, base_year: 15}", "1: base_year '15' is no year from 1990 to 210"),
        ("{target: 1, base_year: 2019}", "1-2-1 has no figure from its base year 2019"),
        ("{target: 40}", "1-2-1 needs a direction: it is to stay as it is"),
        ("{target: 1, series: x}", "states a target of SERIES: x, of which data/indic"),
        ("{target: 1}\n- {target: 2}", "states two targets of 1-2-1; keep one"),
    ],
)
def test_a_promise_that_cannot_be_taken_is_told(option, problem):
    (found,) = told(reading(PLAIN, option))

    assert found.startswith("indicator-config/1-2-1.yml")
    assert problem in found.replace("Series", "SERIES")


def test_a_promise_that_fits_two_lines_of_figures_is_told():
    draft = reading("Year,Units,Value\n2015,%,1\n2015,people,2\n", "{target: 5}")

    assert told(draft) == [
        "indicator-config/1-2-1.yml: states a target of the whole, for which "
        "data/indicator_1-2-1.csv has 2 lines of figures; name the unit and the series"
    ]


@pytest.mark.parametrize(
    ("config", "problem"),
    [
        ("a: [", ":1: is not YAML ("),
        ("!!python/object/apply:os.system [echo]", ": is no table of settings; "),
        ("- a", ": is no table of settings; correct it"),
        ("[" * 1000, "is not YAML (it is nested too deeply); correct it"),
        ("a: &a [*a]", ":1: is not YAML ("),
        ("a: \x00", "is not YAML ("),
        pytest.param("a" * 1_000_001, ".yml: is larger than 1 MB; shorten", id="large"),
    ],
)
def test_a_config_that_is_none_or_hostile_leaves_the_figures(config, problem):
    about = {"indicator-config/1-2-1.yml": config.encode()}

    draft = read([("data/1-2-1.csv", PLAIN.encode())], about)

    (found,) = told(draft)
    assert problem in found
    assert len(draft.reported) == 2


def test_what_stands_in_two_files_is_taken_from_the_first():
    files = [("data/1.csv", b"Year,Value\n2015,1\n")]
    files.append(("data/indicator_1.csv", b"Year,Value\n2015,2\n"))

    draft = read(files, {})

    assert figures(draft.reported) == [("1", day("2015-12-31"), 1)]
    assert told(draft) == ["data/indicator_1.csv: 1 stands in data/1.csv too; left out"]


def test_a_folder_without_data_is_refused():
    with pytest.raises(ForeignFileError, match=r"has no data/\*.csv; name the folder"):
        read([], {})


def test_a_target_is_written_as_a_file_of_data_and_its_config():
    statement = a_statement(goal=a_goal(369, "2025-12-31"))
    course = Course(
        a_target(statement),
        statement,
        (Reading(day("2024-06-30"), 50), Reading(day("2024-12-31"), 105)),
    )

    assert write([course]) == {
        # 1 January 2024 is where 2023 ended.
        "data/indicator_schools.csv": (
            "Year,Units,Value\n2023,schools,0\n2024,schools,105\n"
        ),
        "indicator-config/schools.yml": (
            "indicator_number: schools\n"
            "indicator_name: Schools opened\n"
            "computation_units: schools\n"
            "reporting_status: complete\n"
            "auto_progress_calculation: true\n"
            "progress_calculation_options:\n"
            "- direction: positive\n"
            "  base_year: 2023\n"
            "  target_year: 2025\n"
            "  target: 369\n"
        ),
    }


def test_a_fall_has_a_floor_for_its_limit():
    falling = a_statement(
        measure="level", baseline=a_baseline(50), goal=a_goal(20.5), lower=0.0
    )

    config = write([Course(a_target(falling), falling, ())])[
        "indicator-config/schools.yml"
    ]

    assert "direction: negative" in config
    assert config.endswith("  target: 20.5\n  limit: 0\n")
    assert "reporting_status: notstarted" in config


def test_a_yearly_quota_and_a_target_without_a_day_have_figures_only():
    quota = a_statement(measure="periodic", period="year", goal=a_goal(9, None))
    undated = a_statement(goal=a_goal(by=None))
    reported = (Reading(day("2024-06-30"), 5),)

    for statement, rows in ((quota, "2024,schools,5\n"), (undated, "2023,schools,0\n")):
        files = write([Course(a_target(statement), statement, reported)])

        assert files["data/indicator_schools.csv"].startswith(
            f"Year,Units,Value\n{rows}"
        )
        assert (
            "progress_calculation_options: []"
            in (files["indicator-config/schools.yml"])
        )


def test_keys_that_make_one_name_make_two_files():
    one = a_statement()
    some = [Course(replace(a_target(one), key=key), one, ()) for key in ("a/b", "a-b")]

    files = write(some)

    assert len(files) == 4
    assert files["data/indicator_a-b.csv"]


def test_what_has_no_place_is_not_written():
    milestone = a_statement(measure="milestone")
    quota = a_statement(measure="periodic", period="month")
    some = [Course(a_target(each), each, ()) for each in (milestone, quota)]

    assert write(some) == {}


@given(courses(measure=Measure.LEVEL, whole_years=True))
def test_a_level_of_whole_years_comes_back_the_same(course):
    files = {name: text.encode() for name, text in write([course]).items()}
    data = [pair for pair in files.items() if pair[0].startswith("data/")]
    # The figure of the base year is the baseline, and earlier ones are no progress.
    start = course.statement.baseline
    later = {on: value for on, value in course.readings if on > start.on}

    draft = read(data, files)

    (target,) = draft.targets
    assert held(target, area=False) == held(course.target, area=False)
    assert not draft.problems
    assert {on: value for _, on, value in figures(draft.reported)} == {
        start.on: start.value,
        **later,
    }


CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=6)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=5))
def test_any_cells_are_read_or_told(rows):
    out = io.StringIO()
    csv.writer(out).writerows([["Year", "Sex", "Value"], *rows])

    draft = reading(out.getvalue())

    assert len(draft.reported) + len(draft.problems) <= 2 * len(rows) + 1


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(content):
    draft = read([("data/1.csv", content)], {"indicator-config/1.yml": content})

    assert draft.problems or draft.reported == ()
