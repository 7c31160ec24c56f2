"""tracker undo of a whole import, and the file that is imported after it."""

from __future__ import annotations

import json
import re
import shutil

import pytest

from tests.cli.test_items import on_a_terminal
from tests.cli.test_transfer import ROWS, written
from tracker.cli.app import App, login_name
from tracker.cli.undo_import import looked_at, take_back
from tracker.errors import RefusedError
from tracker.store import imports

SCHOOLS, PLACES, CAMPS = "comfortable-schools", "kindergarten-places", "camp-vouchers"
MOMENT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d(:\d\dZ| UTC)")


def values(tracker):
    shown = tracker("status", "--format", "json", "--as-of", "2025-12-31").stdout
    return {
        each["key"]: each["actual"] and each["actual"]["value"]
        for each in json.loads(shown)["targets"]
        if each["key"] in (SCHOOLS, PLACES, CAMPS)
    }


def plain(text):
    return MOMENT.sub("MOMENT", text).replace(login_name(), "WHO")


@pytest.mark.usefixtures("on_both")
def test_a_whole_import_is_shown_and_taken_back_in_one_line(tracker, example):
    before = values(tracker)
    tracker("import", written(example, *ROWS))

    result = tracker("undo", "--yes", "--reason", "the wrong file")

    assert plain(result.stderr) == (
        "rows.csv (WHO, MOMENT): 5 rows, 3 targets\n"
        "  comfortable-schools#2: 110 schools, 31 Jan 2025, claimed (WHO, MOMENT)\n"
        "  comfortable-schools#3: 118 schools, 28 Feb 2025, claimed (WHO, MOMENT)\n"
        "  kindergarten-places#3: 62,000 places, 31 Dec 2024, claimed (WHO, MOMENT)\n"
        "  and 2 more\n"
        "to record those of its rows that hold, import the mended file with --again\n"
    )
    assert result.stdout == "took back rows.csv: 5 rows, 3 targets\n"
    assert values(tracker) == before
    assert tracker("history", CAMPS).stdout.rstrip().endswith("the wrong file")
    assert tracker("verify").exit_code == 0


@pytest.mark.usefixtures("on_both")
def test_what_an_import_revised_is_put_back(tracker, example):
    tracker("import", written(example, *ROWS))
    rows = ["camp-vouchers,2024-07-01,1450", "camp-vouchers,2024-08-01,1500"]
    revised = written(example, *rows)
    tracker("import", revised, "--revise", "--reason", "recount")

    result = tracker("undo", "--yes")

    assert "\nearlier figures put back: 1\n" in result.stderr
    assert result.stdout == "took back rows.csv: 2 rows, 1 target\n"
    assert values(tracker)[CAMPS] == 1400
    assert tracker("verify").exit_code == 0


@pytest.mark.usefixtures("on_both")
def test_the_mended_file_is_imported_with_again(tracker, example):
    tracker("import", written(example, *ROWS))
    tracker("undo", "--yes")
    mended = written(example, *ROWS[:-1], "camp-vouchers,2024-07-01,1300")

    without = tracker("import", mended, "--dry-run")
    result = tracker("import", mended, "--again")

    assert without.stdout == (
        f"would record 1 row of {mended}, 4 rows already there, 4 of them withdrawn\n"
    )
    assert without.stderr.splitlines()[0] == (
        "Warning: rows.csv:2: comfortable-schools#2 said this and was withdrawn; if it "
        "holds, record it again, or import the file with --again"
    )
    assert result.stdout == f"recorded 5 rows of {mended}, 4 of them once more\n"
    assert values(tracker) == {SCHOOLS: 118, PLACES: 70000, CAMPS: 1300}
    assert tracker("import", mended, "--again").stdout.endswith("; nothing new\n")


def test_the_same_file_is_known_and_says_that_it_was_taken_back(tracker, example):
    rows = [*ROWS, "camp-vouchers,2024-08-01,1500"]
    tracker("import", written(example, *rows))
    tracker("undo", "--yes")

    known = tracker("import", "rows.csv")
    told = json.loads(tracker("import", "rows.csv", "--format", "json").stdout)
    again = tracker("import", "rows.csv", "--again")

    assert plain(known.stdout) == (
        "rows.csv was imported on MOMENT by WHO: 6 rows; nothing new: 6 rows withdrawn "
        "since\n"
    )
    assert known.stderr == (
        "Warning: rows.csv:2: comfortable-schools#2 said this and was withdrawn, and "
        "so was what 5 more rows say; if they hold, import the file with --again\n"
    )
    assert (told["already_there"], told["withdrawn"]) == (6, 6)
    assert again.stdout == "recorded 6 rows of rows.csv, 6 of them once more\n"
    assert values(tracker)[CAMPS] == 1500


