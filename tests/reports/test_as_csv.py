"""The status report as CSV: one line a target, unknown is an empty cell."""

from __future__ import annotations

import csv
import io
import json

from tests.builders import an_actual
from tests.reports.cases import on, report, several, the_real_case, titled
from tracker.reports import as_json
from tracker.reports.as_csv import COLUMNS, render


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_the_csv_of_several_targets(snapshot):
    snapshot(render(several()), "several.csv")


def test_the_real_case():
    (row,) = rows_of(render(report(the_real_case())))

    assert (row["as_of"], row["target"]) == ("2024-12-31", "comfortable-schools")
    assert (row["goal"], row["actual"], row["rating"]) == ("217", "105", "at-risk")
    assert (row["first_goal"], row["first_rating"]) == ("369", "off-track")
    assert (row["stale"], row["days_late"], row["period_start"]) == ("false", "", "")


def test_a_cell_says_what_the_json_says():
    asked = several("kk")

    rows = rows_of(render(asked))

    for row, found in zip(
        rows, json.loads(as_json.render(asked))["targets"], strict=True
    ):
        assert list(row) == ["as_of", *COLUMNS, "head"]
        assert row["reason"] == found["reason"]
        assert row["actual"] == str((found["actual"] or {}).get("value", ""))


def test_titles_are_written_exactly():
    title = {"en": '=1+1, "quoted"; | пробел'}
    status = on("2024-06-30", titled(title=title), an_actual("2024-06-30", 0))

    (row,) = rows_of(render(report(status)))

    assert (row["title"], row["actual"]) == (title["en"], "0")
