"""Where pictures go: a folder, in which each file is whole or not there."""

from __future__ import annotations

from pathlib import Path

from tracker.charts.options import ChartFileError
from tracker.files import write_whole


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
    """Put a picture in place of the one that may be there, in one step.

    Raises:
        ChartFileError: It cannot be written; nothing has changed.
    """
    try:
        if path.is_symlink():
            # A link in the folder may lead out of it: it is replaced, not followed.
            path.unlink()
        write_whole(path, content)
    except OSError as error:
        raise ChartFileError(path, error) from error
