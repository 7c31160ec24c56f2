"""tracker import: shares of one in a target that is counted in per cent."""

from __future__ import annotations

from datetime import date

import pytest
from openpyxl import Workbook

COVERED = """
[targets.covered]
title = "Schoolchildren covered"
unit = { en = "%", ru = "процентов" }
measure = "level"
baseline = { value = 40, on = 2024-01-01 }
goal = { value = 92, by = 2025-12-31 }

[targets.queue]
title = "Children in the queue"
unit = { en = "per cent" }
measure = "level"
baseline = { value = 0.9, on = 2024-01-01 }
goal = { value = 0.1, by = 2025-12-31 }
"""
BUILT = """
[targets.built]
title = "Road built"
unit = "%"
measure = "cumulative"
baseline = { value = 0, on = 2024-01-01 }
goal = { value = 100, by = 2025-12-31 }
"""
IF_SHARE = "if a share is meant, correct it with `tracker correct "
ELSE = " --reason WHY`, else say in `reason` why it holds\n"


@pytest.fixture
def importing(tracker, example):
    """Imports some rows as f.csv and gives its warnings."""
    with (example / "targets.toml").open("a", encoding="utf-8") as file:
        file.write(COVERED)
    tracker("sync")

    def imports(*rows, header="target;on;value;reason"):
        text = "\n".join((header, *rows))
        (example / "f.csv").write_text(text, encoding="utf-8")
        result = tracker("import", "f.csv")
        assert result.exit_code == 0, result.stderr
        return result.stderr

    return imports


def test_a_share_beside_figures_with_a_per_cent_sign_is_told(importing, tracker):
    told = importing(
        "covered;2024-03-01;62,5%;",
        "covered;2024-04-01;0,64;",
        "covered;2024-05-01;66;",
    )

    assert told == (
        "Warning: f.csv:3: 0.64 without % is taken as 0.64 per cent, and line 2 gives "
        f"62.5%; {IF_SHARE}covered#2 64{ELSE}"
    )
    assert "covered,2024-04-01,0.64," in tracker("export", "covered").stdout


def test_a_share_beside_cells_of_per_cent_is_told(importing, tracker, example):
    importing("covered;2024-01-02;41;")
    book = Workbook()
    book.active.append(["target", "on", "value"])
    book.active.append(["covered", date(2024, 3, 1), 0.125])
    book.active.append(["covered", date(2024, 4, 1), 0.5])
    book.active["C2"].number_format = "0.0%"
    book.save(example / "f.xlsx")

    assert tracker("import", "f.xlsx").stderr == (
        "Warning: f.xlsx:Sheet!C3: 0.5 without % is taken as 0.5 per cent, and line 2 "
        f"gives 12.5%; {IF_SHARE}covered#3 50{ELSE}"
    )


def test_shares_alone_are_held_against_what_was_recorded_last(importing):
    importing("covered;2024-03-01;62,5;")

    assert importing("covered;2024-04-01;0,64;") == (
        "Warning: f.csv:2: 0.64 without % is taken as 0.64 per cent, and covered#1 "
        f"gives 62.5; {IF_SHARE}covered#2 64{ELSE}"
    )


def test_the_first_figures_are_held_against_the_goal(importing):
    first, second = importing(
        "covered;2024-03-01;0,5;", "covered;2024-04-01;1;"
    ).splitlines(keepends=True)

    assert first == (
        "Warning: f.csv:2: 0.5 without % is taken as 0.5 per cent, and the goal is 92; "
        f"{IF_SHARE}covered#1 50{ELSE}"
    )
    assert second.startswith("Warning: f.csv:3: 1 without % is taken as 1 per cent")


def test_shares_are_told_of_long_files_too(importing):
    rows = [f"camp-vouchers;2024-07-{day:02};13{day:02};" for day in range(1, 31)] * 17

    told = importing(*rows, "covered;2024-03-01;0,5;")

    assert told.startswith("Warning: f.csv:512: 0.5 without % is taken as 0.5 per")


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(["covered;2024-03-01;0;"], id="nought"),
        pytest.param(["covered;2024-03-01;0,5%;"], id="with its sign"),
        pytest.param(
            ["covered;2024-03-01;0,5%;", "covered;2024-04-01;0,6;"], id="small ones"
        ),
        pytest.param(
            ["covered;2024-03-01;0,5;", "covered;2024-04-01;3;"], id="grown since"
        ),
        pytest.param(["covered;2024-03-01;0,5;a strike"], id="with a reason"),
        pytest.param(["queue;2024-03-01;0,8;"], id="a small goal"),
        pytest.param(["kindergarten-places;2024-12-31;40001;"], id="another unit"),
    ],
)
def test_figures_that_may_well_be_per_cent_are_not_doubted(importing, rows):
    assert importing(*rows) == ""


def test_a_figure_near_the_last_one_is_not_doubted(importing):
    importing("covered;2024-03-01;0,5;slow")

    assert importing("covered;2024-04-01;0,6;") == ""


def test_a_share_that_is_there_already_is_not_told_again(importing):
    rows = ("covered;2024-03-01;62,5%;", "covered;2024-04-01;0,64;")
    importing(*rows)

    assert importing(*rows) == ""


def test_an_increment_of_a_share_is_told_with_its_sign(importing, tracker, example):
    with (example / "targets.toml").open("a", encoding="utf-8") as file:
        file.write(BUILT)
    tracker("sync")

    told = importing(
        "built;2024-03-01;5%;increment",
        "built;2024-04-01;0,05;increment",
        header="target;on;value;kind",
    )

    assert f"line 2 gives 5%; {IF_SHARE}built#2 +5{ELSE}" in told
