"""tracker import --format: what became of each row of a file that is refused."""

from __future__ import annotations

import json
from datetime import date

import pytest
from openpyxl import Workbook

ROWS = (
    "target,on,value",
    "camp-vouchers,2024-07-01,1400",
    "camp-vouchers,2024-08-01,x",
    "no-such,2024-07-01,1",
    "camp-vouchers,soon,н/д",
    "Note: as of June",
    "camp-vouchers,2024-06-01,1200",
)
STDERR = """Error: 4 problems:
f.csv:3: 'x' is not a number; write it as 98 or 12.5
f.csv:4: no target 'no-such'; `tracker targets` lists them
f.csv:5: 'soon' is not a day; write 2024-09-01 or 1.9.2024
f.csv:6: has one cell under 3 columns; remove the line if it is a note, else check the \
separators
"""


@pytest.fixture
def importing(tracker, example):
    """Imports some rows as f.csv."""

    def imports(*options, rows=ROWS):
        (example / "f.csv").write_text("\n".join(rows), encoding="utf-8")
        return tracker("import", "f.csv", *options)

    return imports


def test_as_csv_each_row_is_told_with_what_is_wrong_with_it(importing):
    result = importing("--format", "csv")

    assert (result.exit_code, result.stderr) == (3, STDERR)
    assert result.stdout == (
        "line,target,on,outcome,entry,problem\n"
        "2,camp-vouchers,2024-07-01,not recorded,,\n"
        "3,camp-vouchers,2024-08-01,refused,,value: 'x' is not a number; write it as "
        "98 or 12.5\n"
        "4,no-such,2024-07-01,refused,,target: no target 'no-such'; `tracker targets` "
        "lists them\n"
        "5,camp-vouchers,,refused,,on: 'soon' is not a day; write 2024-09-01 or "
        "1.9.2024\n"
        '6,,,refused,,"has one cell under 3 columns; remove the line if it is a note, '
        'else check the separators"\n'
        "7,camp-vouchers,2024-06-01,not recorded,,\n"
    )


def test_as_json_the_refused_are_counted_and_nothing_else(importing):
    result = importing("--format", "json", "--dry-run")

    told = json.loads(result.stdout)
    rows = told.pop("rows")
    assert (result.exit_code, result.stderr) == (3, STDERR)
    assert told == {
        "schema": 1,
        "file": "f.csv",
        "dry_run": True,
        "recorded": 0,
        "corrected": 0,
        "already_there": 0,
        "withdrawn": 0,
        "not_reported": 0,
        "refused": 4,
        "left_out": 0,
        "hidden": 0,
        "earlier": None,
        "warnings": [],
    }
    assert rows[4] == {
        "line": 6,
        "target": None,
        "on": None,
        "outcome": "refused",
        "entry": None,
        "problem": "has one cell under 3 columns; remove the line if it is a note, "
        "else check the separators",
    }


def test_as_text_the_error_says_it_alone(importing):
    result = importing()

    assert (result.exit_code, result.stdout, result.stderr) == (3, "", STDERR)


def test_all_that_is_wrong_with_a_row_stands_beside_it(importing):
    rows = (ROWS[0], "camp-vouchers,2100-01-01,x")

    (row,) = json.loads(importing("--format", "json", rows=rows).stdout)["rows"]

    said = "value: 'x' is not a number; write it as 98 or 12.5; on: 2100-01-01 is in "
    assert row["problem"].startswith(said)


def test_a_file_whose_header_is_wrong_has_no_rows_to_tell(importing):
    result = importing("--format", "csv", rows=("a,b", "1,2"))

    assert (result.exit_code, result.stdout) == (3, "")


def test_a_key_of_a_refused_row_cannot_steer_a_terminal(importing):
    rows = (ROWS[0], "a\u202eb,2024-07-01,1")

    result = importing("--format", "csv", rows=rows)

    assert "\u202e" not in result.stdout
    assert r"2,a\u202eb,2024-07-01,refused,,target: the key 'a\u202eb' holds" in (
        result.stdout
    )


def test_rows_of_a_workbook_are_told_by_their_numbers(tracker, example):
    book = Workbook()
    for row in (["target", "on", "value"], ["camp-vouchers", date(2024, 7, 1), True]):
        book.active.append(row)
    book.active.row_dimensions[2].hidden = True
    book.active.append(["camp-vouchers", date(2024, 8, 1), 1300])
    book.active.row_dimensions[3].hidden = True
    book.save(example / "f.xlsx")

    result = tracker("import", "f.xlsx", "--format", "json", "--report", "r.xlsx")

    told = json.loads(result.stdout)
    assert [list(row.values())[:4] for row in told["rows"]] == [
        [2, None, None, "refused"],
        [3, "camp-vouchers", "2024-08-01", "not recorded"],
    ]
    assert told["hidden"] == 1
    assert (example / "r.xlsx").exists()
