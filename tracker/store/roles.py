"""Who may do what on a shared server: roles that people are let into."""

from __future__ import annotations

import re
from typing import NamedTuple

from sqlalchemy import Connection

from tracker.errors import EntryError, StoreError

_PREFIX = re.compile(r"[a-z][a-z0-9_]{0,39}")
_TABLES = ("target", "statement", "actual", "imported_file", "alembic_version")
_FUNCTIONS = ("tracker_refuse()", "tracker_signed()", "tracker_import_signed()")


class Roles(NamedTuple):
    """The names of the roles; none of them can log in.

    Attributes:
        owner: Owns the tables: states targets, takes them to another version.
        recorder: Adds actuals, which the server signs, and changes nothing.
        reader: Reads.
    """

    owner: str
    recorder: str
    reader: str


def create(connection: Connection, prefix: str) -> Roles:
    """Makes the roles that are missing, and gives each what is its own.

    Whoever runs this owned the tables, and becomes a member of the owner.

    Raises:
        StoreError: The database is a file.
        EntryError: The prefix begins no plain name.
    """
    if connection.dialect.name != "postgresql":
        raise StoreError(
            "roles are for a database on a PostgreSQL server; a file is protected by "
            "its permissions"
        )
    if not _PREFIX.fullmatch(prefix):
        raise EntryError(
            f"{prefix!r} cannot begin the name of a role; write small letters, digits "
            "and _, a letter first"
        )
    roles = Roles(*(f"{prefix}_{name}" for name in Roles._fields))
    there = set(connection.exec_driver_sql("SELECT rolname FROM pg_roles").scalars())
    for role in roles:
        if role not in there:
            connection.exec_driver_sql(f"CREATE ROLE {role} NOLOGIN")
    schema = connection.exec_driver_sql(
        "SELECT quote_ident(nspname) FROM pg_class JOIN pg_namespace n "
        "ON n.oid = relnamespace WHERE pg_class.oid = 'target'::regclass"
    ).scalar_one()
    for each in _grants(roles, str(schema)):
        connection.exec_driver_sql(each)
    return roles


def _grants(roles: Roles, schema: str) -> list[str]:
    owner, recorder, reader = roles
    tables = ", ".join(_TABLES)
    return [
        f"GRANT {owner} TO CURRENT_USER",
        f"GRANT USAGE, CREATE ON SCHEMA {schema} TO {owner}",
        *(f"ALTER TABLE {table} OWNER TO {owner}" for table in _TABLES),
        *(f"ALTER FUNCTION {each} OWNER TO {owner}" for each in _FUNCTIONS),
        f"REVOKE ALL ON {tables} FROM PUBLIC, {recorder}, {reader}",
        f"GRANT USAGE ON SCHEMA {schema} TO {reader}",
        f"GRANT SELECT ON {tables} TO {reader}",
        f"GRANT {reader} TO {recorder}",
        f"GRANT INSERT ON actual, imported_file TO {recorder}",
    ]
