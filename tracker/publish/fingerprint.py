"""What a page is made from, in one digest: the same digest, the same bytes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from tracker.ledger import Ledger
from tracker.progress.status import Status


def digest_of(*parts: object) -> str:
    """A SHA-256 over some values, and over the program that makes pages of them."""
    text = json.dumps([_program(), *parts], ensure_ascii=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def ledgers_of(status: Status, ledgers: Mapping[str, Ledger]) -> list[list[object]]:
    """Where the ledgers end that a status rests on: its own, and those of its parts."""
    return [_end(ledgers[key]) for key in _keys(status)]


def _keys(status: Status) -> Iterator[str]:
    yield status.target.key
    for each in status.parts:
        yield from _keys(each)


def _end(ledger: Ledger) -> list[object]:
    rows = (ledger.statements, ledger.actuals)
    return [
        ledger.key,
        *((len(each), each[-1].digest if each else "") for each in rows),
    ]


@cache
def _program() -> str:
    """The digest of tracker itself: another version may draw another picture."""
    root = Path(__file__).parent.parent
    found = hashlib.sha256()
    for file in sorted(root.rglob("*")):
        if file.suffix in (".py", ".html", ".css", ".js"):
            found.update(file.relative_to(root).as_posix().encode())
            found.update(file.read_bytes())
    return found.hexdigest()
