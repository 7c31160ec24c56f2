"""Pure core: statements and actuals in, status values out. No clock, no files, no database."""

from __future__ import annotations
