"""tracker undo."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

import click

from tracker.cli.app import App, pass_app, tell
from tracker.cli.options import author_option, lang_option
from tracker.errors import RefusedError

if TYPE_CHECKING:
    from tracker.cli.undo_import import Whole
    from tracker.ledger import Import, Ledger
    from tracker.progress.undoing import Last
    from tracker.store.engine import Connection


class Step(NamedTuple):
    """What somebody did last.

    Attributes:
        apart: The moments of their imports, whose rows are no entries by themselves.
        unsure: Why it may be a row of an import, and not all of it is taken back.
    """

    done: Last | Whole
    author: str
    apart: Collection[datetime] = ()
    unsure: str | None = None


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

    Of an import all rows are taken back, or none. Then import the mended file with
    --again: what was withdrawn is not recorded once more without it. With TARGET it
    is one row: the last one of that target, of an import too.

    \b
    Example:
      tracker record camp-vouchers 1300 --on 2024-07-01
      tracker undo camp-vouchers --yes
      tracker import seeds/actuals.csv
      tracker undo --yes --reason "the wrong file"
    """
    from tracker import entry
    from tracker.progress.undoing import Last

    why = entry.text(reason, "reason") or "undone"

    def found(connection: Connection) -> Step:
        who = app.author(connection, author)
        if target:
            return _last_of(connection, target, who)
        return _last_step(connection, who, lang)

    step = app.read(found)
    if isinstance(step.done, Last):
        _undo_entry(app, step, step.done, why, lang=lang, yes=yes)
    else:
        _undo_import(app, step.done, why, lang=lang, yes=yes)


def _last_of(connection: Connection, target: str, author: str) -> Step:
    from tracker.cli.ledgers import ledgers_named
    from tracker.progress.undoing import last_by

    last = last_by(ledgers_named(connection, [target]), author)
    if last is None:
        raise _nothing_of(author)
    return Step(last, author)


def _last_step(connection: Connection, author: str, lang: str) -> Step:
    """The entry or the import that somebody recorded last and that still counts.

    Raises:
        RefusedError: There is none, or somebody else replaced or withdrew it.
    """
    from tracker.cli.undo_import import looked_at
    from tracker.progress.undoing import last_by
    from tracker.store import imports, read

    made = imports.by(connection, author)
    sure = [each for each, rows in made if rows == each.stored]
    apart = frozenset(each.recorded_at for each in sure)
    for each in (*sure, None):
        after = each.recorded_at if each else None
        keys = read.keys_by(connection, author, after, apart)
        ledgers = read.ledgers(connection, keys)
        if last := last_by(ledgers, author, after, apart):
            return Step(last, author, apart, _unsure(last, made))
        whole = looked_at(connection, each, lang) if each else None
        if whole and whole.rows:
            return Step(whole, author)
        if whole and not whole.settled:
            raise RefusedError(
                f"others replaced or withdrew all rows of {whole.made.name}, which "
                f"{author} imported last; `tracker history` shows what counts"
            )
    raise _nothing_of(author)


def _nothing_of(author: str) -> RefusedError:
    return RefusedError(
        f"nothing that {author} recorded counts any more; name another one with "
        "--author, or see `tracker history`"
    )


def _unsure(last: Last, made: list[tuple[Import, int]]) -> str | None:
    """That an entry may belong to an import of which it is not sure what does."""
    ledger, entry = last
    # With a clock that was set back it has the moment of the row before it.
    late = any(
        each.recorded_at == entry.recorded_at and each.seq == entry.seq - 1
        for each in ledger.actuals
    )
    for each, rows in made:
        mine = each.recorded_at == entry.recorded_at or (late and rows < each.stored)
        if rows != each.stored and mine:
            return (
                f"{last.name} may be a row of {each.name}, imported on "
                f"{each.recorded_at:%Y-%m-%d %H:%M} UTC; which rows are, cannot be "
                f"told ({rows:,} carry its moment and {each.stored:,} were recorded), "
                "so they are taken back one at a time"
            )
    return None


def _undo_import(app: App, whole: Whole, reason: str, *, lang: str, yes: bool) -> None:
    from tracker.cli import undo_import
    from tracker.reports.phrases import say

    name = whole.made.name
    tell("\n".join(undo_import.lines(whole, lang)), err=True)
    question = undo_import.told("undo-import-question", whole, lang)
    _ask(question, (f"{name} back", f"{name} still counts"), yes=yes)
    app.write(
        lambda connection: undo_import.take_back(app, connection, whole, reason, lang)
    )
    tell(undo_import.told("undo-import-done", whole, lang))
    if whole.rows > whole.restored:
        tell(say("undo-again", lang), err=True)


def _undo_entry(
    app: App, step: Step, last: Last, reason: str, *, lang: str, yes: bool
) -> None:
    from tracker.reports.events import event_line
    from tracker.reports.phrases import say
    from tracker.reports.receipts import receipt

    if step.unsure:
        tell(f"Warning: {step.unsure}", err=True)
    click.echo(event_line(last.ledger, last.entry, lang), err=True)
    phrase = "undo-put-back" if last.entry.replaces else "undo-question"
    question = say(phrase, lang, name=last.name, other=f"#{last.entry.replaces}")
    _ask(question, (f"{last.name} back", f"{last.name} still counts"), yes=yes)
    ledger = app.write(
        lambda connection: _taken_back(app, connection, step, last, reason)
    )
    click.echo(receipt(ledger, ledger.actuals[-1], lang))


def _ask(question: str, told: tuple[str, str], *, yes: bool) -> None:
    """Asks on a terminal, unless the answer was given.

    Args:
        told: What is to be taken, and what is so if it is not.

    Raises:
        RefusedError: It is not to be taken back, or nobody can be asked.
    """
    from tracker.cli.output import can_ask

    if yes:
        return
    if not can_ask():
        raise RefusedError(f"nothing was taken back; give --yes to take {told[0]}")
    if not click.confirm(question, err=True):
        raise RefusedError(f"nothing was taken back; {told[1]}")


def _taken_back(
    app: App, connection: Connection, step: Step, shown: Last, reason: str
) -> Ledger:
    """The ledger without the entry that was shown.

    Raises:
        RefusedError: Something came in since it was shown.
    """
    from tracker.cli.ledgers import append, ledger_to_add_to
    from tracker.progress.undoing import last_by, undoing

    ledger = ledger_to_add_to(connection, shown.ledger.key)
    last = last_by([ledger], step.author, apart=step.apart)
    if last is None or last.entry != shown.entry:
        raise RefusedError(
            f"{ledger.key} is not what it was when {shown.name} was shown; run "
            "`tracker undo` again"
        )
    # What was put back had been admitted once, whatever it falls below.
    new = undoing(last, step.author, reason)
    return append(app, connection, last.ledger, new, force=True, new_item=True)
