"""Pure core: statements and actuals in, status values out; no clock, no input."""

from __future__ import annotations