def test_each_undoing_goes_one_step_back(tracker, example):
    tracker("import", written(example, *ROWS[:2]))
    tracker("record", CAMPS, "1400", "--on", "2024-07-01")
    tracker("import", written(example, *ROWS[2:4]))
    tracker("correct", f"{SCHOOLS}#2", "111", "--reason", "recount")

    undone = [tracker("undo", "--yes").stdout.split(":")[0] for _ in range(5)]

    assert undone == [
        "comfortable-schools#5",
        "took back rows.csv",
        "camp-vouchers#4",
        "took back rows.csv",
        "took back actuals.csv",
    ]


def test_an_import_that_gave_way_to_another_can_be_undone_after_that_one(
    tracker, example
):
    tracker("import", written(example, "camp-vouchers,2024-07-01,1400"))
    more = written(example, "camp-vouchers,2024-07-01,1450")
    tracker("import", more, "--revise", "--reason", "recount")

    figures = [
        (tracker("undo", "--yes").exit_code, values(tracker)[CAMPS]) for _ in range(2)
    ]

    assert figures == [(0, 1400), (0, 1200)]


def test_with_a_target_it_is_one_row(tracker, example):
    tracker("import", written(example, *ROWS))

    result = tracker("undo", SCHOOLS, "--yes")

    assert result.stderr.startswith("comfortable-schools#3: 118 schools, 28 Feb 2025")
    assert values(tracker) == {SCHOOLS: 110, PLACES: 70000, CAMPS: 1400}
    assert tracker("undo", "--yes").stdout == (
        "took back rows.csv: 4 rows, 3 targets\n"
    )


@pytest.mark.usefixtures("on_both")
def test_what_others_touched_since_is_left_alone_and_told(tracker, example):
    tracker("import", written(example, *ROWS))
    by = ("--reason", "x", "--author", "Berik")
    tracker("correct", f"{SCHOOLS}#3", "119", *by)
    tracker("withdraw", f"{CAMPS}#3", *by)

    result = tracker("undo", "--yes")

    assert result.stdout == "took back rows.csv: 3 rows, 2 targets\n"
    assert (
        "\nreplaced or withdrawn by others since, and left alone: comfortable-schools#3"
        " (Berik, #4), camp-vouchers#3 (Berik, #4)\n"
    ) in result.stderr
    assert values(tracker)[SCHOOLS] == 119


def test_of_many_that_others_touched_the_first_are_named(tracker, example):
    tracker("import", written(example, *ROWS))
    for name in (f"{SCHOOLS}#2", f"{SCHOOLS}#3", f"{PLACES}#3", f"{PLACES}#4"):
        tracker("withdraw", name, "--reason", "x", "--author", "Berik")

    told = tracker("undo", "--yes").stderr

    assert "kindergarten-places#3 (Berik, #5) and 1 more\n" in told


def test_an_import_that_others_took_in_hand_is_left_alone(tracker, example):
    tracker("import", written(example, ROWS[-1]))
    tracker("withdraw", f"{CAMPS}#3", "--reason", "x", "--author", "Berik")

    result = tracker("undo", "--yes")

    assert (result.exit_code, result.stdout) == (3, "")
    assert plain(result.stderr) == (
        "Error: others replaced or withdrew all rows of rows.csv, which WHO imported "
        "last; `tracker history` shows what counts\n"
    )


def test_an_import_whose_rows_are_not_sure_is_undone_row_by_row(
    tracker, example, tamper
):
    tracker("import", written(example, *ROWS))
    tamper("DELETE FROM actual WHERE target_id = 1 AND seq = 3")

    result = tracker("undo", "--yes")

    assert plain(result.stderr).splitlines() == [
        "Warning: camp-vouchers#3 may be a row of rows.csv, imported on MOMENT; which "
        "rows are, cannot be told (4 carry its moment and 5 were recorded), so they "
        "are taken back one at a time",
        "camp-vouchers#3: 1,400 children, 1 Jul 2024, claimed (WHO, MOMENT)",
    ]
    assert result.stdout.startswith("camp-vouchers#4: takes back camp-vouchers#3; ")


def test_of_an_import_while_the_clock_was_set_back_no_row_is_sure(
    tracker, example, tamper
):
    tracker("import", written(example, *ROWS[:2]))
    # Its rows have the moment of those before them.
    tamper(
        "UPDATE imported_file SET recorded_at = '2020-01-01 00:00:00.000000' "
        "WHERE name = 'rows.csv'"
    )

    told = tracker("undo", "--yes").stderr

    assert told.startswith("Warning: comfortable-schools#3 may be a row of rows.csv, ")
    assert "(0 carry its moment and 2 were recorded)" in told


