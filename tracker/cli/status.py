"""tracker status."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from tracker.cli.app import App, pass_app
from tracker.cli.options import GROUPINGS, RATINGS, Asked, report_options

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
@click.option(
    "--by",
    type=click.Choice(GROUPINGS),
    help="One line an area, programme, owner or parent, the worst first.",
)
@click.option(
    "--methods",
    is_flag=True,
    help="Our rating beside four official methods, as text or markdown (json and csv "
    "always hold them).",
)
@pass_app
def status(
    app: App,
    /,
    targets: tuple[str, ...],
    asked: Asked,
    fail_on: tuple[str, ...],
    by: str | None,
    methods: bool,  # noqa: FBT001  # click hands it on by name
) -> None:
    """Print where each target stands.

    \b
    Example:
      tracker status
      tracker status comfortable-schools --as-of 2024-12-31 --lang kk
      tracker status --by programme --as-of 2024-12-31
      tracker status --methods --as-of 2024-12-31
      tracker status --format json -o status.json --fail-on off-track
    """
    from tracker.cli.output import deliver
    from tracker.progress.rating import Rating
    from tracker.reports.report import Report

    if by and methods:
        raise click.UsageError("--by and --methods are two tables; give one of them")
    statuses = statuses_of(app, targets, asked.as_of, asked.known_at)
    report = Report(statuses, asked.as_of, asked.known_at, asked.lang)
    if by:
        text = _grouped(report, by, asked)
    else:
        text = (_with_methods if methods else _rendered)(report, asked)
    deliver(app, text, asked.output)
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
    from tracker.cli.ledgers import with_parts
    from tracker.progress.statuses import statuses

    keys, ledgers = with_parts(app, names, known_at)
    found = statuses(ledgers, as_of)
    return tuple(found[key] for key in keys)


def _rendered(report: Report, asked: Asked) -> str:
    from tracker.reports import as_csv, as_json, as_markdown, as_text

    match asked.form:
        case "json":
            return as_json.render(report)
        case "csv":
            return as_csv.render(report)
        case "markdown":
            return as_markdown.render(report)
    from tracker.cli.output import is_terminal

    coloured = is_terminal() and not asked.output and not os.environ.get("NO_COLOR")
    return as_text.render(report, _columns(asked), _coloured if coloured else _plain)


def _with_methods(report: Report, asked: Asked) -> str:
    from tracker.reports import methods

    match asked.form:
        case "text":
            return methods.render_text(report, _columns(asked))
        case "markdown":
            return methods.render_markdown(report)
    return _rendered(report, asked)


def _grouped(report: Report, by: str, asked: Asked) -> str:
    from tracker.reports.league import By
    from tracker.reports.league_table import render

    return render(report, By(by), asked.form, _columns(asked))


def _columns(asked: Asked) -> int:
    from tracker.cli.output import columns

    return columns(WIDE_FILE if asked.output else 80)


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
