"""tracker import and export: all of a file or nothing, and out and in again."""

from __future__ import annotations

import json
import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

ROWS = [
    "comfortable-schools,2025-01-31,110",
    "comfortable-schools,2025-02-28,118",
    "kindergarten-places,2024-12-31,62000",
    "kindergarten-places,2025-03-31,70000",
    "camp-vouchers,2024-07-01,1400",
]


pytestmark = pytest.mark.usefixtures("on_both")


def written(example, *rows, header="target,on,value"):
    file = example / "rows.csv"
    file.write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    return file


def report(tracker, **settings):
    status = tracker("status", "--format", "json", **settings)
    return json.loads(status.stdout)["targets"]


def test_rows_are_recorded_once(tracker, example):
    file = written(example, *ROWS, ROWS[0])

    first, again = tracker("import", file), tracker("import", file)

    assert first.stdout == f"recorded 5 rows of {file}, 1 row already there\n"
    assert again.stdout == f"nothing new in {file}: 6 rows already there\n"


@settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(order=st.permutations(ROWS))
def test_the_order_of_rows_does_not_matter(tracker, example, order):
    database = example / "tracker.db"
    fresh = database.read_bytes()

    tracker("import", written(example, *ROWS))
    straight = report(tracker)
    database.write_bytes(fresh)
    tracker("import", written(example, *order))
    shuffled = report(tracker)
    database.write_bytes(fresh)

    assert shuffled == straight


def test_every_problem_is_told_with_its_line_and_nothing_is_stored(tracker, example):
    before = (example / "tracker.db").read_bytes()
    file = written(
        example,
        ROWS[0],
        "comfortable-schols,2025-01-31,110",
        "camp-vouchers,2023-01-01,1",
        "camp-vouchers,2024-06-01,1300",
        "comfortable-schools,2025-03-31,100",
    )

    result = tracker("import", file)

    assert result.exit_code == 3
    lines = result.stderr.splitlines()
    assert lines[0] == "Error: 4 problems:"
    assert [line.split(":")[1] for line in lines[1:]] == ["3", "4", "5", "6"]
    assert lines[1].startswith("rows.csv:3: no target 'comfortable-schols'; did you")
    assert (example / "tracker.db").read_bytes() == before


def test_a_dry_run_stores_nothing(tracker, example):
    before = (example / "tracker.db").read_bytes()

    result = tracker("import", written(example, *ROWS), "--dry-run")

    assert result.stdout == f"would record 5 rows of {example / 'rows.csv'}\n"
    assert (example / "tracker.db").read_bytes() == before


def test_an_import_does_not_undo_a_correction(tracker, example):
    tracker("correct", "comfortable-schools#1", "104", "--reason", "recount")

    result = tracker("import", "seeds/actuals.csv")

    assert result.stdout == ("nothing new in seeds/actuals.csv: 8 rows already there\n")


def test_what_was_exported_makes_the_same_report_elsewhere(tracker, example):
    tracker("import", written(example, *ROWS))
    tracker("correct", "comfortable-schools#2", "111", "--reason", "recount")
    tracker("withdraw", "camp-vouchers#3", "--reason", "wrong")
    tracker("record", "camp-vouchers", "1400", "--on", "2024-07-01")
    tracker("export", "-o", "all.csv")
    before = report(tracker)
    elsewhere = {"TRACKER_DATABASE_URL": f"sqlite:///{example}/elsewhere.db"}
    tracker("init", **elsewhere)

    imported = tracker("import", "all.csv", **elsewhere)

    assert imported.stdout == "recorded 16 rows of all.csv\n"
    assert report(tracker, **elsewhere) == before
    assert "16 rows already there" in tracker("import", "all.csv").stdout


def test_an_export_can_be_of_one_target(tracker):
    lines = tracker("export", "camp").stdout.splitlines()

    assert len(lines) == 3
    assert lines[0].startswith("target,on,value,kind,evidence,source,note,author,item")


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (["no-such,2024-01-01,1"], "no target 'no-such'"),
        (["comf,2025-01-31,110"], "did you mean comfortable-schools or"),
        (["camp,2024-07-01,1400"], "did you mean camp-vouchers?"),
    ],
)
def test_a_file_names_its_targets_in_full(tracker, example, rows, message):
    result = tracker("import", written(example, *rows))

    assert result.exit_code == 3
    assert message in result.stderr


def test_the_same_figure_with_other_evidence_is_not_dropped(tracker, example):
    rows = (
        "camp-vouchers,2024-07-01,1400,claimed",
        "camp-vouchers,2024-07-01,1400,verified",
    )
    tracker("import", written(example, rows[0], header="target,on,value,evidence"))

    result = tracker(
        "import", written(example, rows[1], header="target,on,value,evidence")
    )

    assert result.exit_code == 3
    assert "camp-vouchers#3 gives the same figure with other evidence" in result.stderr


def test_a_row_that_was_edited_after_its_export_is_refused(tracker, example):
    tracker("export", "camp", "-o", "out.csv")
    edited = (example / "out.csv").read_text().replace(",1200,", ",1300,")
    (example / "out.csv").write_text(edited)

    result = tracker("import", "out.csv")

    assert result.exit_code == 3
    assert "camp-vouchers#2 was changed in the file" in result.stderr


def test_rows_may_come_through_a_pipe(tracker):
    reading, writing = os.pipe()
    os.write(writing, "\n".join(["target,on,value", *ROWS]).encode())
    os.close(writing)

    result = tracker("import", f"/dev/fd/{reading}")
    os.close(reading)

    assert result.stdout == f"recorded 5 rows of /dev/fd/{reading}\n"
