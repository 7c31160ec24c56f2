"""targets.toml in, targets or all problems out; and what differs from the store."""

from __future__ import annotations
