"""The columns of a form and what may be chosen in them.

`tracker import` knows the heads of what is asked and the words that may be chosen, in
each language, and passes over what is only shown; a test holds this.
"""

from __future__ import annotations

from tracker.domain import Evidence, Kind
from tracker.reports.words import word
from tracker.reports.xlsx.heads import phrase

# The head of each column, and its width in letters; the first one is the target.
SHOWN = {
    "book-key": 26,
    "title-head": 38,
    "unit": 16,
    "form-last": 16,
    "form-last-day": 14,
}
ASKED = {
    "day-head": 14,
    "book-value": 16,
    "book-kind": 16,
    "evidence-head": 22,
    "source": 36,
    "book-url": 26,
    "note": 30,
    "item-head": 30,
    "form-reason": 26,
}
COLUMNS = {**SHOWN, **ASKED}
# The letter of each.
LETTERS = dict(zip(COLUMNS, "ABCDEFGHIJKLMN", strict=True))
COUNTED, DONE = (Kind.TOTAL, Kind.INCREMENT), (Kind.DONE, Kind.NOT_DONE)
KINDS = (*COUNTED, *DONE)
_KINDS = {Kind.TOTAL: "book-total", Kind.INCREMENT: "book-increment"}


def kind_word(kind: Kind, lang: str) -> str:
    """What a kind of actual is called."""
    return phrase(_KINDS.get(kind, str(kind)), lang)


def evidence_words(lang: str) -> list[str]:
    """What each degree of evidence is called, the least one first."""
    return [word(each, lang) for each in Evidence]
