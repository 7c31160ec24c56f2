"""A whole site from what is recorded: every page and file, and what each rests on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property, partial
from typing import NamedTuple

from tracker.charts.names import safe_name
from tracker.domain import LANGUAGES
from tracker.exchange import actuals_csv, head_file
from tracker.ledger import Head, Ledger
from tracker.progress.changes import Change, changes
from tracker.progress.forecasts import with_forecasts
from tracker.progress.status import Status
from tracker.progress.statuses import statuses
from tracker.publish.drawing import Drawing
from tracker.publish.fingerprint import digest_of, ledgers_of
from tracker.publish.folder import HEAD_FILE, Folder
from tracker.publish.workers import texts
from tracker.reports import as_csv, as_json
from tracker.reports.html.dataset import dataset_of_all, dataset_of_one
from tracker.reports.html.frame import CHANGES, MEASURED, Here, Site
from tracker.reports.html.listing import (
    Draft,
    League,
    league_page,
    leagues_of,
    list_pages,
    lists_of,
    overview,
)
from tracker.reports.html.other_pages import changes_page, measured_page
from tracker.reports.html.target_page import target_page
from tracker.reports.report import Report


@dataclass(frozen=True)
class Edition:
    """What one publish is of.

    Attributes:
        keys: Of all targets, in the order of the file.
        since: The day of the report that it is compared with.
        head: Of the ledgers as they were known.
        front: The language of the pages at the root.
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


class Planned(NamedTuple):
    """A file of the site: what it is made from, and how."""

    inputs: str
    draft: Draft

    @property
    def path(self) -> str:
        return self.draft.path


def publish(
    edition: Edition, ledgers: tuple[Ledger, ...], folder: Folder, jobs: int = 1
) -> None:
    """Writes the site into a folder; what is there already is left as it is.

    Args:
        jobs: The pages of targets are made by so many processes.

    Raises:
        PublishError: Something is in the way, or it cannot be written.
    """
    content = _Content(edition, ledgers)
    of_all, of_targets = list(content.of_all()), list(content.of_targets())
    folder.begin([each.path for each in (*of_all, *of_targets)])
    # What rests on all targets is not worth sending to another process.
    for planned, its_jobs in ((of_all, 1), (of_targets, jobs)):
        wanted = [each for each in planned if not folder.has(each.path, each.inputs)]
        made = texts([each.draft for each in wanted], its_jobs)
        for each, text in zip(wanted, made, strict=True):
            folder.put(each.path, each.inputs, text.encode())
    folder.finish(edition.digest)


@dataclass(frozen=True)
class _Content:
    edition: Edition
    ledgers: tuple[Ledger, ...]

    @cached_property
    def by_key(self) -> dict[str, Ledger]:
        return {each.key: each for each in self.ledgers}

    @cached_property
    def statuses(self) -> tuple[Status, ...]:
        return with_forecasts(statuses(self.ledgers, self.edition.as_of).values())

    @cached_property
    def foretold(self) -> dict[str, Status]:
        return {each.target.key: each for each in self.statuses}

    @cached_property
    def leagues(self) -> tuple[League, ...]:
        return leagues_of(self.statuses)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        return changes(self.ledgers, self.statuses, self.edition.since)

    def of_all(self) -> Iterator[Planned]:
        """What rests on all targets."""
        for draft in self._of_all():
            yield Planned(self.edition.digest, draft)

    def of_targets(self) -> Iterator[Planned]:
        """What rests on one target, the pages of one after one another."""
        for each in self.statuses:
            status = self._with_forecast_parts(each)
            rests_on = ledgers_of(status, self.by_key)
            inputs = digest_of(*self.edition.days, rests_on)
            for draft in self._of_one(status):
                yield Planned(inputs, draft)

    def _with_forecast_parts(self, status: Status) -> Status:
        parts = tuple(self.foretold[each.target.key] for each in status.parts)
        return replace(status, parts=parts)

    def _of_all(self) -> Iterator[Draft]:
        for lang in LANGUAGES:
            here = partial(Here, self.edition.site, lang=lang)
            whole = here("")
            dataset = dataset_of_all(self.statuses, whole)
            yield from overview(self.statuses, self.leagues, whole, dataset)
            for listed in lists_of(self.statuses, self.leagues, lang):
                yield from list_pages(listed, whole)
            for league in self.leagues:
                at = here(league.page)
                yield Draft(at.path, partial(league_page, league, at))
            at = here(CHANGES)
            yield Draft(at.path, partial(self._changes_page, at))
            at = here(MEASURED)
            yield Draft(at.path, partial(measured_page, at))
        yield from self._data()

    def _changes_page(self, here: Here) -> str:
        return changes_page(self.changes, here)

    def _data(self) -> Iterator[Draft]:
        edition = self.edition
        report = Report(
            self.statuses,
            edition.as_of,
            edition.known_at,
            edition.front,
            edition.head.digest,
        )
        reported = (_reported(each, edition.as_of) for each in self.ledgers)
        yield Draft("data/status.json", partial(as_json.render, report))
        yield Draft("data/status.csv", partial(as_csv.render, report))
        yield Draft("data/actuals.csv", partial(actuals_csv.write, reported))
        moment = last_moment(self.ledgers)
        yield Draft(HEAD_FILE, partial(head_file.write, edition.head, moment))

    def _of_one(self, status: Status) -> Iterator[Draft]:
        ledger, site = self.by_key[status.target.key], self.edition.site
        drawing = Drawing(status)
        for lang in LANGUAGES:
            here = Here(site, site.target_page(status.target.key), lang)
            yield Draft(here.path, partial(_target_page, status, ledger, drawing, here))
        name = f"data/targets/{site.files[status.target.key]}"
        yield Draft(f"{name}.json", partial(_object, status, self.edition.front))
        reported = _reported(ledger, self.edition.as_of)
        yield Draft(f"{name}.csv", partial(actuals_csv.write, [reported]))


def last_moment(ledgers: Iterable[Ledger]) -> datetime:
    """When the last row was recorded, be it a statement or an actual."""
    moments = [datetime.min.replace(tzinfo=UTC)]
    for ledger in ledgers:
        moments += (each.recorded_at for each in ledger.statements)
        moments += (each.recorded_at for each in ledger.actuals if each.recorded_at)
    return max(moments)


def _target_page(status: Status, ledger: Ledger, drawing: Drawing, here: Here) -> str:
    dataset = dataset_of_one(status, here)
    return target_page(status, ledger, drawing.in_language(here.lang), here, dataset)


def _object(status: Status, lang: str) -> str:
    found = as_json.status_object(status, lang)
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _reported(ledger: Ledger, as_of: date) -> Ledger:
    """A ledger with the actuals of days up to one."""
    actuals = tuple(each for each in ledger.actuals if each.on <= as_of)
    return replace(ledger, actuals=actuals)
