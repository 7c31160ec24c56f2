"""The heads of columns, each begun with a capital."""

from __future__ import annotations

from tracker.reports.phrases import say
from tracker.reports.words import WORDS, word


def head(name: str, lang: str) -> str:
    """What stands above a column: a word of the reports, else a phrase of theirs."""
    said = word(name, lang) if name in WORDS else say(name, lang)
    return capital(said)


def capital(said: str) -> str:
    """A text that begins with a capital letter."""
    return said[:1].upper() + said[1:]
