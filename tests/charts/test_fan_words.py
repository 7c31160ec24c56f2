"""What a picture says of its forecast: labels, small print, alternative text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import day
from tests.charts.cases import a_case, a_sheet, drawn, lines
from tests.charts.test_fan import areas, foretold, words
from tracker.charts.digest import data_digest
from tracker.charts.draw import pictures
from tracker.charts.notes import median_note
from tracker.charts.options import ChartOptions
from tracker.charts.overview import draw_overview
from tracker.charts.picture import alternative_text
from tracker.progress.forecasts import (
    Forecast,
    NoForecast,
    with_forecasts,
)


@pytest.mark.parametrize(
    ("met", "said", "marked"),
    [
        ("2025-02-10", "forecast: 10 Feb 2025", True),
        ("2025-11-01", "forecast: 1 Nov 2025 →", False),
        (None, "forecast: goal not met by 31 Dec 2025 →", False),
    ],
)
def test_the_day_on_which_the_median_meets_the_goal_is_marked_or_said(
    met, said, marked
):
    sheet = drawn(foretold(met))

    assert said in words(sheet)
    assert ("median-day" in lines(sheet)) == marked


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "goal 100 schools, 31 Dec 2024: chance 23%"),
        ("kk", "мақсат 100 schools, 31.12.2024: ықтималдығы 23 %"),
        ("ru", "цель 100 schools, 31.12.2024: вероятность 23 %"),
    ],
)
def test_the_goal_says_how_likely_it_is(lang, said):
    assert said in words(drawn(foretold(), lang))


def test_the_key_shows_a_small_fan():
    assert "forecast: median, 50% and 80% range" in words(drawn(foretold()))


@pytest.mark.parametrize(
    ("why", "lang", "said"),
    [
        ("few-reports", "en", "only 1 report, two of different days are needed"),
        ("all-equal", "ru", "во всех отчётах одно и то же значение (1 отчёт)"),
        ("goal-day-past", "kk", "мақсаттың мерзімі өтіп кетті"),
    ],
)
def test_why_there_is_no_forecast_is_said_where_there_is_room(why, lang, said):
    none = replace(foretold(), forecast=Forecast(1, why=NoForecast(why)))

    roomy, small = drawn(none, lang), drawn(none, lang, a_sheet(480, 320))

    begins = {"en": "No forecast", "kk": "Болжам жоқ", "ru": "Прогноза нет"}[lang]
    assert f"{begins}: {said}" in words(roomy)
    assert f"{begins}: {said}" not in words(small)
    assert not areas(roomy)


def test_what_was_not_asked_for_is_not_excused():
    sheet = drawn(replace(foretold(), forecast=None))

    assert not areas(sheet)
    assert not [each for each in words(sheet) if "orecast" in each]


def test_a_milestone_has_neither_a_fan_nor_an_excuse():
    (milestone,) = with_forecasts([a_case("milestone", 0)])

    sheet = drawn(milestone)

    assert milestone.forecast.why is NoForecast.MILESTONE
    assert not [each for each in words(sheet) if "orecast" in each]


def test_the_alternative_text_tells_the_forecast():
    title, said = alternative_text(foretold(), "en")

    assert title == "Schools opened"
    assert said.replace("\u00a0", " ").splitlines()[1:] == [
        "Chance: 23% of meeting the goal, 100 schools by 31 December 2024",
        "Forecast: 80 schools on 31 December 2024; with a chance of 80% between 50 "
        "and 130",
        "Goal met: with a chance of 10% by 20 November 2024, 50% by 10 February 2025, "
        "less than 90% by 31 December 2025",
    ]


@pytest.mark.parametrize(
    ("lang", "label"), [("kk", "Ықтималдық: 23 %"), ("ru", "Вероятность: 23 %")]
)
def test_the_forecast_is_told_in_each_language(lang, label):
    (_, content), _ = pictures([foretold()], ChartOptions("svg", lang))

    assert label in content.decode().replace("\u00a0", " ")


def test_the_digest_is_of_the_forecast_too_as_far_as_it_is_shown():
    plain = replace(foretold(), forecast=None)

    digests = {data_digest([each]) for each in (plain, foretold(), foretold(None))}

    assert len(digests) == 3
    assert data_digest([foretold(chance=0.234000001)]) in digests


def test_the_overview_shows_no_forecast_and_has_the_digest_of_none():
    sheets = [a_sheet(), a_sheet()]

    for sheet, each in zip(
        sheets, (foretold(), replace(foretold(), forecast=None)), strict=True
    ):
        draw_overview(sheet, [each], "en")

    assert words(sheets[0]) == words(sheets[1])


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "forecast: goal not met by 31 Dec 2025"),
        ("kk", "болжам: 31.12.2025 күніне дейін мақсатқа жетпейді"),
        ("ru", "прогноз: к 31.12.2025 цель не достигнута"),
    ],
)
def test_a_goal_beyond_the_horizon_is_told_in_plain_words(lang, said):
    arrow, alone = median_note(foretold(None), day("2025-06-30"), lang)

    assert (arrow.replace("\u00a0", " "), alone.replace("\u00a0", " ")) == (
        f"{said} →",
        said,
    )
