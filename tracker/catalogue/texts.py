"""Texts in several languages, and units with the plural forms of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from tracker.catalogue.table import Table
from tracker.catalogue.wording import found, listed
from tracker.domain import LANGUAGES, Texts, Unit

Part = TypeVar("Part")

# The plural categories of each language. Source: Unicode CLDR, plural rules; Kazakh
# puts a noun after a number in the singular, so one form does.
FORMS = {
    "en": ("one", "other"),
    "kk": ("other",),
    "ru": ("one", "few", "many", "other"),
}


def read_texts(table: Table, key: str) -> Texts | None:
    """A text per language; one plain text is English. None: missing or wrong."""
    if isinstance(table.raw.get(key), str):
        text = table.text(key)
        return None if text is None else {"en": text}
    languages = _languages(table, key, "a text")
    if languages is None:
        return None
    texts = {each: languages.text(each) for each in LANGUAGES if each in languages}
    return _whole(texts)


def read_unit(table: Table, key: str = "unit") -> Unit | None:
    """The plural forms of each language; `other` is always among them."""
    if isinstance(table.raw.get(key), str):
        text = table.text(key)
        return None if text is None else {"en": {"other": text}}
    languages = _languages(table, key, "a text or its plural forms")
    if languages is None:
        return None
    unit = {each: _forms(languages, each) for each in LANGUAGES if each in languages}
    return _whole(unit)


def _languages(table: Table, key: str, what: str) -> Table | None:
    if key not in table:
        return None
    if not isinstance(table.raw[key], dict):
        raw = found(table.raw[key])
        table.refuse(key, f'needs {what}, found {raw}; write it as "..."')
        return None
    languages = table.table(key)
    assert languages is not None, "a dict is a table"
    before = len(table.problems)
    for language in languages.raw:
        if language not in LANGUAGES:
            remedy = f"write one of {listed(LANGUAGES)}"
            languages.refuse(language, f"is no language of the reports; {remedy}")
    if not languages.raw:
        table.refuse(key, f"is empty; give {what} in {listed(LANGUAGES)}")
    return languages if len(table.problems) == before else None


def _forms(languages: Table, language: str) -> Mapping[str, str] | None:
    if not isinstance(languages.raw[language], dict):
        text = languages.text(language)
        return None if text is None else {"other": text}
    table = languages.table(language)
    assert table is not None, "a dict is a table"
    known = FORMS[language]
    table.only(*known)
    table.require("other", "it is the form that always fits")
    forms = _whole({each: table.text(each) for each in known if each in table})
    return forms if forms and "other" in forms else None


def _whole(parts: Mapping[str, Part | None]) -> Mapping[str, Part] | None:
    """The parts, if none of them was wrong."""
    whole = {name: part for name, part in parts.items() if part is not None}
    return whole if len(whole) == len(parts) else None
