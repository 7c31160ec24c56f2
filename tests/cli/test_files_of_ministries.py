"""tracker import: files as ministries send them, and what becomes of each row."""

from __future__ import annotations

import codecs
import json

import pytest

PERCENT = """
[targets.covered]
title = "Schoolchildren covered"
unit = { en = "%", ru = "процентов" }
measure = "level"
baseline = { value = 40, on = 2024-01-01 }
goal = { value = 92, by = 2025-12-31 }
"""
# What stands in the example: 1,200 on 1 June 2024.
CAMP = "camp-vouchers"


@pytest.fixture
def importing(tracker, example):
    """Imports some lines, or bytes, as rows.csv."""

    def imports(*lines, options=()):
        (content,) = lines if isinstance(lines[0], bytes) else ("\n".join(lines),)
        raw = content if isinstance(content, bytes) else content.encode()
        (example / "rows.csv").write_bytes(raw)
        return tracker("import", "rows.csv", *options)

    return imports


@pytest.fixture
def entries(tracker):
    """The exported rows of a target: kind, value, what it replaces and why."""

    def told(key):
        lines = tracker("export", key).stdout.splitlines()
        rows = [line.split(",") for line in lines if line.startswith(f"{key},")]
        return [(row[2], row[-3], row[-2]) for row in rows]

    return told


def problems(result):
    assert (result.exit_code, result.stdout) == (3, "")
    lines = result.stderr.removeprefix("Error: ").splitlines()
    return lines if len(lines) == 1 else lines[1:]


def test_a_file_of_a_kazakh_excel_is_imported_without_options(importing, entries):
    text = (
        "Есеп, 2024 жыл;;;\r\n;;;\r\n"
        "Кілт;Күні;Мәні;Расталуы\r\n"
        "camp-vouchers;01.07.2024;1 234,5;құжатталған\r\n"
        "camp-vouchers;01.08.2024;н/д;\r\n"
    )

    result = importing(codecs.BOM_UTF8 + text.encode())

    told = "recorded 1 row of rows.csv, 1 row without a figure\n"
    assert (result.stdout, result.stderr) == (told, "")
    assert entries(CAMP)[-1] == ("1234.5", "", "")


def test_what_a_file_leaves_open_is_said_by_options(importing, entries):
    text = "Отчёт\nещё\nКлюч;Дата;Значение\ncamp-vouchers;1.7.2024;1.234\n"

    result = importing(
        text.encode("cp1251"),
        options=("--encoding", "cp1251", "--decimal", ",", "--header", "3"),
    )

    assert result.stdout == "recorded 1 row of rows.csv\n"
    assert entries(CAMP)[-1] == ("1234", "", "")


@pytest.mark.parametrize(
    "options",
    [
        ["rows.csv", "--revise"],
        ["rows.csv", "--reason", "recounted"],
        ["rows.csv", "--revise", "--reason", " "],
        ["rows.csv", "--header", "0"],
        ["rows.csv", "--decimal", ";"],
        ["rows.csv", "--encoding", "cp1252"],
        ["--all", "folder", "--decimal", ","],
        ["--from", "iati", "rows.csv", "--out", "drafted", "--header", "2"],
    ],
)
def test_options_that_do_not_fit_are_a_usage_error(tracker, options):
    assert tracker("import", *options).exit_code == 2


@pytest.mark.parametrize(
    "cell",
    [
        *("", "-", "–", "…", "...", "н/д", "Н/Д", "#N/A", "#Н/Д", "n/a"),
        *("нет данных", "дерек жоқ"),
    ],
)
def test_a_row_without_a_figure_is_told_and_not_recorded(importing, cell):
    result = importing("target;on;value", f"{CAMP};2024-07-01;{cell}")

    assert result.stdout == "nothing new in rows.csv: 1 row without a figure\n"


def test_a_row_without_a_figure_is_checked_all_the_same(importing):
    result = importing("target,on,value", "no-such,2024-07-01,", f"{CAMP},soon,н/д")

    assert problems(result) == [
        "rows.csv:2: no target 'no-such'; `tracker targets` lists them",
        "rows.csv:3: 'soon' is not a day; write 2024-09-01 or 1.9.2024",
    ]


def test_rows_without_a_figure_are_counted_in_long_files_too(importing, entries):
    rows = ["childrens-centres,2024-07-01,н/д"] * 500
    figures = ["childrens-centres,2024-08-01,2", "childrens-centres,2024-07-15,1"]

    result = importing("target,on,value", *rows, *figures)

    told = "recorded 2 rows of rows.csv, 500 rows without a figure\n"
    assert result.stdout == told
    assert [value for value, *_ in entries("childrens-centres")] == ["1", "2"]


