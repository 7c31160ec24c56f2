"""Collects what is wrong with the file, each fault with its line and its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tracker.catalogue.locate import Place
from tracker.catalogue.wording import shown, suggestion
from tracker.errors import CatalogueError, Problem

# Beyond so many problems nobody is helped by what was perhaps meant, and comparing
# words takes long. House rule.
_ENOUGH = 100

_ONE_OF = {"checkpoints": "checkpoint", "revisions": "revision"}


class Problems:
    """All faults of one file, whatever order they are found in."""

    def __init__(self, name: str, lines: Mapping[Place, int]) -> None:
        self._name = name
        self._lines = lines
        self._found: list[tuple[int, str]] = []

    def __len__(self) -> int:
        return len(self._found)

    def add(self, path: Place, message: str) -> None:
        """Note a fault of the key at `path`, or of the table where it is missing.

        Args:
            path: The place; the message is put after its name.
            message: What is wrong with it and what to do, without a full stop.
        """
        self._found.append((self._line(path), f"{label(path)} {message}"))

    def near(self, word: str, known: Iterable[str]) -> str | None:
        """The known word that was perhaps meant; None after very many problems."""
        return suggestion(word, known) if len(self) < _ENOUGH else None

    def raise_any(self) -> None:
        """Raise all faults at once, in the order of lines; without any do nothing."""
        if self._found:
            raise CatalogueError(
                [
                    Problem(f"{self._name}:{line}", message)
                    for line, message in sorted(self._found, key=lambda each: each[0])
                ]
            )

    def _line(self, path: Place) -> int:
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)


def label(path: Place) -> str:
    """The place in words: `KEY, revision 1, checkpoint 2: `value``."""
    whose, names = [], list(path)
    if names[:1] == ["targets"] and len(names) > 1:
        whose = [shown(str(names[1]))]
        names = names[2:]
    while len(names) > 1 and isinstance(names[1], int):
        whose.append(f"{_ONE_OF.get(str(names[0]), names[0])} {names[1] + 1}")
        names = names[2:]
    field = f"`{shown('.'.join(map(str, names)))}`" if names else ""
    owner = f"{', '.join(whose)}:" if whose else ""
    return " ".join(part for part in (owner, field) if part)
