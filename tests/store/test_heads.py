"""The head: one digest over the ends of all ledgers, and what it finds missing."""

from __future__ import annotations

import csv
import os
from datetime import UTC, datetime
from hashlib import sha256

import pytest

from tracker.exchange.head_file import HeadFileError, read, write
from tracker.ledger import End, Head
from tracker.store.engine import reading
from tracker.store.heads import head
from tracker.store.location import located

SCHOOLS = "comfortable-schools"
AT = datetime(2025, 3, 18, 9, 30, tzinfo=UTC)


@pytest.fixture
def head_of(example):
    """The head of the example, wherever the settings say that it is."""

    def found(known_at=None):
        url = os.environ.get("TRACKER_DATABASE_URL", f"sqlite:///{example}/tracker.db")
        with reading(located(url)) as connection:
            return head(connection, known_at)

    return found


def test_the_head_is_a_digest_over_a_line_for_each_target():
    ends = (End("a", 1, "1" * 64, 0, ""), End("b", 2, "2" * 64, 3, "3" * 64))
    lines = f"a 1 {'1' * 64} 0 -\nb 2 {'2' * 64} 3 {'3' * 64}\n"

    assert Head(ends).digest == sha256(lines.encode()).hexdigest()


@pytest.mark.usefixtures("on_both")
def test_it_holds_the_last_row_of_each_ledger_by_key(tracker, head_of):
    tracker("record", SCHOOLS, "110", "--on", "2025-01-31")
    (_, last) = csv.DictReader(tracker("export", SCHOOLS).stdout.splitlines())

    found = head_of()

    assert [each.key for each in found.ends] == sorted(each.key for each in found.ends)
    (schools,) = (each for each in found.ends if each.key == SCHOOLS)
    assert (schools.statements, schools.actuals) == (2, 2)
    assert schools.actual_digest == last["digest"]


@pytest.mark.usefixtures("on_both")
def test_a_head_known_at_a_moment_is_the_one_of_that_moment(tracker, head_of):
    before, moment = head_of(), datetime.now(UTC)

    tracker("record", SCHOOLS, "110", "--on", "2025-01-31")

    assert head_of(moment) == before
    assert head_of().digest != before.digest
    assert head_of(AT).ends == ()


def test_the_last_rows_are_found_by_their_keys(example):
    queries = []
    with reading(example / "tracker.db") as connection:
        raw = connection.connection.driver_connection
        raw.set_trace_callback(queries.append)
        head(connection)
        raw.set_trace_callback(None)
        plans = [
            raw.execute(f"EXPLAIN QUERY PLAN {each}").fetchall() for each in queries
        ]

    steps = [step[-1] for plan in plans for step in plan]
    assert len([step for step in steps if "SEARCH" in step]) == 4
    assert {step for step in steps if step.startswith("SCAN")} == {"SCAN target"}


@pytest.mark.usefixtures("on_both")
def test_status_and_export_print_the_same_head(tracker, head_of):
    digest = head_of().digest

    assert f"\nhead {digest}\n" in tracker("export", "--head").stdout
    assert f"head of the ledgers {digest[:12]}\n" in tracker("status", "camp").stdout
    assert f'"head": "{digest}"' in tracker("status", "--format", "json").stdout
    assert f"head {digest}\n" in tracker("verify").stdout


def test_a_head_is_of_all_targets(tracker):
    result = tracker("export", "--head", SCHOOLS)

    assert result.exit_code == 2
    assert "--head is of all targets; name none" in result.stderr


@pytest.fixture
def kept(tracker, example):
    """A head written while two figures of the schools were in."""
    tracker("record", SCHOOLS, "110", "--on", "2025-01-31")
    tracker("record", SCHOOLS, "118", "--on", "2025-02-28")
    tracker("export", "--head", "-o", "head.txt")
    return example


@pytest.mark.usefixtures("on_both")
def test_a_database_that_only_grew_is_as_it_was(tracker, kept):
    tracker("record", SCHOOLS, "120", "--on", "2025-03-31")

    result = tracker("verify", "--head", "head.txt")

    assert result.exit_code == 0
    assert result.stdout.endswith(
        " still is; 0 statements and 1 actual came in since\n"
    )


