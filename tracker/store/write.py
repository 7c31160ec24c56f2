"""Adding to the ledgers. Nothing here changes or removes a fact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, func, insert, select, update

from tracker.domain import Actual, Labels, Statement, Target
from tracker.ledger import StatementKind
from tracker.store.codec import labels_text, terms_text
from tracker.store.digest import row_digest
from tracker.store.schema import actual, statement, target


class Signature(NamedTuple):
    """Who records something, and when (UTC)."""

    author: str
    at: datetime


def add_target(
    connection: Connection, new: Target, position: int, by: Signature
) -> None:
    """A target with all its statements."""
    result = connection.execute(insert(target).values(key=new.key, position=position))
    assert result.inserted_primary_key is not None, "the engine gave the row a key"
    target_id = result.inserted_primary_key[0]
    rows = [_statement_row(each, new.labels) for each in new.statements]
    _append(connection, statement, (target_id, new.key), rows, by)


def add_statement(
    connection: Connection, stated: Target, new: Statement, by: Signature
) -> None:
    """One more statement of a target, with its labels."""
    _append_statement(connection, stated.key, _statement_row(new, stated.labels), by)


def add_erratum(
    connection: Connection,
    stated: Target,
    new: Statement,
    by: Signature,
    *,
    reason: str,
    of: date,
) -> None:
    """A statement in the place of the one of a day, which is kept."""
    replaced = connection.execute(
        select(func.max(statement.c.seq)).where(
            statement.c.target_id == _id(connection, stated.key),
            statement.c.stated == of,
            statement.c.kind != StatementKind.RELABELLED.value,
        )
    ).scalar()
    row = _statement_row(new, stated.labels)
    row |= {"kind": StatementKind.ERRATUM.value, "replaces": replaced, "reason": reason}
    _append_statement(connection, stated.key, row, by)


def relabel(connection: Connection, stated: Target, by: Signature) -> None:
    """New labels beside the last statement, which stays what it is."""
    row = _statement_row(stated.statements[-1], stated.labels)
    row |= {"kind": StatementKind.RELABELLED.value}
    _append_statement(connection, stated.key, row, by)


def set_positions(connection: Connection, order: Sequence[str]) -> None:
    """Puts targets in the order of the file; those not named come after them."""
    places = {key: position for position, key in enumerate(order)}
    for row in connection.execute(select(target)).all():
        position = places.get(row.key, len(order))
        if row.position != position:
            change = update(target).where(target.c.id == row.id)
            connection.execute(change.values(position=position))


def add_actuals(
    connection: Connection, key: str, new: Sequence[Actual], at: datetime
) -> tuple[Actual, ...]:
    """Appends to a target's ledger and gives back the actuals as they were stored.

    Args:
        new: With `replaces` as places in this ledger; `seq`, `recorded_at` and
            `digest` are given here.
    """
    if not new:
        return ()
    given = ("seq", "recorded_at", "digest")
    rows = [{k: v for k, v in vars(each).items() if k not in given} for each in new]
    for row in rows:
        row |= {"kind": row["kind"].value, "evidence": row["evidence"].value}
    ledger = (_id(connection, key), key)
    stored = _append(connection, actual, ledger, rows, Signature("", at))
    return tuple(
        replace(each, **{name: row[name] for name in given})
        for each, row in zip(new, stored, strict=True)
    )


def _statement_row(new: Statement, labels: Labels) -> dict[str, Any]:
    return {
        "kind": StatementKind.STATED.value,
        "stated": new.stated,
        "terms": terms_text(new),
        "labels": labels_text(labels),
        "replaces": None,
        "reason": None,
    }


def _append_statement(
    connection: Connection, key: str, row: dict[str, Any], by: Signature
) -> None:
    _append(connection, statement, (_id(connection, key), key), [row], by)


def _id(connection: Connection, key: str) -> int:
    found = connection.execute(select(target.c.id).where(target.c.key == key)).scalar()
    assert found is not None, "the caller names a target that is stored"
    return int(found)


def _append(
    connection: Connection,
    table: Table,
    ledger: tuple[int, str],
    rows: Sequence[dict[str, Any]],
    by: Signature,
) -> list[dict[str, Any]]:
    """Gives each row its place, moment and digest, and stores them in one go.

    Args:
        ledger: The target's id and key.
        by: Its author is for the rows that name none of their own.
    """
    target_id, key = ledger
    query = (
        select(table.c.seq, table.c.recorded_at, table.c.digest)
        .where(table.c.target_id == target_id)
        .order_by(table.c.seq.desc())
        .limit(1)
    )
    last = connection.execute(query).one_or_none()
    first, previous = (last.seq + 1, last.digest) if last else (1, "")
    # A clock that was set back must not put an entry before the one it follows.
    moment = max(by.at, last.recorded_at) if last else by.at
    stored = []
    for place, row in enumerate(rows, start=first):
        full = {
            "author": by.author,
            **row,
            "target_id": target_id,
            "seq": place,
            "recorded_at": moment,
        }
        previous = full["digest"] = row_digest(table.name, key, full, previous)
        stored.append(full)
    connection.execute(insert(table), stored)
    return stored
