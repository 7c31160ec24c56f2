"""Where a result goes: the terminal, or a file that is whole or not there."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from tracker.cli.app import App
from tracker.errors import TrackerError
from tracker.files import write_whole

# Columns of a report that is written to a file, in which no title is cut.
WIDE_FILE = 140


class OutputError(TrackerError):
    """A result cannot be written where it was asked for."""

    exit_code = 4


def deliver(app: App, text: str, file: Path | None) -> None:
    """Prints a result, or writes it to a file; a failed write leaves the old file.

    Raises:
        OutputError: It cannot be written, or the file is one of tracker's own.
    """
    if file is None:
        click.echo(text, nl=False)
        return
    own = (app.database, app.targets_file)
    if file.resolve() in [each.resolve() for each in own if isinstance(each, Path)]:
        raise OutputError(f"{file} is tracker's own file; name another one with -o")
    try:
        if file.exists() and not file.is_file():
            # A device or a pipe is written to, and never replaced.
            file.write_text(text, encoding="utf-8")
        else:
            write_whole(file, text.encode("utf-8"))
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            f"{file} cannot be written ({reason}); check the folder, or name another "
            "file with -o"
        ) from error


def is_terminal() -> bool:
    """Whether the result is read by a person on a terminal."""
    # A stream that the caller closed is None.
    return sys.stdout is not None and sys.stdout.isatty()


def columns(file: Path | None) -> int:
    """The width of the terminal, or of COLUMNS; of a file, wide."""
    otherwise = WIDE_FILE if file else 80
    return shutil.get_terminal_size((otherwise, 24)).columns
