"""Rows put together by group, on disk where they are too many for memory."""

from __future__ import annotations

import csv
import io
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from typing import IO

from tracker.errors import NoRoomError
from tracker.exchange.records import Record

# So many rows are kept in memory: some ten megabytes.
AT_ONCE = 20_000


class Spool:
    """Takes rows in any order and gives those of each group together.

    Within a group they keep their order. The file is one without a name, which goes
    when the spool is closed, or the process ends.
    """

    def __init__(self, at_once: int | None = None) -> None:
        self.count = 0
        self._at_once = at_once or AT_ONCE
        self._waiting: dict[int, list[Record]] = defaultdict(list)
        self._chunks: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self._file: IO[bytes] | None = None

    def add(self, group: int, line: int, cells: list[str]) -> None:
        """One more row of a group.

        Raises:
            NoRoomError: There is no room for temporary files.
        """
        self._waiting[group].append((line, cells))
        self.count += 1
        if self.count % self._at_once == 0:
            self._put_aside()

    def groups(self) -> Iterator[tuple[int, list[Record]]]:
        """The rows of each group, the groups in ascending order."""
        for group in sorted({*self._chunks, *self._waiting}):
            found = [row for chunk in self._chunks[group] for row in self._read(*chunk)]
            yield group, found + self._waiting.pop(group, [])

    def close(self) -> None:
        """Removes what was put aside."""
        if self._file:
            self._file.close()

    def _put_aside(self) -> None:
        try:
            if self._file is None:
                self._file = tempfile.TemporaryFile(prefix="tracker-")  # noqa: SIM115  # closed by close
            for group, rows in self._waiting.items():
                text = io.StringIO(newline="")
                csv.writer(text).writerows([line, *cells] for line, cells in rows)
                content = text.getvalue().encode()
                self._chunks[group].append((self._file.tell(), len(content)))
                self._file.write(content)
            self._file.flush()
        except OSError as error:
            raise no_room(error) from error
        self._waiting.clear()

    def _read(self, offset: int, length: int) -> Iterator[Record]:
        assert self._file is not None, "a chunk was put aside in it"
        self._file.seek(offset)
        text = io.StringIO(self._file.read(length).decode(), newline="")
        for line, *cells in csv.reader(text):
            yield int(line), cells


def no_room(error: OSError) -> NoRoomError:
    """That there is no room for temporary files."""
    return NoRoomError(
        f"no room for a file that is too large for memory ({error.strerror}); make "
        f"room in {tempfile.gettempdir()}, or set TMPDIR to another folder"
    )
