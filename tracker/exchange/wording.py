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
    "reason": ("себебі", "себеп", "причина"),
}
_KINDS = {
    Kind.TOTAL: ("барлығы", "всего"),
    Kind.INCREMENT: ("өсім", "прирост"),
    Kind.DONE: ("орындалған", "сделано"),
    Kind.NOT_DONE: ("not done", "орындалмаған", "не сделано"),
    Kind.WITHDRAWAL: ("қайтарып алу", "отзыв"),
}
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
SHOWN_WORDS = _known(_SHOWN)
MISSING = frozenset(map(folded, _MISSING))
