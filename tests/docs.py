"""What README shows of the program, run when README is written and checked.

README calls this through cog: `make docs` writes the blocks, `make check` compares.
"""

from __future__ import annotations

import os
import re
import shlex
import tempfile
from contextlib import chdir
from functools import cache
from pathlib import Path

import click
from click.testing import CliRunner

from tracker.cli import COMMANDS, root

WIDTH = 88
# It covers who recorded what and when, so it is another one in each run.
_HEAD = re.compile(
    r"(?m)^(head of the ledgers |журналдардың бақылау қосындысы "
    r"|контрольная сумма журналов )[0-9a-f]{12}$"
)


@cache
def _folder() -> str:
    """An empty folder for the whole tour, gone when the program ends."""
    kept.append(tempfile.TemporaryDirectory(prefix="tour"))
    return kept[-1].name


kept: list[tempfile.TemporaryDirectory[str]] = []


def shown(*lines: str, columns: int = WIDTH) -> str:
    """A console block: each command, and what it printed."""
    said = []
    for line in lines:
        command = shlex.split(line)[1:]
        with chdir(_folder()):
            result = CliRunner().invoke(root, command, env=_settings(columns))
        output = _HEAD.sub(r"\g<1>…", result.output.rstrip())
        said += [f"$ {line}", output] if output else [f"$ {line}"]
    body = "\n".join(text.rstrip() for text in "\n".join(said).splitlines())
    return f"```console\n{body}\n```"


def reference() -> str:
    """The help of every command, in the order of the command line."""
    blocks = [_help([])]
    for name in COMMANDS:
        command = root.get_command(click.Context(root), name)
        blocks.append(_help([name]))
        if isinstance(command, click.Group):
            blocks += [_help([name, each]) for each in command.commands]
    return "\n\n".join(blocks)


def _help(path: list[str]) -> str:
    result = CliRunner().invoke(root, [*path, "--help"], prog_name="tracker")
    title = " ".join(["tracker", *path])
    return f"### {title}\n\n```text\n{result.output.rstrip()}\n```"


def _settings(columns: int) -> dict[str, str | None]:
    names = ("TRACKER_TARGETS", "TRACKER_DATABASE_URL", "TRACKER_LANG")
    unset = {name: None for name in names if name in os.environ}
    return {**unset, "COLUMNS": str(columns)}


def draw_picture() -> None:
    """The picture at the top of README."""
    shown("tracker init --example")
    out = Path(__file__).parent.parent / "docs"
    arguments = ["chart", "comfortable-schools", "--as-of", "2024-12-31"]
    with chdir(_folder()):
        CliRunner().invoke(root, [*arguments, "--out", str(out)])


if __name__ == "__main__":
    draw_picture()
