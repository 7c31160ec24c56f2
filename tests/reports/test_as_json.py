"""The JSON report is a contract: the whole text, key by key."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from tests.builders import a_baseline, a_goal, an_actual
from tests.reports.cases import (
    SCHOOLS,
    a_level,
    a_milestone,
    a_quota,
    on,
    report,
    stated,
    the_real_case,
    titled,
)
from tracker.reports.as_json import render

KEYS = (
    "key title unit measure direction programme owner parent baseline goal actual "
    "share expected variance pace days_ahead rating reason stale days_late "
    "next_checkpoint lapsed_checkpoints rate first_stated forecast methods"
).split()
QUOTA = on(
    "2024-05-31",
    a_quota(),
    an_actual("2024-03-31", 50),
    an_actual("2024-04-30", 12),
    an_actual("2024-05-31", 8, kind="increment"),
)
LATE = on(
    "2025-02-01", titled(), an_actual("2024-06-30", 40), an_actual("2025-01-03", 100)
)
FALLING = titled(
    stated((60, "2024-06-30"), baseline=a_baseline(100), goal=a_goal(0)),
    report_every=None,
    parent="all",
    owner={"en": "Ministry"},
)


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("comfortable-schools", the_real_case()),
        ("periodic", QUOTA),
        ("level", on("2024-07-01", a_level(), an_actual("2024-04-01", 50.5))),
        ("milestone", on("2024-07-01", a_milestone())),
        ("no-data", on("2024-07-01", titled())),
        ("achieved-late", LATE),
        ("falling", on("2024-07-01", FALLING, an_actual("2024-06-30", 61))),
    ],
)
def test_the_json_of_a_target(snapshot, name, status):
    snapshot(render(report(status)), f"{name}.json")


def test_the_real_case_has_the_figures_of_the_design():
    (found,) = json.loads(render(report(the_real_case())))["targets"]

    assert found["goal"] == {"value": 217, "by": "2025-12-31", "stated": "2024-09-02"}
    assert found["actual"]["value"] == 105
    assert round(found["expected"], 2) == 128.13
    assert round(found["variance"], 2) == -23.13
    assert round(found["pace"], 4) == 0.8195
    assert round(found["share"], 4) == 0.4839
    assert (found["days_ahead"], found["rating"]) == (-95, "at-risk")
    first = found["first_stated"]
    assert (first["goal"]["value"], first["expected"]) == (369, 208)
    assert (round(first["pace"], 3), first["rating"]) == (0.505, "off-track")


@pytest.mark.parametrize(
    ("as_of", "goal", "rating", "restated"),
    [
        ("2024-08-01", 369, "no-data", False),
        ("2026-03-01", 217, "unreported", True),
    ],
)
def test_the_real_case_on_other_days(as_of, goal, rating, restated):
    (found,) = json.loads(render(report(the_real_case(as_of))))["targets"]

    assert (found["goal"]["value"], found["rating"]) == (goal, rating)
    assert (found["first_stated"] is not None) is restated


def test_the_keys_stand_in_the_order_of_the_contract():
    document = json.loads(render(report(the_real_case(), QUOTA)))

    assert list(document) == ["schema", "as_of", "known_at", "targets", "head"]
    assert list(document["targets"][0]) == KEYS
    assert list(document["targets"][1]) == [*KEYS, "period", "periods"]


def test_what_is_not_known_is_null_and_never_nought():
    (found,) = json.loads(render(report(on("2024-07-01", titled()))))["targets"]

    unknown = ("actual", "share", "variance", "pace", "days_ahead", "days_late")
    assert [found[name] for name in unknown] == [None] * 6
    assert found["rate"] == {"unit": "per month", "recent": None, "required": None}


def test_the_goal_of_a_period_is_told_with_what_was_carried_over():
    (found,) = json.loads(render(report(QUOTA)))["targets"]

    # 60 a quarter, 10 missing in the first: 70, of which 61 of 91 days are over.
    assert round(found["expected"], 2) == 46.92
    assert found["period"]["quota"] == 70


def test_the_moment_of_knowledge_is_in_utc():
    known_at = datetime(2025, 3, 18, 9, 30, tzinfo=UTC)

    document = json.loads(render(report(the_real_case(), known_at=known_at)))

    assert document["known_at"] == "2025-03-18T09:30:00Z"


def test_titles_units_and_reasons_are_in_the_language_asked_for():
    status = on("2024-07-01", titled(stated(unit=SCHOOLS)))

    (found,) = json.loads(render(report(status, lang="ru")))["targets"]

    assert (found["title"], found["unit"]) == ("Открытые школы", "школ")
    assert found["reason"] == "отчётов не было"
    assert found["rating"] == "no-data"
