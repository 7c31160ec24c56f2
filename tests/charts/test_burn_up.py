"""What a burn-up shows, read from its lines and texts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import (
    a_baseline,
    a_goal,
    a_ledger,
    a_statement,
    a_target,
    an_actual,
    day,
)
from tests.charts.cases import a_case, drawn, lines, texts
from tracker.charts.style import BLUE, BROWN, ORANGE
from tracker.domain import Direction, Evidence, Shape, Source
from tracker.progress.status import status

PROMISED = a_statement(
    (98, "2024-09-01"), (208, "2024-12-31"), goal=a_goal(369, "2025-12-31")
)
RESTATED = a_statement(
    stated="2024-09-02",
    goal=a_goal(217, "2025-12-31"),
    source=Source(publisher="The Astana Times"),
)
ROWS = [
    an_actual("2024-06-30", 40),
    an_actual("2024-09-30", 80, evidence=Evidence.DOCUMENTED),
    an_actual("2024-12-31", 105, evidence=Evidence.VERIFIED),
]


def shown(*statements, rows=ROWS, as_of="2024-12-31", **labels):
    return status(a_target(*statements, **labels), a_ledger(*rows), day(as_of))


def places(line):
    """The days and values of a line, as typed."""
    days = [type(day("2024-01-01")).fromordinal(int(each)) for each in line.get_xdata()]
    return list(zip(map(str, days), line.get_ydata(), strict=True))


def test_the_running_total_is_a_step_line_from_the_first_actual():
    running = lines(drawn(shown(PROMISED)))["running-total"]

    assert running.get_drawstyle() == "steps-post"
    assert places(running) == [
        ("2024-06-30", 40),
        ("2024-09-30", 80),
        ("2024-12-31", 105),
    ]


def test_what_lies_between_baseline_and_first_actual_is_a_thin_line():
    lead, running = (
        lines(drawn(shown(PROMISED)))[name] for name in ("lead-in", "running-total")
    )

    assert places(lead) == [("2024-01-01", 0), ("2024-06-30", 40)]
    assert lead.get_linewidth() < running.get_linewidth()


@pytest.mark.parametrize(
    ("evidence", "marker", "fill", "place"),
    [
        ("claimed", "o", "full", ("2024-06-30", 40)),
        ("documented", "s", "left", ("2024-09-30", 80)),
        ("verified", "D", "full", ("2024-12-31", 105)),
    ],
)
def test_the_shape_of_a_mark_tells_its_evidence(evidence, marker, fill, place):
    marks = lines(drawn(shown(PROMISED)))[f"actuals-{evidence}"]

    assert (marks.get_marker(), marks.get_fillstyle()) == (marker, fill)
    assert places(marks) == [place]


def test_a_claim_is_hollow():
    marks = lines(drawn(shown(PROMISED)))

    assert marks["actuals-claimed"].get_markerfacecolor() == "#FFFFFF"
    assert marks["actuals-verified"].get_markerfacecolor() != "#FFFFFF"


def test_the_key_names_only_the_evidence_there_is():
    said = texts(drawn(shown(PROMISED, rows=ROWS[:2])))

    assert {"claimed", "documented"} <= set(said)
    assert "verified" not in said


def test_the_plan_runs_through_its_checkpoints_each_labelled():
    sheet = drawn(shown(PROMISED))

    stated = [("2024-09-01", 98), ("2024-12-31", 208)]
    plan = [("2024-01-01", 0), *stated, ("2025-12-31", 369)]
    assert places(lines(sheet)["plan"]) == plan
    assert places(lines(sheet)["checkpoints"]) == stated
    assert {"98, 1 Sep 2024", "208, 31 Dec 2024"} <= words(sheet)


def test_a_step_plan_is_drawn_in_steps():
    stepwise = replace(PROMISED, shape=Shape.STEP)

    plan = places(lines(drawn(shown(stepwise)))["plan"])

    assert plan[:4] == [
        ("2024-01-01", 0),
        ("2024-09-01", 0),
        ("2024-09-01", 98),
        ("2024-12-31", 98),
    ]


def test_the_scope_steps_where_the_goal_was_restated_and_says_who_did_it():
    sheet = drawn(shown(PROMISED, RESTATED))

    assert places(lines(sheet)["scope"]) == [
        ("2024-01-01", 369),
        ("2024-09-02", 369),
        ("2024-09-02", 217),
        ("2025-12-31", 217),
    ]
    assert "369 → 217, 2 Sep 2024, The Astana Times" in words(sheet)


def test_the_first_plan_is_kept_and_faint_with_its_own_dash():
    found = lines(drawn(shown(PROMISED, RESTATED)))

    first = found["first-plan"]
    assert places(first)[-1] == ("2025-12-31", 369)
    assert first._dash_pattern != found["plan"]._dash_pattern
    assert first.get_color() != found["plan"].get_color()
    assert places(found["first-checkpoints"]) == [("2024-12-31", 208)]


def test_what_was_never_restated_has_no_first_plan():
    assert not {"first-plan", "first-goal", "restated"} & set(
        lines(drawn(shown(PROMISED)))
    )


def test_a_goal_put_off_says_both_days():
    later = a_statement(stated="2024-10-23", goal=a_goal(369, "2027-12-31"))

    said = words(drawn(shown(PROMISED, later)))

    assert "31 Dec 2025 → 31 Dec 2027, 23 Oct 2024" in said


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        (
            a_goal(217, "2026-12-31"),
            "369 (31 Dec 2025) → 217 (31 Dec 2026), 23 Oct 2024",
        ),
        (a_goal(217, None), "369 (31 Dec 2025) → 217 (no day stated), 23 Oct 2024"),
        (a_goal(369, "2025-12-31"), "restated, 23 Oct 2024"),
    ],
)
def test_a_restatement_says_all_that_it_changed(goal, said):
    later = a_statement(stated="2024-10-23", goal=goal)

    assert said in words(drawn(shown(PROMISED, later)))


def test_a_promise_without_a_baseline_is_flat_and_jumps_to_its_goal():
    sudden = a_statement(baseline=None, goal=a_goal(100, "2025-01-31"))

    plan = places(lines(drawn(shown(sudden, rows=[])))["plan"])

    assert [value for _, value in plan][-3:] == [0, 0, 100]


def test_the_goal_and_the_day_of_the_report_are_labelled():
    said = words(drawn(shown(PROMISED, RESTATED)))

    assert "goal 217 schools, 31 Dec 2025" in said
    assert "as of 31 Dec 2024" in said
    assert "105, 31 Dec 2024" in said


def test_title_finding_and_footer_say_what_who_and_when():
    sheet = drawn(shown(replace(PROMISED, source=Source(publisher="gov.kz")), RESTATED))

    said = " ".join(texts(sheet)).replace("\u00a0", " ")
    assert "Schools opened 105 of 217 schools on 31 December 2024: at risk, 23" in said
    assert "Goal (2 Sep 2024): The Astana Times" in said
    assert "Last figure (31 Dec 2024): source not named" in said
    assert "as of 31 Dec 2024 · data SHA-256 " in said


def test_no_actual_is_no_line_and_the_finding_says_so():
    sheet = drawn(shown(PROMISED, rows=[]))

    assert not [each for each in lines(sheet) if each.startswith(("run", "act"))]
    assert any(each.startswith("Nothing reported") for each in texts(sheet))


def test_an_undated_goal_goes_across_without_a_day():
    sheet = drawn(shown(a_statement(goal=a_goal(5000, None)), as_of="2025-03-01"))

    found = lines(sheet)
    assert not {"plan", "goal"} & set(found)
    assert {value for _, value in places(found["scope"])} == {5000}
    assert places(found["scope"])[-1][0] >= "2025-03-01"
    assert "goal 5,000 schools, no day stated" in words(sheet)


@pytest.mark.parametrize(
    ("as_of", "arrow"),
    [("2025-12-31", ""), ("2029-01-01", " →"), ("2020-01-01", "← ")],
)
def test_a_report_far_from_the_plan_stands_at_the_edge_with_an_arrow(as_of, arrow):
    sheet = drawn(shown(PROMISED, rows=[], as_of=as_of))

    label = next(each for each in words(sheet) if "as of" in each and "·" not in each)
    assert label.replace("as of " + label.split("as of ")[1].rstrip(" →"), "") == arrow


@pytest.mark.parametrize(("total", "colour"), [(150, BLUE), (105, ORANGE), (60, BROWN)])
def test_the_line_has_the_colour_of_the_rating(total, colour):
    rows = [an_actual("2024-12-31", total)]

    running = lines(drawn(shown(PROMISED, RESTATED, rows=rows)))["running-total"]

    assert running.get_color() == colour


def test_a_falling_level_has_its_goal_below_and_its_mark_points_down():
    falls = a_statement(measure="level", baseline=a_baseline(107), goal=a_goal(0))

    found = lines(drawn(shown(falls, rows=[an_actual("2024-06-01", 90)])))

    assert falls.direction is Direction.DECREASE
    assert found["goal"].get_marker() == "v"
    assert places(found["plan"]) == [("2024-01-01", 107), ("2024-12-31", 0)]


def test_a_level_that_is_held_has_a_line_and_no_plan():
    sheet = drawn(a_case("held"))

    assert "plan" not in lines(sheet)
    assert {"meets the goal", "goal"} <= words(sheet)


def test_a_title_that_matplotlib_would_hide_or_read_as_formulae_is_drawn():
    title = {"en": "_hidden $\\frac{$ $x$"}
    target = a_target(PROMISED)
    labels = replace(target.labels, title=title)

    sheet = drawn(status(replace(target, labels=labels), [], day("2024-12-31")))

    assert title["en"] in texts(sheet)


def test_labels_without_a_place_are_counted_and_not_dropped_in_silence():
    many = [
        (each, f"2024-{1 + each // 28:02}-{1 + each % 28:02}") for each in range(1, 120)
    ]
    crowded = a_statement(*many, goal=a_goal(400, "2024-12-31"))

    said = texts(drawn(shown(crowded, rows=[])))

    assert any(each.startswith("marks without a label: ") for each in said)


def words(sheet):
    return {each.replace("\u00a0", " ") for each in texts(sheet)}
