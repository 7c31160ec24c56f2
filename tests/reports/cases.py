"""Targets and their statuses as reports show them, in three languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from tests.builders import a_baseline, a_goal, a_statement, an_actual, day
from tracker.catalogue.read import load
from tracker.domain import Evidence, Labels, Source, Target
from tracker.ledger import Ledger, StatementEntry, StatementKind
from tracker.periods import Period
from tracker.progress.forecasts import Days, Forecast, NoForecast, Spread
from tracker.progress.status import status
from tracker.reports.report import Report

ROOT = Path(__file__).parents[2]
LANGUAGES = ("en", "kk", "ru")
SCHOOLS = {
    "en": {"one": "school", "other": "schools"},
    "kk": {"other": "мектеп"},
    "ru": {"one": "школа", "few": "школы", "many": "школ", "other": "школы"},
}
PER_CENT = {lang: {"other": "%"} for lang in LANGUAGES}
AT = datetime(2025, 3, 18, 9, 30, tzinfo=UTC)


@cache
def promised():
    """The targets of the real file, by key."""
    return {each.key: each for each in load(ROOT / "targets.toml")}


def stated(*checkpoints, **fields):
    """A statement counted in schools, 0 to 100 over 2024."""
    unit = fields.pop("unit", SCHOOLS)
    return replace(a_statement(*checkpoints, **fields), unit=unit)


def titled(*statements, key="schools", **labels):
    """A target with a title in each language."""
    title = labels.pop("title", None) or {
        "en": "Schools opened",
        "kk": "Ашылған мектептер",
        "ru": "Открытые школы",
    }
    return Target(key, Labels(title=title, **labels), statements or (stated(),))


def ledger_of(target, *actuals):
    """A ledger of a target, all of it recorded at one moment, row by row."""
    entries = [
        StatementEntry(
            seq=seq,
            kind=StatementKind.STATED,
            statement=each,
            labels=target.labels,
            author="aigul",
            recorded_at=AT,
            replaces=None,
            reason=None,
            digest="",
        )
        for seq, each in enumerate(target.statements, start=1)
    ]
    rows = [
        replace(each, seq=seq, author="aigul", recorded_at=AT.replace(hour=10 + seq))
        for seq, each in enumerate(actuals, start=1)
    ]
    return Ledger(target.key, tuple(entries), tuple(rows))


def on(as_of, target, *actuals):
    """The status of a target on a day, its actuals in the order recorded."""
    return status(target, ledger_of(target, *actuals).actuals, day(as_of))


def report(*statuses, lang="en", known_at=None):
    return Report(tuple(statuses), statuses[0].as_of, known_at, lang)


def the_real_case(as_of="2024-12-31"):
    """105 of the 217 schools, of the 369 first promised."""
    reported = an_actual("2024-12-31", 105, source="Kazinform, 2025-03-18")
    return on(as_of, promised()["comfortable-schools"], reported)


def a_level():
    """A share to be raised from 40 % to 80 %."""
    raised = stated(
        measure="level",
        unit=PER_CENT,
        baseline=a_baseline(40),
        goal=a_goal(80),
        lower=0,
        upper=100,
    )
    title = {"en": "Pupils with a place", "kk": "Орын алғандар", "ru": "С местом"}
    labels = {"report_every": Period.MONTH, "title": title}
    return titled(raised, key="places", **labels)


def a_quota():
    """60 a quarter, what is missing carried over."""
    quarterly = stated(
        measure="periodic",
        period="quarter",
        carry_over="shortfall",
        goal=a_goal(60, None),
    )
    title = {"en": "Schools repaired", "kk": "Жөнделген мектептер", "ru": "Ремонт школ"}
    return titled(quarterly, key="repairs", title=title)


def a_milestone():
    law = replace(stated(measure="milestone"), unit={})
    title = {"en": "Law on schools", "kk": "Мектеп заңы", "ru": "Закон о школах"}
    return titled(law, key="law", title=title)


def a_forecast(chance=0.62, **fields):
    """A forecast of schools; the goal is met by March 2025 with 50 per cent."""
    usual = {
        "reports": 4,
        "on_goal_day": Spread(61.2, 75, 94.6, 101, 118.4),
        "goal_day": Days(day("2024-08-03"), day("2025-03-14"), None),
        "horizon": day("2025-12-31"),
    }
    return Forecast(chance=chance, **usual | fields)


def none(why, reports=1):
    """Why there is no forecast."""
    return Forecast(reports, why=NoForecast(why))


def foretold(status, forecast=None):
    return replace(status, forecast=forecast or a_forecast())


def several_foretold(lang="en"):
    """The targets of `several`, most of them with a forecast."""
    statuses = several(lang).statuses
    never = Days(None, None, None)
    forecasts = (
        a_forecast(),
        a_forecast(0.05, goal_day=Days(*[day("2024-07-14")] * 3)),
        a_forecast(0.95, goal_day=never, reports=2),
        none("milestone", 0),
        none("few-reports"),
    )
    return report(*map(foretold, statuses, forecasts), lang=lang)


def several(lang="en"):
    """A report of every kind of target on the last day of June 2024."""
    programme = {"en": "Good schools", "kk": "Жақсы мектеп", "ru": "Хорошая школа"}
    restated = titled(
        stated((60, "2024-06-30"), goal=a_goal(120)),
        stated((50, "2024-06-30"), stated="2024-04-01"),
        programme=programme,
        report_every=Period.MONTH,
    )
    day_of = "2024-06-30"
    april, june = "2024-04-30", "2024-06-30"
    documented = {"evidence": Evidence.DOCUMENTED}
    return report(
        on(day_of, restated, an_actual(april, 40)),
        on(day_of, a_quota(), an_actual("2024-02-01", 50), an_actual(june, 66)),
        on(day_of, a_level(), an_actual(june, 62.5, **documented)),
        on(day_of, a_milestone()),
        on(day_of, titled(key="unheard", programme=programme)),
        lang=lang,
    )


KAZINFORM = Source(title="Schools", publisher="Kazinform", section="News")
