"""Workbooks as ministries send them: where the header is, which sheet, which rows."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from tests.builders import day
from tests.exchange.ledgers import read
from tests.exchange.workbooks import (
    HEADER,
    ROW,
    SHEET,
    TEXTS,
    packed,
    parts,
    sheet,
    texts,
)
from tracker.errors import ActualsFileError
from tracker.exchange.notation import EXACT
from tracker.exchange.tables import HowRead, table

VALUES = [1.234, "1.234,5", 12.5, "1.234.567,5"]
CAMPS = ["camps", date(2024, 9, 1), 98]


@pytest.fixture
def book():
    """A workbook of one sheet, Actuals."""
    made = Workbook()
    made.active.title = "Actuals"
    return made


@pytest.fixture
def records(tmp_path, book):
    """The columns and records of the workbook; each problem at its cell."""

    def of(**given):
        path = tmp_path / "f.xlsx"
        if book.worksheets[0].max_row > 1 or len(book.worksheets) > 1:
            book.save(path)
        problems = []
        with table(path, HowRead(**given), problems) as found:
            rows = list(found.records)
            placed = [found.sheet.placed(each) for each in problems]
        return found, rows, [f"{where}: {why}" for where, why, _ in placed]

    return of


@pytest.fixture
def refused(records):
    def message(**given):
        with pytest.raises(ActualsFileError) as refused:
            records(**given)
        return str(refused.value)

    return message


def filled(sheet, *rows, header=HEADER):
    for row in (header, *rows):
        sheet.append(row)


def test_typed_cells_come_as_the_texts_of_a_csv(book, records):
    filled(book.active, CAMPS, ["camps", "1.10.2024", 99.5])

    found, rows, problems = records()

    assert (found.name, found.names) == ("f.xlsx:Actuals", list(HEADER))
    assert rows == [
        (2, ["camps", "2024-09-01", "98"]),
        (3, ["camps", "1.10.2024", f"99.5{EXACT}"]),
    ]
    assert problems == []


def test_no_text_passes_for_an_exact_number(tmp_path):
    rows = texts(HEADER, ["camps", "2024-09-01", "1.234_x0000_"])
    packed(tmp_path / "f.xlsx", parts(rows))

    found, told = read(tmp_path / "f.xlsx", day("2024-12-31"), "me")

    assert (found, [each.message for each in told]) == (
        (),
        ["'1.234_x0000_' is not a number; write it as 98 or 12.5"],
    )


@pytest.mark.parametrize("letter", ["\ue000", "\ue001"])
def test_a_letter_of_private_use_is_no_part_of_a_number(reading, letter):
    with pytest.raises(ActualsFileError, match="is not a number"):
        reading(f"target,on,value\ncamps,2024-06-01,110{letter}\n")


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("done", "'1.5' does not fit the kind done; leave it empty"),
        ("withdrawal", "a withdrawal has no value; leave '1.5' out"),
    ],
)
def test_a_number_is_repeated_as_it_stands_in_its_cell(tmp_path, book, kind, message):
    row = ["camps", date(2024, 9, 1), 1.5, kind]
    filled(book.active, row, header=[*HEADER, "kind"])
    book.save(tmp_path / "f.xlsx")

    _, told = read(tmp_path / "f.xlsx", day("2024-12-31"), "me")

    assert [each.message for each in told if each.column == "value"] == [message]


def test_numbers_are_exact_whatever_the_texts_beside_them_have(tmp_path, book):
    rows = [["camps", date(2024, 9, n), value] for n, value in enumerate(VALUES, 1)]
    filled(book.active, *rows)
    book.save(tmp_path / "f.xlsx")

    found, problems = read(tmp_path / "f.xlsx", day("2024-12-31"), "me")

    assert [row.actual.value for row in found] == [1.234, 1234.5, 12.5, 1234567.5]
    assert problems == []


def test_titles_may_stand_above_the_header_and_blank_rows_anywhere(book, records):
    sheet = book.active
    sheet.append(["Ministry of Camps"])
    sheet.merge_cells("A1:E1")
    sheet.append([])
    sheet.append([None, *HEADER, None])
    sheet.append([])
    sheet.append([None, *CAMPS, None])
    for row in range(6, 200):
        sheet.cell(row, 2).number_format = "0.00"

    _, rows, problems = records()

    assert (rows, problems) == ([(5, ["camps", "2024-09-01", "98"])], [])


def test_a_header_below_row_20_must_be_given(book, records, refused):
    for _ in range(20):
        book.active.append(["a note"])
    filled(book.active, CAMPS)

    assert refused() == (
        "f.xlsx: names the columns target, on, value in none of the first 20 rows of "
        "'Actuals'; give --sheet and --header"
    )
    assert records(header=21)[1] == [(22, ["camps", "2024-09-01", "98"])]


def test_a_header_that_is_given_is_told_what_it_lacks(book, refused):
    filled(book.active, CAMPS, header=["target", "when", "value"])

    unknown, lacks = refused(header=1).splitlines()
    assert unknown.startswith("f.xlsx:Actuals!B1: unknown column 'when'; ")
    assert lacks.startswith("f.xlsx:Actuals!A1: lacks the column on; ")


def test_a_column_that_stands_twice_is_told_at_its_second_cell(book, refused):
    filled(book.active, [*CAMPS, 1], header=[*HEADER, "figure"])

    message = "f.xlsx:Actuals!D1: column 'value' stands twice; remove one"
    assert refused() == message
    assert refused(header=7) == (
        "f.xlsx: names no columns in row 7; check --header, or give --sheet"
    )


def test_the_sheet_with_the_header_is_read(book, records):
    book.active.append(["how to fill this in"])
    filled(book.create_sheet("Отчёт 2024"), CAMPS, [*CAMPS[:2], True])

    found, rows, problems = records()

    assert found.name == "f.xlsx:Отчёт 2024"
    assert len(rows) == 1
    assert problems == [
        "f.xlsx:'Отчёт 2024'!C3: is TRUE; write a number, or done or not-done"
    ]


def test_of_several_sheets_with_actuals_one_must_be_named(book, records, refused):
    filled(book.active, CAMPS)
    filled(book.create_sheet("Old"), CAMPS, CAMPS)

    assert refused() == (
        "f.xlsx: has actuals on several sheets; give --sheet with one of 'Actuals', "
        "'Old'"
    )
    assert len(records(sheet="Old")[1]) == 2
    assert refused(sheet="New") == (
        "f.xlsx: has no sheet 'New'; its sheets are 'Actuals', 'Old'"
    )


def test_a_hidden_sheet_is_read_only_by_its_name(book, records):
    filled(book.active, CAMPS)
    hidden = book.create_sheet("Lists")
    filled(hidden, CAMPS, CAMPS)
    hidden.sheet_state = "hidden"

    assert len(records()[1]) == 1
    assert len(records(sheet="Lists")[1]) == 2


def test_hidden_rows_are_read_and_counted(book, records):
    filled(book.active, CAMPS, ["camps", date(2024, 10, 1), 99])
    book.active.row_dimensions[3].hidden = True

    found, rows, _ = records()

    assert (len(rows), found.sheet.hidden) == (2, 1)


def test_each_unreadable_cell_is_named_and_the_other_rows_are_read(book, records):
    wrong = ["camps", date(2024, 1, 1), "=1+1"]
    filled(book.active, CAMPS, wrong, [*CAMPS, None, "see page 7"])

    _, rows, problems = records()

    assert [line for line, _ in rows] == [2]
    assert problems == [
        "f.xlsx:Actuals!C3: is a formula without its value; open the file in Excel and "
        "save it",
        "f.xlsx:Actuals!E4: stands under no name; name its column in the header, or "
        "clear it",
    ]


def test_merged_cells_are_told_where_they_hide_rows(book, records):
    filled(book.active, CAMPS, [None, date(2024, 10, 1), 99], CAMPS)
    book.active.merge_cells("A2:A3")
    book.active.merge_cells("B4:C4")

    _, _, problems = records()

    assert sorted(problems) == [
        "f.xlsx:Actuals!A2: is merged up to A3; unmerge the cells and fill each",
        "f.xlsx:Actuals!B4: is merged up to C4; unmerge the cells and fill each",
    ]


def test_merged_cells_that_are_no_cells_are_damage(tmp_path):
    merges = '<mergeCells><mergeCell ref="A2:A"/></mergeCells>'
    packed(tmp_path / "f.xlsx", parts(sheet=sheet(texts(HEADER, ROW), behind=merges)))

    with pytest.raises(ActualsFileError) as refused:
        read(tmp_path / "f.xlsx", day("2025-12-31"), "me")

    assert str(refused.value).startswith("f.xlsx: sheet Actuals has '' for a number; ")


def test_the_column_of_an_earlier_report_is_left_out(book, records):
    header = [*HEADER[:2], "What happened", "value"]
    filled(book.active, [*CAMPS[:2], "refused: no", 98], header=header)

    found, rows, problems = records()

    assert (found.names, problems) == (list(HEADER), [])
    assert rows == [(2, ["camps", "2024-09-01", "98"])]


def test_a_formula_is_read_by_the_value_that_excel_gave_it(tmp_path):
    row = '<row r="2"><c r="A2" t="str"><f>A1</f><v>camps</v></c><c r="B2" s="1">'
    row += '<f>TODAY()</f><v>45536</v></c><c r="C2"><f>SUM(D:D)</f><v>98</v></c></row>'
    packed(tmp_path / "f.xlsx", parts(texts(HEADER) + row, formats=["dd.mm.yyyy"]))

    rows, problems = read(tmp_path / "f.xlsx", day("2024-12-31"), "me")

    assert ([(each.key, each.actual.on, each.actual.value) for each in rows]) == [
        ("camps", day("2024-09-01"), 98)
    ]
    assert problems == []


def test_texts_of_all_kinds_are_put_together_from_their_runs(tmp_path):
    shared = "<si><r><t>ca</t></r><r><rPr/><t>mps</t></r><rPh><t>x</t></rPh></si>"
    shared += "<si><t>2024-09-01</t></si>"
    row = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c>'
    row += '<c t="inlineStr"><is><r><t>9</t></r><r><t>_x0038_</t></r></is></c></row>'
    content = parts(texts(HEADER) + row)
    content[TEXTS] = content[TEXTS].replace("/>", f">{shared}</sst>")
    packed(tmp_path / "f.xlsx", content)

    with table(tmp_path / "f.xlsx", HowRead(), []) as found:
        assert list(found.records) == [(2, ["camps", "2024-09-01", "98"])]


def test_days_are_counted_from_1904_where_the_workbook_says_so(tmp_path):
    row = texts(["camps"], begin=2).replace(
        "</row>", '<c s="1"><v>44074</v></c><c><v>98</v></c></row>'
    )
    content = parts(
        texts(HEADER) + row, formats=[14], workbook='<workbookPr date1904="1"/>'
    )
    packed(tmp_path / "f.xlsx", content)

    with table(tmp_path / "f.xlsx", HowRead(), []) as found:
        assert list(found.records) == [(2, ["camps", "2024-09-01", "98"])]


def is_read_or_refused(path):
    try:
        read(path, day("2025-12-31"), "me")
    except ActualsFileError as error:
        return str(error).startswith(f"{path.name}:")
    return True


@settings(max_examples=150)
@given(st.data())
def test_any_damage_to_a_part_is_read_or_refused_in_a_sentence(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "damaged.xlsx"
    content = parts(texts(HEADER, ROW) + '<row><c s="1"><v>1</v></c></row>')
    name = data.draw(st.sampled_from(sorted(content)))
    whole = content[name].encode()
    at = data.draw(st.integers(0, len(whole) - 1))
    cut = data.draw(st.integers(0, 30))
    content[name] = whole[:at] + data.draw(st.binary(max_size=4)) + whole[at + cut :]
    packed(path, content)

    assert is_read_or_refused(path)


@settings(max_examples=150)
@given(st.data())
def test_any_damage_to_the_zip_is_read_or_refused_in_a_sentence(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "damaged.xlsx"
    packed(path, parts())
    whole = path.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    cut = data.draw(st.integers(0, 30))
    path.write_bytes(whole[:at] + data.draw(st.binary(max_size=4)) + whole[at + cut :])

    assert is_read_or_refused(path)


def test_a_full_row_in_any_order_of_its_cells_is_damage(tmp_path):
    row = '<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>1</v></c></row>'
    packed(tmp_path / "f.xlsx", {**parts(texts(HEADER) + row)})

    with pytest.raises(ActualsFileError, match="has a column 1 behind column 2"):
        read(tmp_path / "f.xlsx", day("2025-12-31"), "me")


def test_cells_that_do_not_say_where_they_are_stand_behind_empty_ones_too(tmp_path):
    row = '<row r="2"><c/><c t="inlineStr"><is><t/></is></c><c><v>98</v></c></row>'
    packed(tmp_path / "f.xlsx", parts(texts(HEADER) + row))

    with table(tmp_path / "f.xlsx", HowRead(), []) as found:
        assert list(found.records) == [(2, ["", "", "98"])]


def test_a_workbook_without_its_sheet_is_damaged(tmp_path):
    content = parts()
    del content[SHEET]
    packed(tmp_path / "f.xlsx", content)

    with pytest.raises(ActualsFileError) as refused:
        read(tmp_path / "f.xlsx", day("2025-12-31"), "me")

    assert str(refused.value).startswith("f.xlsx: lacks the part xl/worksheets/sheet1")
