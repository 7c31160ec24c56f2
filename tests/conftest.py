"""Resources that tests share: the example's database, made once and copied."""

from __future__ import annotations

import os
import shutil
import time
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import settings

from tests import postgres
from tests.tampering import changed_in_file, changed_on_server
from tracker.cli import root
from tracker.store import migrate
from tracker.store.location import located

# The same examples in every run, and no limit of time: these machines are noisy.
settings.register_profile("same", deadline=None, derandomize=True)
settings.load_profile("same")

ROOT = Path(__file__).parent.parent


CITUS = "TRACKER_TEST_CITUS_URL"


def pytest_report_header():
    """Says of what is left out that it is."""
    if CITUS not in os.environ:
        return f"citus: tests on a cluster are left out; set {CITUS} to run them"
    return f"citus: tests on a cluster run on {CITUS}"


def pytest_collection_modifyitems(config, items):
    if CITUS in os.environ:
        return
    left_out = [each for each in items if each.get_closest_marker("citus")]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [each for each in items if each not in left_out]


@pytest.fixture(scope="session")
def example_template(tmp_path_factory):
    """A folder as `tracker init --example` leaves it."""
    folder = tmp_path_factory.mktemp("template")
    shutil.copy(ROOT / "targets.toml", folder)
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    arguments = ["--targets", str(folder / "targets.toml"), "init", "--seeds"]
    result = CliRunner().invoke(root, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture(autouse=True)
def no_settings(monkeypatch):
    """No setting of the person who runs the tests reaches them."""
    for name in ("TRACKER_TARGETS", "TRACKER_DATABASE_URL", "TRACKER_LANG", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def in_zone(monkeypatch):
    """Sets the zone of the machine for the rest of a test."""

    def put(name):
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield put
    monkeypatch.undo()
    time.tzset()


@pytest.fixture(scope="session")
def cluster():
    """A PostgreSQL server with two databases to copy: `empty` and `example`."""
    try:
        postgres.binaries()
    except postgres.NoServerError as error:
        # A machine of continuous integration must have one.
        (pytest.fail if os.environ.get("CI") else pytest.skip)(str(error))
    with postgres.running() as cluster:
        with cluster.connect() as admin:
            admin.execute("CREATE DATABASE empty")
            admin.execute("CREATE DATABASE example")
        with migrate.setting_up(located(cluster.url("empty"))):
            pass
        arguments = ["--targets", str(ROOT / "targets.toml"), "init", "--seeds"]
        url = {"TRACKER_DATABASE_URL": cluster.url("example")}
        result = CliRunner().invoke(root, arguments, env=url)
        assert result.exit_code == 0, result.output
        yield cluster


@pytest.fixture
def empty_server(request):
    """An empty ledger on a server."""
    cluster = request.getfixturevalue("cluster")
    with cluster.database("empty") as name:
        yield located(cluster.url(name))


@pytest.fixture
def server(cluster, monkeypatch):
    """The example's database on a server, as the setting that commands follow."""
    with cluster.database("example") as name:
        monkeypatch.setenv("TRACKER_DATABASE_URL", cluster.url(name))
        yield name


@pytest.fixture(params=["sqlite", "postgresql"])
def on_both(request):
    """Runs a test twice: on the example's file, and on a server."""
    if request.param == "postgresql":
        request.getfixturevalue("server")


@pytest.fixture(params=["sqlite", "postgresql"])
def tamper(request, example):
    """Changes the example's database, of each engine, behind tracker's back."""
    if request.param == "sqlite":
        yield partial(changed_in_file, example / "tracker.db")
        return
    name = request.getfixturevalue("server")
    with request.getfixturevalue("cluster").connect(name) as connection:
        yield partial(changed_on_server, connection)


@pytest.fixture
def example(example_template, tmp_path):
    """A copy of the example's folder, with its database."""
    folder = tmp_path / "example"
    shutil.copytree(example_template, folder)
    return folder


@pytest.fixture
def tracker(example, monkeypatch):
    """Runs a command in the example's folder; the result has exit code and output."""
    monkeypatch.chdir(example)

    def run(*arguments, **settings):
        return CliRunner().invoke(
            root, list(map(str, arguments)), catch_exceptions=False, env=settings
        )

    return run
