"""What a file is, by its name and its first bytes."""

from __future__ import annotations

from pathlib import Path

# A zip, which every workbook since 2007 is; and what Excel wrote before, or locks.
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SUFFIXES = (".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".ods")


def is_workbook(path: Path) -> bool:
    """Whether a file says so by its name, or is one by its first bytes."""
    if path.suffix.lower() in _SUFFIXES:
        return True
    if not path.is_file():
        # What comes through a pipe can be read once only.
        return False
    try:
        with path.open("rb") as file:
            return file.read(len(OLE)).startswith((ZIP, OLE))
    except OSError:
        # Whoever reads it says why it cannot be.
        return False
