"""How the forecasts of the past came true: in sentences, and a line a target."""

from __future__ import annotations

import json
from collections.abc import Sequence

from tracker.domain import Target
from tracker.progress.backtest import Backtest, Score
from tracker.reports import tables
from tracker.reports.areas import area_name
from tracker.reports.as_json import beginning
from tracker.reports.forecast_lines import BETWEEN
from tracker.reports.numbers import chance, machine, percent, plain_spaces, two_digits
from tracker.reports.phrases import say
from tracker.reports.report import Report, heading
from tracker.reports.terminal import fitted, wrapped
from tracker.reports.words import UNKNOWN, title_of

# From so few cases a share of 80 per cent is known to within 15 points at best, two
# standard errors of a binomial share. Source: house rule, README.
ENOUGH = 30

COLUMNS = ("target", "title", "cases", "coverage", "chances", "brier")
_SHOWN = ("target-name", "cases-head", "within-head", "chances-head", "brier-head")
# A title of no more columns leaves room for the rest in a terminal of 80.
_TITLE = 34


def render(report: Report, found: Backtest, form: str, columns: int) -> str:
    """The report in a form: `text` of so many columns, `json`, `csv` or `markdown`.

    Args:
        report: The targets that were looked at, and as of when.
    """
    if form == "json":
        return _as_json(report, found)
    if form == "csv":
        return tables.render(_rows(report, found), COLUMNS, form)
    title = heading(report, say("backtest", report.lang))
    said = _sentences(found.overall, report.lang)
    table = _table(report, found, form) if len(found.by_target) > 1 else ""
    if form == "markdown":
        text = "\n\n".join([f"# {title}", " ".join(said), *([table] if table else [])])
    else:
        lines = [each for one in said for each in wrapped(one, columns, "")]
        text = "\n".join([*wrapped(title, columns, ""), "", *lines])
        text += f"\n\n{table}" if table else ""
    return plain_spaces(text.rstrip("\n") + "\n")


def _sentences(score: Score, lang: str) -> list[str]:
    """What was checked, and how it came out; plainly, if that is too little."""
    if score.coverage is None:
        return [say("backtest-none", lang)]
    few = say("backtest-few", lang, enough=str(ENOUGH))
    said = [say("backtest-cases", lang, cases=str(score.cases))]
    said += [few] if score.cases < ENOUGH else []
    said.append(
        say(
            "backtest-within",
            lang,
            interval=chance(BETWEEN, lang),
            within=str(round(score.coverage * score.cases)),
            cases=str(score.cases),
            share=percent(score.coverage, lang),
        )
    )
    if score.brier is not None:
        brier = two_digits(score.brier, lang)
        chances = str(score.chances)
        said.append(say("backtest-brier", lang, chances=chances, brier=brier))
        said += [few] if score.chances < ENOUGH <= score.cases else []
    return said


def _table(report: Report, found: Backtest, form: str) -> str:
    lang = report.lang
    names = _names(report, found, _TITLE if form == "text" else None)
    scores = [*found.by_target.values(), found.overall]
    pairs = zip([*names, say("all-targets", lang)], scores, strict=True)
    rows = [_shown(name, score, lang) for name, score in pairs]
    heads = [say(name, lang) for name in _SHOWN]
    table = tables.render(rows, _SHOWN, form, heads)
    if not any(0 < n < ENOUGH for each in scores for n in (each.cases, each.chances)):
        return table
    return f"{table}\n{say('backtest-mark', lang, enough=str(ENOUGH))}"


def _names(report: Report, found: Backtest, columns: int | None) -> list[str]:
    """What each target is called in the table, no two of them alike.

    A part begins with its area; what would be called as one before it is its key.
    """
    targets = {each.target.key: each.target for each in report.statuses}
    names: list[str] = []
    for key in found.by_target:
        name = _name(targets[key], report.lang, columns)
        names.append(key if name in names else name)
    return names


def _name(target: Target, lang: str, columns: int | None) -> str:
    name = title_of(target.key, target.labels, lang)
    if target.labels.parent and target.labels.area:
        area = area_name(target.labels.area, lang)
        name = f"{area}: {name.removesuffix(f', {area}')}"
    return name if columns is None else fitted(name, columns).rstrip()


def _shown(title: str, score: Score, lang: str) -> tables.Row:
    cells = (
        title,
        _count(score.cases),
        UNKNOWN if score.coverage is None else percent(score.coverage, lang),
        _count(score.chances),
        UNKNOWN if score.brier is None else two_digits(score.brier, lang),
    )
    return dict(zip(_SHOWN, cells, strict=True))


def _count(cases: int) -> str:
    """So many, with a mark where they are too few to judge by."""
    return f"{cases} !" if 0 < cases < ENOUGH else str(cases)


def _as_json(report: Report, found: Backtest) -> str:
    document = beginning(report) | {
        "interval": BETWEEN,
        "enough": found.overall.cases >= ENOUGH,
        **_score(found.overall),
        "targets": _rows(report, found),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _rows(report: Report, found: Backtest) -> Sequence[tables.Row]:
    titles = _titles(report)
    return [
        {"target": key, "title": titles[key], **_score(score)}
        for key, score in found.by_target.items()
    ]


def _score(score: Score) -> tables.Row:
    return {
        "cases": score.cases,
        "coverage": machine(score.coverage),
        "chances": score.chances,
        "brier": machine(score.brier),
    }


def _titles(report: Report) -> dict[str, str]:
    targets = [each.target for each in report.statuses]
    return {each.key: title_of(each.key, each.labels, report.lang) for each in targets}
