"""Runs migrations on the connection it is handed, else on TRACKER_DATABASE_URL."""

from __future__ import annotations

import os

from alembic import context

from tracker.store.engine import unchecked
from tracker.store.location import located
from tracker.store.schema import metadata


def migrate(connection):
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        # SQLite can roll DDL back once it is told where a transaction begins.
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    migrate(given)
else:
    with unchecked(located(os.environ["TRACKER_DATABASE_URL"])) as opened:
        migrate(opened)
