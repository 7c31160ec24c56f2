"""tracker export."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.app import App, pass_app, tell
from tracker.cli.options import TO, lang_option

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
    help="A format of others instead, as of today; what it has no place for is told.",
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
      tracker export --to open-sdg -o sdg
      tracker export --to iati --organisation "KZ-GOV Bureau" -o results.xml
    """
    from tracker.cli.output import deliver

    form = foreign.pop("form")
    if form or foreign["organisation"]:
        from tracker.cli.foreign import export_to

        if form is None or head or folder:
            raise click.UsageError("--to FORMAT stands without --head and --all")
        export_to(app, form, targets, output, **foreign)
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