CUT = "DELETE FROM actual WHERE value = 118"


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        pytest.param(
            ["UPDATE actual SET value = 109 WHERE value = 110"],
            "actual comfortable-schools#2 was changed or removed",
            id="edited",
        ),
        pytest.param(
            ["DELETE FROM actual WHERE value = 110"],
            "actual comfortable-schools#2 was changed or removed",
            id="deleted",
        ),
        pytest.param(
            [
                'INSERT INTO actual SELECT target_id, 4, "on", kind, 119, evidence, '
                "item, source, url, note, author, recorded_at, replaces, reason, "
                "digest FROM actual WHERE value = 118"
            ],
            "actual comfortable-schools#4 was changed or removed",
            id="put in",
        ),
        pytest.param(
            [
                "UPDATE actual SET seq = 9 WHERE value = 110",
                "UPDATE actual SET seq = 2 WHERE value = 118",
                "UPDATE actual SET seq = 3 WHERE value = 110",
            ],
            "actual comfortable-schools#2 was changed or removed",
            id="reordered",
        ),
        pytest.param(
            [
                "UPDATE actual SET target_id = 102 - target_id WHERE target_id < 3",
                "UPDATE actual SET target_id = target_id - 99 WHERE target_id > 99",
            ],
            "actual comfortable-schools#1 was changed or removed",
            id="two chains swapped",
        ),
        pytest.param(
            ["UPDATE target SET key = 'x' || key WHERE id = 1"],
            "statement xcomfortable-schools#1 was changed or removed",
            id="renamed",
        ),
        pytest.param(
            [CUT], "comfortable-schools had 3 actuals then, has 2 now", id="cut tail"
        ),
        pytest.param(
            ["DELETE FROM statement WHERE target_id = 1 AND seq = 2"],
            "comfortable-schools had 2 statements then, has 1 now",
            id="a revision cut",
        ),
        pytest.param(
            [
                "DELETE FROM actual WHERE target_id = 1",
                "DELETE FROM statement WHERE target_id = 1",
                "DELETE FROM target WHERE id = 1",
            ],
            "comfortable-schools is gone; it had 2 statements and 3 actuals then",
            id="a target gone",
        ),
    ],
)
def test_what_was_tampered_with_is_named(tracker, tamper, kept, changes, found):
    tamper(*changes)

    result = tracker("verify", "--head", "head.txt")

    assert result.exit_code == 1
    assert found in result.stdout
    # Nothing but the head knows of what is cut off at an end.
    cut = "then" in found
    assert tracker("verify").exit_code == (0 if cut else 1)


def test_the_chain_of_another_database_is_found(tracker, kept):
    (kept / "tracker.db").unlink()
    tracker("init", "--seeds")
    tracker("record", SCHOOLS, "110", "--on", "2025-01-31")
    tracker("record", SCHOOLS, "118", "--on", "2025-02-28")

    alone, held = tracker("verify"), tracker("verify", "--head", "head.txt")

    assert (alone.exit_code, held.exit_code) == (0, 1)
    assert (
        "actual comfortable-schools#3 is not the one it was then: a row up to it was "
        "changed, or the ledger was replaced\n"
    ) in held.stdout


def test_a_head_is_read_as_it_was_written(tmp_path):
    ends = (End("a", 1, "1" * 64, 0, ""), End("b/c", 2, "2" * 64, 3, "3" * 64))
    (tmp_path / "head.txt").write_text(write(Head(ends), AT))

    assert read(tmp_path / "head.txt") == (Head(ends), AT)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (" 3 ", " 2 "),
        ("a 1", "b 1"),
        ("2025", "2024"),
        ("actuals 3", "actuals 4"),
        ("\na ", "\nx y\na "),
        ("\nb/c 2", "\n\nb/c 2"),
    ],
)
def test_a_head_that_was_edited_is_refused(tmp_path, old, new):
    ends = (End("a", 1, "1" * 64, 0, ""), End("b/c", 2, "2" * 64, 3, "3" * 64))
    path = tmp_path / "head.txt"
    text = write(Head(ends), AT)
    path.write_text(text.replace(old, new, 1))

    with pytest.raises(HeadFileError) as refused:
        read(path)

    assert str(refused.value) == (
        f"{path} was changed after it was written: it does not fit its own digest; "
        "take the one that was kept elsewhere"
    )


@pytest.mark.parametrize(
    ("old", "new"), [("a 1", "a 2"), ("written 2025", "written x")]
)
def test_an_edited_head_with_a_digest_of_its_own_is_refused_too(tmp_path, old, new):
    ends = (End("a", 1, "1" * 64, 0, ""),)
    path = tmp_path / "head.txt"
    body = write(Head(ends), AT).rpartition("sha256 ")[0].replace(old, new)
    path.write_text(f"{body}sha256 {sha256(body.encode()).hexdigest()}\n")

    with pytest.raises(HeadFileError, match="was changed after it was written"):
        read(path)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"target,on,value\n", "is no head that this tracker reads; name a file that"),
        (b"", "is no head that this tracker reads; name a file that"),
        (b"\xff\xfe", r"cannot be read \(it is not UTF-8\); name a file that"),
    ],
)
def test_what_is_no_head_is_refused(tmp_path, content, message):
    (tmp_path / "head.txt").write_bytes(content)

    with pytest.raises(HeadFileError, match=message):
        read(tmp_path / "head.txt")


def test_a_head_that_is_not_there_is_one_sentence(tracker):
    result = tracker("verify", "--head", "no.txt")

    assert (result.exit_code, result.stderr) == (
        3,
        "Error: no.txt cannot be read (No such file or directory); name a file that "
        "`tracker export --head` wrote\n",
    )
