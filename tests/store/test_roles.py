"""Roles on a shared server: each does what is its own, and nothing else."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager

import psycopg
import pytest
from click.testing import CliRunner

from tests.postgres import first_version_on_server
from tracker.cli import root

ROLES = ("owner", "recorder", "reader")
ADD = (
    'INSERT INTO actual (target_id, seq, "on", kind, value, evidence, author, '
    "recorded_at, digest) VALUES (1, {seq}, '2025-01-01', 'total', 110, 'claimed', "
    "{author}, {at}, repeat('0', 64))"
)
ADD_FILE = (
    "INSERT INTO imported_file (sha256, name, stored, author, recorded_at) "
    "VALUES (repeat('0', 64), 'x.csv', 1, {author}, {at})"
)
NOW = "clock_timestamp()"
LAST = "(SELECT max(recorded_at) FROM actual)"


READS = """
status
targets
history
export
verify
export --head
export --all archive
db check
db current
sync
init
import seeds/actuals.csv
"""
RECORDS = """
record camp-vouchers +5 --on 2025-01-01
correct camp-vouchers#3 +6 --reason recount
withdraw camp-vouchers#2 --reason wrong
import new.csv
"""


@contextmanager
def with_roles(cluster, template="example"):
    """The name of a copy of a database that somebody in each role may open."""
    with cluster.database(template) as name, cluster.connect() as admin:
        setting = {"TRACKER_DATABASE_URL": cluster.url(name)}
        CliRunner().invoke(root, ["db", "init-roles", "--prefix", "t"], env=setting)
        for role in ROLES:
            admin.execute(f"DROP ROLE IF EXISTS an_{role}")
            admin.execute(f"CREATE ROLE an_{role} LOGIN IN ROLE t_{role}")
        yield name


@pytest.fixture
def let_in(cluster, monkeypatch):
    """The settings of a command of somebody in one of the roles."""
    with with_roles(cluster) as name:
        monkeypatch.setenv("TRACKER_DATABASE_URL", cluster.url(name))
        yield lambda role: {"TRACKER_DATABASE_URL": cluster.url(name, f"an_{role}")}


@pytest.fixture
def admin(let_in, cluster):
    """The own connection of the server's owner."""
    name = os.environ["TRACKER_DATABASE_URL"].partition("@/")[2].partition("?")[0]
    with cluster.connect(name) as connection:
        yield connection


@pytest.fixture(scope="module")
def attacked(cluster):
    """One database for all attacks, which change nothing."""
    with with_roles(cluster) as name:
        yield name


@pytest.fixture
def recorder(attacked, cluster):
    """A recorder's own connection, as with psql."""
    with cluster.connect(attacked, "an_recorder") as connection:
        yield connection


def a_new_target(example):
    """One more in the file, and rows to import that name no author."""
    more = (example / "targets.toml").read_text().split("[targets.camp-vouchers]")
    text = "[targets.camp-vouchers]".join(more)
    again = "[targets.more-vouchers]" + more[1].partition("[targets.")[0]
    (example / "targets.toml").write_text(f"{text}\n{again}")
    (example / "new.csv").write_text("target,on,value\ncamp-vouchers,2025-02-01,1400\n")


@pytest.mark.parametrize("role", ROLES)
def test_everybody_reads_and_is_told_when_nothing_is_new(tracker, let_in, role):
    for command in READS.strip().splitlines():
        result = tracker(*command.split(), **let_in(role))

        assert result.exit_code == 0, result.output


@pytest.mark.parametrize("role", ["owner", "recorder"])
def test_owners_and_recorders_record(tracker, example, let_in, role):
    a_new_target(example)

    for command in [*RECORDS.strip().splitlines(), "undo --yes"]:
        result = tracker(*command.split(), **let_in(role))
        assert result.exit_code == 0, result.output

    assert tracker("db", "check").exit_code == 0


def test_readers_do_not_record(tracker, example, let_in):
    a_new_target(example)
    before = tracker("history").stdout

    for command in RECORDS.replace("#3 +6", "#1 600").strip().splitlines():
        result = tracker(*command.split(), **let_in("reader"))
        assert result.exit_code == 4
        assert "refused (permission denied for table actual); ask" in result.stderr

    assert tracker("history").stdout == before


@pytest.mark.parametrize("role", ROLES)
def test_only_an_owner_states_targets(tracker, example, let_in, role):
    a_new_target(example)

    result = tracker("sync", **let_in(role))

    assert (result.exit_code == 0) == (role == "owner")
    if role != "owner":
        assert result.exit_code == 4
        assert "refused (permission denied for table target); ask" in result.stderr


