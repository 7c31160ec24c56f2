"""The file as it lies on disk: read, decoded, taken apart by tomllib."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import NamedTuple

from tracker.catalogue.locate import Place, locate
from tracker.catalogue.wording import shown
from tracker.errors import CatalogueError, Problem

# 10,000 targets with revisions take about 8 MB. House rule: anything beyond 10 MB
# is not a catalogue but an accident or an attack.
LARGEST = 10_000_000

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")

# What tomllib says, and what to do about it.
_REMEDIES = {
    "Cannot overwrite a value": "this key or table was already given; keep one of them",
    "Cannot declare": "this table is opened a second time; put its keys into one table",
    "Cannot mutate": "this table is closed already; write its keys in one place",
    "Duplicate inline table key": "a key is given twice in one table; keep one of them",
    "Unterminated string": 'a text is not closed; put the missing " at its end',
    "Unclosed": "a bracket is not closed; put the missing ] or } at its end",
    "Invalid date": "there is no such day; write one such as 2024-09-01",
    "Expected '='": "a key needs a value; write key = value",
    "Invalid value": "the value cannot be read; put texts in double quotes",
    "Found invalid character": "a character is not allowed here; retype the line",
    r"Illegal character '\n'": 'a text is not closed; put the missing " at its end',
    "Illegal character": "a character is not allowed here; retype the line",
    "Unescaped '\\'": "a backslash in a text is written twice; write \\\\",
    "Expected newline": (
        "something is left over after the value; put texts in double quotes, "
        "days as 2024-09-01 and numbers without spaces or leading zeros"
    ),
}


class Document(NamedTuple):
    """A file that is TOML: its values, and the line of each."""

    name: str
    raw: Mapping[str, object]
    lines: Mapping[Place, int]


def open_document(path: Path) -> Document:
    """The values of a file and their lines.

    A number with a point or an exponent comes as a Decimal, digit for digit.

    Raises:
        CatalogueError: The file is missing, not text, too large, or not TOML.
    """
    text = _text(path.name, _bytes(path))
    try:
        raw = tomllib.loads(text, parse_float=_decimal)
        return Document(path.name, raw, locate(text))
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(path.name, text, str(error)) from error
    except RecursionError as error:
        message = "tables or lists are nested too deeply; write them flat"
        raise _refused(path.name, message) from error
    except ValueError as error:
        message = "a number has thousands of digits; keep to 15"
        raise _refused(path.name, message) from error


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        message = "there is no such file; `tracker init --example` writes one"
        raise _refused(path.name, message) from error
    except IsADirectoryError as error:
        raise _refused(path.name, "is a folder; name the file in it") from error
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        message = (
            f"cannot be read ({why}); put that right, "
            "or let `tracker init --example` write another"
        )
        raise _refused(path.name, message) from error
    if len(content) > LARGEST:
        message = (
            f"is larger than {LARGEST // 10**6} MB; remove what is no target from it"
        )
        raise _refused(path.name, message)
    return content


def _text(name: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = "is not UTF-8; save the file again with the encoding UTF-8"
        raise _refused(f"{name}:{line}", message) from error


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal("Infinity")  # an exponent beyond all reason


def _not_toml(name: str, text: str, message: str) -> CatalogueError:
    last = text.rstrip().count("\n") + 1
    place = _PLACE.search(message)
    line = int(place[1]) if place and place[1] else last
    plain = f"{shown(_PLACE.sub('', message))}; correct this line"
    remedies = (_REMEDIES[start] for start in _REMEDIES if message.startswith(start))
    said = next(remedies, plain)
    column = f"column {place[2]}" if place and place[2] else "at its end"
    return _refused(f"{name}:{line}", f"is not TOML, {column}: {said}")


def _refused(where: str, message: str) -> CatalogueError:
    return CatalogueError([Problem(where, message)])
