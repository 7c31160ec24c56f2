"""Migrations lead to the schema that the code is written for, all or nothing."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from tests.builders import a_target, an_actual
from tracker.errors import DatabaseVersionError, ForeignDatabaseError, StoreError
from tracker.store import migrate, read, write
from tracker.store.drafts import draft_beside
from tracker.store.engine import reading, unchecked
from tracker.store.inspect import faults
from tracker.store.location import located
from tracker.store.schema import REVISION, metadata
from tracker.store.write import Signature

BY = Signature("analyst", datetime(2024, 6, 1, 12, tzinfo=UTC))
SAID = an_actual("2024-02-01", 1.0)


@pytest.fixture
def fresh(tmp_path):
    """A file that was just set up."""
    path = tmp_path / "fresh.db"
    with migrate.creating(path):
        pass
    return path


def to(revision, connection):
    command.upgrade(migrate._config(connection), revision)


def test_the_code_is_written_for_the_newest_migration():
    head = ScriptDirectory(str(migrate.migrations_folder())).get_current_head()

    assert head == REVISION


def test_migrations_and_schema_agree(database):
    with reading(database) as connection:
        context = MigrationContext.configure(connection)
        differences = compare_metadata(context, metadata)

    assert differences == []


def test_constraints_are_named_as_the_schema_names_them(database):
    with reading(database) as connection:
        found = inspect(connection)
        named = {
            each["name"]
            for of in (
                found.get_check_constraints,
                found.get_foreign_keys,
                found.get_unique_constraints,
            )
            for each in of("actual")
        }
        named.add(found.get_pk_constraint("actual")["name"])

    assert named == {each.name for each in metadata.tables["actual"].constraints}


@pytest.fixture(params=["sqlite", "postgresql"])
def blank(request, tmp_path):
    """A place where nothing is set up."""
    if request.param == "sqlite":
        (tmp_path / "blank.db").touch()
        yield tmp_path / "blank.db"
        return
    cluster = request.getfixturevalue("cluster")
    with cluster.database() as name:
        yield located(cluster.url(name))


@pytest.mark.parametrize("version", ["0001", "0002", "0003"])
def test_every_earlier_version_goes_forward_with_its_rows(blank, version):
    with unchecked(blank, fresh=True) as connection:
        to(version, connection)
        write.add_target(connection, a_target(), 0, BY)
        stored = write.add_actuals(connection, a_target().key, [SAID], BY.at)

    with (
        pytest.raises(DatabaseVersionError, match="needs 0004; run `tracker db upg"),
        reading(blank),
    ):
        pass
    assert migrate.upgrade(blank) == (version, REVISION)

    with reading(blank) as connection:
        (ledger,) = read.ledgers(connection)
        assert faults(connection) == []
    assert (ledger.target, ledger.actuals) == (a_target(), stored)


def test_a_second_upgrade_changes_nothing(fresh):
    before = fresh.read_bytes()

    assert migrate.upgrade(fresh) == (REVISION, REVISION)
    assert fresh.read_bytes() == before


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path):
    path = tmp_path / "taken.db"
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE actual (x)")
    raw.commit()
    raw.close()
    before = path.read_bytes()

    with pytest.raises(Exception, match="already exists"):
        migrate.upgrade(path, fresh=True)

    assert path.read_bytes() == before


def test_a_database_of_another_program_is_never_taken_over(tmp_path):
    path = tmp_path / "foreign.db"
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE accounts (x)")
    raw.commit()
    raw.close()
    before = path.read_bytes()

    with pytest.raises(StoreError, match="a database of another program"):
        migrate.upgrade(path)

    assert path.read_bytes() == before


def test_a_newer_database_is_never_taken_back(database):
    with unchecked(database) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(DatabaseVersionError, match="newer than this tracker's 0004"):
        migrate.upgrade(database)


def test_setting_up_never_overwrites_a_file_that_came_in_meanwhile(tmp_path):
    path = tmp_path / "tracker.db"

    with pytest.raises(StoreError, match="is kept"), migrate.creating(path):
        path.write_text("somebody else's")

    assert path.read_text() == "somebody else's"
    assert list(tmp_path.iterdir()) == [path]


def test_what_somebody_is_still_making_is_left_alone(tmp_path):
    path = tmp_path / "tracker.db"

    with migrate.creating(path) as slow:
        with migrate.creating(tmp_path / "other.db"), draft_beside(path) as quick:
            assert slow.exists()
            assert quick != slow
        assert slow.exists()

    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "other.db",
        "tracker.db",
    ]


def test_only_drafts_that_were_forsaken_are_removed(tmp_path):
    path, others = tmp_path / "tracker.db", tmp_path / "elsewhere"
    others.write_text("mine")
    mine = [
        *(".tracker.db.abcdefgh", ".tracker.db.mine-held", ".tracker_db.abcdefgh-held"),
        *("tracker.db.abcdefgh-held", "elsewhere"),
    ]
    forsaken = [".tracker.db.12345678", ".tracker.db.12345678-journal"]
    for name in (*mine, *forsaken, ".tracker.db.12345678-held"):
        (tmp_path / name).write_text("mine")
    link = tmp_path / ".tracker.db.a_link_x-held"
    link.symlink_to(others)

    with draft_beside(path):
        there = sorted(each.name for each in tmp_path.iterdir())

    assert [each for each in there if each in forsaken] == []
    assert set(there) >= {*mine, link.name}
    assert others.read_text() == "mine"


def test_two_who_set_one_server_up_at_once_come_one_after_the_other(cluster):
    with cluster.database() as name, ThreadPoolExecutor() as threads:
        server = located(cluster.url(name))

        def set_up(_):
            with migrate.setting_up(server) as (connection, fresh):
                assert read.keys(connection) == ()
                return fresh

        assert sorted(threads.map(set_up, range(4))) == [False, False, False, True]


def test_what_fails_while_a_server_is_set_up_leaves_nothing(cluster):
    with cluster.database() as name, cluster.connect(name) as raw:
        server = located(cluster.url(name))

        with pytest.raises(ZeroDivisionError), migrate.setting_up(server):
            raise ZeroDivisionError

        tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
        assert raw.execute(tables).fetchone() == (0,)


def test_a_server_that_lacks_letters_is_refused(cluster):
    with cluster.connect() as admin:
        admin.execute(
            "CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0"
        )

    with (
        pytest.raises(ForeignDatabaseError, match="keeps texts as LATIN1, which lacks"),
        migrate.setting_up(located(cluster.url("latin"))),
    ):
        pass


def test_other_programs_tables_stay_beside_ours_but_never_under_our_names(cluster):
    with cluster.database() as name, cluster.connect(name) as raw:
        server = located(cluster.url(name))
        raw.execute("CREATE TABLE accounts (x int)")
        with migrate.setting_up(server) as (_, fresh):
            assert fresh
    with cluster.database() as name, cluster.connect(name) as raw:
        server = located(cluster.url(name))
        raw.execute("CREATE TABLE actual (x int)")

        with (
            pytest.raises(ForeignDatabaseError, match="tables of another program"),
            migrate.setting_up(server),
        ):
            pass