@pytest.mark.parametrize("role", ROLES)
def test_only_an_owner_puts_an_archive_into_a_new_database(tracker, cluster, role):
    tracker("export", "--all", "archive")

    with with_roles(cluster, "empty") as name:
        url = {"TRACKER_DATABASE_URL": cluster.url(name, f"an_{role}")}
        result = tracker("import", "--all", "archive", **url)
        held = tracker("targets", "--format", "csv", **url).stdout.splitlines()

    if role == "owner":
        assert (result.exit_code, len(held)) == (0, 18)
        return
    assert (result.exit_code, len(held)) == (4, 1)
    assert "refused (permission denied for table target); ask" in result.stderr


HIDES = "hides rows from this role (row security without a policy for it), so this is"


@pytest.mark.parametrize("role", ["recorder", "reader"])
def test_rows_that_a_server_hides_are_told_of_once(tracker, let_in, admin, role):
    admin.execute("ALTER TABLE actual ENABLE ROW LEVEL SECURITY")

    for command in ("status", "history camp-vouchers", "verify", "db check", "export"):
        result = tracker(*command.split(), **let_in(role))
        assert result.exit_code == 0
        assert "camp-vouchers#" not in result.stdout
        assert result.stderr.count("\n") == 1
        assert result.stderr.startswith("Warning: postgresql://an_")
        assert f"{HIDES} not all; ask its owner for a policy" in result.stderr
    assert tracker("status", **let_in("owner")).stderr == ""


@pytest.mark.parametrize(
    ("policy", "warned"),
    [
        ("FOR SELECT TO PUBLIC USING (true)", False),
        ("TO t_reader USING (target_id < 3)", False),
        ("FOR SELECT TO t_owner USING (true)", True),
        ("FOR INSERT TO PUBLIC WITH CHECK (true)", True),
        ("AS RESTRICTIVE FOR SELECT USING (true)", True),
    ],
)
def test_a_policy_is_an_answer_to_who_may_see_what(
    tracker, let_in, admin, policy, warned
):
    admin.execute("ALTER TABLE statement ENABLE ROW LEVEL SECURITY")
    admin.execute(f"CREATE POLICY ours ON statement {policy}")

    result = tracker("targets", "--format", "csv", **let_in("recorder"))

    assert (HIDES in result.stderr) == warned
    assert (len(result.stdout.splitlines()) == 1) == warned


def test_only_an_owner_takes_a_database_to_another_version(
    tracker, example, let_in, admin
):
    first_version_on_server(admin)

    for role in ("recorder", "reader"):
        result = tracker("db", "upgrade", **let_in(role))
        assert result.exit_code == 4
        assert "refused (" in result.stderr
    assert "is of 0004 now" in tracker("db", "upgrade", **let_in("owner")).stdout
    assert tracker("db", "check").exit_code == 0
    # Nobody has to be let in again.
    a_new_target(example)
    for role in ("recorder", "reader"):
        assert tracker("import", "new.csv", **let_in(role)).exit_code == 0


def test_the_server_signs_what_a_recorder_records(tracker, let_in):
    command = ("record", "camp-vouchers", "+5", "--on", "2025-01-01")
    recorder = let_in("recorder")

    refused = tracker(*command, "--author", "minister", **recorder)
    tracker(*command, **recorder)

    assert refused.exit_code == 3
    assert refused.stderr == (
        "Error: the server signs what you record as an_recorder, not as minister; "
        "leave --author out\n"
    )
    told = json.loads(tracker("history", "camp", "--format", "json").stdout)
    assert told[-1]["author"] == "an_recorder"


def test_a_recorders_file_names_no_other_author(tracker, example, let_in):
    (example / "new.csv").write_text(
        "target,on,value,author\ncamp-vouchers,2025-02-01,1400,minister\n"
    )

    result = tracker("import", "new.csv", **let_in("recorder"))

    assert result.exit_code == 3
    assert result.stderr == (
        "Error: new.csv:2: the server signs what you record as an_recorder, not as "
        "minister; leave the author out\n"
    )


