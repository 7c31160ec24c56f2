"""Workbooks made to harm are refused soon, in little memory, in one sentence."""

from __future__ import annotations

import struct
import warnings
from time import monotonic
from zipfile import ZIP_LZMA, ZipFile

import pytest

from tests.exchange.workbooks import (
    HEADER,
    MAIN,
    ROW,
    SHEET,
    TYPES,
    packed,
    parts,
    sheet,
    texts,
    types,
)

MEGABYTE = 1024 * 1024
CLEAN = "copy the sheet into a new workbook and save that"
AS_XLSX = "open it in Excel or LibreOffice and save it as .xlsx"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ROWS = texts(HEADER, ROW)


def of(**given):
    return lambda path: packed(path, parts(**given))


def with_part(name, content):
    return lambda path: packed(path, parts(), (name, content))


def of_bytes(content):
    return lambda path: path.write_bytes(content)


def outside_entity(path):
    declared = '<!DOCTYPE x [<!ENTITY who SYSTEM "targets.toml">]>'
    told = texts(HEADER, ("&who;", *ROW[1:]))
    packed(path, parts(sheet=declared + sheet(told)))


def bomb_of_entities(path):
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    declared = f'<!DOCTYPE x [<!ENTITY e0 "ha">{lines}]>'
    packed(
        path, parts(texts=f'{declared}<sst xmlns="{MAIN}"><si><t>&e9;</t></si></sst>')
    )


def outside_entity_of_styles(path):
    content = parts()
    declared = '<!DOCTYPE x [<!ENTITY who SYSTEM "targets.toml">]>'
    content["xl/styles.xml"] = declared + content["xl/styles.xml"]
    packed(path, content)


def of_zeros(path):
    """A part of thirty million bytes that packs to a thousandth."""
    packed(path, parts(), ("xl/zeros.xml", bytes(30_000_000)))


def said_to_unpack_to(size):
    """A sheet whose size in the list of parts is not its own."""

    def make(path):
        packed(path, parts())
        content = path.read_bytes()
        at = content.rindex(b"PK\x01\x02") + 24
        size_there = size.to_bytes(4, "little")
        path.write_bytes(content[:at] + size_there + content[at + 4 :])

    return make


def a_hundred_thousand_parts(path):
    """Of which there is the list alone."""
    listed = b"".join(
        struct.pack("<4s4B4HL2L5H2L", b"PK\x01\x02", *[0] * 11, 7, *[0] * 6)
        + b"%07d" % number
        for number in range(100_000)
    )
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 9, 9, len(listed), 4, 0)
    path.write_bytes(b"PK\x03\x04" + listed + end)


def too_many_parts(path):
    packed(path, parts(), *((f"{number}.xml", "") for number in range(5000)))


def twice(path):
    with warnings.catch_warnings(action="ignore"):
        packed(path, parts(), (SHEET, sheet(ROWS)))


def locked_part(path):
    packed(path, parts())
    content = path.read_bytes()
    at = content.index(b"PK\x01\x02") + 8
    path.write_bytes(content[:at] + b"\x01\x00" + content[at + 2 :])


def packed_otherwise(path):
    with ZipFile(path, "w", ZIP_LZMA) as archive:
        for name, content in parts().items():
            archive.writestr(name, content)


def within_itself(path):
    packed(path, parts())
    packed(path, parts(), ("xl/embeddings/book.xlsx", path.read_bytes()))


def larger_than_any(path):
    packed(path, parts())
    with path.open("r+b") as file:
        file.truncate(101_000_000)


def a_text_without_end(path):
    ha = "".join(f"<t>{n:05}</t>" for n in range(200_000))
    packed(path, parts(texts=f'<sst xmlns="{MAIN}"><si>{ha}</si></sst>'))


