"""Text in columns of a terminal: how wide it is, cut or filled to a width."""

from __future__ import annotations

import textwrap
import unicodedata


def width(text: str) -> int:
    """How many columns a text takes."""
    return sum(_columns(letter) for letter in text)


def fitted(text: str, columns: int, *, right: bool = False) -> str:
    """A text cut or filled to so many columns; what is cut ends in an ellipsis."""
    if width(text) > columns:
        room = columns - 1
        for place, letter in enumerate(text):
            room -= _columns(letter)
            if room < 0:
                text = text[:place].rstrip() + "…"
                break
    space = " " * (columns - width(text))
    return space + text if right else text + space


def wrapped(text: str, columns: int, indent: str) -> list[str]:
    """A text over as many indented lines as it needs."""
    return textwrap.wrap(
        text,
        max(columns, 10),
        initial_indent=indent,
        subsequent_indent=indent + "  ",
        break_on_hyphens=False,
    )


def visible(text: str) -> str:
    r"""A text that cannot steer a terminal: hidden characters as \u001b."""
    return "".join(
        f"\\u{ord(letter):04x}" if unicodedata.category(letter) in _UNSEEN else letter
        for letter in text
    )


# Controls, formats (which reorder text), surrogates, private use, line separators.
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")


def _columns(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
