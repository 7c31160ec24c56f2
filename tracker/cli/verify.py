"""tracker verify."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.app import App, pass_app, tell

if TYPE_CHECKING:
    from tracker.exchange.head_file import Written
    from tracker.ledger import Head
    from tracker.store.engine import Connection


@click.command()
@click.option(
    "--head",
    "file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Check as well that all is there that was when this head was written.",
)
@click.option(
    "--report",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="The same with the head in a folder that was published; check its files too.",
)
@pass_app
def verify(app: App, /, file: Path | None, report: Path | None) -> None:
    """Check that no recorded row was changed or removed.

    Every digest is recomputed, and the first break of each ledger is named; then the
    command exits with 1. That the end of a ledger is still there, or that the database
    is the same one, only a head can tell that was kept elsewhere. `tracker db check`
    checks the file, its keys and its triggers as well.

    \b
    Example:
      tracker verify
      tracker export --head -o head.txt
      tracker verify --head head.txt
      tracker publish site
      tracker verify --report site
    """
    from tracker.exchange.head_file import read
    from tracker.store.heads import head, lost_since
    from tracker.store.inspect import broken

    if file and report:
        raise click.UsageError("--head and --report name two heads; give one of them")
    written = _of_report(report) if report else read(file) if file else None

    def work(connection: Connection) -> tuple[list[str], Head]:
        lost = lost_since(connection, written.head) if written else []
        return broken(connection) + lost, head(connection)

    found, now = app.read(work)
    found += _altered(report) if report else []
    if found:
        tell("\n".join(found))
        click.get_current_context().exit(1)
    tell(
        f"{app.database}: {_count(now.statements, 'statement')} and "
        f"{_count(now.actuals, 'actual')} of {_count(len(now.ends), 'target')} are as "
        f"recorded; head {now.digest}"
    )
    if written:
        tell(_grown(now, written))


def _of_report(folder: Path) -> Written:
    from tracker.exchange.head_file import read
    from tracker.publish.folder import HEAD_FILE

    return read(folder / HEAD_FILE)


def _altered(folder: Path) -> list[str]:
    """Every file of a report that is not as it was published."""
    from tracker.publish.folder import Folder

    return [
        f"{folder / path} is not as it was published; publish it again"
        for path in Folder(folder).altered()
    ]


def _grown(now: Head, written: Written) -> str:
    """That nothing is lost, and how much came in."""
    then = written.head
    return (
        f"all that was there on {written.at:%Y-%m-%d %H:%M:%SZ} still is; "
        f"{_count(now.statements - then.statements, 'statement')} and "
        f"{_count(now.actuals - then.actuals, 'actual')} came in since"
    )


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
