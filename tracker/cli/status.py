"""tracker status."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from tracker.cli.app import App, pass_app
from tracker.cli.options import RATINGS, Asked, report_options

if TYPE_CHECKING:
    from datetime import date, datetime

    from tracker.progress.rating import Rating
    from tracker.progress.status import Status
    from tracker.reports.report import Report

# Columns of a report that is written to a file, in which no title is cut.
WIDE_FILE = 140

# Colours of 256 that are told apart without red against green.
_BLUE, _ORANGE, _BROWN = 32, 172, 130


@click.command()
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@report_options
@click.option(
    "--fail-on",
    type=click.Choice(RATINGS),
    metavar="RATING",
    multiple=True,
    help="Exit with 1 if a target has this rating or a worse one (achieved, on-track, "
    "at-risk, off-track, missed); the others count only when named. Repeatable.",
)
@pass_app
def status(
    app: App, /, targets: tuple[str, ...], asked: Asked, fail_on: tuple[str, ...]
) -> None:
    """Print where each target stands.

    \b
    Example:
      tracker status
      tracker status comfortable-schools --as-of 2024-12-31 --lang kk
      tracker status --format json -o status.json --fail-on off-track
    """
    from tracker.cli.output import deliver
    from tracker.progress.rating import Rating
    from tracker.reports.report import Report

    statuses, head = statuses_and_head(app, targets, asked.as_of, asked.known_at)
    report = Report(statuses, asked.as_of, asked.known_at, asked.lang, head)
    plain = asked.output is not None
    deliver(app, _rendered(report, asked.form, plain=plain), asked.output)
    wanted = [Rating(each) for each in fail_on]
    found = [
        each.target.key
        for each in statuses
        if any(each.rating.is_as_bad_as(rating) for rating in wanted)
    ]
    if found:
        click.echo(f"{' or '.join(fail_on)}, or worse: {', '.join(found)}", err=True)
        click.get_current_context().exit(1)


def statuses_of(
    app: App, names: tuple[str, ...], as_of: date, known_at: datetime | None
) -> tuple[Status, ...]:
    """The statuses of the targets named, or of all, in the order of the file."""
    return statuses_and_head(app, names, as_of, known_at)[0]


def statuses_and_head(
    app: App, names: tuple[str, ...], as_of: date, known_at: datetime | None
) -> tuple[tuple[Status, ...], str | None]:
    """The same, with the head of all ledgers in the state that was read.

    It is None where nothing had been recorded.
    """
    from tracker.cli.ledgers import with_parts
    from tracker.progress.statuses import statuses
    from tracker.store.heads import head

    with app.reading() as connection:
        keys, ledgers = with_parts(connection, names, known_at)
        ends = head(connection, known_at)
    found = statuses(ledgers, as_of)
    return tuple(found[key] for key in keys), ends.digest if ends.ends else None


def _rendered(report: Report, form: str, *, plain: bool) -> str:
    from tracker.reports import as_csv, as_json, as_markdown, as_text

    match form:
        case "json":
            return as_json.render(report)
        case "csv":
            return as_csv.render(report)
        case "markdown":
            return as_markdown.render(report)
    from tracker.cli.output import columns, is_terminal

    coloured = is_terminal() and not plain and not os.environ.get("NO_COLOR")
    wide = columns(WIDE_FILE if plain else 80)
    return as_text.render(report, wide, _coloured if coloured else _plain)


def _plain(rating: Rating, text: str) -> str:  # noqa: ARG001  # a Paint
    return text


def _coloured(rating: Rating, text: str) -> str:
    match rating:
        case "achieved" | "on-track":
            return click.style(text, fg=_BLUE)
        case "at-risk":
            return click.style(text, fg=_ORANGE, bold=True)
        case "off-track" | "missed":
            return click.style(text, fg=_BROWN, bold=True)
    return click.style(text, dim=True)
