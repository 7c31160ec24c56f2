"""Fixtures of the catalogue: a file on disk, and what it gives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tracker.catalogue.read import load
from tracker.domain import Statement, Target
from tracker.errors import CatalogueError

Read = Callable[[str], tuple[Target, ...]]
Problems = Callable[[str], list[str]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """The targets of a TOML text."""

    def targets(text: str) -> tuple[Target, ...]:
        path = tmp_path / "targets.toml"
        path.write_text(text, encoding="utf-8", newline="")
        return load(path)

    return targets


@pytest.fixture
def problems(read: Read) -> Problems:
    """What is wrong with a TOML text, line by line as a user sees it."""

    def found(text: str) -> list[str]:
        with pytest.raises(CatalogueError) as caught:
            read(text)
        return str(caught.value).split("\n")

    return found


@pytest.fixture
def first(read: Read) -> Callable[[str], Statement]:
    """The first statement of the first target of a TOML text."""
    return lambda text: read(text)[0].first
