"""tracker import of a form in which what is only shown was changed."""

from __future__ import annotations

from datetime import date

import pytest
from openpyxl import load_workbook

SCHOOLS, LAW = "comfortable-schools", "preschool-database"
ANSWERS = {"F": date(2025, 3, 31), "G": 110}


@pytest.fixture
def importing(tracker, example):
    """Imports a form with some cells of one target written over, by their letters."""
    tracker("template", "form.xlsx", SCHOOLS, LAW, "summer-recreation")

    def imports(said, key=SCHOOLS, options=()):
        book = load_workbook(example / "form.xlsx")
        sheet = book.worksheets[0]
        (row,) = [row[0].row for row in sheet.iter_rows() if row[0].value == key]
        for letter, value in said.items():
            sheet[f"{letter}{row}"] = value
        book.save(example / "filled.xlsx")
        return tracker("import", "filled.xlsx", *options)

    return imports


def test_another_unit_is_refused_at_its_cell(importing, tracker):
    before = tracker("export").stdout

    result = importing({"C": "thousand places", **ANSWERS})

    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == (
        "Error: filled.xlsx:Report!C2: 'thousand places' is not the unit of "
        "comfortable-schools, which is counted in 'schools'; give the figures in that, "
        "and put the cell back as it was\n"
    )
    assert tracker("export").stdout == before


def test_a_unit_of_a_milestone_is_refused(importing):
    result = importing({"C": "laws"}, LAW)

    assert result.stderr == (
        "Error: filled.xlsx:Report!C3: 'laws' is not the unit of preschool-database, "
        "which has none; clear the cell\n"
    )


@pytest.mark.parametrize("unit", [None, "Schools", "школ", "мектеп"])
def test_a_unit_in_any_form_or_language_is_the_same(importing, unit):
    result = importing({"C": unit, **ANSWERS})

    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        pytest.param({"D": 111}, "111 on 2024-12-31", id="another figure"),
        pytest.param({"E": date(2024, 12, 30)}, "105 on 2024-12-30", id="another day"),
        pytest.param({"D": "about 105"}, "about 105 on 2024-12-31", id="a text"),
        pytest.param({"E": None}, "105", id="no day"),
    ],
)
def test_another_last_figure_is_told_at_its_cell(importing, said, told):
    result = importing(said)

    assert (result.exit_code, result.stdout) == (0, "filled.xlsx holds no rows\n")
    assert result.stderr == (
        f"Warning: filled.xlsx:Report!D2: {told} was never the last figure of "
        "comfortable-schools; the form only shows it, and nothing is recorded of it: "
        "report it in a row of its own, or run `tracker correct` on the entry that is "
        "wrong\n"
    )


def test_another_last_figure_hinders_no_answer(importing):
    result = importing({"D": 111, **ANSWERS})

    assert result.stdout == "recorded 1 row of filled.xlsx\n"
    assert result.stderr.startswith("Warning: filled.xlsx:Report!D2: 111 on ")


def test_a_first_figure_in_the_place_of_the_last_one_is_told(importing):
    result = importing({"D": 1, "E": date(2025, 1, 1)}, LAW)

    assert result.stderr.startswith(
        "Warning: filled.xlsx:Report!D3: 1 on 2025-01-01 was never the last figure of "
    )


def test_a_figure_that_was_corrected_since_was_the_last_one_once(importing, tracker):
    tracker("correct", f"{SCHOOLS}#1", "106", "--reason", "recounted")
    tracker("record", SCHOOLS, "120", "--on", "2025-06-30")

    result = importing({"F": date(2025, 12, 31), "G": 130})

    assert (result.stdout, result.stderr) == ("recorded 1 row of filled.xlsx\n", "")


def test_what_its_parts_add_up_to_is_no_other_figure(importing, tracker):
    tracker("record", "summer-camps", "5", "--on", "2024-07-01")
    tracker("template", "later.xlsx", "summer-recreation")

    result = tracker("import", "later.xlsx")

    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize(
    ("unit", "told"),
    [
        ("школ", "Warning: "),
        ("places", "Error: f.csv:2: 'places' is not the unit of comfortable-schools, "),
    ],
)
def test_of_a_form_that_is_saved_as_text_the_unit_is_held_against_its_own(
    tracker, example, unit, told
):
    (example / "f.csv").write_text(
        "Day of the last figure,Last figure,Unit,Title,Target key,Day,Value\n"
        f"31 Dec 2024,1 05,{unit},Schools,comfortable-schools,01.03.2025,1100\n",
        encoding="utf-8",
    )

    result = tracker("import", "f.csv")

    # That it is tenfold is all that is doubted of the figures.
    assert result.stderr.startswith(told)
    assert "last figure" not in result.stderr
