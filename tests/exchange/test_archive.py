"""Everything out as plain files and in again, to the same digests."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import tomllib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.exchange.ledgers import ledgers
from tests.reports.cases import promised
from tracker.entry import is_hidden
from tracker.errors import ForeignDatabaseError
from tracker.exchange import actuals_csv, archive, imports_csv
from tracker.exchange.toml_text import assignment
from tracker.ledger import Import
from tracker.store import archive as rows
from tracker.store import migrate, read, write
from tracker.store.engine import reading, writing
from tracker.store.heads import head
from tracker.store.inspect import faults
from tracker.store.location import located

SCHOOLS = "comfortable-schools"
AT = datetime(2026, 1, 1, 12, 0, 0, 1, tzinfo=UTC)
LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Co", "Zl", "Zp"])
TEXTS = st.text(LETTERS, min_size=1, max_size=12).filter(
    lambda text: text == text.strip() and not any(map(is_hidden, text))
)


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """A database without a target."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    with migrate.creating(path):
        pass
    return path


def files_of(database):
    with reading(database) as connection:
        statements = archive.statements_toml(rows.kept(connection))
        return statements, actuals_csv.write(read.ledgers(connection))


def content(path):
    raw = sqlite3.connect(path)
    dumped = list(raw.iterdump())
    raw.close()
    return dumped


@st.composite
def histories(draw):
    """More rows of two ledgers, with any text that can be recorded."""
    return [
        (
            key,
            [
                replace(
                    each,
                    value=None if each.value is None else float(each.value),
                    source=draw(TEXTS),
                    note=draw(st.none() | TEXTS),
                )
                for each in draw(ledgers()).actuals
            ],
        )
        for key in ("school-aid", "summer-volunteers")
    ]


