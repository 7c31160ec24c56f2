"""tracker: keeps every promise as stated and tells on any day where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.door import Tracker

__version__ = "0.1.0"


def open_tracker(where: str | Path = ".") -> Tracker:
    """What is recorded, to be read from Python; docs/python.md shows how.

    Args:
        where: A folder with targets.toml or one below it, that file itself, the
            database, or its URL.

    Raises:
        TrackerError: There is no database, or not one of this version.
    """
    # Reading needs the database's library, which `tracker --help` does without.
    from tracker.door import opened

    return opened(where)
