"""A whole site from what is recorded: every page and file, and what each rests on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property, partial
from typing import NamedTuple

from tracker.domain import LANGUAGES, Target
from tracker.exchange import actuals_csv, head_file
from tracker.ledger import Ledger
from tracker.progress.status import Status
from tracker.publish.content import Content, Edition
from tracker.publish.drawing import Drawing
from tracker.publish.fingerprint import digest_of, ledgers_of
from tracker.publish.folder import HEAD_FILE, Folder
from tracker.publish.workers import texts
from tracker.reports import as_csv, as_json
from tracker.reports.html.dataset import dataset_of_all, dataset_of_one
from tracker.reports.html.frame import CHANGES, MEASURED, Here
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


class Planned(NamedTuple):
    """A file of the site: what it is made from, and how."""

    inputs: str
    draft: Draft

    @property
    def path(self) -> str:
        return self.draft.path


def publish(content: Content, folder: Folder, jobs: int = 1) -> None:
    """Writes the site into a folder; what is there already is left as it is.

    Args:
        jobs: The pages of targets are made by so many processes.

    Raises:
        PublishError: Something is in the way, or it cannot be written.
    """
    pages = _Pages(content)
    of_all, of_targets = list(pages.of_all()), list(pages.of_targets())
    folder.begin([each.path for each in (*of_all, *of_targets)])
    # What rests on all targets is not worth sending to another process.
    for planned, its_jobs in ((of_all, 1), (of_targets, jobs)):
        wanted = [each for each in planned if not folder.has(each.path, each.inputs)]
        made = texts([each.draft for each in wanted], its_jobs)
        for each, text in zip(wanted, made, strict=True):
            folder.put(each.path, each.inputs, text.encode())
    folder.finish(content.edition.digest)


@dataclass(frozen=True)
class _Pages:
    content: Content

    @property
    def edition(self) -> Edition:
        return self.content.edition

    @cached_property
    def leagues(self) -> tuple[League, ...]:
        return leagues_of(self.content.statuses)

    def of_all(self) -> Iterator[Planned]:
        """What rests on all targets."""
        for draft in self._of_all():
            yield Planned(self.edition.digest, draft)

    def of_targets(self) -> Iterator[Planned]:
        """What rests on one target, the pages of one after one another."""
        for each in self.content.statuses:
            status = self.content.with_forecast_parts(each)
            parent = self._parent_of(status)
            rests_on = ledgers_of(status, self.content.by_key)
            title = parent and parent.labels.title
            inputs = digest_of(*self.edition.days, rests_on, title)
            for draft in self._of_one(status, parent):
                yield Planned(inputs, draft)

    def _of_all(self) -> Iterator[Draft]:
        for lang in LANGUAGES:
            here = partial(Here, self.edition.site, lang=lang)
            whole = here("")
            dataset = dataset_of_all(self.content.statuses, whole)
            yield from overview(self.content.statuses, self.leagues, whole, dataset)
            for listed in lists_of(self.content.statuses, self.leagues, lang):
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
        return changes_page(self.content.changes, here)

    def _data(self) -> Iterator[Draft]:
        edition = self.edition
        report = Report(
            self.content.statuses,
            edition.as_of,
            edition.known_at,
            edition.front,
            edition.head.digest,
        )
        reported = (_reported(each, edition.as_of) for each in self.content.ledgers)
        yield Draft("data/status.json", partial(as_json.render, report))
        yield Draft("data/status.csv", partial(as_csv.render, report))
        yield Draft("data/actuals.csv", partial(actuals_csv.write, reported))
        # Of nothing that was recorded, before anything was.
        moment = self.content.last_moment or datetime.min.replace(tzinfo=UTC)
        yield Draft(HEAD_FILE, partial(head_file.write, edition.head, moment))

    def _parent_of(self, status: Status) -> Target | None:
        ledger = self.content.by_key.get(status.target.labels.parent or "")
        return ledger.target if ledger else None

    def _of_one(self, status: Status, parent: Target | None) -> Iterator[Draft]:
        ledger, site = self.content.by_key[status.target.key], self.edition.site
        drawing = Drawing(status)
        for lang in LANGUAGES:
            here = Here(site, site.target_page(status.target.key), lang)
            make = partial(_target_page, status, ledger, drawing, here, parent)
            yield Draft(here.path, make)
        name = f"data/targets/{site.files[status.target.key]}"
        yield Draft(f"{name}.json", partial(_object, status, self.edition.front))
        reported = _reported(ledger, self.edition.as_of)
        yield Draft(f"{name}.csv", partial(actuals_csv.write, [reported]))


def _target_page(
    status: Status, ledger: Ledger, drawing: Drawing, here: Here, parent: Target | None
) -> str:
    drawn, dataset = drawing.in_language(here.lang), dataset_of_one(status, here)
    return target_page(status, ledger, drawn, here, dataset, parent)


def _object(status: Status, lang: str) -> str:
    found = as_json.status_object(status, lang)
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _reported(ledger: Ledger, as_of: date) -> Ledger:
    """A ledger with the actuals of days up to one."""
    actuals = tuple(each for each in ledger.actuals if each.on <= as_of)
    return replace(ledger, actuals=actuals)
