"""tracker template: a form that takes answers, and comes back into the ledger."""

from __future__ import annotations

import csv
from datetime import date
from functools import cache

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from tests.reports.cases import LANGUAGES
from tests.reports.workbooks import parts_of
from tracker.cli import root

SCHOOLS, LAW = "comfortable-schools", "preschool-database"


@pytest.fixture(scope="session")
def form(example_template, tmp_path_factory):
    """The first sheet of the example's form, made once for the same arguments."""

    @cache
    def made(*arguments):
        file = tmp_path_factory.mktemp("forms") / "form.xlsx"
        targets = str(example_template / "targets.toml")
        asked = ["--targets", targets, "template", str(file), *arguments]
        result = CliRunner().invoke(root, asked, catch_exceptions=False)
        assert result.exit_code == 0, result.stderr
        assert not any(b"<f>" in part for part in parts_of(file.read_bytes()).values())
        return load_workbook(file).worksheets[0]

    return made


def row_of(sheet, key):
    (found,) = (row for row in sheet.iter_rows() if row[0].value == key)
    return found


def checks_of(sheet, cell):
    """What is asked of a cell when somebody types into it."""
    return [
        each
        for each in sheet.data_validations.dataValidation
        if cell.coordinate in each.sqref
    ]


def test_a_form_shows_what_was_last_reported(form):
    _, title, unit, value, day, *answers = row_of(form(), SCHOOLS)

    assert (title.value, unit.value) == ("Comfortable schools opened", "schools")
    assert (value.value, day.value.date()) == (105, date(2024, 12, 31))
    assert [each.value for each in answers] == [None] * 9


def test_only_the_answers_are_open(form):
    sheet = form()
    row = row_of(sheet, SCHOOLS)

    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert [each.protection.locked for each in row] == [True] * 5 + [False] * 9


def test_a_milestone_is_answered_by_a_choice_and_no_value(form):
    sheet = form()
    value, kind = row_of(sheet, LAW)[6:8]

    assert value.protection.locked
    (choice,) = checks_of(sheet, kind)
    lists = sheet.parent["Lists"]
    chosen = choice.formula1.removeprefix("Lists!").replace("$", "")
    assert [each.value for (each,) in lists[chosen]] == ["done", "not done"]


def test_a_day_lies_between_the_first_that_counts_and_today(form):
    sheet = form()
    (check,) = checks_of(sheet, row_of(sheet, SCHOOLS)[5])

    # 1 January 2024 is day 45,292 of a workbook.
    assert (check.type, check.formula1, check.formula2) == ("date", "45292", "TODAY()")
    assert check.prompt == (
        "The day for which the figure holds: from 1 Jan 2024 up to today."
    )


def test_what_is_counted_is_not_negative(form):
    sheet = form()
    (check,) = checks_of(sheet, row_of(sheet, SCHOOLS)[6])

    assert (check.type, check.operator, check.formula1) == ("decimal", "between", "0")


def test_a_spare_row_takes_a_target_from_the_list(form):
    sheet = form(SCHOOLS, LAW)
    spare = sheet[4]

    assert not spare[0].protection.locked
    (choice,) = checks_of(sheet, spare[0])
    assert choice.formula1 == "Lists!$A$2:$A$3"
    assert [each.value for (each,) in sheet.parent["Lists"]["A2:A3"]] == [SCHOOLS, LAW]