@pytest.mark.parametrize(
    ("attack", "message"),
    [
        (ADD.format(seq=2, author="'minister'", at=NOW), "cannot be signed as minist"),
        (ADD.format(seq=2, author="'t_recorder'", at=NOW), "cannot be signed as t_re"),
        (
            ADD.format(seq=2, author="session_user", at="'2024-12-31 12:00Z'"),
            "an entry is recorded now, not at 31/12/2024 17:00:00",
        ),
        (
            ADD.format(seq=2, author="session_user", at=f"{NOW} + interval '1 h'"),
            "an entry is recorded now",
        ),
        (
            ADD.format(seq=2, author="session_user", at=LAST),
            "an entry is recorded now",
        ),
        (ADD.format(seq=7, author="session_user", at=NOW), "it is not number 7"),
        ("UPDATE actual SET value = 1", "permission denied for table actual"),
        ("DELETE FROM actual", "permission denied for table actual"),
        ("TRUNCATE actual", "permission denied for table actual"),
        ("ALTER TABLE actual DISABLE TRIGGER USER", "must be owner of table actual"),
        ("DROP TRIGGER actual_signed ON actual", "must be owner of"),
        ("CREATE OR REPLACE FUNCTION tracker_signed() RETURNS trigger LANGUAGE plpgsql "
         "AS $$ BEGIN RETURN NEW; END $$", "permission denied|must be owner"),
        ("SET ROLE t_owner", "permission denied to set role"),
        ("INSERT INTO target (key, position) VALUES ('x', 1)", "permission denied"),
        ("UPDATE target SET position = 9", "permission denied for table target"),
        ("INSERT INTO statement SELECT * FROM statement", "permission denied"),
        ("UPDATE alembic_version SET version_num = '0'", "permission denied"),
        (ADD_FILE.format(author="'minister'", at=NOW), "cannot be signed as minister"),
        (ADD_FILE.format(author="session_user", at="'2024-12-31 12:00Z'"),
         "an import is recorded now, not at 31/12/2024 17:00:00"),
        ("UPDATE imported_file SET stored = 9", "permission denied for table imported"),
        ("DELETE FROM imported_file", "permission denied for table imported_file"),
        ("TRUNCATE imported_file", "permission denied for table imported_file"),
    ],
)  # fmt: skip
def test_a_recorder_cannot_forge_change_or_remove(recorder, attack, message):
    with pytest.raises(psycopg.Error, match=message):
        recorder.execute(attack)


def test_a_recorder_may_add_what_it_says_itself(recorder):
    recorder.execute(ADD.format(seq=2, author="session_user", at=NOW))

    written = recorder.execute("SELECT author FROM actual WHERE target_id = 1")
    assert written.fetchall() == [("seeds",), ("an_recorder",)]
    recorder.execute(ADD_FILE.format(author="session_user", at=NOW))


def test_a_servers_clock_set_back_stops_no_recorder(tracker, let_in, admin):
    admin.execute("ALTER TABLE actual DISABLE TRIGGER USER")
    admin.execute("UPDATE actual SET recorded_at = recorded_at + interval '1 d'")
    admin.execute("ALTER TABLE actual ENABLE TRIGGER USER")

    command = ("record", "camp-vouchers", "+5", "--on", "2025-01-01")

    assert tracker(*command, **let_in("recorder")).exit_code == 0


def test_roles_are_made_once_and_named_as_asked(tracker, server):
    first, again = (tracker("db", "init-roles", "--prefix", "du") for _ in range(2))

    assert first.exit_code == 0
    assert again.stdout == first.stdout
    assert first.stdout.startswith("du_owner: owns the ledgers")


def test_whoever_owns_the_database_needs_no_superuser(tracker, cluster):
    with cluster.database() as name, cluster.connect() as admin:
        admin.execute("CREATE ROLE manager LOGIN CREATEROLE")
        admin.execute(f"ALTER DATABASE {name} OWNER TO manager")
        url = {"TRACKER_DATABASE_URL": cluster.url(name, "manager")}
        more = ("record", "camp-vouchers", "1300", "--on", "2025-01-01")

        for command in (
            ("init", "--seeds"),
            ("db", "init-roles", "--prefix", "m"),
            ("db", "init-roles", "--prefix", "m"),
            (*more, "--author", "anybody"),
            ("sync",),
            ("db", "check"),
        ):
            result = tracker(*command, **url)
            assert result.exit_code == 0, result.output


@pytest.mark.parametrize("prefix", ["", "1st", "Robert'; DROP TABLE target;--", "ә"])
def test_a_prefix_that_begins_no_name_is_refused(tracker, server, prefix):
    result = tracker("db", "init-roles", "--prefix", prefix)

    assert result.exit_code == 3
    assert "cannot begin the name of a role" in result.stderr


def test_a_file_has_no_roles(tracker):
    result = tracker("db", "init-roles")

    assert result.exit_code == 4
    assert result.stderr.startswith("Error: roles are for a database on a PostgreSQL")
