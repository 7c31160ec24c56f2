"""tracker publish."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.app import App, pass_app, tell
from tracker.cli.options import Day, as_of_option, known_at_option, lang_option
from tracker.periods import STOCKTAKE, Stretch

if TYPE_CHECKING:
    from tracker.publish.content import Content, Edition
    from tracker.publish.folder import Folder
    from tracker.store.engine import Connection

# The forms that are one file; each has an option of its name.
_FORMS = ("pdf", "xlsx")
_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument(
    "folder", required=False, type=click.Path(file_okay=False, path_type=Path)
)
@click.option(
    "--pdf",
    type=_FILE,
    metavar="FILE",
    help="Write a pack for a stocktake: a page of summary, then a page a target.",
)
@click.option(
    "--xlsx",
    type=_FILE,
    metavar="FILE",
    help="Write a workbook: status, forecasts, plans, actuals, corrections, charts.",
)
@click.option("--no-charts", is_flag=True, help="Leave the charts out of --xlsx.")
@as_of_option
@known_at_option
@click.option(
    "--since",
    type=Day(),
    metavar="DAY",
    help="The day of the earlier report that changes are told from "
    f"[{STOCKTAKE.months} months before].",
)
@lang_option
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=1,
    metavar="N",
    help="Make the pages of FOLDER and the charts of --xlsx in so many processes at "
    "once [1]; pays from a hundred targets on.",
)
@pass_app
def publish(
    app: App,
    /,
    folder: Path | None,
    as_of: date,
    known_at: datetime | None,
    since: date | None,
    **how: Any,
) -> None:
    """Write all of it for readers: a FOLDER of pages, a file, or both.

    FOLDER gets pages that work from anywhere, without a network: an overview, a page a
    target, what changed, how it is measured, in English, Kazakh and Russian (--lang is
    the one that opens first), with the figures as JSON and CSV and the head of all
    ledgers beside them. Run again, it writes what changed, and removes what is no
    longer there; files that it did not write it leaves alone. `tracker verify --report
    FOLDER` tells whether the database still holds what was published.

    A file is in the language of --lang, and the same data gives the same bytes.

    \b
    Example:
      tracker publish site
      tracker publish site --as-of 2024-12-31 --since 2024-09-30
      tracker publish --pdf stocktake.pdf --lang kk
      tracker publish --xlsx report.xlsx --lang ru
    """
    from tracker.cli.output import refuse_own
    from tracker.publish.content import Content
    from tracker.publish.folder import Folder
    from tracker.publish.site import publish as write
    from tracker.store import read

    files = {form: how[form] for form in _FORMS if how[form]}
    _check_files(files, folder, how)
    for form, file in files.items():
        refuse_own(app, file, f" with --{form}")
    since = _since(since, as_of)
    there = Folder(folder) if folder else None

    def work(connection: Connection) -> tuple[Content, bool]:
        edition = _edition(connection, as_of, known_at, since, how["lang"])
        whole = there is not None and there.is_whole(edition.digest)
        if whole and not files:
            return Content(edition, ()), whole
        return Content(edition, read.ledgers(connection, None, known_at)), whole

    content, whole = app.read(work)
    # All of them are made before the first one is written.
    made = {form: _made(form, content, how) for form in files}
    _write_all(files, made)
    for file in files.values():
        tell(f"{file}: {_told(content.edition)}")
    if there:
        if not whole:
            write(content, there, how["jobs"])
        tell(_folder_told(there, content.edition))


def _check_files(
    files: Mapping[str, Path], folder: Path | None, how: Mapping[str, Any]
) -> None:
    if folder is None and not files:
        raise click.UsageError(
            "name a FOLDER for the pages, or a file with --pdf or --xlsx"
        )
    if len({file.resolve() for file in files.values()}) < len(files):
        raise click.UsageError("--pdf and --xlsx name one file; name two")
    if how["no_charts"] and "xlsx" not in files:
        raise click.UsageError("--no-charts is about --xlsx FILE; give both or neither")


def _write_all(files: Mapping[str, Path], made: Mapping[str, bytes]) -> None:
    """Puts no file into its place before each of them is written beside its own."""
    from tracker.cli.output import staged

    with ExitStack() as stack:
        ready = [
            stack.enter_context(staged(file, [made[form]], f" with --{form}"))
            for form, file in files.items()
        ]
        for put in ready:
            put()


def _since(typed: date | None, as_of: date) -> date:
    since = typed or Stretch(months=-STOCKTAKE.months).after(as_of)
    if since >= as_of:
        raise click.UsageError(f"--since {since} is not before --as-of {as_of}")
    return since


def _edition(
    connection: Connection,
    as_of: date,
    known_at: datetime | None,
    since: date,
    lang: str,
) -> Edition:
    from tracker.publish.content import Edition
    from tracker.store import read
    from tracker.store.heads import head

    ends = head(connection, known_at)
    known = {each.key for each in ends.ends}
    keys = tuple(key for key in read.keys(connection) if key in known)
    return Edition(as_of, known_at, since, keys, ends, lang)


def _made(form: str, content: Content, how: Mapping[str, Any]) -> bytes:
    if form == "xlsx":
        from tracker.publish.workbook import workbook

        return workbook(content, how["jobs"], charts=not how["no_charts"])
    from tracker.publish.pack import pack

    return pack(content)


def _told(edition: Edition) -> str:
    targets = len(edition.head.ends)
    counted = f"{targets} {'target' if targets == 1 else 'targets'}"
    return f"{counted}; head {edition.head.digest}"


def _folder_told(folder: Folder, edition: Edition) -> str:
    targets, _, head = _told(edition).partition("; ")
    outcome = folder.outcome
    return (
        f"{folder.path}: {targets}; {outcome.written:,} files written, "
        f"{outcome.unchanged:,} as they were, {outcome.removed:,} removed; {head}"
    )
