"""tracker forecast."""

from __future__ import annotations

import click

from tracker.cli.app import App, pass_app
from tracker.cli.options import Asked, report_options


@click.command()
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@report_options
@pass_app
def forecast(app: App, /, targets: tuple[str, ...], asked: Asked) -> None:
    """Print what will become of each target.

    The chance that its goal is met on its day, the value on that day and the day on
    which the goal is met, each with the points of 10, 50 and 90 per cent; what the
    goal and the next checkpoint need; and what the forecast rests on, or why there is
    none. It rests on the reports of the target itself, and on nothing else.

    \b
    Example:
      tracker forecast
      tracker forecast comfortable-schools --as-of 2024-12-31
    """
    from tracker.cli.output import WIDE_FILE, columns, deliver
    from tracker.cli.status import statuses_of
    from tracker.progress.forecasts import with_forecasts
    from tracker.reports.forecast_report import render
    from tracker.reports.report import Report

    statuses = statuses_of(app, targets, asked.as_of, asked.known_at)
    found = with_forecasts(statuses)
    report = Report(found, asked.as_of, asked.known_at, asked.lang)
    wide = columns(WIDE_FILE if asked.output else 80)
    deliver(app, render(report, asked.form, wide), asked.output)
