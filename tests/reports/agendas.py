"""What falls due of every kind of target on 1 July 2024, for tests of its reports."""

from __future__ import annotations

from tests.builders import a_goal, an_actual, day
from tests.reports.cases import a_level, a_milestone, a_quota, on, stated, titled
from tracker.periods import Period
from tracker.progress.due import due_by
from tracker.reports.due import Agenda

DAY = "2024-07-01"
UNTIL = "2025-07-01"


def agenda(*statuses, lang="en", until=UNTIL, known_at=None):
    return Agenda(
        dues=due_by(statuses, day(until)),
        statuses=statuses,
        as_of=day(DAY),
        until=day(until),
        known_at=known_at,
        lang=lang,
    )


def of_every_kind(lang="en"):
    """Overdue and to come; two of the three reports that are overdue are one line."""
    schools = titled(
        stated((60, "2024-06-30"), goal=a_goal(300, "2025-06-30")),
        report_every=Period.QUARTER,
    )
    undated = titled(stated(goal=a_goal(by=None)), key="undated")
    return agenda(
        on(DAY, schools, an_actual("2023-12-31", 41)),
        on(DAY, a_level(), an_actual("2024-05-31", 62.5)),
        on(DAY, a_quota()),
        on(DAY, a_milestone()),
        on(DAY, undated, an_actual("2024-06-01", 10)),
        lang=lang,
    )


def a_long_title():
    """Letters of one, two, three and four bytes, commas, a semicolon, a backslash."""
    return {"en": "Schools, opened; in \\ all " + "школы мектептер 学校 🏫 " * 5}
