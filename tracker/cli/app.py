"""The settings of one run: where the files are, what day it is, who types."""

from __future__ import annotations

import getpass
import os
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.errors import EntryError, NoDatabaseError

if TYPE_CHECKING:
    from tracker.store.engine import Connection

TARGETS_FILE = "targets.toml"
DATABASE_FILE = "tracker.db"


@dataclass
class App:
    """What every command works with.

    Attributes:
        targets_option, database_option: As given on the command line or in the
            environment; None is to be found.
    """

    targets_option: Path | None
    database_option: str | None

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
    def database(self) -> Path:
        """The database's file."""
        if self.database_option:
            from tracker.store.engine import sqlite_path

            return sqlite_path(self.database_option)
        return self.targets_file.parent / DATABASE_FILE

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
        """The database, alone to write it."""
        from tracker.store.engine import writing

        self._say_where_nothing_is()
        return writing(self.database)

    def _say_where_nothing_is(self) -> None:
        if self.database_option:
            return
        if self.targets_option and not self.targets_option.exists():
            raise NoDatabaseError(
                f"no file {self.targets_option}; check --targets or TRACKER_TARGETS"
            )
        if self.database.exists():
            return
        if not self.targets_file.exists():
            raise NoDatabaseError(
                f"neither {TARGETS_FILE} nor {DATABASE_FILE} in {Path.cwd()} or above; "
                "run `tracker init --example` in an empty folder, or give --targets"
            )


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
