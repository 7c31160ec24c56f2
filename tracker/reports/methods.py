"""Our rating and the official methods side by side, and why they differ."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from tracker.progress.methods.extrapolation import Extrapolation, Symbol
from tracker.progress.methods.growth import Growth, GrowthStatus
from tracker.progress.methods.of_status import Methods, methods_of
from tracker.progress.methods.verdicts import VERDICTS, disagree
from tracker.progress.methods.why import Why
from tracker.progress.status import Status
from tracker.reports.cells import cells
from tracker.reports.columns import in_columns
from tracker.reports.numbers import NBSP, figure, in_percent, plain_spaces, rounded
from tracker.reports.phrases import say
from tracker.reports.report import Report, heading
from tracker.reports.tables import escaped, piped
from tracker.reports.terminal import visible, wrapped
from tracker.reports.words import TARGETS, UNKNOWN, counted, title_of, word

COLUMNS = ("our-rating", "growth", "completion", "extrapolation", "plan-fact")
MARK = " *"
# A baseline below this part of the goal is small: from there to the goal is growth
# to more than the tenfold. Source: house rule, README.
SMALL = 0.1


@dataclass(frozen=True)
class Beside:
    """One target and what each method says of it."""

    status: Status
    methods: Methods


def render_text(report: Report, columns: int) -> str:
    """The table for a terminal of so many columns, with its notes below."""
    found, lang = _beside(report), report.lang
    lines = [*wrapped(heading(report), columns, ""), ""]
    if found:
        lines += [*in_columns(_rows(found, lang), columns, right={3, 5}), ""]
    for note in _notes(found, lang):
        lines += wrapped(visible(note), columns, "")
    return plain_spaces("\n".join(lines) + "\n")


def render_markdown(report: Report) -> str:
    """The same as Markdown."""
    found, lang = _beside(report), report.lang
    lines = [f"# {heading(report)}", ""]
    if found:
        head, *rows = _rows(found, lang)
        lines += [piped(head), piped(["---"] * len(head))]
        lines += [*(piped([escaped(cell) for cell in row]) for row in rows), ""]
    lines += [f"- {escaped(note)}" for note in _notes(found, lang)]
    return plain_spaces("\n".join(lines) + "\n")


def side_by_side(report: Report) -> tuple[list[list[str]], list[str]]:
    """The rows of the table, its head first, and the notes below it."""
    found = _beside(report)
    return _rows(found, report.lang), _notes(found, report.lang)


def reason(why: Why, lang: str) -> str:
    """Why a method has no figure."""
    return say(f"no-method-{why}", lang)


def _beside(report: Report) -> list[Beside]:
    return [Beside(each, methods_of(each)) for each in report.statuses]


def _rows(found: list[Beside], lang: str) -> list[list[str]]:
    head = [word("target-head", lang), *(say(name, lang) for name in COLUMNS)]
    return [head, *(_row(each, lang) for each in found)]


def _row(beside: Beside, lang: str) -> list[str]:
    own = cells(beside.status, lang, short=False)
    methods = beside.methods
    rating = beside.status.rating
    growth, weather = _growth(methods.growth, lang), _weather(methods, lang)
    if disagree(rating, methods.growth.status):
        growth += MARK
    if disagree(rating, methods.extrapolation.symbol):
        weather += MARK
    title = f"{own.title}, {own.period}" if own.period else own.title
    completion = _percent(methods.completion.percent, lang)
    plan_fact = _percent(methods.plan_fact.percent, lang)
    return [title, own.rating, growth, completion, weather, plan_fact]


def _growth(growth: Growth, lang: str) -> str:
    if growth.status is GrowthStatus.NOT_AVAILABLE:
        return UNKNOWN
    said = say(growth.status, lang)
    return said if growth.ratio is None else f"{said} {rounded(growth.ratio, lang)}"


def _weather(methods: Methods, lang: str) -> str:
    symbol = methods.extrapolation.symbol
    return say(symbol, lang) if symbol else UNKNOWN


def _percent(value: float | None, lang: str) -> str:
    return UNKNOWN if value is None else in_percent(value, lang)


def _notes(found: list[Beside], lang: str) -> list[str]:
    """A sentence for each disagreement, then one for each reason of a dash."""
    if not found:
        return [say("nothing-known", lang)]
    notes = [note for each in found for note in _disagreements(each, lang)]
    silent = Counter(silence for each in found for silence in _silences(each.methods))
    for (why, methods), count in silent.items():
        names = ", ".join(say(name, lang) for name in methods)
        targets = counted(count, TARGETS, lang)
        notes.append(f"{UNKNOWN}{NBSP}{names} ({targets}): {reason(why, lang)}")
    return notes


def _silences(methods: Methods) -> list[tuple[Why, tuple[str, ...]]]:
    """Each reason of a dash with the methods that show one for it."""
    achieved = methods.growth.status is GrowthStatus.TARGET_ACHIEVED
    whys = {
        "growth": None if achieved else methods.growth.reason,
        "completion": methods.completion.reason,
        "extrapolation": methods.extrapolation.reason,
        "plan-fact": methods.plan_fact.reason,
    }
    return [
        (why, tuple(name for name, its in whys.items() if its is why))
        for why in dict.fromkeys(whys.values())
        if why
    ]


def _disagreements(beside: Beside, lang: str) -> list[str]:
    growth, weather = beside.methods.growth, beside.methods.extrapolation
    rating = beside.status.rating
    notes = []
    if disagree(rating, growth.status):
        because = _because_growth(beside.status, growth, lang)
        notes.append(_note(beside.status, "growth", growth.status, because, lang))
    if weather.symbol and disagree(rating, weather.symbol):
        because = _because_weather(beside.status, weather, lang)
        note = _note(beside.status, "extrapolation", weather.symbol, because, lang)
        notes.append(note)
    return notes


def _note(
    status: Status, method: str, theirs: GrowthStatus | Symbol, because: str, lang: str
) -> str:
    title = title_of(status.target.key, status.target.labels, lang)
    note = say(
        "disagrees",
        lang,
        title=title,
        method=say(method, lang),
        theirs=say(theirs, lang),
        ours=word(status.rating, lang),
        because=because,
    )
    return f"*{NBSP}{note}"


def _because_growth(status: Status, growth: Growth, lang: str) -> str:
    statement = status.now.statement
    base = figure(statement.start, lang)
    kinder = VERDICTS[growth.status] > VERDICTS[status.rating]
    small = abs(statement.start) < SMALL * abs(statement.goal.value)
    return say(
        "because-small-base" if kinder and small else "because-growth", lang, base=base
    )


def _because_weather(status: Status, weather: Extrapolation, lang: str) -> str:
    if status.period:
        return say("because-years", lang)
    worsening = weather.miss is None
    return say("because-worsening" if worsening else "because-extrapolation", lang)
