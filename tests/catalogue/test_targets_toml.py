"""The fifteen targets of the source and two parts, and the actuals with them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tracker.catalogue.read import load
from tracker.domain import LANGUAGES, Baseline, Checkpoint, Goal, Measure, Target, Texts
from tracker.periods import Period

ROOT = Path(__file__).parents[2]
TARGETS = {each.key: each for each in load(ROOT / "targets.toml")}

# Key, measure, baseline, goal and its day; None where none is stated.
FACTS = [
    ("comfortable-schools", "cumulative", "2024-01-01", 369, "2025-12-31"),
    ("comfortable-school-places", "cumulative", "2024-01-01", 740_000, "2025-12-31"),
    ("kindergarten-places", "cumulative", "2024-01-01", 300_000, "2025-12-31"),
    ("targeted-training", "periodic", "2023-01-01", 10_000, None),
    ("childrens-centres", "cumulative", "2024-01-01", 50, "2026-12-31"),
    ("supplementary-facilities", "cumulative", "2024-01-01", 100, "2026-12-31"),
    ("preschool-database", "milestone", None, 1, None),
    ("school-aid", "periodic", None, 400_000, None),
    ("camp-vouchers", "cumulative", "2024-05-01", 5_000, None),
    ("free-camp-holidays", "cumulative", "2024-06-01", 20_000, "2024-08-31"),
    ("summer-recreation", "cumulative", "2024-06-01", 3_100_000, "2024-08-31"),
    ("summer-camps", "cumulative", "2024-06-01", 2_900_000, "2024-08-31"),
    ("recreation-centres", "level", "2024-05-31", 182, "2024-06-15"),
    ("summer-volunteers", "cumulative", "2024-06-01", 12_000, "2024-08-31"),
    ("oncohaematology-centre", "milestone", None, 1, None),
]
# Area, goal and the day it was stated; the source names no baseline.
PARTS = {
    "comfortable-schools/astana": ("KZ-71", 24, "2024-07-31", "The Astana Times"),
    "comfortable-schools/turkistan": ("KZ-61", 29, "2025-09-23", "School no. 142"),
}
QUARTERLY = {
    *("comfortable-schools", "comfortable-school-places", "kindergarten-places"),
    *("childrens-centres", "supplementary-facilities"),
}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def test_the_targets_are_those_of_the_source_in_its_order():
    whole, *others = [key for key, *_ in FACTS]

    assert list(TARGETS) == [whole, *PARTS, *others]


@pytest.mark.parametrize(("key", "measure", "on", "value", "by"), FACTS)
def test_each_target_is_as_it_was_stated(
    key: str, measure: str, on: str | None, value: float, by: str | None
):
    first, baseline_day = TARGETS[key].first, _day(on)

    assert first.stated == date(2024, 6, 1)
    assert first.measure == measure
    assert first.goal == Goal(value, _day(by))
    assert first.baseline == (Baseline(0, baseline_day) if baseline_day else None)
    assert first.source.publisher == "primeminister.kz"
    assert first.source.section in {"Key priority", "Support measures"}


@pytest.mark.parametrize("key", PARTS)
def test_each_part_is_as_it_was_stated(key: str):
    target, whole = TARGETS[key], TARGETS["comfortable-schools"]
    area, goal, stated, publisher = PARTS[key]

    assert (target.labels.parent, target.labels.area) == ("comfortable-schools", area)
    assert target.labels.programme == whole.labels.programme
    assert target.first.goal == Goal(goal, date(2025, 12, 31))
    assert target.first.baseline == whole.first.baseline
    assert (target.first.stated, target.first.source.publisher) == (
        _day(stated),
        publisher,
    )
    assert "No baseline was stated" in (target.first.note or "")


def test_parts_are_counted_in_the_words_of_their_whole():
    units = [TARGETS[key].first.unit for key in ("comfortable-schools", *PARTS)]

    assert units[0] == units[1] == units[2]


def test_98_and_110_more_are_208_of_369():
    first = TARGETS["comfortable-schools"].first

    assert first.checkpoints == (
        Checkpoint(98, date(2024, 9, 1)),
        Checkpoint(208, date(2024, 12, 31), added=110),
    )
    assert first.goal.value - first.checkpoints[-1].value == 161


def test_other_checkpoints_are_those_of_the_source():
    found = {
        key: [(each.value, each.by.isoformat()) for each in target.first.checkpoints]
        for key, target in TARGETS.items()
        if target.first.checkpoints and key != "comfortable-schools"
    }

    assert found == {
        "kindergarten-places": [(77_300, "2024-12-31")],
        "recreation-centres": [(150, "2024-06-10")],
    }


def test_three_targets_were_restated():
    found = [
        (key, each.stated.isoformat(), each.goal.value, str(each.goal.by))
        for key, target in TARGETS.items()
        for each in target.statements[1:]
    ]

    assert found == [
        ("comfortable-schools", "2024-09-02", 217, "2025-12-31"),
        ("comfortable-school-places", "2025-12-29", 460_400, "2025-12-31"),
        ("kindergarten-places", "2024-10-23", 300_000, "2027-12-31"),
    ]


def test_a_restated_plan_has_checkpoints_of_its_own():
    revision = TARGETS["kindergarten-places"].statements[1]

    assert revision.checkpoints == (Checkpoint(77_000, date(2024, 12, 31)),)
    assert TARGETS["comfortable-schools"].statements[1].checkpoints == ()


def test_the_reason_of_the_first_revision_is_kept():
    revision = TARGETS["comfortable-schools"].statements[1]

    assert revision.reason == "restated in the President's address"
    assert revision.source.publisher == "The Astana Times"


def test_two_quotas_run_by_the_year():
    quotas = {key for key, each in TARGETS.items() if each.measure is Measure.PERIODIC}

    assert quotas == {"targeted-training", "school-aid"}
    assert {TARGETS[key].first.period for key in quotas} == {Period.YEAR}


def test_reports_are_expected_only_where_the_work_goes_on():
    rhythms = {key: each.labels.report_every for key, each in TARGETS.items()}

    assert {key for key, each in rhythms.items() if each is Period.QUARTER} == QUARTERLY
    assert {key for key, each in rhythms.items() if each is Period.YEAR} == {
        "targeted-training",
        "school-aid",
    }


def test_only_the_camps_and_two_areas_are_part_of_another_target():
    parents = {key: each.labels.parent for key, each in TARGETS.items()}

    assert {key: parent for key, parent in parents.items() if parent} == {
        **dict.fromkeys(PARTS, "comfortable-schools"),
        "summer-camps": "summer-recreation",
    }


def test_what_was_read_from_a_vague_phrase_says_so():
    plain = {key for key, each in TARGETS.items() if not each.first.note}

    assert plain == {"comfortable-school-places"}


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
def test_every_text_is_in_three_languages(target: Target):
    assert all(set(each) == set(LANGUAGES) for each in _texts(target))


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
def test_units_have_every_plural_form(target: Target):
    if target.measure is not Measure.MILESTONE:
        assert {name: list(forms) for name, forms in target.first.unit.items()} == {
            "en": ["one", "other"],
            "kk": ["other"],
            "ru": ["one", "few", "many", "other"],
        }


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
def test_titles_are_short(target: Target):
    title = target.labels.title

    assert len(title["en"]) <= 32
    assert max(len(title["kk"]), len(title["ru"])) <= 40


def _texts(target: Target) -> Iterator[Texts]:
    labels = target.labels
    yield from (each for each in (labels.title, labels.programme, labels.owner) if each)


SEEDS = ROOT / "seeds" / "actuals.csv"


def test_the_seeds_are_the_reported_actuals():
    with SEEDS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    assert [(row["target"], row["on"], row["value"]) for row in rows] == [
        ("comfortable-schools", "2024-12-31", "105"),
        ("comfortable-schools/astana", "2024-11-22", "10"),
        ("comfortable-schools/turkistan", "2025-09-23", "21"),
        ("comfortable-school-places", "2024-12-31", "217300"),
        ("kindergarten-places", "2024-02-16", "1500"),
        ("kindergarten-places", "2024-10-23", "40000"),
        ("camp-vouchers", "2024-05-21", "614"),
        ("camp-vouchers", "2024-06-01", "1200"),
    ]
    assert {(row["kind"], row["evidence"], row["author"]) for row in rows} == {
        ("total", "claimed", "seeds")
    }
    assert all(row["source"] for row in rows)


def test_the_seeds_are_plain_utf8_with_unix_line_ends():
    content = SEEDS.read_bytes()

    assert content.decode("utf-8").endswith("\n")
    assert b"\r" not in content
    assert (
        content.splitlines()[0] == b"target,on,value,kind,evidence,source,note,author"
    )
