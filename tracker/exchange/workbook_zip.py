"""The zip that a workbook is, looked over before anything in it is read.

Nothing is unpacked to disk, and no part is parsed but those that lead to cells.
"""

from __future__ import annotations

import io
import mmap
import struct
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from tracker.errors import ActualsFileError, Problem
from tracker.exchange.first_bytes import OLE, ZIP

# A sheet of 1,048,576 rows, Excel's most, with ten filled columns takes some 30 MB.
MOST_FILE = 100_000_000
# The same sheet unpacked takes some 450 MB.
MOST_BYTES = 1_000_000_000
# Empty rows with a format pack to a fortieth, rows that all say the same and tell no
# references to a 190th; a bomb packs to a thousandth.
MOST_RATIO = 300
# A part of so many bytes may pack as it likes.
SMALL = 1_000_000
# A workbook of 1,000 sheets has some 3,000 parts.
MOST_MEMBERS = 5_000
# The list of so many parts (bytes); names of 150 letters fit.
MOST_DIRECTORY = 1_000_000
# What a message repeats of the name of a part.
LONGEST_NAME = 80
# So many bytes are read at once.
PIECE = 65_536

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
CLEAN = "copy the sheet into a new workbook and save that"
AS_XLSX = "open it in Excel or LibreOffice and save it as .xlsx"
BROKEN = f"is damaged; {AS_XLSX}"
# What zipfile raises for bytes that are no sound archive; it may look for a place
# before the beginning of the file, which is an OSError.
_DAMAGES = (
    *(BadZipFile, EOFError, NotImplementedError, OSError, OverflowError),
    *(RuntimeError, ValueError, struct.error, zlib.error),
)


class Package:
    """The parts of a workbook, by their names."""

    def __init__(self, archive: ZipFile, name: str) -> None:
        self.name = name
        self._archive = archive
        self._parts = {each.filename: each for each in archive.infolist()}

    @property
    def parts(self) -> Collection[str]:
        """Their names, in their order."""
        return self._parts.keys()

    def size(self, part: str) -> int:
        """Of a part, unpacked (bytes); 0 if there is none."""
        return self._parts[part].file_size if part in self._parts else 0

    def pieces(self, part: str) -> Iterator[bytes]:
        """What stands in one part, a piece at a time.

        Raises:
            ActualsFileError: It is missing or damaged.
        """
        if part not in self._parts:
            raise self.refused(f"lacks the part {_short(part)}; {AS_XLSX}")
        try:
            with self._archive.open(self._parts[part]) as stream:
                while piece := stream.read(PIECE):
                    yield piece
        except _DAMAGES as error:
            raise self.refused(BROKEN) from error

    def refused(self, message: str) -> ActualsFileError:
        return ActualsFileError([Problem(self.name, message)])


@contextmanager
def unpacked(path: Path) -> Iterator[Package]:
    """The parts of a workbook that is sound and of a size that workbooks have.

    Raises:
        ActualsFileError: It is not, with the remedy.
    """
    try:
        file = _Careful(path)
    except OSError as error:
        message = f"cannot be read: {error.strerror}; check the path"
        raise ActualsFileError([Problem(str(path), message)]) from error
    with file, _archive(file, path.name) as archive:
        yield Package(archive, path.name)


class _Careful(io.BufferedReader):
    """A file of which nothing is read at once that is longer than a list of parts."""

    def __init__(self, path: Path) -> None:
        super().__init__(io.FileIO(path))
        self._name = path.name

    def read(self, size: int | None = -1, /) -> bytes:
        most = MOST_DIRECTORY + 1
        found = super().read(most if size is None or not 0 <= size < most else size)
        if len(found) == most:
            message = f"lists more parts than a workbook has; {CLEAN}"
            raise ActualsFileError([Problem(self._name, message)])
        return found


@contextmanager
def _archive(file: IO[bytes], name: str) -> Iterator[ZipFile]:
    try:
        if message := _no_workbook(file):
            raise ActualsFileError([Problem(name, message)])
        archive = ZipFile(file)
        message = next(_dangers(archive.infolist()), None) or _contents(archive)
    except _DAMAGES as error:
        raise ActualsFileError([Problem(name, BROKEN)]) from error
    if message:
        raise ActualsFileError([Problem(name, message)])
    with archive:
        yield archive


def _no_workbook(file: IO[bytes]) -> str | None:
    begins = file.read(len(OLE))
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    if begins == OLE:
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            encrypted = content.find(_ENCRYPTED) >= 0
        if encrypted:
            return (
                "is locked by a password; open it in Excel, take the password off under"
                " File, Info, Protect Workbook, and save it"
            )
        return f"is a workbook of Excel 97-2003; {AS_XLSX}"
    if not begins.startswith(ZIP):
        return f"is no workbook, whatever its name says; {AS_XLSX}, or give a CSV file"
    if size > MOST_FILE:
        return f"is larger than {MOST_FILE // 1_000_000} MB; split it into several"
    return None


def _dangers(parts: list[ZipInfo]) -> Iterator[str]:
    """Why an archive is not opened, the list of its parts alone being looked at."""
    if len(parts) > MOST_MEMBERS:
        yield f"lists more parts than a workbook has; {CLEAN}"
    if sum(each.file_size for each in parts) > MOST_BYTES:
        yield "unpacks to more than 1 GB; split it into several, or save it as CSV"
    seen = set()
    for each in parts:
        name, shown = each.filename, _short(each.filename)
        if name in seen:
            yield f"holds {shown} twice; {CLEAN}"
        seen.add(name)
        if name.startswith("/") or "\\" in name or ".." in PurePosixPath(name).parts:
            yield f"holds a part that would leave its folder, {shown}; {CLEAN}"
        if each.file_size > max(SMALL, MOST_RATIO * each.compress_size):
            yield f"unpacks to more than {MOST_RATIO} times its size; {CLEAN}"
        if each.flag_bits & 1 or each.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            yield f"holds {shown} in a form that Excel does not write; {CLEAN}"


def _contents(archive: ZipFile) -> str | None:
    """Why an archive is no workbook that is read, by the kinds of its parts."""
    names = archive.namelist()
    last = {PurePosixPath(name).name.lower() for name in names}
    if "vbaproject.bin" in last:
        return f"holds macros; {AS_XLSX}"
    if "workbook.bin" in last:
        return f"is a binary workbook (.xlsb); {AS_XLSX}"
    if "[Content_Types].xml" not in names:
        return f"is no workbook of Excel; {AS_XLSX}"
    for each in archive.infolist():
        with archive.open(each) as part:
            if part.read(len(ZIP)) == ZIP:
                shown = _short(each.filename)
                return f"holds another archive, {shown}; remove what is embedded in it"
    return None


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"
