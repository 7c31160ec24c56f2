"""What many rows set aside is there again after them, whatever became of them."""

from __future__ import annotations

import sqlite3

import pytest

from tracker.store import load

RULES = "SELECT type, name, sql FROM sqlite_master ORDER BY name"


def rules(example):
    with sqlite3.connect(example / "tracker.db") as connection:
        return connection.execute(RULES).fetchall()


@pytest.mark.parametrize(
    "row", ["camp-vouchers,2024-07-01,1400", "camp-vouchers,2023-07-01,1400"]
)
@pytest.mark.parametrize("seeds", [("--seeds",), ()], ids=["more", "first"])
def test_guards_and_indexes_are_what_they_were(
    tracker, example, monkeypatch, row, seeds
):
    monkeypatch.setattr(load, "MANY", 1)
    (example / "tracker.db").unlink()
    tracker("init", *seeds)
    before = rules(example)
    (example / "rows.csv").write_text(f"target,on,value\n{row}\n")

    result = tracker("import", "rows.csv")

    assert result.exit_code == (0 if "2024" in row else 3)
    assert rules(example) == before
    assert "are sound" in tracker("db", "check").stdout


@pytest.mark.usefixtures("on_both")
def test_many_rows_are_stored_as_each_by_itself_would_be(tracker, monkeypatch):
    tracker("export", "-o", "all.csv")
    monkeypatch.setattr(load, "MANY", 1)
    elsewhere = {"TRACKER_DATABASE_URL": "sqlite:///elsewhere.db"}
    tracker("init", **elsewhere)

    tracker("import", "all.csv", **elsewhere)

    assert "are sound" in tracker("db", "check", **elsewhere).stdout
    command = ("status", "--format", "json", "--no-forecast")
    there, here = (tracker(*command, **where).stdout for where in (elsewhere, {}))
    # The head covers the moments at which each of them recorded the rows.
    assert there.partition('"head"')[0] == here.partition('"head"')[0]
