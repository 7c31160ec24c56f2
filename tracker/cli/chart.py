"""tracker chart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from tracker.cli.app import App, pass_app, tell
from tracker.cli.options import GROUPINGS, as_of_option, known_at_option, lang_option


@click.command()
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("charts"),
    metavar="FOLDER",
    help="Where the pictures go [charts].",
)
@click.option(
    "--format",
    type=click.Choice(("png", "svg", "pdf")),
    default="png",
    help="Form of the pictures [png].",
)
@as_of_option
@known_at_option
@lang_option
@click.option(
    "--by",
    type=click.Choice(GROUPINGS),
    help="One page instead: a small burn-up for each target and part, group by group, "
    "the worst first, all on one scale.",
)
@click.option("--no-forecast", is_flag=True, help="Draw what is known only.")
@click.option("--width", type=int, default=1000, help="In pixels [1000].")
@click.option("--height", type=int, default=600, help="In pixels [600].")
@click.option("--dpi", type=int, default=100, help="Pixels to the inch [100].")
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=1,
    metavar="N",
    help="Draw in so many processes at once [1]; pays from a hundred pictures on.",
)
@pass_app
def chart(app: App, /, targets: tuple[str, ...], **given: Any) -> None:
    """Draw burn-up charts and an overview.

    One picture a target, with its forecast; targets that are named are drawn without
    the overview.

    \b
    Example:
      tracker chart
      tracker chart comfortable-schools --as-of 2024-12-31 --format svg --out pictures
      tracker chart --by area
      tracker chart comfortable-schools --by area --no-forecast
    """
    from tracker.charts.draw import draw
    from tracker.charts.options import ChartOptions
    from tracker.cli.status import statuses_and_head
    from tracker.progress.forecasts import with_forecasts
    from tracker.reports.league import By

    day, known_at, out = (given.pop(name) for name in ("as_of", "known_at", "out"))
    by, known_only, jobs = (given.pop(name) for name in ("by", "no_forecast", "jobs"))
    statuses, head = statuses_and_head(
        app, targets, day, known_at, parts_too=by is not None
    )
    if not known_only:
        statuses = with_forecasts(statuses)
    if not statuses:
        click.echo("no targets had been recorded by then; nothing is drawn", err=True)
    given |= {"overview": not targets, "by": by and By(by), "head": head}
    options = ChartOptions(**given)
    for path in draw(statuses, out, options, jobs):
        tell(str(path))
