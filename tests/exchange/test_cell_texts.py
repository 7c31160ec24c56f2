"""What typed cells of a workbook say, and which of them say nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import to_excel

from tracker.errors import EntryError
from tracker.exchange.cell_texts import CellTexts, decimal_of, plain
from tracker.exchange.copies import Form
from tracker.exchange.notation import EXACT
from tracker.exchange.sheet_rows import Cell
from tracker.exchange.workbook import Book, form_of

PLAIN, DATE, PERCENT = 0, 1, 2


def text(kind, content, column="note", style=PLAIN, **given):
    book = Book(None, (), given.pop("from_1904", False), tuple(Form), None, None)
    found = CellTexts(book).text(Cell(1, kind, content, style, **given), column)
    return found.replace(EXACT, "")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("98", "98"),
        ("98.0", "98"),
        ("0.1", "0.1"),
        ("0.30000000000000004", "0.3"),
        ("7.0000000000000001E-2", "0.07"),
        ("1.2345E+3", "1234.5"),
        ("-5", "-5"),
        ("740000", "740000"),
        ("1E+20", "100000000000000000000"),
        ("1e-7", "0.0000001"),
    ],
)
def test_a_number_comes_in_digits_without_the_noise_of_binary(content, expected):
    assert text("n", content, "value") == expected


@given(st.floats(min_value=-1e14, max_value=1e14).map(lambda x: float(f"{x:.15g}")))
def test_a_number_of_15_digits_comes_back(number):
    assert float(plain(decimal_of(repr(number)))) == number


@pytest.mark.parametrize(
    ("content", "expected"),
    [("0.125", "12.5%"), ("0.07", "7%"), ("1", "100%"), ("0.123456", "12.3456%")],
)
def test_a_percentage_is_what_is_shown_and_not_the_share_behind_it(content, expected):
    assert text("n", content, "value", PERCENT) == expected


@pytest.mark.parametrize(
    ("serial", "from_1904", "expected"),
    [
        pytest.param("45536", False, "2024-09-01", id="since 1900"),
        pytest.param("44074", True, "2024-09-01", id="since 1904"),
        pytest.param("1", False, "1900-01-01", id="the first day"),
        pytest.param("59", False, "1900-02-28", id="before the day that never was"),
        pytest.param("61", False, "1900-03-01", id="behind the day that never was"),
        pytest.param("0", True, "1904-01-01", id="the first day of 1904"),
        pytest.param("60", True, "1904-03-01", id="day 60 of 1904 was one"),
        pytest.param("45536.0000001", False, "2024-09-01", id="noise"),
        pytest.param("45535.9999999", False, "2024-09-01", id="noise before midnight"),
    ],
)
def test_a_day_is_counted_as_excel_does(serial, from_1904, expected):
    assert text("n", serial, "on", DATE, from_1904=from_1904) == expected


@given(st.dates())
def test_every_day_that_is_written_comes_back(day):
    if day.year >= 1900:
        assert text("n", str(to_excel(day)), "on", DATE) == day.isoformat()


def test_a_day_in_words_of_iso_is_one_too():
    assert text("d", "2024-09-01T00:00:00", "on") == "2024-09-01"


def test_a_text_stays_as_it_is():
    assert text("s", "1,5", "value") == "1,5"
    assert text("str", "done", "value") == "done"


def test_a_value_that_is_not_available_is_one_that_is_missing():
    assert text("e", "#N/A", "value") == "#N/A"


def test_a_moment_in_another_column_keeps_its_time():
    assert text("n", "45536.4375", "recorded_at", DATE) == "2024-09-01T10:30:00"


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        pytest.param(
            {"kind": "n", "content": "45536.4375", "column": "on", "style": DATE},
            "has a time of day, 10:30:00; type the day alone: 2024-09-01",
            id="a time",
        ),
        pytest.param(
            {"kind": "d", "content": "2024-09-01T10:30", "column": "on"},
            "has a time of day, 10:30; type the day alone: 2024-09-01",
            id="a time in words",
        ),
        pytest.param(
            {"kind": "n", "content": "60", "column": "on", "style": DATE},
            "is 29 February 1900, which never was; check it",
            id="day 60",
        ),
        pytest.param(
            {"kind": "n", "content": "-1", "column": "on", "style": DATE},
            "is day -1, which Excel has not; check it",
            id="before all days",
        ),
        pytest.param(
            {"kind": "n", "content": "2958466", "column": "on", "style": DATE},
            "is day 2958466, which Excel has not; check it",
            id="behind all days",
        ),
        pytest.param(
            {"kind": "n", "content": "1E+300", "column": "on", "style": DATE},
            "is day 10000000000000000000, which Excel has not; check it",
            id="far behind all days",
        ),
        pytest.param(
            {"kind": "d", "content": "soon", "column": "on"},
            "'soon' is not a day; write 2024-09-01",
            id="no day",
        ),
        pytest.param(
            {"kind": "n", "content": "45536", "column": "on"},
            "is the number 45536, not a day; format the cell as a date",
            id="a number for a day",
        ),
        pytest.param(
            {"kind": "n", "content": "45536", "column": "value", "style": DATE},
            "is a day or a time, not a number; format the cell as a number and type "
            "it again",
            id="a day for a number",
        ),
        pytest.param(
            {"kind": "b", "content": "1", "column": "value"},
            "is TRUE; write a number, or done or not-done",
            id="true",
        ),
        pytest.param(
            {"kind": "b", "content": "0", "column": "note"},
            "is FALSE; write a number, or done or not-done",
            id="false",
        ),
        pytest.param(
            {"kind": "e", "content": "#N/A", "column": "note"},
            "is the error #N/A; mend its formula, or take the row out if nothing is "
            "known",
            id="not available in another column",
        ),
        pytest.param(
            {"kind": "e", "content": "#DIV/0!", "column": "value"},
            "is the error #DIV/0!; mend its formula, or take the row out if nothing "
            "is known",
            id="an error",
        ),
        pytest.param(
            {"kind": "n", "content": "", "column": "value", "lacks_value": True},
            "is a formula without its value; open the file in Excel and save it",
            id="a formula that nobody worked out",
        ),
        pytest.param(
            {"kind": "n", "content": "1_000", "column": "value"},
            "'1_000' is not a number; type it again",
            id="no number",
        ),
        pytest.param(
            {"kind": "n", "content": "1E999", "column": "value"},
            "1E999 is beyond all numbers; check it",
            id="beyond all numbers",
        ),
    ],
)
def test_what_cannot_be_stored_is_refused(cell, message):
    with pytest.raises(EntryError) as refused:
        text(**cell)

    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("number", "code", "form"),
    [
        ("0", None, Form.PLAIN),
        ("9", None, Form.PERCENT),
        ("10", None, Form.PERCENT),
        ("14", None, Form.DATE),
        ("22", None, Form.DATE),
        ("46", None, Form.DATE),
        ("49", None, Form.PLAIN),
        ("57", None, Form.DATE),
        ("no number", None, Form.PLAIN),
        ("164", "General", Form.PLAIN),
        ("164", "dd.mm.yyyy;@", Form.DATE),
        ("164", "[$-419]d mmmm yyyy", Form.DATE),
        ("164", "[h]:mm:ss", Form.DATE),
        ("164", "0.0%", Form.PERCENT),
        ("164", '#,##0" schools, 5%"', Form.PLAIN),
        ("164", r"#,##0\ \ш\т\d", Form.PLAIN),
        ("164", "#,##0.00_d;[Red]-#,##0.00", Form.PLAIN),
        ("164", "#,##0.00 [$₸-kk-KZ]", Form.PLAIN),
        ("164", '0;-0;;@" months"', Form.PLAIN),
    ],
)
def test_a_format_tells_days_and_percentages(number, code, form):
    assert form_of(number, code) is form
