"""The order of names for readers: that of the alphabet, not that of code points.

Python and each database order letters in their own ways, and Ә, Ғ, Қ, Ң, Ө, Ұ, Ү, Һ, І
and Ё come after Я in many of them. So names are put in order here and nowhere else.
"""

from __future__ import annotations

import unicodedata

# The Kazakh alphabet of 42 letters; Russian's 33 are among them, in their own order.
_LETTERS = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
_PLACES = {letter: (1, place) for place, letter in enumerate(_LETTERS)}


def alphabetical(name: str) -> tuple[tuple[tuple[int, int], ...], str]:
    """What sorts a name: digits, then Latin letters, then Cyrillic ones, then others.

    Capitals stand with small letters; a word comes before a longer one.
    """
    folded = unicodedata.normalize("NFC", name).casefold()
    return tuple(_place(letter) for letter in folded), name


def _place(letter: str) -> tuple[int, int]:
    return _PLACES.get(letter) or (0 if letter < _LETTERS[0] else 2, ord(letter))
