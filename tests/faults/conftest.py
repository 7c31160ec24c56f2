"""Commands with faults, and what a database holds whatever its engine."""

from __future__ import annotations

import os
import sqlite3
from functools import partial

import pytest

from tests.faults.children import Children

ROWS = (
    "SELECT 'actual', target_id, seq, digest FROM actual UNION ALL SELECT 'statement'"
)
ROWS += ", target_id, seq, digest FROM statement UNION ALL SELECT key, id, position, ''"
ROWS += " FROM target UNION ALL SELECT version_num, 0, 0, '' FROM alembic_version"
# A table that the first version did not have.
FILES = "SELECT sha256, recorded_at::text, name, stored, author FROM imported_file"
IS_THERE = "SELECT to_regclass('imported_file')"
GUARDS = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"


@pytest.fixture(scope="session")
def children():
    started = Children()
    yield started
    started.close()


@pytest.fixture
def child(children, example):
    """Runs a command in the example's folder, with a fault."""
    return partial(children.run, folder=example)


@pytest.fixture
def content(example, request):
    """All that the example's database holds, of whichever engine."""

    def held():
        if "TRACKER_DATABASE_URL" not in os.environ:
            return content_of(example / "tracker.db")
        cluster = request.getfixturevalue("cluster")
        with cluster.connect(request.getfixturevalue("server")) as raw:
            is_there = raw.execute(IS_THERE).fetchone() != (None,)
            queries = (ROWS, GUARDS, FILES) if is_there else (ROWS, GUARDS)
            return [sorted(raw.execute(each)) for each in queries]

    return held


def content_of(path):
    raw = sqlite3.connect(path)
    try:
        return list(raw.iterdump())
    finally:
        raw.close()


def is_told(code, said):
    """One sentence and the exit code of the database or the file, never a traceback."""
    assert code == 4, said
    assert said.startswith("Error: ")
    assert said.count("\n") == 1
    return True