CASES = {
    "an outside entity": (
        outside_entity,
        "sheet Actuals declares a document type, which no workbook needs; {CLEAN}",
    ),
    "a bomb of entities": (
        bomb_of_entities,
        "xl/sharedStrings.xml declares a document type, which no workbook needs; "
        "{CLEAN}",
    ),
    "an outside entity of the styles": (
        outside_entity_of_styles,
        "xl/styles.xml declares a document type, which no workbook needs; {CLEAN}",
    ),
    "a ratio": (
        of_zeros,
        "unpacks to more than 300 times its size; {CLEAN}",
    ),
    "a size": (
        said_to_unpack_to(4_000_000_000),
        "unpacks to more than 1 GB; split it into several, or save it as CSV",
    ),
    "a size that is a lie": (said_to_unpack_to(99), "is damaged; {AS_XLSX}"),
    "another within it": (
        within_itself,
        "holds another archive, xl/embeddings/book.xlsx; remove what is embedded in it",
    ),
    "100,000 parts": (
        a_hundred_thousand_parts,
        "lists more parts than a workbook has; {CLEAN}",
    ),
    "too many parts": (
        too_many_parts,
        "lists more parts than a workbook has; {CLEAN}",
    ),
    "a part twice": (twice, "holds xl/worksheets/sheet1.xml twice; {CLEAN}"),
    "a part above": (
        with_part("../../targets.toml", ""),
        "holds a part that would leave its folder, ../../targets.toml; {CLEAN}",
    ),
    "a part at the root": (
        with_part("/etc/passwd", ""),
        "holds a part that would leave its folder, /etc/passwd; {CLEAN}",
    ),
    "a locked part": (
        locked_part,
        "holds [Content_Types].xml in a form that Excel does not write; {CLEAN}",
    ),
    "another packing": (
        packed_otherwise,
        "holds [Content_Types].xml in a form that Excel does not write; {CLEAN}",
    ),
    "a password": (
        of_bytes(OLE + bytes(5000) + "EncryptedPackage".encode("utf-16-le")),
        "is locked by a password; open it in Excel, take the password off under File, "
        "Info, Protect Workbook, and save it",
    ),
    "an old one": (
        of_bytes(OLE + bytes(5000)),
        "is a workbook of Excel 97-2003; {AS_XLSX}",
    ),
    "no workbook": (
        of_bytes(b"target,on,value\n"),
        "is no workbook, whatever its name says; {AS_XLSX}, or give a CSV file",
    ),
    "an empty file": (
        of_bytes(b""),
        "is no workbook, whatever its name says; {AS_XLSX}, or give a CSV file",
    ),
    "a folder of old": (
        lambda path: packed(path, {"mimetype": "application/vnd.oasis"}),
        "is no workbook of Excel; {AS_XLSX}",
    ),
    "binary": (
        with_part("xl/workbook.bin", "x"),
        "is a binary workbook (.xlsb); {AS_XLSX}",
    ),
    "macros": (with_part("xl/vbaProject.bin", "x"), "holds macros; {AS_XLSX}"),
    "macros by its type": (
        lambda path: packed(
            path, {**parts(), TYPES: types("application/vnd.ms-excel.macroEnabled")}
        ),
        "holds macros; {AS_XLSX}",
    ),
    "a million columns": (
        of(sheet=sheet(ROWS, before='<dimension ref="A1:BDWGN9"/>')),
        "sheet Actuals names the cell BDWGN9, beyond XFD1048576; {CLEAN}",
    ),
    "a cell beyond all": (
        of(rows=ROWS + '<row r="3"><c r="ZZZ3"><v>1</v></c></row>'),
        "sheet Actuals has a column 18,278 behind column 0; {CLEAN}",
    ),
    "a row beyond all": (
        of(rows=ROWS + '<row r="1048577"/>'),
        "sheet Actuals has a row 1,048,577 behind row 2; {CLEAN}",
    ),
    "texts without end": (
        of(texts=f'<sst xmlns="{MAIN}" uniqueCount="99999999"/>'),
        "xl/sharedStrings.xml has more than 10,485,760 texts; {CLEAN}",
    ),
    "a text without end": (
        a_text_without_end,
        "xl/sharedStrings.xml has a cell of more than 32,767 letters; {CLEAN}",
    ),
    "a text that is not there": (
        of(rows=ROWS + '<row r="3"><c t="s"><v>7</v></c></row>'),
        "sheet Actuals has no text 7; {CLEAN}",
    ),
    "a larger file": (
        larger_than_any,
        "is larger than 100 MB; split it into several",
    ),
    "tags without end": (
        of(rows="<row>" * 200),
        "sheet Actuals is nested without end; {CLEAN}",
    ),
    "a tag without end": (
        of(rows=f'<row x="{"".join(str(n) for n in range(400_000))}"/>'),
        "sheet Actuals has a tag without end; {CLEAN}",
    ),
    "names without end": (
        of(rows="".join(f"<n{n}/>" for n in range(40_000))),
        "sheet Actuals has names without end; {CLEAN}",
    ),
    "no XML": (of(sheet="x" * 1000), "sheet Actuals is no XML; {CLEAN}"),
}


@pytest.fixture(scope="module", autouse=True)
def loaded(children, tmp_path_factory):
    """Whatever a command takes to start is not counted."""
    children.run("--version", folder=tmp_path_factory.getbasetemp())


@pytest.mark.parametrize(("make", "message"), CASES.values(), ids=CASES)
def test_a_hostile_workbook_is_refused(child, example, make, message):
    make(example / "f.xlsx")
    since = monotonic()

    code, said = child("import", "f.xlsx", memory=100 * MEGABYTE)

    expected = message.format(CLEAN=CLEAN, AS_XLSX=AS_XLSX)
    assert (code, said) == (3, f"Error: f.xlsx: {expected}\n")
    assert monotonic() - since < 2


def test_a_report_reads_no_more_of_a_workbook_than_an_import(child, example):
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE x [<!ENTITY e0 "ha">{lines}]><comments>&e9;</comments>'
    packed(example / "f.xlsx", parts(), ("xl/comments1.xml", bomb))
    since = monotonic()

    asked = ("import", "f.xlsx", "--report", "r.xlsx")
    code, said = child(*asked, memory=100 * MEGABYTE)

    assert (code, said.partition("\n")[0]) == (0, "r.xlsx says what became of each row")
    assert monotonic() - since < 2


def test_a_hostile_workbook_has_no_copy(child, example):
    outside_entity_of_styles(example / "f.xlsx")

    code, _ = child("import", "f.xlsx", "--report", "r.xlsx")

    assert code == 3
    assert not (example / "r.xlsx").exists()
