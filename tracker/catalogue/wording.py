"""How values of the file are named in a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal
from difflib import get_close_matches

from tracker.domain import exact

# Longest text of the file that a sentence repeats, and the longest word that is
# compared with the known ones. House rule: a sentence stays a sentence.
_LONGEST = 60

# What TOML knows besides texts and true or false. A moment is a day too, so it
# comes first.
_KINDS: dict[type, str] = {
    int: "the number {}",
    Decimal: "the number {}",
    list: "a list",
    dict: "a table",
    datetime: "the moment {}",
    date: "the day {}",
    time: "the time {}",
}


def shown(text: str) -> str:
    """A text of the file that is safe in a terminal; a long one is cut."""
    cut = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return "".join(
        each if each.isprintable() else f"\\u{ord(each):04x}" for each in cut
    )


def figure(value: float) -> str:
    """A figure as it would be typed: 369, not 369.0, and 1000000, not 1e6."""
    return format(exact(value).normalize(), "f")


def found(raw: object) -> str:
    """What stands in the file, named with its kind."""
    if isinstance(raw, str):
        return f'the text "{shown(raw)}"'
    if isinstance(raw, bool):
        return str(raw).lower()
    if isinstance(raw, int) and raw.bit_length() > 64:
        return "a number beyond 10^15"
    name = next(name for kind, name in _KINDS.items() if isinstance(raw, kind))
    return name.format("" if isinstance(raw, list | dict) else shown(str(raw)))


def suggestion(word: str, known: Iterable[str]) -> str | None:
    """The known word that is nearest to one that is not known."""
    if len(word) > _LONGEST:
        return None
    near = get_close_matches(word, known, n=1)
    return near[0] if near else None


def listed(words: Iterable[str]) -> str:
    """Words in a row: a, b or c."""
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last
