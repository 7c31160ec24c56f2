"""All rows as they are stored, out and into a database that has none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Connection, Table, insert, select
from sqlalchemy.exc import DataError, IntegrityError

from tracker.errors import ForeignDatabaseError
from tracker.ledger import Kept
from tracker.store.digest import row_digest
from tracker.store.schema import actual, statement, target


def kept(connection: Connection) -> Iterator[Kept]:
    """Both ledgers of each target, in the order of the file of targets."""
    query = select(target).order_by(target.c.position, target.c.id)
    for row in connection.execute(query).all():
        stated, reported = (
            _rows(connection, table, row.id) for table in (statement, actual)
        )
        yield Kept(row.key, stated, reported)


def restore(connection: Connection, ledgers: Iterable[Kept]) -> list[str]:
    """Stores ledgers as they were, to the same digests.

    Returns:
        The names of the first row of each ledger that does not fit its digest; then
        the caller stores none of them.

    Raises:
        ForeignDatabaseError: A row is one that the database never took.
    """
    broken = []
    for position, each in enumerate(ledgers):
        result = connection.execute(
            insert(target).values(key=each.key, position=position)
        )
        assert result.inserted_primary_key is not None, "the engine gave it a key"
        target_id = result.inserted_primary_key[0]
        for table, rows in ((statement, each.statements), (actual, each.actuals)):
            place = _first_break(table, each.key, rows)
            if place is not None:
                broken.append(f"{table.name} {each.key}#{place}")
            elif rows:
                _store(connection, table, target_id, rows)
    return broken


def _rows(
    connection: Connection, table: Table, target_id: int
) -> tuple[Mapping[str, object], ...]:
    query = select(table).where(table.c.target_id == target_id).order_by(table.c.seq)
    return tuple(
        {name: value for name, value in row._mapping.items() if name != "target_id"}
        for row in connection.execute(query)
    )


def _first_break(
    table: Table, key: str, rows: Iterable[Mapping[str, object]]
) -> int | None:
    previous = ""
    for place, row in enumerate(rows, start=1):
        fits = row["digest"] == row_digest(table.name, key, row, previous)
        if row["seq"] != place or not fits:
            return place
        previous = str(row["digest"])
    return None


def _store(
    connection: Connection,
    table: Table,
    target_id: int,
    rows: Iterable[Mapping[str, object]],
) -> None:
    try:
        connection.execute(
            insert(table), [{"target_id": target_id, **row} for row in rows]
        )
    except (DataError, IntegrityError) as error:
        rule = str(error.orig).partition("\n")[0]
        raise ForeignDatabaseError(
            f"a row breaks a rule of the database ({rule}); export them again"
        ) from error
