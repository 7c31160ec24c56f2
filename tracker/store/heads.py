"""Where the ledgers of a database end, and what of an earlier head is still there."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, ScalarSelect, Table, and_, select

from tracker.ledger import End, Head
from tracker.store.schema import actual, statement, target


def head(connection: Connection, known_at: datetime | None = None) -> Head:
    """The last row of each ledger, found by its key and not by a walk over all rows.

    Args:
        known_at: Leaves out what was recorded after this moment, and the targets of
            which nothing was; None is up to now.
    """
    stated, reported = (_last(table, known_at) for table in (statement, actual))
    query = (
        select(
            target.c.key,
            statement.c.seq,
            statement.c.digest,
            actual.c.seq,
            actual.c.digest,
        )
        .select_from(target)
        # An inner join might begin with a walk over all statements.
        .outerjoin(statement, _is_row(statement, stated))
        .outerjoin(actual, _is_row(actual, reported))
    )
    ends = (
        End(key, count, digest, actuals or 0, actual_digest or "")
        for key, count, digest, actuals, actual_digest in connection.execute(query)
        if count
    )
    # By code points, which no engine's collation changes.
    return Head(tuple(sorted(ends)))


def lost_since(connection: Connection, then: Head) -> list[str]:
    """What an earlier head tells of and is not there any more, a sentence each."""
    now = {each.key: each for each in head(connection).ends}
    ids = {row.key: row.id for row in connection.execute(select(target))}
    found = []
    for old in then.ends:
        new = now.get(old.key)
        if new is None:
            found.append(
                f"{old.key} is gone; it had {_count(old.statements, statement)} and "
                f"{_count(old.actuals, actual)} then"
            )
            continue
        for table, count, digest, left in (
            (statement, old.statements, old.statement_digest, new.statements),
            (actual, old.actuals, old.actual_digest, new.actuals),
        ):
            if left < count:
                found.append(
                    f"{old.key} had {_count(count, table)} then, has {left} now"
                )
            elif count and digest != _digest_at(connection, table, ids[old.key], count):
                found.append(
                    f"{table.name} {old.key}#{count} is not the one it was then: a row "
                    "up to it was changed, or the ledger was replaced"
                )
    return found


def _count(number: int, table: Table) -> str:
    return f"{number} {table.name}" if number == 1 else f"{number} {table.name}s"


def _last(table: Table, known_at: datetime | None) -> ScalarSelect[Any]:
    """The place of a ledger's last row: one step back from its end.

    In a ledger no row was recorded before the one it follows.
    """
    query = select(table.c.seq).where(table.c.target_id == target.c.id)
    if known_at is not None:
        query = query.where(table.c.recorded_at <= known_at)
    latest = query.order_by(table.c.seq.desc()).limit(1)
    return latest.correlate(target).scalar_subquery()


def _is_row(table: Table, place: ScalarSelect[Any]) -> Any:
    return and_(table.c.target_id == target.c.id, table.c.seq == place)


def _digest_at(
    connection: Connection, table: Table, target_id: int, seq: int
) -> str | None:
    query = select(table.c.digest).where(
        table.c.target_id == target_id, table.c.seq == seq
    )
    found = connection.execute(query).scalar()
    return None if found is None else str(found)
