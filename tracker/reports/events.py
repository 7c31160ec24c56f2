"""Everything that ever happened to some targets, a row an event, newest last."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from tracker.domain import Actual, Kind, Labels
from tracker.ledger import Ledger, StatementEntry, StatementKind
from tracker.reports.numbers import machine, plain_spaces
from tracker.reports.report import moment, shown_moment
from tracker.reports.statements import plan_lines
from tracker.reports.tables import Row
from tracker.reports.terminal import visible
from tracker.reports.words import counted, short_day, word

COLUMNS = (
    "recorded_at",
    "entry",
    "event",
    "what",
    "on",
    "kind",
    "value",
    "replaces",
    "evidence",
    "source",
    "url",
    "item",
    "note",
    "author",
    "reason",
)
# What people are shown; the rest is in the forms for machines.
TEXT_COLUMNS = ("moment", "entry", "what", "source", "author", "reason")


def event_heads(lang: str) -> tuple[str, ...]:
    """What people read above `TEXT_COLUMNS`."""
    names = ("moment-head", "entry-head", "what-head", "source", "author-head")
    return tuple(word(each, lang) for each in (*names, "reason"))


def event_rows(ledgers: Iterable[Ledger], as_of: date, lang: str) -> list[Row]:
    """Statements and actuals of days up to one, in the order they were recorded."""
    found: list[tuple[datetime, int, Row]] = []
    for ledger in ledgers:
        before: StatementEntry | None = None
        for entry in ledger.statements:
            if entry.statement.stated <= as_of:
                row = _statement_row(ledger.key, entry, before, lang)
                found.append((entry.recorded_at, 0, row))
            before = entry
        for actual in ledger.actuals:
            assert actual.recorded_at is not None, "a stored actual has its moment"
            if actual.on <= as_of:
                row = _actual_row(ledger, actual, lang)
                found.append((actual.recorded_at, 1, row))
    found.sort(key=lambda each: each[:2])
    return [row for _, _, row in found]


def _statement_row(
    key: str, entry: StatementEntry, before: StatementEntry | None, lang: str
) -> Row:
    if before and entry.kind is StatementKind.RELABELLED:
        return _relabelled_row(key, entry, before, lang)
    statement = entry.statement
    stated = statement.stated.isoformat()
    lines = (line.replace("  ", ", ", 1) for line in plan_lines(statement, lang))
    plan = "; ".join(" ".join(line.split()) for line in lines)
    what = plain_spaces(f"{word(entry.kind, lang)}: {plan}")
    return {
        "recorded_at": moment(entry.recorded_at),
        "moment": shown_moment(entry.recorded_at),
        "entry": f"{key}@{stated}",
        "event": entry.kind.value,
        "what": what,
        "on": stated,
        "kind": None,
        "value": machine(statement.goal.value),
        "replaces": f"{key}@{stated}" if entry.replaces else None,
        "evidence": None,
        "source": str(statement.source) or None,
        "url": statement.source.url,
        "item": None,
        "note": statement.note,
        "author": entry.author,
        "reason": entry.reason or statement.reason,
    }


def _relabelled_row(
    key: str, entry: StatementEntry, before: StatementEntry, lang: str
) -> Row:
    """A new name: what it was and is; nothing was stated by it."""
    what = word(entry.kind, lang)
    changed = "; ".join(label_changes(before.labels, entry.labels))
    return dict.fromkeys(COLUMNS) | {
        "recorded_at": moment(entry.recorded_at),
        "moment": shown_moment(entry.recorded_at),
        "entry": key,
        "event": entry.kind.value,
        "what": f"{what}: {changed}" if changed else what,
        "author": entry.author,
    }


def label_changes(old: Labels, new: Labels) -> list[str]:
    """What a target is called now, and was before: a change for each label."""
    before, after = vars(old), vars(new)
    return [
        f"{name} {_label(before[name])} -> {_label(after[name])}"
        for name in after
        if before[name] != after[name]
    ]


def _label(value: object) -> str:
    if isinstance(value, dict):
        return " / ".join(value.values())
    return "none" if value is None else str(value)


def _actual_row(ledger: Ledger, actual: Actual, lang: str) -> Row:
    assert actual.recorded_at is not None, "a stored actual has its moment"
    return {
        "recorded_at": moment(actual.recorded_at),
        "moment": shown_moment(actual.recorded_at),
        "entry": f"{ledger.key}#{actual.seq}",
        "event": _event(actual),
        "what": plain_spaces(_what(ledger, actual, lang)),
        "on": actual.on.isoformat(),
        "kind": actual.kind.value,
        "value": machine(actual.value),
        "replaces": f"{ledger.key}#{actual.replaces}" if actual.replaces else None,
        "evidence": actual.evidence.value,
        "source": actual.source,
        "url": actual.url,
        "item": actual.item,
        "note": actual.note,
        "author": actual.author,
        "reason": actual.reason,
    }


def event_line(ledger: Ledger, actual: Actual, lang: str) -> str:
    """One entry in a line: its name, what it says, who recorded it and when."""
    row = _actual_row(ledger, actual, lang)
    said = (row["entry"], row["what"], row["item"], row["source"])
    told = ", ".join(str(each) for each in said[1:] if each)
    return visible(f"{said[0]}: {told} ({row['author']}, {row['moment']})")


def _event(actual: Actual) -> str:
    if actual.kind is Kind.WITHDRAWAL:
        return "withdrawn"
    return "corrected" if actual.replaces else "recorded"


def _what(ledger: Ledger, actual: Actual, lang: str) -> str:
    """What the row says, with the place of what it replaces."""
    day = short_day(actual.on, lang)
    if actual.kind is Kind.WITHDRAWAL:
        return f"{word('withdrawn', lang)} #{actual.replaces}"
    if actual.kind in (Kind.DONE, Kind.NOT_DONE):
        said = word(actual.kind, lang)
    else:
        assert actual.value is not None, "only a withdrawal has no value"
        unit = ledger.target.statements[-1].unit
        said = counted(actual.value, unit, lang)
        if actual.kind is Kind.INCREMENT and actual.value >= 0:
            said = f"+{said}"
    said = f"{said}, {day}, {word(actual.evidence, lang)}"
    if actual.replaces:
        return f"{word('replaces', lang)} #{actual.replaces}: {said}"
    return said
