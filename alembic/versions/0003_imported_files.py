"""Which files were imported: the digest of their bytes, and what came of them.

Whoever may read or add actuals on a server may do the same here.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

# Triggers look names up where nobody but the server's owner can put any.
HEAD = "LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp"

SIGNED = f"""
CREATE FUNCTION tracker_import_signed() RETURNS trigger {HEAD} AS $$
BEGIN
    IF pg_has_role(
        session_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'MEMBER'
    ) THEN
        RETURN NEW;
    END IF;
    IF NEW.author <> session_user THEN
        RAISE EXCEPTION 'an import of % cannot be signed as %',
            session_user, NEW.author USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.recorded_at NOT BETWEEN transaction_timestamp() AND clock_timestamp() THEN
        RAISE EXCEPTION 'an import is recorded now, not at %',
            NEW.recorded_at USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$
"""

# What `db init-roles` gave of `actual`, and its owner.
SHARED = """
DO $$
DECLARE
    owner regrole := (SELECT relowner FROM pg_class WHERE oid = 'actual'::regclass);
    given record;
BEGIN
    FOR given IN
        SELECT privilege_type, grantee::regrole AS grantee
        FROM pg_class, aclexplode(relacl)
        WHERE oid = 'actual'::regclass AND grantee <> 0
        AND privilege_type IN ('SELECT', 'INSERT')
    LOOP
        EXECUTE format(
            'GRANT %s ON imported_file TO %s', given.privilege_type, given.grantee
        );
    END LOOP;
    EXECUTE format('ALTER TABLE imported_file OWNER TO %s', owner);
    EXECUTE format('ALTER FUNCTION tracker_import_signed() OWNER TO %s', owner);
END $$
"""


def upgrade() -> None:
    op.create_table(
        "imported_file",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("stored", sa.Integer(), nullable=False),
        sa.Column("author", sa.String(200), nullable=False),
        sa.PrimaryKeyConstraint("sha256", "recorded_at", name=op.f("pk_imported_file")),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_imported_file_sha256")),
        sa.CheckConstraint("stored >= 1", name=op.f("ck_imported_file_stored")),
        sqlite_with_rowid=False,
    )
    if op.get_bind().dialect.name == "sqlite":
        _append_only_on_sqlite()
    else:
        _append_only_on_postgresql()


def _append_only_on_sqlite() -> None:
    refuse = "BEGIN SELECT RAISE(ABORT, 'imported_file is append-only'); END"
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER imported_file_no_{verb.lower()} BEFORE {verb} "
            f"ON imported_file {refuse}"
        )
    op.execute(
        "CREATE TRIGGER imported_file_no_replace BEFORE INSERT ON imported_file "
        "WHEN EXISTS (SELECT 1 FROM imported_file "
        f"WHERE sha256 = NEW.sha256 AND recorded_at = NEW.recorded_at) {refuse}"
    )


def _append_only_on_postgresql() -> None:
    for verb in ("UPDATE", "DELETE", "TRUNCATE"):
        op.execute(
            f"CREATE TRIGGER imported_file_no_{verb.lower()} BEFORE {verb} "
            "ON imported_file FOR EACH STATEMENT "
            "EXECUTE FUNCTION tracker_refuse('imported_file is append-only')"
        )
    op.execute(SIGNED)
    op.execute(
        "CREATE TRIGGER imported_file_signed BEFORE INSERT ON imported_file "
        "FOR EACH ROW EXECUTE FUNCTION tracker_import_signed()"
    )
    op.execute(SHARED)
