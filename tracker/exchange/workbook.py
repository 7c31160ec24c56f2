"""What a workbook says of itself: its sheets, its calendar, its formats, its texts."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import NamedTuple

from tracker.exchange.copies import Form
from tracker.exchange.sax import Sax, UnsoundXmlError
from tracker.exchange.shared_texts import SharedTexts
from tracker.exchange.workbook_zip import AS_XLSX, BROKEN, CLEAN, Package

# What a workbook says of itself (bytes): of 64,000 formats, Excel's most, some 15 MB.
LONGEST_PART = 20_000_000

# Formats of dates and times that have a number only; SpreadsheetML, 18.8.30.
_BUILT_IN_DATES = frozenset([*range(14, 23), *range(27, 37), *range(45, 48)])
_BUILT_IN_DATES |= frozenset(range(50, 59))
_BUILT_IN_PERCENTS = frozenset([9, 10])
# What a format shows as it is: quoted, in brackets, or behind one of three signs.
_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|[\\_*].')
_YES = ("1", "true")


class Sheet(NamedTuple):
    """One sheet with cells, in the order of the tabs."""

    name: str
    part: str
    is_hidden: bool


class Book(NamedTuple):
    """A workbook before its cells are read.

    Attributes:
        from_1904: Whether its days are counted from 1904, as on an old Macintosh.
        forms: By the number of a cell's style.
        styles: The part that has the styles; None is none.
    """

    package: Package
    sheets: tuple[Sheet, ...]
    from_1904: bool
    forms: tuple[Form, ...]
    texts: SharedTexts
    styles: str | None


@contextmanager
def opened_book(package: Package) -> Iterator[Book]:
    """The workbook in a package.

    Raises:
        ActualsFileError: It is damaged, or holds macros.
        NoRoomError: There is no room for temporary files.
    """
    if any(
        "macroEnabled" in tag.get("ContentType", "")
        for _, tag in _tags(package, "[Content_Types].xml")
    ):
        raise package.refused(f"holds macros; {AS_XLSX}")
    main = [
        part for kind, part in _parts(package, "").values() if kind == "officeDocument"
    ]
    if not main:
        raise package.refused(BROKEN)
    parts = _parts(package, main[0])
    by_kind = dict(parts.values())
    sheets, from_1904 = _sheets(package, main[0], parts)
    styles, shared = by_kind.get("styles"), by_kind.get("sharedStrings")
    forms = tuple(_forms(package, styles)) if styles else ()
    with closing(SharedTexts()) as texts:
        if shared:
            texts.take(package, shared)
        yield Book(package, sheets, from_1904, forms, texts, styles)


def _tags(package: Package, part: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The tags of a part and their attributes, without namespaces."""
    if package.size(part) > LONGEST_PART:
        raise package.refused(f"{part} is larger than 20 MB; {CLEAN}")
    found: list[tuple[str, dict[str, str]]] = []
    sax = Sax(lambda name, attributes: found.append((name, attributes)), _nothing)
    try:
        for _ in sax.read(package.pieces(part)):
            for name, attributes in found:
                yield _local(name), {_local(k): v for k, v in attributes.items()}
            found.clear()
    except UnsoundXmlError as error:
        raise package.refused(f"{part} {error}; {CLEAN}") from error


def _nothing(_: str) -> None:
    pass


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _parts(package: Package, of: str) -> dict[str, tuple[str, str]]:
    """What a part, or the package itself, is related to: kind and part, by id."""
    folder, name = posixpath.split(of)
    found = {}
    for tag, it in _tags(package, posixpath.join(folder, "_rels", f"{name}.rels")):
        if tag == "Relationship" and it.get("TargetMode") != "External":
            kind = it.get("Type", "").rpartition("/")[2]
            part = posixpath.normpath(posixpath.join(folder, it.get("Target", "")))
            found[it.get("Id", "")] = (kind, part.lstrip("/"))
    return found


def _sheets(
    package: Package, main: str, parts: dict[str, tuple[str, str]]
) -> tuple[tuple[Sheet, ...], bool]:
    found, from_1904 = [], False
    for tag, it in _tags(package, main):
        if tag == "workbookPr":
            from_1904 = it.get("date1904") in _YES
        elif tag == "sheet":
            kind, part = parts.get(it.get("id", ""), ("", ""))
            if kind == "worksheet":
                is_hidden = it.get("state", "visible") != "visible"
                found.append(Sheet(it.get("name", ""), part, is_hidden))
    return tuple(found), from_1904


def _forms(package: Package, part: str) -> Iterator[Form]:
    codes: dict[str, str] = {}
    within = ""
    for tag, it in _tags(package, part):
        if tag in ("numFmts", "cellStyleXfs", "cellXfs", "dxfs"):
            within = tag
        elif tag == "numFmt" and within == "numFmts":
            codes[it.get("numFmtId", "")] = it.get("formatCode", "")
        elif tag == "xf" and within == "cellXfs":
            number = it.get("numFmtId", "0")
            yield form_of(number, codes.get(number))


def form_of(number: str, code: str | None) -> Form:
    """What a format makes of a number.

    Args:
        number: Of the format; those below 164 may have a meaning of their own.
        code: As the workbook gives it, such as `dd.mm.yyyy` or `0.0%`.
    """
    if code is None:
        built_in = int(number) if number.isascii() and number.isdigit() else 0
        if built_in in _BUILT_IN_DATES:
            return Form.DATE
        return Form.PERCENT if built_in in _BUILT_IN_PERCENTS else Form.PLAIN
    # Behind semicolons stands how negative numbers, nought and texts look.
    shown = _LITERAL.sub("", code).split(";")[0].lower()
    if shown == "general":
        return Form.PLAIN
    if re.search("[dmyhs]", shown) or re.search(r"\[(h+|m+|s+)\]", code.lower()):
        return Form.DATE
    return Form.PERCENT if "%" in shown else Form.PLAIN
