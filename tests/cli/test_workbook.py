"""tracker publish --xlsx: the whole report as one workbook."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from tests.reports.workbooks import opened, parts_of, rows_of

END_OF_2024 = ("--as-of", "2024-12-31")
ONE_TARGET = """
[targets.homes]
title = "Homes <built>"
unit = "homes"
measure = "cumulative"
baseline = { value = 0, on = 2024-01-01 }
goal = { value = 100, by = 2025-12-31 }
source = { publisher = "gov.kz", published = 2024-01-01 }
"""


@pytest.fixture
def report(tracker, tmp_path):
    """Publishes a workbook, and gives its bytes."""

    def published(*options):
        file = tmp_path / "report.xlsx"
        asked = ("--xlsx", file, "--no-charts", *END_OF_2024)
        result = tracker("publish", *asked, *options)
        assert result.exit_code == 0, result.stderr
        return file.read_bytes()

    return published


def test_a_workbook_has_a_sheet_for_each_kind_of_row(report):
    book = opened(report())

    assert book.sheetnames == [
        *("Status", "Forecast", "Statements", "Plan", "Actuals", "Corrections"),
        "How this is measured",
    ]
    assert [len(rows_of(book[name])) for name in ("Status", "Forecast")] == [17, 17]


def test_a_workbook_speaks_its_language(report):
    book = opened(report("--lang", "ru"))

    assert book.sheetnames[0] == "Состояние"
    (schools, *_) = rows_of(book["Состояние"])
    assert schools["Показатель"] == "Открытые комфортные школы"
    assert schools["Оценка"] == "под угрозой"
    assert schools["Факт"] == 105
    assert book.properties.language == "ru"


def test_the_same_data_gives_the_same_bytes(report):
    assert report() == report()


def test_an_earlier_workbook_is_made_again_as_it_was_known(report, tracker):
    first = report()
    moment = tracker("export", "--head").stdout.split()[4]
    tracker("record", "camp-vouchers", "1300", "--on", "2024-07-01")

    rows = [rows_of(opened(each)["Status"]) for each in (first, report())]
    again = rows_of(opened(report("--known-at", moment))["Status"])
    assert rows[0] != rows[1]
    assert rows[0] == again


def test_a_workbook_has_a_picture_of_each_target_that_is_told_in_words(
    tracker, tmp_path
):
    file, targets = tmp_path / "report.xlsx", tmp_path / "targets.toml"
    targets.write_text(ONE_TARGET)
    tracker("--targets", targets, "init")
    tracker("--targets", targets, "publish", "--xlsx", file, *END_OF_2024)
    parts = parts_of(file.read_bytes())

    assert Image.open(BytesIO(parts["xl/media/image1.png"])).size == (1000, 600)
    drawn = parts["xl/drawings/drawing1.xml"].decode()
    assert 'title="Homes &lt;built&gt;"' in drawn
    assert 'descr="Nothing reported, ' in drawn
    assert opened(file.read_bytes()).sheetnames[-1] == "Charts"


def test_what_people_wrote_is_never_run(report, tracker):
    formula, script = "=cmd|' /C calc'!A0", "javascript:alert(1)"
    said = ("--source", formula, "--url", script, "--note", "@SUM(1)")
    tracker("record", "camp-vouchers", "1300", "--on", "2024-07-01", *said)
    content = report()

    row = rows_of(opened(content)["Actuals"])[-1]
    assert [row[name] for name in ("Source", "Link", "Note")] == [
        *(formula, script, "@SUM(1)"),
    ]
    for part in parts_of(content).values():
        assert b"<f>" not in part
        assert b"<hyperlink" not in part


def test_a_workbook_that_cannot_be_written_leaves_the_old_one(tracker, tmp_path):
    folder = tmp_path / "missing"
    result = tracker("publish", "--xlsx", folder / "report.xlsx", "--no-charts")

    assert result.exit_code == 4
    assert "report.xlsx cannot be written (No such file or directory)" in result.stderr
    assert not folder.exists()


def test_no_file_is_written_where_another_cannot_be(tracker, example):
    result = tracker("publish", "--pdf", "a.pdf", "--xlsx", "missing/b.xlsx")

    assert result.exit_code == 4
    assert "missing/b.xlsx cannot be written (No such file" in result.stderr
    assert result.stdout == ""
    assert not list(example.glob("*.pdf"))


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (("--pdf", "a", "--xlsx", "./a"), "--pdf and --xlsx name one file; name two"),
        (("site", "--no-charts"), "--no-charts is about --xlsx FILE; give both or"),
    ],
)
def test_files_that_contradict_each_other_are_refused(tracker, example, files, told):
    result = tracker("publish", *files)

    assert (result.exit_code, told in result.stderr) == (2, True)
    assert not (example / "a").exists()


def test_a_workbook_does_not_take_the_place_of_the_database(tracker, example):
    before = (example / "tracker.db").read_bytes()
    for name in ("tracker.db", "tracker.db-journal"):
        result = tracker("publish", "--xlsx", name)

        assert result.exit_code == 4
        assert f"{name} is tracker's own file; name another one" in result.stderr
    assert (example / "tracker.db").read_bytes() == before
