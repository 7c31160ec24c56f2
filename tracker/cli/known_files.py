"""Whether a file was imported before, under whatever name: by the digest of its bytes.

Its rows are checked all the same, so that this hides nothing that was lost.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.ledger import Import

if TYPE_CHECKING:
    from tracker.store.engine import Connection


def remembered(
    connection: Connection, file: Path, stored: int, author: str, at: datetime
) -> Import | None:
    """The earlier import of the same bytes, if any; this one is added to them.

    Args:
        stored: How many of its rows were new; an import of none is not one to add.
    """
    from tracker.reports.terminal import visible
    from tracker.store import imports

    # What comes through a pipe can be read only once.
    if not file.is_file():
        return None
    with file.open("rb") as opened:
        sha256 = hashlib.file_digest(opened, "sha256").hexdigest()
    earlier = imports.latest(connection, sha256)
    if stored:
        # A name need not be UTF-8, and what is stored must.
        imports.add(connection, Import(sha256, at, visible(file.name), stored, author))
    return earlier


def told_earlier(file: Path, earlier: Import) -> str:
    """When a file was imported and by whom, without saying what came of it now."""
    from tracker.reports.terminal import visible

    name = (
        "" if earlier.name in (file.name, visible(file.name)) else f" as {earlier.name}"
    )
    on = f"{earlier.recorded_at:%Y-%m-%d %H:%M} UTC"
    return f"imported on {on} by {earlier.author}{name}"
