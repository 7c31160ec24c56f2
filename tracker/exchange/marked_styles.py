"""The styles of a workbook, with those that tell what became of its rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tracker.exchange.outcomes import BAD_FILL, BAD_LETTERS
from tracker.exchange.splice import Element, Splice, UnmarkedError

# Lists that stand behind that of the looks. Source: ECMA-376, part 1, 18.8.39.
_BEHIND_LOOKS = ("tableStyles", "colors", "extLst")


class Styles(NamedTuple):
    """The part anew.

    Attributes:
        lines: The number of the style that is added, for texts of several lines.
        bad: The number of the look that is added, for what is wrong.
    """

    content: Sequence[bytes]
    lines: int
    bad: int


def marked_styles(pieces: Iterable[bytes]) -> Styles:
    """The styles with those that are added.

    Raises:
        UnmarkedError: There are none.
        UnsoundXmlError: It is no XML.
    """
    splice = _Added()
    content = list(splice.edited(pieces))
    if splice.lines is None or splice.bad is None:
        raise UnmarkedError("has no styles")
    return Styles(content, splice.lines, splice.bad)


class _Added(Splice):
    def __init__(self) -> None:
        super().__init__()
        self.lines: int | None = None
        self.bad: int | None = None
        self._counts = {"cellXfs": 0, "dxfs": 0}

    def begun(self, element: Element) -> None:
        depth, name = len(self.within), element.name
        if depth == 1:
            if name in self._counts:
                self.held = element.begin
            elif name in _BEHIND_LOOKS:
                self._add_looks()
        elif depth == 2 and self.within[-1].name in self._counts:
            self._counts[self.within[-1].name] += 1

    def ended(self, element: Element) -> None:
        if not self.within:
            self._add_looks()
        elif len(self.within) == 1 and element.name in self._counts:
            count = self._counts[element.name]
            if element.name == "dxfs":
                self.bad, xml = count, _bad(self.prefix)
            else:
                self.lines, xml = count, _lines(self.prefix)
            self.append(element, xml, {"count": count + 1})
            self.held = None

    def _add_looks(self) -> None:
        """Writes the list of looks where there is none."""
        if self.bad is None:
            self.bad, x = 0, self.prefix
            self.insert(f'<{x}dxfs count="1">{_bad(x)}</{x}dxfs>')


def _lines(x: str) -> str:
    return (
        f'<{x}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" '
        f'applyAlignment="1"><{x}alignment vertical="top" wrapText="1"/></{x}xf>'
    )


def _bad(x: str) -> str:
    colours = f'<{x}fgColor rgb="{BAD_FILL}"/><{x}bgColor rgb="{BAD_FILL}"/>'
    return (
        f'<{x}dxf><{x}font><{x}color rgb="{BAD_LETTERS}"/></{x}font><{x}fill>'
        f'<{x}patternFill patternType="solid">{colours}</{x}patternFill></{x}fill>'
        f"</{x}dxf>"
    )
