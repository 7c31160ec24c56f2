"""Whole files or none: written beside the old one, then put in its place."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from tracker.charts.options import ChartFileError

# Never follow a link that somebody has put in the folder; Windows has no such flag.
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)


def make_folder(folder: Path) -> None:
    """The folder, made where it is missing.

    Raises:
        ChartFileError: It cannot be made, or is a file.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ChartFileError(folder, error) from error


def replace_file(path: Path, content: bytes) -> None:
    """Put a file in place of the one that may be there, in one step.

    Raises:
        ChartFileError: It cannot be written; nothing has changed.
    """
    beside = path.with_name(f".{path.stem[:40]}.{secrets.token_hex(6)}.tmp")
    try:
        _write_new(beside, content)
        beside.replace(path)
    except OSError as error:
        raise ChartFileError(path, error) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _write_new(path: Path, content: bytes) -> None:
    with os.fdopen(os.open(path, _NEW | _BINARY, 0o666), "wb") as file:
        file.write(content)
        file.flush()
        # A full disk may only show when the bytes reach it.
        os.fsync(file.fileno())
