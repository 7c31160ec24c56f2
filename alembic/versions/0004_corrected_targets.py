"""The targets of which a row was corrected or withdrawn, found without a search."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    replaced = sa.text("replaces IS NOT NULL")
    op.create_index(
        "ix_actual_corrected",
        "actual",
        ["target_id"],
        sqlite_where=replaced,
        postgresql_where=replaced,
    )
