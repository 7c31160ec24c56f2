"""Our rating beside the official ones: the table, its marks and its notes."""

from __future__ import annotations

import json

import pytest

from tests.builders import a_baseline, a_goal, an_actual, day
from tests.reports.cases import (
    PER_CENT,
    a_milestone,
    a_quota,
    on,
    report,
    stated,
    titled,
)
from tracker.progress.methods.why import Why
from tracker.reports import as_json
from tracker.reports.methods import reason, render_markdown, render_text
from tracker.reports.report import Report
from tracker.reports.terminal import width

DAY = "2024-12-31"
LANGUAGES = ["en", "kk", "ru"]


def over_the_years(values, key="share", goal=80, base=4, **fields):
    """A level from the end of 2019, due ten years later, one value a year."""
    level = stated(
        stated="2019-12-31",
        measure="level",
        unit=PER_CENT,
        baseline=a_baseline(base, "2019-12-31") if base is not None else None,
        goal=a_goal(goal, "2029-12-31" if base is not None else None),
        **fields,
    )
    title = {"en": f"The {key}", "kk": f"{key} көрсеткіші", "ru": f"Показатель {key}"}
    actuals = [an_actual(f"{2020 + n}-12-31", each) for n, each in enumerate(values)]
    as_of = f"{2019 + len(values)}-12-31"
    return on(as_of, titled(level, key=key, title=title), *actuals)


def several(lang="en"):
    yearly = stated(
        stated="2020-01-01", measure="periodic", period="year", goal=a_goal(100, None)
    )
    totals = [an_actual(f"{2020 + n}-12-31", 105 - 5 * n) for n in range(4)]
    quota = titled(yearly, key="jobs", title={"en": "Jobs", "ru": "Места"})
    return report(
        over_the_years((10, 16, 22, 28, 34)),
        over_the_years((910, 820, 730, 640, 550), key="queue", base=1000, goal=100),
        over_the_years((250, 240, 230, 220, 210), key="air", base=None, goal=200),
        on(DAY, quota, *totals, an_actual(DAY, 120)),
        on("2024-06-30", a_quota()),
        on(DAY, a_milestone()),
        on(DAY, titled(), an_actual(DAY, 50)),
        lang=lang,
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("columns", [80, 140])
def test_the_table_of_a_terminal(snapshot, lang, columns):
    text = render_text(several(lang), columns)

    snapshot(text, f"methods.{lang}.{columns}.txt")
    assert max(map(width, text.splitlines())) <= columns


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_table_as_markdown(snapshot, lang):
    snapshot(render_markdown(several(lang)), f"methods.{lang}.md")


def notes_of(status):
    return [
        each for each in render_markdown(report(status)).splitlines() if "*" in each
    ]


def test_a_disagreement_is_marked_and_told_in_one_sentence():
    # 34 of 80 where 42 are planned; from 4, growth is 1.5 times what is needed.
    row, note = notes_of(over_the_years((10, 16, 22, 28, 34)))

    assert row.split(" | ")[2] == "substantial 1.5 \\*"
    assert note == (
        "- \\* The share: growth says “substantial” where we say “off track”: it "
        "compares compound growth a year, and from a baseline of only 4 the first "
        "reports count for most of the growth that the goal needs"
    )


def test_where_the_baseline_is_not_small_the_plan_is_what_differs():
    _, note = notes_of(
        over_the_years((910, 820, 730, 640, 550), key="queue", base=1000, goal=100)
    )

    assert "growth says “limited” where we say “on track”" in note
    assert "since the baseline of 1,000 with the growth that the goal needs" in note


def test_the_weather_differs_where_the_last_years_do_not_lead_to_the_goal():
    # 62 where 60 are planned, but one a year leads to 66 of the 80 due in 2029.
    row, note = notes_of(over_the_years((57, 58, 59, 60, 61, 62), base=30))

    assert row.split(" | ")[4] == "cloud \\*"
    assert note == (
        "- \\* The share: extrapolation says “cloud” where we say “on track”: it "
        "carries the mean change of the last years on to the goal day, and does not "
        "ask what was due by now"
    )


def test_the_weather_of_a_quota_differs_by_the_years_that_are_over():
    text = render_text(several(), 140)

    assert (
        "* Jobs: extrapolation says “thunderstorm” where we say “achieved”: it looks "
        "at the years that are over, and we at the one that is running\n"
    ) in text


def test_a_goal_that_is_being_lost_is_told():
    _, note = notes_of(over_the_years((250, 240, 230, 220, 210), base=None, goal=200))

    assert note.endswith("the goal is met, and the last years lead away from it")


def test_agreement_needs_no_note():
    assert not notes_of(over_the_years((12, 20, 27, 35, 43)))


def test_why_a_baseline_of_nought_has_no_growth_is_told_where_it_is_shown():
    text = render_text(report(on(DAY, titled(), an_actual(DAY, 50))), 140)

    assert (
        "– growth (1 target): the baseline is 0, from which the ratio explodes: "
        "1,000 of 300,000 at half time would be substantial progress\n"
    ) in text


def test_reasons_are_told_once_for_all_targets_and_methods():
    text = render_text(report(on(DAY, a_milestone()), on(DAY, a_milestone())), 140)

    assert text.count("a milestone is done or not done") == 1
    assert "– growth, completion, extrapolation, plan-fact (2 targets): " in text


def test_what_is_achieved_shows_no_dash_and_needs_no_reason():
    text = render_text(report(on(DAY, titled(), an_actual(DAY, 100))), 140)

    assert "achieved" in text
    assert "the baseline is 0" not in text


def test_targets_that_lack_other_methods_for_one_reason_are_told_apart():
    text = render_text(several(), 140)

    assert "– growth (1 target): a quota starts again in each period\n" in text
    assert "– growth, extrapolation (1 target): a quota starts" in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_reason_has_its_own_words(lang):
    told = [reason(why, lang) for why in Why]

    assert len(set(told)) == len(told)
    assert all(told)


def test_nothing_known_is_said_instead_of_a_table():
    nothing = Report((), day(DAY), None, "en")

    assert render_text(nothing, 80) == (
        "Targets as of 31 December 2024\n\nnothing had been recorded by then\n"
    )
    assert render_markdown(nothing) == (
        "# Targets as of 31 December 2024\n\n- nothing had been recorded by then\n"
    )


def methods_in_json(*statuses, lang="en"):
    found = json.loads(as_json.render(report(*statuses, lang=lang)))
    return [each["methods"] for each in found["targets"]]


def test_json_has_a_reason_only_where_the_figure_is_null():
    (found,) = methods_in_json(over_the_years((10, 16, 22, 28, 34)))

    assert {name: list(each) for name, each in found.items()} == {
        "growth": ["ratio", "status", "score"],
        "completion": ["percent"],
        "extrapolation": ["symbol"],
        "plan_fact": ["percent"],
    }
    assert found["extrapolation"] == {"symbol": "cloud"}
    assert found["completion"] == {"percent": 39}


def test_reasons_in_json_are_in_the_language_of_the_report():
    (found,) = methods_in_json(on(DAY, a_milestone()), lang="ru")

    assert {each["reason"] for each in found.values()} == {
        "событие либо произошло, либо нет"
    }
