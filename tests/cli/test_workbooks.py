"""tracker import of workbooks, and the report of what became of each row."""

from __future__ import annotations

import csv
import json
from datetime import date
from io import StringIO

import pytest
from openpyxl import Workbook, load_workbook

from tracker.cli.app import App
from tracker.cli.importing import Wanted, recorded
from tracker.cli.report_rows import RowsReport
from tracker.exchange.tables import Reading

HEADER = ["target", "on", "value", "note"]
VOUCHERS = ["camp-vouchers", date(2025, 1, 1), 1300, "=cmd|x"]


def saved(path, *rows, header=HEADER, hidden=()):
    book = Workbook()
    book.active.title = "Actuals"
    for row in (header, *rows):
        book.active.append(row)
    for cells in book.active.iter_rows():
        for cell in cells:
            if cell.data_type == "f":
                cell.data_type = "s"
    for row in hidden:
        book.active.row_dimensions[row].hidden = True
    book.save(path)
    return path.name


def ledgers(tracker):
    """All that is recorded, but when and by which digest."""
    exported = csv.DictReader(StringIO(tracker("export").stdout))
    return [
        {name: row[name] for name in row if name not in ("recorded_at", "digest")}
        for row in exported
    ]


def outcomes(path):
    sheet = load_workbook(path).worksheets[0]
    return [row[-1].value for row in sheet.iter_rows(min_row=2)]


def typed(text):
    try:
        return date.fromisoformat(text)
    except ValueError:
        return float(text) if text.replace(".", "").isdigit() else text or None


def test_a_workbook_gives_the_same_ledgers_as_the_csv_that_it_was_made_of(
    tracker, example
):
    text = (example / "seeds/actuals.csv").read_text(encoding="utf-8")
    header, *rows = csv.reader(StringIO(text))
    saved(
        example / "seeds.xlsx",
        *([typed(cell) for cell in row] for row in rows),
        header=header,
    )
    from_csv = ledgers(tracker)
    (example / "tracker.db").unlink()
    tracker("init")

    result = tracker("import", "seeds.xlsx")

    assert result.stdout == f"recorded {len(rows)} rows of seeds.xlsx\n"
    assert ledgers(tracker) == from_csv
    assert tracker("verify").exit_code == 0


def test_an_import_that_is_refused_names_cells_and_stores_nothing(tracker, example):
    before = ledgers(tracker)
    wrong = ["camp-vouchers", date(2025, 2, 1), True]
    few = ["camp-vouchers", date(2025, 3, 1), 3]
    percent = ["camp-vouchers", date(2025, 4, 1), "12,5%"]
    name = saved(example / "f.xlsx", VOUCHERS, wrong, few, percent)

    result = tracker("import", name)

    assert (result.exit_code, result.stdout) == (3, "")
    lines = result.stderr.splitlines()
    assert lines[:2] == [
        "Error: 3 problems:",
        "f.xlsx:Actuals!C3: is TRUE; write a number, or done or not-done",
    ]
    assert lines[2].startswith("f.xlsx:Actuals!C4: 3 in all is below the 1300 of")
    assert lines[3].startswith("f.xlsx:Actuals!C5: gives per cent, and camp-vouchers")
    assert ledgers(tracker) == before


def test_hidden_rows_are_read_and_told(tracker, example):
    name = saved(example / "f.xlsx", VOUCHERS, hidden=[2])

    result = tracker("import", name)

    again = tracker("import", name)
    as_json = tracker("import", name, "--format", "json")

    assert result.stdout == "recorded 1 row of f.xlsx, 1 row hidden in its sheet\n"
    assert again.stdout.endswith("nothing new: 1 row hidden in its sheet\n")
    assert json.loads(as_json.stdout)["hidden"] == 1


def test_a_report_says_what_became_of_each_row(tracker, example):
    name = saved(example / "f.xlsx", VOUCHERS, VOUCHERS, [*VOUCHERS[:2], "н/д"])

    tried = tracker("import", name, "--report", "tried.xlsx", "--dry-run")
    before = outcomes(example / "tried.xlsx")
    result = tracker("import", name, "--report", "r.xlsx", "--format", "json")

    assert tried.stdout.startswith("would record 1 row of f.xlsx")
    assert before == ["would be recorded", "already there", "not reported"]
    assert outcomes(example / "r.xlsx") == ["recorded", *before[1:]]
    assert result.stderr == "r.xlsx says what became of each row\n"
    assert json.loads(result.stdout)["recorded"] == 1


@pytest.mark.parametrize("day", [date(2100, 1, 1), date(2023, 1, 1)])
def test_a_day_that_cannot_be_is_a_fault_of_its_own_cell(tracker, example, day):
    name = saved(example / "f.xlsx", ["comfortable-schools", day, 110])

    result = tracker("import", name)

    assert result.exit_code == 3
    assert result.stderr.startswith(f"Error: f.xlsx:Actuals!B2: {day} is ")


