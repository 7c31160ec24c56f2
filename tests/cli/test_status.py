"""tracker status, targets, history: what is asked for, and nothing else on stdout."""

from __future__ import annotations

import csv
import io
import json

import pytest

pytestmark = pytest.mark.usefixtures("on_both")


def target_of(result):
    (found,) = json.loads(result.stdout)["targets"]
    return found


def test_the_real_case_at_the_end_of_2024(tracker):
    found = target_of(
        tracker(
            *("status", "comfortable-schools", "--as-of", "2024-12-31"),
            *("--format", "json"),
        )
    )

    assert found["actual"]["value"] == 105
    assert found["goal"] == {"value": 217, "by": "2025-12-31", "stated": "2024-09-02"}
    assert found["expected"] == pytest.approx(128.13, abs=0.005)
    assert found["pace"] == pytest.approx(0.8195, abs=0.00005)
    assert (found["days_ahead"], found["rating"]) == (-95, "at-risk")
    first = found["first_stated"]
    assert first["goal"] == {"value": 369, "by": "2025-12-31", "stated": "2024-06-01"}
    assert (first["expected"], first["rating"]) == (208, "off-track")
    assert first["pace"] == pytest.approx(0.505, abs=0.0005)


def test_the_real_case_before_it_was_restated(tracker):
    found = target_of(
        tracker(
            *("status", "comfortable-schools", "--as-of", "2024-08-01"),
            *("--format", "json"),
        )
    )

    assert found["goal"]["value"] == 369
    assert (found["rating"], found["first_stated"]) == ("no-data", None)
    assert (found["actual"], found["pace"], found["days_ahead"]) == (None, None, None)


def test_the_real_case_after_its_day(tracker):
    found = target_of(
        tracker(
            *("status", "comfortable-schools", "--as-of", "1.3.2026"),
            *("--format", "json"),
        )
    )

    assert found["rating"] == "unreported"


def test_all_targets_and_parts_come_in_the_order_of_the_file(tracker):
    report = json.loads(tracker("status", "--format", "json").stdout)

    keys = [each["key"] for each in report["targets"]]
    assert len(keys) == 17
    assert keys[:3] == [
        "comfortable-schools",
        "comfortable-schools/astana",
        "comfortable-schools/turkistan",
    ]
    assert keys[-1] == "oncohaematology-centre"


@pytest.mark.parametrize("lang", ["en", "kk", "ru"])
@pytest.mark.parametrize("columns", ["80", "140"])
def test_the_report_fits_the_terminal(tracker, lang, columns):
    result = tracker("status", "--lang", lang, "--as-of", "2024-12-31", COLUMNS=columns)

    assert max(map(len, result.stdout.splitlines())) <= int(columns)
    assert "\x1b" not in result.stdout


def test_a_report_is_written_whole_or_not_at_all(tracker, example):
    (example / "old.json").write_text("old")

    refused = tracker("status", "xyz", "--format", "json", "-o", "old.json")
    kept = (example / "old.json").read_text()
    written = tracker("status", "--format", "json", "-o", "old.json")

    assert (refused.exit_code, kept) == (3, "old")
    assert (written.exit_code, written.stdout) == (0, "")
    assert json.loads((example / "old.json").read_text())["schema"] == 1
    assert sorted(path.name for path in example.iterdir()) == [
        "old.json",
        "seeds",
        "targets.toml",
        "tracker.db",
    ]


def test_a_report_that_cannot_be_written_is_one_sentence(tracker):
    result = tracker("status", "-o", "nowhere/report.txt")

    assert result.exit_code == 4
    assert result.stderr == (
        "Error: nowhere/report.txt cannot be written (No such file or directory); "
        "check the folder, or name another file with -o\n"
    )


