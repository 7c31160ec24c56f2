"""The settings of one run: where the files are, what day it is, who types."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from tracker.cli.permissions import told_if_open
from tracker.errors import (
    EntryError,
    NoDatabaseError,
    RefusedError,
    RepeatableError,
)

if TYPE_CHECKING:
    from tracker.store.engine import Connection
    from tracker.store.location import Database

TARGETS_FILE = "targets.toml"
DATABASE_FILE = "tracker.db"

# How often a server may undo some work, through no fault of its own, before it is
# given up.
ATTEMPTS = 3

Result = TypeVar("Result")


@dataclass
class App:
    """What every command works with.

    Attributes:
        targets_option, database_option: As given on the command line or in the
            environment; None is to be found.
    """

    targets_option: Path | None
    database_option: str | None
    _told: bool = field(default=False, init=False)

    @cached_property
    def targets_file(self) -> Path:
        """The one given, else the nearest upwards, else where it would be put."""
        if self.targets_option:
            return self.targets_option
        here = Path.cwd()
        for folder in (here, *here.parents):
            if (folder / TARGETS_FILE).is_file():
                return Path(os.path.relpath(folder / TARGETS_FILE))
        return Path(TARGETS_FILE)

    @cached_property
    def database(self) -> Database:
        """The database's file, or where it is on a server.

        Whoever uses a file is told, once, if everybody can.
        """
        if self.database_option:
            from tracker.store.location import located

            found = located(self.database_option)
        else:
            found = self.targets_file.parent / DATABASE_FILE
        if isinstance(found, Path):
            _warn(told_if_open(found))
        return found

    @cached_property
    def now(self) -> datetime:
        return datetime.now(UTC)

    @cached_property
    def today(self) -> date:
        """The day where this runs."""
        return datetime.now().astimezone().date()

    def reading(self) -> AbstractContextManager[Connection]:
        """The database, to read one state of it."""
        from tracker.store.engine import reading

        self._say_where_nothing_is()
        return reading(self.database)

    def writing(self) -> AbstractContextManager[Connection]:
        """The database, to write it in one transaction."""
        from tracker.store.engine import writing

        self._say_where_nothing_is()
        return writing(self.database)

    def read(self, work: Callable[[Connection], Result]) -> Result:
        """What some work finds in one state of the database."""
        return self._done(self.reading, work)

    def write(self, work: Callable[[Connection], Result]) -> Result:
        """What some work gives, once all that it wrote is stored in one transaction.

        Args:
            work: Does nothing beyond the database, since it may be done anew.
        """
        return self._done(self.writing, work)

    def moment(self, connection: Connection) -> datetime:
        """When something is recorded: by the server's clock, else by this machine's."""
        from tracker.store import turns

        return turns.moment(connection, self.now)

    def author(self, connection: Connection, typed: str | None) -> str:
        """Who records something: as typed, else who is logged in.

        Raises:
            RefusedError: The server signs with its own login, and another was typed.
        """
        from tracker import entry
        from tracker.store import turns

        named, signer = entry.author(typed), turns.signer(connection)
        if signer is None:
            return named or login_name()
        if named and named != signer:
            raise RefusedError(
                f"the server signs what you record as {signer}, not as {named}; leave "
                "--author out"
            )
        return signer

    def _done(
        self,
        opened: Callable[[], AbstractContextManager[Connection]],
        work: Callable[[Connection], Result],
    ) -> Result:
        """The work, done again where the server undid it and it is safe to repeat."""
        for _ in range(ATTEMPTS - 1):
            with suppress(RepeatableError), opened() as connection:
                self._tell_what_is_hidden(connection)
                return work(connection)
        with opened() as connection:
            return work(connection)

    def _tell_what_is_hidden(self, connection: Connection) -> None:
        from tracker.store.engine import hidden

        if not self._told:
            _warn(hidden(connection, self.database))
        self._told = True

    def _say_where_nothing_is(self) -> None:
        if self.database_option:
            return
        if self.targets_option and not self.targets_option.exists():
            raise NoDatabaseError(
                f"no file {self.targets_option}; check --targets or TRACKER_TARGETS"
            )
        if (self.targets_file.parent / DATABASE_FILE).exists():
            return
        if not self.targets_file.exists():
            raise NoDatabaseError(
                f"neither {TARGETS_FILE} nor {DATABASE_FILE} in {Path.cwd()} or above; "
                "run `tracker init --example` in an empty folder, or give --targets"
            )


def _warn(sentence: str | None) -> None:
    """One line beside the result, which stays what it is."""
    if sentence is not None:
        from tracker.reports.terminal import visible

        click.echo(f"Warning: {visible(sentence)}", err=True)


pass_app = click.make_pass_decorator(App)


def login_name() -> str:
    """Who is logged in, as the author of what is recorded."""
    from tracker import entry

    try:
        name = getpass.getuser().encode(errors="replace").decode()
        return entry.author(name) or _numbered_user()
    except (EntryError, KeyError, OSError):
        # A user without a name, as in some containers, or with an odd one.
        return _numbered_user()


def _numbered_user() -> str:
    return f"user {os.getuid()}"
