"""Where the ledgers of a database end, and what of an earlier head is still there."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, Table, and_, func, select, true

from tracker.ledger import End, Head
from tracker.store.schema import FACTS, actual, statement, target


class Last(NamedTuple):
    """The place and the digest of the last row of a ledger."""

    seq: int
    digest: str


def head(connection: Connection, known_at: datetime | None = None) -> Head:
    """The last row of each ledger, found by its key and not by a walk over all rows.

    Args:
        known_at: Leaves out what was recorded after this moment, and the targets of
            which nothing was; None is up to now.
    """
    stated, reported = (_lasts(connection, each, known_at) for each in FACTS)
    none = Last(0, "")
    ends = (
        End(row.key, *stated[row.id], *reported.get(row.id, none))
        for row in connection.execute(select(target))
        if row.id in stated
    )
    # By code points, which no engine's collation changes.
    return Head(tuple(sorted(ends)))


def head_digest(connection: Connection, known_at: datetime | None = None) -> str | None:
    """The digest of the head; None where nothing had been recorded.

    Where each ledger ends is forgotten again: a report of many targets needs the room.
    """
    found = head(connection, known_at)
    return found.digest if found.ends else None


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


def _lasts(
    connection: Connection, table: Table, known_at: datetime | None
) -> dict[int, Last]:
    """The last row of each target's ledger, by its id.

    In a ledger no row was recorded before the one it follows.
    """
    known = true() if known_at is None else table.c.recorded_at <= known_at
    query = select(table.c.target_id, table.c.seq, table.c.digest)
    if connection.dialect.name == "sqlite":
        # One step back from the end of each ledger.
        latest = (
            select(table.c.seq)
            .where(table.c.target_id == target.c.id, known)
            .order_by(table.c.seq.desc())
            .limit(1)
            .correlate(target)
            .scalar_subquery()
        )
        here = and_(table.c.target_id == target.c.id, table.c.seq == latest)
        # An inner join might begin with a walk over all facts.
        query = query.select_from(target).outerjoin(table, here)
    else:
        # The only form that a cluster sends to its shards.
        last = (
            select(table.c.target_id, func.max(table.c.seq).label("seq"))
            .where(known)
            .group_by(table.c.target_id)
            .subquery("last")
        )
        query = query.join(
            last,
            and_(last.c.target_id == table.c.target_id, last.c.seq == table.c.seq),
        )
    return {
        place: Last(seq, digest)
        for place, seq, digest in connection.execute(query)
        if seq
    }


def _digest_at(
    connection: Connection, table: Table, target_id: int, seq: int
) -> str | None:
    query = select(table.c.digest).where(
        table.c.target_id == target_id, table.c.seq == seq
    )
    found = connection.execute(query).scalar()
    return None if found is None else str(found)
