"""tracker undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.app import App, pass_app
from tracker.cli.options import author_option, lang_option
from tracker.errors import RefusedError

if TYPE_CHECKING:
    from tracker.ledger import Ledger
    from tracker.progress.undoing import Last
    from tracker.store.engine import Connection


@click.command()
@click.argument("target", required=False)
@click.option("--yes", is_flag=True, help="Take it back without a question.")
@click.option("--reason", metavar="TEXT", default="undone", help="Why [undone].")
@author_option
@lang_option
@pass_app
def undo(
    app: App,
    /,
    target: str | None,
    reason: str,
    author: str | None,
    *,
    lang: str,
    yes: bool,
) -> None:
    """Take back what you recorded last.

    It is shown first. A figure is withdrawn; in the place of a correction the figure
    that it replaced is put back. Nothing is deleted: the history shows both. What
    somebody else has replaced since is left alone.

    \b
    Example:
      tracker record camp-vouchers 1300 --on 2024-07-01
      tracker undo camp-vouchers --yes
    """
    from tracker import entry
    from tracker.reports.receipts import receipt

    why = entry.text(reason, "reason") or "undone"

    def found(connection: Connection) -> tuple[Last, str]:
        who = app.author(connection, author)
        return _last(connection, target, who), who

    last, who = app.read(found)
    _ask(last, lang, yes=yes)
    ledger = app.write(
        lambda connection: _taken_back(app, connection, last, (who, why))
    )
    click.echo(receipt(ledger, ledger.actuals[-1], lang))


def _last(connection: Connection, target: str | None, author: str) -> Last:
    from tracker.cli.ledgers import ledgers_named
    from tracker.progress.undoing import last_by

    return last_by(ledgers_named(connection, [target] if target else []), author)


def _ask(last: Last, lang: str, *, yes: bool) -> None:
    """Shows the entry, and asks about it on a terminal.

    Raises:
        RefusedError: It is not to be taken back, or nobody can be asked.
    """
    from tracker.cli.output import can_ask
    from tracker.reports.events import event_line
    from tracker.reports.phrases import say

    click.echo(event_line(last.ledger, last.entry, lang), err=True)
    if yes:
        return
    if not can_ask():
        raise RefusedError(
            f"nothing was taken back; give --yes to take {last.name} back"
        )
    other = f"#{last.entry.replaces}"
    phrase = "undo-put-back" if last.entry.replaces else "undo-question"
    if not click.confirm(say(phrase, lang, name=last.name, other=other), err=True):
        raise RefusedError(f"nothing was taken back; {last.name} still counts")


def _taken_back(
    app: App, connection: Connection, shown: Last, by: tuple[str, str]
) -> Ledger:
    """The ledger without the entry that was shown.

    Args:
        by: Author and reason.

    Raises:
        RefusedError: Something came in since it was shown.
    """
    from tracker.cli.ledgers import append, ledger_to_add_to
    from tracker.progress.undoing import last_by, undoing

    last = last_by([ledger_to_add_to(connection, shown.ledger.key)], by[0])
    if last.entry != shown.entry:
        raise RefusedError(
            f"{last.name} came in since {shown.name} was shown; run `tracker undo` "
            "again"
        )
    # What was put back had been admitted once, whatever it falls below.
    new = undoing(last, *by)
    return append(app, connection, last.ledger, new, force=True, new_item=True)
