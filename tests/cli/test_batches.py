"""Some targets at a time give what all at once give."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.cli import batches
from tracker.exchange import grouped, spool
from tracker.progress.status import Status
from tracker.reports.json_text import indented

PLAIN = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
)
JSON = st.recursive(
    PLAIN, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
)


@given(JSON)
def test_indented_json_is_the_librarys(value):
    assert indented(value) == json.dumps(value, ensure_ascii=False, indent=1)


@pytest.mark.usefixtures("on_both")
@pytest.mark.parametrize(
    "command",
    [
        ("status", "--format", "json"),
        ("status", "--format", "csv", "--known-at", "2100-12-31"),
        ("status", "camp", "comfortable-schools", "--format", "json"),
        ("export",),
        ("check", "stale", "sources", "twice"),
    ],
    ids=["json", "csv", "named", "export", "check"],
)
def test_one_at_a_time_prints_what_all_at_once_do(tracker, monkeypatch, command):
    at_once = tracker(*command)
    monkeypatch.setattr(batches, "BATCH", 1)

    in_turn = tracker(*command)

    assert in_turn.stdout == at_once.stdout
    assert in_turn.stdout


@pytest.mark.parametrize(
    "command",
    [
        ("status", "--as-of", "2024-12-31"),
        ("status", "--format", "markdown", "--no-forecast"),
        ("status", "--by", "area"),
        ("next", "--within", "1y", "--as-of", "2024-06-01"),
        ("forecast", "comfortable-schools", "--as-of", "2024-12-31"),
    ],
    ids=["text", "markdown", "by", "next", "forecast"],
)
def test_a_table_needs_of_the_actuals_only_the_last(tracker, monkeypatch, command):
    brief = tracker(*command)
    monkeypatch.setattr(Status, "brief", lambda status: status)

    assert tracker(*command).stdout == brief.stdout
    assert brief.stdout


def test_parts_count_for_their_whole_in_any_batch(tracker, example, monkeypatch):
    file = example / "targets.toml"
    camps = "[targets.camp-vouchers]\n"
    areas = f"{camps}areas = {{ KZ-71 = 1000, KZ-61 = 1000 }}\n"
    text = file.read_text(encoding="utf-8").replace(camps, areas)
    file.write_text(text, encoding="utf-8")
    command = ("status", "--format", "json", "--no-forecast")
    assert tracker("sync").exit_code == 0
    at_once = tracker(*command)
    monkeypatch.setattr(batches, "BATCH", 1)

    in_turn = tracker(*command)

    assert in_turn.stdout == at_once.stdout
    assert '"parts": {\n    "count": 2' in in_turn.stdout


def test_a_file_put_aside_is_imported_as_from_memory(tracker, example, monkeypatch):
    tracker("export", "-o", "all.csv")
    count = len((example / "all.csv").read_text(encoding="utf-8").splitlines()) - 1
    file = example / "rows.csv"
    file.write_text(
        "target,on,value\n"
        "camp-vouchers,2024-06-01,1300\n"
        "none,2024-06-01,1\n"
        "camp-vouchers,2023-01-01,1\n"
        "comfortable-schools,2025-03-31,x\n"
    )
    from_memory = tracker("import", file)
    monkeypatch.setattr(grouped, "BATCH", 1)
    monkeypatch.setattr(spool, "AT_ONCE", 1)

    put_aside = tracker("import", file)

    assert put_aside.stderr == from_memory.stderr
    assert put_aside.stderr.startswith("Error: 4 problems:")
    again = tracker("import", "all.csv")
    assert again.stdout == f"nothing new in all.csv: {count} rows already there\n"
