"""Ledgers of one target, and the rows of the files they are exported to."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import strategies as st

from tests.builders import a_ledger, a_statement, an_actual, day
from tracker.domain import Evidence, Labels
from tracker.exchange.actuals_csv import write
from tracker.exchange.merge import merged
from tracker.exchange.rows import Layout, Row
from tracker.exchange.tables import HowRead, table
from tracker.ledger import Ledger, StatementEntry, StatementKind

STATED = StatementEntry(
    seq=1,
    kind=StatementKind.STATED,
    statement=a_statement(),
    labels=Labels(title={"en": "Schools opened"}),
    author="aigul",
    recorded_at=datetime(2024, 1, 1, tzinfo=UTC),
    replaces=None,
    reason=None,
    digest="",
)
TODAY = day("2026-06-30")
ON = ("2024-03-01", "2024-03-02", "2024-06-01")


def a_ledger_of(*rows):
    return Ledger("schools", (STATED,), tuple(rows))


def a_row_that(**fields):
    """A row that takes back or corrects another."""
    said = {"on": ON[0], "value": 40, "reason": "wrong"} | fields
    return an_actual(said.pop("on"), said.pop("value"), **said)


def read(path, today, author, **given):
    """The sound rows of a file, and the problems of all others."""
    problems, rows = [], []
    with table(path, HowRead(**given), problems) as found:
        records = list(found.records)
        layout = Layout(found.names, today, author, found.name, found.notation())
        for line, cells in records:
            row, told = layout.row(line, cells)
            problems += told
            rows += [row] if row else []
    by_line = sorted(problems, key=lambda each: int(each.where.rpartition(":")[2]))
    return tuple(rows), by_line


def rows_of(*ledgers):
    """The rows of the file that some ledgers are exported to."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "f.csv"
        path.write_text(write(ledgers), encoding="utf-8")
        rows, problems = read(path, TODAY, "aigul")
        assert not problems
        return rows


def nameless(rows):
    """The rows as a ministry would send them: without ledger names."""
    return [replace(row, name=None, replaces=None) for row in rows]


def row_of(line, actual, *, name=None, replaces=None):
    return Row(line, "schools", replace(actual, seq=0, replaces=None), name, replaces)


def imported(ledger, rows):
    """The ledger after an import of some rows."""
    merge = merged(ledger, rows)
    return replace(ledger, actuals=(*ledger.actuals, *merge.new))


SAID = st.builds(
    an_actual,
    st.sampled_from(ON),
    st.sampled_from([0, 40, 40.5, 41]),
    kind=st.sampled_from(["total", "increment"]),
    evidence=st.sampled_from(Evidence),
    source=st.sampled_from([None, "Kazinform", "gurk.kz, «2024»"]),
    item=st.sampled_from([None, "No 1"]),
    note=st.none() | st.sampled_from(["a, b", 'said "so"']),
    author=st.just("aigul"),
)


@st.composite
def ledgers(draw):
    """A few reports, some of them corrected, withdrawn, or recorded once more."""
    rows, open_rows = [], []
    for seq in range(1, draw(st.integers(0, 8)) + 1):
        acts = ["report", "again", "correct", "withdraw"] if open_rows else ["report"]
        act, row = draw(st.sampled_from(acts)), draw(SAID)
        if act == "again":
            row = replace(draw(st.sampled_from(rows)), replaces=None, reason=None)
            row = row if row.value is not None else draw(SAID)
        elif act != "report":
            mine = open_rows.pop(draw(st.integers(0, len(open_rows) - 1)))
            row = replace(row, replaces=mine, reason="wrong")
        if act == "withdraw":
            row = a_row_that(
                on=str(row.on),
                kind="withdrawal",
                value=None,
                replaces=row.replaces,
                author="aigul",
            )
        else:
            open_rows.append(seq)
        rows.append(row)
    return a_ledger_of(*a_ledger(*rows))
