"""tracker next: what falls due, in every form, and how far ahead."""

from __future__ import annotations

import json

import pytest
from icalendar import Calendar


def dues(result):
    assert result.exit_code == 0, result.output
    return [
        (each["target"], each["kind"], each["by"]) for each in json.loads(result.stdout)
    ]


JUNE = ("--as-of", "2024-06-01", "--format", "json")
NOVEMBER = ("--as-of", "2026-11-24", "--format")
SCHOOLS = "comfortable-schools"


def test_the_schools_on_the_day_they_were_promised(tracker):
    found = dues(tracker("next", SCHOOLS, *JUNE))

    assert found == [
        (SCHOOLS, "report", "2024-06-30"),
        (SCHOOLS, "checkpoint", "2024-09-01"),
    ]
    assert dues(tracker("next", SCHOOLS, "--within", "90d", *JUNE)) == found[:1]


@pytest.mark.parametrize(
    ("within", "count"),
    [("0d", 0), ("29d", 1), ("5w", 1), ("3m", 2), ("7m", 5), ("1y", 6), ("2y", 10)],
)
def test_how_far_ahead(within, count, tracker):
    assert len(dues(tracker("next", SCHOOLS, "--within", within, *JUNE))) == count


def test_what_is_overdue_comes_first_however_near_one_looks(tracker):
    found = dues(tracker("next", "--within", "0d", *NOVEMBER, "json"))

    assert found[0] == ("recreation-centres", "goal", "2024-06-15")
    assert found[-1] == ("comfortable-school-places", "goal", "2025-12-31")


@pytest.mark.parametrize("within", ["", "soon", "90", "-1d", "1.5y", "101y", "36526d"])
def test_a_stretch_that_cannot_be_read_is_a_usage_error(within, tracker):
    result = tracker("next", "--within", within)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "stretch" in result.stderr


def test_a_calendar_goes_into_a_file(tracker, example):
    result = tracker(
        "next", "--as-of", "2026-11-24", "--format", "ics", "-o", "due.ics"
    )

    content = (example / "due.ics").read_bytes()
    assert (result.exit_code, result.stdout) == (0, "")
    assert content.startswith(b"BEGIN:VCALENDAR\r\n")
    events = Calendar.from_ical(content).walk("VEVENT")
    assert len(events) == len(dues(tracker("next", *NOVEMBER, "json")))


def test_markdown_and_csv_list_the_same(tracker):
    count = len(dues(tracker("next", *NOVEMBER, "json")))

    markdown = tracker("next", *NOVEMBER, "markdown").stdout
    csv = tracker("next", *NOVEMBER, "csv").stdout

    assert markdown.startswith("# What falls due by 24 February 2027, as of 24 Nov")
    # Besides the heads and the line under them.
    assert markdown.count("\n| ") == count + 2
    assert csv.count("\n") == count + 1


def test_the_same_calendar_comes_twice(tracker):
    asked = ("next", *NOVEMBER, "ics", "--lang", "ru")

    assert tracker(*asked).stdout_bytes == tracker(*asked).stdout_bytes


def test_what_was_not_known_yet_is_not_listed(tracker):
    result = tracker("next", "--known-at", "2020-01-01")

    assert "nothing had been recorded by then" in result.stdout


def test_an_unknown_target_is_refused(tracker):
    result = tracker("next", "comfortable-skools")

    assert (result.exit_code, result.stdout) == (3, "")
    assert "did you mean comfortable-schools" in result.stderr
