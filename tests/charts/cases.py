"""One target of each kind with long titles, and with as many actuals as asked for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta

from matplotlib.lines import Line2D
from matplotlib.text import Text

from tests.builders import a_baseline, a_goal, a_statement, a_target, an_actual
from tracker.charts.picture import draw_target
from tracker.charts.render import drawing
from tracker.charts.sheet import Sheet, scale_for
from tracker.domain import Evidence, Shape, Source, Target
from tracker.periods import Period
from tracker.progress.status import Status, status

LONG_TITLES = {
    "en": "Comfortable schools opened under the national project in every region and "
    "in the three cities of republican significance, built anew or reconstructed",
    "kk": "Ұлттық жоба аясында барлық облыстарда және республикалық маңызы бар үш "
    "қалада ашылған, жаңадан салынған немесе қайта жаңартылған жайлы мектептер",
    "ru": "Комфортные школы, открытые по национальному проекту во всех областях и в "
    "трёх городах республиканского значения, построенные или реконструированные",
}
UNIT = {
    "en": {"one": "pupil place", "other": "pupil places"},
    "kk": {"other": "оқушы орны"},
    "ru": {"one": "ученическое место", "other": "ученических мест"},
}
SAID = Source(
    title="Overview of what was promised to the children of Kazakhstan",
    publisher="The Astana Times",
    section="Key priority",
    published=date(2024, 6, 1),
)
AS_OF = date(2025, 3, 1)
DAYS = 400

CUMULATIVE = a_statement(
    (98_000, "2024-09-01"), (208_000, "2024-12-31"), goal=a_goal(369_000, "2025-12-31")
)
STATEMENTS = {
    "cumulative": (CUMULATIVE,),
    "stepwise": (replace(CUMULATIVE, shape=Shape.STEP),),
    "restated": (
        CUMULATIVE,
        a_statement(stated="2024-09-02", goal=a_goal(217_000, "2025-12-31")),
        a_statement(stated="2025-02-20", goal=a_goal(217_000, "2027-12-31")),
    ),
    "falling": (
        a_statement(
            (80_000, "2024-12-31"),
            measure="level",
            baseline=a_baseline(107_000),
            goal=a_goal(0, "2026-12-31"),
        ),
    ),
    "level": (
        a_statement(
            (88.5, "2024-12-31"),
            measure="level",
            baseline=a_baseline(85.3),
            goal=a_goal(95, "2026-12-31"),
        ),
    ),
    "held": (a_statement(measure="level", baseline=None, goal=a_goal(97)),),
    "yearly": (
        a_statement(
            measure="periodic",
            stated="2019-01-01",
            period=Period.YEAR,
            goal=a_goal(400_000, None),
        ),
    ),
    "monthly": (
        a_statement(
            measure="periodic",
            stated="2024-01-01",
            period=Period.MONTH,
            goal=a_goal(12_000, None),
        ),
    ),
    "milestone": (
        a_statement(measure="milestone", goal=a_goal(1, "2024-12-01")),
        a_statement(
            measure="milestone", stated="2024-11-20", goal=a_goal(1, "2025-06-01")
        ),
    ),
    "undated": (a_statement(goal=a_goal(5_000, None)),),
    "undated-milestone": (a_statement(measure="milestone", goal=a_goal(1, None)),),
}


def a_case(kind: str, actuals: int = 3, as_of: date = AS_OF) -> Status:
    """A target of a kind with so many actuals, spread evenly over its days."""
    made = STATEMENTS[kind]
    said = tuple(replace(each, source=SAID, unit=UNIT) for each in made)
    target = replace(a_target(*said), key=kind)
    target = replace(target, labels=replace(target.labels, title=LONG_TITLES))
    return status(target, list(_actuals(target, actuals)), as_of)


def a_sheet(width: int = 1000, height: int = 600) -> Sheet:
    return Sheet(width, height, 100, scale_for(width, height))


def drawn(status_of: Status, lang: str = "en", sheet: Sheet | None = None) -> Sheet:
    sheet = sheet or a_sheet()
    draw_target(sheet, status_of, lang)
    return sheet


def texts(sheet: Sheet) -> list[str]:
    """What can be read on a sheet."""
    return [each.get_text() for each in shown(sheet, Text)]


def lines(sheet: Sheet) -> dict:
    """The lines and marks of a sheet that have a name."""
    return {each.get_gid(): each for each in shown(sheet, Line2D) if each.get_gid()}


def shown(sheet: Sheet, kind: type) -> list:
    """The artists of a kind that can be seen, in the order they were drawn."""
    artists = sheet.figure.get_children()
    return [each for each in artists if isinstance(each, kind) and each.get_visible()]


@contextmanager
def extents(sheet: Sheet) -> Iterator[list]:
    """Each visible text with the pixels it takes."""
    with drawing(sheet):
        renderer = sheet.canvas.get_renderer()
        yield [
            (each.get_text(), each.get_window_extent(renderer))
            for each in shown(sheet, Text)
        ]


def _actuals(target: Target, count: int):
    goal, start = target.first.goal.value, target.first.start
    kind = "done" if target.measure == "milestone" else "total"
    evidence = list(Evidence)
    for number in range(count):
        part = (number + 1) / count
        value = 1 if kind == "done" else round(start + (goal - start) * part * 0.4, 1)
        day = date(2024, 1, 1) + timedelta(days=round(DAYS * part))
        yield replace(
            an_actual(f"{day}", value, kind=kind, seq=number + 1),
            evidence=evidence[number % 3],
            source="Ministry of Enlightenment, Kazinform",
        )
