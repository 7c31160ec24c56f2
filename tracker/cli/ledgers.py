"""Targets and entries by the names that people type, and adding to a ledger."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from tracker.cli.app import App
from tracker.domain import Actual, Kind
from tracker.errors import (
    RefusedError,
    UnknownEntryError,
    UnknownTargetError,
)
from tracker.ledger import Ledger

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.store.engine import Connection

_ENTRY_NAME = re.compile(r"(.+)#([1-9][0-9]*)")


def keys_named(names: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    """The keys that some names mean: themselves, or the one key they begin.

    Raises:
        UnknownTargetError: With the keys that were perhaps meant.
    """
    found = dict.fromkeys(_key_named(name, known) for name in names)
    return tuple(found)


def keys_in(connection: Connection, names: Sequence[str]) -> tuple[str, ...]:
    """As `keys_named`; all keys are read only where a name is none itself.

    Raises:
        UnknownTargetError: With the keys that were perhaps meant.
    """
    from tracker.store import read

    if all(read.is_key(connection, name) for name in names):
        return tuple(dict.fromkeys(names))
    return keys_named(names, read.keys(connection))


def ledgers_named(
    connection: Connection,
    names: Sequence[str],
    known_at: datetime | None = None,
) -> tuple[Ledger, ...]:
    """The ledgers of the targets named, or of all for none named."""
    from tracker.store import read

    only = keys_in(connection, names) if names else None
    return read.ledgers(connection, only, known_at)


def ledger_to_add_to(connection: Connection, name: str) -> Ledger:
    """The ledger of the target named, to which nobody else adds meanwhile."""
    from tracker.store import read, turns

    keys = keys_in(connection, [name])
    turns.take(connection, keys)
    (ledger,) = read.ledgers(connection, keys)
    return ledger


def ledgers_known(
    app: App, names: Sequence[str], known_at: datetime | None
) -> tuple[Ledger, ...]:
    """The ledgers of the targets named, or of all, as they were known at a moment.

    A target of which nothing had been recorded by then is left out.
    """
    return app.read(lambda connection: ledgers_named(connection, names, known_at))


def with_parts(
    connection: Connection, names: Sequence[str], known_at: datetime | None
) -> tuple[tuple[str, ...], tuple[Ledger, ...]]:
    """The keys of the targets named, and their ledgers with those of all their parts.

    A target of which nothing had been recorded by then is left out.
    """
    from tracker.store import read

    if not names:
        ledgers = read.ledgers(connection, None, known_at)
        return tuple(each.key for each in ledgers), ledgers
    keys = keys_in(connection, names)
    needed = and_parts(keys, read.parents(connection))
    ledgers = read.ledgers(connection, needed, known_at)
    return tuple(each.key for each in ledgers if each.key in keys), ledgers


def entry_named(connection: Connection, name: str) -> tuple[Ledger, Actual]:
    """The ledger to add to, and the entry of it that a name such as camps#3 means.

    Raises:
        UnknownEntryError: There is none, or it no longer counts.
    """
    match = _ENTRY_NAME.fullmatch(name)
    if not match:
        raise UnknownEntryError(
            f"{name!r} names no entry; write KEY#N as `tracker history` does"
        )
    ledger = ledger_to_add_to(connection, match[1])
    seq = int(match[2])
    if seq > len(ledger.actuals):
        raise UnknownEntryError(
            f"{ledger.key} has {len(ledger.actuals)} entries and no #{seq}; "
            f"`tracker history {ledger.key}` lists them"
        )
    entry = ledger.actuals[seq - 1]
    if entry.kind is Kind.WITHDRAWAL:
        raise UnknownEntryError(
            f"{ledger.key}#{seq} withdraws #{entry.replaces} and has no figure; "
            "record the figure again if it holds after all"
        )
    for each in ledger.actuals:
        if each.replaces == seq:
            verb = "withdrawn" if each.kind is Kind.WITHDRAWAL else "replaced"
            raise UnknownEntryError(
                f"{ledger.key}#{seq} was {verb} by #{each.seq}; "
                f"`tracker history {ledger.key}` shows what counts"
            )
    return ledger, entry


def append(
    app: App,
    connection: Connection,
    ledger: Ledger,
    new: Actual,
    *,
    force: bool = False,
    new_item: bool = False,
) -> Ledger:
    """The ledger with one more actual, stored; its `seq` and digest are given here.

    Args:
        force: Its running total may fall.
        new_item: Its item is another one, however alike the names are.

    Raises:
        RefusedError: It contradicts the target or the ledger.
    """
    from tracker.cli.items import refuse_items
    from tracker.progress.admission import refusals
    from tracker.store import write

    drafted = replace(new, seq=len(ledger.actuals) + 1)
    forced = {drafted.seq} if force else ()
    for refusal in refusals(ledger, [drafted], app.today, forced):
        raise RefusedError(f"{ledger.key}: {refusal.message}")
    refuse_items(ledger, drafted, new_item=new_item)
    at = app.moment(connection)
    stored = write.add_actuals(connection, ledger.key, [drafted], at)
    return replace(ledger, actuals=(*ledger.actuals, *stored))


def and_parts(keys: Sequence[str], parents: Mapping[str, str]) -> set[str]:
    """Some keys, those of their parts, of the parts of these, and so on."""
    needed, wanted = set(keys), set(keys)
    while wanted:
        wanted = {key for key, parent in parents.items() if parent in wanted} - needed
        needed |= wanted
    return needed


def _key_named(name: str, known: Sequence[str]) -> str:
    if name in known:
        return name
    begins = [key for key in known if name and key.startswith(name)]
    # What begins a whole begins its parts too, and means the whole.
    begins = [key for key in begins if key.rpartition("/")[0] not in begins]
    if len(begins) == 1:
        return begins[0]
    alike = known if "/" in name else [key for key in known if "/" not in key]
    near = begins or get_close_matches(name, alike, n=3)
    raise UnknownTargetError(name, near[:5])
