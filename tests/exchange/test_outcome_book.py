"""The copy of a file that says what became of each row."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.exchange.workbooks import HEADER, packed, parts, texts
from tracker.errors import Problem
from tracker.exchange.copies import Copied, CopiedCell, Form, UncopiedError
from tracker.exchange.outcome_book import outcome_book
from tracker.exchange.outcomes import Outcomes, refused_lines
from tracker.exchange.tables import HowRead, copied, table

BAD = "FFFFC7CE"
FORMULAS = ["=cmd|' /C calc'!A1", "+1", "-1+2", "@SUM(A1)", "\t=1", "#N/A", "＝1"]


def a_copy(*rows, sheet="Actuals", header=1, columns=None):
    return Copied(
        sheet,
        header,
        columns or {name: at for at, name in enumerate(HEADER, 1)},
        None,
        3,
        [
            (line, [CopiedCell(at, value) for at, value in enumerate(row, 1)])
            for line, row in rows
        ],
    )


def told(copy, refused=(), others=None):
    """The one sheet of the copy."""
    outcomes = Outcomes(refused_lines(refused), others or {})
    return load_workbook(BytesIO(outcome_book(copy, outcomes))).worksheets[0]


def grid(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def coloured(sheet):
    return {
        cell.coordinate
        for row in sheet.iter_rows()
        for cell in row
        if cell.fill.fgColor.rgb == BAD
    }


def test_each_row_says_behind_it_what_became_of_it():
    copy = a_copy((1, HEADER), (2, ["a", "2024-09-01", "98"]), (3, ["b", "", ""]))

    sheet = told(copy, others={2: "recorded", 3: "already there"})

    assert grid(sheet) == [
        [*HEADER, "what happened"],
        ["a", "2024-09-01", "98", "recorded"],
        ["b", None, None, "already there"],
    ]
    assert coloured(sheet) == set()


def test_what_is_wrong_is_coloured_said_and_selected():
    copy = a_copy((1, HEADER), (2, ["a", "1.9.2024", "98"]), (5, ["b", "soon", "x"]))
    refused = [
        Problem("f.csv:5", "'soon' is not a day", "on"),
        Problem("f.csv:5", "'x' is not a number", "value"),
    ]

    sheet = told(copy, refused)

    assert [cell.value for cell in sheet["D"]] == [
        "what happened",
        "not recorded, because other rows were refused",
        None,
        None,
        "refused: B5 'soon' is not a day\nC5 'x' is not a number",
    ]
    assert coloured(sheet) == {"B5", "C5", "D5"}
    assert sheet.freeze_panes == "A2"
    assert {each.activeCell for each in sheet.sheet_view.selection} == {"B5"}


def test_rows_and_cells_keep_their_places_and_what_stands_above_the_header():
    columns = {"target": 1, "on": 2, "value": 3}
    copy = a_copy((2, ["Title"]), (4, HEADER), (7, ["a"]), header=4, columns=columns)
    refused = [Problem("f.xlsx:Actuals!A9", "is merged"), Problem("f:7", "no", "F")]

    sheet = told(copy, refused)

    assert sheet["A2"].value == "Title"
    assert [cell.value for cell in sheet["G"]][3:] == [
        *("what happened", None, None, "refused: F7 no", None, "refused: is merged")
    ]
    assert coloured(sheet) == {"F7", "G7", "G9"}
    assert sheet.freeze_panes == "A5"


def test_a_cell_far_to_the_right_is_told_in_words():
    copy = a_copy((1, HEADER), (2, ["a"]))

    sheet = told(copy, [Problem("f:2", "stands under no name", "XFD")])

    assert sheet["KN2"].value == "refused: XFD2 stands under no name"
    assert sheet.max_column == 300


def test_a_row_is_as_high_as_what_is_said_of_it():
    copy = a_copy((1, HEADER), (2, ["a"]), (3, ["b"]))

    sheet = told(copy, [Problem("f:2", "x" * 150), Problem("f:3", "no")])

    assert (sheet.row_dimensions[2].height, sheet.row_dimensions[3].height) == (
        45,
        None,
    )


def test_the_column_of_an_earlier_report_is_written_anew():
    copy = a_copy((1, [*HEADER, "What happened"]), (2, ["a", "", "", "refused: no"]))

    sheet = told(copy._replace(outcome=4, width=4), others={2: "recorded"})

    assert grid(sheet)[1] == ["a", None, None, "recorded"]


def test_no_text_becomes_a_formula_a_link_or_an_error():
    copy = a_copy((1, HEADER), *((n, [text]) for n, text in enumerate(FORMULAS, 2)))

    content = outcome_book(copy, Outcomes({}, {}))

    with ZipFile(BytesIO(content)) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    assert not re.search("<f[ />]", xml)
    assert "hyperlink" not in xml
    assert 't="e"' not in xml
    cells = load_workbook(BytesIO(content)).worksheets[0]["A"][1:]
    assert [cell.value for cell in cells] == FORMULAS


def test_the_column_of_an_earlier_report_stays_where_it_is():
    header = [*HEADER, "what happened", "note"]
    copy = a_copy((1, header), (2, ["a", "soon", "98", "refused: no", "why"]))
    copy = copy._replace(columns={"on": 2, "note": 5}, outcome=4, width=5)

    sheet = told(copy, [Problem("f:2", "wrong", "note")])

    assert grid(sheet) == [header, ["a", "soon", "98", "refused: E2 wrong", "why"]]
    assert coloured(sheet) == {"D2", "E2"}


@pytest.mark.parametrize("text", ["_x0041_", "a_x000D_b", "_x005F_x0041_"])
def test_a_text_that_reads_like_a_code_comes_back(tmp_path, text):
    copy = a_copy((1, HEADER), (2, ["a", "", text]))
    (tmp_path / "r.xlsx").write_bytes(outcome_book(copy, Outcomes({}, {})))

    with table(tmp_path / "r.xlsx", HowRead(), []) as found:
        assert list(found.records) == [(2, ["a", "", text])]


def test_no_row_of_a_broken_text_file_is_lost(tmp_path):
    text = 'a "title\n"torn\ntarget,on,value\na,1,2,3,4\nb,"1,2\nc,1,2\n'
    (tmp_path / "f.csv").write_text(text)

    with copied(tmp_path / "f.csv", HowRead(header=3)) as found:
        rows = [(line, [cell.value for cell in cells]) for line, cells in found.rows]

    assert (found.header, found.width) == (3, 5)
    assert rows == [
        (1, ['a "title']),
        (2, ['"torn']),
        (3, list(HEADER)),
        (4, ["a", "1", "2", "3", "4"]),
        (5, ['b,"1,2']),
        (6, ["c,1,2"]),
    ]


def test_a_text_without_room_in_a_cell_is_not_copied(tmp_path):
    (tmp_path / "f.csv").write_text(f"target,on,value\na,1,{'x' * 32_768}\n")

    message = "no room for cell 3 of line 2, of 32,768"
    with (
        pytest.raises(UncopiedError, match=message),
        copied(tmp_path / "f.csv", HowRead()),
    ):
        pass


@settings(max_examples=8)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1))
def test_any_text_can_be_written(written):
    copy = a_copy((1, HEADER), *((n, [text]) for n, text in enumerate(written, 2)))

    sheet = told(copy, others={len(written) + 1: "recorded"})

    assert sheet.cell(len(written) + 1, 4).value == "recorded"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a/b:c", "a b c"),
        ("x" * 40, "x" * 31),
        ("''", "Actuals"),
        ("a\x01\udcff", "a u0001 udcff"),
        ("Отчёт", "Отчёт"),
    ],
)
def test_a_sheet_has_a_name_that_sheets_may_have(name, expected):
    assert told(a_copy((1, HEADER), sheet=name)).title == expected


def test_typed_cells_keep_their_types(tmp_path):
    row = '<row r="2"><c s="1"><v>45536</v></c><c s="2"><v>0.125</v></c><c t="b"><v>1'
    row += '</v></c><c><f>1+1</f><v>2</v></c><c t="e"><v>#DIV/0!</v></c>'
    row += '<c t="d"><v>2024-13-01</v></c></row>'
    content = parts(texts([*HEADER, "note", "url", "item"]) + row, formats=[14, 9])
    packed(tmp_path / "f.xlsx", content)

    with copied(tmp_path / "f.xlsx", HowRead()) as found:
        cells = dict(found.rows)[2]

    assert cells == [
        CopiedCell(1, datetime(2024, 9, 1), Form.DATE),  # noqa: DTZ001
        CopiedCell(2, 0.125, Form.PERCENT),
        CopiedCell(3, value=True),
        CopiedCell(4, 2.0),
        CopiedCell(5, "#DIV/0!"),
        CopiedCell(6, "2024-13-01"),
    ]


def test_a_text_file_is_copied_line_by_line(tmp_path):
    (tmp_path / "f.csv").write_text('Title\ntarget;on;value\n"a\nb";1;"2"\nc;3\n')

    with copied(tmp_path / "f.csv", HowRead()) as found:
        rows = [(line, [cell.value for cell in cells]) for line, cells in found.rows]

    assert (found.sheet, found.header, found.width) == ("f", 2, 3)
    assert rows == [
        (1, ["Title"]),
        (2, list(HEADER)),
        (3, ["a\nb", "1", "2"]),
        (5, ["c", "3"]),
    ]
