"""Columns of a file: by any separator, and named in any of three languages."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import an_actual, day
from tests.exchange.conftest import TODAY
from tests.exchange.ledgers import read
from tracker.domain import Evidence, Kind
from tracker.exchange.actuals_csv import COLUMNS, LEDGER_COLUMNS
from tracker.exchange.wording import (
    COLUMN_WORDS,
    EVIDENCE_WORDS,
    KIND_WORDS,
    MISSING,
)

KNOWN = ", ".join((*COLUMNS, *LEDGER_COLUMNS))
NEEDED = "the first line must name the columns target,on,value"
MARCH = an_actual("2024-03-01", 1234.5, seq=0, author="aigul")


def test_csv_utf_8_of_a_kazakh_excel_needs_no_options(reading):
    text = "Кілт;Күні;Мәні\r\nschools;01.03.2024;1234,5\r\n"

    (row,) = reading(codecs.BOM_UTF8 + text.encode())

    assert (row.key, row.actual) == ("schools", MARCH)


@pytest.mark.parametrize("said", ["sep=;", "SEP=;", '"sep=;"', "sep=;;;"])
def test_a_first_line_may_say_the_separator(reading, said):
    (row,) = reading(f"{said}\ntarget;on;value\nschools;1.3.2024;1234,5\n")

    assert (row.line, row.actual) == (3, MARCH)


def test_unicode_text_of_excel_is_read(reading):
    text = "Ключ\tДата\tЗначение\r\nschools\t01.03.2024\t1 234,5\r\n"

    (row,) = reading(codecs.BOM_UTF16_LE + text.encode("utf-16-le"))

    assert row.actual == MARCH


def test_the_header_alone_settles_the_separator(reading):
    (row,) = reading("target;on;value;note\nschools;today;40;a,b,c,d,e\n")

    assert row.actual.note == "a,b,c,d,e"


@pytest.mark.parametrize("at", [0, 1])
def test_a_later_row_shows_how_the_rows_before_it_are_read(reading, at):
    rows = ["schools;01/03/2024;1,234", "schools;25/03/2024;12,5"]
    rows = rows[at:] + rows[:at]

    found = reading("target;on;value\n" + "\n".join(rows))

    assert {(str(row.actual.on), row.actual.value) for row in found} == {
        ("2024-03-01", 1.234),
        ("2024-03-25", 12.5),
    }


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_an_unclosed_quote_is_told_by_the_line_it_begins_on(problems, separator):
    text = 'target,on,value,note\nschools,today,40,\nschools,today,40,"so\n\nx,y,1,\n'

    said = "is not CSV (unexpected end of data); check the quotes"
    assert problems(text.replace(",", separator)) == [f"f.csv:3: {said}"]


@pytest.mark.parametrize(
    "header",
    [
        "Key;Date;Value;Kind;Evidence;Source;Remark;Author;Item;Link",
        "Кілт;Күні;Мәні;Түрі;Расталуы;Дереккөз;Ескертпе;Автор;Нысан;Сілтеме",
        "КЛЮЧ; Дата ;значение;Тип;Подтверждение;Источник;Примечание;Автор;Объект;"
        "Ссылка",
    ],
)
def test_columns_are_known_in_three_languages(reading, header):
    (row,) = reading(f"{header}\nschools;today;40;;;A;B;dana;No 1;https://x.kz\n")

    assert row.actual == an_actual(
        "2024-06-30",
        40,
        seq=0,
        source="A",
        note="B",
        author="dana",
        item="No 1",
        url="https://x.kz",
    )


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        *[(word, Kind.TOTAL) for word in ("total", "Барлығы", "всего")],
        *[(word, Kind.INCREMENT) for word in ("Increment", "өсім", "ПРИРОСТ")],
    ],
)
def test_kinds_are_known_in_three_languages(reading, cell, kind):
    (row,) = reading(f"target,on,value,kind\nschools,today,40,{cell}\n")

    assert row.actual.kind is kind


@pytest.mark.parametrize("column", ["value", "kind"])
@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        *[(word, Kind.DONE) for word in ("done", "Орындалған", "сделано")],
        *[(word, Kind.NOT_DONE) for word in ("not done", "орындалмаған", "Не сделано")],
    ],
)
def test_done_is_known_in_three_languages(reading, column, cell, kind):
    value, kinds = (cell, "") if column == "value" else ("", cell)

    (row,) = reading(f"target,on,value,kind\nschools,today,{value},{kinds}\n")

    assert (row.actual.kind, row.actual.value) == (kind, float(kind is Kind.DONE))


@pytest.mark.parametrize(
    ("cell", "evidence"),
    [
        *[(word, Evidence.CLAIMED) for word in ("", "Мәлімделген", "заявлено")],
        *[
            (word, Evidence.DOCUMENTED)
            for word in ("documented", "құжатталған", "подтверждено  документом")
        ],
        *[(word, Evidence.VERIFIED) for word in ("тексерілген", "Проверено")],
    ],
)
def test_evidence_is_known_in_three_languages(reading, cell, evidence):
    (row,) = reading(f"target,on,value,evidence\nschools,today,40,{cell}\n")

    assert row.actual.evidence is evidence


def test_titles_may_stand_above_the_header(reading):
    text = (
        '"Есеп, 2024 жыл\n(тоқсан)";;;;\n;;;;\nТаблица 1;"""Ключ"" показателя";;;\n'
        "Ключ;Дата;Значение;;\nschools;1.3.2024;1234,5;;\n"
    )

    (row,) = reading(text)

    assert (row.line, row.actual) == (6, MARCH)