@settings(
    max_examples=10,
    phases=[Phase.generate],
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(histories(), TEXTS)
def test_any_database_comes_back_to_the_same_digests(
    example_template, empty, tmp_path, history, reason
):
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    shutil.copy(example_template / "tracker.db", old)
    shutil.copy(empty, new)
    target = promised()[SCHOOLS]
    named = replace(target, labels=replace(target.labels, title={"en": reason}))
    with writing(old) as connection:
        by = write.Signature("aigul", AT)
        for place, (key, actuals) in enumerate(history):
            moment = AT + timedelta(minutes=place)
            write.add_actuals(connection, key, actuals, moment)
        mistyped, said = target.statements[0], target.statements[0].stated
        write.add_erratum(connection, named, mistyped, by, reason=reason, of=said)
        write.relabel(connection, named, by)

    kept = archive.read(*files_of(old))
    with writing(new) as connection:
        broken = rows.restore(connection, kept)

    assert broken == []
    with reading(old) as before, reading(new) as after:
        assert head(after) == head(before)
        assert read.ledgers(after) == read.ledgers(before)
        assert faults(after) == []
    assert files_of(new) == files_of(old)


def test_a_fresh_database_is_the_old_one_row_by_row(tracker, example):
    tracker("correct", f"{SCHOOLS}#1", "104", "--reason", "recount")
    tracker("withdraw", "camp-vouchers#2", "--reason", "wrong")
    before = content(example / "tracker.db")
    tracker("export", "--all", "archive")
    for name in ("tracker.db", "targets.toml"):
        (example / name).unlink()

    result = tracker("import", "--all", "archive")

    assert result.exit_code == 0, result.output
    assert result.stdout.startswith(
        "put 20 statements and 10 actuals of archive into tracker.db; head "
    )
    assert content(example / "tracker.db") == before
    assert tracker("verify", "--head", "archive/head.txt").exit_code == 0
    assert tracker("sync").stdout == "nothing new in targets.toml\n"


def test_an_archive_goes_to_a_server_and_back_to_the_same_digests(
    tracker, example, cluster
):
    tracker("correct", f"{SCHOOLS}#1", "104", "--reason", "recount")
    tracker("export", "--all", "archive")

    with cluster.database() as name:
        server = cluster.url(name)
        there = tracker("--database", server, "import", "--all", "archive")
        again = tracker("--database", server, "import", "--all", "archive")
        shown = tracker("--database", server, "verify", "--head", "archive/head.txt")
        assert tracker("--database", server, "export", "--all", "back").exit_code == 0
        assert files_of(located(server)) == files_of(example / "tracker.db")

    assert there.exit_code == 0, there.output
    assert (again.exit_code, shown.exit_code) == (3, 0)
    assert "holds targets already; name a new one with --database" in again.stderr
    for each in ("statements.toml", "actuals.csv"):
        back = (example / "back" / each).read_bytes()
        assert back == (example / "archive" / each).read_bytes()


def test_an_archive_tells_which_files_were_imported(tracker, example, cluster):
    tracker("export", "--all", "archive")
    rows = (example / "archive/imports.csv").read_text().splitlines()

    with cluster.database() as name:
        server = cluster.url(name)
        tracker("--database", server, "import", "--all", "archive")
        again = tracker("--database", server, "import", "seeds/actuals.csv")
        tracker("--database", server, "export", "--all", "back")
    back = (example / "back/imports.csv").read_text().splitlines()

    assert rows[0] == "sha256,recorded_at,name,stored,author"
    assert re.fullmatch(r"[0-9a-f]{64},20[^,]+Z,actuals\.csv,8,[^,]+", rows[1])
    assert back == rows
    assert again.stdout.startswith("seeds/actuals.csv was imported on 20")


def test_an_import_that_stands_twice_is_refused(tracker, example):
    tracker("export", "--all", "archive")
    head, row = (example / "archive/imports.csv").read_text().splitlines()

    with pytest.raises(archive.ArchiveError, match="its columns or rows are others"):
        imports_csv.read(f"{head}\n{row}\n{row}\n")


def test_an_import_of_a_file_with_an_odd_name_goes_out_and_in(tracker, example):
    odd = example / os.fsdecode(b"q\xff\x1b.csv")
    odd.write_text("target,on,value\ncamp-vouchers,2024-07-01,1400\n")
    tracker("import", odd)
    tracker("export", "--all", "archive")
    (example / "tracker.db").unlink()

    tracker("import", "--all", "archive")

    assert r"q\udcff\u001b.csv" in (example / "archive/imports.csv").read_text()
    assert "q\\udcff\\u001b.csv was imported on" in tracker("import", odd).stdout


def test_hidden_letters_that_an_earlier_version_kept_go_out_by_their_codes():
    (back,) = imports_csv.read(
        imports_csv.write([Import("a" * 64, AT, "q\x1b.csv", 1, "dana")])
    )

    assert back.name == r"q\u001b.csv"


def test_an_archive_of_an_earlier_version_has_no_imports(tracker, example):
    tracker("export", "--all", "archive")
    for name in ("archive/imports.csv", "tracker.db"):
        (example / name).unlink()

    assert tracker("import", "--all", "archive").exit_code == 0
    assert tracker("import", "seeds/actuals.csv").stdout == (
        "nothing new in seeds/actuals.csv: 8 rows already there\n"
    )


def test_the_statements_are_plain_toml_with_what_was_mistyped(tracker, example):
    text = (example / "targets.toml").read_text(encoding="utf-8")
    (example / "targets.toml").write_text(text.replace("369", "370"), encoding="utf-8")
    tracker("sync", "--erratum", "mistyped")
    tracker("export", "--all", "archive")

    found = tomllib.loads((example / "archive/statements.toml").read_text("utf-8"))

    schools = [row for row in found["statement"] if row["target"] == SCHOOLS]
    assert [row["terms"]["goal"]["value"] for row in schools] == [369, 217, 370]
    assert schools[2]["replaces"] == 1


def test_the_actuals_import_by_themselves_too(tracker, example):
    tracker("export", "--all", "archive")
    (example / "tracker.db").unlink()
    tracker("init")

    assert tracker("import", "archive/actuals.csv").stdout == (
        "recorded 8 rows of archive/actuals.csv\n"
    )


def test_a_database_with_targets_takes_no_archive(tracker, example):
    tracker("export", "--all", "archive")
    before = (example / "tracker.db").read_bytes()

    result = tracker("import", "--all", "archive")

    assert (result.exit_code, result.stderr) == (
        3,
        "Error: tracker.db holds targets already; name a new one with --database\n",
    )
    assert (example / "tracker.db").read_bytes() == before


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            "statements.toml",
            "value = 369.0",
            "value = 217.0",
            "statement comfortable-schools#1: was changed after it was exported",
        ),
        (
            "actuals.csv",
            ",105,",
            ",217,",
            "actual comfortable-schools#1: was changed after it was exported",
        ),
        (
            "actuals.csv",
            "camp-vouchers#1",
            "camp-vouchers#5",
            "actual camp-vouchers#1: was changed after it was exported",
        ),
        (
            "actuals.csv",
            ",claimed,",
            ",rumour,",
            "actuals.csv, row 1: cannot be read ('rumour' is not a valid Evidence)",
        ),
        (
            "actuals.csv",
            "\ncomfortable-schools,",
            "\ncomfortable,",
            "actuals.csv, row 1: cannot be read (comfortable-schools#1 is no row of "
            "comfortable)",
        ),
        (
            "actuals.csv",
            "target,on",
            "on,target",
            "actuals.csv:1: has other columns than `tracker export` writes",
        ),
        ("actuals.csv", ",105,", ',"105,', "actuals.csv: is not CSV"),
        ("statements.toml", "seq = 1\n", "seq = \n", "statements.toml: is not TOML"),
        (
            "statements.toml",
            "stated = 2024-06-01\n",
            "stated = 1\n",
            "statements.toml, statement 1: cannot be read (`stated` is a day",
        ),
        (
            "statements.toml",
            "seq = 1\n",
            "",
            "statements.toml, statement 1: cannot be read ('seq')",
        ),
        (
            "statements.toml",
            'target = "camp-vouchers"',
            'target = "camps"',
            "actuals.csv: camp-vouchers has no statement in statements.toml",
        ),
        (
            "imports.csv",
            ",8,",
            ",0,",
            "imports.csv: cannot be read (a row says neither how many nor by whom)",
        ),
        ("imports.csv", "Z,", ",", "imports.csv: cannot be read (a moment has no off"),
        ("imports.csv", "\n", "\n0", "imports.csv: cannot be read (a row is of no fil"),
        ("imports.csv", ",name,", ",", "imports.csv: cannot be read (a row has more"),
        ("imports.csv", ",8,", ",8,x,", "imports.csv: cannot be read (a row has more"),
        ("imports.csv", ",8,", "\n", "imports.csv: cannot be read (a row has more or"),
        ("imports.csv", ",8,", ",1_0,", "imports.csv: cannot be read (a row says neit"),
        (
            "imports.csv",
            ",8,",
            ",٨,",
            "imports.csv: cannot be read (a row says neither",
        ),
        (
            "imports.csv",
            ",actuals",
            ",\x1b[2Jactuals",
            "imports.csv: cannot be read (the name holds the hidden character U+001B; ",
        ),
        ("head.txt", "written 2", "written 1", "archive/head.txt was changed after"),
    ],
)
def test_what_was_changed_on_the_way_is_named(
    tracker, example, file, old, new, message
):
    tracker("export", "--all", "archive")
    (example / "tracker.db").unlink()
    path = example / "archive" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    result = tracker("import", "--all", "archive")

    assert result.exit_code == 3
    assert message in result.stderr
    assert not (example / "tracker.db").exists()


