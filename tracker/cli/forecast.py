"""tracker forecast."""

from __future__ import annotations

import click

from tracker.cli.app import App, pass_app
from tracker.cli.options import Asked, report_options


@click.command()
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@report_options
@click.option(
    "--backtest",
    is_flag=True,
    help="Print how the forecasts of the past came true instead.",
)
@pass_app
def forecast(
    app: App, /, targets: tuple[str, ...], asked: Asked, *, backtest: bool
) -> None:
    """Print what will become of each target.

    The chance that its goal is met on its day, the value on that day and the day on
    which the goal is met, each with the points of 10, 50 and 90 per cent; what the
    goal and the next checkpoint need; and what the forecast rests on, or why there is
    none. It rests on the reports of the target itself, and on nothing else.

    \b
    Example:
      tracker forecast
      tracker forecast comfortable-schools --as-of 2024-12-31
      tracker forecast --backtest
    """
    from tracker.cli.output import columns, deliver

    text = _backtest if backtest else _forecasts
    deliver(app, text(app, targets, asked, columns(asked.output)), asked.output)


def _forecasts(app: App, names: tuple[str, ...], asked: Asked, columns: int) -> str:
    from tracker.cli.status import briefly
    from tracker.reports.forecast_report import render
    from tracker.reports.report import Report

    days = (asked.as_of, asked.known_at)
    found = briefly(app, names, *days, forecasts=True)
    report = Report(found, asked.as_of, asked.known_at, asked.lang)
    return render(report, asked.form, columns)


def _backtest(app: App, names: tuple[str, ...], asked: Asked, columns: int) -> str:
    from tracker.cli.ledgers import ledgers_known
    from tracker.progress.backtest import backtest
    from tracker.progress.statuses import statuses
    from tracker.reports.backtest_report import render
    from tracker.reports.report import Report

    ledgers = ledgers_known(app, names, asked.known_at)
    found = tuple(statuses(ledgers, asked.as_of).values())
    report = Report(found, asked.as_of, asked.known_at, asked.lang)
    return render(report, backtest(ledgers, asked.as_of), asked.form, columns)
