"""The calendar: what the standard asks for, and read back what was written."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from tests.reports.agendas import DAY, a_long_title, agenda, of_every_kind
from tests.reports.cases import LANGUAGES, on, titled
from tracker.reports.as_ics import render


def events_of(text):
    return Calendar.from_ical(text).walk("VEVENT")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_calendar_of_every_kind(lang, snapshot):
    snapshot(render(of_every_kind(lang)), f"due.{lang}.ics")


def test_each_due_is_one_all_day_event_on_its_day():
    asked = of_every_kind()

    events = events_of(render(asked))

    assert [each.decoded("dtstart") for each in events] == [
        each.by for each in asked.dues
    ]
    assert events[0].decoded("dtstart") == date(2024, 3, 31)
    # The end of an event is the first day that no longer belongs to it.
    assert events[0].decoded("dtend") == date(2024, 4, 1)


def test_what_was_written_is_read_back():
    long = titled(title=a_long_title())

    (event,) = events_of(render(agenda(on(DAY, long))))

    title = a_long_title()["en"].strip()
    assert event["summary"].replace("  ", " ").startswith(title[:40])
    assert event["summary"].endswith(": goal 100 schools")
    assert event["description"] == "nothing reported"


def test_an_event_says_whom_to_ask():
    labels = {"owner": {"en": "Ministry"}, "programme": {"en": "Comfortable School"}}

    (event,) = events_of(render(agenda(on(DAY, titled(**labels)))))

    assert event["description"].split("\n") == [
        *("nothing reported", "Owner: Ministry", "Programme: Comfortable School"),
    ]


def test_lines_end_in_crlf_and_have_at_most_75_octets_of_whole_letters():
    long = titled(title=a_long_title())

    content = render(agenda(on(DAY, long))).encode()

    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()


def test_commas_semicolons_and_backslashes_are_escaped():
    long = titled(title=a_long_title())

    unfolded = render(agenda(on(DAY, long))).replace("\r\n ", "")

    assert "SUMMARY:Schools\\, opened\\; in \\\\ all школы" in unfolded


def test_an_event_keeps_its_identity_and_has_one_of_its_own():
    first, again = (events_of(render(of_every_kind(lang))) for lang in ("en", "kk"))
    names = [str(each["uid"]) for each in first]

    assert names == [str(each["uid"]) for each in again]
    assert len(set(names)) == len(names)
    assert names[0] == "schools-report-2024-03-31@tracker"


@pytest.mark.parametrize(
    ("known_at", "stamp"),
    [
        pytest.param(None, datetime(2024, 7, 1, tzinfo=UTC), id="the day of it"),
        pytest.param(
            datetime(2024, 6, 5, 9, 30, tzinfo=UTC),
            datetime(2024, 6, 5, 9, 30, tzinfo=UTC),
            id="when it was known",
        ),
    ],
)
def test_the_stamp_is_no_clock(known_at, stamp):
    asked = agenda(on(DAY, titled()), known_at=known_at)

    (event,) = events_of(render(asked))

    assert event.decoded("dtstamp") == stamp


def test_nothing_due_is_an_empty_calendar():
    assert events_of(render(agenda())) == []
