"""PostgreSQL's side of opening: snapshots, time limits, its refusals in words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import ArgumentError, DataError, DBAPIError
from sqlalchemy.pool import NullPool

from tracker.errors import (
    DatabaseBusyError,
    ForeignDatabaseError,
    NoDatabaseError,
    NotAllowedError,
    RepeatableError,
    StoreError,
)
from tracker.store.location import Server

# One state of the database for all that a command reads, also on a standby.
READING: Mapping[str, object] = MappingProxyType(
    {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
)
# Each statement sees what was stored before it: a writer reads a ledger after it has
# waited for the one before it, and must not miss what that one wrote.
WRITING: Mapping[str, object] = MappingProxyType({"isolation_level": "READ COMMITTED"})

# For the driver, unless the URL says otherwise: a host that does not answer or has gone
# is noticed within a minute (seconds), and texts are what they are in Python.
_DEFAULTS = MappingProxyType(
    {
        "connect_timeout": 10,
        "keepalives_idle": 30,
        "keepalives_interval": 10,
        "keepalives_count": 3,
        "client_encoding": "utf8",
    }
)
# How days and moments are written, whatever the server or the role prefers.
_FORM = MappingProxyType({"TimeZone": "UTC", "DateStyle": "ISO, YMD"})

# By the first letters of SQLSTATE. Source: PostgreSQL's manual, appendix A.
_CAME_IN_THE_WAY = ("40001", "40P01", "23505")
_LOST = ("08", "57P", "25P03")
_NO_ROOM = ("53", "58")


def engine(server: Server) -> Engine:
    """An engine that connects anew each time and keeps no statement on the server.

    Raises:
        StoreError: The driver is not installed, or the URL contradicts itself.
    """
    defaults = {k: v for k, v in _DEFAULTS.items() if k not in server.url.query}
    try:
        made = create_engine(
            server.url,
            poolclass=NullPool,
            hide_parameters=True,
            # Saves a question to the server about a type that is not used.
            use_native_hstore=False,
            # A pooler between may give the next statement to another session.
            connect_args={**defaults, "prepare_threshold": None},
        )
    except ImportError as error:
        raise StoreError(
            f"{server} needs a driver that is not installed; run "
            "`pip install 'tracker[postgres]'`"
        ) from error
    except ArgumentError as error:
        raise StoreError(f"{server} cannot be reached ({error}); check it") from error
    settings = {**_FORM, **server.timeouts}
    calls = ", ".join(f"set_config('{name}', %s, true)" for name in settings)

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(f"SELECT {calls}", tuple(settings.values()))

    event.listen(made, "begin", begin)
    return made


def check_ours(connection: Connection, where: str) -> None:
    """Refuses a database without tracker's tables, or with another program's."""
    row = connection.exec_driver_sql(
        "SELECT to_regclass('alembic_version'), to_regclass('target'), "
        "to_regclass('statement'), to_regclass('actual'), session_user"
    ).one()
    *tables, role = row
    if all(tables):
        return
    if any(tables):
        raise ForeignDatabaseError(
            f"{where} holds tables of another program under names that tracker needs; "
            "give tracker a database of its own"
        )
    raise NoDatabaseError(
        f"{where} is not set up, or {role} may not see it; run `tracker init`, or ask "
        "its owner for a role"
    )


# Tables whose rows the role may see by no policy, although it may select from them.
# Source: PostgreSQL's manual, 5.9, row security policies.
_HIDDEN = """
SELECT count(*) FROM pg_class AS t
WHERE oid IN ('target'::regclass, 'statement'::regclass, 'actual'::regclass)
AND row_security_active(oid) AND NOT EXISTS (
    SELECT FROM pg_policy, unnest(polroles) AS role
    WHERE polrelid = t.oid AND polpermissive AND polcmd IN ('r', '*')
    AND CASE role WHEN 0 THEN true ELSE pg_has_role(role, 'USAGE') END
)
"""


def hidden(connection: Connection) -> bool:
    """Whether the server shows this role none of the rows of a table of ours."""
    return bool(connection.exec_driver_sql(_HIDDEN).scalar())


def lost(error: DBAPIError) -> bool:
    """Whether the connection has gone, so that nobody knows what became of a COMMIT."""
    state = _state(error)
    return error.connection_invalidated or state.startswith(_LOST)


def told(error: DBAPIError, where: str, *, writing: bool) -> Exception:
    """PostgreSQL's refusals as sentences with a remedy; anything else as it is."""
    state, reason = _state(error), _reason(error)
    outcome = "nothing was stored: " if writing else ""
    if state.startswith(_CAME_IN_THE_WAY):
        return RepeatableError(
            f"another command came in the way at {where}; {outcome}run it again"
        )
    if lost(error):
        return RepeatableError(
            f"the connection to {where} was lost ({reason}); {outcome}run it again "
            "when the server is back"
        )
    refused = _refused(state, reason, where, outcome)
    if refused is not None:
        return refused
    if isinstance(error, DataError) and not state:
        return ForeignDatabaseError(
            f"{where} holds a row that cannot be read; `tracker db check` names it"
        )
    if error.statement is None and not state:
        return NoDatabaseError(
            f"{where} cannot be reached ({reason}); check the URL, and that the server "
            "runs"
        )
    return error


def _refused(state: str, reason: str, where: str, outcome: str) -> StoreError | None:
    """What the server would not do, by the reason it gives.

    Args:
        outcome: Of a command that writes, that nothing came of it.
    """
    if state == "55P03":
        return DatabaseBusyError(
            f"another process is writing to {where} and was not done in time; "
            f"{outcome}try again, or allow more with ?lock_timeout=2min"
        )
    if state == "57014":
        return DatabaseBusyError(
            f"{where} stopped a statement that took too long; {outcome}try again, or "
            "allow more with ?statement_timeout=1h"
        )
    if state == "25006":
        return NotAllowedError(
            f"{where} is a copy that is only read; record on the server that it copies"
        )
    if state == "42501":
        return NotAllowedError(
            f"{where} refused ({reason}); ask its owner for a role that may do this"
        )
    if state == "42P01":
        return ForeignDatabaseError(
            f"{where} lacks a table of tracker's; restore it from a backup"
        )
    if state == "22023":
        return StoreError(
            f"{where} refused a setting ({reason}); write times as 30s or 5min"
        )
    if state.startswith(_NO_ROOM):
        return DatabaseBusyError(
            f"{where} cannot go on ({reason}); {outcome}ask whoever looks after the "
            "server"
        )
    return None


def _state(error: DBAPIError) -> str:
    return str(getattr(error.orig, "sqlstate", None) or "")


def _reason(error: DBAPIError) -> str:
    """The server's own words, in one line."""
    said = getattr(getattr(error.orig, "diag", None), "message_primary", None)
    lines = str(said or error.orig).strip().splitlines()
    return lines[0].strip() if lines else type(error.orig).__name__
