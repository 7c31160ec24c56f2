"""Whatever text a command line brings is taken, or refused in a sentence."""

from __future__ import annotations

import os

import click
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tracker.cli import COMMANDS, root

# What no argument can hold, since it ends there.
NUL = "\0"
# Where a result is written: a folder above is nobody's business.
WRITTEN = ("output", "out", "folder")
NEEDED = {
    "target": "camp-vouchers",
    "value": "1300",
    "name": "camp-vouchers#1",
    "reason": "recount",
    "file": "no.csv",
}


def commands():
    """Every command with the words that call it."""
    context = click.Context(root)
    for name in COMMANDS:
        command = root.get_command(context, name)
        if isinstance(command, click.Group):
            yield from (([name, each], it) for each, it in command.commands.items())
        else:
            yield [name], command


def takes_text(param):
    return not getattr(param, "is_flag", False)


def called(words, command, named, text):
    """The command line that gives one argument or option a text."""
    options, arguments = [], []
    for param in command.params:
        if param is not named and not param.required:
            continue
        typed = text if param is named else NEEDED[param.name]
        if isinstance(param, click.Option):
            options.append(f"{param.opts[-1]}={typed}")
        else:
            arguments.append(typed)
    return [*words, *options, "--", *arguments]


PLACES = [
    (words, command, param)
    for words, command in commands()
    if words != ["publish"]
    for param in command.params
    if takes_text(param) and (words, param.name) != (["db", "backup"], "file")
]
TEXTS = st.one_of(
    st.text(max_size=12).map(lambda text: text.replace(NUL, "")),
    st.binary(max_size=6).map(lambda raw: os.fsdecode(raw.replace(b"\0", b""))),
    st.sampled_from(["", " ", "-", "--", "=", "0", "9" * 400, "1e999", "ı", "\u202e"]),
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(PLACES), TEXTS)
def test_any_text_in_any_place_is_taken_or_refused(tracker, place, text):
    words, command, param = place
    if param.name in WRITTEN:
        text = text.replace("/", "")

    line = called(words, command, param, text)
    result = CliRunner().invoke(root, line)

    assert isinstance(result.exception, SystemExit | None), (line, result.exception)
    assert result.exit_code in (0, 1, 2, 3, 4), line
    assert "Traceback" not in result.output
