"""Files that are whole or not there: written beside the old one, then renamed."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Self

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
    with Beside(path) as beside:
        beside.write(content)
        beside.put()


class Beside:
    """A file that is written beside the one whose place it takes, or never takes."""

    def __init__(self, path: Path) -> None:
        self._path = path = path.resolve()
        name = f".{path.stem[:40]}.{secrets.token_hex(6)}.tmp"
        self._beside = path.with_name(name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self._beside.unlink(missing_ok=True)

    def write(self, content: bytes | Iterable[bytes]) -> None:
        """Writes all of it, anew if it was written before.

        Raises:
            OSError: It cannot be written.
        """
        path, beside = self._path, self._beside
        mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else None
        beside.unlink(missing_ok=True)
        with os.fdopen(os.open(beside, _NEW | _BINARY, 0o666), "wb") as file:
            if mode is not None:
                beside.chmod(mode)
            file.writelines([content] if isinstance(content, bytes) else content)
            file.flush()
            # A full disk may only show when the bytes reach it.
            os.fsync(file.fileno())

    def put(self) -> None:
        """Puts it in place of the other one.

        Raises:
            OSError: It cannot be put there; nothing has changed.
        """
        self._beside.replace(self._path)
