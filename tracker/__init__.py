"""tracker: keeps every promise as stated and tells on any day where it stands."""

from __future__ import annotations

__version__ = "0.1.0"
