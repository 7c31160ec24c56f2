"""Files that are whole or not there: written beside the old one, then renamed."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

# Never follow a link that somebody has put in the folder; Windows has no such flag.
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)


def write_whole(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Puts a file in place of the one that may be there, in one step.

    It keeps the permissions of that one, and the link that leads to it.

    Args:
        content: In one piece, or in pieces that are written as they come.

    Raises:
        OSError: It cannot be written; nothing has changed.
    """
    path = path.resolve()
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else None
    beside = path.with_name(f".{path.stem[:40]}.{secrets.token_hex(6)}.tmp")
    try:
        with os.fdopen(os.open(beside, _NEW | _BINARY, 0o666), "wb") as file:
            if mode is not None:
                beside.chmod(mode)
            file.writelines([content] if isinstance(content, bytes) else content)
            file.flush()
            # A full disk may only show when the bytes reach it.
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
