"""Targets, their statements and their actuals, append-only.

A migration never changes once it is released, so it names its columns itself.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

APPLICATION_ID = 0x54524B52  # "TRKR" in ASCII


def upgrade() -> None:
    op.create_table(
        "target",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(130), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_target")),
        sa.UniqueConstraint("key", name=op.f("uq_target_key")),
    )
    op.create_table(
        "statement",
        sa.Column("target_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("stated", sa.Date(), nullable=False),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.Column("labels", sa.Text(), nullable=False),
        *_entry_columns("statement"),
        sa.CheckConstraint(
            "kind IN ('stated', 'erratum', 'relabelled')",
            name=op.f("ck_statement_kind"),
        ),
        sa.CheckConstraint(
            "(kind = 'erratum') = (replaces IS NOT NULL)",
            name=op.f("ck_statement_replaces"),
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "actual",
        sa.Column("target_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("value", sa.Double(), nullable=True),
        sa.Column("evidence", sa.String(10), nullable=False),
        sa.Column("item", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        *_entry_columns("actual"),
        sa.CheckConstraint(
            "kind IN ('total', 'increment', 'done', 'not-done', 'withdrawal')",
            name=op.f("ck_actual_kind"),
        ),
        sa.CheckConstraint(
            "(kind = 'withdrawal') = (value IS NULL)", name=op.f("ck_actual_withdrawal")
        ),
        sa.CheckConstraint(
            "value IS NULL OR value BETWEEN -1e15 AND 1e15",
            name=op.f("ck_actual_value"),
        ),
        sa.CheckConstraint(
            "evidence IN ('claimed', 'documented', 'verified')",
            name=op.f("ck_actual_evidence"),
        ),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_actual_target_id_on_seq_kind_value",
        "actual",
        ["target_id", "on", "seq", "kind", "value"],
    )
    if op.get_bind().dialect.name == "sqlite":
        _append_only_on_sqlite()


def _entry_columns(table: str) -> tuple[sa.SchemaItem, ...]:
    """What every fact carries: who, when, why, and what it replaces."""
    return (
        sa.Column("author", sa.String(200), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("replaces", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("target_id", "seq", name=op.f(f"pk_{table}")),
        sa.ForeignKeyConstraint(
            ["target_id"], ["target.id"], name=op.f(f"fk_{table}_target_id")
        ),
        sa.ForeignKeyConstraint(
            ["target_id", "replaces"],
            [f"{table}.target_id", f"{table}.seq"],
            name=op.f(f"fk_{table}_target_id_replaces"),
        ),
        sa.UniqueConstraint(
            "target_id", "replaces", name=op.f(f"uq_{table}_target_id_replaces")
        ),
        sa.CheckConstraint("seq >= 1", name=op.f(f"ck_{table}_seq")),
        sa.CheckConstraint("length(digest) = 64", name=op.f(f"ck_{table}_digest")),
    )


def _append_only_on_sqlite() -> None:
    """Triggers that refuse what would lose or change a fact.

    INSERT OR REPLACE deletes without firing a trigger on delete, so a row whose key
    is taken, by itself or by what it replaces, is refused before it comes in.
    """
    for table in ("statement", "actual"):
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
        op.execute(
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
            f"WHEN EXISTS (SELECT 1 FROM {table} "
            "WHERE target_id = NEW.target_id AND seq = NEW.seq) "
            f"OR EXISTS (SELECT 1 FROM {table} "
            "WHERE target_id = NEW.target_id AND replaces = NEW.replaces) "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
    op.execute(
        "CREATE TRIGGER target_no_replace BEFORE INSERT ON target "
        "WHEN EXISTS (SELECT 1 FROM target WHERE id = NEW.id OR key = NEW.key) "
        "BEGIN SELECT RAISE(ABORT, 'a target keeps its key'); END"
    )
    op.execute(
        "CREATE TRIGGER target_no_delete BEFORE DELETE ON target "
        "BEGIN SELECT RAISE(ABORT, 'a target is never lost'); END"
    )
    op.execute(
        "CREATE TRIGGER target_no_rename BEFORE UPDATE OF id, key ON target "
        "BEGIN SELECT RAISE(ABORT, 'a target keeps its key'); END"
    )
    op.execute(f"PRAGMA application_id = {APPLICATION_ID}")
