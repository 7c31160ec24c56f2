"""The ZIP of a workbook, which does not tell when or on what machine it was made."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

# The first moment that a ZIP can name, as the files of office suites themselves have.
_MOMENT = (1980, 1, 1, 0, 0, 0)


def saved(workbook: Workbook) -> bytes:
    """The file of a workbook; its properties stay as they were set."""
    from openpyxl.writer.excel import ExcelWriter

    out = BytesIO()
    ExcelWriter(workbook, _Archive(out, "w", ZIP_DEFLATED)).save()
    return out.getvalue()


class _Archive(ZipFile):
    def writestr(self, name: str, data: bytes | str, *_: object) -> None:  # type: ignore[override]
        super().writestr(_member(name), data)

    def write(self, filename: str, arcname: str, *_: object) -> None:  # type: ignore[override]
        member = _member(arcname)
        with Path(filename).open("rb") as read, self.open(member, "w") as written:
            shutil.copyfileobj(read, written)


def _member(name: str) -> ZipInfo:
    found = ZipInfo(name, _MOMENT)
    # A picture is packed as well as it can be.
    found.compress_type = ZIP_STORED if name.endswith(".png") else ZIP_DEFLATED
    found.create_system = 0
    return found
