"""The quick way for the plain rows of a target: what `merge` would make of them.

Plain is a row without a name or a reason, one a day, that says a total or an increment
in digits. A law test holds this way to the other one; whatever is not plain takes that.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from operator import attrgetter, itemgetter

from tracker import entry
from tracker.domain import Evidence
from tracker.entry import MOST_DIGITS
from tracker.errors import EntryError
from tracker.exchange.actuals_csv import LEDGER_COLUMNS
from tracker.exchange.records import Record
from tracker.exchange.rows import Layout, text_in
from tracker.exchange.wording import EVIDENCE_WORDS, KIND_WORDS, MISSING, folded
from tracker.ledger import Fact

# Days, sources and authors are few in a file, and stand in many of its rows.
_text = lru_cache(maxsize=4096)(text_in)
_on = attrgetter("on")

# As `PlainReader._fact` takes them.
_COLUMNS = (
    *("on", "value", "kind", "evidence"),
    *("item", "source", "url", "note", "author"),
)
_KINDS = {"": "total"} | {
    word: kind for word, kind in KIND_WORDS.items() if kind in ("total", "increment")
}
_EVIDENCE = {"": Evidence.CLAIMED.value} | EVIDENCE_WORDS


@lru_cache(maxsize=4096)
def _name(text: str) -> str | None:
    return entry.author(text_in(text, "author"))


class PlainReader:
    """Reads the plain rows of one file."""

    def __init__(self, layout: Layout) -> None:
        names = layout.names
        self._plain = not set(names) & set(LEDGER_COLUMNS)
        # A column that is not there is read as an empty cell behind the others.
        places = (names.index(n) if n in names else len(names) for n in _COLUMNS)
        self._cells = itemgetter(*places)
        self._today, self._author = layout.today, layout.author
        self._day = lru_cache(maxsize=4096)(layout.notation.day)
        self._number = layout.notation.number

    def facts(self, records: Iterable[Record]) -> list[Fact] | None:
        """What a target's rows add to an empty ledger; None where one is not plain.

        Rows that say that there is no figure add nothing.
        """
        if not self._plain:
            return None
        found = []
        try:
            for _, cells in records:
                fact = self._fact(*self._cells([*cells, ""]))
                if fact is None:
                    return None
                if fact.value is not None:
                    found.append(fact)
        except EntryError:
            return None
        found.sort(key=_on)
        return found if len({fact.on for fact in found}) == len(found) else None

    def _fact(self, on: str, value: str, kind: str, *others: str) -> Fact | None:
        evidence, item, source, url, note, author = others
        kind, evidence = _KINDS.get(kind, ""), _EVIDENCE.get(evidence, "")
        if not kind or not evidence:
            return None
        value = value.strip()
        # What does not begin with a digit may be a sign, a word or nothing.
        if "0" <= value[:1] <= "9":
            figure = self._figure(value)
        elif folded(value) in MISSING:
            figure = None
        else:
            return None
        return Fact(
            self._day(on, self._today),
            kind,
            figure,
            evidence,
            _text(item, "item"),
            _text(source, "source"),
            _text(url, "url"),
            _text(note, "note"),
            _name(author) or self._author,
            None,
            None,
        )

    def _figure(self, text: str) -> float:
        """As the notation reads it, a short row of digits in no time."""
        if len(text) <= MOST_DIGITS and text.isdecimal() and text.isascii():
            return float(text)
        return self._number(text)
