"""Values as TOML: what json.loads gives, and days and moments."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date, datetime

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def header(*names: str) -> str:
    """The line that opens a table: [targets.camps]."""
    return f"[{'.'.join(map(_key, names))}]\n"


def assignment(name: str, value: object) -> str:
    """One line: a key and its value, tables within it inline."""
    return f"{_key(name)} = {_value(value)}\n"


def _value(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        pairs = (f"{_key(name)} = {_value(each)}" for name, each in value.items())
        return "{ " + ", ".join(pairs) + " }" if value else "{}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, str):
        return _text(value)
    assert isinstance(value, bool | int | float), "TOML knows no null"
    # JSON and TOML write truth and numbers alike.
    return json.dumps(value)


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _text(name)


def _text(text: str) -> str:
    """A basic string; JSON's escapes are TOML's, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
