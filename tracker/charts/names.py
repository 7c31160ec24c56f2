"""File names that are safe for any key, on any system, and differ where keys do."""

from __future__ import annotations

import hashlib
import re
import unicodedata

OVERVIEW = "overview"
_PAGES = frozenset({OVERVIEW, "by-area", "by-programme", "by-owner", "by-parent"})
# Room for a dot and an extension within 60 characters and 200 bytes.
MOST_CHARACTERS = 55
MOST_BYTES = 190

# Names of devices on Windows, with or without an extension.
# Source: Microsoft, "Naming Files, Paths, and Namespaces".
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", "conin", "conout"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(10)]
)
_MARKED = re.compile(r"-[0-9a-f]{8}\Z")


def safe_name(key: str) -> str:
    """A file name without extension: letters, digits, - and _ only.

    A key that is such a name already keeps it. Any other is cleaned and marked with
    eight digits of its SHA-256, and so is a key that ends like such a mark: two keys
    never share a name, not even on a disk that ignores case.
    """
    cleaned = _cleaned(key)
    if cleaned == key and _stands(key):
        return key
    mark = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{_shortened(cleaned, len(mark) + 1) or 'target'}-{mark}"


def _stands(key: str) -> bool:
    """Whether a clean key can be a file name as it is."""
    return (
        bool(key)
        and _fits(key, 0)
        and key not in _DEVICES
        and key not in _PAGES
        and not _MARKED.search(key)
        # Also letters whose other case is another letter: ı, ſ, ß, ς.
        and key == key.casefold() == key.upper().casefold()
    )


def _cleaned(key: str) -> str:
    composed = unicodedata.normalize("NFC", key)
    kept = (letter if _is_plain(letter) else "-" for letter in composed)
    return re.sub("-{2,}", "-", "".join(kept)).strip("-")


def _is_plain(letter: str) -> bool:
    kind = unicodedata.category(letter)
    return letter in "-_" or kind == "Nd" or kind.startswith("L")


def _fits(name: str, spare: int) -> bool:
    characters, octets = len(name) + spare, len(name.encode()) + spare
    return characters <= MOST_CHARACTERS and octets <= MOST_BYTES


def _shortened(name: str, spare: int) -> str:
    name = name[:MOST_CHARACTERS]
    while not _fits(name, spare):
        name = name[:-1]
    return name.rstrip("-")
