"""What falls due as a calendar: an all-day event each. Source: RFC 5545, RFC 7986."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from tracker.periods import ONE_DAY
from tracker.progress.due import Due
from tracker.reports.due import Agenda, still_missing, what, who
from tracker.reports.numbers import plain_spaces
from tracker.reports.phrases import say
from tracker.reports.words import title_of

if TYPE_CHECKING:
    from icalendar import Event


def render(agenda: Agenda) -> str:
    """The calendar; the same agenda always gives the same bytes.

    An event keeps its identity from one calendar to the next, so that one that is
    imported again takes the place of the earlier one.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//tracker//tracker next//EN")
    calendar.add("version", "2.0")
    name = say("calendar-name", agenda.lang)
    # The first is the standard's, the second what calendars read.
    for each in ("name", "x-wr-calname"):
        calendar.add(each, name)
    stamp = agenda.known_at or datetime.combine(agenda.as_of, time.min, UTC)
    for due in agenda.dues:
        calendar.add_component(_event(due, stamp, agenda.lang))
    content: bytes = calendar.to_ical(sorted=False)
    return content.decode("utf-8")


def _event(due: Due, stamp: datetime, lang: str) -> Event:
    from icalendar import Event

    target = due.status.target
    title = title_of(target.key, target.labels, lang)
    event = Event()
    event.add("uid", f"{target.key}-{due.kind}-{due.by}@tracker")
    event.add("dtstamp", stamp)
    event.add("dtstart", due.by)
    event.add("dtend", due.by + ONE_DAY)
    event.add("summary", plain_spaces(f"{title}: {what(due, lang)}"))
    told = [each for each in (still_missing(due, lang), *who(due, lang)) if each]
    if told:
        event.add("description", plain_spaces("\n".join(told)))
    # The day stays free for meetings.
    event.add("transp", "TRANSPARENT")
    return event
