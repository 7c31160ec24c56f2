"""The command line: the only place that prints, exits, reads environment or clock.

Each command lies in a module of its own, which is imported when the command is run:
help costs no more than click itself.
"""

from __future__ import annotations

import errno
import gc
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from difflib import get_close_matches
from importlib import import_module
from io import TextIOWrapper, UnsupportedOperation
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

import click

from tracker import __version__
from tracker.cli.app import App
from tracker.errors import ProblemsError, TrackerError

# Command -> module, function and the line that help shows; a test holds the lines.
COMMANDS = {
    "record": ("record", "record", "Record what was reported of a target."),
    "status": ("status", "status", "Print where each target stands."),
    "forecast": ("forecast", "forecast", "Print what will become of each target."),
    "chart": ("chart", "chart", "Draw burn-up charts and an overview."),
    "init": ("init", "init", "Set the database up from targets.toml."),
    "sync": ("sync", "sync", "Store what is new in targets.toml."),
    "targets": ("targets", "targets", "List the targets, or show some in full."),
    "history": ("history", "history", "Print everything that was ever recorded."),
    "correct": (
        "correct",
        "correct",
        "Put another figure in the place of a wrong one.",
    ),
    "withdraw": ("correct", "withdraw", "Take a figure back."),
    "undo": ("undo", "undo", "Take back what you recorded last."),
    "verify": (
        "verify",
        "verify",
        "Check that no recorded row was changed or removed.",
    ),
    "next": ("next", "next_", "List what falls due, soonest first."),
    "check": ("check", "check", "Look for what is wrong; silent when all is well."),
    "import": ("transfer", "import_", "Record the actuals of a file."),
    "template": (
        "template",
        "template",
        "Write a form in which a ministry reports, for `tracker import`.",
    ),
    "export": ("export", "export", "Write the ledgers of actuals as CSV."),
    "publish": (
        "publish",
        "publish",
        "Write all of it for readers: a FOLDER of pages, a file, or both.",
    ),
    "db": ("db", "db", "Look after the database."),
}


# A shell adds the number of the signal that ended a program.
_SIGNALLED = 128


class TrackerGroup(click.Group):
    """The root group: the only place where an error becomes text and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,
        cmd_name: str,
    ) -> click.Command | None:
        if cmd_name not in COMMANDS:
            near = get_close_matches(cmd_name, COMMANDS, n=1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise click.UsageError(f"no command {cmd_name!r}{hint}", ctx)
        module, function, _ = COMMANDS[cmd_name]
        command = getattr(import_module(f"tracker.cli.{module}"), function)
        assert isinstance(command, click.Command)
        return command

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002
        formatter: click.HelpFormatter,
    ) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, each[2]) for name, each in COMMANDS.items()])

    def make_context(self, *args: Any, **given: Any) -> click.Context:
        with _visibly():
            return super().make_context(*args, **given)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            with _visibly():
                return super().invoke(ctx)
        except TrackerError as error:
            click.echo(_as_told(error), err=True)
            ctx.exit(error.exit_code)
        except OSError as error:
            if error.errno == errno.EPIPE:
                # Whoever read the result has had enough; the rest goes nowhere.
                _give_up_printing()
                ctx.exit(_SIGNALLED + signal.SIGPIPE)
            told = f"{error.strerror} {error.filename}; check the path"
            if error.filename is None:
                told = (
                    f"the result cannot be printed ({error.strerror}); what was to be "
                    "recorded is, see `tracker history`"
                )
                _give_up_printing()
            click.echo(f"Error: {told}", err=True)
            ctx.exit(4)


@click.group(
    cls=TrackerGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 88},
)
@click.option(
    "--targets",
    type=click.Path(path_type=Path),
    envvar="TRACKER_TARGETS",
    metavar="FILE",
    help="The file of targets [nearest targets.toml upwards; TRACKER_TARGETS].",
)
@click.option(
    "--database",
    envvar="TRACKER_DATABASE_URL",
    metavar="URL",
    help="sqlite:///PATH or postgresql://USER@HOST/NAME [tracker.db beside the "
    "targets; TRACKER_DATABASE_URL].",
)
@click.version_option(__version__, prog_name="tracker")
@click.pass_context
def root(ctx: click.Context, targets: Path | None, database: str | None) -> None:
    """Keep every promise as it was stated, and tell where each one stands.

    \b
    Example:
      tracker record comfortable-schools 110 --on 2025-03-31 --source "Press release"
      tracker status --as-of 2024-12-31
      tracker chart comfortable-schools
    """
    ctx.obj = App(targets_option=targets, database_option=database)


def main() -> NoReturn:
    """The console script."""
    # Imports make many objects and no garbage; looking for it every 700 objects takes
    # a tenth of the start-up.
    gc.set_threshold(50_000, 20, 20)
    for number in (signal.SIGINT, signal.SIGTERM):
        # What nohup or a shell in the background ignores stays ignored.
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _ended)
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a letter gets its code instead of a crash; a closed
        # stream is None.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    root(prog_name="tracker")
    raise AssertionError("click exits by itself")


def _ended(number: int, _: FrameType | None) -> NoReturn:
    """Undoes what is half done on the way out, without a word."""
    sys.exit(_SIGNALLED + number)


@contextmanager
def _visibly() -> Iterator[None]:
    """What click repeats of a command line cannot steer the terminal."""
    try:
        yield
    except click.UsageError as error:
        from tracker.reports.terminal import visible

        lines = error.format_message().split("\n")
        raise click.UsageError("\n".join(map(visible, lines)), error.ctx) from error


def _give_up_printing() -> None:
    """What could not be printed is not tried once more when the program ends."""
    with suppress(UnsupportedOperation):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _as_told(error: TrackerError) -> str:
    from tracker.reports.terminal import visible

    lines = [visible(line) for line in str(error).split("\n")]
    if isinstance(error, ProblemsError) and len(error.problems) > 1:
        return "\n".join([f"Error: {len(lines)} problems:", *lines])
    return "Error: " + "\n".join(lines)
