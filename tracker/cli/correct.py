"""tracker correct and tracker withdraw."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from tracker.cli.app import App, pass_app
from tracker.cli.options import Given, author_option, entry_options, lang_option
from tracker.cli.record import ValueCommand, as_reading
from tracker.domain import Actual, Evidence, Kind
from tracker.errors import RefusedError
from tracker.ledger import Ledger
from tracker.progress.admission import MILESTONE_KINDS

if TYPE_CHECKING:
    from tracker.store.engine import Connection


@click.command(cls=ValueCommand)
@click.argument("name", metavar="KEY#N")
@click.argument("value")
@entry_options
@click.option("--reason", metavar="TEXT", required=True, help="What was wrong.")
@click.option("--force", is_flag=True, help="Take a total that falls all the same.")
@pass_app
def correct(
    app: App,
    /,
    name: str,
    value: str,
    given: Given,
    *,
    reason: str,
    force: bool,
) -> None:
    """Put another figure in the place of a wrong one.

    The wrong one is kept and shown. What is not given stays as it was: day, evidence,
    source, URL, item and note; an empty "" clears it.

    \b
    Example:
      tracker correct comfortable-schools#1 104 --reason "one counted twice"
    """
    from tracker.cli.items import asking
    from tracker.cli.ledgers import append, entry_named
    from tracker.reports.receipts import receipt

    said_why = _needed(reason, "reason")

    def stored(*, new_item: bool) -> Ledger:
        def work(connection: Connection) -> Ledger:
            ledger, wrong = entry_named(connection, name)
            author = app.author(connection, given.author)
            new = _corrected(ledger, replace(wrong, author=author), value, given)
            new = replace(new, reason=said_why)
            return append(app, connection, ledger, new, force=force, new_item=new_item)

        return app.write(work)

    ledger = asking(stored, given.lang, new_item=given.new_item)
    click.echo(receipt(ledger, ledger.actuals[-1], given.lang))


@click.command()
@click.argument("name", metavar="KEY#N")
@click.option("--reason", metavar="TEXT", required=True, help="What was wrong.")
@author_option
@lang_option
@pass_app
def withdraw(app: App, name: str, reason: str, author: str | None, lang: str) -> None:
    """Take a figure back.

    It is kept and shown, and no longer counts.

    \b
    Example:
      tracker withdraw camp-vouchers#2 --reason "belongs to another programme"
    """
    from tracker.cli.ledgers import append, entry_named
    from tracker.reports.receipts import receipt

    def work(connection: Connection) -> Ledger:
        ledger, wrong = entry_named(connection, name)
        new = Actual(
            seq=0,
            on=wrong.on,
            kind=Kind.WITHDRAWAL,
            value=None,
            evidence=wrong.evidence,
            author=app.author(connection, author),
            replaces=wrong.seq,
            reason=_needed(reason, "reason"),
        )
        return append(app, connection, ledger, new)

    ledger = app.write(work)
    click.echo(receipt(ledger, ledger.actuals[-1], lang))


def _corrected(ledger: Ledger, wrong: Actual, typed: str, given: Given) -> Actual:
    """What is to stand in the place of a wrong entry, by the author of that one."""
    from tracker import entry

    name = f"{ledger.key}#{wrong.seq}"
    kind, value = entry.value(typed)
    new = as_reading(ledger, replace(wrong, kind=kind, value=value))
    both = {new.kind, wrong.kind}
    if len(both) > 1 and not both <= set(MILESTONE_KINDS):
        raise RefusedError(
            f"{name} is recorded as {wrong.kind}, {typed!r} is read as {kind}; write "
            f"it as {_example(wrong)}, or withdraw {name} and record the figure anew"
        )

    def told(field: str) -> str | None:
        """What was given, an empty text for nothing; else what it was."""
        text: str | None = getattr(given, field)
        old: str | None = getattr(wrong, field)
        return old if text is None else entry.text(text, field)

    new = replace(
        new,
        on=given.on or wrong.on,
        evidence=Evidence(given.evidence) if given.evidence else wrong.evidence,
        item=told("item"),
        source=told("source"),
        url=told("url"),
        note=told("note"),
    )
    if new == wrong:
        raise RefusedError(f"{name} says so already; nothing to correct")
    return replace(new, replaces=wrong.seq)


def _example(wrong: Actual) -> str:
    if wrong.kind in MILESTONE_KINDS:
        return "done or not-done"
    return "+12 or -12" if wrong.kind is Kind.INCREMENT else "98"


def _needed(typed: str, what: str) -> str:
    from tracker import entry

    text = entry.text(typed, what)
    if not text:
        raise RefusedError(f"the {what} is empty; say what was wrong")
    return text