def test_rows_that_were_cut_off_are_missed_by_the_head(tracker, example):
    tracker("export", "--all", "archive")
    (example / "tracker.db").unlink()
    path = example / "archive/actuals.csv"
    path.write_text("".join(path.read_text().splitlines(keepends=True)[:-1]))

    result = tracker("import", "--all", "archive")

    assert result.stderr == (
        "Error: archive/head.txt: camp-vouchers had 2 actuals then, has 1 now\n"
    )
    assert not (example / "tracker.db").exists()


def test_files_of_two_exports_are_told_apart(tracker, example):
    tracker("export", "--all", "archive")
    tracker("record", SCHOOLS, "110", "--on", "2025-01-31")
    tracker("export", "-o", "archive/actuals.csv")
    (example / "tracker.db").unlink()

    assert tracker("import", "--all", "archive").stderr == (
        "Error: archive/head.txt: tells of fewer rows than the files hold; take those "
        "of one export\n"
    )


def test_what_no_import_would_take_is_not_written(tracker, example, tamper):
    tamper("UPDATE actual SET value = 217 WHERE value = 105")

    result = tracker("export", "--all", "archive")

    assert (result.exit_code, result.stderr) == (
        3,
        "Error: nothing was written: actual comfortable-schools#1 was changed or "
        "removed; restore a backup\n",
    )
    assert not (example / "archive").exists()


