"""A head as a file: where all ledgers ended when it was written."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from tracker.errors import TrackerError
from tracker.ledger import End, Head

_FIRST = "tracker head 1"
_END = re.compile(
    r"(?P<key>\S+) (?P<stated>\d{1,18}) (?P<digest>[0-9a-f]{64}) "
    r"(?P<reported>\d{1,18}) (?P<last>[0-9a-f]{64}|-)",
    re.ASCII,
)
# Lines before the first target: what it is, when it was written, how many, its digest.
_PREAMBLE = 4


class HeadFileError(TrackerError):
    """A file is no head, or no longer the one that was written."""


class Written(NamedTuple):
    """A head and the moment it was written (UTC)."""

    head: Head
    at: datetime


def write(head: Head, at: datetime) -> str:
    """The lines of a file: one a target, and a digest over them all at the end."""
    lines = [
        _FIRST,
        f"written {at.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}",
        f"targets {len(head.ends)}, statements {head.statements}, "
        f"actuals {head.actuals}",
        f"head {head.digest}",
        *map(str, head.ends),
    ]
    text = "".join(f"{line}\n" for line in lines)
    return f"{text}sha256 {_digest(text)}\n"


def read(path: Path) -> Written:
    """The head that was written.

    Raises:
        HeadFileError: It cannot be read, is no head, or was changed since.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise HeadFileError(
            f"{path} cannot be read ({reason}); name a file that `tracker export "
            "--head` wrote"
        ) from error
    content, mark, digest = text.rstrip("\n").rpartition("\nsha256 ")
    content += "\n"
    if not mark or not content.startswith(f"{_FIRST}\n"):
        raise HeadFileError(
            f"{path} is no head that this tracker reads; name a file that `tracker "
            "export --head` wrote"
        )
    lines = content.splitlines()
    head = Head(tuple(_ends(lines[_PREAMBLE:])))
    sound = digest == _digest(content) and text == write(head, _written(lines))
    if not sound:
        raise HeadFileError(
            f"{path} was changed after it was written: it does not fit its own digest; "
            "take the one that was kept elsewhere"
        )
    return Written(head, _written(lines))


def _ends(lines: list[str]) -> list[End]:
    found = (match for line in lines if (match := _END.fullmatch(line)))
    return [
        End(
            each["key"],
            int(each["stated"]),
            each["digest"],
            int(each["reported"]),
            each["last"].strip("-"),
        )
        for each in found
    ]


def _written(lines: list[str]) -> datetime:
    """The moment of the second line; the beginning of time where there is none."""
    try:
        return datetime.fromisoformat(lines[1].removeprefix("written "))
    except (IndexError, ValueError):
        return datetime.min.replace(tzinfo=UTC)


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