def test_a_row_that_was_begun_shows_what_it_lacks(form):
    sheet = form(SCHOOLS, LAW)
    rules = {
        str(each.sqref): each.rules[0].formula[0]
        for each in sheet.conditional_formatting
    }

    last = 203
    assert rules[f"F2:F{last}"] == 'AND($F2="",COUNTA($F2:$N2)>0)'
    assert rules[f"A4:A{last}"] == 'AND($A4="",COUNTA($F4:$N4)>0)'
    # The milestone in row 3 lacks a kind instead of a value, unless that says it.
    assert rules["H3"] == 'AND($H3="",$F3<>"",$G3="")'
    assert rules[f"G2 G4:G{last}"] == (
        'AND($G2="",$F2<>"",$H2<>"done",$H2<>"not done")'
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_form_has_guidance_and_its_lists_are_hidden(form, lang):
    _, guidance, lists = form("--lang", lang).parent.worksheets

    assert lists.sheet_state == "hidden"
    said = [each.value for each in guidance["A"] if each.value]
    assert len(said) == 10
    assert not any("{" in each for each in said)


def test_a_form_is_of_the_targets_of_an_owner_in_any_language(form):
    sheet = form("--owner", "оқу-ағарту министрлігі")

    keys = [each.value for each in sheet["A"] if each.value]
    assert keys == ["Key", SCHOOLS]


def test_what_its_parts_report_is_asked_for_only_by_name(form):
    whole = "summer-recreation"

    assert whole not in {each.value for each in form()["A"]}
    assert whole in {each.value for each in form(whole)["A"]}


def test_the_same_data_gives_the_same_bytes(tracker, tmp_path):
    for name in ("one.xlsx", "two.xlsx"):
        tracker("template", tmp_path / name)

    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_a_form_that_may_be_filled_in_is_not_written_over(tracker, tmp_path):
    file = tmp_path / "form.xlsx"
    file.write_text("filled in")
    result = tracker("template", file)

    assert result.exit_code == 4
    assert result.stderr == (
        f"Error: {file} is there already; name another file, or remove it\n"
    )
    assert file.read_text() == "filled in"


def test_a_file_that_no_office_suite_opens_is_refused(tracker):
    result = tracker("template", "comfortable-schools")

    assert result.exit_code == 2
    assert "comfortable-schools does not end in .xlsx" in result.stderr


def test_an_unknown_owner_is_told_with_the_one_that_was_meant(tracker):
    result = tracker("template", "form.xlsx", "--owner", "Ministry of Enlightment")

    assert result.exit_code == 3
    assert result.stderr == (
        "Error: no target has the owner 'Ministry of Enlightment', and 15 have none; "
        "did you mean 'Ministry of Enlightenment'?\n"
    )


def test_an_unknown_programme_is_told(tracker):
    result = tracker("template", "form.xlsx", "--programme", "Roads")

    assert result.exit_code == 3
    assert result.stderr == (
        "Error: no target has the programme 'Roads', and 9 have none; `tracker targets "
        "TARGET` shows who and what it is of\n"
    )


def test_targets_that_are_left_out_for_want_of_an_owner_are_counted(tracker):
    owner = ("--owner", "Ministry of Enlightenment")

    of_owner = tracker("template", "one.xlsx", *owner)
    of_all = tracker("template", "two.xlsx")
    of_both = tracker(
        "template", "three.xlsx", *owner, "--programme", "Comfortable School"
    )

    assert of_owner.stdout == (
        "one.xlsx: 1 target to report on, and 200 rows to spare; left out: 15 targets "
        "without an owner\n"
    )
    assert of_all.stdout == "two.xlsx: 16 targets to report on, and 200 rows to spare\n"
    assert of_both.stdout == of_owner.stdout.replace("one", "three")


def test_where_no_target_has_an_owner_the_remedy_is_the_file_of_targets(tracker):
    result = tracker("template", "form.xlsx", "camp-vouchers", "--owner", "X")

    assert result.exit_code == 3
    assert result.stderr == (
        "Error: found only 1 target without an owner; write `owner` into the file of "
        "targets and run `tracker sync`\n"
    )


def filled(file, answers):
    """Fills a form in: the answers of each target, by the letters of their columns."""
    book = load_workbook(file)
    sheet = book.worksheets[0]
    for key, said in answers:
        rows = [row for row in sheet.iter_rows() if row[0].value == key]
        row = rows[0][0].row
        if any(sheet[f"{letter}{row}"].value for letter in said):
            row = next(r for r in range(2, 400) if not sheet[f"A{r}"].value)
            sheet[f"A{row}"] = key
        for letter, value in said.items():
            sheet[f"{letter}{row}"] = value
    book.save(file)


@pytest.mark.parametrize(
    ("lang", "increment", "done", "verified"),
    [
        ("en", "increment", "done", "verified"),
        ("kk", "өсім", "орындалған", "тексерілген"),
        ("ru", "прирост", "сделано", "проверено"),
    ],
)
def test_a_form_that_was_filled_in_is_imported_as_it_is(
    tracker, tmp_path, lang, increment, done, verified
):
    file = tmp_path / "form.xlsx"
    tracker("template", file, "--lang", lang)
    said = {"F": date(2025, 3, 31), "G": 110, "J": "Ministry", "I": verified}
    more = {"F": date(2025, 6, 30), "G": 5, "H": increment, "M": "School 1, Astana"}
    answers = [(SCHOOLS, said), (SCHOOLS, more)]
    filled(file, [*answers, (LAW, {"F": date(2025, 5, 1), "H": done})])
    result = tracker("import", file)

    assert (result.stdout, result.stderr) == (f"recorded 3 rows of {file}\n", "")
    rows = csv.DictReader(tracker("export").stdout.splitlines())
    names = ("target", "on", "value", "kind", "evidence", "source", "item")
    stored = [[row[name] for name in names] for row in rows if row["on"] > "2025-03"]
    item = "School 1, Astana"
    assert [SCHOOLS, "2025-03-31", "110", "total", "verified", "Ministry", ""] in stored
    assert [SCHOOLS, "2025-06-30", "5", "increment", "claimed", "", item] in stored
    assert [LAW, "2025-05-01", "1", "done", "claimed", "", ""] in stored


def test_an_empty_form_says_nothing(tracker, tmp_path):
    file = tmp_path / "form.xlsx"
    tracker("template", file)
    before = tracker("export").stdout
    result = tracker("import", file)

    assert result.exit_code == 0, result.stderr
    assert (result.stdout, result.stderr) == (f"{file} holds no rows\n", "")
    assert tracker("export").stdout == before


def test_a_row_of_a_form_that_was_begun_is_told(tracker, tmp_path):
    file = tmp_path / "form.xlsx"
    tracker("template", file)
    filled(file, [(SCHOOLS, {"G": 110})])
    result = tracker("import", file)

    assert result.exit_code == 3
    assert "form.xlsx:Report!F2: " in result.stderr


def test_a_quota_shows_its_last_figure_after_its_period_too(tracker, tmp_path):
    """Of 2024, long before the day on which the form is made."""
    tracker("record", "camp-vouchers", "1300", "--on", "2024-07-01")
    file = tmp_path / "form.xlsx"
    tracker("template", file, "camp-vouchers")

    value, day = row_of(load_workbook(file).worksheets[0], "camp-vouchers")[3:5]
    assert (value.value, day.value.date()) == (1300, date(2024, 7, 1))
    assert tracker("import", file).stderr == ""


def test_each_page_of_a_form_names_the_targets(form):
    sheet = form()

    assert (sheet.print_title_cols, sheet.print_title_rows) == ("$A:$A", "$1:$1")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_form_takes_the_reason_why_a_total_falls(tracker, tmp_path, lang):
    file = tmp_path / "form.xlsx"
    tracker("template", file, SCHOOLS, "--lang", lang)
    filled(file, [(SCHOOLS, {"F": date(2025, 3, 31), "G": 100})])
    refused = tracker("import", file)
    filled(file, [(SCHOOLS, {"N": "five were closed"})])
    result = tracker("import", file)

    assert "say in the column `reason` why it holds" in refused.stderr
    assert (result.exit_code, result.stderr) == (0, "")
