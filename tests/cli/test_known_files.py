"""A file that was imported before is known again by its bytes, and hides nothing."""

from __future__ import annotations

import os
import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.cli.test_transfer import ROWS, written
from tracker.cli.app import login_name

MOMENT = re.compile(r"20\d\d-\d\d-\d\d \d\d:\d\d UTC")


@pytest.mark.usefixtures("on_both")
def test_other_bytes_with_the_same_rows_are_another_file(tracker, example):
    tracker("import", written(example, *ROWS))

    again = tracker("import", written(example, *reversed(ROWS)))

    assert (
        again.stdout == f"nothing new in {example / 'rows.csv'}: 5 rows already there\n"
    )


@pytest.mark.usefixtures("on_both")
def test_a_file_is_known_again_under_another_name(tracker, example):
    tracker("import", written(example, *ROWS), "--author", "aigerim")
    (example / "rows.csv").rename(example / "q3.csv")

    result = tracker("import", "q3.csv", "--dry-run")

    assert MOMENT.sub("MOMENT", result.stdout) == (
        "q3.csv was imported on MOMENT by aigerim as rows.csv: 5 rows; nothing new\n"
    )


@pytest.mark.usefixtures("on_both")
@pytest.mark.parametrize("how", [("--dry-run",), ()], ids=["dry run", "refused"])
def test_a_file_of_which_nothing_was_stored_was_not_imported(tracker, example, how):
    rows = ROWS if how else [*ROWS, "camp-vouchers,2023-01-01,1"]
    tracker("import", written(example, *rows), *how)

    file = written(example, *ROWS)
    assert tracker("import", file).stdout == f"recorded 5 rows of {file}\n"


@pytest.mark.usefixtures("on_both")
def test_a_file_that_a_pipe_hands_on_is_imported(tracker, example):
    os.mkfifo(example / "pipe")
    file = written(example, *ROWS)
    with ThreadPoolExecutor() as threads:
        threads.submit((example / "pipe").write_bytes, file.read_bytes())
        result = tracker("import", "pipe")

    assert result.stdout == "recorded 5 rows of pipe\n"


@pytest.mark.usefixtures("on_both")
def test_a_name_that_is_no_text_is_kept_by_its_codes(tracker, example):
    file = written(example, *ROWS)
    odd = file.rename(example / os.fsdecode(b"q\xff\x1b.csv"))
    tracker("import", odd)
    odd.rename(file)

    again = tracker("import", file)

    assert again.stdout.endswith(" as q\\udcff\\u001b.csv: 5 rows; nothing new\n")


def test_what_was_lost_of_a_file_is_recorded_again_and_told(tracker, example, tamper):
    tracker("import", written(example, *ROWS))
    tamper("DELETE FROM actual WHERE target_id = 1 AND seq = 3")

    result = tracker("import", "rows.csv")

    assert MOMENT.sub("MOMENT", result.stdout) == (
        "recorded 1 row of rows.csv, 4 rows already there, although it was imported on "
        f"MOMENT by {login_name()}: 5 rows; run `tracker verify`\n"
    )
