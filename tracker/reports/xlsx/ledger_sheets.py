"""What was stated, reported and corrected: a row for each, with who said so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from tracker.domain import Checkpoint, Goal, Kind, Statement
from tracker.ledger import Ledger, StatementEntry, StatementKind
from tracker.progress.status import Status
from tracker.progress.totals import in_force
from tracker.reports.numbers import plain_spaces
from tracker.reports.phrases import say
from tracker.reports.statements import changes
from tracker.reports.words import title_of, unit_name, word
from tracker.reports.xlsx import cells as typed
from tracker.reports.xlsx.book import Column, Row, Table
from tracker.reports.xlsx.cells import Cell
from tracker.reports.xlsx.form_words import kind_word
from tracker.reports.xlsx.heads import capital, head

_TITLE, _NAME, _SENTENCE, _SOURCE, _ENTRY = 38, 18, 44, 40, 38
_WHO = {"author-head": _NAME, "book-recorded": 0}
_STATEMENTS = {
    "target-head": _TITLE,
    "stated": 0,
    "book-kind": _NAME,
    "goal-short": 0,
    "unit": _NAME,
    "by-head": 0,
    "baseline": 0,
    "book-baseline-day": 0,
    "changed": _SENTENCE,
    "source": _SOURCE,
    "book-url": _SOURCE,
    "reason": _SENTENCE,
    "note": _SENTENCE,
    **_WHO,
    "book-key": _ENTRY,
}
_PLAN = {
    "target-head": _TITLE,
    "stated": 0,
    "what-head": _NAME,
    "book-value": 0,
    "book-added": 0,
    "unit": _NAME,
    "by-head": 0,
    "book-key": _ENTRY,
}
_ACTUALS = {
    "target-head": _TITLE,
    "day-head": 0,
    "book-kind": _NAME,
    "book-value": 0,
    "unit": _NAME,
    "site-running-total": 0,
    "evidence-head": _NAME,
    "item-head": 30,
    "source": _SOURCE,
    "book-url": _SOURCE,
    "note": _SENTENCE,
    **_WHO,
    "entry-head": _ENTRY,
}
_CORRECTIONS = {
    "target-head": _TITLE,
    "book-kind": _NAME,
    "book-day-was": 0,
    "book-was": 0,
    "day-head": 0,
    "book-is": 0,
    "unit": _NAME,
    "reason": _SENTENCE,
    **_WHO,
    "replaces": _ENTRY,
    "entry-head": _ENTRY,
}


class Told(NamedTuple):
    """A target with all that is recorded of it, up to the day of its status."""

    status: Status
    ledger: Ledger

    @property
    def made(self) -> list[StatementEntry]:
        """The statements made by the day, or the first one, by day."""
        found = (
            each
            for each in self.ledger.statements
            if each.kind is not StatementKind.RELABELLED
            and (each.statement.stated <= self.status.as_of or each.seq == 1)
        )
        return sorted(found, key=lambda each: (each.statement.stated, each.seq))

    def title(self, lang: str) -> Cell | None:
        labels = self.status.target.labels
        return typed.text(title_of(self.ledger.key, labels, lang))

    def unit(self, lang: str) -> Cell | None:
        return typed.text(unit_name(self.status.now.statement.unit, lang))


def ledger_sheets(told: Sequence[Told], lang: str) -> Iterator[Table]:
    """The statements, their plans, the actuals that count, and every correction."""
    for key, columns, rows in (
        ("Statements", _STATEMENTS, _statements),
        ("Plan", _PLAN, _plan),
        ("Actuals", _ACTUALS, _actuals),
        ("Corrections", _CORRECTIONS, _corrections),
    ):
        yield Table(
            name=say(f"book-{key.lower()}", lang),
            key=key,
            columns=[Column(head(name, lang), most) for name, most in columns.items()],
            rows=partial(_rows_of_all, rows, told, lang),
        )


def _rows_of_all(
    rows: Callable[[Told, str], Iterable[Row]], told: Sequence[Told], lang: str
) -> Iterator[Row]:
    for each in told:
        yield from rows(each, lang)


def _statements(told: Told, lang: str) -> Iterator[Row]:
    """Every statement made by the day, mistyped ones included, day by day."""
    made = told.made
    replaced = {each.replaces for each in made}
    before: Statement | None = None
    for entry in made:
        statement = entry.statement
        if entry.seq in replaced:
            yield _statement(told, entry, "book-mistyped", "", lang)
            continue
        kind = "stated" if before is None else "restated"
        if entry.kind is StatementKind.ERRATUM:
            kind = "erratum"
        changed = changes(before, statement, lang) if before else ""
        yield _statement(told, entry, kind, changed, lang)
        before = statement


def _statement(
    told: Told, entry: StatementEntry, kind: str, changed: str, lang: str
) -> Row:
    statement = entry.statement
    baseline, goal, measure = statement.baseline, statement.goal, statement.measure
    return (
        told.title(lang),
        typed.day(statement.stated, lang),
        typed.text(head(kind, lang)),
        typed.total(goal.value, measure, lang),
        typed.text(unit_name(statement.unit, lang)),
        typed.day(goal.by, lang),
        typed.figure(baseline.value if baseline else None),
        typed.day(baseline.on if baseline else None, lang),
        typed.text(plain_spaces(changed)),
        typed.text(str(statement.source)),
        typed.text(statement.source.url),
        typed.text(entry.reason or statement.reason),
        typed.text(statement.note),
        typed.text(entry.author),
        typed.moment(entry.recorded_at),
        typed.text(told.ledger.key),
    )


def _plan(told: Told, lang: str) -> Iterator[Row]:
    """Baseline, checkpoints and goal of each statement that was not mistyped."""
    replaced = {each.replaces for each in told.made}
    for entry in told.made:
        if entry.seq in replaced:
            continue
        statement, baseline = entry.statement, entry.statement.baseline
        if baseline:
            knot = Checkpoint(baseline.value, baseline.on)
            yield _knot(told, statement, "baseline", knot, lang)
        for each in statement.checkpoints:
            yield _knot(told, statement, "checkpoint", each, lang)
        yield _knot(told, statement, "goal-short", statement.goal, lang)


def _knot(
    told: Told, statement: Statement, what: str, knot: Checkpoint | Goal, lang: str
) -> Row:
    said = head(what, lang)
    if statement.period and isinstance(knot, Goal):
        said = f"{head('quota', lang)}, {word(f'each-{statement.period}', lang)}"
    added = knot.added if isinstance(knot, Checkpoint) else None
    return (
        told.title(lang),
        typed.day(statement.stated, lang),
        typed.text(said),
        typed.total(knot.value, statement.measure, lang),
        typed.signed(added),
        typed.text(unit_name(statement.unit, lang)),
        typed.day(knot.by, lang),
        typed.text(told.ledger.key),
    )


def _actuals(told: Told, lang: str) -> Iterator[Row]:
    """The target's own actuals that count, by day."""
    status = told.status
    totals = {each.actual: each.total for each in status.points}
    for each in in_force(told.ledger.actuals):
        if each.on > status.as_of:
            continue
        yield (
            told.title(lang),
            typed.day(each.on, lang),
            typed.text(capital(kind_word(each.kind, lang))),
            typed.reported(each.value, each.kind, lang),
            told.unit(lang),
            typed.total(totals.get(each), status.target.measure, lang),
            typed.text(head(each.evidence, lang)),
            typed.text(each.item),
            typed.text(each.source),
            typed.text(each.url),
            typed.text(each.note),
            typed.text(each.author),
            typed.moment(each.recorded_at),
            typed.text(f"{told.ledger.key}#{each.seq}"),
        )


def _corrections(told: Told, lang: str) -> Iterator[Row]:
    """Every correction and withdrawal, in the order they were recorded."""
    key, by_seq = told.ledger.key, {each.seq: each for each in told.ledger.actuals}
    for new in told.ledger.actuals:
        if new.replaces is None or new.on > told.status.as_of:
            continue
        old, gone = by_seq[new.replaces], new.kind is Kind.WITHDRAWAL
        yield (
            told.title(lang),
            typed.text(head("book-withdrawn" if gone else "book-corrected", lang)),
            typed.day(old.on, lang),
            typed.reported(old.value, old.kind, lang),
            None if gone else typed.day(new.on, lang),
            typed.reported(new.value, new.kind, lang),
            told.unit(lang),
            typed.text(new.reason),
            typed.text(new.author),
            typed.moment(new.recorded_at),
            typed.text(f"{key}#{old.seq}"),
            typed.text(f"{key}#{new.seq}"),
        )
