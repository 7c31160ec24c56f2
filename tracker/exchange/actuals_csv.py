"""Actuals as CSV: the columns of a file, and what an export writes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from tracker.domain import Actual, typed
from tracker.ledger import Ledger

REQUIRED = ("target", "on", "value")
COLUMNS = (
    *REQUIRED,
    "kind",
    "evidence",
    "source",
    "note",
    "author",
    "item",
    "url",
)
# An export adds these; `id` and `replaces` are ledger names such as camps#3.
LEDGER_COLUMNS = ("id", "recorded_at", "replaces", "reason", "digest")


def write(ledgers: Iterable[Ledger]) -> str:
    """Every row of some ledgers, corrected and withdrawn ones included."""
    return "".join(pieces(ledgers))


def pieces(ledgers: Iterable[Ledger]) -> Iterator[str]:
    """What `write` gives, a piece for each ledger."""
    yield _lines([[*COLUMNS, *LEDGER_COLUMNS]])
    for ledger in ledgers:
        yield _lines(cells(ledger.key, actual) for actual in ledger.actuals)


def _lines(rows: Iterable[Sequence[str | None]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def cells(key: str, actual: Actual) -> list[str | None]:
    """The cells of one row, under COLUMNS and then LEDGER_COLUMNS."""
    value = "" if actual.value is None else typed(actual.value)
    moment = actual.recorded_at
    return [
        key,
        actual.on.isoformat(),
        value,
        actual.kind,
        actual.evidence,
        actual.source,
        actual.note,
        actual.author,
        actual.item,
        actual.url,
        f"{key}#{actual.seq}",
        moment.isoformat().replace("+00:00", "Z") if moment else None,
        f"{key}#{actual.replaces}" if actual.replaces else None,
        actual.reason,
        actual.digest,
    ]
