"""The texts that the cells of a workbook share, on disk where they are many."""

from __future__ import annotations

import re
import tempfile
from array import array
from collections.abc import Iterator
from functools import lru_cache

from tracker.exchange.sax import Sax, UnsoundXmlError
from tracker.exchange.spool import no_room
from tracker.exchange.workbook_zip import CLEAN, Package

# Ten texts for each row of a full sheet.
MOST_TEXTS = 10_485_760
# Excel's most letters of a cell.
LONGEST_TEXT = 32_767
TOO_LONG = f"has a cell of more than {LONGEST_TEXT:,} letters"
# So many bytes of texts are kept in memory.
IN_MEMORY = 10_000_000

# Names and sources stand in many rows; so many of the longest texts fill 33 MB.
MOST_KEPT = 1024

# Excel's way to write a letter by its code, as `_x000D_`; halves of letters stay,
# and so does a NUL, which no text has.
_CODE = re.compile("_x(?!0000|[Dd][89A-Fa-f])([0-9A-Fa-f]{4})_")


class SharedTexts:
    """Texts by their places, from 0."""

    def __init__(self) -> None:
        self._ends = array("Q", [0])
        self._file = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115  # see close
        # A text by its place.
        self.at = lru_cache(MOST_KEPT)(self._read)

    def take(self, package: Package, part: str) -> None:
        """Reads all of them, at most some ten MB into memory.

        Raises:
            ActualsFileError: They are damaged, or more than a workbook has.
            NoRoomError: There is no room for temporary files.
        """
        try:
            for text in _texts(package, part):
                content = text.encode()
                self._file.write(content)
                self._ends.append(self._ends[-1] + len(content))
        except OSError as error:
            raise no_room(error) from error

    def __len__(self) -> int:
        return len(self._ends) - 1

    def _read(self, place: int) -> str:
        begin, end = self._ends[place], self._ends[place + 1]
        self._file.seek(begin)
        return self._file.read(end - begin).decode()

    def close(self) -> None:
        """Removes what was put aside on disk."""
        self._file.close()


def plain_text(text: str) -> str:
    """A text of a cell with its letters for their codes."""
    return _CODE.sub(lambda code: chr(int(code[1], 16)), text) if "_x" in text else text


class TextCollector:
    """Puts a text together from its runs; how it is pronounced is left out."""

    def __init__(self) -> None:
        self._letters: list[str] = []
        self._length = 0
        self._is_open = self._is_spoken = False

    def begin(self, tag: str) -> None:
        """One more tag of the text, without its namespace; `is` and `si` begin one."""
        if tag in ("is", "si"):
            self.taken()
        elif tag == "rPh":
            self._is_spoken = True
        self._is_open = tag == "t" and not self._is_spoken

    def end(self, tag: str) -> None:
        self._is_open = False
        if tag == "rPh":
            self._is_spoken = False

    def letters(self, letters: str) -> None:
        if self._is_open:
            self._letters.append(letters)
            self._length += len(letters)
            if self._length > LONGEST_TEXT:
                raise UnsoundXmlError(TOO_LONG)

    def taken(self) -> str:
        """The text so far; the next one begins."""
        text = plain_text("".join(self._letters))
        self._letters.clear()
        self._length = 0
        return text


def _texts(package: Package, part: str) -> Iterator[str]:
    found: list[str] = []
    text = TextCollector()
    count = 0

    def begin(name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        if tag == "sst":
            _few(attributes.get("uniqueCount", ""))
        text.begin(tag)

    def end(name: str) -> None:
        nonlocal count
        tag = name.rpartition(" ")[2]
        text.end(tag)
        if tag == "si":
            found.append(text.taken())
            count += 1
            _few(str(count))

    try:
        for _ in Sax(begin, end, text.letters).read(package.pieces(part)):
            yield from found
            found.clear()
    except UnsoundXmlError as error:
        raise package.refused(f"{part} {error}; {CLEAN}") from error


def _few(count: str) -> None:
    if count.isascii() and count.isdigit() and int(count[:20]) > MOST_TEXTS:
        raise UnsoundXmlError(f"has more than {MOST_TEXTS:,} texts")
