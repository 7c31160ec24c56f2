"""Targets as they were stated: a list of them, or one with every statement in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from tracker.domain import Goal, Labels, Measure, Statement, Target, Unit, exact
from tracker.ledger import Ledger, StatementEntry, StatementKind
from tracker.reports.areas import area_name
from tracker.reports.numbers import figure, machine, plain_spaces
from tracker.reports.parts import part_lines
from tracker.reports.phrases import say
from tracker.reports.tables import Row
from tracker.reports.terminal import fitted, visible, width
from tracker.reports.words import (
    by_day,
    counted,
    long_day,
    on_day,
    text_in,
    title_of,
    unit_name,
    unit_word,
    word,
)

COLUMNS = ("target", "title", "measure", "goal", "unit", "by", "stated", "statements")


def stated_by(target: Target, as_of: date) -> Target:
    """The target with the statements made by a day, or the first one."""
    made = tuple(each for each in target.statements if each.stated <= as_of)
    return replace(target, statements=made or target.statements[:1])


def list_row(target: Target, lang: str) -> Row:
    """One target of the list: the goal of its latest statement."""
    last = target.statements[-1]
    return {
        "target": target.key,
        "title": title_of(target.key, target.labels, lang),
        "measure": last.measure.value,
        "goal": machine(last.goal.value),
        "unit": unit_name(last.unit, lang) or None,
        "by": last.goal.by.isoformat() if last.goal.by else None,
        "stated": last.stated.isoformat(),
        "statements": len(target.statements),
    }


def _quota(statement: Statement, lang: str) -> str:
    quota = counted(statement.goal.value, statement.unit, lang)
    text = f"{quota}, {word(f'each-{statement.period}', lang)}"
    last = statement.goal.by
    if last is None:
        return text
    ends = say("ends", lang, on=on_day(last, lang), day=long_day(last, lang))
    return f"{text}, {ends}"


STATEMENT_COLUMNS = (
    *("target", "title", "measure", "unit", "kind", "stated", "baseline"),
    *("baseline_on", "plan", "goal", "by", "source", "url", "reason", "note"),
)


def statement_rows(ledger: Ledger, as_of: date, lang: str) -> list[Row]:
    """Every statement of a target for machines, mistyped ones included."""
    title = title_of(ledger.key, ledger.target.labels, lang)
    return [
        {
            "target": ledger.key,
            "title": title,
            "measure": each.statement.measure.value,
            "unit": unit_name(each.statement.unit, lang) or None,
            "kind": each.kind.value,
            "stated": each.statement.stated.isoformat(),
            **_figures(each.statement, lang),
            "source": str(each.statement.source) or None,
            "url": each.statement.source.url,
            "reason": each.reason or each.statement.reason,
            "note": each.statement.note,
        }
        for each in ledger.statements
        if each.kind is not StatementKind.RELABELLED
        and (each.statement.stated <= as_of or each.seq == 1)
    ]


def _figures(statement: Statement, lang: str) -> Row:
    baseline, goal = statement.baseline, statement.goal
    lines = (line.replace("  ", ", ", 1) for line in plan_lines(statement, lang))
    return {
        "baseline": machine(baseline.value) if baseline else None,
        "baseline_on": baseline.on.isoformat() if baseline else None,
        "plan": plain_spaces("; ".join(" ".join(line.split()) for line in lines)),
        "goal": machine(goal.value),
        "by": goal.by.isoformat() if goal.by else None,
    }


def list_heads(lang: str) -> tuple[str, ...]:
    """What people read above the columns of the list."""
    names = ("target-head", "title-head", "measure", "goal-short", "unit", "by-head")
    return tuple(word(each, lang) for each in (*names, "stated", "statements-head"))


def shown_row(target: Target, lang: str) -> Row:
    """One target of the list, as people read it."""
    last = target.statements[-1]
    milestone = last.measure is Measure.MILESTONE
    return list_row(target, lang) | {
        "measure": word(last.measure, lang),
        "goal": word("done", lang) if milestone else figure(last.goal.value, lang),
    }


def in_full(
    ledger: Ledger, as_of: date, lang: str, parts: Sequence[Target] = ()
) -> str:
    """One target: what it is, and every statement with its plan, source and change.

    Args:
        as_of: Leaves out what was stated after this day, but for the first statement.
        parts: The targets that it is the parent of, which are listed.
    """
    target = stated_by(ledger.target, as_of)
    labels = target.labels
    lines = [f"{target.key}: {title_of(target.key, labels, lang)}"]
    lines += [f"  {line}" for line in _about(target.statements[-1], labels, lang)]
    listed = part_lines([stated_by(each, as_of) for each in parts], lang)
    lines += [f"  {line}" for line in listed]
    for before, each in pairwise([None, *target.statements]):
        assert each is not None, "only the first of the pairs has nothing before"
        lines += ["", *_statement(before, each, lang)]
    for entry in ledger.statements:
        if entry.statement.stated > as_of:
            continue
        lines += _erratum(entry, ledger.statements, lang)
    return plain_spaces("\n".join(visible(line) for line in lines) + "\n")


def plan_lines(statement: Statement, lang: str) -> list[str]:
    """The plan with its sums: 98; +110 = 208; +161 = 369, each with its day."""
    rows = plan_rows(statement, lang)
    columns = max(width(value) for value, _ in rows)
    return [f"{fitted(value, columns)}  {day}" if value else day for value, day in rows]


def plan_rows(statement: Statement, lang: str) -> list[tuple[str, str]]:
    """The same in two columns; the first one is empty where a day says it all."""
    if statement.measure is Measure.MILESTONE:
        day = statement.goal.by
        return [("", by_day(day, lang) if day else say("no-day", lang))]
    if statement.period:
        return [("", _quota(statement, lang))]
    rows: list[tuple[str, str]] = []
    last = exact(statement.start)
    for each in statement.checkpoints:
        rows.append((_sum(each.value, each.added, lang), by_day(each.by, lang)))
        last = exact(each.value)
    goal = statement.goal
    rest = float(exact(goal.value) - last) if statement.checkpoints else None
    rows.append((_sum(goal.value, rest, lang), _goal_of(goal, lang)))
    return rows


def _goal_of(goal: Goal, lang: str) -> str:
    """That a value is the goal, and by when: it stands after the value."""
    name = word("goal", lang)
    if goal.by is None:
        return f"{name}, {say('no-day', lang)}"
    return f"{by_day(goal.by, lang)}, {name}"


def changes(before: Statement, after: Statement, lang: str) -> str:
    """What a revision changed: the goal, its day, the checkpoints."""
    parts = []
    if before.goal.value != after.goal.value:
        values = [figure(each.goal.value, lang) for each in (before, after)]
        parts.append(" → ".join(values))
    if before.goal.by != after.goal.by:
        days = [each.goal.by for each in (before, after)]
        shown = [long_day(day, lang) if day else say("no-day", lang) for day in days]
        parts.append(" → ".join(shown))
    old, new = (_checkpoints(each, after.stated, lang) for each in (before, after))
    if old != new:
        parts.append(f"{word('checkpoint', lang)}: {old} → {new}")
    return "; ".join(parts)


def _checkpoints(statement: Statement, after: date, lang: str) -> str:
    """Those due after a day; the course up to it is kept."""
    found = (
        f"{figure(each.value, lang)} ({by_day(each.by, lang)})"
        for each in statement.checkpoints
        if each.by > after
    )
    return ", ".join(found) or "–"


def _about(statement: Statement, labels: Labels, lang: str) -> list[str]:
    facts = about(statement, labels, lang)
    columns = max(width(name) for name, _ in facts)
    return [f"{fitted(name, columns)}  {text}" for name, text in facts]


def about(statement: Statement, labels: Labels, lang: str) -> list[tuple[str, str]]:
    """What a target is and who answers for it: a name and a text each."""
    facts = [(word("measure", lang), word(statement.measure, lang))]
    if statement.unit:
        facts.append((word("unit", lang), _unit(statement.unit, lang)))
    if statement.held or statement.direction == "decrease":
        facts.append((word("direction", lang), word(statement.direction, lang)))
    baseline = statement.baseline
    if baseline:
        value = figure(baseline.value, lang)
        facts.append(
            (word("baseline", lang), f"{value}, {long_day(baseline.on, lang)}")
        )
    return facts + _labelled(labels, lang)


def _unit(unit: Unit, lang: str) -> str:
    """The unit as the answer to what is counted: a nominative in Russian."""
    return unit_word(1, unit, lang) if lang == "ru" else unit_name(unit, lang)


def _labelled(labels: Labels, lang: str) -> list[tuple[str, str]]:
    """Who answers for a target and where it belongs, as far as that is given."""
    area, weight, every = labels.area, labels.weight, labels.report_every
    found = {
        "programme": labels.programme and text_in(labels.programme, lang),
        "owner": labels.owner and text_in(labels.owner, lang),
        "parent": labels.parent,
        "area": area and area_name(area, lang),
        "weight": None if weight is None else figure(weight, lang),
        "report-every": every and word(f"each-{every}", lang),
    }
    return [(word(name, lang), text) for name, text in found.items() if text]


def _statement(before: Statement | None, each: Statement, lang: str) -> list[str]:
    phrase = "stated-on" if before is None else "restated-on"
    day, on = long_day(each.stated, lang), on_day(each.stated, lang)
    head = say(phrase, lang, day=day, on=on)
    source = str(each.source)
    lines = [f"{head} ({source})" if source else head]
    if each.source.url:
        lines.append(f"  {each.source.url}")
    lines += [f"  {line}" for line in plan_lines(each, lang)]
    changed = changes(before, each, lang) if before else ""
    if changed:
        lines.append(f"  {word('changed', lang)}: {changed}")
    if each.reason:
        lines.append(f"  {word('reason', lang)}: {each.reason}")
    if each.note:
        lines.append(f"  {word('note', lang)}: {each.note}")
    return lines


def _erratum(
    entry: StatementEntry, entries: Sequence[StatementEntry], lang: str
) -> list[str]:
    """What a mistyped statement said before, and why it was put right."""
    if entry.kind is not StatementKind.ERRATUM:
        return []
    old = next(each for each in entries if each.seq == entry.replaces)
    day = long_day(old.statement.stated, lang)
    said, it_read = word("erratum", lang), word("it-read", lang)
    return [
        "",
        f"{said[:1].upper()}{said[1:]}, {day}: {entry.reason}; {it_read}:",
        *(f"  {line}" for line in _baseline_line(old.statement, entry.statement, lang)),
        *(f"  {line}" for line in plan_lines(old.statement, lang)),
    ]


def _baseline_line(old: Statement, new: Statement, lang: str) -> list[str]:
    """The baseline of a mistyped statement, where it was another one."""
    if old.baseline is None or old.baseline == new.baseline:
        return []
    value, day = figure(old.baseline.value, lang), long_day(old.baseline.on, lang)
    return [f"{word('baseline', lang)} {value}, {day}"]


def _sum(value: float, added: float | None, lang: str) -> str:
    total = figure(value, lang)
    if added is None:
        return total
    sign = "+" if added >= 0 else ""
    return f"{sign}{figure(added, lang)} = {total}"
