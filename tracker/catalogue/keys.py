"""How targets are called: what a key may look like, and which belongs to which."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from tracker.catalogue.problems import Problems
from tracker.catalogue.wording import shown

# A key becomes the name of a file (faults, S1): 60 characters are within every limit.
LONGEST = 60

_PART = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")


def check_key(key: str, problems: Problems) -> None:
    """Note why a key cannot be one; of several reasons the first."""
    fault = _fault(key)
    if fault:
        problems.add(("targets", key), f"is not a good key: {fault}")


def parent_in(key: str) -> str | None:
    """The parent that a key names: that of `schools/astana` is `schools`."""
    parent, *children = key.split("/")
    return parent if len(children) == 1 else None


def check_parents(parents: Mapping[str, str | None], problems: Problems) -> None:
    """Note each parent that is missing, and each circle of parents once.

    Args:
        parents: Every target of the file with the parent that it names.
    """
    for key, parent in parents.items():
        if parent is not None and parent not in parents:
            near = problems.near(parent, (each for each in parents if each != key))
            remedy = f"did you mean {near}?" if near else "add it or name another"
            problems.add(
                ("targets", key, "parent"),
                f"is {shown(parent)}, which is no target of this file; {remedy}",
            )
    for circle in _circles(parents):
        way = " -> ".join(map(shown, (*circle, circle[0])))
        problems.add(
            ("targets", circle[0], "parent"),
            f"leads back to the target itself ({way}); remove one `parent` of these",
        )


def _fault(key: str) -> str | None:
    parts = key.split("/")
    if len(parts) > 2:
        return "only one / may stand in it, between parent and child"
    for part in parts:
        fault = _character_fault(part) or _form_fault(part)
        if fault:
            return fault
    return None


def _character_fault(part: str) -> str | None:
    for each in part:
        if each.isascii():
            continue
        name = unicodedata.name(each, "a character without a name")
        script = name.split()[0].capitalize() if each.isalpha() else name.lower()
        told = f"'{shown(each)}' in it (U+{ord(each):04X}) is {script}"
        return f"{told}; write it in Latin letters a to z"
    return None


def _form_fault(part: str) -> str | None:
    if part != part.lower():
        return f"write it in lower case, {shown(part.lower())}"
    if len(part) > LONGEST:
        return f"it is longer than {LONGEST} characters; shorten it"
    if not _PART.fullmatch(part):
        return (
            "write only a to z, 0 to 9 and hyphens between them, "
            "such as comfortable-schools"
        )
    return None


def _circles(parents: Mapping[str, str | None]) -> list[list[str]]:
    """Each circle once, from the member that is reached first."""
    circles = []
    walked: set[str] = set()
    for start in parents:
        way: dict[str, None] = {}
        key: str | None = start
        while key is not None and key not in walked and key not in way:
            way[key] = None
            key = parents.get(key)
        if key is not None and key in way:
            members = list(way)
            circles.append(members[members.index(key) :])
        walked.update(way)
    return circles
