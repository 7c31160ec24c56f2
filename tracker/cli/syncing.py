"""Bringing the store up to the file: what `init` and `sync` share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.catalogue.compare import Changes, compare, differences
from tracker.domain import Statement, Target
from tracker.errors import StatementConflictError
from tracker.ledger import Ledger
from tracker.progress.admission import refusals
from tracker.progress.totals import in_force
from tracker.reports.events import label_changes
from tracker.reports.numbers import figure
from tracker.store import read, turns, write
from tracker.store.write import Signature

if TYPE_CHECKING:
    from tracker.store.engine import Connection


def stored_changes(
    connection: Connection,
    file: Sequence[Target],
    by: Signature,
    erratum: str | None = None,
) -> Changes:
    """Stores what the file says and the store does not.

    Args:
        erratum: Why statements of a day already stored read differently now; None
            refuses that.

    Raises:
        StatementConflictError: The file says something else for a day.
    """
    turns.take_all(connection)
    ledgers = {each.key: each for each in read.ledgers(connection)}
    stored = {key: ledger.target for key, ledger in ledgers.items()}
    changes = compare(file, list(stored.values()))
    if erratum is not None:
        changes = _with_moved_days(changes, stored)
    if changes.conflicts and erratum is None:
        raise StatementConflictError(_conflict(changes))
    by_key = {each.key: each for each in file}
    for key in dict.fromkeys(key for key, _, _ in changes.conflicts):
        _refuse_other_measure(ledgers[key], by_key[key])
    _store(connection, changes, by_key, by, erratum)
    write.set_positions(connection, [each.key for each in file])
    return changes


def _store(
    connection: Connection,
    changes: Changes,
    file: Mapping[str, Target],
    by: Signature,
    erratum: str | None,
) -> None:
    places = {key: place for place, key in enumerate(file)}
    for target in changes.new:
        write.add_target(connection, target, places[target.key], by)
    for key, statement in changes.revisions:
        write.add_statement(connection, file[key], statement, by)
    for key, before, after in changes.conflicts:
        assert erratum is not None, "conflicts without an erratum are refused"
        day = before.stated
        write.add_erratum(connection, file[key], after, by, reason=erratum, of=day)
    # A statement carries its target's labels, so these need no row of their own.
    carried = {key for key, *_ in (*changes.revisions, *changes.conflicts)}
    for key, *_ in changes.relabelled:
        if key not in carried:
            write.relabel(connection, file[key], by)


def _with_moved_days(changes: Changes, stored: Mapping[str, Target]) -> Changes:
    """A statement whose day was mistyped is the same one, not gone and not new."""
    moved = []
    for key, after in changes.revisions:
        new = [each for each in changes.revisions if each[0] == key]
        gone = [day for each, day in changes.gone if each == key and day]
        if len(new) == len(gone) == 1:
            before = stored[key].in_force(gone[0])
            moved.append((key, before, after))
    keys = {key for key, _, _ in moved}
    return replace(
        changes,
        revisions=tuple(each for each in changes.revisions if each[0] not in keys),
        conflicts=(*changes.conflicts, *moved),
        gone=tuple(each for each in changes.gone if each[0] not in keys),
    )


def _refuse_other_measure(ledger: Ledger, target: Target) -> None:
    """An erratum puts a statement right; it makes no other target of it.

    Raises:
        StatementConflictError: The measure or period is another one, or what was
            recorded could not have been recorded under the new reading.
    """
    key, old, new = target.key, ledger.target.first, target.first
    if (old.measure, old.period) != (new.measure, new.period):
        raise StatementConflictError(
            f"{key}: the measure of a target never changes; state it under a new key"
        )
    counting = in_force(ledger.actuals)
    entries = tuple(
        replace(ledger.statements[0], seq=place, statement=each)
        for place, each in enumerate(target.statements, start=1)
    )
    read_anew = replace(ledger, statements=entries, actuals=())
    places = [each.seq for each in counting]
    for refusal in refusals(read_anew, counting, date.max, places):
        raise StatementConflictError(
            f"{key}#{refusal.seq} does not fit what the file says now: "
            f"{refusal.message}; correct or withdraw it first"
        )


def told(changes: Changes, file: Path) -> list[str]:
    """What was new, a line each."""
    lines = [
        f"new target    {each.key}: {_goal(each.first)}, "
        f"stated {each.first.stated}{_restated(each)}"
        for each in changes.new
    ]
    lines += [
        f"new revision  {key}: {_goal(statement)}, stated {statement.stated}"
        for key, statement in changes.revisions
    ]
    lines += [
        f"erratum       {key} of {old.stated}: {'; '.join(differences(old, new))}"
        for key, old, new in changes.conflicts
    ]
    lines += [
        f"relabelled    {key}: {', '.join(label_changes(old, new))}"
        for key, old, new in changes.relabelled
    ]
    if not lines:
        lines.append(f"nothing new in {file.name}")
    lines += [
        f"kept          {key}{f' of {day}' if day else ''}: no longer in {file.name}, "
        "and still in the database, where no promise is ever lost"
        for key, day in changes.gone
    ]
    return lines


def _conflict(changes: Changes) -> str:
    said = [
        f"{key} of {old.stated}: {'; '.join(differences(old, new))}"
        for key, old, new in changes.conflicts
    ]
    return "\n".join(
        [
            "the file now says something else for a day that is stored; add a "
            "[[...revisions]] with its own day if the promise changed, or run "
            "`tracker sync --erratum REASON` if it was mistyped:",
            *said,
        ]
    )


def _goal(statement: Statement) -> str:
    value = figure(statement.goal.value, "en")
    unit = statement.unit.get("en") or next(iter(statement.unit.values()), {})
    due = f" by {statement.goal.by}" if statement.goal.by else ", undated"
    if statement.period:
        due = f" every {statement.period}{due if statement.goal.by else ''}"
    what = f"{value} {unit['other']}" if unit else "done"
    if statement.held:
        side = "less" if statement.direction == "decrease" else "more"
        what = f"keep at {what} or {side}"
    return what + due


def _restated(target: Target) -> str:
    later = [
        f"; {_goal(each)}, restated {each.stated}" for each in target.statements[1:]
    ]
    return "".join(later)
