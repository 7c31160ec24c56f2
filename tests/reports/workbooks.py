"""Workbooks read back: their sheets, and the XML that they are made of."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from openpyxl import load_workbook


def opened(content):
    return load_workbook(BytesIO(content))


def rows_of(sheet):
    """The rows of a table as they are shown to a program, by the heads."""
    heads, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rows]


def parts_of(content):
    """Every part of a workbook by its name."""
    with ZipFile(BytesIO(content)) as archive:
        return {each: archive.read(each) for each in archive.namelist()}
