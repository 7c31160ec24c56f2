"""A whole import, as `tracker undo` shows it and takes it back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tracker.cli.app import App
from tracker.domain import Kind
from tracker.errors import RefusedError
from tracker.reports.numbers import figure, plain_spaces
from tracker.reports.phrases import say
from tracker.reports.phrases.undone import ROWS
from tracker.reports.words import TARGETS, counted

if TYPE_CHECKING:
    from datetime import date

    from tracker.ledger import Import, Ledger
    from tracker.progress.undoing import TakenBack
    from tracker.store.engine import Connection

# So many rows, and so many of those that others touched, are shown.
SHOWN = 3


class Whole(NamedTuple):
    """An import and what is there to be taken back of it.

    Attributes:
        rows: How many of its rows still count, of so many targets.
        restored: In the place of how many an earlier figure is put back.
        settled: Of how many there is nothing to take back any more.
        others: How many somebody else replaced or withdrew since.
        shown: The first rows, and of those of others the first ones, a line each.
    """

    made: Import
    rows: int
    targets: int
    restored: int
    settled: int
    others: int
    shown: tuple[tuple[str, ...], tuple[str, ...]]


class _Tally:
    """Counts what is taken back, ledger by ledger."""

    def __init__(self, made: Import, lang: str) -> None:
        self._made, self._lang = made, lang
        self._rows = self._targets = self._restored = self._settled = 0
        self._others = 0
        self._lines: list[str] = []
        self._names: list[str] = []

    def add(self, ledger: Ledger, taken: TakenBack) -> None:
        from tracker.reports.events import event_line

        self._rows += len(taken.new)
        self._targets += bool(taken.new)
        self._restored += sum(each.kind is not Kind.WITHDRAWAL for each in taken.new)
        self._settled += taken.settled
        self._others += len(taken.others)
        room = SHOWN - len(self._lines)
        self._lines += [
            event_line(ledger, each, self._lang) for each in taken.standing[:room]
        ]
        room = SHOWN - len(self._names)
        self._names += [
            f"{ledger.key}#{each.seq} ({by.author}, #{by.seq})"
            for each, by in taken.others[:room]
        ]

    def whole(self) -> Whole:
        return Whole(
            self._made,
            self._rows,
            self._targets,
            self._restored,
            self._settled,
            self._others,
            (tuple(self._lines), tuple(self._names)),
        )


def looked_at(connection: Connection, made: Import, lang: str) -> Whole:
    """What there is to take back of an import."""
    from tracker.store import imports

    tally = _Tally(made, lang)
    keys = imports.targets(connection, made.recorded_at)
    for batch in _in_turn(connection, keys, made, ""):
        for ledger, taken in batch:
            tally.add(ledger, taken)
    return tally.whole()


def take_back(
    app: App, connection: Connection, shown: Whole, reason: str, lang: str
) -> None:
    """Takes back all of an import that was shown.

    Raises:
        RefusedError: Something came in since, or stands in the way of what is put
            back.
    """
    from tracker.ledger import fact_of
    from tracker.store import imports, load, turns

    made = shown.made
    keys = imports.targets(connection, made.recorded_at)
    turns.take(connection, keys)
    at, tally = app.moment(connection), _Tally(made, lang)
    with load.loading(connection, shown.rows):
        for batch in _in_turn(connection, keys, made, reason):
            for ledger, taken in batch:
                tally.add(ledger, taken)
                _refuse_unfit(ledger, taken, app.today)
            new = [(ledger, [*map(fact_of, taken.new)]) for ledger, taken in batch]
            load.add_facts(connection, new, at)
        if tally.whole() != shown:
            raise RefusedError(
                f"rows of {made.name} were replaced or withdrawn since it was shown; "
                "run `tracker undo` again"
            )


def lines(whole: Whole, lang: str) -> Iterator[str]:
    """What is shown before it is taken back."""
    rows, names = whole.shown
    yield told("undo-import", whole, lang)
    yield from (f"  {each}" for each in rows)
    if whole.rows > len(rows):
        yield f"  {_counts('undo-more', whole.rows - len(rows), lang)}"
    if whole.restored:
        yield _counts("undo-restores", whole.restored, lang)
    if names:
        spared = ", ".join(names)
        if whole.others > len(names):
            more = _counts("undo-more", whole.others - len(names), lang)
            spared = f"{spared} {more}"
        yield say("undo-others", lang, names=spared)


def told(phrase: str, whole: Whole, lang: str) -> str:
    """What is there, asked or done: the file, its author and moment, and how much."""
    filled = say(
        phrase,
        lang,
        name=whole.made.name,
        author=whole.made.author,
        moment=f"{whole.made.recorded_at:%Y-%m-%d %H:%M:%SZ}",
        rows=counted(whole.rows, ROWS, lang),
        targets=counted(whole.targets, TARGETS, lang),
    )
    return plain_spaces(filled)


def _in_turn(
    connection: Connection, keys: Sequence[str], made: Import, reason: str
) -> Iterator[list[tuple[Ledger, TakenBack]]]:
    """The ledgers of an import, some at a time, with what takes it back in each."""
    from tracker.cli.batches import batches
    from tracker.progress.undoing import taking_back
    from tracker.store import read

    for some in batches(keys):
        yield [
            (ledger, taking_back(ledger, made.recorded_at, made.author, reason))
            for ledger in read.ledgers(connection, some)
        ]


def _refuse_unfit(ledger: Ledger, taken: TakenBack, today: date) -> None:
    """Refuses to put figures back that contradict what came in since.

    Raises:
        RefusedError: With the first of them; whether it falls is no matter.
    """
    from tracker.cli import items
    from tracker.progress.admission import refusals
    from tracker.progress.items import item_refusals

    if all(each.kind is Kind.WITHDRAWAL for each in taken.new):
        return
    first = len(ledger.actuals) + 1
    new = [replace(each, seq=seq) for seq, each in enumerate(taken.new, start=first)]
    seqs = [each.seq for each in new]
    for refusal in refusals(ledger, new, today, seqs):
        raise RefusedError(f"{ledger.key}: {refusal.message}; nothing was taken back")
    for each in item_refusals(ledger, new, seqs):
        why = items.told(ledger.key, new[each.seq - first], each, "")
        raise RefusedError(f"{ledger.key}: {why}; nothing was taken back")


def _counts(phrase: str, count: int, lang: str) -> str:
    return plain_spaces(say(phrase, lang, count=figure(count, lang)))
