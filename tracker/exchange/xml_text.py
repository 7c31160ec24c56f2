"""XML in, as plain elements with their lines; nothing of it reaches out of the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from tracker.errors import Problem
from tracker.exchange.draft import LARGEST_FILE, ForeignFileError

_DEEPEST = 100


@dataclass
class Element:
    """One element: its name, attributes and text, and the line it begins on."""

    name: str
    attributes: dict[str, str]
    line: int
    text: str = ""
    children: list[Element] = field(default_factory=list)

    def all(self, name: str) -> Iterator[Element]:
        """The children of a name, in order."""
        return (each for each in self.children if each.name == name)

    def first(self, name: str) -> Element | None:
        return next(self.all(name), None)


def parsed(name: str, content: bytes) -> Element:
    """The outermost element of a file.

    A document type is refused, and with it every entity: none is fetched, and none
    can grow.

    Raises:
        ForeignFileError: It is not XML, too large, or too deep.
    """
    if len(content) > LARGEST_FILE:
        raise _refused(name, f"is larger than {LARGEST_FILE // 10**6} MB; split it")
    reader = _Reader(name)
    try:
        reader.parser.Parse(content, True)  # noqa: FBT003  # expat takes no keywords
    except expat.ExpatError as error:
        why = expat.ErrorString(error.code)
        raise _refused(
            f"{name}:{error.lineno}", f"is not XML in UTF-8 ({why}); correct this line"
        ) from error
    return reader.top.children[0]


class _Reader:
    """Collects elements as expat meets them; ElementTree would keep no lines."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.top = Element("", {}, 0)
        self._open = [self.top]
        self.parser = expat.ParserCreate("utf-8")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        line = self.parser.CurrentLineNumber
        if len(self._open) > _DEEPEST:
            raise _refused(f"{self.name}:{line}", "is nested too deeply")
        element = Element(name, attributes, line)
        self._open[-1].children.append(element)
        self._open.append(element)

    def _end(self, name: str) -> None:  # noqa: ARG002  # expat checks that they match
        self._open.pop()

    def _text(self, text: str) -> None:
        self._open[-1].text += text

    def _doctype(self, *_: object) -> None:
        where = f"{self.name}:{self.parser.CurrentLineNumber}"
        raise _refused(where, "has a document type, which is not taken; remove it")


def _refused(where: str, message: str) -> ForeignFileError:
    return ForeignFileError([Problem(where, message)])