def test_what_came_after_such_an_import_is_no_row_of_it(tracker, example, tamper):
    tracker("import", written(example, *ROWS[:4]))
    tamper("DELETE FROM actual WHERE target_id = 1 AND seq = 3")
    tracker("record", CAMPS, "1400", "--on", "2024-07-01")

    told = tracker("undo", "--yes").stderr

    assert told.startswith("camp-vouchers#3: 1,400 children")


def test_without_a_terminal_an_import_needs_a_yes(tracker, example):
    tracker("import", written(example, *ROWS))

    result = tracker("undo")

    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.endswith(
        "\nError: nothing was taken back; give --yes to take rows.csv back\n"
    )
    assert values(tracker)[CAMPS] == 1400


def test_on_a_terminal_it_asks_about_an_import(tracker, example):
    tracker("import", written(example, *ROWS))

    told, code = on_a_terminal(example, b"n", "undo")

    assert "take back rows.csv (5 rows)? [y/N]" in told
    assert "Error: nothing was taken back; rows.csv still counts" in told
    assert code == 3


def test_an_import_that_changed_since_it_was_shown_is_not_taken_back(tracker, example):
    tracker("import", written(example, *ROWS))
    app = App(targets_option=example / "targets.toml", database_option=None)
    with app.reading() as connection:
        made, _ = imports.by(connection, login_name())[0]
        shown = looked_at(connection, made, "en")
    tracker("withdraw", f"{CAMPS}#3", "--reason", "x", "--author", "Berik")
    before = (example / "tracker.db").read_bytes()

    with pytest.raises(RefusedError) as refused:
        app.write(lambda connection: take_back(app, connection, shown, "x", "en"))

    assert str(refused.value) == (
        "rows of rows.csv were replaced or withdrawn since it was shown; run `tracker "
        "undo` again"
    )
    assert (example / "tracker.db").read_bytes() == before


@pytest.mark.parametrize(
    ("since", "why"),
    [
        (
            ("1300", "--on", "2024-07-01"),
            "camp-vouchers#5 already gives 1300 for 2024-07-01; if that is wrong, run "
            "`tracker correct camp-vouchers#5 1400 --reason WHY`",
        ),
        (
            ("+0", "--on", "2024-07-02", "--item", "Camp Arman"),
            "camp-vouchers#5 counts the item 'Camp Arman' already, for 2024-07-02; "
            "correct that one with `tracker correct camp-vouchers#5 VALUE --reason "
            "WHY`, or withdraw it",
        ),
    ],
    ids=["another total", "the same item"],
)
def test_what_cannot_be_put_back_any_more_keeps_all_of_an_import(
    tracker, example, since, why
):
    tracker("record", CAMPS, "1400", "--on", "2024-07-01", "--item", "Camp Arman")
    elsewhere = {"TRACKER_DATABASE_URL": f"sqlite:///{example}/elsewhere.db"}
    shutil.copy(example / "tracker.db", example / "elsewhere.db")
    tracker("withdraw", f"{CAMPS}#3", "--reason", "x", **elsewhere)
    tracker("record", SCHOOLS, "110", "--on", "2025-01-31", **elsewhere)
    tracker("export", "-o", "rows.csv", **elsewhere)
    tracker("import", "rows.csv")
    tracker("record", CAMPS, *since, "--author", "Berik")

    result = tracker("undo", "--yes")

    assert result.exit_code == 3
    assert result.stderr.endswith(
        f"\nError: camp-vouchers: {why}; nothing was taken back\n"
    )
    assert values(tracker)[SCHOOLS] == 110


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        (
            "kk",
            [
                "rows.csv қайтарып алынды: 1 жол, 1 көрсеткіш",
                "орнына қайтарылатын бұрынғы мәндер: 1",
            ],
        ),
        (
            "ru",
            [
                "отозвано rows.csv: 1 строка, 1 показатель",
                "прежних значений возвращается: 1",
            ],
        ),
    ],
)
def test_it_is_told_in_three_languages(tracker, example, lang, lines):
    tracker("record", CAMPS, "1400", "--on", "2024-07-01")
    file = written(example, "camp-vouchers,2024-07-01,1450")
    tracker("import", file, "--revise", "--reason", "recount")

    told = tracker("undo", "--yes", "--lang", lang).output.splitlines()

    assert set(lines) <= set(told)
