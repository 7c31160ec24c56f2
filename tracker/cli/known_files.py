"""Whether a file was imported before, under whatever name: by the digest of its bytes.

Its rows are checked all the same, so that this hides nothing that was lost.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.store.engine import Connection
    from tracker.store.imports import Import


def remembered(
    connection: Connection, file: Path, stored: int, author: str, at: datetime
) -> Import | None:
    """The earlier import of the same bytes, if any; this one is added to them.

    Args:
        stored: How many of its rows were new; an import of none is not one to add.
    """
    from tracker.store import imports

    # What comes through a pipe can be read only once.
    if not file.is_file():
        return None
    with file.open("rb") as opened:
        sha256 = hashlib.file_digest(opened, "sha256").hexdigest()
    earlier = imports.latest(connection, sha256)
    if stored:
        # A name need not be UTF-8, and what is stored must.
        name = file.name.encode(errors="backslashreplace").decode()
        imports.add(connection, imports.Import(sha256, at, name, stored, author))
    return earlier


def told_earlier(file: Path, earlier: Import) -> str:
    """When a file was imported and by whom, without saying what came of it now."""
    name = "" if earlier.name == file.name else f" as {earlier.name}"
    on = f"{earlier.recorded_at:%Y-%m-%d %H:%M} UTC"
    return f"imported on {on} by {earlier.author}{name}"
