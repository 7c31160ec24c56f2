"""What is stored comes back equal, in order, and as it was known at any moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import a_baseline, a_goal, a_statement, a_target, an_actual, day
from tests.progress.strategies import targets
from tracker.domain import Kind, Labels
from tracker.ledger import StatementKind
from tracker.store import read, write
from tracker.store.codec import labels_of, labels_text, statement_of, terms_text
from tracker.store.engine import reading, writing
from tracker.store.write import Signature

START = datetime(2024, 6, 1, 12, 0, 0, 123456, tzinfo=UTC)
BY = Signature("analyst", START)


def later(minutes):
    return START + timedelta(minutes=minutes)


def test_a_target_comes_back_equal(database):
    target = a_target(
        a_statement((40, "2024-06-30"), stated="2024-01-01"),
        a_statement(stated="2024-08-01", goal=a_goal(80)),
    )

    with writing(database) as connection:
        write.add_target(connection, target, 0, BY)
    with reading(database) as connection:
        (ledger,) = read.ledgers(connection)

    assert ledger.target == target
    assert [entry.author for entry in ledger.statements] == ["analyst", "analyst"]
    assert ledger.statements[0].recorded_at == START


@settings(max_examples=200, deadline=None, derandomize=True)
@given(targets())
def test_every_statement_survives_its_text(target):
    for each in target.statements:
        assert statement_of(each.stated, terms_text(each), "") == each
    assert labels_of(labels_text(target.labels)) == target.labels


def test_actuals_get_the_next_places_and_keep_everything_else(database):
    full = replace(
        an_actual("2024-06-30", 40.5),
        item="School 7, Astana",
        source="Press release",
        url="https://example.org/7",
        note="two shifts",
        author="Аружан",
    )

    with writing(database) as connection:
        write.add_target(connection, a_target(), 0, BY)
        write.add_actuals(connection, a_target().key, [full, full], later(1))
    with reading(database) as connection:
        (ledger,) = read.ledgers(connection)

    first, second = ledger.actuals
    assert (first.seq, second.seq) == (1, 2)
    assert first.recorded_at == later(1)
    assert first.digest != second.digest
    assert replace(first, seq=full.seq, recorded_at=None, digest="") == full


def test_a_clock_set_back_does_not_reorder_a_ledger(database):
    with writing(database) as connection:
        write.add_target(connection, a_target(), 0, BY)
        key = a_target().key
        write.add_actuals(connection, key, [an_actual("2024-02-01", 1)], later(10))
        write.add_actuals(connection, key, [an_actual("2024-02-02", 2)], later(5))
        (ledger,) = read.ledgers(connection)

    assert [each.recorded_at for each in ledger.actuals] == [later(10), later(10)]


def test_what_was_not_recorded_yet_is_not_known(database):
    first, second = a_target(), replace(a_target(), key="second")
    with writing(database) as connection:
        write.add_target(connection, first, 0, BY)
        write.add_actuals(connection, first.key, [an_actual("2024-02-01", 1)], later(1))
        write.add_target(connection, second, 1, Signature("analyst", later(2)))
        known = {
            minute: read.ledgers(connection, known_at=later(minute))
            for minute in (-1, 0, 1, 2)
        }

    assert known[-1] == ()
    assert [(each.key, len(each.actuals)) for each in known[0]] == [(first.key, 0)]
    assert [(each.key, len(each.actuals)) for each in known[1]] == [(first.key, 1)]
    assert [each.key for each in known[2]] == [first.key, "second"]


def test_an_erratum_is_read_and_the_mistyped_statement_kept(database):
    target = a_target(a_statement(goal=a_goal(100)))
    right = a_statement(goal=a_goal(110))

    with writing(database) as connection:
        write.add_target(connection, target, 0, BY)
        day_of = right.stated
        write.add_erratum(connection, target, right, BY, reason="mistyped", of=day_of)
        (ledger,) = read.ledgers(connection)

    assert ledger.target.statements == (right,)
    kept, erratum = ledger.statements
    assert kept.statement.goal.value == 100
    assert (erratum.kind, erratum.replaces) == (StatementKind.ERRATUM, 1)
    assert erratum.reason == "mistyped"


def test_an_erratum_of_an_erratum_replaces_the_last_one(database):
    target = a_target(a_statement(goal=a_goal(100)))

    with writing(database) as connection:
        write.add_target(connection, target, 0, BY)
        for value in (110, 120):
            right = a_statement(goal=a_goal(value))
            write.add_erratum(
                connection, target, right, BY, reason="mistyped", of=right.stated
            )
        (ledger,) = read.ledgers(connection)

    assert [entry.replaces for entry in ledger.statements] == [None, 1, 2]
    assert ledger.target.first.goal.value == 120


def test_new_labels_change_no_promise(database):
    target = a_target(a_statement(baseline=a_baseline(5)))
    labels = Labels(title={"en": "Schools", "kk": "Мектептер"}, parent="all")

    with writing(database) as connection:
        write.add_target(connection, target, 0, BY)
        write.relabel(connection, replace(target, labels=labels), BY)
        (ledger,) = read.ledgers(connection)

    assert ledger.target.labels == labels
    assert ledger.target.statements == target.statements


def test_targets_come_in_the_order_of_the_file(database):
    with writing(database) as connection:
        for place, key in enumerate(["a", "b", "c"]):
            write.add_target(connection, replace(a_target(), key=key), place, BY)
        write.set_positions(connection, ["c", "a"])
        order = read.keys(connection)

    assert order == ("c", "a", "b")


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.floats(-1e15, 1e15, allow_nan=False).map(lambda value: float(f"{value:.15g}"))
)
def test_what_is_typed_is_what_comes_back(database, value):
    reading_of = replace(an_actual("2024-06-30", value), kind=Kind.TOTAL)

    with writing(database) as connection:
        write.add_target(connection, a_target(), 0, BY)
        write.add_actuals(connection, a_target().key, [reading_of], later(1))
        (ledger,) = read.ledgers(connection)
        connection.rollback()

    assert ledger.actuals[0].value == value
    assert ledger.actuals[0].on == day("2024-06-30")
