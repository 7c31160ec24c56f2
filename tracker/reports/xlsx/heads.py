"""The heads of columns, and other words that begin with a capital."""

from __future__ import annotations

from tracker.reports.phrases import say
from tracker.reports.words import WORDS, word


def head(name: str, lang: str) -> str:
    """What stands above a column: a word or phrase, begun with a capital."""
    return capital(phrase(name, lang))


def phrase(name: str, lang: str) -> str:
    """A word of the reports, else a phrase of theirs without blanks."""
    return word(name, lang) if name in WORDS else say(name, lang)


def capital(said: str) -> str:
    """A text that begins with a capital letter."""
    return said[:1].upper() + said[1:]
