"""tracker history."""

from __future__ import annotations

import click

from tracker.cli.app import App, pass_app
from tracker.cli.options import Asked, report_options


@click.command()
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@report_options
@pass_app
def history(app: App, /, targets: tuple[str, ...], asked: Asked) -> None:
    """Print everything that was ever recorded.

    Newest last: what was stated or reported, who recorded it, when and why.

    \b
    Example:
      tracker history comfortable-schools
      tracker history --format csv -o history.csv
    """
    from tracker.cli.ledgers import ledgers_known
    from tracker.cli.output import deliver
    from tracker.reports.events import COLUMNS, TEXT_COLUMNS, event_heads, event_rows
    from tracker.reports.tables import render

    rows = event_rows(
        ledgers_known(app, targets, asked.known_at), asked.as_of, asked.lang
    )
    if asked.form in ("json", "csv"):
        deliver(app, render(rows, COLUMNS, asked.form), asked.output)
        return
    heads = event_heads(asked.lang)
    deliver(app, render(rows, TEXT_COLUMNS, asked.form, heads), asked.output)
