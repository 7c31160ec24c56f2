"""The door of the charts: status values in, files out. matplotlib loads on drawing."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from pathlib import Path

from tracker.charts.files import make_folder, replace_file
from tracker.charts.names import OVERVIEW, safe_name
from tracker.charts.options import ChartOptions, check_size
from tracker.progress.status import Status


def chart_path(key: str, out: Path, options: ChartOptions) -> Path:
    """Where the chart of a target is written."""
    return out / f"{safe_name(key)}.{options.format}"


def draw(
    statuses: Sequence[Status], out: Path, options: ChartOptions, jobs: int = 1
) -> Iterator[Path]:
    """Write a chart for each target, then the overview; gives each path once written.

    Each file takes the place of the one before it in one step, or not at all.

    Args:
        statuses: All as of the same day.
        jobs: How many processes draw.

    Raises:
        ChartSizeError: Nothing can be read or drawn in the size asked for.
        ChartFileError: A file cannot be written; those before it are.
        ChartWorkerError: A process that draws was killed; so they are then.
    """
    check_size(options.width, options.height, options.dpi)
    make_folder(out)
    for key, content in _pictures_by(jobs, statuses, options):
        path = out / f"{OVERVIEW}.{options.format}"
        if key is not None:
            path = chart_path(key, out, options)
        replace_file(path, content)
        yield path


def _pictures_by(
    jobs: int, statuses: Sequence[Status], options: ChartOptions
) -> Iterator[tuple[str | None, bytes]]:
    if jobs == 1:
        return pictures(statuses, options)
    from tracker.charts.workers import pictures_by

    return pictures_by(jobs, statuses, options)


def pictures(
    statuses: Sequence[Status], options: ChartOptions
) -> Iterator[tuple[str | None, bytes]]:
    """The key and the file of each target, then None and that of the overview."""
    from tracker.charts.picture import draw_target, title_and_finding
    from tracker.charts.render import rendered
    from tracker.charts.sheet import Sheet, scale_for

    lang, width, height = options.lang, options.width, options.height
    if statuses:
        sheet = Sheet(width, height, options.dpi, scale_for(width, height))
    for each in statuses:
        draw_target(sheet, each, lang)
        said = title_and_finding(each, lang)
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
    from tracker.charts.sheet import Sheet, scale_for

    lang, width, scale = options.lang, options.width, scale_for(options.width)
    height = max(options.height, round(overview_height(len(statuses)) * scale))
    sheet = Sheet(width, height, options.dpi, scale)
    if lacking := draw_overview(sheet, statuses, lang):
        height += math.ceil(lacking * scale)
        sheet = Sheet(width, height, options.dpi, scale)
        draw_overview(sheet, statuses, lang)
    title = overview_title(statuses, lang)[0]
    text = overview_text(statuses, lang)
    return rendered(sheet, options.format, title, text)
