"""tracker next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.app import App, pass_app
from tracker.cli.options import Ahead, Asked, report_options_with
from tracker.periods import STOCKTAKE, Stretch

if TYPE_CHECKING:
    from tracker.reports.due import Agenda


@click.command("next")
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@click.option(
    "--within",
    type=Ahead(),
    default=STOCKTAKE,
    metavar="STRETCH",
    help="How far ahead: 90d, 12w, 3m, 1y. What is overdue is always listed "
    f"[{STOCKTAKE.months}m].",
)
@report_options_with("ics")
@pass_app
def next_(app: App, /, targets: tuple[str, ...], within: Stretch, asked: Asked) -> None:
    """List what falls due, soonest first.

    Reports, checkpoints and goals that are not in or not met, what is overdue before
    all others, with what is still missing to each, and how much of it a month. A
    report is due for each month, quarter or year of `report_every`, by its last day.

    \b
    Example:
      tracker next
      tracker next --within 1y
      tracker next comfortable-schools --as-of 2024-06-01
      tracker next --format ics -o due.ics
    """
    from tracker.cli.output import deliver
    from tracker.cli.status import briefly
    from tracker.progress.due import due_by
    from tracker.reports.due import Agenda

    statuses = briefly(app, targets, asked.as_of, asked.known_at)
    until = within.after(asked.as_of)
    agenda = Agenda(
        dues=due_by(statuses, until),
        statuses=statuses,
        as_of=asked.as_of,
        until=until,
        known_at=asked.known_at,
        lang=asked.lang,
    )
    deliver(app, _rendered(agenda, asked), asked.output)


def _rendered(agenda: Agenda, asked: Asked) -> str:
    from tracker.cli.output import columns
    from tracker.reports import due, tables

    match asked.form:
        case "ics":
            from tracker.reports import as_ics

            return as_ics.render(agenda)
        case "markdown":
            return due.markdown(agenda)
        case "text":
            return due.text(agenda, columns(asked.output))
    return tables.render(due.rows(agenda), due.COLUMNS, asked.form)
