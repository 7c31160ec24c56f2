"""What is recorded, as values: some targets at a time, in the order of the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, and_, func, select

from tracker.domain import Actual, Evidence, Kind, Statement, Target
from tracker.errors import ForeignDatabaseError
from tracker.ledger import Ledger, StatementEntry, StatementKind
from tracker.store.codec import labels_of, statement_of
from tracker.store.schema import actual, statement, target

# Looking a word up is several times as quick as asking the enumeration for it.
_KINDS = {each.value: each for each in Kind}
_EVIDENCE = {each.value: each for each in Evidence}
# Of an actual, as `_figure` takes them.
_FIGURES = tuple(
    actual.c[name]
    for name in (
        *("target_id", "seq", "on", "kind", "value", "evidence"),
        *("item", "replaces", "reason"),
    )
)


def keys(connection: Connection) -> tuple[str, ...]:
    """The keys of all targets, in the order of the file."""
    query = select(target.c.key).order_by(target.c.position, target.c.id)
    return tuple(connection.execute(query).scalars())


def is_key(connection: Connection, name: str) -> bool:
    """Whether there is a target of this very key: one look-up among any number."""
    # Bytes that are no text, and NUL, which a server refuses to look for.
    if not name.isprintable():
        return False
    query = select(target.c.id).where(target.c.key == name)
    return connection.execute(query).first() is not None


def keys_by(
    connection: Connection,
    author: str,
    after: datetime | None,
    apart: Collection[datetime],
) -> tuple[str, ...]:
    """The keys of the targets of which somebody recorded figures, in the file's order.

    Args:
        after: Only figures that were recorded later than that; None is all.
        apart: The moments of those that do not matter.
    """
    mine = and_(
        actual.c.author == author,
        actual.c.kind != Kind.WITHDRAWAL.value,
        actual.c.recorded_at.not_in(apart),
    )
    query = (
        select(target.c.key, target.c.position, target.c.id)
        .join(actual, actual.c.target_id == target.c.id)
        .where(mine if after is None else and_(mine, actual.c.recorded_at > after))
        .order_by(target.c.position, target.c.id)
        .distinct()
    )
    return tuple(row.key for row in connection.execute(query))


def parents(connection: Connection) -> dict[str, str]:
    """The key of each target that is part of another, with that one's key."""
    latest = (
        select(statement.c.target_id, func.max(statement.c.seq).label("seq"))
        .group_by(statement.c.target_id)
        .subquery()
    )
    # Only those that name a parent at all are taken apart.
    query = (
        select(target.c.key, statement.c.labels)
        .join(statement, statement.c.target_id == target.c.id)
        .join(
            latest,
            and_(
                latest.c.target_id == statement.c.target_id,
                latest.c.seq == statement.c.seq,
            ),
        )
        .where(statement.c.labels.contains('"parent":', autoescape=True))
    )
    named = ((key, labels_of(text).parent) for key, text in connection.execute(query))
    return {key: parent for key, parent in named if parent is not None}


def ledgers(
    connection: Connection,
    only: Collection[str] | None = None,
    known_at: datetime | None = None,
    *,
    figures_only: bool = False,
) -> tuple[Ledger, ...]:
    """What is recorded of each target, in the order of the file.

    Args:
        only: The keys wanted; None is all.
        known_at: Leaves out what was recorded after this moment, and the targets
            of which nothing was; None is up to now.
        figures_only: Reads nothing of an actual that no figure follows from: who
            recorded it when, its source, URL, note and digest.

    Raises:
        ForeignDatabaseError: A row was changed into something unreadable.
    """
    made = _figure if figures_only else _actual
    return _read(connection, only, known_at, made)


def _read(
    connection: Connection,
    only: Collection[str] | None,
    known_at: datetime | None,
    made: Callable[[Sequence[Any]], Actual] | None,
) -> tuple[Ledger, ...]:
    """Ledgers with actuals made so, or with none."""
    query = select(target.c.id, target.c.key)
    if only is not None:
        query = query.where(target.c.key.in_(list(only)))
    wanted = connection.execute(query.order_by(target.c.position, target.c.id)).all()
    ids = [each.id for each in wanted] if only is not None else None
    try:
        stated = _grouped(connection, select(statement), statement, ids, known_at)
        reported: dict[int, list[Row[Any]]] = {}
        if made:
            chosen = select(*_FIGURES) if made is _figure else select(actual)
            reported = _grouped(connection, chosen, actual, ids, known_at)
        return tuple(
            Ledger(
                key,
                tuple(map(_statement_entry, stated[target_id])),
                tuple(map(made, reported.get(target_id, ()))) if made else (),
            )
            for target_id, key in wanted
            if target_id in stated
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ForeignDatabaseError(
            "the database holds a row that cannot be read; `tracker db check` names it"
        ) from error


def targets(connection: Connection, only: Sequence[str]) -> tuple[Target, ...]:
    """Some targets as they read now, in the order of the file, without their actuals.

    Raises:
        ForeignDatabaseError: A row was changed into something unreadable.
    """
    return tuple(each.target for each in _read(connection, only, None, None))


def _grouped(
    connection: Connection,
    chosen: Select[Any],
    table: Table,
    ids: Sequence[int] | None,
    known_at: datetime | None,
) -> dict[int, list[Row[Any]]]:
    """The rows by target, which their first column names."""
    query = chosen.order_by(table.c.target_id, table.c.seq)
    if ids is not None:
        query = query.where(table.c.target_id.in_(ids))
    if known_at is not None:
        query = query.where(table.c.recorded_at <= known_at)
    groups: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(query).all():
        groups[row[0]].append(row)
    return groups


def _statement_entry(row: Row[Any]) -> StatementEntry:
    return StatementEntry(
        seq=row.seq,
        kind=StatementKind(row.kind),
        statement=_statement(row),
        labels=labels_of(row.labels),
        author=row.author,
        recorded_at=row.recorded_at,
        replaces=row.replaces,
        reason=row.reason,
        digest=row.digest,
    )


def _statement(row: Row[Any]) -> Statement:
    return statement_of(row.stated, row.terms, row.digest)


def _actual(row: Sequence[Any]) -> Actual:
    """The columns of the table are the fields of an actual, in their order.

    Its fields are set at once: a frozen value sets them one by one, which of a million
    rows takes longer than reading them.
    """
    _, seq, on, kind, value, evidence, item, source, url, note, author, *last = row
    recorded_at, replaces, reason, digest = last
    made = object.__new__(Actual)
    made.__dict__.update(
        seq=seq,
        on=on,
        kind=_KINDS[kind],
        value=value,
        evidence=_EVIDENCE[evidence],
        item=item,
        source=source,
        url=url,
        note=note,
        author=author,
        recorded_at=recorded_at,
        replaces=replaces,
        reason=reason,
        digest=digest,
    )
    return made


def _figure(row: Sequence[Any]) -> Actual:
    """An actual without its texts, but for what says why it holds all the same."""
    _, seq, on, kind, value, evidence, item, replaces, reason = row
    made = object.__new__(Actual)
    made.__dict__.update(
        seq=seq,
        on=on,
        kind=_KINDS[kind],
        value=value,
        evidence=_EVIDENCE[evidence],
        item=item,
        replaces=replaces,
        reason=reason,
    )
    return made
