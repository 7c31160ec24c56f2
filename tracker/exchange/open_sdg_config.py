"""The indicator-config of Open SDG: names, units, and the targets it states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracker.domain import LANGUAGES, Texts
from tracker.errors import EntryError, Problem
from tracker.exchange.draft import ForeignFileError, decoded, figure, plain

FOLDER = "indicator-config"
# Where the file says nothing of them. Source: Open SDG, automatic progress.
BASE_YEAR, TARGET_YEAR = 2015, 2030
# What such a file may hold. House rule.
_LARGEST = 1_000_000
_NOTHING = ("", "null", "Null", "NULL", "~")
_TRANSLATED = re.compile(r"([\w-]+)\.(\S.*)")
# Groups whose keys are the words themselves, or a code that says as much.
_WORDS = ("data", "general", "meta", "UNIT_MEASURE", "SERIES")


@dataclass(frozen=True)
class Promise:
    """A target that the file states.

    Attributes:
        about: The cells that pick its line of figures.
        rises: Whether more is better; None is not said.
        limit: What no value can pass, on the better side.
    """

    about: Mapping[str, str]
    rises: bool | None
    base_year: int
    target_year: int
    target: float
    limit: float | None


@dataclass(frozen=True)
class Config:
    """What an indicator-config says of its indicator."""

    number: str | None = None
    name: str | None = None
    unit: str | None = None
    promises: tuple[Promise, ...] = ()
    problems: tuple[Problem, ...] = ()


def read(name: str, content: bytes) -> Config:
    """What a file says.

    Raises:
        ForeignFileError: It is not YAML, or no table.
    """
    table = _yaml(name, content)
    problems: list[Problem] = []
    promises = []
    for place, option in enumerate(_options(table), start=1):
        try:
            promise = _promise(option)
        except EntryError as error:
            where = f"{name}, progress_calculation_options {place}"
            problems.append(Problem(where, str(error)))
        else:
            promises += [promise] if promise else []
    return Config(
        number=_text(table, "indicator_number"),
        name=_text(table, "indicator_name"),
        unit=_text(table, "computation_units"),
        promises=tuple(promises),
        problems=tuple(problems),
    )


def translations(files: Mapping[str, bytes]) -> dict[tuple[str, str, str], str]:
    """By language, group and key the texts of translations/LANGUAGE/GROUP.yml."""
    found = {}
    for name, content in files.items():
        *_, language, file = name.split("/")
        if language in LANGUAGES:
            group = file.removesuffix(".yml")
            for key, text in _yaml(name, content).items():
                if isinstance(key, str) and isinstance(text, str):
                    found[language, group, key] = plain(text)
    return found


def in_words(text: str, known: Mapping[tuple[str, str, str], str]) -> Texts | None:
    """A text in each language it was translated to, else as it stands.

    None for a key of a translation that is not there.
    """
    match = _TRANSLATED.fullmatch(text)
    if match is None:
        return {"en": text}
    texts = {
        language: known[language, match[1], match[2]]
        for language in LANGUAGES
        if known.get((language, match[1], match[2]))
    }
    if texts:
        return texts
    if match[1] in _WORDS:
        return {"en": match[2]}
    return None if match[1].endswith("_indicators") else {"en": text}


def _yaml(name: str, content: bytes) -> dict[object, object]:
    """The tables, lists and texts of a file; numbers stay as they were typed.

    Raises:
        ForeignFileError: It is not YAML, or no table.
    """
    import yaml

    if len(content) > _LARGEST:
        raise ForeignFileError([Problem(name, "is larger than 1 MB; shorten it")])
    try:
        # Texts, lists and tables only: no tag makes an object of another kind.
        loader = yaml.BaseLoader(decoded(name, content))
        table = loader.get_single_data()
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{name}:{mark.line + 1}" if mark else name
        why = getattr(error, "problem", None) or "it is nested too deeply"
        message = f"is not YAML ({plain(why)}); correct it"
        raise ForeignFileError([Problem(where, message)]) from error
    if table in (None, ""):
        return {}
    if not isinstance(table, dict):
        raise ForeignFileError([Problem(name, "is no table of settings; correct it")])
    return table


def _options(table: Mapping[object, object]) -> Iterator[Mapping[object, object]]:
    """The options one by one, those of groups among them."""
    listed = table.get("progress_calculation_options")
    for option in listed if isinstance(listed, list) else ():
        group = option.get("group") if isinstance(option, dict) else None
        for each in group if isinstance(group, list) else (option,):
            if isinstance(each, dict):
                yield each


def _promise(option: Mapping[object, object]) -> Promise | None:
    """What one option states; None where it states no target.

    Raises:
        EntryError: It cannot be read.
    """
    target = _text(option, "target")
    if target is None:
        return None
    limit = _text(option, "limit")
    return Promise(
        about=dict(_picked(option)),
        rises=_rises(_text(option, "direction")),
        base_year=_year(option, "base_year", BASE_YEAR),
        target_year=_year(option, "target_year", TARGET_YEAR),
        target=figure(target)[0],
        limit=None if limit is None else figure(limit)[0],
    )


def _picked(option: Mapping[object, object]) -> Iterator[tuple[str, str]]:
    for name in ("series", "unit"):
        text = _text(option, name)
        if text:
            yield name, text
    fields = option.get("disaggregation")
    for each in fields if isinstance(fields, Sequence) else ():
        if isinstance(each, dict):
            field, value = _text(each, "field"), _text(each, "value")
            if field and value:
                yield field, value


def _rises(direction: str | None) -> bool | None:
    if direction is None:
        return None
    if direction not in ("positive", "negative"):
        raise EntryError(f"direction {direction!r} is neither positive nor negative")
    return direction == "positive"


def _year(option: Mapping[object, object], name: str, usual: int) -> int:
    text = _text(option, name)
    if text is None:
        return usual
    if not re.fullmatch(r"(?:199\d|20\d\d|2100)", text, re.ASCII):
        raise EntryError(f"{name} {text!r} is no year from 1990 to 2100")
    return int(text)


def _text(table: Mapping[object, object], name: str) -> str | None:
    value = table.get(name)
    text = plain(value) if isinstance(value, str) else ""
    return None if text in _NOTHING else text
