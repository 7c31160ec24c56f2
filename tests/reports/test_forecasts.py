"""What a forecast says: in cells, for machines, and why there is none."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.builders import a_goal, an_actual, day
from tests.reports.cases import (
    LANGUAGES,
    a_forecast,
    a_milestone,
    foretold,
    none,
    on,
    report,
    several,
    several_foretold,
    stated,
    titled,
)
from tracker.progress.forecasts import Days, Forecast, NoForecast
from tracker.reports import as_csv, as_json, as_markdown, as_text
from tracker.reports.forecasts import (
    days_cell,
    forecast_cell,
    legend,
    values_cell,
    why_none,
)

JUNE = "2024-06-30"
REPORTED = on(JUNE, titled(), an_actual(JUNE, 40))


def plain(text):
    return text.replace("\u00a0", " ")


def object_of(forecast, lang="en"):
    asked = report(foretold(REPORTED, forecast), lang=lang)
    return json.loads(as_json.render(asked))["targets"][0]["forecast"]


def text_of(asked, columns=80):
    return as_text.render(asked, columns, lambda _, text: text)


def test_a_forecast_for_machines_holds_every_point(snapshot):
    snapshot(as_json.render(report(foretold(REPORTED))), "foretold.json")


def test_a_forecast_that_was_not_asked_for_is_null():
    (found,) = json.loads(as_json.render(report(REPORTED)))["targets"]

    assert found["forecast"] is None


def test_what_is_not_forecast_is_null_and_told_why():
    assert object_of(none("all-equal", 3)) == {
        "probability": None,
        "on_goal_day": None,
        "goal_day": None,
        "reason": "the 3 reports say the same",
        "horizon": None,
        "reports": 3,
    }


@pytest.mark.parametrize(
    ("why", "reports", "told"),
    [
        (
            *("milestone", 0),
            (
                "it is done or not done, there are no figures to go by",
                "ол не орындалады, не орындалмайды, болжауға көрсеткіш жоқ",
                "событие либо произошло, либо нет, прогнозировать нечего",
            ),
        ),
        (
            *("parts-missing", 2),
            (
                "not all of its parts have reported",
                "бөліктерінің бәрі бірдей есеп берген жоқ",
                "отчитались не все части",
            ),
        ),
        (
            *("few-reports", 1),
            (
                "only 1 report, two of different days are needed",
                "тек 1 есеп бар, кемінде екі түрлі күннің есебі керек",
                "есть только 1 отчёт, нужны два за разные дни",
            ),
        ),
        (
            *("all-equal", 22),
            (
                "the 22 reports say the same",
                "22 есеп түгел бірдей мән көрсетеді",
                "во всех отчётах одно и то же значение (22 отчёта)",
            ),
        ),
        (*("goal-met", 5), ("the goal is met", "мақсатқа жетті", "цель достигнута")),
        (
            *("goal-day-past", 5),
            (
                "the goal day has passed",
                "мақсаттың мерзімі өтіп кетті",
                "срок цели прошёл",
            ),
        ),
        (
            *("undated", 5),
            ("the goal has no day", "мақсаттың мерзімі айтылмаған", "у цели нет срока"),
        ),
    ],
)
def test_the_reason_for_no_forecast_is_told_in_words(why, reports, told):
    found = [
        plain(why_none(foretold(REPORTED, none(why, reports)), lang))
        for lang in LANGUAGES
    ]

    assert tuple(found) == told


def test_every_reason_has_words():
    assert all(
        why_none(foretold(REPORTED, none(why)), lang)
        for why in NoForecast
        for lang in LANGUAGES
    )


@pytest.mark.parametrize("baseline", [0, 1])
def test_a_baseline_alone_is_not_called_a_report(baseline):
    unheard = foretold(on(JUNE, titled()), none("few-reports", baseline))

    assert why_none(unheard, "en") == "nothing has been reported"


def test_no_reason_is_needed_where_everything_is_forecast():
    assert why_none(foretold(REPORTED), "en") is None
    assert why_none(REPORTED, "en") is None


UNDATED = a_forecast(None, on_goal_day=None, why=NoForecast.UNDATED)


@pytest.mark.parametrize(
    ("forecast", "english", "russian"),
    [
        pytest.param(None, "–", "–", id="not asked for"),
        pytest.param(none("few-reports"), "–", "–", id="none"),
        pytest.param(a_forecast(), "62% Mar 2025", "62 % 03.2025", id="both"),
        pytest.param(a_forecast(0.05), "<5% Mar 2025", "<5 % 03.2025", id="unlikely"),
        pytest.param(UNDATED, "    Mar 2025", "     03.2025", id="undated"),
        pytest.param(
            a_forecast(goal_day=None), "62% –", "62 % –", id="a level that is kept"
        ),
    ],
)
def test_a_cell_has_the_chance_and_the_month_of_half_the_chance(
    forecast, english, russian
):
    assert plain(forecast_cell(forecast, "en", short=False)) == english
    assert plain(forecast_cell(forecast, "ru", short=True)) == russian


@pytest.mark.parametrize(
    ("horizon", "english", "kazakh"),
    [
        pytest.param("2027-12-31", ">2027", ">2027", id="the end of a year"),
        pytest.param("2028-06-30", ">Jun 2028", ">06.2028", id="the end of a month"),
        pytest.param("2028-06-29", ">May 2028", ">05.2028", id="within a month"),
        pytest.param("2028-01-30", ">2027", ">2027", id="within January"),
    ],
)
def test_beyond_the_horizon_no_day_is_named(horizon, english, kazakh):
    never = a_forecast(goal_day=Days(None, None, None), horizon=day(horizon))

    assert plain(forecast_cell(never, "en", short=False)) == f"62% {english}"
    assert plain(forecast_cell(never, "kk", short=True)) == f"62 % {kazakh}"


def test_cells_of_points_have_all_three():
    forecast = a_forecast()

    assert values_cell(forecast, "en") == "61 / 95 / 118"
    assert plain(days_cell(forecast, "en")) == "Aug 2024 / Mar 2025 / >2025"
    assert values_cell(none("goal-met"), "en") == "–"
    assert days_cell(Forecast(1), "en") == "–"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_beyond_is_explained_only_where_it_stands(lang):
    plain_one = legend([foretold(REPORTED)], lang)
    beyond = a_forecast(goal_day=Days(None, None, None))

    with_one_beyond = legend([foretold(REPORTED, beyond), REPORTED], lang)

    assert ">" not in plain_one
    assert with_one_beyond.startswith(f"{plain_one}; >")


@pytest.mark.parametrize("columns", [80, 140])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_text_of_several_targets_with_forecasts(snapshot, lang, columns):
    text = text_of(several_foretold(lang), columns)

    assert max(map(len, text.splitlines())) <= columns
    snapshot(text, f"foretold.{lang}.{columns}.txt")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_markdown_of_several_targets_with_forecasts(snapshot, lang):
    snapshot(as_markdown.render(several_foretold(lang)), f"foretold.{lang}.md")


@pytest.mark.parametrize("columns", [80, 140])
def test_a_column_of_no_forecasts_is_left_out(columns):
    bare = several()
    nothing = [foretold(each, none("few-reports")) for each in bare.statuses]

    assert text_of(report(*nothing), columns) == text_of(bare, columns)
    assert as_markdown.render(report(*nothing)) == as_markdown.render(bare)


def test_forecasts_take_the_room_of_the_bar_and_the_plan_before_that_of_the_titles():
    title = {"en": "Schools that are opened all over the country"}
    asked = report(foretold(on(JUNE, titled(title=title), an_actual(JUNE, 40))))

    rows = {columns: text_of(asked, columns).splitlines() for columns in (76, 80, 88)}

    assert rows[88][3] == (
        " Schools that are opened a… ██···      40 / 100   50  −35 ▲ at risk 30 Jun 24 "
        "62% Mar 25"
    )
    assert (
        rows[80][2].split() == "actual / goal plan days rating data of forecast".split()
    )
    assert "█" not in rows[80][3]
    assert rows[76][2].split() == "actual / goal days rating data of forecast".split()
    assert rows[76][3].startswith(" Schools that are opened…       40 / 100  −35 ")


def test_without_room_for_a_title_everything_stands_below_it():
    title = {"en": "Schools that are opened all over the country"}
    asked = report(foretold(on(JUNE, titled(title=title), an_actual(JUNE, 40))))

    lines = text_of(asked, 66).splitlines()

    assert lines[3:5] == [
        " Schools that are opened all over the country",
        "   ██···      40 / 100   50  −35 ▲ at risk 30 Jun 24 62% Mar 25",
    ]


def test_several_forecasts_take_one_line_each_at_80_columns_in_english():
    lines = text_of(several_foretold()).splitlines()

    (quota,) = [line for line in lines if "Q2 2024" in line]
    assert quota.startswith(" Schools repaired, Q2 2024  ")
    assert quota.endswith(" ▲ at risk  30 Jun 24   <5% Jul 24")


def test_csv_has_the_chance_and_the_points():
    asked = report(foretold(REPORTED), foretold(REPORTED, none("goal-met")))

    told, untold = csv.DictReader(io.StringIO(as_csv.render(asked)))

    assert (told["chance"], told["forecast_p10"], told["goal_day_p50"]) == (
        *("0.62", "61.2"),
        "2025-03-14",
    )
    assert (told["goal_day_p90"], untold["chance"], untold["forecast_p10"]) == (
        *("", ""),
        "",
    )


def test_a_milestone_has_no_forecast_to_show():
    waiting = foretold(on(JUNE, a_milestone()), none("milestone", 0))

    assert "forecast" not in text_of(report(waiting))


def test_a_goal_beyond_reach_is_never_shown_as_impossible():
    hopeless = titled(stated(goal=a_goal(1e9)))
    status = foretold(on(JUNE, hopeless, an_actual(JUNE, 1)), a_forecast(0.05))

    assert " <5% " in text_of(report(status))
    assert " 0% " not in text_of(report(status))
