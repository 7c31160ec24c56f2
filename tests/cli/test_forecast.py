"""tracker forecast and the forecasts of tracker status: as of a day, as known then."""

from __future__ import annotations

import csv
import io
import json

import pytest

MONTHS = [("2025-01-31", 110), ("2025-02-28", 121), ("2025-03-31", 128)]


@pytest.fixture
def reported(tracker):
    """The example with three more reports of schools, 128 of 217 in March 2025."""
    for on, value in MONTHS:
        result = tracker("record", "comfortable-schools", value, "--on", on)
        assert result.exit_code == 0, result.output
    return tracker


def object_of(result):
    (found,) = json.loads(result.stdout)["targets"]
    return found


def asked(command, as_of, *more):
    return (command, "comfortable-schools", "--as-of", as_of, "--format", "json", *more)


def test_a_status_has_a_forecast_unless_it_is_left_out(reported):
    told = object_of(reported(*asked("status", "2025-03-31")))
    left_out = object_of(reported(*asked("status", "2025-03-31", "--no-forecast")))

    # The baseline, the end of 2024, and three months.
    assert (told["forecast"]["reports"], told["forecast"]["reason"]) == (5, None)
    assert 0.05 <= told["forecast"]["probability"] <= 0.95
    assert left_out["forecast"] is None
    assert told | {"forecast": None} == left_out


def test_a_status_and_a_forecast_say_the_same(reported):
    status = object_of(reported(*asked("status", "2025-03-31")))
    forecast = object_of(reported(*asked("forecast", "2025-03-31")))

    assert forecast["forecast"] == status["forecast"]
    assert forecast["rate"] == status["rate"]


def test_the_points_of_a_forecast_are_in_order(reported):
    found = object_of(reported(*asked("forecast", "2025-03-31")))["forecast"]

    value = found["on_goal_day"]
    assert value["p10"] < value["p50"] < value["p90"]
    days = [each for each in found["goal_day"].values() if each]
    assert days == sorted(days)
    assert all("2025-03-31" <= each <= found["horizon"] for each in days)


def test_a_forecast_as_of_a_day_does_not_know_what_was_reported_later(reported):
    before = reported(*asked("forecast", "2025-03-31")).stdout

    reported("record", "comfortable-schools", 200, "--on", "2025-04-30")

    assert reported(*asked("forecast", "2025-03-31")).stdout == before
    assert reported(*asked("forecast", "2025-04-30")).stdout != before


def test_a_forecast_as_known_at_a_moment_does_not_know_what_was_recorded_later(tracker):
    recorded = json.loads(
        tracker("history", "comfortable-schools", "--format", "json").stdout
    )[-1]["recorded_at"]
    moment = ("--known-at", recorded)
    before = object_of(tracker(*asked("forecast", "2025-06-30", *moment)))

    tracker("record", "comfortable-schools", 110, "--on", "2025-01-31")

    after = object_of(tracker(*asked("forecast", "2025-06-30", *moment)))
    now = object_of(tracker(*asked("forecast", "2025-06-30")))
    assert before == after
    assert (before["forecast"]["reports"], now["forecast"]["reports"]) == (2, 3)


def test_a_forecast_is_held_against_the_goal_stated_by_the_day(tracker):
    tracker("record", "comfortable-schools", 60, "--on", "2024-08-15")

    first = object_of(tracker(*asked("forecast", "2024-08-31")))
    restated = object_of(tracker(*asked("forecast", "2024-09-02")))

    assert (first["goal"]["value"], restated["goal"]["value"]) == (369, 217)
    assert first["forecast"]["probability"] < restated["forecast"]["probability"]
    assert first["next_checkpoint"]["missing"] == 98 - 60


def test_after_the_goal_day_nothing_is_forecast(reported):
    result = reported("forecast", "comfortable-schools", "--as-of", "2026-01-01")

    assert "  forecast         none: the goal day has passed\n" in result.stdout
    assert "chance" not in result.stdout


def test_every_target_has_a_forecast_or_a_reason(reported):
    text = reported("forecast", "--as-of", "2025-03-31").stdout
    rows = json.loads(
        reported("forecast", "--as-of", "2025-03-31", "--format", "json").stdout
    )["targets"]

    assert (text.count("\n  reported  "), len(rows)) == (17, 17)
    for each in rows:
        found = each["forecast"]
        assert (found["on_goal_day"] is None) == (found["reason"] is not None)


@pytest.mark.parametrize("lang", ["en", "kk", "ru"])
@pytest.mark.parametrize("columns", ["80", "140"])
@pytest.mark.parametrize("command", ["status", "forecast"])
def test_forecasts_fit_the_terminal(reported, command, lang, columns):
    result = reported(
        *(command, "--lang", lang, "--as-of", "2025-03-31"), COLUMNS=columns
    )

    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= int(columns)


def test_an_english_status_with_forecasts_is_one_line_a_target_at_80_columns(reported):
    lines = reported("status", "--as-of", "2025-03-31", COLUMNS="80").stdout.split("\n")

    (schools,) = [line for line in lines if line.startswith(" Comfortable schools")]
    assert "128 / 217" in schools
    assert "% " in schools.split("31 Mar 25")[1]
    assert any(
        line.startswith("forecast: chance of meeting the goal") for line in lines
    )


def test_forecasts_for_machines_are_a_row_a_target(reported):
    text = reported("forecast", "--as-of", "2025-03-31", "--format", "csv").stdout

    rows = list(csv.DictReader(io.StringIO(text)))

    assert len(rows) == 17
    assert rows[0]["reports"] == "5"
    assert rows[-1]["reason"] == "it is done or not done, there are no figures to go by"


def test_forecasts_are_written_to_a_file(reported, example):
    result = reported(
        *("forecast", "--as-of", "2025-03-31", "--format", "markdown"),
        *("-o", "forecasts.md", "--lang", "ru"),
    )

    assert (result.exit_code, result.stdout) == (0, "")
    assert (example / "forecasts.md").read_text().startswith("# Прогнозы по состоянию")


def test_an_unknown_target_is_refused(tracker):
    result = tracker("forecast", "comfortable-skools")

    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.startswith("Error: no target 'comfortable-skools'; did you")


def test_forecasts_of_the_past_are_held_against_what_came(reported):
    found = json.loads(reported("forecast", "--backtest", "--format", "json").stdout)

    # Of schools: from December January and February, from January February and
    # March, from February March.
    schools = found["targets"][0]
    assert (schools["target"], schools["cases"]) == ("comfortable-schools", 5)
    assert found["enough"] is False
    assert "too few to judge by" in reported("forecast", "--backtest").stdout


def test_a_backtest_as_of_a_day_does_not_know_what_came_later(reported):
    asked = ("forecast", "comfortable-schools", "--backtest", "--format", "json")

    early = json.loads(reported(*asked, "--as-of", "2025-01-31").stdout)
    unknown = json.loads(reported(*asked, "--known-at", "2020-01-01").stdout)

    assert (early["cases"], unknown["cases"]) == (1, 0)
