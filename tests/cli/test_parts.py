"""Parts by area on the command line: stated, recorded, rolled up, drawn."""

from __future__ import annotations

import json

import pytest

CLINICS = """\
[targets.clinics]
title = "Rural clinics"
unit = "clinics"
measure = "cumulative"
baseline = { value = 0, on = 2024-01-01 }
goal = { value = 100, by = 2024-12-31 }
stated = 2024-01-01
areas = { KZ-71 = 24, KZ-61 = 29, KZ-79 = 20 }
"""


@pytest.fixture
def clinics(tracker, example):
    """Runs a command where 12 and 6 of 100 clinics are reported by two of three."""
    (example / "tracker.db").unlink()
    (example / "targets.toml").write_text(CLINICS, encoding="utf-8")
    tracker("init")
    tracker("record", "clinics/kz-71", "12", "--on", "2024-06-30")
    tracker("record", "clinics/kz-61", "6", "--on", "2024-06-30")
    return tracker


def targets_of(result):
    return json.loads(result.stdout)["targets"]


def test_init_states_a_target_for_each_area(tracker, example):
    (example / "tracker.db").unlink()
    (example / "targets.toml").write_text(CLINICS, encoding="utf-8")

    result = tracker("init")

    assert "new target    clinics/kz-61: 29 clinics by 2024-12-31" in result.stdout
    assert tracker("sync").stdout == "nothing new in targets.toml\n"


def test_a_sum_needs_only_its_own_name(clinics):
    (found,) = targets_of(
        clinics("status", "clinics", "--as-of", "2024-07-01", "--format", "json")
    )

    assert found["actual"] == {
        "value": 18,
        "on": "2024-06-30",
        "evidence": "claimed",
        "entries": 2,
        "by_evidence": {"claimed": 18, "documented": 0, "verified": 0},
        "named": 0,
    }
    assert (found["parts"]["reported"], found["parts"]["count"]) == (2, 3)


def test_what_was_not_known_yet_is_not_summed(clinics):
    (found,) = targets_of(
        clinics("status", "clinics", "--as-of", "2024-06-29", "--format", "json")
    )

    assert (found["actual"], found["parts"]["reported"]) == (None, 0)


def test_an_actual_of_its_own_takes_the_place_of_the_sum(clinics):
    clinics("record", "clinics", "30", "--on", "2024-06-30")

    found = targets_of(clinics("status", "--as-of", "2024-07-01", "--format", "json"))

    assert found[0]["actual"]["value"] == 30
    assert (found[0]["parts"]["total"], found[0]["parts"]["difference"]) == (18, 12)


def test_a_sum_is_drawn_like_any_total(clinics, example):
    result = clinics("chart", "clinics", "--as-of", "2024-07-01", "--format", "svg")

    (path,) = result.stdout.split()
    text = (example / path).read_text(encoding="utf-8")
    assert "sum of its parts, 2 of 3 reported" in text


def test_a_goal_that_an_area_restates_is_a_revision_of_its_part(clinics, example):
    revision = """\
[[targets.clinics.revisions]]
stated = 2024-09-01
areas = { KZ-61 = 40 }
"""
    (example / "targets.toml").write_text(CLINICS + revision, encoding="utf-8")

    result = clinics("sync")

    assert result.stdout == (
        "new revision  clinics: 100 clinics by 2024-12-31, stated 2024-09-01\n"
        "new revision  clinics/kz-61: 40 clinics by 2024-12-31, stated 2024-09-01\n"
    )


def test_the_two_areas_of_the_real_case_stand_beneath_their_whole(tracker):
    schools, astana, turkistan, *_ = targets_of(
        tracker("status", "--as-of", "2025-09-30", "--format", "json")
    )

    assert (schools["actual"]["value"], schools["parts"]["total"]) == (105, 10)
    assert (astana["area"], astana["actual"]["value"]) == ("KZ-71", 10)
    assert (turkistan["area"], turkistan["actual"]["value"]) == ("KZ-61", 21)
    assert turkistan["parent"] == "comfortable-schools"


@pytest.mark.parametrize(
    ("lang", "first"),
    [
        ("en", "    clinics/kz-71  Astana (city)     24 clinics, by 31 December 2024"),
        (
            "kk",
            "    clinics/kz-71  Астана қаласы     24 clinics, "
            "2024 жылғы 31 желтоқсанға дейін",
        ),
        (
            "ru",
            "    clinics/kz-71  город Астана           24 clinics, "
            "к 31 декабря 2024 г.",
        ),
    ],
)
def test_a_whole_in_full_lists_its_parts_and_a_part_none(lang, first, clinics):
    heads = {"en": "  parts:", "kk": "  бөліктері:", "ru": "  части:"}

    whole = clinics("targets", "clinics", "--lang", lang).stdout.splitlines()
    part = clinics("targets", "clinics/kz-71", "--lang", lang).stdout.splitlines()

    listed = whole[whole.index(heads[lang]) + 1 :]
    assert listed[0] == first
    assert listed.index("") == 3
    assert heads[lang] not in part
