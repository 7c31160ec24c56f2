"""The named units of some targets, a row each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tracker.ledger import Ledger
from tracker.progress.evidence import item_amount
from tracker.progress.items import items
from tracker.reports.numbers import machine
from tracker.reports.tables import Row
from tracker.reports.words import short_day, word

COLUMNS = ("target", "item", "on", "amount", "evidence", "source", "url", "entry")
TEXT_COLUMNS = ("item", "day", "evidence-word", "source", "entry")


def item_heads(lang: str) -> tuple[str, ...]:
    """What people read above `TEXT_COLUMNS`."""
    names = ("item-head", "day-head", "evidence-head", "source", "entry-head")
    return tuple(word(each, lang) for each in names)


def item_rows(ledgers: Iterable[Ledger], as_of: date, lang: str) -> list[Row]:
    """The items of each target that count on a day, by day and place.

    `amount` is so much of the total, in the target's unit.
    """
    return [
        {
            "target": ledger.key,
            "item": each.item,
            "on": each.on.isoformat(),
            "day": short_day(each.on, lang),
            "amount": machine(abs(float(item_amount(each)))),
            "evidence": each.evidence.value,
            "evidence-word": word(each.evidence, lang),
            "source": each.source,
            "url": each.url,
            "entry": f"{ledger.key}#{each.seq}",
        }
        for ledger in ledgers
        for each in items(ledger.actuals, as_of)
    ]
