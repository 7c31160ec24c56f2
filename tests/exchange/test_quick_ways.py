"""What is quick for many rows is what is right for one: laws between two ways."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import example, given
from hypothesis import strategies as st

from tests.builders import a_baseline, a_goal, a_statement
from tests.exchange.ledgers import STATED, TODAY
from tracker.exchange.merge import merged
from tracker.exchange.notation import Notation
from tracker.exchange.plain import PlainReader
from tracker.exchange.rows import Layout
from tracker.exchange.spool import Spool
from tracker.ledger import Fact, Ledger, fact_of
from tracker.progress.admission import refusals
from tracker.progress.plain import fits_plainly
from tracker.store.digest import ActualDigests, row_digest

TEXT = st.text(max_size=12)
HOSTILE = st.sampled_from(
    [
        "",
        " ",
        "0",
        "007",
        "1 234",
        "1,234",
        "−5",
        "+3",
        "1e3",
        "nan",
        "Ә",
        "é",
        "\u202e",
        "н/д",
        "12,5",
        "62 %",
        "?аза?",
        "3/4/2024",
    ]
)
FIGURES = st.sampled_from(["1", "2", "3", "40", "40.5", "100", "120"])
DAYS = st.sampled_from(
    ["2023-12-31", "2024-01-01", "2024-02-29", "1.3.2024", "2024-06-30", "2025-01-01"]
)
CELLS = {
    "target": st.just("schools"),
    "on": DAYS | HOSTILE,
    "value": FIGURES | HOSTILE | st.just("done"),
    "kind": st.sampled_from(
        ["", "total", "increment", "Total", "всего", "өсім", "withdrawal", "done"]
    ),
    "evidence": st.sampled_from(
        ["", "claimed", "verified", "seen", "проверено", "Заявлено"]
    ),
    "source": st.sampled_from(["", "Kazinform", " gurk.kz "]) | TEXT,
    "author": st.sampled_from(["", "dana"]),
    "note": HOSTILE,
    "reason": st.sampled_from(["", "", "recounted"]),
    "id": st.sampled_from(["", "", "schools#1"]),
}
PLAIN = {
    "target": st.just("schools"),
    "on": st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(str),
    "value": FIGURES | st.sampled_from(["н/д", "12,5", "1.234,5"]),
    "kind": st.sampled_from(["", "total", "барлығы"]),
    "source": st.sampled_from(["", "Kazinform"]),
}
NOTATIONS = st.sampled_from(
    [
        Notation(),
        Notation(mark=",", grouped=True),
        Notation(mark=","),
        Notation(month_first=False),
    ]
)
STATEMENTS = st.sampled_from(
    [
        a_statement(),
        a_statement(lower=2, upper=100),
        a_statement(goal=a_goal(0), baseline=a_baseline(100)),
        a_statement(measure="level"),
        a_statement(measure="periodic", period="month"),
        a_statement(measure="periodic", period="year", baseline=a_baseline(2)),
        a_statement(measure="milestone"),
    ]
)


@st.composite
def files(draw, cells=CELLS):
    """The columns of a file, and the records of one target in it."""
    needed = ["target", "on", "value"]
    more = [name for name in cells if name not in needed]
    names = needed + draw(st.lists(st.sampled_from(more), unique=True))
    rows = draw(st.lists(st.tuples(*(cells[name] for name in names)), max_size=6))
    return names, [(line, list(row)) for line, row in enumerate(rows, start=2)]


def ledger_of(statement):
    return Ledger("schools", (replace(STATED, statement=statement),), ())


@given(files() | files(PLAIN), STATEMENTS, NOTATIONS)
def test_plain_rows_add_what_all_rules_would_let_in(file, statement, notation):
    names, records = file
    layout = Layout(names, TODAY, "aigul", notation=notation)
    ledger = ledger_of(statement)
    facts = PlainReader(layout).facts(records)
    if facts is None:
        return

    rows = [layout.row(*record) for record in records]
    reported = [row for row, _ in rows if row and not row.unreported]
    merge = merged(ledger, reported)

    assert not any(faults for _, faults in rows)
    assert facts == [fact_of(each) for each in merge.new]
    assert not merge.problems
    if fits_plainly(ledger.target, facts, TODAY):
        assert not refusals(ledger, merge.new, TODAY)


def test_the_quick_way_is_taken_by_a_file_as_ministries_send_it():
    names = ["target", "on", "value", "source"]
    records = [
        (2, ["schools", "2024-06-30", "50", "x"]),
        (3, ["schools", "1.3.2024", "40", ""]),
    ]
    facts = PlainReader(Layout(names, TODAY, "aigul")).facts(records)

    assert [(str(fact.on), fact.value) for fact in facts] == [
        ("2024-03-01", 40),
        ("2024-06-30", 50),
    ]
    assert fits_plainly(ledger_of(a_statement()).target, facts, TODAY)


@given(
    st.lists(
        st.builds(
            Fact,
            st.dates(date(1990, 1, 1), date(2100, 12, 31)),
            st.sampled_from(["total", "increment", "done", "withdrawal"]),
            st.none() | st.floats(-1e15, 1e15),
            st.sampled_from(["claimed", "verified"]),
            *[st.none() | TEXT] * 4,
            TEXT,
            st.none() | st.integers(1, 9),
            st.none() | TEXT,
        ),
        max_size=4,
    ),
    TEXT,
    st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001
)
@example(
    [
        Fact(
            date(2024, 1, 1),
            "total",
            -0.0,
            "claimed",
            "",
            '"',
            "\\",
            "\x7f",
            "Ә",
            1,
            "\n",
        )
    ],
    "k",
    datetime(2024, 1, 1),  # noqa: DTZ001
)
def test_quick_digests_are_the_digests(facts, key, moment):
    at = moment.replace(tzinfo=UTC)
    digests, previous = ActualDigests(key, at, ""), ""
    for seq, fact in enumerate(facts, start=1):
        row = fact._asdict() | {"seq": seq, "recorded_at": at}
        previous = row_digest("actual", key, row, previous)

        assert digests.after(seq, fact) == previous


@given(
    st.lists(
        st.tuples(st.integers(0, 3), st.lists(TEXT, min_size=1, max_size=3)),
        max_size=12,
    )
)
def test_a_spool_gives_each_group_its_rows_in_their_order(rows):
    small, large = Spool(at_once=3), Spool()
    for line, (group, cells) in enumerate(rows):
        small.add(group, line, cells)
        large.add(group, line, cells)

    found = list(small.groups())
    small.close()

    assert found == list(large.groups())
    assert [group for group, _ in found] == sorted({group for group, _ in rows})
