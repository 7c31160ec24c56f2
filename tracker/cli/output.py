"""Where a result goes: the terminal, or a file that is whole or not there."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tracker.errors import TrackerError
from tracker.files import write_whole


class OutputError(TrackerError):
    """A result cannot be written where it was asked for."""

    exit_code = 4


def deliver(text: str, file: Path | None) -> None:
    """Prints a result, or writes it to a file; a failed write leaves the old file."""
    if file is None:
        click.echo(text, nl=False)
        return
    try:
        write_whole(file, text.encode("utf-8"))
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            f"{file} cannot be written ({reason}); check the folder, or name another "
            "file with -o"
        ) from error


def is_terminal() -> bool:
    """Whether the result is read by a person on a terminal."""
    return sys.stdout.isatty()
