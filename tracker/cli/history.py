"""tracker history."""

from __future__ import annotations

from collections.abc import Sequence

import click

from tracker.cli.app import App, pass_app
from tracker.cli.options import Asked, report_options
from tracker.ledger import Ledger


@click.command()
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@report_options
@click.option("--items", is_flag=True, help="List the named units that count.")
@pass_app
def history(
    app: App, /, targets: tuple[str, ...], asked: Asked, *, items: bool
) -> None:
    """Print everything that was ever recorded.

    Newest last: what was stated or reported, who recorded it, when and why.

    \b
    Example:
      tracker history comfortable-schools
      tracker history comfortable-schools --items
      tracker history --format csv -o history.csv
    """
    from tracker.cli.ledgers import ledgers_known
    from tracker.cli.output import deliver

    ledgers = ledgers_known(app, targets, asked.known_at)
    table = _items_table if items else _events_table
    deliver(app, table(ledgers, asked), asked.output)


def _events_table(ledgers: Sequence[Ledger], asked: Asked) -> str:
    from tracker.reports.events import COLUMNS, TEXT_COLUMNS, event_heads, event_rows
    from tracker.reports.tables import render

    rows = event_rows(ledgers, asked.as_of, asked.lang)
    if asked.form in ("json", "csv"):
        return render(rows, COLUMNS, asked.form)
    return render(rows, TEXT_COLUMNS, asked.form, event_heads(asked.lang))


def _items_table(ledgers: Sequence[Ledger], asked: Asked) -> str:
    from tracker.reports.items import COLUMNS, TEXT_COLUMNS, item_heads, item_rows
    from tracker.reports.phrases import say
    from tracker.reports.tables import render

    rows = item_rows(ledgers, asked.as_of, asked.lang)
    if asked.form in ("json", "csv"):
        return render(rows, COLUMNS, asked.form)
    if not rows:
        return say("no-items", asked.lang) + "\n"
    return render(rows, TEXT_COLUMNS, asked.form, item_heads(asked.lang))
