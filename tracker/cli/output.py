"""Where a result goes: the terminal, or a file that is whole or not there."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from pathlib import Path
from tempfile import SpooledTemporaryFile

import click

from tracker.cli.app import App
from tracker.errors import TrackerError
from tracker.files import Beside

# Columns of a report that is written to a file, in which no title is cut.
WIDE_FILE = 140

# Of a long result: letters kept in memory, and letters written at once.
_IN_MEMORY, _PIECE = 8_000_000, 1_000_000


class OutputError(TrackerError):
    """A result cannot be written where it was asked for."""

    exit_code = 4


class Draft:
    """A long result, all of which is there before any of it is delivered.

    Nobody who reads slowly keeps the database waiting, and a result that cannot be
    finished is not begun. Beyond some megabytes it waits in a file without a name.
    """

    def __init__(self, pieces: Iterable[str]) -> None:
        with ExitStack() as unfinished:
            self._file = unfinished.enter_context(
                SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="")
            )
            self._file.writelines(pieces)
            # All of it is there, so the file stays until `close`.
            unfinished.pop_all()

    def __iter__(self) -> Iterator[str]:
        self._file.seek(0)
        while piece := self._file.read(_PIECE):
            yield piece

    def close(self) -> None:
        """Removes the file."""
        self._file.close()


def deliver(app: App, result: str | Draft, file: Path | None) -> None:
    """Prints a result, or writes it to a file; a failed write leaves the old file.

    Raises:
        OutputError: It cannot be written, or the file is one of tracker's own.
    """
    if isinstance(result, str):
        _deliver(app, [result], file)
        return
    with closing(result):
        _deliver(app, result, file)


def _deliver(app: App, pieces: Iterable[str], file: Path | None) -> None:
    if file is None:
        for piece in pieces:
            click.echo(piece, nl=False)
        return
    refuse_own(app, file, " with -o")
    write_file(file, (piece.encode("utf-8") for piece in pieces), " with -o")


def write_file(file: Path, pieces: Iterable[bytes], how: str) -> None:
    """Writes a file whole; a device or a pipe is written to, and never replaced.

    Args:
        how: One names another file, as the end of a sentence.

    Raises:
        OutputError: It cannot be written; an old file is as it was.
    """
    with staged(file, pieces, how) as put:
        put()


@contextmanager
def staged(
    file: Path, pieces: Iterable[bytes], how: str
) -> Iterator[Callable[[], None]]:
    """Writes a file beside its place, and gives what puts it there.

    Of several files none need be in its place before all of them are written.
    """
    with ExitStack() as stack:
        with _told_of(file, how):
            if file.exists() and not file.is_file():
                put: Callable[[], None] = partial(_to_device, file, pieces)
            else:
                beside = stack.enter_context(Beside(file))
                beside.write(pieces)
                put = beside.put

        def put_or_tell() -> None:
            with _told_of(file, how):
                put()

        yield put_or_tell


def _to_device(file: Path, pieces: Iterable[bytes]) -> None:
    with file.open("wb") as device:
        device.writelines(pieces)


@contextmanager
def _told_of(file: Path, how: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            f"{file} cannot be written ({reason}); check the folder, or name another "
            f"file{how}"
        ) from error


def refuse_own(app: App, file: Path, how: str = "") -> None:
    """Refuses to write over the database or the file of targets.

    Args:
        how: One names another file, as the end of a sentence.
    """
    if file.resolve() in own_files(app):
        raise OutputError(f"{file} is tracker's own file; name another one{how}")


def own_files(app: App) -> list[Path]:
    """The file of targets, and the database where it is a file, with what is beside it.

    SQLite takes a file of such a name for what a killed writer left.
    """
    own = [app.targets_file]
    if isinstance(app.database, Path):
        name = app.database.name
        endings = ("", "-journal", "-wal", "-shm")
        own += [app.database.with_name(name + ending) for ending in endings]
    return [each.resolve() for each in own]


def is_terminal() -> bool:
    """Whether the result is read by a person on a terminal."""
    # A stream that the caller closed is None.
    return sys.stdout is not None and sys.stdout.isatty()


def can_ask() -> bool:
    """Whether a person sits at a terminal and can answer a question."""
    return sys.stdin is not None and sys.stdin.isatty()


def columns(file: Path | None) -> int:
    """The width of the terminal, or of COLUMNS; of a file, wide."""
    otherwise = WIDE_FILE if file else 80
    return shutil.get_terminal_size((otherwise, 24)).columns