def test_a_database_of_another_place_brings_no_file_of_targets(tracker, example):
    tracker("export", "--all", "archive")
    (example / "targets.toml").unlink()

    tracker("--database", "sqlite:///other.db", "import", "--all", "archive")

    assert (example / "other.db").exists()
    assert not (example / "targets.toml").exists()


@pytest.mark.parametrize(
    "change", [{"value": 2e15}, {"note": "a\0b"}, {"kind": "withdrawal"}]
)
def test_a_row_that_breaks_a_rule_is_refused_even_with_a_digest(
    example, empty_server, change
):
    kept = archive.read(*files_of(example / "tracker.db"))
    schools = kept[0]
    bad = dict(schools.actuals[0]) | change
    bad["digest"] = rows.row_digest("actual", schools.key, bad, "")

    with (
        pytest.raises(ForeignDatabaseError, match=r"a row breaks a rule.*\); export"),
        writing(empty_server) as connection,
    ):
        rows.restore(connection, [schools._replace(actuals=(bad,))])


@pytest.mark.parametrize(
    ("arguments", "exit_code", "message"),
    [
        (["export", "--all", "."], 4, "Error: . holds tracker's own files; name"),
        (["export", "--all", "a", "--head"], 2, "--all writes a folder"),
        (["export", "--all", "a", SCHOOLS], 2, "--all is of all targets; name none"),
        (["export", "--all", "targets.toml"], 2, "is a file"),
        (["import"], 2, "give a FILE of actuals, or --all FOLDER and no more"),
        (["import", "x.csv", "--all", "a"], 2, "give a FILE of actuals, or --all"),
        (
            ["import", "--all", "no"],
            3,
            "no/statements.toml: cannot be read (No such file or directory); name a "
            "folder of `tracker export --all`",
        ),
    ],
)
def test_what_cannot_be_done_is_one_sentence(tracker, arguments, exit_code, message):
    result = tracker(*arguments)

    assert result.exit_code == exit_code
    assert message in result.stderr


def test_a_folder_that_cannot_be_made_is_one_sentence(tracker, example):
    (example / "taken").write_text("")

    result = tracker("export", "--all", "taken/archive")

    assert (result.exit_code, result.stderr) == (
        4,
        "Error: taken/archive cannot be written (Not a directory); check the folder\n",
    )


VALUES = st.recursive(
    st.booleans()
    | st.integers(-(2**53), 2**53)
    | TEXTS
    # As the database keeps figures: doubles that JSON writes in digits.
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(LETTERS, max_size=4), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.text(LETTERS, max_size=5), VALUES)
def test_what_json_holds_toml_gives_back(name, value):
    found = tomllib.loads(assignment(name, value))

    assert json.dumps(found) == json.dumps({name: value})


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=9))
def test_any_text_comes_back_from_toml(text):
    assert tomllib.loads(assignment("note", text)) == {"note": text}
