"""Status values in, pictures out. The only home of matplotlib; loaded when drawing."""

from __future__ import annotations
