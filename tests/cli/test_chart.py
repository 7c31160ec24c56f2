"""tracker chart: which pictures it draws, and of what."""

from __future__ import annotations

import re

SCHOOLS = ("chart", "comfortable-schools", "--as-of", "2024-12-31", "--format", "svg")
AREAS = """
[defaults.source]
title = "Plan"
published = 2024-01-01

[targets.schools]
title = "Schools"
unit = "schools"
measure = "cumulative"
baseline = { value = 0, on = 2024-01-01 }
goal = { value = 53, by = 2025-12-31 }
areas = { KZ-71 = 24, KZ-61 = 29 }
"""


def described(path):
    """The alternative text of a picture."""
    found = re.search(r"<desc[^>]*>(.*?)</desc>", path.read_text("utf-8"), re.DOTALL)
    return found[1].replace("\u00a0", " ")


def test_a_chart_shows_the_forecast(tracker, example):
    result = tracker(*SCHOOLS)

    assert result.stdout == "charts/comfortable-schools.svg\n"
    said = described(example / "charts" / "comfortable-schools.svg")
    assert "of meeting the goal, 217 schools by 31 December 2025" in said


def test_a_chart_without_a_forecast_shows_what_is_known(tracker, example):
    tracker(*SCHOOLS, "--no-forecast")

    said = described(example / "charts" / "comfortable-schools.svg")
    assert said.startswith("105 of 217 schools on 31 December 2024: at risk")
    assert "forecast" not in said.lower()


def test_small_multiples_are_one_page_of_the_areas_of_the_whole(tracker, example):
    (example / "targets.toml").write_text(AREAS, "utf-8")
    database = ("--database", "sqlite:///areas.db")
    tracker(*database, "init")
    tracker(*database, "record", "schools/kz-61", "1", "--on", "2024-12-30")

    asked = ("--by", "area", "--format", "svg", "--as-of", "2024-12-31")
    result = tracker(*database, "chart", *asked)

    assert result.stdout == "charts/by-area.svg\n"
    said = described(example / "charts" / "by-area.svg").splitlines()
    assert [each.split(":")[0] for each in said] == [
        "By area, the worst groups first; 2 targets",
        "Turkistan Region",
        "Astana (city)",
    ]


def test_the_parts_of_a_target_that_is_named_have_their_panels(tracker, example):
    asked = ("comfortable-schools", "--by", "area", "--format", "svg")

    tracker("chart", *asked, "--as-of", "2024-12-31")

    said = described(example / "charts" / "by-area.svg").splitlines()
    assert sorted(each.split(",")[0].split(":")[0] for each in said[1:]) == [
        "Astana (city)",
        "Turkistan Region",
    ]


def test_without_any_area_there_is_one_sentence_and_no_folder(tracker, example):
    result = tracker("chart", "kindergarten-places", "--by", "area")

    assert result.exit_code == 3
    assert result.stderr == (
        "Error: none of these targets has an area; name others, or give another --by\n"
    )
    assert not (example / "charts").exists()
