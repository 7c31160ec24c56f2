"""The door of the charts: status values in, files out. matplotlib loads on drawing."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.charts.files import make_folder, replace_file
from tracker.charts.names import OVERVIEW, safe_name
from tracker.charts.options import (
    SMALLEST,
    ChartOptions,
    NothingToGroupError,
    check_size,
)
from tracker.progress.status import Status
from tracker.reports.league import By

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from tracker.charts.sheet import Sheet


def chart_path(key: str, out: Path, options: ChartOptions) -> Path:
    """Where the chart of a target is written."""
    return out / f"{safe_name(key)}.{options.format}"


def draw(
    statuses: Sequence[Status], out: Path, options: ChartOptions, jobs: int = 1
) -> Iterator[Path]:
    """Write a chart for each target, then the overview; gives each path once written.

    Or one page of small multiples, where the options ask for it.

    Each file takes the place of the one before it in one step, or not at all.

    Args:
        statuses: All as of the same day.
        jobs: How many processes draw; a page of small multiples is drawn by one.

    Raises:
        ChartSizeError: Nothing can be read or drawn in the size asked for.
        ChartFileError: A file cannot be written; those before it are.
        ChartWorkerError: A process that draws was killed; so they are then.
        NothingToGroupError: No target has a group of the kind asked for.
    """
    check_size(options.width, options.height, options.dpi)
    if options.by and statuses:
        content = small_multiples(statuses, options.by, options)
        make_folder(out)
        path = out / f"by-{options.by}.{options.format}"
        replace_file(path, content)
        yield path
        return
    make_folder(out)
    for key, content in pictures_drawn(statuses, options, jobs):
        path = out / f"{OVERVIEW}.{options.format}"
        if key is not None:
            path = chart_path(key, out, options)
        replace_file(path, content)
        yield path


def figure_of(status: Status, options: ChartOptions) -> Figure:
    """The picture of one target as a figure that nothing else draws on.

    Raises:
        ChartSizeError: Nothing can be read or drawn in the size asked for.
    """
    from tracker.charts.picture import draw_target
    from tracker.charts.sheet import Sheet, scale_for

    width, height = options.width, options.height
    check_size(width, height, options.dpi)
    sheet = Sheet(width, height, options.dpi, scale_for(width, height))
    draw_target(sheet, status, options.lang, options.head)
    return sheet.figure


def small_multiples(statuses: Sequence[Status], by: By, options: ChartOptions) -> bytes:
    """The file of one page with a small burn-up for each target that has a group.

    Raises:
        NothingToGroupError: None has.
    """
    from tracker.charts.multiples import (
        draw_multiples,
        multiples_text,
        multiples_title,
        page_of,
    )
    from tracker.charts.render import rendered

    lang = options.lang
    page = page_of(statuses, by, lang)
    if page is None:
        raise NothingToGroupError(by)
    head = options.head
    sheet = _page(
        options, SMALLEST[1], lambda sheet: draw_multiples(sheet, page, lang, head)
    )
    title = multiples_title(page, lang)[0]
    return rendered(sheet, options.format, title, multiples_text(page, lang))


def pictures_drawn(
    statuses: Sequence[Status], options: ChartOptions, jobs: int
) -> Iterator[tuple[str | None, bytes]]:
    """What `pictures` gives, drawn by so many processes.

    Raises:
        ChartWorkerError: One of them was killed; the pictures before it were given.
    """
    if jobs == 1:
        return pictures(statuses, options)
    from tracker.charts.workers import pictures_by

    return pictures_by(jobs, statuses, options)


def pictures(
    statuses: Sequence[Status], options: ChartOptions
) -> Iterator[tuple[str | None, bytes]]:
    """The key and the file of each target, then None and that of the overview."""
    from tracker.charts.picture import alternative_text, draw_target
    from tracker.charts.render import rendered, small_png
    from tracker.charts.sheet import Sheet, scale_for

    lang, width, height = options.lang, options.width, options.height
    if statuses:
        sheet = Sheet(width, height, options.dpi, scale_for(width, height))
    for each in statuses:
        draw_target(sheet, each, lang, options.head)
        if options.small:
            yield each.target.key, small_png(sheet)
            continue
        said = alternative_text(each, lang)
        yield each.target.key, rendered(sheet, options.format, *said)
    if options.overview and statuses:
        yield None, overview(statuses, options)


def overview(statuses: Sequence[Status], options: ChartOptions) -> bytes:
    """The file of the overview: one row a target."""
    from tracker.charts.overview import (
        draw_overview,
        overview_height,
        overview_text,
        overview_title,
    )
    from tracker.charts.render import rendered
    from tracker.charts.sheet import scale_for

    lang, head = options.lang, options.head
    needs = max(
        overview_height(len(statuses)), options.height / scale_for(options.width)
    )
    sheet = _page(
        options, needs, lambda page: draw_overview(page, statuses, lang, head)
    )
    title = overview_title(statuses, lang)[0]
    return rendered(sheet, options.format, title, overview_text(statuses, lang))


def _page(
    options: ChartOptions, needs: float, draw_on: Callable[[Sheet], float]
) -> Sheet:
    """A page that is drawn, made higher where it was too low.

    Args:
        needs: A first guess of its height, in units.
        draw_on: Gives by how much a sheet is too low, 0 if it is not.
    """
    from tracker.charts.sheet import Sheet, scale_for

    scale = scale_for(options.width)
    height = round(needs * scale)
    sheet = Sheet(options.width, height, options.dpi, scale)
    if lacking := draw_on(sheet):
        height += math.ceil(lacking * scale)
        sheet = Sheet(options.width, height, options.dpi, scale)
        draw_on(sheet)
    return sheet
