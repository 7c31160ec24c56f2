"""The XML of a part, tag by tag as it is read: no tree, no entities, nothing fetched.

Whatever the document type says stays unread: a part with one is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from xml.parsers import expat

# Tags of a workbook are nested some ten deep.
DEEPEST = 100
# The longest tag of a workbook (bytes) names some hundred spans of columns.
LONGEST_TAG = 1_000_000
# Names of tags and attributes, and what they begin with; Excel has some 1,000.
MOST_NAMES = 10_000

Begin = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Letters = Callable[[str], None]


class UnsoundXmlError(Exception):
    """A part is no XML, or more than a workbook needs; says why."""


class Sax:
    """Hands the tags and letters of one part on.

    Args:
        begin, end, letters: Tags are named `namespace name`, or `name` without one.
    """

    def __init__(self, begin: Begin, end: End, letters: Letters | None = None) -> None:
        self._names: dict[str, str] = {}
        self._begin, self._end, self._letters = begin, end, letters
        self._depth = 0
        self._parser: expat.XMLParserType | None = None

    @property
    def at(self) -> int:
        """Where the tag that is handed on begins, or what is unread (bytes)."""
        return self._parser.CurrentByteIndex if self._parser else 0

    def read(self, pieces: Iterable[bytes]) -> Iterator[None]:
        """Goes on by a piece with every step.

        Raises:
            UnsoundXmlError: It is no XML, or has what no workbook has.
        """
        parser, fed = None, 0
        try:
            for piece in pieces:
                parser = self._parser = parser or self._made(piece)
                parser.Parse(piece)
                fed += len(piece)
                if fed - parser.CurrentByteIndex > LONGEST_TAG:
                    raise UnsoundXmlError("has a tag without end")
                if len(self._names) > MOST_NAMES:
                    raise UnsoundXmlError("has names without end")
                yield
            (parser or self._made(b"")).Parse(b"", True)  # noqa: FBT003  # it takes no names
        except expat.ExpatError as error:
            raise UnsoundXmlError("is no XML") from error
        yield

    def _made(self, first: bytes) -> expat.XMLParserType:
        """In one of the two encodings that parts of a workbook may have."""
        wide = first.startswith((b"\xff\xfe", b"\xfe\xff"))
        parser = expat.ParserCreate(
            "utf-16" if wide else "utf-8", namespace_separator=" ", intern=self._names
        )
        # Letters come in one piece, and not line by line.
        parser.buffer_text, parser.buffer_size = True, 65_536
        parser.StartElementHandler = self._deeper
        parser.EndElementHandler = self._higher
        parser.CharacterDataHandler = self._letters
        parser.StartDoctypeDeclHandler = self._no_type
        parser.StartNamespaceDeclHandler = self._space
        return parser

    def _deeper(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise UnsoundXmlError("is nested without end")
        self._begin(name, attributes)

    def _higher(self, name: str) -> None:
        self._depth -= 1
        self._end(name)

    def _no_type(self, *_: object) -> None:
        raise UnsoundXmlError("declares a document type, which no workbook needs")

    def _space(self, prefix: str | None, _: str) -> None:
        if prefix:
            self._names[prefix] = prefix
