"""tracker check."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.app import App, pass_app
from tracker.cli.options import Asked, report_options
from tracker.errors import CatalogueError
from tracker.progress.checks import Check, Fault, Why

if TYPE_CHECKING:
    from tracker.domain import Target
    from tracker.store.engine import Connection

_ORDER = tuple(Check)


class CheckName(click.ParamType[Check]):
    """The name of a check."""

    name = "check"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Check:
        names = [each.value for each in Check]
        if value not in names:
            near = get_close_matches(value, names, n=1)
            known = f"there are {', '.join(names)}"
            hint = f"did you mean {near[0]}?" if near else known
            self.fail(f"no check {value!r}; {hint}", param, ctx)
        return Check(value)


@click.command()
@click.argument("checks", nargs=-1, type=CheckName(), metavar="[CHECK]...")
@click.option(
    "--target",
    "targets",
    multiple=True,
    metavar="TARGET",
    help="Look at this target only. Repeatable.",
)
@report_options
@pass_app
def check(
    app: App, /, checks: tuple[Check, ...], targets: tuple[str, ...], asked: Asked
) -> None:
    """Look for what is wrong; silent when all is well.

    Prints a line for each fault and exits with 1. Without a name every check is run:

    \b
      plan     the file of targets: its sums and days, and that it is stored
      parts    totals that the parts of a target contradict
      falls    totals that fall, or rise where they are to go down
      decimal  figures 8 to 12 times those beside them (a lost decimal point), or
               an 8th to a 12th of them
      bounds   totals and readings outside the bounds of their target
      twice    two figures for one day
      stale    targets not heard of for one and a half of `report_every`
      sources  revisions that name no source

    What falls, leaps tenfold or is added twice on purpose is not a fault: the row
    that carries a reason has its answer.

    This looks at what the figures say; `tracker db check` looks at how they are kept,
    the file of the database and every digest.

    \b
    Example:
      tracker check
      tracker check falls decimal --target comfortable-schools
      tracker check stale --as-of 2024-06-30 --format csv
    """
    from tracker.cli.output import deliver
    from tracker.reports import faults, tables

    found = _faults(app, checks or tuple(Check), targets, asked)
    if asked.form == "text":
        result = faults.text(found, asked.lang)
    else:
        rows = faults.rows(found, asked.lang)
        result = tables.render(rows, faults.COLUMNS, asked.form)
    deliver(app, result, asked.output)
    if found:
        click.get_current_context().exit(1)


def _faults(
    app: App, checks: tuple[Check, ...], targets: tuple[str, ...], asked: Asked
) -> list[Fault]:
    from tracker.cli.batches import statuses_in_turn
    from tracker.progress.checks import faults

    days = (asked.as_of, asked.known_at)

    def work(connection: Connection) -> tuple[list[Target], list[Fault]]:
        stored, found = [], []
        for each in statuses_in_turn(connection, targets, *days):
            stored.append(each.target)
            found += faults([each], checks)
        return stored, found

    stored, found = app.read(work)
    # Check by check, each in the order of the targets.
    found.sort(key=lambda fault: _ORDER.index(fault.check))
    if Check.PLAN not in checks:
        return found
    # The file is what it is now; what it was at a moment, nobody knows.
    keys = tuple(each.key for each in stored) if targets else None
    of_file = [] if asked.known_at else _of_the_file(app, stored, only=keys)
    return [*of_file, *_of_what_is_stored(stored), *found]


def _of_the_file(
    app: App, stored: list[Target], only: tuple[str, ...] | None
) -> Iterator[Fault]:
    """What is wrong in the file of targets, else what it has and the store has not."""
    from tracker.catalogue.compare import compare, differences
    from tracker.catalogue.read import load
    from tracker.reports.events import label_changes

    name = app.targets_file.name
    if not app.targets_file.exists():
        return
    try:
        file = load(app.targets_file)
    except CatalogueError as error:
        for problem in error.problems:
            yield Fault(Check.PLAN, Why.AS_TOLD, problem.where, told=problem.message)
        return
    changes = compare([e for e in file if only is None or e.key in only], stored)
    for target in changes.new:
        yield _out_of_step(Why.NEW_TARGET, target.key, told=name)
    for key, new in changes.revisions:
        yield _out_of_step(Why.NEW_REVISION, f"{key}@{new.stated}", key, told=name)
    for key, before, after in changes.conflicts:
        told = "; ".join(differences(before, after))
        yield _out_of_step(Why.OTHER_READING, f"{key}@{before.stated}", key, told=told)
    for key, old, labels in changes.relabelled:
        told = ", ".join(label_changes(old, labels))
        yield _out_of_step(Why.OTHER_LABELS, key, told=told)


def _of_what_is_stored(stored: list[Target]) -> Iterator[Fault]:
    """Stored statements that contradict themselves, as an older tracker let them."""
    from tracker.catalogue.contradictions import contradictions_of

    for target in stored:
        for stated, told in contradictions_of(target.statements):
            where = f"{target.key}@{stated}"
            yield Fault(Check.PLAN, Why.AS_TOLD, where, target.key, stated, told=told)


def _out_of_step(why: Why, where: str, key: str | None = None, *, told: str) -> Fault:
    return Fault(Check.PLAN, why, where, key or where, told=told)
