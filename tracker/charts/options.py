"""What a picture is to be like, and what can go wrong with it. No matplotlib here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tracker.errors import TrackerError
from tracker.reports.league import By

Format = Literal["png", "svg", "pdf"]
FORMATS: tuple[Format, ...] = ("png", "svg", "pdf")

# Below this the finding and the labels no longer fit; beyond it an overview of the
# most rows takes more than half a gigabyte of memory. Source: tried.
SMALLEST = (480, 320)
LARGEST = 5_000
DPI_RANGE = (36, 1200)


class ChartSizeError(TrackerError):
    """A picture of this size cannot be read, or cannot be drawn."""


class NothingToGroupError(TrackerError):
    """No target belongs to a group of the kind asked for."""

    def __init__(self, by: By) -> None:
        one = f"an {by}" if by in (By.AREA, By.OWNER) else f"a {by}"
        super().__init__(
            f"none of these targets has {one}; name others, or give another --by"
        )
        self.by = by


class ChartFileError(TrackerError):
    """A picture cannot be written; the one that was there before is untouched."""

    exit_code = 4

    def __init__(self, path: Path, error: OSError) -> None:
        reason = error.strerror or str(error)
        super().__init__(
            f"cannot write {path}: {reason}; free the place or choose another "
            "folder with --out"
        )
        self.path = path


class ChartWorkerError(TrackerError):
    """A process that draws was killed."""

    exit_code = 4

    def __init__(self) -> None:
        super().__init__(
            "a process that draws was killed; the pictures that are there are whole: "
            "run it again, with fewer --jobs if memory is short"
        )


@dataclass(frozen=True)
class ChartOptions:
    """How the pictures are drawn.

    Attributes:
        width, height: In pixels; the overview is as high as its rows need, and no
            less; a page of small pictures just as high as they need.
        dpi: Pixels to the inch: the size on paper, and of an SVG or PDF. It does
            not change what is drawn.
        overview: Whether one picture of all targets is drawn after the others.
        by: One page of small pictures in such groups instead of all others.
        head: The digest over the ends of all ledgers, printed on each picture.
        small: Each picture of a target is a PNG in a quarter of the bytes, for a file
            that holds many; what it says in words has to stand beside it.
    """

    format: Format = "png"
    lang: str = "en"
    width: int = 1000
    height: int = 600
    dpi: int = 100
    overview: bool = True
    by: By | None = None
    head: str | None = None
    small: bool = False


def check_size(width: int, height: int, dpi: int = 100) -> None:
    """Refuse a size in which labels cannot be read or which cannot be drawn.

    Raises:
        ChartSizeError: With the sizes that can be.
    """
    least_width, least_height = SMALLEST
    if width < least_width or height < least_height or max(width, height) > LARGEST:
        raise ChartSizeError(
            f"a chart of {width} x {height} pixels cannot be drawn; give at least "
            f"{least_width} x {least_height} and at most {LARGEST} x {LARGEST}"
        )
    low, high = DPI_RANGE
    if not low <= dpi <= high:
        raise ChartSizeError(
            f"a chart of {dpi} dpi cannot be drawn; give {low} to {high}"
        )
