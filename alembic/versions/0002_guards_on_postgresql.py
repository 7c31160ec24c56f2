"""On PostgreSQL: facts are append-only, and signed by the server.

SQLite's triggers came with the first migration. A guard is no part of what makes a
ledger correct: whoever owns the tables can take it away, and digests then tell.
"""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"

# Triggers look names up where nobody but the server's owner can put any.
HEAD = "LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp"

REFUSE = f"""
CREATE FUNCTION tracker_refuse() RETURNS trigger {HEAD} AS $$
BEGIN
    RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'insufficient_privilege';
END $$
"""

# After a clock that was set back an entry is as late as the one that it follows.
SIGNED = f"""
CREATE FUNCTION tracker_signed() RETURNS trigger {HEAD} AS $$
DECLARE
    owner oid := (SELECT relowner FROM pg_class WHERE oid = TG_RELID);
    last record;
BEGIN
    IF pg_has_role(session_user, owner, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    EXECUTE format(
        'SELECT seq, recorded_at FROM %I.%I WHERE target_id = $1 '
        'ORDER BY seq DESC LIMIT 1', TG_TABLE_SCHEMA, TG_TABLE_NAME
    ) INTO last USING NEW.target_id;
    IF NEW.author <> session_user THEN
        RAISE EXCEPTION 'an entry of % cannot be signed as %',
            session_user, NEW.author USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.recorded_at NOT BETWEEN transaction_timestamp()
        AND greatest(clock_timestamp(), last.recorded_at)
    THEN
        RAISE EXCEPTION 'an entry is recorded now, not at %',
            NEW.recorded_at USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.seq <> coalesce(last.seq, 0) + 1 THEN
        RAISE EXCEPTION 'an entry follows the last one, it is not number %',
            NEW.seq USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$
"""

KEPT = (
    ("statement_no_update", "UPDATE ON statement", "statement is append-only"),
    ("statement_no_delete", "DELETE ON statement", "statement is append-only"),
    ("statement_no_truncate", "TRUNCATE ON statement", "statement is append-only"),
    ("actual_no_update", "UPDATE ON actual", "actual is append-only"),
    ("actual_no_delete", "DELETE ON actual", "actual is append-only"),
    ("actual_no_truncate", "TRUNCATE ON actual", "actual is append-only"),
    ("target_no_delete", "DELETE ON target", "a target is never lost"),
    ("target_no_truncate", "TRUNCATE ON target", "a target is never lost"),
    ("target_no_rename", "UPDATE OF id, key ON target", "a target keeps its key"),
)


def upgrade() -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    op.execute(REFUSE)
    for name, event, message in KEPT:
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {event} FOR EACH STATEMENT "
            f"EXECUTE FUNCTION tracker_refuse('{message}')"
        )
    op.execute(SIGNED)
    op.execute(
        "CREATE TRIGGER actual_signed BEFORE INSERT ON actual FOR EACH ROW "
        "EXECUTE FUNCTION tracker_signed()"
    )