def test_a_report_of_a_csv_that_is_refused_can_be_mended_and_imported(tracker, example):
    (example / "f.csv").write_text(
        "target;on;value;note\ncamp-vouchers;2025-01-01;1 300,5;=cmd|x\n"
        "camp-voucher;2025-02-01;1400;\n"
    )

    result = tracker("import", "f.csv", "--report", "r.xlsx")
    book = load_workbook(example / "r.xlsx")
    sheet = book.active
    said = outcomes(example / "r.xlsx")
    sheet["A3"] = "camp-vouchers"
    # Of openpyxl, which takes the text for a formula when it is loaded.
    sheet["D2"].data_type = "s"
    book.save(example / "r.xlsx")
    mended = tracker("import", "r.xlsx", "--decimal", ",")

    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == (
        "r.xlsx says what is wrong with each row\n"
        "Error: f.csv:3: no target 'camp-voucher'; did you mean camp-vouchers?\n"
    )
    assert said == [
        "not recorded, because other rows were refused",
        "refused: A3 no target 'camp-voucher'; did you mean camp-vouchers?",
    ]
    assert mended.stdout == "recorded 2 rows of r.xlsx\n"
    assert [row["note"] for row in ledgers(tracker)][-2:] == ["=cmd|x", ""]


def test_a_file_that_cannot_be_read_has_no_report(tracker, example):
    (example / "f.xlsx").write_bytes(b"PK\x03\x04")

    result = tracker("import", "f.xlsx", "--report", "r.xlsx")

    assert result.exit_code == 3
    assert result.stderr.startswith("Error: f.xlsx: is damaged; ")
    assert not (example / "r.xlsx").exists()


def test_a_report_that_was_perhaps_mended_is_not_written_over(tracker, example):
    name = saved(example / "f.xlsx", VOUCHERS)
    (example / "r.xlsx").write_bytes(b"an earlier one")
    before = ledgers(tracker)

    result = tracker("import", name, "--report", "r.xlsx")

    assert result.exit_code == 4
    assert result.stderr == (
        "Error: r.xlsx is there already; name another file with --report, or "
        "remove it\n"
    )
    assert (example / "r.xlsx").read_bytes() == b"an earlier one"
    assert ledgers(tracker) == before


def test_what_is_stored_is_told_although_its_report_found_no_place(example):
    app = App(targets_option=example / "targets.toml", database_option=None)
    file, report = example / "f.csv", example / "r.xlsx"
    file.write_text("target,on,value\ncamp-vouchers,2025-01-01,1300\n")

    def work(connection):
        imported = recorded(app, connection, file, Wanted(listed=True))
        # What takes the place of the report meanwhile.
        report.mkdir()
        return imported

    to = RowsReport(app, report, file, Reading(), dry_run=False)
    imported = to.imported(app, work)

    assert imported.stored == 1
    (doubt,) = imported.doubts
    assert doubt.startswith(f"the rows are recorded, but {report} cannot be written (")


def test_a_row_that_was_withdrawn_is_told_and_not_recorded_again(tracker, example):
    (example / "f.csv").write_text("target,on,value\ncamp-vouchers,2024-07-01,1300\n")
    tracker("import", "f.csv")
    tracker("undo", "--yes")

    again = tracker("import", "f.csv")
    rows = tracker("import", "f.csv", "--format", "csv").stdout.splitlines()

    assert again.stderr == (
        "Warning: f.csv:2: camp-vouchers#3 said this and was withdrawn; if it "
        "holds, record it again, or import the file with --again\n"
    )
    assert rows[1:] == ["2,camp-vouchers,2024-07-01,withdrawn before,camp-vouchers#3"]


def test_a_file_without_rows_has_a_report_too(tracker, example):
    (example / "f.csv").write_text("")

    result = tracker("import", "f.csv", "--report", "r.xlsx")

    assert result.exit_code == 3
    said = load_workbook(example / "r.xlsx").active["A1"].value
    assert said.startswith("refused: is empty; ")


def test_a_report_that_cannot_be_written_hides_no_problem(tracker, example):
    name = saved(example / "f.xlsx", ["nobody", *VOUCHERS[1:]])

    result = tracker("import", name, "--report", "nowhere/r.xlsx")

    assert result.exit_code == 3
    assert result.stderr == (
        "Error: 2 problems:\n"
        "f.xlsx:Actuals!A2: no target 'nobody'; `tracker targets` lists them\n"
        "nowhere/r.xlsx: cannot be written (No such file or directory); check the "
        "folder, or name another file with --report\n"
    )


def test_a_report_that_cannot_be_written_undoes_the_import(tracker, example):
    before = ledgers(tracker)
    name = saved(example / "f.xlsx", VOUCHERS)

    result = tracker("import", name, "--report", "nowhere/r.xlsx")

    assert (result.exit_code, result.stdout) == (4, "")
    assert result.stderr == (
        "Error: nowhere/r.xlsx cannot be written (No such file or directory); check "
        "the folder, or name another file with --report\n"
    )
    assert ledgers(tracker) == before


@pytest.mark.parametrize(
    ("report", "code", "message"),
    [
        ("r.csv", 2, "--report writes a workbook; name it .xlsx"),
        ("f.xlsx", 2, "--report would write over FILE; name another one"),
    ],
)
def test_a_report_is_a_workbook_of_its_own(tracker, example, report, code, message):
    name = saved(example / "f.xlsx", VOUCHERS)

    result = tracker("import", name, "--report", report)

    assert (result.exit_code, message in result.stderr) == (code, True)
    assert not (example / "r.csv").exists()


def test_what_comes_through_a_pipe_has_no_report(tracker):
    result = tracker("import", "/dev/null", "--report", "r.xlsx")

    assert result.exit_code == 2
    assert "--report needs a FILE that can be read twice" in result.stderr
