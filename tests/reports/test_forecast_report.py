"""The report of forecasts: a block a target, each line in words, in three languages."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.builders import a_baseline, a_goal, an_actual, day
from tests.reports.cases import (
    LANGUAGES,
    a_forecast,
    a_level,
    a_milestone,
    a_quota,
    foretold,
    none,
    on,
    report,
    several_foretold,
    stated,
    titled,
)
from tracker.progress.forecasts import Days, NoForecast, with_forecasts
from tracker.reports.forecast_lines import (
    basis_line,
    chance_line,
    days_line,
    lines_of,
    need_line,
    rate_line,
    value_line,
)
from tracker.reports.forecast_report import COLUMNS, render
from tracker.reports.report import Report
from tracker.reports.terminal import width

JUNE = "2024-06-30"
# 40 of 100 schools in half a year, 60 due by the end of September.
HALF_WAY = on(JUNE, titled(stated((60, "2024-09-30"))), an_actual(JUNE, 40))


def plain(text):
    return text.replace("\u00a0", " ")


def in_english(line, status):
    return plain(line(status, "en"))


@pytest.mark.parametrize("columns", [80, 140])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_text_of_forecasts(snapshot, lang, columns):
    text = render(several_foretold(lang), "text", columns)

    assert max(map(width, text.splitlines())) <= columns
    snapshot(text, f"forecasts.{lang}.{columns}.txt")


@pytest.mark.parametrize(("form", "name"), [("json", "json"), ("csv", "csv")])
def test_forecasts_for_machines(snapshot, form, name):
    snapshot(render(several_foretold(), form, 80), f"forecasts.{name}")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_markdown_of_forecasts(snapshot, lang):
    snapshot(render(several_foretold(lang), "markdown", 80), f"forecasts.{lang}.md")


def test_everything_is_told_line_by_line():
    found = [(label, plain(text)) for label, text in lines_of(foretold(HALF_WAY), "en")]

    assert found == [
        ("reported", "40 of 100 schools on 30 June 2024: on track, 0.22 ahead of plan"),
        ("chance", "62% of meeting the goal, 100 schools by 31 December 2024"),
        (
            "forecast",
            "95 schools on 31 December 2024; with a chance of 80% between 61 and 118",
        ),
        (
            "goal met",
            "with a chance of 10% by 3 August 2024, 50% by 14 March 2025, "
            "less than 90% by 31 December 2025",
        ),
        ("rate", "6.7 schools a month by the latest reports, 9.9 needed"),
        ("next checkpoint", "60 schools by 30 September 2024: 20 to go, 6.6 a month"),
        ("rests on", "4 reports with the baseline, the latest on 30 June 2024"),
    ]


def test_without_a_forecast_its_reason_stands_in_its_place():
    status = foretold(HALF_WAY, none("all-equal", 2))

    assert in_english(value_line, status) == "none: the 2 reports say the same"
    assert [label for label, _ in lines_of(status, "en")] == [
        *("reported", "forecast", "rate", "next checkpoint"),
    ]


def test_an_undated_goal_has_a_day_and_no_value():
    undated = on(JUNE, titled(stated(goal=a_goal(100, None))), an_actual(JUNE, 40))
    status = foretold(
        undated, a_forecast(None, on_goal_day=None, why=NoForecast.UNDATED)
    )

    assert in_english(value_line, status) == "only the day: the goal has no day"
    assert in_english(days_line, status).startswith(
        "with a chance of 10% by 3 August 2024, 50% by "
    )
    assert (chance_line(status, "en"), need_line(status, "en")) == ("", "")
    assert in_english(rate_line, status) == "6.7 schools a month by the latest reports"


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ((None, None, None), "less than 10% by 31 December 2025"),
        (
            ("2024-08-03", None, None),
            "10% by 3 August 2024, less than 50% by 31 December 2025",
        ),
        (
            ("2024-08-03", "2024-08-05", "2024-09-01"),
            "10% by 3 August 2024, 50% by 5 August 2024, 90% by 1 September 2024",
        ),
    ],
)
def test_what_is_not_reached_within_the_horizon_is_told_once(days, told):
    goal_day = Days(*[each and day(each) for each in days])

    status = foretold(HALF_WAY, a_forecast(goal_day=goal_day))
    assert in_english(days_line, status) == f"with a chance of {told}"


def test_a_level_that_is_kept_has_no_day_of_meeting_it():
    status = foretold(HALF_WAY, a_forecast(goal_day=None))

    assert days_line(status, "en") == ""


def test_nothing_is_told_of_a_forecast_that_was_not_asked_for():
    labels = [label for label, _ in lines_of(HALF_WAY, "en")]

    assert labels == ["reported", "rate", "next checkpoint"]


FALLING = titled(stated((50, "2024-09-30"), baseline=a_baseline(100), goal=a_goal(10)))


@pytest.mark.parametrize(
    ("target", "actuals", "told"),
    [
        pytest.param(titled(), [], "", id="nothing reported"),
        pytest.param(
            *(FALLING, [an_actual(JUNE, 70)]),
            "−5 schools a month by the latest reports, −9.9 needed",
            id="falling",
        ),
        pytest.param(
            *(titled(), [an_actual("2024-01-01", 0)]),
            "17 schools a month needed",
            id="only on the day of the baseline",
        ),
        pytest.param(
            *(titled(), [an_actual(JUNE, 100)]),
            "17 schools a month by the latest reports",
            id="the goal is met",
        ),
        pytest.param(a_milestone(), [], "", id="a milestone"),
    ],
)
def test_the_rate_of_late_against_the_one_that_is_needed(target, actuals, told):
    assert in_english(rate_line, on(JUNE, target, *actuals)) == told


@pytest.mark.parametrize(
    ("target", "actuals", "told"),
    [
        pytest.param(
            *(FALLING, [an_actual(JUNE, 70)]),
            "50 schools by 30 September 2024: 20 to go, 6.6 a month",
            id="falling",
        ),
        pytest.param(
            *(FALLING, [an_actual(JUNE, 45)]),
            "50 schools by 30 September 2024: reached",
            id="early",
        ),
        pytest.param(FALLING, [], "50 schools by 30 September 2024", id="no report"),
        pytest.param(
            *(titled(stated((60, "2024-07-10"))), [an_actual(JUNE, 40)]),
            "60 schools by 10 July 2024: 20 to go",
            id="less than a month left",
        ),
        pytest.param(titled(), [an_actual(JUNE, 70)], "", id="no checkpoint"),
    ],
)
def test_what_the_next_checkpoint_needs(target, actuals, told):
    assert in_english(need_line, on(JUNE, target, *actuals)) == told


HELD = titled(stated(measure="level", baseline=None, goal=a_goal(30)))


@pytest.mark.parametrize(
    ("target", "told"),
    [
        (titled(), "4 reports with the baseline, the latest on 30 June 2024"),
        (HELD, "4 reports, the latest on 30 June 2024"),
        (
            a_quota(),
            "4 reports with the 0 at the start of the period, the latest on "
            "30 June 2024",
        ),
    ],
)
def test_what_a_forecast_rests_on(target, told):
    status = foretold(on(JUNE, target, an_actual(JUNE, 40)))

    assert in_english(basis_line, status) == told


def test_the_value_of_a_quota_is_that_at_the_end_of_its_period():
    status = foretold(on("2024-05-31", a_quota(), an_actual("2024-05-31", 40)))

    assert in_english(value_line, status).startswith("95 schools on 30 June 2024; ")
    assert in_english(chance_line, status).endswith("60 schools by 30 June 2024")


def test_a_level_is_forecast_in_its_unit():
    status = foretold(on(JUNE, a_level(), an_actual(JUNE, 62.5)))

    assert in_english(value_line, status).startswith("94.6 % on 31 December 2024")


def test_the_goal_for_machines_is_that_of_the_period():
    status = foretold(on("2024-05-31", a_quota(), an_actual("2024-05-31", 40)))

    (found,) = json.loads(render(report(status), "json", 80))["targets"]

    assert found["goal"] == {"value": 60, "by": "2024-06-30"}


def test_csv_has_what_the_next_checkpoint_needs():
    text = render(report(foretold(HALF_WAY)), "csv", 80)

    (row,) = csv.DictReader(io.StringIO(text))

    assert list(row) == ["as_of", *COLUMNS]
    assert (row["checkpoint"], row["checkpoint_missing"]) == ("60", "20")
    assert (row["goal_day_p90"], row["horizon"]) == ("", "2025-12-31")


def test_a_hostile_title_or_unit_is_shown_and_not_obeyed():
    hostile = titled(
        stated(unit={"en": {"other": "u\x1bv"}}), title={"en": "a\u202eb|c"}
    )
    asked = report(foretold(on(JUNE, hostile, an_actual(JUNE, 40))))

    text, table = render(asked, "text", 80), render(asked, "markdown", 80)

    assert "a\\u202eb|c" in text
    assert "u\\u001bv" in text
    assert "a\\\\u202eb\\|c" in table or "a\\u202eb\\|c" in table


def test_in_few_columns_no_word_is_torn_apart():
    text = render(report(HALF_WAY), "text", 20)

    assert {"September", "reported"} <= set(text.split())


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_report_of_nothing_says_that_nothing_was_known(form):
    nothing = Report((), day(JUNE), None, "en")

    _, _, *said = render(nothing, form, 80).splitlines()

    assert said == ["nothing had been recorded by then"]


def test_a_real_forecast_is_told_whole():
    reported = [
        an_actual(f"2024-0{month}-01", 8 * (month - 1)) for month in range(2, 7)
    ]
    (status,) = with_forecasts([on(JUNE, titled(), *reported)])

    labels = [label for label, _ in lines_of(status, "en")]

    assert labels == ["reported", "chance", "forecast", "goal met", "rate", "rests on"]
    assert in_english(basis_line, status).startswith("6 reports with the baseline, ")
