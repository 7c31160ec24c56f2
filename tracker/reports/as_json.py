"""The status report for machines: a contract, tested by snapshot. Unknown is null."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from tracker.domain import Baseline, Checkpoint, Labels
from tracker.progress.evidence import Attested
from tracker.progress.methods.of_status import methods_of
from tracker.progress.periodic import PeriodStanding
from tracker.progress.rollup import Rollup
from tracker.progress.standing import Standing
from tracker.progress.status import Rate, Reading, Status
from tracker.reports.findings import reason
from tracker.reports.forecasts import forecast_object
from tracker.reports.json_text import indented
from tracker.reports.methods_json import methods_object
from tracker.reports.numbers import machine, plain_spaces
from tracker.reports.parts import parts_reason
from tracker.reports.report import Report, moment
from tracker.reports.words import text_in, title_of, unit_name

SCHEMA = 1

# How a line begins on which a target of the report does.
_DEEP = "\n  "

Object = dict[str, Any]


def render(report: Report) -> str:
    """One object; its keys and targets always stand in the same order."""
    return "".join(pieces(report, report.statuses))


def pieces(report: Report, statuses: Iterable[Status]) -> Iterator[str]:
    """The object in pieces, one for each target.

    Args:
        report: Says what day it speaks of; its own statuses are not looked at.
    """
    head = beginning(report)
    yield indented(head).removesuffix("\n}") + ',\n "targets": ['
    between = ""
    for each in statuses:
        yield between + _DEEP + indented(status_object(each, report.lang), _DEEP)
        between = ","
    yield ("\n ]" if between else "]") + f',\n "head": {indented(report.head)}\n}}\n'


def beginning(report: Report) -> Object:
    """What the object of every JSON report begins with."""
    return {
        "schema": SCHEMA,
        "as_of": report.as_of.isoformat(),
        "known_at": moment(report.known_at) if report.known_at else None,
    }


def status_object(status: Status, lang: str) -> Object:
    """One target of the report."""
    now, first = status.now, status.first
    why = parts_reason(status, lang) or reason(
        now, lang, reported=status.actual is not None
    )
    found = _identity(status, lang) | {
        "baseline": _baseline(now.statement.baseline),
        "goal": _goal(now),
        "actual": _actual(status.actual),
        "share": machine(now.share),
        "expected": machine(now.expected),
        "variance": machine(now.variance),
        "pace": machine(now.pace),
        "days_ahead": now.days_ahead,
        "rating": now.rating.value,
        "reason": plain_spaces(why),
        "stale": status.stale,
        "days_late": now.days_late,
        "next_checkpoint": _checkpoint(now.next_checkpoint),
        "lapsed_checkpoints": [_checkpoint(each) for each in now.lapsed_checkpoints],
        "rate": _rate(status.rate),
        "first_stated": _first(first) if first else None,
        "forecast": forecast_object(status, lang),
        "methods": methods_object(methods_of(status), lang),
    }
    if status.period:
        found["period"] = {
            "start": _day(status.period.start),
            "end": _day(status.period.end),
            "quota": machine(now.goal),
        }
        found["periods"] = [_period(each) for each in status.periods]
    if status.rollup:
        found["parts"] = _parts(status.rollup)
    return found


def _identity(status: Status, lang: str) -> Object:
    target = status.target
    labels: Labels = target.labels
    statement = status.now.statement
    area = {"area": labels.area} if labels.area else {}
    return {
        "key": target.key,
        "title": title_of(target.key, labels, lang),
        "unit": unit_name(statement.unit, lang) or None,
        "measure": statement.measure.value,
        "direction": statement.direction.value,
        "programme": text_in(labels.programme, lang) if labels.programme else None,
        "owner": text_in(labels.owner, lang) if labels.owner else None,
        "parent": labels.parent,
    } | area


def _goal(standing: Standing) -> Object:
    statement = standing.statement
    return {
        "value": machine(statement.goal.value),
        "by": _day(statement.goal.by),
        "stated": _day(statement.stated),
    }


def _first(first: Standing) -> Object:
    return {
        "goal": _goal(first),
        "expected": machine(first.expected),
        "pace": machine(first.pace),
        "rating": first.rating.value,
    }


def _actual(reading: Reading | None) -> Object | None:
    if reading is None:
        return None
    shown = reading.attested
    return {
        "value": machine(reading.value),
        "on": _day(reading.on),
        "evidence": reading.evidence.value,
        "entries": reading.entries,
        "by_evidence": _by_evidence(shown) if shown else None,
        "named": machine(shown.named) if shown else None,
    }


def _by_evidence(shown: Attested) -> Object:
    """So much is attested at least so well: each step holds the better ones."""
    return {
        "claimed": machine(shown.claimed),
        "documented": machine(shown.documented),
        "verified": machine(shown.verified),
    }


def _baseline(baseline: Baseline | None) -> Object | None:
    if baseline is None:
        return None
    return {"value": machine(baseline.value), "on": _day(baseline.on)}


def _checkpoint(checkpoint: Checkpoint | None) -> Object | None:
    if checkpoint is None:
        return None
    return {"value": machine(checkpoint.value), "by": _day(checkpoint.by)}


def _rate(rate: Rate | None) -> Object | None:
    if rate is None:
        return None
    return {
        "unit": "per month",
        "recent": machine(rate.recent),
        "required": machine(rate.required),
    }


def _period(standing: PeriodStanding) -> Object:
    return {
        "start": _day(standing.span.start),
        "end": _day(standing.span.end),
        "quota": machine(standing.quota),
        "total": machine(standing.total),
        "rating": standing.rating.value,
    }


def _parts(rollup: Rollup) -> Object:
    return {
        "count": rollup.count,
        "reported": rollup.reported,
        "missing": list(rollup.missing),
        "left_out": list(rollup.left_out),
        "rolled_up": rollup.stands,
        "total": machine(rollup.total),
        "difference": machine(rollup.difference),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
