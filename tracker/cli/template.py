"""tracker template."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.app import App, pass_app, tell
from tracker.cli.options import lang_option
from tracker.errors import TrackerError

if TYPE_CHECKING:
    from tracker.domain import Texts
    from tracker.progress.status import Status


class NothingToAskError(TrackerError):
    """A form would have no target in it."""


@click.command()
@click.argument(
    "file", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE.xlsx"
)
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@click.option("--owner", metavar="NAME", help="Only targets that NAME answers for.")
@click.option("--programme", metavar="NAME", help="Only targets of this programme.")
@lang_option
@pass_app
def template(
    app: App,
    /,
    file: Path,
    targets: tuple[str, ...],
    owner: str | None,
    programme: str | None,
    lang: str,
) -> None:
    """Write a form in which a ministry reports, for `tracker import`.

    A workbook with a row a target: its key, its unit and what was last reported are
    locked; day, value, kind, evidence and source are to be filled in, with lists to
    choose from and checks while one types. Rows to spare take further figures. A
    target that is the sum of its parts is asked for only where it is named.

    \b
    Example:
      tracker template form.xlsx
      tracker template ministry.xlsx --owner "Ministry of Enlightenment" --lang kk
      tracker template schools.xlsx comfortable-schools comfortable-schools/astana
    """
    from tracker.cli.output import OutputError, refuse_own, write_file
    from tracker.cli.status import briefly
    from tracker.reports.xlsx.form import SPARE, form
    from tracker.reports.xlsx.form_rows import questions

    if file.suffix.lower() != ".xlsx":
        raise click.BadParameter(
            f"{file} does not end in .xlsx", param_hint="FILE.xlsx"
        )
    refuse_own(app, file)
    if file.exists():
        # It may have been filled in.
        raise OutputError(f"{file} is there already; name another file, or remove it")
    found = briefly(app, targets, app.today)
    if not targets:
        found = tuple(each for each in found if not _adds_up(each))
    left_out = []
    for label, name in (("owner", owner), ("programme", programme)):
        if name is not None and (count := _without(found, label)):
            left_out.append(f"; left out: {_without_one(count, label)}")
        found = _of(found, label, name)
    if not found:
        raise NothingToAskError("there are no targets; `tracker init` stores them")
    made = datetime.combine(app.today, time(), UTC)
    write_file(file, [form(questions(found, lang), lang, made)], "")
    told = f"{_targets(len(found))} to report on, and {SPARE} rows to spare"
    tell(f"{file}: {told}{''.join(left_out)}")


def _adds_up(status: Status) -> bool:
    """Whether its parts report for it."""
    return status.rollup is not None and status.rollup.stands


def _of(statuses: Sequence[Status], label: str, name: str | None) -> tuple[Status, ...]:
    """Those whose owner or programme has a name, in any language.

    Raises:
        NothingToAskError: None has; with the names that were perhaps meant.
    """
    if name is None:
        return tuple(statuses)
    names = [(each, _names(getattr(each.target.labels, label))) for each in statuses]
    found = tuple(each for each, its in names if name.casefold() in its)
    if not found and not any(its for _, its in names):
        raise NothingToAskError(
            f"found only {_without_one(len(names), label)}; write `{label}` into the "
            "file of targets and run `tracker sync`"
        )
    if not found:
        known = {one: text for _, its in names for one, text in its.items()}
        near = [known[each] for each in get_close_matches(name.casefold(), known, 3)]
        hint = f"did you mean {' or '.join(map(repr, near))}?"
        remedy = (
            hint if near else "`tracker targets TARGET` shows who and what it is of"
        )
        count = _without(statuses, label)
        others = f", and {count:,} have none" if count else ""
        raise NothingToAskError(f"no target has the {label} {name!r}{others}; {remedy}")
    return found


def _without(statuses: Sequence[Status], label: str) -> int:
    """How many may be missed because nobody wrote what they are of."""
    return sum(not getattr(each.target.labels, label) for each in statuses)


def _without_one(count: int, label: str) -> str:
    article = "an" if label == "owner" else "a"
    return f"{_targets(count)} without {article} {label}"


def _targets(count: int) -> str:
    return f"{count:,} {'target' if count == 1 else 'targets'}"


def _names(texts: Texts | None) -> dict[str, str]:
    return {each.casefold(): each for each in texts.values()} if texts else {}
