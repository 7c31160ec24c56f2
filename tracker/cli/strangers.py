"""Rows of a file whose target is unknown: each with what was perhaps meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING

from tracker.errors import Problem, UnknownTargetError

if TYPE_CHECKING:
    from tracker.exchange.grouped import GroupedFile
    from tracker.store.engine import Connection

# So many targets of one title are named.
_NAMED = 3
# How like a title has to be, from 0 to 1: a word more or less. House rule.
_NEAR = 0.7


def strange_rows(
    connection: Connection, file: GroupedFile, known: Sequence[str], today: date
) -> Iterator[Problem]:
    """What is wrong with the rows of unknown targets, beyond their own cells.

    Args:
        known: The keys of all targets.
    """
    from tracker.progress.admission import in_future

    if not file.strangers:
        return
    told = cache(_Keys(connection, known).told)
    for line, key, on in file.strangers:
        where = f"{file.name}:{line}"
        yield Problem(where, told(key), "target")
        if on and (fault := in_future(on, today)):
            yield Problem(where, fault, "on")


class _Keys:
    """The keys of all targets, by what people write for them."""

    def __init__(self, connection: Connection, known: Sequence[str]) -> None:
        from tracker.exchange.letters import skeletons
        from tracker.store import read

        self._known, self._alike = known, skeletons(known)
        self._titled = _by_title(read.titles(connection))

    def told(self, key: str) -> str:
        """What is wrong with a key that is none."""
        from tracker.cli.ledgers import keys_named
        from tracker.exchange.letters import fault_of_key
        from tracker.exchange.wording import unyotted

        if titled := self._titled.get(unyotted(key)):
            return _of_title(key, titled)
        # No key holds a space, and most titles do.
        if " " in key and (near := self._near_titles(unyotted(key))):
            return str(UnknownTargetError(key, near))
        fault = fault_of_key(key, self._alike)
        if fault:
            return fault
        try:
            return str(UnknownTargetError(key, keys_named([key], self._known)))
        except UnknownTargetError as unknown:
            return str(unknown)

    def _near_titles(self, title: str) -> list[str]:
        """The keys of up to three targets whose titles are nearly that one."""
        titles = get_close_matches(title, self._titled, _NAMED, _NEAR)
        keys = [key for each in titles for key in self._titled[each]]
        return list(dict.fromkeys(keys))[:_NAMED]


def _by_title(titles: Mapping[str, Mapping[str, str]]) -> dict[str, list[str]]:
    """The keys of the targets that have each title, in any language."""
    from tracker.exchange.wording import unyotted

    found: dict[str, list[str]] = {}
    for key, texts in titles.items():
        for title in {unyotted(text) for text in texts.values()}:
            found.setdefault(title, []).append(key)
    return found


def _of_title(title: str, keys: Sequence[str]) -> str:
    if len(keys) == 1:
        return f"{title!r} is the title of {keys[0]}; write its key"
    more = len(keys) - _NAMED
    named = ", ".join(keys[:_NAMED]) + (f" and {more:,} more" if more > 0 else "")
    return f"{title!r} is the title of {named}; write the key of the one that is meant"
