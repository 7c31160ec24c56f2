"""A file of rows as the import takes it: its columns and records, whatever it is.

Whoever reads a `Table` knows no separators, encodings or workbooks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tracker.errors import Problem
from tracker.exchange.copies import (
    Copied,
    CopiedCell,
    Original,
    is_outcome,
    width_of,
)
from tracker.exchange.decoding import opened
from tracker.exchange.first_bytes import is_workbook
from tracker.exchange.headers import columns
from tracker.exchange.notation import Marks, Notation
from tracker.exchange.records import Record
from tracker.exchange.separated import all_rows, begun
from tracker.exchange.wording import COMPARED

if TYPE_CHECKING:
    from tracker.exchange.workbook_table import SheetTable


@dataclass(frozen=True)
class HowRead:
    """How a file is to be read, where it does not say so itself; None is not given.

    Attributes:
        encoding: One of `decoding.ENCODINGS`.
        decimal: The decimal mark, one of `notation.MARKS`.
        header: The row that names the columns, by its line from 1.
        sheet: Of a workbook, by its name.
    """

    encoding: str | None = None
    decimal: str | None = None
    header: int | None = None
    sheet: str | None = None


class Table(NamedTuple):
    """The rows of one file.

    Attributes:
        name: What its problems call it; they add `:` and the number of a line.
        names: Of its columns, those of `actuals_csv`, in its own order; none for a
            file without a header, which is a problem then.
        records: Read as they are taken, once; each has as many cells as there are
            columns. What is no such record becomes a problem meanwhile.
        notation: Gives how numbers and days are written, once every record is taken.
        sheet: Where they come from, if it is a workbook.
    """

    name: str
    names: Sequence[str]
    records: Iterator[Record]
    notation: Callable[[], Notation]
    sheet: SheetTable | None = None


def _pass_over(_: str, __: Record) -> None:
    """Nobody asks what a form shows."""


@contextmanager
def table(
    path: Path,
    reading: HowRead,
    problems: list[Problem],
    take_shown: Callable[[str, Record], None] = _pass_over,
) -> Iterator[Table]:
    """The rows of a file, which is open as long as they are read.

    Args:
        problems: Takes those of single records, while the sound ones are read.
        take_shown: Takes what a form shows of each target, filled in or not: its key,
            and the cells of `wording.COMPARED`.

    Raises:
        ActualsFileError: It cannot be read at all, or its header is wrong.
    """
    with ExitStack() as opened_files:
        name, sheet = path.name, None
        if is_workbook(path):
            from tracker.exchange.workbook_table import opened_sheet

            sheet = opened_files.enter_context(
                opened_sheet(path, reading.sheet, reading.header)
            )
            name, names, records = sheet.name, sheet.names, sheet.records(problems)
        else:
            lines = opened_files.enter_context(opened(path, reading.encoding))
            names, records = begun(lines, reading.header, name, problems)
        marks = Marks()
        asked = sum(name not in COMPARED for name in names)
        if asked < len(names):
            records = _answered(records, names, asked, take_shown)
            names = names[:asked]
        if names:
            value_at, day_at = names.index("value"), names.index("on")
            records = marks.watching(records, value_at, day_at)
        yield Table(
            name, names, records, partial(marks.notation, reading.decimal), sheet
        )


def _answered(
    records: Iterable[Record],
    names: Sequence[str],
    asked: int,
    take_shown: Callable[[str, Record], None],
) -> Iterator[Record]:
    """The rows of a form that are filled in, without what it shows beside them."""
    key_at = names.index("target")
    for line, cells in records:
        take_shown(cells[key_at].strip(), (line, cells[asked:]))
        if any(cell.strip() for at, cell in enumerate(cells[:asked]) if at != key_at):
            yield line, cells[:asked]


@contextmanager
def original(path: Path, reading: HowRead) -> Iterator[Original]:
    """A workbook to be copied with all that it has, open as long as it is read.

    Raises:
        ActualsFileError: It cannot be read to its end, or its header is wrong.
    """
    from tracker.exchange.workbook_table import opened_sheet

    with opened_sheet(path, reading.sheet, reading.header) as sheet:
        yield sheet.original()


@contextmanager
def copied(path: Path, reading: HowRead) -> Iterator[Copied]:
    """All that stands in a file, which is open as long as it is read.

    Raises:
        ActualsFileError: It cannot be read to its end, or its header is wrong.
        UncopiedError: A text is too long for a cell of a workbook.
    """
    if is_workbook(path):
        from tracker.exchange.workbook_table import opened_sheet

        with opened_sheet(path, reading.sheet, reading.header) as sheet:
            yield sheet.copied()
        return
    with _all_rows(path, reading) as (_, rows):
        width = width_of(rows)
    with _all_rows(path, reading) as ((line, cells), rows):
        heads = columns(cells, lambda _: f"{path.name}:{line}") if cells else None
        outcomes = [at for at, text in enumerate(cells, 1) if is_outcome(text)]
        yield Copied(
            sheet=path.stem,
            header=line,
            columns=heads.columns(range(1, len(cells) + 1)) if heads else {},
            outcome=outcomes[0] if outcomes else None,
            width=width,
            rows=rows,
        )


@contextmanager
def _all_rows(
    path: Path, reading: HowRead
) -> Iterator[tuple[Record, Iterator[tuple[int, Sequence[CopiedCell]]]]]:
    with opened(path, reading.encoding) as lines:
        header, rows = all_rows(lines, reading.header)
        yield (
            header,
            (
                (line, [CopiedCell(at, text) for at, text in enumerate(cells, 1)])
                for line, cells in rows
            ),
        )
