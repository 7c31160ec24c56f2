"""Options and arguments that several commands share, read into checked values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import partial, wraps
from pathlib import Path
from typing import Any

import click

from tracker.cli.app import App
from tracker.errors import EntryError
from tracker.periods import Stretch

LANGUAGES = ("en", "kk", "ru")
EVIDENCE = ("claimed", "documented", "verified")
RATINGS = (
    *("achieved", "on-track", "at-risk", "off-track", "missed"),
    *("not-due", "undated", "no-data", "unreported"),
)
# Formats of others that are read and written.
FROM = ("open-sdg", "iati", "barometre")
TO = ("open-sdg", "iati", "barometre", "pilote")
GROUPINGS = ("area", "programme", "owner", "parent")


class Day(click.ParamType[date]):
    """A day, as `tracker.entry.day` reads it."""

    name = "day"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        from tracker import entry

        if isinstance(value, date):
            return value
        app = ctx.find_object(App) if ctx else None
        assert app is not None, "days are read within the root command"
        try:
            return entry.day(value, app.today)
        except EntryError as error:
            self.fail(str(error), param, ctx)


class Ahead(click.ParamType[Stretch]):
    """A stretch of time, as `tracker.entry.stretch` reads it."""

    name = "stretch"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Stretch:
        from tracker import entry

        if isinstance(value, Stretch):
            return value
        try:
            return entry.stretch(value)
        except EntryError as error:
            self.fail(str(error), param, ctx)


class Moment(click.ParamType[datetime]):
    """A moment, as `tracker.entry.moment` reads it."""

    name = "moment"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        from tracker import entry

        if isinstance(value, datetime):
            return value
        try:
            return entry.moment(value)
        except EntryError as error:
            self.fail(str(error), param, ctx)


@dataclass(frozen=True)
class Asked:
    """What a reading command was asked for.

    Attributes:
        as_of: The day of the report.
        known_at: None is up to now.
        form: `text`, `json`, `csv` or `markdown`, or another that a command has.
        output: The file to write; None is the terminal.
    """

    as_of: date
    known_at: datetime | None
    lang: str
    form: str
    output: Path | None


@dataclass(frozen=True)
class Given:
    """What is told of an actual besides its figure; None is not given.

    Attributes:
        new_item: The item is another one, however alike its name is to one counted.
        lang: Of the answer.
    """

    on: date | None
    evidence: str | None
    source: str | None
    url: str | None
    item: str | None
    new_item: bool
    note: str | None
    author: str | None
    lang: str


as_of_option = click.option(
    "--as-of",
    type=Day(),
    default="today",
    metavar="DAY",
    help="Only what happened on or before this day counts [today].",
)
known_at_option = click.option(
    "--known-at",
    type=Moment(),
    metavar="MOMENT",
    help="Only what had been recorded by this moment (UTC) counts [now].",
)
lang_option = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    envvar="TRACKER_LANG",
    default="en",
    help="Language [en; TRACKER_LANG].",
)
FORMS = ("text", "json", "csv", "markdown")
_output_option = click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write to this file instead of the terminal.",
)
author_option = click.option(
    "--author", metavar="WHO", help="Who records it [login name]."
)
_entry_options = (
    click.option(
        "--on",
        type=Day(),
        metavar="DAY",
        help="The day for which it holds: 2024-09-01, 1.9.2024, today, yesterday.",
    ),
    click.option(
        "--evidence",
        type=click.Choice(EVIDENCE),
        help="claimed (somebody said so), documented (a public record) or verified "
        "(seen or checked, named).",
    ),
    click.option("--source", metavar="TITLE", help="Who said so, and where."),
    click.option("--url", metavar="URL", help="Where it can be read."),
    click.option(
        "--item",
        metavar="NAME",
        help="The unit that was delivered, such as a school and its town; it counts "
        "once. With +0 it only names one that a total counts already.",
    ),
    click.option(
        "--new-item",
        is_flag=True,
        help="The item is another one, though its name is like one counted already.",
    ),
    click.option("--note", metavar="TEXT", help="A remark."),
    author_option,
    lang_option,
)


def report_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of a reading command, handed on as one `asked`."""
    collected: Callable[..., Any] = report_options_with()(command)
    return collected


def report_options_with(*forms: str) -> Callable[..., Any]:
    """The same, with further forms of the result."""
    form_option = click.option(
        "--format",
        "form",
        type=click.Choice((*FORMS, *forms)),
        default="text",
        help="Form of the result [text].",
    )
    options = (as_of_option, known_at_option, lang_option, form_option, _output_option)
    return partial(_collected, name="asked", value=Asked, options=options)


def entry_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of an entry, handed on as one `given`."""
    return _collected(command, "given", Given, _entry_options)


def _collected(
    command: Callable[..., Any],
    name: str,
    value: type[Asked | Given],
    options: tuple[Callable[..., Any], ...],
) -> Callable[..., Any]:
    """The command with some options, which it takes as one value."""
    parts = tuple(each.name for each in fields(value))

    @wraps(command)
    def collecting(*args: Any, **kwargs: Any) -> Any:
        kwargs[name] = value(**{part: kwargs.pop(part) for part in parts})
        return command(*args, **kwargs)

    for option in reversed(options):
        collecting = option(collecting)
    return collecting
