"""The lines of a text file, by the encoding that it states or that is given for it.

No encoding is guessed: letters of Kazakhstan come out wrong of all others without any
error. A mark at the beginning decides, then what was given, then UTF-8.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from tracker.errors import ActualsFileError, Problem
from tracker.exchange.first_bytes import OLE, ZIP

# What can be given; KZ-1048 (STRK1048) and ptcp154 have all Kazakh letters.
ENCODINGS = (
    "utf-8",
    "utf-16-le",
    "utf-16-be",
    "cp1251",
    "kz1048",
    "ptcp154",
    "cp866",
    "koi8-r",
)
_UTF_8 = "utf-8"
_MARKS = (
    (codecs.BOM_UTF8, _UTF_8),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# A line this long (bytes) is none: a quote or a line end was lost.
LONGEST = 16_000_000
_AT_ONCE = 1_000_000
# How UTF-8 would begin half of a pair of UTF-16, which it must not.
_SURROGATE, _FIRST_HALF = 0xED, 0xA0
_TOO_LONG = "is a line of more than 16 MB; check its quotes and line ends"
_WORKBOOK = (
    "is a workbook, which cannot be read through a pipe; save it as a file, and import "
    "that"
)
_NUL = "holds a NUL, which no text has; save the file as CSV UTF-8"
_CUT_OFF = "is cut off in the middle of a character; fetch the whole file again"
_HALF = "holds half of a character (a lone surrogate); save the file as CSV UTF-8"
# What the Kazakh letters of KZ-1048 become when they are read as cp1251; no word of
# Kazakh or Russian has these.
_MISREAD = frozenset("ЌЋЎЈҐЄЇЅќћўјґєїѕ")


@contextmanager
def opened(path: Path, encoding: str | None = None) -> Iterator[Iterator[str]]:
    """The lines of a file with their ends, read as they are needed.

    Args:
        encoding: One of ENCODINGS; a mark at the beginning of the file outweighs it.

    Raises:
        ActualsFileError: It cannot be read, or is not in that encoding.
    """
    try:
        with path.open("rb") as file:
            # What comes through a pipe cannot be read twice.
            start = file.peek(len(OLE))
            if start.startswith((ZIP, OLE)):
                raise _fault(path.name, 1, _WORKBOOK)
            marked = next((each for each in _MARKS if start.startswith(each[0])), None)
            mark, stated = marked or (b"", encoding)
            file.read(len(mark))
            if stated in (None, _UTF_8):
                yield _of_utf_8(file, path.name)
            else:
                yield _of(file, stated, path.name)
    except OSError as error:
        message = f"cannot be read: {error.strerror}; check the path"
        raise ActualsFileError([Problem(str(path), message)]) from error


def _of_utf_8(file: BinaryIO, name: str) -> Iterator[str]:
    lines = iter(partial(file.readline, LONGEST + 1), b"")
    for number, line in enumerate(lines, start=1):
        if len(line) > LONGEST:
            raise _fault(name, number, _TOO_LONG)
        if b"\0" in line:
            raise _fault(name, number, _NUL)
        try:
            text = line.decode()
        except UnicodeDecodeError as error:
            raise _fault(name, number, _why_not_utf_8(error)) from error
        if text.count("\r") > text.endswith("\r\n"):
            # Lines may end as on an old Macintosh too.
            yield from io.StringIO(text, newline="")
        else:
            yield text


def _of(file: BinaryIO, encoding: str, name: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)()
    number, rest = 0, ""
    for chunk in chain(iter(partial(file.read, _AT_ONCE), b""), [b""]):
        try:
            text = rest + decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError as error:
            before = rest + error.object[: error.start].decode(encoding)
            at = number + len(_lines(before + "."))
            raise _fault(name, at, _why_not(encoding, error)) from error
        lines = _lines(text)
        # The last line may go on in the next chunk.
        rest = lines.pop() if chunk and lines else ""
        for line in lines:
            number += 1
            _check(line, encoding, name, number)
            yield line
        if len(rest) > LONGEST:
            raise _fault(name, number + 1, _TOO_LONG)


def _lines(text: str) -> list[str]:
    return list(io.StringIO(text, newline=""))


def _check(line: str, encoding: str, name: str, number: int) -> None:
    if "\0" in line:
        raise _fault(name, number, _NUL)
    if encoding == "cp1251" and not _MISREAD.isdisjoint(line):
        strange = ", ".join(dict.fromkeys(each for each in line if each in _MISREAD))
        raise _fault(
            name,
            number,
            f"has letters that are neither Kazakh nor Russian ({strange}); give "
            "--encoding kz1048",
        )


def _why_not_utf_8(error: UnicodeDecodeError) -> str:
    if error.reason == "unexpected end of data":
        return _CUT_OFF
    first, second = (*error.object[error.start : error.start + 2], 0)[:2]
    if first == _SURROGATE and second >= _FIRST_HALF:
        return _HALF
    return (
        "is not UTF-8; save it as CSV UTF-8, or give --encoding cp1251 (kz1048 if it "
        "has Kazakh letters)"
    )


def _why_not(encoding: str, error: UnicodeDecodeError) -> str:
    if encoding.startswith("utf-16"):
        return _HALF if "surrogate" in error.reason else _CUT_OFF
    code = error.object[error.start]
    return f"is not {encoding}, which has no letter 0x{code:02X}; check --encoding"


def _fault(name: str, line: int, message: str) -> ActualsFileError:
    return ActualsFileError([Problem(f"{name}:{line}", message)])
