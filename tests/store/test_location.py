"""URLs: a file or a server, and never a password in what is shown."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tracker.errors import StoreError
from tracker.store.location import Server, located


def test_a_url_names_a_file():
    assert located("sqlite:///data/tracker.db") == Path("data/tracker.db")


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://host/db", "postgresql://host/db"),
        ("postgresql+psycopg://u:secret@host:5433/db", "postgresql://u@host:5433/db"),
        (
            "postgresql://u@/db?host=/run/postgresql&password=secret",
            "postgresql://u@/db?host=/run/postgresql",
        ),
        ("postgresql://u@h/db?options=-csearch_path=secret", "postgresql://u@h/db"),
    ],
)
def test_a_server_is_shown_without_what_is_secret(url, shown):
    server = located(url)

    assert str(server) == shown
    assert "secret" not in repr(server)


def test_time_limits_come_from_the_url_and_never_reach_the_driver():
    server = located("postgresql://host/db?lock_timeout=5s&application_name=nightly")

    assert isinstance(server, Server)
    assert server.timeouts == {"lock_timeout": "5s", "statement_timeout": "5min"}
    assert dict(server.url.query) == {"application_name": "nightly"}


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("tracker.db", "'tracker.db' is no database URL; write sqlite:///path/to"),
        ("sqlite://", "sqlite:// is not supported; write sqlite:///path"),
        ("mysql://u:secret@host/db", r"mysql://\*\*\*@host/db is not supported; write"),
        ("postgresql+asyncpg://u:secret@h/db", r"asyncpg://\*\*\*@h/db is not supp"),
        ("postgresql//u:se@cret@host/db?password=secret", r"://\*\*\*@host/db' is no"),
        ("postgresql://u:secret@host:port/db", r"'postgresql://\*\*\*@host:port/db'"),
        ("postgresql:/db?password=secret", "'postgresql:/db' is no database URL"),
    ],
)
def test_a_url_that_names_neither_is_refused_without_its_password(url, message):
    with pytest.raises(StoreError, match=message) as refused:
        located(url)

    assert "secret" not in f"{refused.value!r} {refused.value.__cause__!r}"


def test_a_driver_that_is_not_installed_is_named(tracker, monkeypatch):
    for module in [name for name in sys.modules if name.split(".")[0] == "psycopg"]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "psycopg", None)

    result = tracker("--database", "postgresql://u:secret@host/db", "status")

    assert result.exit_code == 4
    assert result.stderr == (
        "Error: postgresql://u@host/db needs a driver that is not installed; run "
        "`pip install 'tracker[postgres]'`\n"
    )
