"""The page of one target: finding, picture, statements, actuals, forecast, methods."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from tracker.domain import Actual, Kind, Measure, Source, Statement, Unit
from tracker.ledger import Ledger, StatementEntry, StatementKind
from tracker.progress.status import Status
from tracker.reports.findings import finding, reason
from tracker.reports.forecast_lines import lines_of
from tracker.reports.html.frame import Here, Link, web_address
from tracker.reports.html.render import data_block, drawing, page
from tracker.reports.html.rows import rows, verdict
from tracker.reports.methods import side_by_side
from tracker.reports.numbers import figure
from tracker.reports.parts import parts_reason
from tracker.reports.phrases import say
from tracker.reports.report import Report
from tracker.reports.statements import about, changes, plan_rows, stated_by
from tracker.reports.words import (
    DAYS,
    RATING_SYMBOLS,
    TARGETS,
    UNKNOWN,
    counted,
    long_day,
    on_day,
    short_day,
    span_name,
    title_of,
    word,
)

# The latest of so many actuals keep a page light; the file beside it has them all.
MOST_ACTUALS = 100
SHOWN_DIGITS = 12


class Said(NamedTuple):
    """Who said something, and where it can be read."""

    text: str
    url: str | None


class Stated(NamedTuple):
    """One statement as a page shows it; empty where there is nothing to say."""

    head: str
    said: Said
    plan: list[tuple[str, str]]
    changed: str
    reason: str
    note: str


class Reported(NamedTuple):
    """One actual as a page shows it."""

    entry: str
    on: str
    day: str
    figure: str
    total: str
    evidence: str
    said: Said
    more: list[str]
    author: str


class Corrected(NamedTuple):
    """What a correction or withdrawal put in the place of what."""

    entry: str
    day: str
    was: str
    now: str
    reason: str
    author: str


class Drawn(NamedTuple):
    """The picture of a target, wide and narrow, as SVG elements."""

    wide: str
    narrow: str


def target_page(
    status: Status,
    ledger: Ledger,
    drawn: Drawn,
    here: Here,
    dataset: Mapping[str, object],
) -> str:
    """The page of a target in the language of its place."""
    lang, target = here.lang, status.target
    title = title_of(target.key, target.labels, lang)
    method_rows, notes = _methods(status, here)
    shown = reported(status, ledger, lang)
    return page(
        "target.html",
        here,
        title=title,
        finding=finding(status, lang),
        verdict=verdict(status, lang),
        why=_why(status, lang),
        stale=_stale(status, lang),
        drawings=[drawing(drawn.wide), drawing(drawn.narrow)],
        say_values="\n".join(values_told(status, lang)),
        facts=about(status.now.statement, target.labels, lang),
        statements=statements(ledger, status, lang),
        actuals=shown[:MOST_ACTUALS],
        some=_some(len(shown), lang),
        corrections=corrections(ledger, status, lang),
        forecast=lines_of(status, lang)[1:] if status.forecast else [],
        methods=method_rows,
        notes=notes,
        periods=_periods(status, lang),
        parts_rows=rows(status.parts, here, {}),
        parent=_parent(status, here),
        downloads=_downloads(status, here),
        ledger=_ledger_line(ledger, lang),
        dataset=data_block(dataset),
    )


def statements(ledger: Ledger, status: Status, lang: str) -> list[Stated]:
    """Every statement made by the day of the report, then what errata replaced."""
    target = stated_by(ledger.target, status.as_of)
    found = [
        _stated(before, each, lang)
        for before, each in pairwise([None, *target.statements])
        if each is not None
    ]
    by_seq = {each.seq: each for each in ledger.statements}
    return found + [
        _erratum(each, by_seq[each.replaces], lang)
        for each in ledger.statements
        if each.kind is StatementKind.ERRATUM
        and each.replaces is not None
        and each.statement.stated <= status.as_of
    ]


def reported(status: Status, ledger: Ledger, lang: str) -> list[Reported]:
    """The actuals that count, the latest first."""
    totals = {id(each.actual): each.total for each in status.points}
    unit = status.now.statement.unit
    own = {each.seq for each in ledger.actuals}
    return [
        Reported(
            entry=f"#{each.seq}" if each.seq in own and ledger.actuals else "",
            on=each.on.isoformat(),
            day=short_day(each.on, lang),
            figure=amount(each, unit, lang),
            total=_total(totals.get(id(each)), status, lang),
            evidence=word(each.evidence, lang),
            said=Said(each.source or UNKNOWN, web_address(each.url)),
            more=_more(each, lang),
            author=each.author,
        )
        for each in reversed(status.counting)
    ]


def corrections(ledger: Ledger, status: Status, lang: str) -> list[Corrected]:
    """Every correction and withdrawal, in the order they were recorded."""
    by_seq = {each.seq: each for each in ledger.actuals}
    return [
        correction(each, by_seq[each.replaces], status.now.statement.unit, lang)
        for each in ledger.actuals
        if each.replaces is not None and each.on <= status.as_of
    ]


def correction(new: Actual, old: Actual, unit: Unit, lang: str) -> Corrected:
    """One correction, with what it replaces."""
    gone = new.kind is Kind.WITHDRAWAL
    return Corrected(
        entry=f"#{new.seq}",
        day=short_day(new.on, lang),
        was=f"#{old.seq}: {amount(old, unit, lang)}",
        now=UNKNOWN if gone else amount(new, unit, lang),
        reason=new.reason or "",
        author=new.author,
    )


def amount(actual: Actual, unit: Unit, lang: str) -> str:
    """What an actual says: so many in all, so many more, done."""
    if actual.value is None:
        return UNKNOWN
    if actual.kind in (Kind.DONE, Kind.NOT_DONE):
        return word(actual.kind, lang)
    text = counted(actual.value, unit, lang)
    more = actual.kind is Kind.INCREMENT and actual.value >= 0
    return f"+{text}" if more else text


def values_told(status: Status, lang: str) -> list[str]:
    """What is said of each mark of the picture, by day and value."""
    unit = status.now.statement.unit
    milestone = status.target.measure is Measure.MILESTONE
    found = []
    for point in sorted(status.points, key=lambda each: each[:2]):
        value = counted(point.total, unit, lang)
        if milestone:
            value = word("done" if point.total else "not-done", lang)
        evidence = word(point.actual.evidence, lang)
        found.append(f"{short_day(point.on, lang)}: {value}, {evidence}")
    return found


def source_of(source: Source) -> Said:
    """Who stated something; a dash where nobody is named."""
    return Said(str(source) or UNKNOWN, web_address(source.url))


def _stated(before: Statement | None, each: Statement, lang: str) -> Stated:
    phrase = "stated-on" if before is None else "restated-on"
    day, on = long_day(each.stated, lang), on_day(each.stated, lang)
    return Stated(
        head=say(phrase, lang, day=day, on=on),
        said=source_of(each.source),
        plan=plan_rows(each, lang),
        changed=changes(before, each, lang) if before else "",
        reason=each.reason or "",
        note=each.note or "",
    )


def _erratum(entry: StatementEntry, old: StatementEntry, lang: str) -> Stated:
    """A statement that was mistyped, as it read before."""
    head = word("erratum", lang)
    return Stated(
        head=f"{head[:1].upper()}{head[1:]}, {long_day(old.statement.stated, lang)}",
        said=source_of(old.statement.source),
        plan=plan_rows(old.statement, lang),
        changed="",
        reason=entry.reason or "",
        note=word("it-read", lang),
    )


def _why(status: Status, lang: str) -> str:
    reported_at_all = status.actual is not None
    return parts_reason(status, lang) or reason(
        status.now, lang, reported=reported_at_all
    )


def _stale(status: Status, lang: str) -> str:
    if not status.stale or not status.counting:
        return ""
    days = (status.as_of - status.counting[-1].on).days
    return say("site-stale", lang, days=counted(days, DAYS, lang))


def _some(count: int, lang: str) -> str:
    if count <= MOST_ACTUALS:
        return ""
    most, every = figure(MOST_ACTUALS, lang), figure(count, lang)
    return say("site-some-actuals", lang, count=most, all=every)


def _total(total: float | None, status: Status, lang: str) -> str:
    milestone = status.target.measure is Measure.MILESTONE
    return UNKNOWN if total is None or milestone else figure(total, lang)


def _more(actual: Actual, lang: str) -> list[str]:
    """What else was told of an actual."""
    named = (("site-item", actual.item), ("reason", actual.reason))
    found = [
        f"{say(key, lang) if key.startswith('site') else word(key, lang)}: {text}"
        for key, text in named
        if text
    ]
    return [*found, actual.note] if actual.note else found


def _methods(status: Status, here: Here) -> tuple[list[tuple[str, str]], list[str]]:
    """Each method with its verdict, and the notes."""
    report = Report((status,), here.site.as_of, here.site.known_at, here.lang)
    (head, found), notes = side_by_side(report)
    # Of one target nobody needs to be told how many.
    count = f" ({counted(1, TARGETS, here.lang)})"
    told = [note.replace(count, "") for note in notes]
    return list(zip(head[1:], found[1:], strict=True)), told


def _periods(status: Status, lang: str) -> list[tuple[str, str, str, str]]:
    """Earlier periods of a quota: name, quota, total, rating."""
    period = status.now.statement.period
    if period is None:
        return []
    unit = status.now.statement.unit
    return [
        (
            span_name(each.span, period, lang),
            counted(each.quota, unit, lang),
            UNKNOWN if each.total is None else figure(each.total, lang),
            f"{RATING_SYMBOLS[each.rating]} {word(each.rating, lang)}",
        )
        for each in reversed(status.periods)
    ]


def _parent(status: Status, here: Here) -> Link | None:
    parent = status.target.labels.parent
    if parent is None or parent not in here.site.files:
        return None
    return Link(parent, here.to(here.site.target_page(parent)))


def _downloads(status: Status, here: Here) -> list[Link]:
    name = here.site.files[status.target.key]
    return [
        Link(
            say(f"site-download-{what}", here.lang),
            here.to_file(f"data/targets/{name}.{form}"),
        )
        for what, form in (("status", "json"), ("actuals", "csv"))
    ]


def _ledger_line(ledger: Ledger, lang: str) -> str:
    last = (ledger.actuals or ledger.statements)[-1].digest
    return say(
        "site-ledger",
        lang,
        statements=str(len(ledger.statements)),
        actuals=str(len(ledger.actuals)),
        digest=last[:SHOWN_DIGITS],
    )
