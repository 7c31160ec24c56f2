"""What is published, of which day: the statuses and changes that all forms share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from tracker.charts.names import safe_name
from tracker.ledger import Head, Ledger
from tracker.progress.changes import Change, changes
from tracker.progress.forecasts import with_forecasts
from tracker.progress.status import Status
from tracker.progress.statuses import statuses
from tracker.publish.fingerprint import digest_of
from tracker.reports.html.frame import Site


@dataclass(frozen=True)
class Edition:
    """What one publish is of.

    Attributes:
        keys: Of all targets, in the order of the file.
        since: The day of the report that it is compared with.
        head: Of the ledgers as they were known.
        front: The language of the pages at the root, and of files in one language.
    """

    as_of: date
    known_at: datetime | None
    since: date
    keys: tuple[str, ...]
    head: Head
    front: str

    @cached_property
    def digest(self) -> str:
        """Of everything that the site is made from."""
        return digest_of(*self.days, self.head.digest, self.keys)

    @property
    def days(self) -> tuple[object, ...]:
        return self.as_of, self.known_at, self.since, self.front

    @cached_property
    def site(self) -> Site:
        return Site(
            as_of=self.as_of,
            known_at=self.known_at,
            since=self.since,
            head=self.head.digest,
            front=self.front,
            files={key: safe_name(key) for key in self.keys},
        )


@dataclass(frozen=True)
class Content:
    """The ledgers of an edition, and what is worked out from them once."""

    edition: Edition
    ledgers: tuple[Ledger, ...]

    @cached_property
    def by_key(self) -> dict[str, Ledger]:
        return {each.key: each for each in self.ledgers}

    @cached_property
    def statuses(self) -> tuple[Status, ...]:
        return with_forecasts(statuses(self.ledgers, self.edition.as_of).values())

    @cached_property
    def _foretold(self) -> dict[str, Status]:
        return {each.target.key: each for each in self.statuses}

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        return changes(self.ledgers, self.statuses, self.edition.since)

    @property
    def last_moment(self) -> datetime | None:
        """When the last row was recorded, be it a statement or an actual."""
        moments: list[datetime] = []
        for ledger in self.ledgers:
            moments += (each.recorded_at for each in ledger.statements)
            moments += (each.recorded_at for each in ledger.actuals if each.recorded_at)
        return max(moments, default=None)

    def with_forecast_parts(self, status: Status) -> Status:
        """A status whose parts have their forecasts too."""
        parts = tuple(self._foretold[each.target.key] for each in status.parts)
        return replace(status, parts=parts)
