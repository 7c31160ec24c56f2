"""Workbooks part by part, as Excel would write them and as it never would."""

from __future__ import annotations

from zipfile import ZIP_DEFLATED, ZipFile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET = "xl/worksheets/sheet1.xml"
TEXTS = "xl/sharedStrings.xml"
TYPES = "[Content_Types].xml"
HEADER = ("target", "on", "value")
ROW = ("camp-vouchers", "2025-01-01", "1300")


def relations(*pairs):
    """Of kinds to parts; their ids count from r1."""
    each = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{part}"/>'
        for n, (kind, part) in enumerate(pairs, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{each}</Relationships>'


def types(of="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"):
    part = f'<Override PartName="/xl/workbook.xml" ContentType="{of}.main+xml"/>'
    return f'<Types xmlns="{PACKAGE}/content-types">{part}</Types>'


def texts(*rows, begin=1):
    """The XML of rows of texts."""
    return "".join(
        f'<row r="{number}">'
        + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row)
        + "</row>"
        for number, row in enumerate(rows, begin)
    )


def sheet(rows, before="", behind=""):
    """The XML of a sheet, from that of its rows."""
    data = f"{before}<sheetData>{rows}</sheetData>{behind}"
    return f'<worksheet xmlns="{MAIN}">{data}</worksheet>'


def parts(rows=None, *, formats=(), workbook="", **others):
    """All parts of a workbook of one sheet, Actuals.

    Args:
        rows: The XML of its rows.
        formats: Codes of its styles, from 1; numbers are those of built-in ones.
        workbook: XML before its list of sheets.
        others: `sheet`, `texts` in the place of what would be there.
    """
    codes = [each for each in formats if not isinstance(each, int)]
    numbers = {code: 164 + n for n, code in enumerate(codes)}
    styles = "".join(f'<xf numFmtId="{numbers.get(f, f)}"/>' for f in (0, *formats))
    named = "".join(
        f'<numFmt numFmtId="{n}" formatCode="{code}"/>' for code, n in numbers.items()
    )
    return {
        TYPES: types(),
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": relations(
            ("worksheet", "worksheets/sheet1.xml"),
            ("styles", "styles.xml"),
            ("sharedStrings", "/xl/sharedStrings.xml"),
        ),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{workbook}'
        '<sheets><sheet name="Actuals" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts>{named}</numFmts>'
        f'<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>{styles}</cellXfs>'
        "</styleSheet>",
        TEXTS: others.get("texts", f'<sst xmlns="{MAIN}"/>'),
        SHEET: others.get("sheet", sheet(texts(HEADER, ROW) if rows is None else rows)),
    }


def packed(path, content, *more):
    """Writes a workbook of parts; `more` are pairs of names and contents."""
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, data in [*content.items(), *more]:
            archive.writestr(name, data)
