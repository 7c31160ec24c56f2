"""Whether a database file is open to everybody on the machine."""

from __future__ import annotations

import os
import shlex
import stat
from pathlib import Path

_OTHERS = {stat.S_IROTH: "read", stat.S_IWOTH: "change"}


def told_if_open(file: Path) -> str | None:
    """That everybody can read or change a file, to whoever can mend it; else None.

    What a group may do is somebody's decision. A folder that others may not enter
    keeps all that is in it, and systems without such permissions have nothing to tell.
    """
    if os.name != "posix" or not file.is_file():
        return None
    try:
        found = file.stat()
        folders = [each.stat().st_mode for each in file.resolve().parents]
    except OSError:
        # Its owner cannot enter a folder above it, and others cannot either.
        return None
    if os.geteuid() not in (0, found.st_uid):
        return None
    may = [verb for bit, verb in _OTHERS.items() if found.st_mode & bit]
    if not may or not all(mode & stat.S_IXOTH for mode in folders):
        return None
    # A group that may write was let in on purpose, and stays.
    mode = 660 if found.st_mode & stat.S_IWGRP else 600
    return (
        f"everybody on this machine can {' and '.join(may)} {file}; "
        f"`chmod {mode} {shlex.quote(str(file))}` ends that"
    )