def test_the_first_row_that_names_all_is_the_header(problems):
    text = "target;on\ntarget;on;value\ntarget;on;value;note\n"

    said = "has 4 cells under 3 columns; check the separators"
    assert problems(text) == [f"f.csv:3: {said}"]


def test_a_header_beyond_the_first_lines_is_found_where_it_is_said(reading, problems):
    text = "Есеп\n" * 25 + "target;on;value\nschools;1.3.2024;1234,5\n"

    assert problems(text) == [
        f"f.csv:1: names no column that is known; {NEEDED}, or give --header ROW"
    ]
    assert reading(text, header=26)[0].actual == MARCH


def test_a_header_that_is_said_wrongly_is_refused(problems):
    text = "target;on;value\n\nschools;1.3.2024;40\n"

    nothing = f"names no column that is known; {NEEDED}, or give --header ROW"
    assert problems(text, header=3) == [f"f.csv:3: {nothing}"]
    assert problems(text, header=2) == [f"f.csv:2: {nothing}"]
    assert problems(text, header=4) == ["f.csv:4: is beyond the file; check --header"]


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        pytest.param("", [f"f.csv:1: is empty; {NEEDED}"], id="empty"),
        pytest.param(" ;\n\n", [f"f.csv:1: is empty; {NEEDED}"], id="blank"),
        pytest.param(
            "Ключ;Дата;Значение;Регион\n",
            [f"f.csv:1: unknown column 'регион'; known: {KNOWN}"],
            id="an extra column",
        ),
        pytest.param(
            "Ключ;Дата;Значние\n",
            [
                "f.csv:1: unknown column 'значние'; did you mean 'значение'?",
                f"f.csv:1: lacks the column value; {NEEDED}",
            ],
            id="a mistyped column",
        ),
        pytest.param(
            "Кілт;Күні\n",
            [f"f.csv:1: lacks the column value; {NEEDED}"],
            id="a missing column",
        ),
        pytest.param(
            "Кілт;;Күні;Мәні\n",
            ["f.csv:1: column 2 has no name; name or remove it"],
            id="a merged header",
        ),
        pytest.param(
            "Отчёт за 2024 год;;\n;Дата;Значение\n",
            [
                "f.csv:2: column 1 has no name; name or remove it",
                f"f.csv:2: lacks the column target; {NEEDED}",
            ],
            id="a header merged over two rows",
        ),
        pytest.param(
            "Дата;Date;Ключ;Мәні\n",
            ["f.csv:1: column 'on' stands twice; remove one"],
            id="twice in two languages",
        ),
    ],
)
def test_what_is_wrong_with_a_header_is_told(problems, text, messages):
    assert problems(text) == messages


