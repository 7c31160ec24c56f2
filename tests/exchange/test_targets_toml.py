"""Targets as TOML: what is written is read again, to the same values."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings

from tests.builders import a_goal, a_statement, a_target, day
from tests.exchange.courses import courses
from tracker.catalogue.read import load
from tracker.exchange.targets_toml import write

ROOT = Path(__file__).parent.parent.parent


def read_again(*targets):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "targets.toml"
        file.write_text(write(targets, ["About this file."]), encoding="utf-8")
        return load(file)


def test_the_example_is_read_again_as_it_was():
    targets = load(ROOT / "targets.toml")

    assert read_again(*targets) == targets


def test_a_target_is_written_as_a_person_would_write_it():
    target = a_target(
        a_statement((40.5, "2024-06-30"), stated="2024-01-05"),
        a_statement(stated="2024-03-01", goal=a_goal(80), reason="less money"),
        report_every="quarter",
    )

    assert write([target], ["From a test."]) == (
        "# From a test.\n\n"
        "[targets.schools]\n"
        'title = "Schools opened"\n'
        'unit = "schools"\n'
        'measure = "cumulative"\n'
        'direction = "increase"\n'
        "baseline = { value = 0, on = 2024-01-01 }\n"
        "checkpoints = [{ value = 40.5, by = 2024-06-30 }]\n"
        "goal = { value = 100, by = 2024-12-31 }\n"
        'report_every = "quarter"\n'
        "stated = 2024-01-05\n\n"
        "[[targets.schools.revisions]]\n"
        "goal = { value = 80, by = 2024-12-31 }\n"
        'reason = "less money"\n'
        "stated = 2024-03-01\n"
    )


def test_every_kind_of_target_is_read_again():
    quota = a_statement(
        measure="periodic", period="quarter", carry_over="surplus", baseline=None
    )
    milestone = replace(a_statement(measure="milestone", shape="step"), unit={})
    level = a_statement(measure="level", lower=0.0, upper=120.0, shape="step")
    kinds = [
        replace(a_target(each), key=f"target-{place}")
        for place, each in enumerate((quota, milestone, level))
    ]

    assert list(read_again(*kinds)) == kinds


def test_thresholds_other_than_the_usual_stand_in_the_file():
    target = a_target(on_track=0.9, at_risk=0.5)

    assert read_again(target) == (target,)


def test_a_part_names_its_parent_unless_its_key_does():
    whole = a_target()
    part = replace(a_target(parent="schools", area="KZ-71"), key="schools/astana")
    other = replace(a_target(parent="schools"), key="villages")

    assert read_again(whole, part, other) == (whole, part, other)
    assert write([whole, part, other]).count("parent = ") == 1


def test_a_source_is_written_as_far_as_it_is_known():
    statement = a_statement(stated="2024-02-02")
    source = replace(statement.source, title="Plan", published=day("2024-02-01"))
    target = a_target(replace(statement, source=source, note='said "so"\u2009'))

    (again,) = read_again(target)

    assert again.first.source == source


@settings(max_examples=20)
@given(courses(checkpoints=0))
def test_any_plan_is_read_again(course):
    assert read_again(course.target) == (course.target,)
