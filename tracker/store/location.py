"""Where the ledgers are kept: a file, or a database on a PostgreSQL server."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from tracker.errors import StoreError

# How long a writer waits for another one before it gives up, and how long any one
# statement may take, as PostgreSQL writes times. A URL may say otherwise.
TIMEOUTS = {"lock_timeout": "30s", "statement_timeout": "5min"}

_FORMS = "sqlite:///path/to/tracker.db or postgresql://user@host/database"
# What of a URL's query tells where the server is; the rest may hold a secret.
_WHERE = ("host", "port", "service")


@dataclass(frozen=True)
class Server:
    """A database on a PostgreSQL server; as text it shows no password.

    Attributes:
        url: What is for the driver, its secrets included.
        timeouts: The settings of `TIMEOUTS`.
    """

    url: URL = field(repr=False)
    timeouts: Mapping[str, str]

    def __str__(self) -> str:
        url = self.url
        shown = URL.create(
            "postgresql",
            username=url.username,
            host=url.host,
            port=url.port,
            database=url.database,
            query={key: url.query[key] for key in _WHERE if key in url.query},
        )
        return shown.render_as_string().replace("%2F", "/")


Database: TypeAlias = Path | Server


def located(url: str) -> Database:
    """The file or the server's database that a URL names.

    Raises:
        StoreError: It names neither.
    """
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        # The cause may quote a password, so it is not passed on.
        raise StoreError(
            f"{_shown(url)!r} is no database URL; write {_FORMS}"
        ) from None
    backend = parsed.get_backend_name()
    if backend == "sqlite" and parsed.database:
        return Path(parsed.database)
    if backend == "postgresql" and parsed.drivername in (
        "postgresql",
        "postgresql+psycopg",
    ):
        return _server(parsed)
    raise StoreError(f"{_shown(url)} is not supported; write {_FORMS}")


def _server(parsed: URL) -> Server:
    given = {key: str(parsed.query[key]) for key in TIMEOUTS if key in parsed.query}
    url = parsed.set(drivername="postgresql+psycopg").difference_update_query(TIMEOUTS)
    return Server(url, TIMEOUTS | given)


def _shown(url: str) -> str:
    """A URL that cannot be taken apart, without all that may be a secret."""
    begin, at, rest = url.rpartition("@")
    shown = rest.partition("?")[0]
    return f"{begin.partition(':')[0].partition('/')[0]}://***@{shown}" if at else shown
