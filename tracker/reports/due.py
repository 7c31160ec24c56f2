"""What falls due as a table: for a terminal, as Markdown, and for machines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from tracker.domain import Measure, Unit
from tracker.periods import Period
from tracker.progress.due import Due, DueKind
from tracker.progress.status import Status
from tracker.reports.numbers import figure, machine, plain_spaces, rounded, two_digits
from tracker.reports.phrases import say
from tracker.reports.report import as_known, count_of
from tracker.reports.tables import Row, escaped, piped
from tracker.reports.terminal import fitted, visible, width, wrapped
from tracker.reports.words import (
    REPORTS,
    UNKNOWN,
    by_day,
    counted,
    long_day,
    short_day,
    span_name,
    text_in,
    tiny_day,
    title_of,
    unit_name,
    unit_of,
    unit_word,
    with_unit,
    word,
)

COLUMNS = (
    *("as_of", "target", "title", "kind", "by", "days", "value", "unit"),
    *("missing", "per_month", "reports", "report_start", "report_end"),
)

# A title of fewer columns is cut beyond understanding.
LEAST_TITLE = 22
# More undated targets than these are only counted.
MOST_NAMED = 5
# Left to right: the figures stand at the right of their columns.
_RIGHT = (False, True, False, False, True, True)
_TITLE = 2


@dataclass(frozen=True)
class Agenda:
    """What falls due of some targets.

    Attributes:
        statuses: Of all of them, those of which nothing is due included.
        until: The last day that was looked at (inclusive).
        known_at: What had been recorded by then; None is up to now.
    """

    dues: tuple[Due, ...]
    statuses: tuple[Status, ...]
    as_of: date
    until: date
    known_at: datetime | None
    lang: str


def rows(agenda: Agenda) -> list[Row]:
    """What falls due for machines, a row each."""
    return [_row(each, agenda.lang) for each in agenda.dues]


def text(agenda: Agenda, columns: int) -> str:
    """What falls due for a terminal of so many columns, a line each."""
    lang = agenda.lang
    table = [_heads(lang), *(_cells(each, lang, short=True) for each in agenda.dues)]
    table = [[visible(cell) for cell in row] for row in table]
    widths = [max(map(width, cells)) for cells in zip(*table, strict=True)]
    # A space before each column.
    room = columns - sum(widths) + widths[_TITLE] - len(widths)
    widths[_TITLE] = min(widths[_TITLE], max(room, LEAST_TITLE))
    lines = [*wrapped(_heading(agenda), columns, ""), ""]
    if agenda.dues:
        head, *shown = [_line(row, widths) for row in table]
        overdue = sum(each.overdue for each in agenda.dues)
        lines += [head, *shown[:overdue]]
        # What is to come stands apart from what is overdue.
        lines += ["", *shown[overdue:]] if 0 < overdue < len(shown) else shown[overdue:]
        lines.append("")
    lines += wrapped(_summary(agenda), columns, "")
    return plain_spaces("".join(f"{line.rstrip()}\n" for line in lines))


def markdown(agenda: Agenda) -> str:
    """What falls due as one table of Markdown."""
    lang = agenda.lang
    lines = [f"# {_heading(agenda)}", ""]
    if agenda.dues:
        table = [_cells(each, lang, short=False) for each in agenda.dues]
        lines += [piped(_heads(lang)), piped(["---"] * len(_RIGHT))]
        lines += [piped([escaped(cell) for cell in row]) for row in table]
        lines.append("")
    lines.append(_summary(agenda))
    return plain_spaces("\n".join(lines) + "\n")


def what(due: Due, lang: str) -> str:
    """What it is that falls due, in full: checkpoint 98 schools, report for Q3 2024."""
    if due.kind is not DueKind.REPORT:
        return _value_due(due, lang, due.status.now.statement.unit)
    every = due.status.target.labels.report_every
    assert every is not None, "reports are due in a rhythm"
    period = span_name(due.reports[0], every, lang)
    year = "-year" if every is Period.YEAR else ""
    if len(due.reports) == 1:
        return say(f"report-for{year}", lang, period=period)
    reports = counted(len(due.reports), REPORTS, lang)
    return say(f"reports-since{year}", lang, reports=reports, period=period)


def still_missing(due: Due, lang: str) -> str:
    """What is still missing, in words; empty where nothing can be said of it."""
    if due.kind is DueKind.REPORT:
        return ""
    if due.status.actual is None:
        return say("nothing", lang)
    if due.missing is None:
        return ""
    unit = due.status.now.statement.unit
    missing = with_unit(figure(due.missing, lang), unit_of(due.missing, unit, lang))
    parts = [say("still-missing", lang, value=missing)]
    if due.per_month is not None:
        parts.append(say("needed-a-month", lang, value=two_digits(due.per_month, lang)))
    return "; ".join(parts)


def who(due: Due, lang: str) -> list[str]:
    """Whom to ask: the owner and the programme, a line each, of those that are told."""
    labels = due.status.target.labels
    told = {"owner": labels.owner, "programme": labels.programme}
    lines = [(word(n, lang), text_in(each, lang)) for n, each in told.items() if each]
    return [f"{name[:1].upper()}{name[1:]}: {said}" for name, said in lines]


def _value_due(due: Due, lang: str, unit: Unit) -> str:
    assert due.value is not None, "a checkpoint or goal has a value"
    statement = due.status.now.statement
    if statement.measure is Measure.MILESTONE:
        return say("to-be-done", lang)
    value = counted(due.value, unit, lang)
    if due.kind is DueKind.CHECKPOINT:
        return say("checkpoint-of", lang, value=value)
    return f"{word('quota' if statement.period else 'goal-short', lang)} {value}"


def _row(due: Due, lang: str) -> Row:
    target = due.status.target
    return {
        "as_of": due.status.as_of.isoformat(),
        "target": target.key,
        "title": title_of(target.key, target.labels, lang),
        "kind": due.kind.value,
        "by": due.by.isoformat(),
        "days": due.days,
        "value": machine(due.value),
        "unit": unit_name(due.status.now.statement.unit, lang) or None,
        "missing": machine(due.missing),
        "per_month": machine(due.per_month),
        "reports": len(due.reports) or None,
        "report_start": due.reports[0].start.isoformat() if due.reports else None,
        "report_end": due.reports[-1].end.isoformat() if due.reports else None,
    }


def _cells(due: Due, lang: str, *, short: bool) -> list[str]:
    """The cells of one line; without units where it is to be short."""
    target = due.status.target
    return [
        (tiny_day if short else short_day)(due.by, lang),
        rounded(due.days, lang),
        title_of(target.key, target.labels, lang),
        _short_what(due, lang) if short else what(due, lang),
        _missing(due, lang, {} if short else due.status.now.statement.unit),
        "" if due.per_month is None else two_digits(due.per_month, lang),
    ]


def _short_what(due: Due, lang: str) -> str:
    if due.kind is not DueKind.REPORT:
        return _value_due(due, lang, {})
    count = len(due.reports)
    name = unit_word(count, REPORTS, lang)
    return name if count == 1 else f"{count} {name}"


def _missing(due: Due, lang: str, unit: Unit) -> str:
    if due.kind is DueKind.REPORT:
        return ""
    if due.missing is None:
        milestone = due.status.target.measure is Measure.MILESTONE
        return "" if milestone else UNKNOWN
    return counted(due.missing, unit, lang)


def _heads(lang: str) -> list[str]:
    return [
        say("due-head", lang),
        word("days", lang),
        word("target-head", lang),
        word("what-head", lang),
        say("missing-head", lang),
        say("month-head", lang),
    ]


def _heading(agenda: Agenda) -> str:
    lang = agenda.lang
    by, as_of = by_day(agenda.until, lang), long_day(agenda.as_of, lang)
    head = say("falls-due", lang, by=by, as_of=as_of)
    return head + as_known(agenda.known_at, lang)


def _summary(agenda: Agenda) -> str:
    """How many are overdue and how many to come, and how many targets have no day."""
    lang, dues = agenda.lang, agenda.dues
    if not agenda.statuses:
        return say("nothing-known", lang)
    overdue = sum(each.overdue for each in dues)
    undated = [each.target.key for each in agenda.statuses if each.now.due is None]
    counts = {
        say("overdue", lang): overdue,
        say("to-come", lang): len(dues) - overdue,
        word("undated", lang): len(undated),
    }
    parts = [] if dues else [say("nothing-due", lang)]
    parts += [count_of(count, what, lang) for what, count in counts.items() if count]
    named = f" ({', '.join(undated)})" if 0 < len(undated) <= MOST_NAMED else ""
    return ", ".join(parts) + named


def _line(row: list[str], widths: list[int]) -> str:
    parts = zip(row, widths, _RIGHT, strict=True)
    return "".join(f" {fitted(cell, wide, right=end)}" for cell, wide, end in parts)
