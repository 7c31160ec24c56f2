"""Migrations lead to the schema that the code is written for, all or nothing."""

from __future__ import annotations

import sqlite3

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from tracker.errors import DatabaseVersionError, StoreError
from tracker.store import migrate
from tracker.store.engine import reading, unchecked
from tracker.store.schema import REVISION, metadata


@pytest.fixture
def fresh(tmp_path):
    """A database that was just set up."""
    path = tmp_path / "fresh.db"
    with migrate.creating(path):
        pass
    return path


def test_the_code_is_written_for_the_newest_migration():
    head = ScriptDirectory(str(migrate.migrations_folder())).get_current_head()

    assert head == REVISION


def test_migrations_and_schema_agree(fresh):
    with reading(fresh) as connection:
        context = MigrationContext.configure(connection)
        differences = compare_metadata(context, metadata)

    assert differences == []


def test_constraints_are_named_as_the_schema_names_them(fresh):
    raw = sqlite3.connect(fresh)
    made = raw.execute("SELECT sql FROM sqlite_master WHERE name = 'actual'").fetchone()
    raw.close()
    named = [each.name for each in metadata.tables["actual"].constraints]

    assert all(f"CONSTRAINT {name} " in made[0] for name in named)


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


def test_a_newer_database_is_never_taken_back(fresh):
    with unchecked(fresh) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(DatabaseVersionError, match="newer than this tracker's 0002"):
        migrate.upgrade(fresh)


def test_setting_up_never_overwrites_a_file_that_came_in_meanwhile(tmp_path):
    path = tmp_path / "tracker.db"

    with pytest.raises(StoreError, match="is kept"), migrate.creating(path):
        path.write_text("somebody else's")

    assert path.read_text() == "somebody else's"
    assert list(tmp_path.iterdir()) == [path]
