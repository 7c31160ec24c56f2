"""Everything a user can do wrong, each with its sentence and its exit code.

TrackerError                       exit 3: bad input or unknown name
├── ProblemsError                  several problems at once, each with its place
│   ├── CatalogueError             targets.toml
│   └── ActualsFileError           a file of actuals
├── EntryError                     a number, day or moment that cannot be read
├── UnknownTargetError             no target of that key
├── UnknownEntryError              no entry of that ledger name
├── RefusedError                   an actual that contradicts what is recorded
├── StatementConflictError         the file now says something else for one day
└── StoreError                     exit 4: the database
    ├── NoDatabaseError            missing or never set up
    ├── ForeignDatabaseError       not one of ours, or damaged
    ├── DatabaseVersionError       of another version
    ├── NotAllowedError            the server does not let this role do it
    ├── NoRoomError                no room for temporary files
    ├── OutcomeUnknownError        nobody knows whether it was stored
    └── DatabaseBusyError          locked, full, or not to be written
        └── RepeatableError        undone by the server; doing it again is safe
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Problem(NamedTuple):
    """One fault in a file: `where` is `targets.toml:42`, `message` names the remedy.

    Attributes:
        column: Of a table, by its name in tracker; None is the whole row or file.
    """

    where: str
    message: str
    column: str | None = None


class TrackerError(Exception):
    """A user's mistake: one sentence that says what, where and what to do."""

    exit_code = 3


class ProblemsError(TrackerError):
    """All problems of one file, in the order of its lines."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(
            "\n".join(f"{each.where}: {each.message}" for each in problems)
        )


class CatalogueError(ProblemsError):
    """targets.toml contradicts itself or cannot be read."""


class ActualsFileError(ProblemsError):
    """A file of actuals has rows that cannot be taken; none of it was stored."""

    def and_also(self, problem: Problem) -> ActualsFileError:
        """The same with one more problem, at the end."""
        return ActualsFileError([*self.problems, problem])


class EntryError(TrackerError):
    """A typed number, day or moment that cannot be read."""


class UnknownTargetError(TrackerError):
    """No target has this key, or several begin with it."""

    def __init__(self, key: str, near: Iterable[str] = ()) -> None:
        self.key = key
        self.near = tuple(near)
        hint = f"did you mean {' or '.join(self.near)}?" if self.near else ""
        remedy = hint or "`tracker targets` lists them"
        super().__init__(f"no target {key!r}; {remedy}")


class UnknownEntryError(TrackerError):
    """No entry has this ledger name, or it no longer counts."""


class RefusedError(TrackerError):
    """An actual that contradicts the target or what is already recorded."""


class StatementConflictError(TrackerError):
    """The file says something else for a day whose statement is already stored."""


class StoreError(TrackerError):
    """The database is missing, locked, of another version, or not to be written."""

    exit_code = 4


class NoDatabaseError(StoreError):
    """There is no database where one was expected."""


class ForeignDatabaseError(StoreError):
    """The file is no database of tracker's, or it is damaged."""


class DatabaseVersionError(StoreError):
    """The database is older or newer than this tracker."""


class DatabaseBusyError(StoreError):
    """The database is locked, full, or not to be written."""


class NotAllowedError(StoreError):
    """The server does not let this role, or anybody, do it."""


class NoRoomError(StoreError):
    """There is no room for what is put aside while a command runs."""


class OutcomeUnknownError(StoreError):
    """The connection was lost while storing: it may have been stored, or not."""


class RepeatableError(DatabaseBusyError):
    """The server undid all of it, through no fault of its own: it may be repeated."""
