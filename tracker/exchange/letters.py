"""Letters that were lost, hidden or swapped for others on the way into a file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

# Letters of other alphabets that look like Latin ones or like each other, in small, and
# dashes; neither case folding nor compatibility makes them one. Source: Unicode
# confusables, those of Russian, Kazakh and Greek.
_ALIKE = str.maketrans(
    "авекмнорстухіһјԁԛԝѕьүқғңөәαβεηικνορτυχωθ\u0131\u2010\u2012\u2013\u2014\u2212",
    "abekmhopctyxihjdqwsbykfhɵəabenikvoptuxwɵi-----",
)
# The rest of a sentence about a text whose letters were lost.
LOST = "has ? for letters that were lost on saving; save the file as CSV UTF-8"
# A question mark where a word begins or goes on, or several together.
_LOST = re.compile(r"\?[^\W\d_]|\?{3}")


def lost(text: str) -> bool:
    """Whether letters became question marks when a text was saved.

    Excel does so to Kazakh letters in what it calls CSV. A web address may have
    question marks, and a question has one at its end.
    """
    if "?" not in text:
        return False
    return any(_LOST.search(word) for word in text.split() if "/" not in word)


def skeleton(text: str) -> str:
    """What two texts share that look the same, whatever their case and alphabets."""
    return unicodedata.normalize("NFKC", text).casefold().translate(_ALIKE)


def skeletons(keys: Iterable[str]) -> dict[str, str]:
    """The keys by what they look like."""
    return {skeleton(key): key for key in keys}


def fault_of_key(key: str, known: dict[str, str]) -> str | None:
    """What is wrong with the letters of a key that is none; None if nothing is.

    Args:
        known: The keys that there are, by what they look like.
    """
    for letter in key:
        if unicodedata.category(letter) in ("Cc", "Cf", "Co", "Cs", "Zs", "Zl", "Zp"):
            code = f"U+{ord(letter):04X}"
            hidden = "a space" if letter == " " else f"the hidden character {code}"
            meant = known.get(skeleton(key.replace(letter, "")))
            return f"the key {key!r} holds {hidden}; " + (
                f"did you mean {meant}?" if meant else "remove it"
            )
    if lost(key):
        return f"the key {key!r} {LOST}"
    meant = known.get(skeleton(key))
    strangers = [each for each in key if each.isalpha() and not each.isascii()]
    if meant and strangers:
        return f"no target {key!r}: {_told(strangers[0])}; did you mean {meant}?"
    if meant:
        return f"no target {key!r}; did you mean {meant}?"
    if len({_script(letter) for letter in key if letter.isalpha()}) > 1:
        return f"no target {key!r}: {_told(strangers[0])}; write it in one alphabet"
    return None


def _told(letter: str) -> str:
    return f"{letter!r} in it (U+{ord(letter):04X}) is {_script(letter).capitalize()}"


def _script(letter: str) -> str:
    return unicodedata.name(letter, "unknown").split()[0]
