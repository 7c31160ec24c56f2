"""tracker import --report: a copy of the file with what became of each of its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.app import App, tell
from tracker.cli.output import OutputError, refuse_own
from tracker.errors import ActualsFileError, Problem
from tracker.files import Beside

if TYPE_CHECKING:
    from tracker.cli.outcomes import Imported
    from tracker.exchange.tables import HowRead
    from tracker.store.engine import Connection


class RowsReport:
    """Writes the copy of one file.

    Args:
        report: Where it goes.
        file: Whose rows they are.
    """

    def __init__(
        self, app: App, report: Path, file: Path, reading: HowRead, *, dry_run: bool
    ) -> None:
        if report.suffix.lower() != ".xlsx":
            raise click.UsageError("--report writes a workbook; name it .xlsx")
        refuse_own(app, report, " with --report")
        if report.resolve() == file.resolve():
            raise click.UsageError("--report would write over FILE; name another one")
        if file.exists() and not file.is_file():
            raise click.UsageError("--report needs a FILE that can be read twice")
        if report.exists():
            # It may be an earlier one, mended since.
            raise OutputError(
                f"{report} is there already; name another file with --report, or "
                "remove it"
            )
        self._report, self._file, self._reading = report, file, reading
        self._dry_run = dry_run

    def imported(self, app: App, work: Callable[[Connection], Imported]) -> Imported:
        """What some work gives, the report being put in its place once it is stored."""

        def reported(connection: Connection) -> Imported:
            imported = work(connection)
            with _told(self._report):
                # Without room for it nothing is stored either.
                beside.write(self._book({}, self._said(imported)))
            return imported

        with Beside(self._report) as beside:
            try:
                imported = app.write(reported)
            except ActualsFileError as error:
                self._refused(beside, error)
                raise
            try:
                beside.put()
            except OSError as why:
                return self._unput(imported, why)
        tell(f"{self._report} says what became of each row", err=True)
        return imported

    def _unput(self, imported: Imported, why: OSError) -> Imported:
        """What was stored stays, and a warning says what is missing beside it."""
        told = f"{self._report} {_unwritten(why)}"
        if self._dry_run:
            raise OutputError(told) from why
        doubt = f"the rows are recorded, but {told}"
        return imported._replace(doubts=[*imported.doubts, doubt])

    def _refused(self, beside: Beside, error: ActualsFileError) -> None:
        from tracker.exchange.copies import UncopiedError
        from tracker.exchange.outcomes import refused_lines

        try:
            content = self._book(refused_lines(error.problems), {})
        except ActualsFileError:
            # The file cannot be read, so it cannot be copied.
            return
        except UncopiedError as why:
            uncopied = Problem(self._file.name, str(why))
            raise error.and_also(uncopied) from why
        try:
            beside.write(content)
            beside.put()
        except OSError as why:
            unwritten = Problem(str(self._report), _unwritten(why))
            raise error.and_also(unwritten) from why
        tell(f"{self._report} says what is wrong with each row", err=True)

    def _said(self, imported: Imported) -> Mapping[int, str]:
        would = "would be " if self._dry_run else ""
        return {
            each.line: f"{would}{each.outcome}"
            if each.outcome in ("recorded", "corrected")
            else each.outcome
            for each in imported.outcomes
        }

    def _book(
        self, refused: Mapping[int, Sequence[Problem]], others: Mapping[int, str]
    ) -> bytes:
        from tracker.exchange.first_bytes import is_workbook
        from tracker.exchange.outcomes import Outcomes

        outcomes = Outcomes(refused, others)
        if is_workbook(self._file):
            from tracker.exchange.marked_book import marked_book
            from tracker.exchange.splice import UnmarkedError
            from tracker.exchange.tables import original

            try:
                with original(self._file, self._reading) as whole:
                    return marked_book(whole, outcomes)
            except UnmarkedError as why:
                why_plain = f"because {self._file.name} {why}"
                tell(f"{self._report} has the rows alone, {why_plain}", err=True)
        from tracker.exchange.outcome_book import outcome_book
        from tracker.exchange.tables import copied

        with copied(self._file, self._reading) as found:
            return outcome_book(found, outcomes)


@contextmanager
def _told(report: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(f"{report} {_unwritten(error)}") from error


def _unwritten(why: OSError) -> str:
    return (
        f"cannot be written ({why.strerror}); check the folder, or name another file "
        "with --report"
    )