def test_a_header_alone_is_a_file_of_no_rows_in_any_language(reading):
    assert reading("Кілт;Күні;Мәні\r\n") == ()


def test_cells_without_a_column_are_told_unless_they_are_blank(problems):
    text = "target;on;value;;\nschools;today;40;;\nschools;today;41;;so\n"

    said = "has 5 cells under 3 columns; check the separators"
    assert problems(text) == [f"f.csv:3: {said}"]


def test_a_problem_names_the_column_of_its_cell(tmp_path):
    path = tmp_path / "f.csv"
    path.write_text("target,on,value\nschools,soon,many\nschools,today\n")

    _, found = read(path, TODAY, "aigul")

    assert [each.column for each in found] == ["on", "value", None]


def test_the_column_of_a_report_that_is_saved_as_text_is_left_out(reading):
    text = "target,on,What happened,value\na,2024-06-01,refused: no,98\n,,recorded,\n"

    (row,) = reading(text)

    assert (row.line, row.key, row.actual.value) == (2, "a", 98)


def test_cells_are_counted_with_the_columns_that_are_left_out(problems):
    text = "target,on,value,what happened\na,2024-06-01,98\n"

    assert problems(text) == [
        "f.csv:2: has 3 cells under 4 columns; check the separators"
    ]


def test_a_form_that_is_saved_as_text_is_read_where_it_is_filled_in(reading):
    text = (
        "Target key,Title,Unit,Last figure,Day of the last figure,Day,Value\n"
        "a,Schools,schools,7,2024-05-01,01.06.2024,98\n"
        "b,Camps,camps,5,2024-05-01,,\n"
    )

    (row,) = reading(text)

    assert (row.key, row.actual.on, row.actual.value) == ("a", day("2024-06-01"), 98)


def test_what_a_form_shows_is_unknown_in_other_files(problems):
    (told,) = problems("target,title,on,value\na,Schools,2024-06-01,98\n")

    assert told.startswith("f.csv:1: unknown column 'title'; ")


@given(st.permutations(sorted(COLUMN_WORDS.items())), st.sampled_from(",;\t"))
def test_columns_are_known_in_any_order_and_language(tmp_path_factory, pairs, mark):
    path = tmp_path_factory.mktemp("columns") / "f.csv"
    names = {column: word for word, column in pairs}
    cells = {"target": "schools", "on": "2024-03-01", "value": "1234.5"}
    lines = [names.values(), [cells.get(column, "") for column in names]]
    path.write_text("\n".join(map(mark.join, lines)), encoding="utf-8")

    rows, problems = read(path, TODAY, "aigul")

    assert not problems
    assert rows[0].actual == MARCH


def test_the_manual_has_every_word_that_files_may_use(request):
    manual = (request.config.rootpath / "docs/files.md").read_text(encoding="utf-8")
    words = (*COLUMN_WORDS, *KIND_WORDS, *EVIDENCE_WORDS, *MISSING)

    assert [each for each in words if each and f"`{each}`" not in manual] == []


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("????;????;????????", "names no column that is known: it "),
        ("Ключ;К?ні;Значение", "the column 'к?ні' "),
    ],
)
def test_letters_of_a_header_that_were_lost_are_told(problems, header, told):
    lost = "has ? for letters that were lost on saving; save the file as CSV UTF-8"

    assert problems(f"{header}\nschools;1.3.2024;5\n")[0] == f"f.csv:1: {told}{lost}"
