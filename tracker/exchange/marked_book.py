"""What became of the rows of a workbook, told in a copy that has all that it has.

Every part but two is copied unread, and those two but for what is added: charts,
lists, checks and locked cells, whatever a workbook has, is in the copy as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Protocol
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tracker.errors import ActualsFileError
from tracker.exchange.copies import Original
from tracker.exchange.marked_frame import MarkedColumns, MarkedView
from tracker.exchange.marked_rows import MarkedRows
from tracker.exchange.marked_rules import MarkedRules
from tracker.exchange.marked_styles import Styles, marked_styles
from tracker.exchange.outcomes import Outcomes, Told
from tracker.exchange.sax import UnsoundXmlError
from tracker.exchange.sheet_rows import MOST_COLUMNS
from tracker.exchange.splice import Element, Splice, UnmarkedError


def marked_book(original: Original, outcomes: Outcomes) -> bytes:
    """The copy, in which one sheet tells the outcomes behind its rows.

    Raises:
        UnmarkedError: It is written in a way in which nothing can be told in it.
    """
    content, package = BytesIO(), original.package
    with ZipFile(content, "w") as archive:
        try:
            changed = _changed(original, outcomes)
            for part in package.parts:
                info = ZipInfo(part)
                info.compress_type = ZIP_DEFLATED
                with archive.open(info, "w") as file:
                    file.writelines(changed.get(part) or package.pieces(part))
        except UnsoundXmlError as error:
            raise UnmarkedError(f"has a part that {error}") from error
        except ActualsFileError as error:
            raise UnmarkedError("has a part that is damaged") from error
    return content.getvalue()


def _changed(original: Original, outcomes: Outcomes) -> Mapping[str, Iterable[bytes]]:
    """The parts that are not copied as they are."""
    package, part = original.package, original.styles
    if part is None:
        raise UnmarkedError("has no styles")
    if original.outcome > MOST_COLUMNS:
        raise UnmarkedError("has no column left for it")
    styles = marked_styles(package.pieces(part))
    sheet = _Sheet(original, outcomes, styles)
    pieces = package.pieces(original.part)
    return {part: styles.content, original.part: sheet.edited(pieces)}


class _Listener(Protocol):
    def begun(self, it: Element) -> None: ...

    def ended(self, it: Element) -> None: ...


class _Sheet(Splice):
    """The sheet, with what became of each row in colours and in words."""

    def __init__(self, original: Original, outcomes: Outcomes, styles: Styles) -> None:
        super().__init__()
        told = Told(original.header, original.columns, outcomes)
        rows = MarkedRows(self, original, told, styles.lines)
        columns = MarkedColumns(self, original)
        view = MarkedView(self, original, told)
        self._rules = rules = MarkedRules(self, original, told, styles.bad)
        self._heard_by: dict[str, Sequence[_Listener]] = {
            **dict.fromkeys(("row", "c", "f"), (rows,)),
            **dict.fromkeys(("cols", "col"), (columns,)),
            **dict.fromkeys(("dimension", "sheetView", "pane", "selection"), (view,)),
            **dict.fromkeys(("conditionalFormatting", "cfRule"), (rules,)),
            "sheetData": (columns, rows),
        }

    def begun(self, element: Element) -> None:
        if len(self.within) == 1:
            self._rules.before(element)
        for each in self._heard_by.get(element.name, ()) if self.within else ():
            each.begun(element)

    def ended(self, element: Element) -> None:
        for each in self._heard_by.get(element.name, ()) if self.within else ():
            each.ended(element)
        if not self.within:
            self._rules.add()
