"""tracker status."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.app import App, pass_app
from tracker.cli.options import GROUPINGS, RATINGS, Asked, report_options

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date, datetime

    from tracker.cli.output import Draft
    from tracker.progress.rating import Rating
    from tracker.progress.status import Status
    from tracker.reports.report import Report
    from tracker.store.engine import Connection

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
@click.option("--no-forecast", is_flag=True, help="Leave the forecasts out: quicker.")
@pass_app
def status(
    app: App,
    /,
    targets: tuple[str, ...],
    asked: Asked,
    fail_on: tuple[str, ...],
    **table: Any,
) -> None:
    """Print where each target stands.

    Where there are reports to forecast from: with the chance that the goal is met on
    its day, and the month by which it is met with 50%.

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

    if table["by"] and table["methods"]:
        raise click.UsageError("--by and --methods are two tables; give one of them")
    wanted = [Rating(each) for each in fail_on]
    found: list[str] = []

    def looked_at(statuses: Iterable[Status]) -> Iterator[Status]:
        found.clear()
        for each in statuses:
            if any(each.rating.is_as_bad_as(rating) for rating in wanted):
                found.append(each.target.key)
            yield each

    if asked.form in ("json", "csv") and not table["by"]:
        forecasts = not table["no_forecast"]
        text = _in_turn(app, targets, asked, looked_at, forecasts=forecasts)
        deliver(app, text, asked.output)
    else:
        deliver(app, _at_once(app, targets, asked, looked_at, **table), asked.output)
    if found:
        click.echo(f"{' or '.join(fail_on)}, or worse: {', '.join(found)}", err=True)
        click.get_current_context().exit(1)


def briefly(
    app: App,
    names: tuple[str, ...],
    as_of: date,
    known_at: datetime | None = None,
    **which: bool,
) -> tuple[Status, ...]:
    """What tables tell of the targets named, or of all, in the order of the file.

    Args:
        which: As `statuses_in_turn` takes it.
    """
    return app.read(
        lambda connection: _brief(connection, names, as_of, known_at, **which)
    )


def _brief(
    connection: Connection,
    names: tuple[str, ...],
    as_of: date,
    known_at: datetime | None,
    **which: bool,
) -> tuple[Status, ...]:
    from tracker.cli.batches import statuses_in_turn

    found = statuses_in_turn(connection, names, as_of, known_at, **which)
    return tuple(each.brief() for each in found)


def statuses_and_head(
    app: App,
    names: tuple[str, ...],
    as_of: date,
    known_at: datetime | None,
    *,
    parts_too: bool = False,
) -> tuple[tuple[Status, ...], str | None]:
    """The statuses of the targets named, or of all, with all that is behind them.

    Args:
        parts_too: Those of their parts, of the parts of these, and so on, as well.

    Returns:
        In the order of the file, and the head of all ledgers in the state that was
        read; None where nothing had been recorded.
    """
    from tracker.cli.ledgers import with_parts
    from tracker.progress.statuses import statuses
    from tracker.store.heads import head_digest

    (keys, ledgers), head = app.read(
        lambda connection: (
            with_parts(connection, names, known_at),
            head_digest(connection, known_at),
        )
    )
    found = statuses(ledgers, as_of)
    shown = found if parts_too else keys
    return tuple(found[key] for key in shown), head


def _at_once(
    app: App,
    names: tuple[str, ...],
    asked: Asked,
    looked_at: Callable[[Iterable[Status]], Iterator[Status]],
    **table: Any,
) -> str:
    """A report that all targets share; only the usual table tells forecasts."""
    by, methods = table["by"], table["methods"]
    if methods:
        days = (asked.as_of, asked.known_at)
        found, head = statuses_and_head(app, names, *days)
        return _with_methods(_report(looked_at(found), head, asked), asked)
    forecasts = not by and not table["no_forecast"]
    found, head = _briefly_and_head(
        app, names, asked, forecasts=forecasts, parts_too=by is not None
    )
    report = _report(looked_at(found), head, asked)
    return _grouped(report, by, asked) if by else _rendered(report, asked)


def _briefly_and_head(
    app: App, names: tuple[str, ...], asked: Asked, **which: bool
) -> tuple[tuple[Status, ...], str | None]:
    from tracker.store.heads import head_digest

    def work(connection: Connection) -> tuple[tuple[Status, ...], str | None]:
        head = head_digest(connection, asked.known_at)
        found = _brief(connection, names, asked.as_of, asked.known_at, **which)
        return found, head

    return app.read(work)


def _report(statuses: Iterable[Status], head: str | None, asked: Asked) -> Report:
    from tracker.reports.report import Report

    return Report(tuple(statuses), asked.as_of, asked.known_at, asked.lang, head)


def _in_turn(
    app: App,
    names: tuple[str, ...],
    asked: Asked,
    looked_at: Callable[[Iterable[Status]], Iterator[Status]],
    *,
    forecasts: bool,
) -> Draft:
    """A report for machines, made some targets at a time."""
    from tracker.cli.batches import statuses_in_turn
    from tracker.cli.output import Draft
    from tracker.reports import as_csv, as_json
    from tracker.store.heads import head_digest

    pieces = as_json.pieces if asked.form == "json" else as_csv.pieces

    def work(connection: Connection) -> Draft:
        head = head_digest(connection, asked.known_at)
        report = _report((), head, asked)
        found = statuses_in_turn(
            connection, names, asked.as_of, asked.known_at, forecasts=forecasts
        )
        return Draft(pieces(report, looked_at(found)))

    return app.read(work)


def _grouped(report: Report, by: str, asked: Asked) -> str:
    from tracker.cli.output import columns
    from tracker.reports.league import By
    from tracker.reports.league_table import render

    return render(report, By(by), asked.form, columns(asked.output))


def _with_methods(report: Report, asked: Asked) -> str:
    from tracker.cli.output import columns
    from tracker.reports import methods

    if asked.form == "markdown":
        return methods.render_markdown(report)
    return methods.render_text(report, columns(asked.output))


def _rendered(report: Report, asked: Asked) -> str:
    from tracker.cli.output import columns, is_terminal
    from tracker.reports import as_markdown, as_text

    if asked.form == "markdown":
        return as_markdown.render(report)
    coloured = is_terminal() and not asked.output and not os.environ.get("NO_COLOR")
    paint = _coloured if coloured else _plain
    return as_text.render(report, columns(asked.output), paint)


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
