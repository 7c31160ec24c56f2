"""tracker export."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.app import App, pass_app, tell
from tracker.cli.options import TO, Asked, Day, Moment, lang_option

if TYPE_CHECKING:
    from tracker.cli.output import Draft
    from tracker.store.engine import Connection


@click.command()
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write to this file instead of the terminal.",
)
@click.option(
    "--to",
    "form",
    type=click.Choice(TO),
    help="A format of others instead; what it has no place for is told.",
)
@click.option(
    "--as-of",
    type=Day(),
    metavar="DAY",
    help="With --to: only what happened on or before this day counts [today].",
)
@click.option(
    "--known-at",
    type=Moment(),
    metavar="MOMENT",
    help="With --to: only what had been recorded by this moment (UTC) counts [now].",
)
@click.option(
    "--organisation",
    metavar="TEXT",
    help="Who publishes, for iati: the identifier of an organisation, and its name.",
)
@lang_option
@click.option(
    "--head", is_flag=True, help="Write where all ledgers end, for `tracker verify`."
)
@click.option(
    "--all",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Write everything: all statements as TOML, all actuals as CSV, the head.",
)
@pass_app
def export(
    app: App,
    /,
    targets: tuple[str, ...],
    output: Path | None,
    folder: Path | None,
    *,
    head: bool,
    lang: str,
    **foreign: Any,
) -> None:
    """Write the ledgers of actuals as CSV.

    Rows that were corrected or withdrawn are included, so that it imports again.

    \b
    Example:
      tracker export -o actuals.csv
      tracker export comfortable-schools
      tracker export --head -o head.txt
      tracker export --all archive
      tracker export --to pilote comfortable-schools
      tracker export --to open-sdg -o sdg --as-of 2024-12-31
      tracker export --to iati --organisation "KZ-GOV Bureau" -o results.xml
    """
    from tracker.cli.output import deliver

    if any(foreign.values()):
        alone = not head and not folder
        _export_to(app, targets, output, lang=lang, alone=alone, **foreign)
        return
    if (head or folder) and targets:
        option = "--head" if head else "--all"
        raise click.UsageError(f"{option} is of all targets; name none")
    if folder:
        from tracker.cli.archive import export_all

        if head or output:
            raise click.UsageError("--all writes a folder, its head included")
        tell(export_all(app, folder))
        return
    deliver(app, _head_text(app) if head else _actuals(app, targets), output)


def _export_to(
    app: App,
    targets: tuple[str, ...],
    output: Path | None,
    *,
    form: str | None,
    lang: str,
    alone: bool,
    **given: Any,
) -> None:
    """In a format of others; its options are no use without one.

    Args:
        alone: Nothing else is to be written.
    """
    from tracker.cli.foreign import export_to

    if form is None:
        idle = next(name for name, value in given.items() if value)
        raise click.UsageError(f"--{idle.replace('_', '-')} goes with --to FORMAT only")
    if not alone:
        raise click.UsageError("--to FORMAT stands without --head and --all")
    as_of, organisation = given["as_of"] or app.today, given["organisation"]
    asked = Asked(as_of, given["known_at"], lang, form, output)
    export_to(app, asked, targets, organisation)


def _head_text(app: App) -> str:
    from tracker.exchange.head_file import write
    from tracker.store.heads import head

    return write(app.read(head), app.now)


def _actuals(app: App, targets: tuple[str, ...]) -> Draft:
    from tracker.cli.batches import ledgers_in_turn
    from tracker.cli.output import Draft
    from tracker.exchange.actuals_csv import pieces

    def work(connection: Connection) -> Draft:
        return Draft(pieces(ledgers_in_turn(connection, targets)))

    return app.read(work)
