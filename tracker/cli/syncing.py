"""Bringing the store up to the file: what `init` and `sync` share."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.catalogue.compare import Changes, compare, differences
from tracker.domain import Labels, Statement, Target
from tracker.errors import StatementConflictError
from tracker.reports.numbers import figure
from tracker.store import read, write
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
    changes = compare(file, [each.target for each in read.ledgers(connection)])
    if changes.conflicts and erratum is None:
        raise StatementConflictError(_conflict(changes))
    by_key = {each.key: each for each in file}
    for position, target in enumerate(file):
        if target in changes.new:
            write.add_target(connection, target, position, by)
    written = set()
    for key, statement in changes.revisions:
        write.add_statement(connection, key, statement, by_key[key].labels, by)
        written.add(key)
    for key, _, after in changes.conflicts:
        assert erratum is not None, "refused above"
        labels = by_key[key].labels
        write.add_erratum(connection, key, after, labels, by, reason=erratum)
        written.add(key)
    for key, _, labels in changes.relabelled:
        if key not in written:
            last = by_key[key].statements[-1]
            write.relabel(connection, key, last, labels, by)
    write.set_positions(connection, [each.key for each in file])
    return changes


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
        f"relabelled    {key}: {', '.join(_relabelled(old, new))}"
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


def _relabelled(old: Labels, new: Labels) -> list[str]:
    before, after = vars(old), vars(new)
    return [
        f"{name} {_label(before[name])} -> {_label(after[name])}"
        for name in after
        if before[name] != after[name]
    ]


def _label(value: object) -> str:
    if isinstance(value, dict):
        return " / ".join(value.values())
    return "none" if value is None else str(value)