@pytest.mark.parametrize(
    ("rating", "code"),
    [
        ("off-track", 0),
        ("at-risk", 1),
        ("on-track", 1),
        ("missed", 0),
        ("unreported", 0),
    ],
)
def test_a_script_is_told_by_the_exit_code(tracker, rating, code):
    result = tracker(
        *("status", "comfortable-schools", "--as-of", "2024-12-31"),
        *("--fail-on", rating),
    )

    assert result.exit_code == code
    assert "at risk" in result.stdout


def test_csv_has_a_line_a_target(tracker):
    rows = list(
        csv.DictReader(io.StringIO(tracker("status", "--format", "csv").stdout))
    )

    assert len(rows) == 17
    assert rows[0]["target"] == "comfortable-schools"
    assert rows[5]["actual"] == ""


def test_nothing_was_known_before_anything_was_recorded(tracker):
    result = tracker("status", "--known-at", "2020-01-01")

    assert result.exit_code == 0
    heading, *rest = result.stdout.splitlines()
    assert heading.endswith("as known at 2020-01-01 23:59:59Z")
    assert rest == ["", "", "nothing had been recorded by then"]


def test_a_target_is_shown_with_its_sums_and_every_statement(tracker):
    shown = tracker("targets", "comfortable-schools").stdout

    assert "  98          by 1 September 2024\n" in shown
    assert "  +110 = 208  by 31 December 2024\n" in shown
    assert "  +161 = 369  by 31 December 2025, goal\n" in shown
    assert (
        "Restated on 2 September 2024 (The Astana Times, President's address)" in shown
    )
    dropped = "checkpoint: 208 (by 31 December 2024) → –"
    assert f"  changed: 369 → 217; {dropped}\n" in shown


def test_targets_are_listed_in_any_form(tracker):
    text = tracker("targets").stdout.splitlines()
    objects = json.loads(tracker("targets", "--format", "json").stdout)
    markdown = tracker("targets", "--format", "markdown").stdout.splitlines()

    assert (len(text), len(objects), len(markdown)) == (18, 17, 19)
    assert objects[0]["goal"] == 217


def test_history_tells_everything_newest_last(tracker):
    tracker("record", "camp-vouchers", "1300", "--on", "2024-07-01")
    tracker("withdraw", "camp-vouchers#3", "--reason", "wrong")

    rows = json.loads(tracker("history", "camp", "--format", "json").stdout)

    assert [row["entry"] for row in rows] == [
        "camp-vouchers@2024-06-01",
        "camp-vouchers#1",
        "camp-vouchers#2",
        "camp-vouchers#3",
        "camp-vouchers#4",
    ]
    assert [row["event"] for row in rows[1:]] == [
        *["recorded"] * 3,
        "withdrawn",
    ]


def test_history_as_of_a_day_leaves_out_what_happened_later(tracker):
    rows = json.loads(
        tracker(
            *("history", "camp", "--as-of", "2024-05-31", "--format", "json")
        ).stdout
    )

    assert [row["entry"] for row in rows] == ["camp-vouchers#1"]


def test_a_report_goes_where_a_link_leads_and_keeps_its_permissions(tracker, example):
    (example / "old.txt").write_text("old")
    (example / "old.txt").chmod(0o600)
    (example / "link.txt").symlink_to(example / "old.txt")

    tracker("status", "-o", "link.txt")

    assert (example / "link.txt").is_symlink()
    assert "17 targets" in (example / "old.txt").read_text()
    assert (example / "old.txt").stat().st_mode & 0o777 == 0o600


def test_targets_as_of_a_day_leave_out_what_was_restated_later(tracker):
    result = tracker("targets", "comfortable-schools", "--as-of", "2024-08-01")

    assert "Restated" not in result.stdout


def test_targets_in_full_are_a_row_a_statement_for_machines(tracker):
    rows = json.loads(
        tracker("targets", "comfortable-schools", "--format", "json").stdout
    )

    assert [row["goal"] for row in rows] == [369, 217]
    assert "+110 = 208" in rows[0]["plan"]
