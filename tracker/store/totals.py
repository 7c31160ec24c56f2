"""Running totals of all targets at once: a look-up in the index for each, no more.

Only what an index look-up can tell for certain: where a row was corrected, a total was
counted on from, or parts of numbers would have to be added, the ledger must be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Row,
    Select,
    Subquery,
    and_,
    case,
    func,
    literal,
    select,
)

from tracker.domain import Kind
from tracker.periods import Period, span_holding
from tracker.store.schema import actual, statement, target

# A million whole numbers up to here add up exactly in any order: below 2^53, which is
# what a double holds. Source: IEEE 754.
_EXACT = 9e9
_MOST = 1_000_000


class Found(NamedTuple):
    """What the index tells of the actuals of one target up to a day.

    Attributes:
        value: The last total or reading, or the sum of all increments; None without
            actuals.
        on: The data day.
        counted: `value` is a sum that counts on from where the target starts.
        certain: False where the ledger must be read.
    """

    key: str
    value: float | None
    on: date | None
    counted: bool
    certain: bool


def found(connection: Connection, as_of: date) -> Iterator[Found]:
    """What is found of each target, in the order of the file."""
    engine = connection.dialect.name
    rows = {row[0]: row for row in connection.execute(looked_up(as_of, engine)).all()}
    runs: dict[int, bool] = {
        row.target_id: bool(row.runs)
        for row in connection.execute(_quotas(as_of, engine))
    }
    corrected = _corrected(connection)
    order = select(target.c.id, target.c.key).order_by(target.c.position, target.c.id)
    for target_id, key in connection.execute(order):
        if target_id in rows:
            told = _found(key, rows[target_id], runs.get(target_id))
            yield told._replace(certain=False) if target_id in corrected else told


def looked_up(as_of: date, engine: str) -> Select[Any]:
    """One row a target: what stands in the index from the day of its last total on."""
    # Every target has its first statement.
    first = (
        select(statement.c.target_id, _since(as_of, engine).label("since"))
        .where(statement.c.seq == 1)
        .subquery("first")
    )
    one = actual.alias("one")
    aside = _inside(first, as_of) if engine == "sqlite" else _beside(first, as_of)
    since = func.coalesce(aside.last_day, first.c.since)
    return (
        select(
            first.c.target_id,
            func.count(one.c.seq).label("rows"),
            func.count(case((one.c.kind == Kind.INCREMENT.value, 1))).label("counted"),
            func.sum(one.c.value).label("value"),
            func.max(one.c.on).label("on"),
            func.count(case((_is_odd(one), 1))).label("odd"),
        )
        .select_from(aside.joined)
        .outerjoin(
            one,
            and_(
                one.c.target_id == first.c.target_id,
                one.c.on >= since,
                one.c.on <= as_of,
            ),
        )
        .group_by(first.c.target_id)
        .order_by(first.c.target_id)
    )


def _corrected(connection: Connection) -> set[int]:
    """The targets of which a row was corrected or withdrawn."""
    query = select(actual.c.target_id).where(actual.c.replaces.is_not(None)).distinct()
    return set(connection.execute(query).scalars())


class _Aside(NamedTuple):
    """The day of the last total of each target, and what to select it from."""

    last_day: ColumnElement[date | None]
    joined: FromClause


def _inside(first: Subquery, as_of: date) -> _Aside:
    """Looked up where it stands in the query: one step down an index for each."""
    last = actual.alias("last")
    last_day = (
        select(last.c.on)
        .where(
            last.c.target_id == first.c.target_id,
            last.c.kind != Kind.INCREMENT.value,
            last.c.on.between(first.c.since, as_of),
        )
        .order_by(last.c.on.desc(), last.c.seq.desc())
        .limit(1)
        .correlate(first)
        .scalar_subquery()
    )
    return _Aside(last_day, first)


def _beside(first: Subquery, as_of: date) -> _Aside:
    """Joined target by target, the only form that a cluster sends to its shards."""
    last, begun = actual.alias("last"), first.element.subquery("begun")
    days = (
        select(last.c.target_id, func.max(last.c.on).label("on"))
        .join(begun, begun.c.target_id == last.c.target_id)
        .where(
            last.c.kind != Kind.INCREMENT.value,
            last.c.on.between(begun.c.since, as_of),
        )
        .group_by(last.c.target_id)
        .subquery("days")
    )
    joined = first.outerjoin(days, days.c.target_id == first.c.target_id)
    return _Aside(days.c.on, joined)


def _quotas(as_of: date, engine: str) -> Select[tuple[int, bool]]:
    """The targets with a quota, and whether the period that holds the day is theirs.

    False also where it was restated: only the ledger tells then.
    """
    again = statement.alias("again")
    restated = (
        select(again.c.seq)
        .where(again.c.target_id == statement.c.target_id, again.c.seq == 2)
        .correlate(statement)
        .exists()
    )
    runs = statement.c.stated <= as_of
    for name in ("by", "baseline"):
        runs &= ~_has(engine, f'"{name}":')
    return select(statement.c.target_id, and_(runs, ~restated).label("runs")).where(
        statement.c.seq == 1, _has(engine, '"period":')
    )


def _since(as_of: date, engine: str) -> ColumnElement[date]:
    """The first day that counts: a quota begins anew with its period."""
    starts = [
        (
            _has(engine, f'"period":"{each.value}"'),
            literal(span_holding(as_of, each).start),
        )
        for each in Period
    ]
    always = literal(date.min)
    return case((~_has(engine, '"period":'), always), *starts, else_=always)


def _has(engine: str, text: str) -> ColumnElement[bool]:
    """Whether a statement's canonical JSON has a name; a quote in a text is escaped."""
    place = func.instr if engine == "sqlite" else func.strpos
    return place(statement.c.terms, text) > 0


def _whole(value: ColumnElement[float | None]) -> ColumnElement[bool]:
    return and_(value == func.round(value), value.between(-_EXACT, _EXACT))


def _is_odd(row: FromClause) -> ColumnElement[bool]:
    """Some more that a sum cannot take as it is: parts of numbers, or none more.

    Some more of nothing may only name an item, which is no report.
    """
    taken = and_(_whole(row.c.value), row.c.value != 0)
    return and_(row.c.kind == Kind.INCREMENT.value, ~taken)


def _found(key: str, row: Row[Any], quota: bool | None) -> Found:  # noqa: FBT001
    """What the row of a target tells.

    Args:
        quota: None for a target without one, False where its period is another one.
    """
    _, rows, counted, value, on, odd = tuple(row)
    certain = quota is not False and not odd and (rows <= 1 or counted == rows <= _MOST)
    # A quota counts on from nought.
    return Found(key, value, on, bool(counted) and quota is None, bool(certain))
