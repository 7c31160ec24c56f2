"""Status values in, text out: terminal, JSON, CSV and Markdown, in three languages."""

from __future__ import annotations
