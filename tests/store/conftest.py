"""An empty ledger of each engine."""

from __future__ import annotations

import pytest

from tracker.store import migrate


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request, tmp_path):
    """An empty ledger: a file, and on a server."""
    if request.param == "postgresql":
        return request.getfixturevalue("empty_server")
    with migrate.creating(tmp_path / "tracker.db"):
        pass
    return tmp_path / "tracker.db"
