"""All targets or some, a few at a time: memory holds what one batch needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tracker.cli.ledgers import and_parts, keys_in

if TYPE_CHECKING:
    from datetime import date, datetime

    from tracker.ledger import Ledger
    from tracker.progress.status import Status
    from tracker.store.engine import Connection

# So many targets at a time: with a hundred actuals each, some tens of megabytes.
BATCH = 200


def ledgers_in_turn(
    connection: Connection, names: Sequence[str], known_at: datetime | None = None
) -> Iterator[Ledger]:
    """The ledgers of the targets named, or of all, in the order of the file.

    A target of which nothing had been recorded by then is left out.
    """
    from tracker.store import read

    for keys in batches(_in_order(connection, names, {})):
        yield from read.ledgers(connection, keys, known_at)


def statuses_in_turn(
    connection: Connection,
    names: Sequence[str],
    as_of: date,
    known_at: datetime | None = None,
    *,
    forecasts: bool = False,
    parts_too: bool = False,
) -> Iterator[Status]:
    """The statuses of the targets named, or of all, in the order of the file.

    The parts of a target are read with it, and again when their own turn comes. Of
    actuals only what figures follow from is read.

    Args:
        parts_too: Those of their parts, of the parts of these, and so on, as well.
    """
    from tracker.progress.statuses import statuses
    from tracker.store import read

    parents = read.parents(connection)
    for keys in batches(_in_order(connection, names, parents if parts_too else {})):
        wanted = and_parts(keys, parents)
        ledgers = read.ledgers(connection, wanted, known_at, figures_only=True)
        known = statuses(ledgers, as_of)
        found = tuple(known[key] for key in keys if key in known)
        if forecasts:
            from tracker.progress.forecasts import with_forecasts

            found = with_forecasts(found)
        yield from found


def _in_order(
    connection: Connection, names: Sequence[str], parents: Mapping[str, str]
) -> Sequence[str]:
    """The keys in the order of the file, with those that the parents named have."""
    from tracker.store import read

    known = read.keys(connection)
    if not names:
        return known
    wanted = and_parts(keys_in(connection, names), parents)
    return [key for key in known if key in wanted]


def batches(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    """Some keys, so many at a time."""
    for start in range(0, len(keys), BATCH):
        yield keys[start : start + BATCH]