def test_per_cent_is_for_targets_that_are_counted_in_it(
    tracker, importing, example, entries
):
    with (example / "targets.toml").open("a", encoding="utf-8") as file:
        file.write(PERCENT)
    tracker("sync")

    wrong = importing("target;on;value", f"{CAMP};1.7.2024;12,5%")
    right = importing("target;on;value", "covered;1.7.2024;62,5 %")

    assert problems(wrong) == [
        "rows.csv:2: gives per cent, and camp-vouchers is not counted in it; write the "
        "figure in its unit"
    ]
    assert right.stdout == "recorded 1 row of rows.csv\n"
    assert entries("covered") == [("62.5", "", "")]


def test_what_became_of_each_row_is_told(importing):
    lines = (
        "target,on,value",
        f"{CAMP},2024-07-01,1400",
        f"{CAMP},2024-07-01,1400",
        "kindergarten-places,2024-07-01,-",
        f"{CAMP},2024-06-01,1250",
    )
    options = ("--revise", "--reason", "recounted", "--format")

    as_csv = importing(*lines, options=(*options, "csv", "--dry-run"))
    as_json = importing(*lines, options=(*options, "json"))

    assert as_csv.stdout == (
        "line,target,on,outcome,entry,problem\n"
        "2,camp-vouchers,2024-07-01,recorded,camp-vouchers#4,\n"
        "3,camp-vouchers,2024-07-01,already there,camp-vouchers#4,\n"
        "4,kindergarten-places,2024-07-01,not reported,,\n"
        "5,camp-vouchers,2024-06-01,corrected,camp-vouchers#3,\n"
    )
    told = json.loads(as_json.stdout)
    rows = told.pop("rows")
    assert told == {
        "schema": 1,
        "file": "rows.csv",
        "dry_run": False,
        "recorded": 1,
        "corrected": 1,
        "already_there": 1,
        "withdrawn": 0,
        "not_reported": 1,
        "refused": 0,
        "left_out": 0,
        "hidden": 0,
        "earlier": None,
        "warnings": [],
    }
    assert list(rows[2].values()) == [
        *(4, "kindergarten-places", "2024-07-01", "not reported", None, None)
    ]


REVISED = ("--revise", "--reason", "recounted")
JUNE = (f"{CAMP},2024-06-01,1250",)


def test_another_figure_for_a_day_is_refused_with_both_remedies(importing, entries):
    result = importing("target,on,value", *JUNE)

    assert problems(result) == [
        "rows.csv:2: camp-vouchers#2 already gives 1200 for 2024-06-01; if that is "
        "wrong, run `tracker correct camp-vouchers#2 1250 --reason WHY`, or import the "
        "file with --revise --reason WHY"
    ]
    assert len(entries(CAMP)) == 2


def test_a_file_that_revises_corrects_what_stood_and_keeps_it(importing, entries):
    result = importing("target,on,value", *JUNE, options=REVISED)
    again = importing("target,on,value", *JUNE, options=REVISED)

    told = "recorded 1 row of rows.csv, 1 of them in the place of others\n"
    assert result.stdout == told
    assert again.stdout.endswith(": 1 row; nothing new\n")
    assert entries(CAMP)[1:] == [
        ("1200", "", ""),
        ("1250", "camp-vouchers#2", "recounted"),
    ]


@pytest.mark.parametrize("options", [(), REVISED], ids=["plainly", "revising"])
@pytest.mark.parametrize(
    ("more", "told"),
    [
        ((), "; nothing new\n"),
        ((",,",), "nothing new in rows.csv: 1 row already there\n"),
    ],
    ids=["the same file", "the same row"],
)
def test_what_a_file_revised_it_says_once_more(importing, entries, options, more, told):
    importing("target,on,value", *JUNE, options=REVISED)

    again = importing("target,on,value", *JUNE, *more, options=options)

    assert (again.exit_code, again.stderr) == (0, "")
    assert again.stdout.endswith(told)
    assert len(entries(CAMP)) == 3


def test_a_figure_that_was_corrected_by_hand_is_there_for_a_file_too(
    tracker, importing, entries
):
    tracker("correct", f"{CAMP}#2", "1250", "--reason", "recounted")

    result = importing("target,on,value", *JUNE)

    assert result.stdout == "nothing new in rows.csv: 1 row already there\n"


def test_the_figure_of_a_correction_from_another_source_is_another_report(
    importing, entries
):
    importing("target,on,value", *JUNE, options=REVISED)

    importing("target,on,value,source", f"{JUNE[0]},gov.kz")

    assert entries(CAMP)[-1] == ("1250", "", "")


def test_what_was_revised_may_be_revised_back(importing, entries):
    importing("target,on,value", *JUNE, options=REVISED)

    importing("target,on,value", f"{CAMP},2024-06-01,1200", options=REVISED)

    assert entries(CAMP)[-1] == ("1200", "camp-vouchers#3", "recounted")


def test_a_file_that_revises_may_say_more_of_the_same_figure(importing, entries):
    header = "target,on,value,evidence,source"
    importing(header, "childrens-centres,2024-07-01,1,claimed,gov.kz")
    better = "childrens-centres,2024-07-01,1,verified,gov.kz"

    importing(header, better, options=REVISED)

    assert entries("childrens-centres")[-1][1:] == ("childrens-centres#1", "recounted")


