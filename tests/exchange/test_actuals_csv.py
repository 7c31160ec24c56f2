"""Files of actuals: read whole, or refused with every problem and its line."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.builders import an_actual, day, done
from tests.exchange.ledgers import a_ledger_of, a_row_that, read
from tracker.domain import Evidence, Kind
from tracker.errors import ActualsFileError
from tracker.exchange.actuals_csv import COLUMNS, LEDGER_COLUMNS, write

TODAY = day("2024-06-30")
KNOWN = ", ".join((*COLUMNS, *LEDGER_COLUMNS))
NEEDED = "the first line must name the columns target,on,value"


def test_three_columns_are_enough(reading):
    (row,) = reading("target,on,value\nschools,2024-03-01,40\n")

    assert (row.line, row.key, row.name, row.replaces) == (2, "schools", None, None)
    assert row.actual == an_actual("2024-03-01", 40, seq=0, author="aigul")


def test_all_columns_are_read_in_any_order(reading):
    (row,) = reading(
        "Author,url,item,note,source,evidence,kind,value, ON ,target\n"
        "askar,https://x.kz,No 1,two shifts,Kazinform,verified,increment,+12,"
        "1.3.2024,schools\n"
    )

    assert row.actual == an_actual(
        "2024-03-01",
        12,
        kind="increment",
        seq=0,
        evidence=Evidence.VERIFIED,
        source="Kazinform",
        note="two shifts",
        item="No 1",
        url="https://x.kz",
        author="askar",
    )


def test_a_byte_order_mark_and_windows_line_ends_are_no_matter(reading):
    (row,) = reading(b"\xef\xbb\xbftarget,on,value\r\nschools,today,40\r\n")

    assert row.actual == an_actual("2024-06-30", 40, seq=0, author="aigul")


def test_blank_lines_are_passed_over_and_counted(reading):
    rows = reading("target,on,value\n\nschools,today,40\n,,\n  \nschools,today,50")

    assert [row.line for row in rows] == [3, 6]


def test_a_header_alone_is_a_file_of_no_rows(reading):
    assert reading("target,on,value\n") == ()


def test_a_row_is_named_by_the_line_it_begins_on(problems):
    text = 'target,on,value,note\nschools,today,40,"\n\n seen "\nschools,today,x,\n'

    assert problems(text) == [
        "f.csv:5: 'x' is not a number; write it as 98 or 12.5",
    ]


def test_a_text_of_two_lines_is_refused_where_its_row_begins(problems):
    text = 'target,on,value,note\nschools,today,40,"one\ntwo"\n'

    assert problems(text) == [
        "f.csv:2: the note holds a line break; remove it",
    ]


@pytest.mark.parametrize(
    ("kind", "cell", "said"),
    [
        ("", "done", (Kind.DONE, 1)),
        ("", "not-done", (Kind.NOT_DONE, 0)),
        ("done", "", (Kind.DONE, 1)),
        ("done", "1", (Kind.DONE, 1)),
        ("not-done", "0", (Kind.NOT_DONE, 0)),
        ("total", "-3", (Kind.TOTAL, -3)),
        ("increment", "-3", (Kind.INCREMENT, -3)),
        ("increment", "3", (Kind.INCREMENT, 3)),
    ],
)
def test_what_a_value_says(reading, kind, cell, said):
    (row,) = reading(f"target,on,value,kind\nschools,today,{cell},{kind}\n")

    assert (row.actual.kind, row.actual.value) == said


def test_a_withdrawal_has_no_value(reading):
    (row,) = reading(
        "target,on,value,kind,id,replaces,reason\n"
        "schools,today,,withdrawal,schools#2,schools#1,wrong\n"
    )

    assert (row.name, row.replaces) == ("schools#2", "schools#1")
    assert row.actual == an_actual(
        "2024-06-30", None, kind="withdrawal", seq=0, author="aigul", reason="wrong"
    )


def test_every_problem_of_a_file_is_told_at_once(problems):
    text = (
        "target,on,value,kind,evidence\n"
        "schools,2024-02-30,40,,\n"
        'schools,today,"1,234",,\n'
        "schools,today,40,sum,\n"
        "schools,today,40,,seen\n"
        "schools,today,40,\n"
        "schools,today,40,,\n"
        "schools,today,+40,,\n"
        "schools,today,2,done,\n"
    )

    assert problems(text) == [
        "f.csv:2: '2024-02-30' is not in the calendar; check it",
        "f.csv:3: '1,234' could be read two ways, as 1.234 or 1234; give --decimal , "
        "or --decimal .",
        "f.csv:4: unknown kind 'sum'; one of total, increment, done, not-done",
        "f.csv:5: unknown evidence 'seen'; one of claimed, documented, verified",
        "f.csv:6: has 4 cells under 5 columns; check the separators",
        "f.csv:8: '+40' reads as so many more; write 40 with kind increment",
        "f.csv:9: '2' does not fit the kind done; leave it empty",
    ]


def test_a_kind_that_is_unknown_hides_no_wrong_value(problems):
    text = "target,on,value,kind\nschools,today,118 schools,sum\n"

    assert [each.partition(";")[0] for each in problems(text)] == [
        "f.csv:2: unknown kind 'sum'",
        "f.csv:2: '118 schools' is not a number",
    ]


def test_every_problem_of_a_row_is_told_at_once(problems):
    text = "target,on,value,evidence\nschools,soon,many,seen\n"

    assert problems(text) == [
        "f.csv:2: 'soon' is not a day; write 2024-09-01 or 1.9.2024",
        "f.csv:2: 'many' is not a number; write it as 98 or 12.5",
        "f.csv:2: unknown evidence 'seen'; one of claimed, documented, verified",
    ]


def test_what_replaces_a_row_needs_the_names_of_both(problems):
    text = (
        "target,on,value,kind,id,replaces\n"
        "schools,today,,withdrawal,schools#2,\n"
        "schools,today,50,total,,schools#1\n"
    )

    assert problems(text) == [
        "f.csv:2: a withdrawal needs `replaces`: the row that it takes back",
        "f.csv:3: a row with `replaces` needs an `id`; export writes both",
    ]


def test_an_author_of_a_page_is_refused(problems):
    text = f"target,on,value,author\nschools,today,40,{'ә' * 201}\n"

    assert problems(text) == [
        "f.csv:2: the author is longer than 200 letters; shorten it"
    ]


@pytest.mark.parametrize(
    ("header", "messages"),
    [
        pytest.param(
            "target,on,value,evidense",
            ["unknown column 'evidense'; did you mean 'evidence'?"],
            id="nearly known",
        ),
        pytest.param(
            "target,on,value,цвет",
            [f"unknown column 'цвет'; known: {KNOWN}"],
            id="not known",
        ),
        pytest.param(
            "target,wann",
            [
                f"unknown column 'wann'; known: {KNOWN}",
                f"lacks the column on, value; {NEEDED}",
            ],
            id="two missing",
        ),
        pytest.param(
            "target,on,value,note,Note",
            ["column 'note' stands twice; remove one"],
            id="twice",
        ),
    ],
)
def test_a_header_is_refused_with_every_problem(problems, header, messages):
    wanted = [f"f.csv:1: {message}" for message in messages]

    assert problems(f"{header}\nschools,today,40\n") == wanted


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param("", f"f.csv:1: is empty; {NEEDED}", id="empty"),
        pytest.param(b"\xef\xbb\xbf", f"f.csv:1: is empty; {NEEDED}", id="a mark"),
        pytest.param(
            "ключ".encode("cp1251"),
            "f.csv:1: is not UTF-8; save it as CSV UTF-8, or give --encoding cp1251 "
            "(kz1048 if it has Kazakh letters)",
            id="cp1251",
        ),
        pytest.param(
            'target,on,value\nschools,today,40\nschools,"today,40\n\n',
            "f.csv:3: is not CSV (unexpected end of data); check the quotes",
            id="an unclosed quote",
        ),
        pytest.param(
            'target,on,value\nschools,"to"day,40\n',
            "f.csv:2: is not CSV (',' expected after '\"'); check the quotes",
            id="a letter after a quote",
        ),
        pytest.param(
            '"target,on,value\n',
            "f.csv:1: is not CSV (unexpected end of data); check the quotes",
            id="not even a header",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(problems, content, message):
    assert problems(content) == [message]


def test_a_file_that_is_not_there_is_refused(tmp_path):
    path = tmp_path / "none.csv"

    with pytest.raises(ActualsFileError) as error:
        read(path, TODAY, "aigul")

    said = f"{path}: cannot be read: No such file or directory; check the path"
    assert str(error.value) == said


def test_what_breaks_off_is_told_after_what_was_wrong_before(problems):
    text = 'target,on,value\nschools,today,many\nschools,"today'

    assert problems(text) == [
        "f.csv:2: 'many' is not a number; write it as 98 or 12.5",
        "f.csv:3: is not CSV (unexpected end of data); check the quotes",
    ]


def test_an_export_holds_every_row_under_every_column():
    said = an_actual(
        "2024-03-01",
        40,
        source='Kazinform, "2025"',
        author="aigul",
        recorded_at=datetime(2024, 3, 2, 10, tzinfo=UTC),
        digest="ab",
    )
    taken_back = a_row_that(replaces=1, kind="withdrawal", value=None, seq=2)

    assert write([a_ledger_of(said, taken_back), a_ledger_of()]) == (
        "target,on,value,kind,evidence,source,note,author,item,url,"
        "id,recorded_at,replaces,reason,digest\n"
        'schools,2024-03-01,40,total,claimed,"Kazinform, ""2025""",,aigul,,,'
        "schools#1,2024-03-02T10:00:00Z,,,ab\n"
        "schools,2024-03-01,,withdrawal,claimed,,,,,,schools#2,,schools#1,wrong,\n"
    )


@pytest.mark.parametrize("value", [0.1, 12.5, -3, 0.00001, 4e-7, 1e15, 123456789012345])
def test_every_figure_that_can_be_recorded_can_be_exported_and_read(reading, value):
    (row,) = reading(write([a_ledger_of(an_actual("2024-03-01", value))]))

    assert row.actual.value == value


def test_done_is_exported_and_read(reading):
    (row,) = reading(write([a_ledger_of(done("2024-03-01"))]))

    assert (row.actual.kind, row.actual.value) == (Kind.DONE, 1)
