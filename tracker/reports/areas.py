"""What an area is called in the reports."""

from __future__ import annotations

from tracker.areas import AREAS


def area_name(code: str, lang: str) -> str:
    """The name of an area in a language; the code where no name is known."""
    return AREAS[code][lang] if code in AREAS else code
