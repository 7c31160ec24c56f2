"""tracker targets."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import click

from tracker.cli.app import App, pass_app
from tracker.cli.options import Asked, report_options

if TYPE_CHECKING:
    from tracker.domain import Target


@click.command()
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@report_options
@click.option(
    "--totals",
    is_flag=True,
    help="Only the running total of each and its day: 100,000 targets in seconds.",
)
@pass_app
def targets(
    app: App, /, targets: tuple[str, ...], asked: Asked, *, totals: bool
) -> None:
    """List the targets, or show some in full.

    In full: the plan with its sums, the parts of a whole, and every statement with its
    source, its day and what it changed.

    \b
    Example:
      tracker targets
      tracker targets comfortable-schools
      tracker targets --totals --as-of 2024-12-31 --format csv -o totals.csv
    """
    from tracker.cli.output import deliver

    if totals:
        _deliver_totals(app, targets, asked)
    else:
        deliver(app, _listed(app, targets, asked), asked.output)


def _listed(app: App, names: tuple[str, ...], asked: Asked) -> str:
    """The list of all targets, or those that are named in full."""
    from tracker.cli.ledgers import with_parts
    from tracker.reports import statements
    from tracker.reports.tables import render

    keys, known = app.read(
        lambda connection: with_parts(connection, names, asked.known_at)
    )
    ledgers = [each for each in known if each.key in keys]
    day, lang, form = asked.as_of, asked.lang, asked.form
    if names and form == "text":
        parts: dict[str | None, list[Target]] = defaultdict(list)
        for each in known:
            parts[each.target.labels.parent].append(each.target)
        return "\n".join(
            statements.in_full(each, day, lang, parts[each.key]) for each in ledgers
        )
    if names:
        rows = [
            row
            for each in ledgers
            for row in statements.statement_rows(each, day, lang)
        ]
        return render(rows, statements.STATEMENT_COLUMNS, form)
    shown = form in ("text", "markdown")
    told = statements.shown_row if shown else statements.list_row
    stated = (statements.stated_by(each.target, day) for each in ledgers)
    rows = [told(each, lang) for each in stated]
    return render(rows, statements.COLUMNS, form, statements.list_heads(lang))


def _deliver_totals(app: App, names: tuple[str, ...], asked: Asked) -> None:
    from tracker.cli.output import deliver
    from tracker.cli.totals import COLUMNS, total_rows
    from tracker.reports.tables import render

    if names or asked.known_at:
        raise click.UsageError(
            "--totals are those of all targets as they are known now; use `tracker "
            "status` for some of them, or with --known-at"
        )
    rows = app.read(lambda connection: total_rows(connection, asked.as_of))
    deliver(app, render(rows, COLUMNS, asked.form), asked.output)
