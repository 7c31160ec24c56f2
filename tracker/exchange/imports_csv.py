"""Which files were imported, as a file of an export of everything, and back.

No ledger rests on it, so its rows have no digests.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from tracker.entry import author, is_hidden, text
from tracker.errors import EntryError, Problem
from tracker.exchange.archive import ArchiveError
from tracker.ledger import Import

IMPORTS = "imports.csv"
_UNREADABLE = (AttributeError, KeyError, TypeError, ValueError, csv.Error, EntryError)
_SHA256 = re.compile("[0-9a-f]{64}")
_COUNT = re.compile("[0-9]{1,10}")
_REMEDY = "export them again, or leave the file out"


def write(imports: Iterable[Import]) -> str:
    """A row an import, in their order."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(Import._fields)
    for each in imports:
        moment = each.recorded_at.isoformat().replace("+00:00", "Z")
        name = _without_hidden(each.name)
        writer.writerow([each.sha256, moment, name, each.stored, each.author])
    return out.getvalue()


def read(file: str) -> list[Import]:
    """The imports of a file.

    Raises:
        ArchiveError: It cannot be read, or names one import twice.
    """
    lines = csv.DictReader(io.StringIO(file, newline=""), strict=True)
    try:
        found = [_import(cells) for cells in lines]
        if lines.fieldnames != list(Import._fields) or _has_twice(found):
            raise ValueError("its columns or rows are others than it was written with")
    except _UNREADABLE as error:
        problem = Problem(IMPORTS, f"cannot be read ({error}); {_REMEDY}")
        raise ArchiveError([problem]) from error
    return found


def _import(cells: Mapping[str | None, str]) -> Import:
    # What stands beyond the columns has no name, and a short row has no cells there.
    if None in cells or None in cells.values():
        raise ValueError("a row has more or fewer cells than there are columns")
    moment = datetime.fromisoformat(cells["recorded_at"])
    if not _SHA256.fullmatch(cells["sha256"]) or not text(cells["name"], "name"):
        raise ValueError("a row is of no file")
    if moment.tzinfo is None:
        raise ValueError("a moment has no offset")
    found = Import(
        sha256=cells["sha256"],
        recorded_at=moment.astimezone(UTC),
        name=cells["name"],
        stored=int(cells["stored"]) if _COUNT.fullmatch(cells["stored"]) else 0,
        author=author(cells["author"]) or "",
    )
    if not 1 <= found.stored < 2**31 or not found.author:
        raise ValueError("a row says neither how many nor by whom")
    return found


def _without_hidden(name: str) -> str:
    """A name by the codes of its hidden letters, which earlier versions kept."""
    return "".join(f"\\u{ord(each):04x}" if is_hidden(each) else each for each in name)


def _has_twice(imports: list[Import]) -> bool:
    return len({each[:2] for each in imports}) < len(imports)
