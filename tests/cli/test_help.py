"""Help: every command has one, with an example that works, and README shows it."""

from __future__ import annotations

import shlex

import click
import pytest

from tests.docs import reference
from tracker.cli import COMMANDS, root


def commands(group=root, path=()):
    """Every command with the words that name it."""
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


ALL = [pytest.param(path, command, id=" ".join(path)) for path, command in commands()]


def examples(command):
    _, _, block = (command.help or "").partition("Example:")
    return [line.strip() for line in block.splitlines() if "tracker " in line]


@pytest.mark.parametrize(("path", "command"), ALL)
def test_every_command_says_what_it_does_and_shows_how(path, command):
    told = command.help.strip().splitlines()[0]

    assert told.endswith(".")
    if not isinstance(command, click.Group):
        assert examples(command)
    if len(path) == 1:
        assert COMMANDS[path[0]][2] == told


def lines():
    for path, command in [*commands(), (("root",), root)]:
        block = examples(command)
        for place, line in enumerate(block):
            yield pytest.param(block[:place], line, id=f"{' '.join(path)}: {line}")


@pytest.mark.parametrize(("before", "line"), list(lines()))
def test_every_example_works(tracker, example, before, line, request):
    """Each one after those above it, as somebody types them."""
    if "roles" in line:
        request.getfixturevalue("server")
    if "--example" in line:
        for path in (example / "targets.toml", example / "tracker.db"):
            path.unlink()
        for path in (example / "seeds").iterdir():
            path.unlink()
        (example / "seeds").rmdir()

    for each in before:
        tracker(*shlex.split(each)[1:])
    if "import --from iati" in line:
        tracker("export", "--to", "iati", "--organisation", "KZ-1", "-o", "results.xml")

    result = tracker(*shlex.split(line)[1:])

    # --fail-on ends with 1 where a target is as it asks about, and check where the
    # example is stale.
    finds = "--fail-on" in line or line == "tracker check"
    # There is no cluster to spread over.
    expected = 4 if "distribute" in line else 1 if finds else 0
    assert result.exit_code == expected, result.output


def test_an_option_is_explained_wherever_it_stands():
    for path, command in commands():
        for option in command.params:
            if isinstance(option, click.Option):
                assert option.help, f"{' '.join(path)} {option.name}"


def test_the_reference_names_every_command():
    text = reference()

    for path, _ in commands():
        assert f"### tracker {' '.join(path)}\n" in text


def test_an_unknown_command_is_a_usage_error(tracker):
    result = tracker("statsu")

    assert result.exit_code == 2
    assert "no command 'statsu'; did you mean status?" in result.stderr


def test_the_version_is_told(tracker):
    assert tracker("--version").stdout.startswith("tracker, version ")
