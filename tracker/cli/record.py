"""tracker record."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from tracker.cli.app import App, pass_app
from tracker.cli.options import Given, entry_options
from tracker.domain import Actual, Evidence, Kind, Measure
from tracker.ledger import Ledger

if TYPE_CHECKING:
    from tracker.store.engine import Connection

_NEGATIVE = re.compile(r"-[0-9.,][0-9 .,\u00a0]*")


class ValueCommand(click.Command):
    """A command whose VALUE may begin with a minus, which is no option then."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        signed = [
            f"\u2212{each[1:]}" if _NEGATIVE.fullmatch(each) else each for each in args
        ]
        return super().parse_args(ctx, signed)


@click.command(cls=ValueCommand)
@click.argument("target")
@click.argument("value")
@entry_options
@click.option("--force", is_flag=True, help="Record a total that falls all the same.")
@click.option("--reason", metavar="TEXT", help="Why it is recorded all the same.")
@pass_app
def record(
    app: App,
    /,
    target: str,
    value: str,
    given: Given,
    *,
    force: bool,
    reason: str | None,
) -> None:
    """Record what was reported of a target.

    VALUE is a total (98), so many more (+12, or -12 for a target that goes down), a
    reading (45.5) of a level, or `done` or `not-done` for a milestone.

    \b
    Example:
      tracker record comfortable-schools 110 --on 2025-03-31 --source "Press release"
      tracker record camp-vouchers +250 --on 2024-06-15 --evidence documented
      tracker record comfortable-schools +0 --item "School no. 142, Turkistan"
      tracker record preschool-database done
    """
    from tracker import entry
    from tracker.cli.items import asking
    from tracker.cli.ledgers import append, ledger_to_add_to
    from tracker.reports.receipts import receipt

    reason = entry.text(reason, "reason")
    if force != bool(reason):
        raise click.UsageError("--force and --reason go together; give both or neither")
    drafted = _drafted(app, value, given, reason)

    def stored(*, new_item: bool) -> Ledger:
        def work(connection: Connection) -> Ledger:
            ledger = ledger_to_add_to(connection, target)
            signed = replace(drafted, author=app.author(connection, given.author))
            new = as_reading(ledger, signed)
            _refuse_said_again(ledger, new)
            return append(app, connection, ledger, new, force=force, new_item=new_item)

        return app.write(work)

    ledger = asking(stored, given.lang, new_item=given.new_item)
    click.echo(receipt(ledger, ledger.actuals[-1], given.lang))


def _drafted(app: App, typed: str, given: Given, reason: str | None) -> Actual:
    from tracker import entry

    kind, value = entry.value(typed)
    return Actual(
        seq=0,
        on=given.on or app.today,
        kind=kind,
        value=value,
        evidence=Evidence(given.evidence or Evidence.CLAIMED),
        item=entry.text(given.item, "item"),
        source=entry.text(given.source, "source"),
        url=entry.text(given.url, "URL"),
        note=entry.text(given.note, "note"),
        reason=reason,
    )


def as_reading(ledger: Ledger, new: Actual) -> Actual:
    """`-5` is so many less, but of a level that may be negative the reading -5."""
    if ledger.target.measure is not Measure.LEVEL or new.kind is not Kind.INCREMENT:
        return new
    assert new.value is not None, "an increment has a value"
    reading = new.value < 0 and _may_be_negative(ledger)
    return replace(new, kind=Kind.TOTAL) if reading else new


def _may_be_negative(ledger: Ledger) -> bool:
    """Whether anything stated or reported of a level lies below 0."""
    stated = [
        value
        for each in ledger.target.statements
        for value in (each.start, each.goal.value, each.lower)
    ]
    reported = [each.value for each in ledger.actuals]
    return any(value is not None and value < 0 for value in (*stated, *reported))


def _refuse_said_again(ledger: Ledger, new: Actual) -> None:
    from tracker.errors import RefusedError
    from tracker.progress.admission import same_figure
    from tracker.progress.totals import in_force

    there = same_figure(in_force(ledger.actuals), new)
    # An item that is counted already is told as such when it is stored.
    if there and not new.item:
        raise RefusedError(
            f"{ledger.key}#{there.seq} already says so, for the same day and source; "
            "name the --source or --item if this is another report, or "
            f"run `tracker correct {ledger.key}#{there.seq}` to say more of it"
        )
