"""Statements and actuals in SQL, append-only. Hands out values, never rows."""

from __future__ import annotations
