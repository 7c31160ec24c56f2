"""tracker import --report of a workbook: a copy of all of it, to be sent back."""

from __future__ import annotations

from datetime import date

import pytest
from openpyxl import load_workbook

from tests.exchange.workbooks import MAIN, packed, parts
from tests.reports.workbooks import parts_of

SCHOOLS = "comfortable-schools"
MARCH, JUNE = date(2025, 3, 31), date(2025, 6, 30)


@pytest.fixture
def form(tracker, example):
    """A form with two answers on one target, of these days."""

    def answered(first, second):
        tracker("template", "form.xlsx", SCHOOLS)
        answers = {"F2": first, "G2": 110, "A3": SCHOOLS, "F3": second, "G3": 120}
        changed(example, "form.xlsx", answers, to="form.xlsx")

    return answered


def changed(folder, name, cells, *, to):
    book = load_workbook(folder / name)
    for place, value in cells.items():
        book.worksheets[0][place] = value
    book.save(folder / to)


def looks(sheet):
    """How a sheet looks, and what may be typed into it."""
    checks = sheet.data_validations.dataValidation
    cells = [cell for row in sheet.iter_rows(max_col=14) for cell in row]
    return (
        [(str(each.sqref), each.formula1, each.prompt) for each in checks],
        [(each.number_format, each.protection.locked) for each in cells],
        [(each.fill.fgColor.rgb, each.font.b) for each in cells],
        (sheet.protection.sheet, sheet.sheet_state, sheet.freeze_panes),
        {at: each.width for at, each in sheet.column_dimensions.items() if at != "O"},
    )


def coloured(sheet):
    return [
        str(each.sqref)
        for each in sheet.conditional_formatting
        if each.rules[0].dxf.fill.bgColor.rgb == "FFFFC7CE"
    ]


def test_the_copy_of_a_form_is_a_form_that_is_mended_and_imported(
    tracker, example, form
):
    form(MARCH, "soon")
    given = load_workbook(example / "form.xlsx")

    refused = tracker("import", "form.xlsx", "--report", "r.xlsx")
    copy = load_workbook(example / "r.xlsx")
    changed(example, "r.xlsx", {"F3": JUNE}, to="mended.xlsx")
    mended = tracker("import", "mended.xlsx")

    assert refused.exit_code == 3
    assert copy.sheetnames == given.sheetnames
    assert [looks(each) for each in copy] == [looks(each) for each in given]
    assert copy.worksheets[0].column_dimensions["O"].width == 70
    assert coloured(copy.worksheets[0]) == ["F3 O3"]
    assert mended.stdout == "recorded 2 rows of mended.xlsx\n"


def test_a_copy_of_a_copy_tells_in_the_same_column_what_is_still_wrong(
    tracker, example, form
):
    form("soon", "soon")

    tracker("import", "form.xlsx", "--report", "r.xlsx")
    changed(example, "r.xlsx", {"F2": MARCH}, to="mended.xlsx")
    tracker("import", "mended.xlsx", "--report", "r2.xlsx")

    first, second = (
        load_workbook(example / name).worksheets[0] for name in ("r.xlsx", "r2.xlsx")
    )
    assert (first.max_column, second.max_column) == (15, 15)
    assert coloured(first) == ["F2:F3 O2:O3"]
    assert coloured(second) == ["F3 O3"]
    assert second["O2"].value == "not recorded, because other rows were refused"


def test_what_was_recorded_is_told_in_a_copy_of_the_form(tracker, example, form):
    form(MARCH, JUNE)

    result = tracker("import", "form.xlsx", "--report", "r.xlsx")

    sheet = load_workbook(example / "r.xlsx").worksheets[0]
    assert result.stdout == "recorded 2 rows of form.xlsx\n"
    assert [sheet[f"O{row}"].value for row in (1, 2, 3, 4)] == [
        "what happened",
        "recorded",
        "recorded",
        None,
    ]
    assert tracker("import", "r.xlsx").stdout.startswith("nothing new")


def test_a_workbook_that_cannot_be_marked_has_a_copy_of_its_rows(tracker, example):
    content = parts()
    content["xl/styles.xml"] = f'<styleSheet xmlns="{MAIN}"/>'
    packed(example / "f.xlsx", content)

    result = tracker("import", "f.xlsx", "--report", "r.xlsx")

    assert result.stderr == (
        "r.xlsx has the rows alone, because f.xlsx has no styles\n"
        "r.xlsx says what became of each row\n"
    )
    assert load_workbook(example / "r.xlsx").active["D2"].value == "recorded"


@pytest.mark.parametrize("name", ["xl/comments1.xml", "xl/charts/chart1.xml"])
def test_a_part_that_nobody_reads_is_in_the_copy_as_it_was(tracker, example, name):
    bomb = '<!DOCTYPE c [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><c>&b;</c>'
    packed(example / "f.xlsx", parts(), (name, bomb))

    tracker("import", "f.xlsx", "--report", "r.xlsx")

    assert parts_of((example / "r.xlsx").read_bytes())[name].decode() == bomb
