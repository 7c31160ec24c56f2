"""Files in and out, row by row; every problem of a file is told at once."""

from __future__ import annotations