def test_a_file_with_an_empty_evidence_revises_none(importing):
    header = "target,on,value,evidence,source"
    importing(header, "childrens-centres,2024-07-01,1,verified,gov.kz")

    result = importing(header, "childrens-centres,2024-07-01,1,,", options=REVISED)

    assert result.stdout == "nothing new in rows.csv: 1 row already there\n"


def test_a_file_that_gives_two_figures_for_a_day_revises_nothing(importing, entries):
    rows = (*JUNE, f"{CAMP},2024-06-01,1260")

    result = importing("target,on,value", *rows, options=REVISED)

    assert [line.split(":")[1] for line in problems(result)] == ["2", "3"]
    assert len(entries(CAMP)) == 2


def test_two_increments_of_a_day_add_up_and_are_never_revised(importing, entries):
    header = "target,on,value,kind,source"
    rows = [f"{CAMP},2024-07-01,{more},increment,{more}" for more in (5, 7)]

    result = importing(header, *rows, options=REVISED)

    assert result.stdout == "recorded 2 rows of rows.csv\n"
    assert [row[:2] for row in entries(CAMP)[2:]] == [("5", ""), ("7", "")]


def test_everything_wrong_is_listed_by_line_and_nothing_is_stored(
    importing, example, entries
):
    before = (example / "tracker.db").read_bytes()

    result = importing(
        "target,on,value",
        f"{CAMP},2024-07-01,1400",
        f"{CAMP},2100-01-01,1500",
        f"{CAMP},2023-06-01,10",
        "Camp-Vouchers,2024-07-01,1400",
        "с\u0430mp-vouchers,2024-07-01,5 млн",
        f"{CAMP},2024-08-01,90%",
    )

    told = problems(result)
    assert [line.split(":")[1] for line in told] == ["3", "4", "5", "6", "6", "7"]
    assert told[0].startswith("rows.csv:3: 2100-01-01 is in the future; give a day up")
    assert told[1].startswith("rows.csv:4: 2023-06-01 is before 2024-05-01, the base")
    assert told[2:5] == [
        "rows.csv:5: no target 'Camp-Vouchers'; did you mean camp-vouchers?",
        "rows.csv:6: '5 млн' is not a number; write it as 98 or 12.5",
        "rows.csv:6: no target 'с\u0430mp-vouchers': 'с' in it (U+0441) is Cyrillic; "
        "did you mean camp-vouchers?",
    ]
    assert (example / "tracker.db").read_bytes() == before


def test_a_file_without_rows_is_said_to_hold_none(importing):
    assert importing("target,on,value").stdout == "rows.csv holds no rows\n"


@pytest.mark.parametrize(
    ("name", "option", "said"),
    [
        ("rows.csv", "--sheet", "--sheet needs a workbook, and rows.csv is none"),
        ("f.xlsx", "--encoding", "--encoding needs a text, and f.xlsx is a workbook"),
    ],
)
def test_an_option_that_the_file_has_no_use_for_is_refused(
    tracker, importing, name, option, said
):
    importing("target,on,value")

    result = tracker("import", name, option, "cp1251")

    assert (result.exit_code, said in result.stderr) == (2, True)


def test_json_tells_the_warnings_and_the_earlier_import(importing):
    rows = (f"{CAMP},2024-07-01,1300", f"{CAMP},2024-08-01,13500")
    first = json.loads(
        importing("target,on,value", *rows, options=("--format", "json")).stdout
    )

    again = importing("target,on,value", *rows, options=("--format", "json"))

    (warning,) = first["warnings"]
    assert warning.startswith("rows.csv:3: 13,500 (1 Aug 2024) is 10 times the 1,300")
    earlier = json.loads(again.stdout)["earlier"]
    assert list(earlier) == ["sha256", "recorded_at", "name", "stored", "author"]
    assert (earlier["name"], earlier["stored"]) == ("rows.csv", 2)


def test_a_known_file_tells_its_rows_without_a_figure_again(importing):
    rows = ("target,on,value", f"{CAMP},2024-07-01,1300", f"{CAMP},2024-08-01,-")
    importing(*rows)

    assert importing(*rows).stdout.endswith(
        ": 1 row; nothing new: 1 row without a figure\n"
    )


def test_a_figure_of_ten_times_its_neighbours_is_recorded_and_told(importing):
    result = importing(
        "target,on,value", f"{CAMP},2024-07-01,1300", f"{CAMP},2024-08-01,13500"
    )

    assert result.stdout == "recorded 2 rows of rows.csv\n"
    assert result.stderr == (
        "Warning: rows.csv:3: 13,500 (1 Aug 2024) is 10 times the 1,300 of "
        "camp-vouchers#3 (1 Jul 2024); if a decimal point was lost, correct it with "
        "`tracker correct`, else say there in a --note and --reason why it holds\n"
    )
