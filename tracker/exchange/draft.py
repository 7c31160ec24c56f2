"""What was read of a format of others: targets and actuals to look at, and faults."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from tracker.domain import Actual, Statement, Target, typed
from tracker.entry import LARGEST, MOST_DIGITS, SMALLEST, day, is_hidden, number
from tracker.errors import EntryError, Problem, ProblemsError
from tracker.exchange.actuals_csv import COLUMNS, cells

# Larger files hold something else than figures. House rule.
LARGEST_FILE = 50_000_000
# A key becomes the name of a file: see the catalogue.
_LONGEST_KEY = 60
# How a number stands in files that programs write; exponents are theirs.
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?", re.ASCII)
_MOST_LINES = 4


class ForeignFileError(ProblemsError):
    """A file of another format cannot be read at all."""


class Reported(NamedTuple):
    """One figure of a target, or of what might become one."""

    key: str
    actual: Actual


@dataclass(frozen=True)
class Draft:
    """What a file or folder of another format says, in the order it says it.

    Attributes:
        reported: Of targets and of what nobody promised anything about.
        problems: What was not taken, or taken otherwise than it stands, and where.
    """

    targets: tuple[Target, ...]
    reported: tuple[Reported, ...]
    problems: tuple[Problem, ...]

    @classmethod
    def of(
        cls,
        targets: Sequence[Target],
        reported: Iterable[Reported],
        problems: Sequence[Problem],
    ) -> Draft:
        """A draft in which a key with / is that of a part of another target of it."""
        parents = {each.key for each in targets if "/" not in each.key}

        def named(key: str) -> str:
            parent, slash, _ = key.partition("/")
            return key if not slash or parent in parents else key.replace("/", "-")

        renamed = []
        for each in targets:
            parent, slash, _ = named(each.key).partition("/")
            labels = replace(each.labels, parent=parent if slash else None)
            renamed.append(replace(each, key=named(each.key), labels=labels))
        figures = tuple(each._replace(key=named(each.key)) for each in reported)
        return cls(tuple(renamed), figures, tuple(problems))

    def of_targets(self) -> tuple[Reported, ...]:
        """The figures that can be imported once the targets are in."""
        keys = {each.key for each in self.targets}
        return tuple(each for each in self.reported if each.key in keys)

    def of_none(self) -> tuple[Reported, ...]:
        """The figures that no target is stated for."""
        keys = {each.key for each in self.targets}
        return tuple(each for each in self.reported if each.key not in keys)


def write_actuals(reported: Iterable[Reported]) -> str:
    """Figures as a file that `tracker import` reads."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for key, actual in reported:
        writer.writerow(cells(key, actual)[: len(COLUMNS)])
    return out.getvalue()


def decoded(name: str, content: bytes) -> str:
    """The text of a file.

    Raises:
        ForeignFileError: It is too large, or not UTF-8.
    """
    if len(content) > LARGEST_FILE:
        message = f"is larger than {LARGEST_FILE // 10**6} MB; split it"
        raise ForeignFileError([Problem(name, message)])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = "is not UTF-8; save the file again as UTF-8"
        raise ForeignFileError([Problem(f"{name}:{line}", message)]) from error


def figure(text: str) -> tuple[float, bool]:
    """A number of a file that a program wrote, and whether digits were cut off it.

    What has more than 15 digits is rounded to 15, as far as a double goes.

    Raises:
        EntryError: Not a number, or beyond what can be kept.
    """
    bare = text.strip()
    if not _NUMBER.fullmatch(bare):
        return number(bare), False
    value = float(f"{float(bare):.{MOST_DIGITS}g}")
    if abs(value) > LARGEST or (value and abs(value) < SMALLEST):
        raise EntryError(f"{bare!r} is beyond 10^15 or below 10^-15; change its unit")
    digits = re.split("[eE]", bare)[0].lstrip("+-").replace(".", "").strip("0")
    return value + 0.0, len(digits) > MOST_DIGITS


# The cells of a column repeat each other.
@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A text on one line, without what cannot be seen."""
    spaced = " ".join(text.split())
    return "".join(letter for letter in spaced if not is_hidden(letter))


def day_of(text: str) -> date:
    """A day of a file: 2024-09-01 or 1.9.2024, and no word such as today.

    Raises:
        EntryError: No such day, or not between 1990 and 2100.
    """
    if not text.strip()[:1].isdigit():
        raise EntryError(f"{plain(text)[:40]!r} is not a day; write 2024-09-01")
    return day(text, date.max)


def with_share(statement: Statement, values: Iterable[float]) -> Statement:
    """A statement in % with the bounds that this unit has in a file of targets.

    Where figures pass them it is no share of a whole; its unit is "per cent" then.
    """
    forms = {form for texts in statement.unit.values() for form in texts.values()}
    if "%" not in forms or statement.lower is not None or statement.upper is not None:
        return statement
    known = [*values, statement.goal.value, statement.start]
    if all(0 <= value <= 100 for value in known):
        return replace(statement, lower=0.0, upper=100.0)
    return replace(statement, unit={"en": {"other": "per cent"}})


def key_from(*parts: str) -> str:
    """A key of some texts; letters that no key has are told apart by a digest."""
    words = [re.sub(r"[ _./-]+", "-", part.strip()).strip("-") for part in parts]
    key = "-".join(words).lower()
    if re.fullmatch(r"[a-z0-9-]+", key) and len(key) <= _LONGEST_KEY:
        return key
    digest = hashlib.sha256("\0".join(parts).encode(errors="replace")).hexdigest()[:8]
    kept = "-".join(
        word.lower() for word in words if re.fullmatch(r"[A-Za-z0-9-]+", word)
    )
    return f"{kept[: _LONGEST_KEY - 9].strip('-')}-{digest}".lstrip("-")


def is_key(code: str) -> bool:
    """Whether a code of a file can be the key of a target, or of a part, as it is."""
    parts = code.split("/")
    return len(parts) <= 2 and all(part and key_from(part) == part for part in parts)


class Found(NamedTuple):
    """One figure and the line that it stands in."""

    value: float
    line: int


def settled(found: Sequence[Found], what: str) -> tuple[float | None, str | None]:
    """The figure that some lines agree on, and what is to be said of them.

    Args:
        found: At least one; of one thing and day.
        what: They are figures of, as the beginning of a sentence.
    """
    values = list(dict.fromkeys(each.value for each in found))
    if len(found) == 1:
        return values[0], None
    lines = [str(each.line) for each in found]
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES - 1], f"{len(lines) - _MOST_LINES + 1} more"]
    listed = f"{', '.join(lines[:-1])} and {lines[-1]}"
    if len(values) == 1:
        return values[0], f"{what} stands in lines {listed} alike; taken once"
    told = " and ".join(typed(value) for value in values[:2])
    return None, f"{what} is {told} in lines {listed}; none is taken, keep one"
