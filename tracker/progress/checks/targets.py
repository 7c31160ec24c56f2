"""Targets of which nothing is heard, and revisions that nobody is named for."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.periods import lapse_days
from tracker.progress.checks.faults import Check, Fault, Why
from tracker.progress.due import reports_begin, reports_due
from tracker.progress.rollup import last_reported
from tracker.progress.status import Status


def unheard_of(status: Status) -> Iterator[Fault]:
    """A target that owes a report, and whose last one is stale or never came.

    As old as that makes stale is also what has been waited for a first report.
    """
    every = status.target.labels.report_every
    waiting = reports_due(status, until=status.as_of)
    if every is None or not any(each.overdue for each in waiting):
        return
    last = last_reported(status)
    since = last or reports_begin(status)
    days = (status.as_of - since).days
    if days > lapse_days(every):
        key = status.target.key
        yield Fault(Check.STALE, _why(status), key, key, on=since, days=days)


def _why(status: Status) -> Why:
    if not status.counting:
        return Why.NEVER_REPORTED
    stands = status.rollup is not None and status.rollup.stands
    return Why.PARTS_BEHIND if stands else Why.STALE


def without_source(status: Status) -> Iterator[Fault]:
    """Revisions of which neither publisher, title nor address is known."""
    key = status.target.key
    for each in status.statements[1:]:
        source = each.source
        if not (source.publisher or source.title or source.url):
            where = f"{key}@{each.stated}"
            yield Fault(Check.SOURCES, Why.NO_SOURCE, where, key, on=each.stated)
