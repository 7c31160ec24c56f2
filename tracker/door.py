"""The door for Python: targets, actuals, statuses, frames and charts, to be read.

It writes nothing; figures are recorded on the command line, where they are checked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tracker.domain import Actual, Target
from tracker.errors import EntryError, NoDatabaseError, UnknownTargetError
from tracker.ledger import Ledger
from tracker.progress.status import Status
from tracker.progress.statuses import statuses
from tracker.progress.totals import in_force
from tracker.store import read
from tracker.store.engine import reading
from tracker.store.location import Database, located

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pandas import DataFrame

Found = TypeVar("Found")

_TARGETS_FILE, _DATABASE_FILE = "targets.toml", "tracker.db"


@dataclass(frozen=True)
class Tracker:
    """What one database holds, read anew by each call.

    A day is a date or its text, such as "2024-12-31"; a day of a report is always
    given, so that a notebook says the same when it is run again. A moment has an
    offset: what was recorded after it is left out; None leaves nothing out.
    """

    database: Database

    def targets(self, known_at: datetime | None = None) -> tuple[Target, ...]:
        """Every target with all its statements, in the order of the file."""
        return tuple(each.target for each in self._ledgers(known_at))

    def actuals(self, key: str, known_at: datetime | None = None) -> tuple[Actual, ...]:
        """The actuals of a target that count, by day: none replaced or withdrawn.

        Raises:
            UnknownTargetError: With the keys that were perhaps meant.
        """
        return in_force(self.ledger(key, known_at).actuals)

    def ledger(self, key: str, known_at: datetime | None = None) -> Ledger:
        """All that was ever recorded of a target, oldest first.

        Raises:
            UnknownTargetError: With the keys that were perhaps meant.
        """
        for ledger in self._ledgers(known_at, [key]):
            return ledger
        raise _unknown(key, [each.key for each in self._ledgers(known_at)])

    def status(
        self, as_of: date | str, known_at: datetime | None = None
    ) -> dict[str, Status]:
        """Where each target stands on a day, by key, in the order of the file."""
        return statuses(self._ledgers(known_at), _day(as_of))

    def forecast(
        self, as_of: date | str, known_at: datetime | None = None
    ) -> dict[str, Status]:
        """The same, each with its forecast."""
        from tracker.progress.forecasts import with_forecasts

        found = tuple(self.status(as_of, known_at).values())
        return {each.target.key: each for each in with_forecasts(found)}

    def targets_frame(self, known_at: datetime | None = None) -> DataFrame:
        """A row for each statement of each target; needs the extra `pandas`."""
        from tracker.frames import statements_frame

        return statements_frame(self.targets(known_at))

    def actuals_frame(
        self, keys: Sequence[str] = (), known_at: datetime | None = None
    ) -> DataFrame:
        """A row for each actual that counts, of some targets or of all.

        Raises:
            UnknownTargetError: With the keys that were perhaps meant.
        """
        from tracker.frames import actuals_frame

        known = {each.key: each for each in self._ledgers(known_at)}
        wanted = [_named(key, known) for key in keys] or known.values()
        return actuals_frame({each.key: in_force(each.actuals) for each in wanted})

    def status_frame(
        self, as_of: date | str, known_at: datetime | None = None, lang: str = "en"
    ) -> DataFrame:
        """A row for each target under the columns of `status --format csv`."""
        from tracker.frames import status_frame

        return status_frame(tuple(self.forecast(as_of, known_at).values()), lang)

    def chart(
        self,
        key: str,
        as_of: date | str,
        known_at: datetime | None = None,
        *,
        lang: str = "en",
        size: tuple[int, int] = (1000, 600),
    ) -> Figure:
        """The chart of a target with its forecast, as a figure of its own.

        Args:
            size: Width and height in pixels.

        Raises:
            UnknownTargetError: With the keys that were perhaps meant.
            ChartSizeError: Nothing can be read or drawn in that size.
        """
        from tracker.charts.draw import figure_of
        from tracker.charts.options import ChartOptions
        from tracker.progress.forecasts import with_forecasts

        status = _named(key, self.status(as_of, known_at))
        (status,) = with_forecasts((status,))
        width, height = size
        return figure_of(status, ChartOptions(lang=lang, width=width, height=height))

    def _ledgers(
        self, known_at: datetime | None, only: Collection[str] | None = None
    ) -> tuple[Ledger, ...]:
        if known_at is not None and known_at.tzinfo is None:
            raise EntryError("known_at has no offset; give it one, such as tzinfo=UTC")
        with reading(self.database) as connection:
            return read.ledgers(connection, only, known_at)


def opened(where: str | Path) -> Tracker:
    """The door to a database, once it has been seen that it can be read."""
    tracker = Tracker(_database(where))
    with reading(tracker.database):
        return tracker


def _database(where: str | Path) -> Database:
    if isinstance(where, str) and "://" in where:
        return located(where)
    path = Path(where)
    if not path.is_dir():
        beside = path.with_name(_DATABASE_FILE)
        return beside if path.suffix == ".toml" else path
    here = path.resolve()
    for folder in (here, *here.parents):
        if (folder / _TARGETS_FILE).is_file() or (folder / _DATABASE_FILE).is_file():
            return folder / _DATABASE_FILE
    raise NoDatabaseError(
        f"neither {_TARGETS_FILE} nor {_DATABASE_FILE} in {here} or above; name the "
        "folder that holds them"
    )


def _named(key: str, known: Mapping[str, Found]) -> Found:
    if key not in known:
        raise _unknown(key, known)
    return known[key]


def _unknown(key: str, known: Iterable[str]) -> UnknownTargetError:
    return UnknownTargetError(key, get_close_matches(key, list(known), n=3))


def _day(day: date | str) -> date:
    if isinstance(day, date):
        return day
    try:
        return date.fromisoformat(day)
    except ValueError as error:
        raise EntryError(f"{day!r} is not a day; write 2024-09-01") from error
