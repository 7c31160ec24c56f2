"""The tables: `statement` and `actual` are facts, the others reference tables.

Every key and unique constraint of a fact contains `target_id`, and foreign keys stay
within a target or point to the reference table, so that facts can be distributed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)

# The migration this code is written for; a test holds it to alembic's head.
REVISION = "0004"

# "TRKR" in ASCII; SQLite keeps it in the file's header.
APPLICATION_ID = 0x54524B52

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, to the microsecond, also where the engine keeps no zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(
        self, value: datetime | None, dialect: Dialect
    ) -> datetime | None:
        if value is None or dialect.name != "sqlite":
            return value
        return value.astimezone(UTC).replace(tzinfo=None)

    def result_processor(
        self, dialect: Dialect, coltype: object
    ) -> Callable[[Any], datetime | None] | None:
        if dialect.name == "sqlite":
            return _moment_in_file
        return super().result_processor(dialect, coltype)

    def process_result_value(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002  # SQLAlchemy's signature
    ) -> datetime | None:
        return _in_utc(value)


def _in_utc(moment: datetime | None) -> datetime | None:
    """A server hands moments out in the zone of the session, SQLite in none."""
    if moment is None:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


@lru_cache(maxsize=256)
def _moment_in_file(text: str | None) -> datetime | None:
    """As SQLite keeps it. What was imported together has one moment: it is kept."""
    return None if text is None else _in_utc(datetime.fromisoformat(text))


target = Table(
    "target",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(130), nullable=False, unique=True),
    Column("position", Integer, nullable=False),
)

statement = Table(
    "statement",
    metadata,
    Column("target_id", ForeignKey("target.id"), primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("kind", String(12), nullable=False),
    Column("stated", Date, nullable=False),
    Column("terms", Text, nullable=False),
    Column("labels", Text, nullable=False),
    Column("author", String(200), nullable=False),
    Column("recorded_at", Moment, nullable=False),
    Column("replaces", Integer),
    Column("reason", Text),
    Column("digest", String(64), nullable=False),
    ForeignKeyConstraint(
        ["target_id", "replaces"], ["statement.target_id", "statement.seq"]
    ),
    UniqueConstraint("target_id", "replaces"),
    CheckConstraint("seq >= 1", name="seq"),
    CheckConstraint("kind IN ('stated', 'erratum', 'relabelled')", name="kind"),
    CheckConstraint("(kind = 'erratum') = (replaces IS NOT NULL)", name="replaces"),
    CheckConstraint("length(digest) = 64", name="digest"),
    sqlite_with_rowid=False,
)

_REPLACED = text("replaces IS NOT NULL")

actual = Table(
    "actual",
    metadata,
    Column("target_id", ForeignKey("target.id"), primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("on", Date, nullable=False),
    Column("kind", String(10), nullable=False),
    Column("value", Double),
    Column("evidence", String(10), nullable=False),
    Column("item", Text),
    Column("source", Text),
    Column("url", Text),
    Column("note", Text),
    Column("author", String(200), nullable=False),
    Column("recorded_at", Moment, nullable=False),
    Column("replaces", Integer),
    Column("reason", Text),
    Column("digest", String(64), nullable=False),
    ForeignKeyConstraint(["target_id", "replaces"], ["actual.target_id", "actual.seq"]),
    UniqueConstraint("target_id", "replaces"),
    CheckConstraint("seq >= 1", name="seq"),
    CheckConstraint(
        "kind IN ('total', 'increment', 'done', 'not-done', 'withdrawal')", name="kind"
    ),
    CheckConstraint("(kind = 'withdrawal') = (value IS NULL)", name="withdrawal"),
    # Refuses NaN and infinity on both engines, where `value = value` would not.
    CheckConstraint("value IS NULL OR value BETWEEN -1e15 AND 1e15", name="value"),
    CheckConstraint(
        "evidence IN ('claimed', 'documented', 'verified')", name="evidence"
    ),
    CheckConstraint("length(digest) = 64", name="digest"),
    Index(None, "target_id", "on", "seq", "kind", "value"),
    # The few targets of which a row was corrected or withdrawn.
    Index(
        "ix_actual_corrected",
        "target_id",
        sqlite_where=_REPLACED,
        postgresql_where=_REPLACED,
    ),
    sqlite_with_rowid=False,
)

# A look-up: what it says is no part of a ledger, and no key of it has a target.
imported_file = Table(
    "imported_file",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("recorded_at", Moment, primary_key=True),
    Column("name", Text, nullable=False),
    Column("stored", Integer, nullable=False),
    Column("author", String(200), nullable=False),
    CheckConstraint("length(sha256) = 64", name="sha256"),
    CheckConstraint("stored >= 1", name="stored"),
    sqlite_with_rowid=False,
)

FACTS = (statement, actual)
# Each in one piece; a cluster copies them to every node.
REFERENCES = (target, imported_file)

# What each engine is told to refuse, by migrations.
_KEPT = (*FACTS, imported_file)
TRIGGERS = {
    "sqlite": (
        *(f"{f}_no_{verb}" for f in _KEPT for verb in ("update", "delete", "replace")),
        *(f"target_no_{verb}" for verb in ("delete", "rename", "replace")),
    ),
    "postgresql": (
        *(f"{f}_no_{verb}" for f in _KEPT for verb in ("update", "delete", "truncate")),
        *(f"target_no_{verb}" for verb in ("delete", "rename", "truncate")),
        *("actual_signed", "imported_file_signed"),
    ),
}
