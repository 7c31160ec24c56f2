"""The digest of each row: over its content and the digest of the row before it.

A changed row no longer fits its own digest, a removed or inserted one no longer fits
the next row's.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

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


def _moment(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="microseconds")
