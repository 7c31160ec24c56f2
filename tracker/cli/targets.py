"""tracker targets."""

from __future__ import annotations

import click

from tracker.cli.app import App, pass_app
from tracker.cli.options import Asked, report_options


@click.command()
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@report_options
@pass_app
def targets(app: App, /, targets: tuple[str, ...], asked: Asked) -> None:
    """List the targets, or show some in full.

    In full: the plan with its sums, and every statement with its source, its day and
    what it changed.

    \b
    Example:
      tracker targets
      tracker targets comfortable-schools
    """
    from tracker.cli.ledgers import ledgers_known
    from tracker.cli.output import deliver
    from tracker.reports.promises import (
        COLUMNS,
        in_full,
        list_heads,
        list_row,
        shown_row,
    )
    from tracker.reports.tables import render

    ledgers = ledgers_known(app, targets, asked.known_at)
    if targets and asked.form == "text":
        deliver("\n".join(in_full(each, asked.lang) for each in ledgers), asked.output)
        return
    told = shown_row if asked.form in ("text", "markdown") else list_row
    rows = [told(each.target, asked.lang) for each in ledgers]
    heads = list_heads(asked.lang)
    deliver(render(rows, COLUMNS, asked.form, heads), asked.output)
