"""Artists of one kind that are kept from picture to picture."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from matplotlib.artist import Artist
from matplotlib.figure import Figure

Kind = TypeVar("Kind", bound=Artist)


class Pool(Generic[Kind]):
    """Artists of a figure, hidden until one is asked for; made where none is left."""

    def __init__(self, figure: Figure, make: Callable[[], Kind]) -> None:
        self._figure, self._make = figure, make
        self._artists: list[Kind] = []
        self._used = 0

    def clear(self) -> None:
        """Hide them all, for the next picture."""
        for each in self._artists:
            each.set_visible(False)
        self._used = 0

    def next(self) -> Kind:
        """One that is not in use; what it shows is still that of its last use."""
        if self._used == len(self._artists):
            artist = self._make()
            self._figure.add_artist(artist)
            self._artists.append(artist)
        found = self._artists[self._used]
        self._used += 1
        found.set_visible(True)
        return found
