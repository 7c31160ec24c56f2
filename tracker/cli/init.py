"""tracker init."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.app import App, login_name, pass_app
from tracker.errors import TrackerError

if TYPE_CHECKING:
    from tracker.store.engine import Connection


class SetUpError(TrackerError):
    """Something stands where the database or the example is to be put."""


@click.command()
@click.option("--seeds", is_flag=True, help="Record seeds/actuals.csv as well.")
@click.option(
    "--example", is_flag=True, help="Fill an empty folder with targets and seeds first."
)
@pass_app
def init(app: App, /, *, seeds: bool, example: bool) -> None:
    """Set the database up from targets.toml.

    Run again, it stores what is new since, and changes nothing else.

    \b
    Example:
      tracker init --example
      tracker init --seeds
    """
    from tracker.store.migrate import setting_up

    if example:
        app.targets_file = Path("targets.toml")
        _write_example(Path.cwd())
    fill = _filler(app, seeds=seeds or example)
    place = app.database
    if isinstance(place, Path) and place.is_symlink() and not place.exists():
        raise SetUpError(f"{place} is a link to nothing; remove it")
    with setting_up(place) as (connection, fresh):
        done = f"set up {place}" if fresh else f"{place} is set up already"
        lines = [done, *fill(connection)]
    click.echo("\n".join(lines))


def _filler(app: App, *, seeds: bool) -> Callable[[Connection], list[str]]:
    """What brings a database up to the file, and tells what was new."""
    from tracker.catalogue.read import load
    from tracker.cli import outcomes
    from tracker.cli.importing import recorded
    from tracker.cli.syncing import stored_changes, told
    from tracker.store.write import Signature

    targets = load(app.targets_file)
    seeds_file = app.targets_file.parent / "seeds" / "actuals.csv"

    def fill(connection: Connection) -> list[str]:
        by = Signature(login_name(), app.moment(connection))
        lines = told(stored_changes(connection, targets, by), app.targets_file)
        if seeds:
            imported = recorded(app, connection, seeds_file)
            lines.append(outcomes.told(imported).rstrip())
        return lines

    return fill


def _write_example(folder: Path) -> None:
    """The example's files into an empty folder; files that are the same are kept.

    Raises:
        SetUpError: The folder holds something else.
    """
    from tracker.files import write_whole

    files = _example_files()
    there = [name for name in files if (folder / name).exists()]
    same = all((folder / name).read_bytes() == files[name] for name in there)
    if not same or (not there and any(folder.iterdir())):
        raise SetUpError(
            f"{folder} is not empty; run `tracker init --example` in an empty folder, "
            "or `tracker init` with a targets.toml of your own"
        )
    for name, content in files.items():
        if name not in there:
            (folder / name).parent.mkdir(exist_ok=True)
            write_whole(folder / name, content)


def _example_files() -> dict[str, bytes]:
    """Inside a wheel, else in the checkout."""
    package = Path(__file__).parent.parent
    packed = package / "_example"
    home = packed if packed.is_dir() else package.parent
    names = ("targets.toml", "seeds/actuals.csv", "seeds/README.md")
    return {name: (home / name).read_bytes() for name in names}
