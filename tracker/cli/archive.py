"""All of a database as plain files, and back: export --all and import --all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.cli.app import TARGETS_FILE, App
from tracker.cli.output import OutputError, own_files
from tracker.errors import Problem, RefusedError
from tracker.files import write_whole

if TYPE_CHECKING:
    from tracker.ledger import Head, Import, Kept
    from tracker.store.engine import Connection
    from tracker.store.location import Database

HEAD_FILE = "head.txt"


def export_all(app: App, folder: Path) -> str:
    """Writes everything into a folder, and says what.

    Raises:
        OutputError: The folder cannot be written, or is the one of tracker's own files.
        RefusedError: A row does not fit its digest, so no import would take it.
    """
    if folder.resolve() in [each.parent for each in own_files(app)]:
        raise OutputError(f"{folder} holds tracker's own files; name another folder")
    files, head = _files(app)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            write_whole(folder / name, content)
    except OSError as error:
        raise OutputError(
            f"{folder} cannot be written ({error.strerror}); check the folder"
        ) from error
    return f"wrote {', '.join(files)} to {folder}; head {head.digest}"


def import_all(app: App, folder: Path) -> str:
    """Puts an export of everything into a new database, and says what.

    Raises:
        ArchiveError: A file is missing, cannot be read, or was changed.
        RefusedError: The database holds targets already.
    """
    from tracker.exchange.archive import ACTUALS, STATEMENTS, read
    from tracker.store import imports
    from tracker.store.migrate import setting_up

    ledgers = read(_text(folder / STATEMENTS), _text(folder / ACTUALS))
    imported = _imports(folder)
    with setting_up(app.database) as (connection, _):
        head = _restored(connection, ledgers, folder, app.database)
        imports.restore(connection, imported)
    _bring_targets(app, folder)
    return (
        f"put {head.statements:,} statements and {head.actuals:,} actuals of {folder} "
        f"into {app.database}; head {head.digest}"
    )


def _files(app: App) -> tuple[Mapping[str, bytes], Head]:
    """Each file's name and content, all of one state of the database."""
    from tracker.exchange import actuals_csv, archive, head_file, imports_csv
    from tracker.store import archive as rows
    from tracker.store import heads, imports, inspect, read

    def work(connection: Connection) -> tuple[dict[str, str], Head]:
        broken = inspect.broken(connection)
        if broken:
            raise RefusedError(f"nothing was written: {broken[0]}")
        texts = {
            archive.STATEMENTS: archive.statements_toml(rows.kept(connection)),
            archive.ACTUALS: actuals_csv.write(read.ledgers(connection)),
            imports_csv.IMPORTS: imports_csv.write(imports.kept(connection)),
        }
        return texts, heads.head(connection)

    texts, head = app.read(work)
    texts[HEAD_FILE] = head_file.write(head, app.now)
    files = {name: text.encode() for name, text in texts.items()}
    if app.targets_file.is_file():
        files[TARGETS_FILE] = app.targets_file.read_bytes()
    return files, head


def _restored(
    connection: Connection, ledgers: tuple[Kept, ...], folder: Path, database: Database
) -> Head:
    from tracker.exchange.archive import ArchiveError
    from tracker.exchange.head_file import read as read_head
    from tracker.store import archive, heads, read

    if read.keys(connection):
        raise RefusedError(
            f"{database} holds targets already; name a new one with --database"
        )
    broken = archive.restore(connection, ledgers)
    if broken:
        message = "was changed after it was exported; take the files as they were"
        raise ArchiveError([Problem(name, message) for name in broken])
    # Refuses what fits its digest and still cannot be read.
    read.ledgers(connection)
    head, file = heads.head(connection), folder / HEAD_FILE
    if file.exists() and (then := read_head(file).head) != head:
        more = "tells of fewer rows than the files hold; take those of one export"
        lost = heads.lost_since(connection, then) or [more]
        raise ArchiveError([Problem(str(file), message) for message in lost])
    return head


def _imports(folder: Path) -> list[Import]:
    """What an export told of imported files; an older one told nothing."""
    from tracker.exchange.imports_csv import IMPORTS, read

    file = folder / IMPORTS
    return read(_text(file)) if file.exists() else []


def _text(file: Path) -> str:
    from tracker.exchange.archive import ArchiveError

    try:
        return file.read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        message = f"cannot be read ({reason}); name a folder of `tracker export --all`"
        raise ArchiveError([Problem(str(file), message)]) from error


def _bring_targets(app: App, folder: Path) -> None:
    """The file of targets beside a database that has its usual place, if it lacks."""
    there = folder / TARGETS_FILE
    usual = app.database_option is None
    if usual and there.is_file() and not app.targets_file.exists():
        write_whole(app.targets_file, there.read_bytes())
