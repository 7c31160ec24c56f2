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
    from tracker.reports import statements
    from tracker.reports.tables import render

    ledgers = ledgers_known(app, targets, asked.known_at)
    day, lang, form = asked.as_of, asked.lang, asked.form
    if targets and form == "text":
        text = "\n".join(statements.in_full(each, day, lang) for each in ledgers)
    elif targets:
        rows = [
            row
            for each in ledgers
            for row in statements.statement_rows(each, day, lang)
        ]
        text = render(rows, statements.STATEMENT_COLUMNS, form)
    else:
        shown = form in ("text", "markdown")
        told = statements.shown_row if shown else statements.list_row
        stated = (statements.stated_by(each.target, day) for each in ledgers)
        rows = [told(each, lang) for each in stated]
        text = render(rows, statements.COLUMNS, form, statements.list_heads(lang))
    deliver(app, text, asked.output)
