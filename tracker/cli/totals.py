"""Running totals alone, of any number of targets, without reading their ledgers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tracker.cli.batches import batches, statuses_in_turn

if TYPE_CHECKING:
    from datetime import date

    from tracker.reports.tables import Row
    from tracker.store.engine import Connection
    from tracker.store.totals import Found

COLUMNS = ("target", "total", "on")


def total_rows(connection: Connection, as_of: date) -> list[Row]:
    """The running total and the data day of each target, as its status tells them."""
    from tracker.reports.numbers import machine
    from tracker.store import read, totals

    wholes = set(read.parents(connection).values())
    found = list(totals.found(connection, as_of))
    unsure = [
        each.key
        for each in found
        if not each.certain or (each.value is None and each.key in wholes)
    ]
    known = {each.key: (each.value, each.on) for each in found}
    known |= _counted_on(connection, found, as_of)
    for status in statuses_in_turn(connection, unsure, as_of) if unsure else ():
        reading = status.actual
        known[status.target.key] = (
            (reading.value, reading.on) if reading else (None, None)
        )
    return [
        {"target": key, "total": machine(value), "on": on.isoformat() if on else None}
        for key, (value, on) in known.items()
    ]


def _counted_on(
    connection: Connection, found: Sequence[Found], as_of: date
) -> Iterator[tuple[str, tuple[float | None, date | None]]]:
    """Sums of increments, counted on from where their targets start."""
    from tracker.domain import exact
    from tracker.store import read

    sums = {each.key: each for each in found if each.counted and each.certain}
    for keys in batches(list(sums)):
        for target in read.targets(connection, keys):
            value, on = sums[target.key].value, sums[target.key].on
            assert value is not None, "there are increments"
            start = target.in_force(as_of).start
            yield target.key, (float(exact(start) + exact(value)), on)
