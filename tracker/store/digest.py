"""The digest of each row: over its content and the digest of the row before it.

A changed row no longer fits its own digest, a removed or inserted one no longer fits
the next row's.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from json.encoder import encode_basestring
from typing import Any

from tracker.ledger import Fact
from tracker.store.codec import canonical


def row_digest(fact: str, key: str, row: Mapping[str, Any], previous: str) -> str:
    """SHA-256 in hexadecimal.

    Args:
        fact: `statement` or `actual`.
        key: The target's, so that two targets' ledgers cannot be swapped.
        row: Every column but `target_id` and `digest`.
        previous: Of the row before it in the same ledger; empty for the first.
    """
    content = {
        name: _moment(value) if isinstance(value, datetime) else value
        for name, value in row.items()
        if name not in ("target_id", "digest")
    }
    return sha256(canonical([fact, key, previous, content]).encode()).hexdigest()


class ActualDigests:
    """The digests of the actuals of one ledger, one after the other.

    What `row_digest` would give, several times as fast: the text of each row is put
    together instead of sorted and encoded anew. A law test holds the two together.
    """

    def __init__(self, key: str, recorded_at: datetime, previous: str) -> None:
        self._begins = f'["actual",{encode_basestring(key)},"'
        self._recorded = f',"recorded_at":"{_moment(recorded_at)}","replaces":'
        self._previous = previous

    def after(self, seq: int, fact: Fact) -> str:
        """The digest of the row that comes next."""
        on, kind, value, evidence, item, source, url, note, author, replaces, reason = (
            fact
        )
        text = (
            f'{self._begins}{self._previous}",{{"author":{encode_basestring(author)}'
            f',"evidence":"{evidence}","item":{_quoted(item)},"kind":"{kind}"'
            f',"note":{_quoted(note)},"on":"{on}","reason":{_quoted(reason)}'
            f'{self._recorded}{"null" if replaces is None else replaces},"seq":{seq}'
            f',"source":{_quoted(source)},"url":{_quoted(url)}'
            f',"value":{"null" if value is None else repr(value)}}}]'
        )
        self._previous = sha256(text.encode()).hexdigest()
        return self._previous


def _quoted(text: str | None) -> str:
    """A text as `canonical` writes it."""
    return "null" if text is None else encode_basestring(text)


def _moment(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="microseconds")
