"""A part of a workbook in which some tags change, and every other byte stays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import NamedTuple

from tracker.exchange.sax import Sax
from tracker.exchange.sheet_rows import SPACES

# So much is held back until it is known what becomes of it (bytes): of 64,000
# formats, Excel's most, some 15 MB.
_MOST_HELD = 20_000_000
_UNUSUAL = "has a part that is written in an unusual way"
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_TAG = re.compile(rb"""<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>""")
_NAME = re.compile(rb"</?([^\s/>]+)")
_ATTRIBUTE = re.compile(rb"""\s+([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')""")
# Rules of newer kinds have a namespace of their own, and their order with the others.
_ELSEWHERE = "cfRule"


class UnmarkedError(Exception):
    """A workbook cannot be marked in a copy of all of it; says what it has."""


class Element(NamedTuple):
    """A tag that begins.

    Attributes:
        name: Without its namespace; empty for those of others than sheets have.
        begin: Where it begins (bytes).
    """

    name: str
    begin: int
    attributes: dict[str, str]


class Splice:
    """Reads a part once; what extends it says at each tag what changes there.

    Attributes:
        within: The elements that are open, the outermost first.
        held: From here on nothing is written yet, for it may still change; None is
            nowhere.
        prefix: What the names of its elements begin with: `x:`, or nothing.
    """

    def __init__(self) -> None:
        self.within: list[Element] = []
        self.held: int | None = None
        self.prefix = ""
        self._sax = Sax(self._begin, self._end)
        self._names: dict[str, str] = {}
        self._kept, self._offset = bytearray(), 0
        # Where each begins and ends, and what takes its place.
        self._edits: list[tuple[int, int, bytes]] = []

    def edited(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """The part anew, a piece at a time.

        Raises:
            UnmarkedError: It is no part as Excel writes it.
            UnsoundXmlError: It is no XML, or has what no workbook has.
        """
        for _ in self._sax.read(self._keeping(pieces)):
            if len(self._kept) > _MOST_HELD:
                raise UnmarkedError("has a part that is too large")
            at = self._sax.at
            yield self._taken(at if self.held is None else min(at, self.held))
        yield self._taken(self._offset + len(self._kept))

    def begun(self, element: Element) -> None:
        """Hears of a tag that begins, while it is not yet within."""
        raise NotImplementedError

    def ended(self, element: Element) -> None:
        """Hears of an element that has ended, which is no longer within."""
        raise NotImplementedError

    def tag(self, element: Element) -> bytes:
        """As it is written; of one that has just begun, or is held."""
        return self._tag_at(element.begin)

    def inner(self, element: Element) -> bytes:
        """All of an element that has just ended, and is held."""
        begin = element.begin - self._offset
        return bytes(self._kept[begin : self.end_of(element) - self._offset])

    def end_of(self, element: Element) -> int:
        """The first byte behind an element that has just ended, and is held."""
        tag = self.tag(element)
        if tag.endswith(b"/>"):
            return element.begin + len(tag)
        return self._sax.at + len(self._tag_at(self._sax.at))

    def insert(self, xml: str) -> None:
        """Writes before the tag that is read."""
        at = self._sax.at
        self._edits.append((at, at, _encoded(xml)))

    def change(self, element: Element, attributes: Mapping[str, object]) -> None:
        """Gives a tag other attributes; None is no such one.

        They are numbers and references, in which nothing has to be escaped.
        """
        tag = self.tag(element)
        changed = changed_tag(tag, attributes)
        self._edits.append((element.begin, element.begin + len(tag), changed))

    def replace(self, element: Element, xml: str) -> None:
        """Writes something else for an element that has just ended, and is held."""
        # What changed within it came last.
        while self._edits and self._edits[-1][1] > element.begin:
            self._edits.pop()
        self._edits.append((element.begin, self.end_of(element), _encoded(xml)))

    def append(
        self, element: Element, xml: str, attributes: Mapping[str, object]
    ) -> None:
        """Writes at the end of an element that has just ended, and is held."""
        tag = self.tag(element)
        if tag.endswith(b"/>"):
            self.replace(element, opened_tag(tag, attributes, xml))
        else:
            self.change(element, attributes)
            self.insert(xml)

    def _keeping(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            if not self._offset and not self._kept and piece.startswith(_WIDE):
                raise UnmarkedError("has a part in UTF-16")
            self._kept += piece
            yield piece

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        if name not in self._names:
            space, _, local = name.rpartition(" ")
            is_known = space in SPACES or local == _ELSEWHERE
            self._names[name] = local if is_known else ""
        element = Element(self._names[name], self._sax.at, attributes)
        if not self.within:
            before, colon, _ = _named(self.tag(element)).decode().rpartition(":")
            self.prefix = before + colon
            if not self.prefix.isascii():
                raise UnmarkedError(_UNUSUAL)
        self.begun(element)
        self.within.append(element)

    def _end(self, _: str) -> None:
        self.ended(self.within.pop())

    def _tag_at(self, begin: int) -> bytes:
        found = _TAG.match(self._kept, max(0, begin - self._offset))
        if not found or begin < self._offset:
            raise UnmarkedError(_UNUSUAL)
        return found[0]

    def _taken(self, upto: int) -> bytes:
        """What is settled before a byte, each edit in its place."""
        self._edits.sort(key=itemgetter(0))
        written, at, done = bytearray(), self._offset, 0
        for begin, end, xml in self._edits:
            if end > upto:
                upto = min(upto, begin)
                break
            written += self._kept[at - self._offset : begin - self._offset] + xml
            at, done = end, done + 1
        written += self._kept[at - self._offset : upto - self._offset]
        del self._edits[:done]
        del self._kept[: upto - self._offset]
        self._offset = upto
        return bytes(written)


def changed_tag(tag: bytes, attributes: Mapping[str, object]) -> bytes:
    """A tag with other attributes; None is no such one."""
    name = _named(tag)
    kept = b"".join(
        each[0]
        for each in _ATTRIBUTE.finditer(tag, len(name) + 1)
        if each[1].decode() not in attributes
    )
    given = {at: value for at, value in attributes.items() if value is not None}
    added = "".join(f' {at}="{value}"' for at, value in given.items()).encode()
    close = b"/>" if tag.endswith(b"/>") else b">"
    return b"<" + name + kept + added + close


def opened_tag(tag: bytes, attributes: Mapping[str, object], xml: str) -> str:
    """An element of which there was one tag alone, with something in it."""
    begin = changed_tag(tag, attributes).decode().removesuffix("/>")
    return f"{begin}>{xml}</{_named(tag).decode()}>"


def _named(tag: bytes) -> bytes:
    found = _NAME.match(tag)
    return found[1] if found else b""


def _encoded(xml: str) -> bytes:
    """In letters that every encoding has, whatever the part says of its own."""
    return xml.encode("ascii", "xmlcharrefreplace")
