"""Named units: each counts once, and two names may be meant for one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tracker.domain import Actual, Measure
from tracker.ledger import Ledger
from tracker.periods import span_holding
from tracker.progress.totals import in_force

# Letters that look the same, in capitals or small. Source: Unicode confusables, those
# of Russian and Kazakh.
_ALIKE = str.maketrans("авекмнорстухіһјԁԛԝѕ", "abekmhopctyxihjdqws")
_PIECE = re.compile(r"\d+|[^\W\d_]+")
# A word this long may be mistyped; of a shorter one each letter may be a name.
_MISTYPED_FROM = 4

Key = tuple[object, ...]


class ItemRefusal(NamedTuple):
    """Why the item of a new actual may not be counted.

    Attributes:
        seq: The place of the new actual.
        other: The actual that counts it already, or one of a name like it.
        alike: The name is only like that one's, and may be another's.
    """

    seq: int
    other: Actual
    alike: bool


def item_key(name: str) -> str:
    """What two spellings of one name share: case and spaces do not matter."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def item_refusals(
    ledger: Ledger, new: Sequence[Actual], admitted: Collection[int] = ()
) -> tuple[ItemRefusal, ...]:
    """Items that are counted already, and those that read like one that is.

    An item counts once a target, of a quota once a period. A reading of a level
    counts nothing.

    Args:
        new: With the places they would have in the ledger.
        admitted: The places of those that may read like another.
    """
    if ledger.target.measure is Measure.LEVEL or not any(each.item for each in new):
        return ()
    places = {each.seq for each in new}
    named = [each for each in in_force([*ledger.actuals, *new]) if each.item]
    kept = {each.seq: each.item for each in (*ledger.actuals, *new)}
    found: list[ItemRefusal] = []
    seen: dict[Key, Actual] = {}
    for each in sorted(named, key=lambda actual: (actual.seq in places, actual.seq)):
        assert each.item, "only those with an item are named"
        since = _since(ledger, each.on)
        same, like = (since, item_key(each.item)), _keys(each.item, since)
        if each.seq in places:
            told = _told(each, same, like, seen)
            renamed = kept.get(each.replaces or 0) != each.item
            if told and not (told.alike and (each.seq in admitted or not renamed)):
                found.append(told)
        for key in (same, *like.made):
            seen.setdefault(key, each)
    return tuple(sorted(found))


def items(actuals: Sequence[Actual], as_of: date) -> tuple[Actual, ...]:
    """The actuals in force on a day that name an item, by day and place."""
    return tuple(each for each in in_force(actuals) if each.item and each.on <= as_of)


class _Keys(NamedTuple):
    """What a name leaves in the index, and what is looked up for it."""

    made: tuple[Key, ...]
    asked: tuple[Key, ...]


def _told(
    each: Actual, same: Key, like: _Keys, seen: dict[Key, Actual]
) -> ItemRefusal | None:
    if same in seen:
        return ItemRefusal(each.seq, seen[same], alike=False)
    for key in like.asked:
        if key in seen:
            return ItemRefusal(each.seq, seen[key], alike=True)
    return None


def _since(ledger: Ledger, day: date) -> date:
    """The start of the period within which an item counts once."""
    period = ledger.target.statements[-1].period
    return span_holding(day, period).start if period else date.min


def _keys(name: str, since: date) -> _Keys:
    """Keys of which two names that may be one share some, however many there are.

    Two names are alike if they have the same numbers, and the same words but for
    order, one word more or less, or one letter of one long word (left out, put in,
    changed, or changed places with the next).
    """
    numbers, words = _parts(name)
    whole: Key = (since, numbers, tuple(words))
    shorter: list[Key] = []
    mistyped: list[Key] = []
    for place, word in enumerate(words):
        rest = (since, numbers, tuple(words[:place] + words[place + 1 :]))
        if numbers or len(words) > 1:
            shorter.append(rest)
        if len(word) >= _MISTYPED_FROM:
            mistyped += [(*rest, spelling) for spelling in _spellings(word)]
    made = (whole, *(("one more", *each) for each in shorter), *mistyped)
    return _Keys(made, (whole, *shorter, ("one more", *whole), *mistyped))


def _parts(name: str) -> tuple[tuple[str, ...], list[str]]:
    """The numbers and the words of a name, each sorted, as they look."""
    pieces = _PIECE.findall(_looks(name))
    numbers = tuple(sorted(each.lstrip("0") for each in pieces if each.isdigit()))
    words = (each for each in pieces if not each.isdigit())
    return numbers, sorted(each for each in words if each not in _NUMBER_SIGNS)


def _looks(text: str) -> str:
    """A text without accents, with letters that look alike made one."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text))
    bare = "".join(each for each in plain if not unicodedata.combining(each))
    return bare.casefold().translate(_ALIKE)


def _spellings(word: str) -> Iterator[str]:
    """The word, and all that is left of it without one letter."""
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


_NUMBER_SIGNS = frozenset(map(_looks, ("no", "nr", "n", "number", "номер", "нөмір")))
