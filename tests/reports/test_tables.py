"""One table in four forms."""

from __future__ import annotations

import csv
import io
import json

from hypothesis import given
from hypothesis import strategies as st

from tracker.reports.tables import render

COLUMNS = ("target", "goal_by", "goal")
ROWS = [
    {"target": "schools", "goal_by": "2025-12-31", "goal": 369, "hidden": "x"},
    {"target": "камп|1\x1b", "goal_by": None, "goal": 0.5, "hidden": "y"},
]


def test_a_table_for_people():
    assert render(ROWS, COLUMNS, "text") == (
        "target        goal_by     goal\n"
        "schools       2025-12-31  369\n"
        "камп|1\\u001b              0.5\n"
    )


def test_a_table_in_markdown():
    assert render(ROWS, COLUMNS, "markdown") == (
        "| target | goal_by | goal |\n"
        "| --- | --- | --- |\n"
        "| schools | 2025-12-31 | 369 |\n"
        "| камп\\|1\\\\u001b |  | 0.5 |\n"
    )


def test_a_table_in_csv():
    assert render(ROWS, COLUMNS, "csv") == (
        "target,goal_by,goal\nschools,2025-12-31,369\nкамп|1\x1b,,0.5\n"
    )


def test_a_table_in_json():
    assert json.loads(render(ROWS, COLUMNS, "json")) == [
        {"target": "schools", "goal_by": "2025-12-31", "goal": 369},
        {"target": "камп|1\x1b", "goal_by": None, "goal": 0.5},
    ]


def test_no_rows_leave_the_head_alone():
    assert render([], COLUMNS, "text") == "target  goal_by  goal\n"
    assert render([], COLUMNS, "csv") == "target,goal_by,goal\n"
    assert render([], COLUMNS, "json") == "[]\n"


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]))))
def test_a_csv_gives_back_what_was_put_in(texts):
    rows = [{"target": text, "goal": 1} for text in texts]

    written = render(rows, ("target", "goal"), "csv")

    read = list(csv.reader(io.StringIO(written, newline="")))
    assert [target for target, _ in read[1:]] == texts


@given(st.lists(st.text()))
def test_a_row_for_people_is_one_line(texts):
    rows = [{"target": text, "goal": 1} for text in texts]

    for form, head in (("text", 1), ("markdown", 2)):
        lines = render(rows, ("target", "goal"), form).split("\n")
        assert len(lines) == len(texts) + head + 1
