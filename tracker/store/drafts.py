"""A database file in the making: beside its place, under a name of its own.

Whoever makes one keeps a file beside it locked meanwhile. A lock ends with its process,
however that ends, so that the next one to make a draft for the same place knows which
of them nobody will finish, and removes them.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tracker.errors import DatabaseBusyError

_HELD = "-held"
# What mkstemp puts between its prefix and its suffix.
_ANY = "[a-z0-9_]{8}"


@contextmanager
def draft_beside(path: Path) -> Iterator[Path]:
    """An empty file beside a path, which only its owner may read; gone at the end.

    Raises:
        DatabaseBusyError: The folder cannot be written.
    """
    # Whoever cannot list a folder may still be able to write there.
    with suppress(OSError):
        _remove_forsaken(path)
    try:
        handle, held = _held_beside(path)
    except OSError as error:
        raise unwritable(path, error) from error
    draft = Path(held.removesuffix(_HELD))
    try:
        draft.touch(0o600, exist_ok=False)
        yield draft
    finally:
        _remove(draft)
        # Closed first: Windows removes no file that is open.
        os.close(handle)
        Path(held).unlink(missing_ok=True)


def unwritable(path: Path, error: OSError) -> DatabaseBusyError:
    """That nothing can be put there, and what to look at."""
    return DatabaseBusyError(
        f"{path} cannot be written ({error.strerror}); check its folder"
    )


def _prefix(path: Path) -> str:
    return f".{path.name[:40]}."


def _held_beside(path: Path) -> tuple[int, str]:
    """A new file that is locked while its handle is open, and its name."""
    while True:
        handle, name = tempfile.mkstemp(_HELD, _prefix(path), path.parent)
        _is_locked(handle, wait=True)
        # Before that somebody may have taken it for a forsaken one.
        if Path(name).exists():
            return handle, name
        os.close(handle)


def _remove_forsaken(path: Path) -> None:
    """The drafts for the same place whose processes were killed."""
    name = re.compile(re.escape(_prefix(path)) + _ANY + _HELD)
    for each in path.parent.iterdir():
        if not name.fullmatch(each.name):
            continue
        # What belongs to somebody else cannot even be opened.
        with suppress(OSError):
            handle = os.open(each, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
            try:
                if _is_locked(handle, wait=False):
                    _remove(each.with_name(each.name.removesuffix(_HELD)))
                    each.unlink(missing_ok=True)
            finally:
                os.close(handle)


def _remove(draft: Path) -> None:
    for ending in ("", "-journal"):
        draft.with_name(draft.name + ending).unlink(missing_ok=True)


def _is_locked(handle: int, *, wait: bool) -> bool:
    """Locks an open file, and whether it could; never where there are no such locks.

    Args:
        wait: Until another process is done with it.
    """
    if sys.platform == "win32":
        return False
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:
        return False
    return True
