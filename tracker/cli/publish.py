"""tracker publish."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.app import App, pass_app, tell
from tracker.cli.options import Day, as_of_option, known_at_option, lang_option

if TYPE_CHECKING:
    from tracker.ledger import Head, Ledger
    from tracker.publish.folder import Outcome
    from tracker.store.engine import Connection

# Without --since, what changed is told from so many months before the report.
_MONTHS = 3


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@as_of_option
@known_at_option
@click.option(
    "--since",
    type=Day(),
    metavar="DAY",
    help="The day of the earlier report that changes are told from [three months "
    "before].",
)
@lang_option
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=1,
    metavar="N",
    help="Make pages in so many processes at once [1]; pays from a hundred targets on.",
)
@pass_app
def publish(
    app: App,
    /,
    folder: Path,
    as_of: date,
    known_at: datetime | None,
    since: date | None,
    **how: Any,
) -> None:
    """Write all of it as pages that work from any folder, without a network.

    An overview, a page a target, what changed, how it is measured, in English, Kazakh
    and Russian (--lang is the one that opens first), with the figures as JSON and CSV
    and the head of all ledgers beside them. Run again, it writes what changed, and
    removes what is no longer there; files that it did not write it leaves alone.
    `tracker verify --report FOLDER` tells whether the database still holds what was
    published.

    \b
    Example:
      tracker publish site
      tracker publish site --as-of 2024-12-31 --since 2024-09-30
    """
    from tracker.periods import Stretch
    from tracker.publish.folder import Folder
    from tracker.publish.site import Edition
    from tracker.publish.site import publish as write
    from tracker.store import read
    from tracker.store.heads import head

    since = since or Stretch(months=-_MONTHS).after(as_of)
    if since >= as_of:
        raise click.UsageError(f"--since {since} is not before --as-of {as_of}")
    there = Folder(folder)

    def work(connection: Connection) -> tuple[Edition, tuple[Ledger, ...] | None]:
        ends = head(connection, known_at)
        known = {each.key for each in ends.ends}
        keys = tuple(key for key in read.keys(connection) if key in known)
        edition = Edition(as_of, known_at, since, keys, ends, how["lang"])
        if there.is_whole(edition.digest):
            return edition, None
        return edition, read.ledgers(connection, None, known_at)

    edition, ledgers = app.read(work)
    if ledgers is not None:
        write(edition, ledgers, there, how["jobs"])
    tell(_told(folder, there.outcome, edition.head))


def _told(folder: Path, outcome: Outcome, head: Head) -> str:
    targets = len(head.ends)
    return (
        f"{folder}: {targets} {'target' if targets == 1 else 'targets'}; "
        f"{outcome.written:,} files written, {outcome.unchanged:,} as they were, "
        f"{outcome.removed:,} removed; head {head.digest}"
    )
