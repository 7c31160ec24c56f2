"""What columns, kinds and evidence are called in files: in three languages.

The words are those of tracker's own reports where it has them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import TypeVar

from tracker.domain import Evidence, Kind, Unit

_PERCENT = ("%", "per cent", "percent", "пайыз", "процент")

T = TypeVar("T", bound=str)

# English, Kazakh and Russian; a column is known by its name in tracker too.
_COLUMNS = {
    "target": ("key", "target key", "кілт", "көрсеткіш", "ключ", "показатель"),
    "on": ("date", "day", "күні", "күн", "дата", "день"),
    "value": ("figure", "мәні", "мән", "значение"),
    "kind": ("type", "түрі", "вид", "тип"),
    "evidence": ("расталуы", "подтверждение"),
    "source": ("дереккөз", "источник"),
    "note": ("remark", "ескертпе", "примечание"),
    "author": ("авторы", "автор"),
    "item": ("нысан", "объект"),
    "url": ("link", "сілтеме", "ссылка"),
    "reason": (
        *("себебі", "себеп", "причина"),
        # As a form asks for it.
        *("reason (if refused)", "себебі (қабылданбаса)", "причина (если не принято)"),
    ),
}
_KINDS = {
    Kind.TOTAL: ("барлығы", "всего"),
    Kind.INCREMENT: ("өсім", "прирост"),
    Kind.DONE: ("орындалған", "орындалды", "сделано", "выполнено"),
    Kind.NOT_DONE: (
        *("not done", "орындалмаған", "орындалмады"),
        *("не сделано", "не выполнено"),
    ),
    Kind.WITHDRAWAL: ("қайтарып алу", "отзыв"),
}
# What people write of a milestone that is done. The contrary says just as well that
# nothing is known, or that there is nothing, so it counts beside a kind only.
_YES = ("yes", "иә", "да")
_NO = ("no", "жоқ", "нет")
_EVIDENCE = {
    Evidence.CLAIMED: ("мәлімделген", "заявлено"),
    Evidence.DOCUMENTED: ("құжатталған", "подтверждено документом"),
    Evidence.VERIFIED: ("тексерілген", "проверено"),
}
# What a form of `tracker template` shows beside what it asks.
_SHOWN = {
    "title": ("атауы", "название"),
    "unit": ("өлшем бірлігі", "единица измерения"),
    "last figure": ("соңғы мәні", "последнее значение"),
    "day of the last figure": ("соңғы мәнінің күні", "дата последнего значения"),
}
# What of it is held against the ledger when the form comes back: a title may be put in
# other words.
COMPARED = ("unit", "last figure", "day of the last figure")
# Cells that say of a figure that there is none. What a spreadsheet writes for an error
# of arithmetic is not among them, and nought is a figure.
_MISSING = (
    *("", "-", "\u2013", "\u2014", "\u2212", "\u2026", "...", ".."),
    *("n/a", "no data", "#n/a"),
    *("дерек жоқ", "деректер жоқ", "мәлімет жоқ"),
    *("н/д", "н.д.", "нет данных", "#н/д"),
)


def folded(text: str) -> str:
    """A word without regard to case, composition and spaces."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def unyotted(text: str) -> str:
    """As `folded`, and ё as the е that it is often written as."""
    return folded(text).replace("ё", "е")


def is_percent(unit: Unit) -> bool:
    """Whether a target is counted in per cent, by the words of its unit."""
    words = [folded(word) for forms in unit.values() for word in forms.values()]
    return any(word.startswith(_PERCENT) for word in words)


def _known(words: Mapping[T, tuple[str, ...]]) -> dict[str, str]:
    pairs = ((folded(word), str(one)) for one, each in words.items() for word in each)
    return {**{str(one): str(one) for one in words}, **dict(pairs)}


# What each word of a file means, by its folded form.
COLUMN_WORDS = _known(_COLUMNS)
KIND_WORDS = _known(_KINDS)
EVIDENCE_WORDS = _known(_EVIDENCE)
NO = frozenset(map(folded, _NO))
# What the value of a milestone says.
ANSWERS = {
    **{word: kind for word, kind in KIND_WORDS.items() if kind in ("done", "not-done")},
    **dict.fromkeys(map(folded, _YES), "done"),
    **dict.fromkeys(NO, "not-done"),
}
SHOWN_WORDS = _known(_SHOWN)
MISSING = frozenset(map(folded, _MISSING))
