"""What the pictures of quotas and milestones show, and the overview of all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from matplotlib.colors import to_rgba
from matplotlib.patches import Rectangle

from tests.builders import (
    a_goal,
    a_ledger,
    a_statement,
    a_target,
    an_actual,
    day,
    done,
    not_done,
)
from tests.charts.cases import STATEMENTS, a_case, drawn, lines, shown, texts
from tracker.charts.overview import (
    MOST_ROWS,
    draw_overview,
    overview_height,
    overview_text,
    overview_title,
    ranked,
)
from tracker.charts.sheet import Sheet
from tracker.charts.style import BLUE
from tracker.periods import Period
from tracker.progress.status import status


def words(sheet):
    return [each.replace("\u00a0", " ") for each in texts(sheet)]


def a_quota(*rows, period=Period.YEAR, as_of="2024-06-30", stated="2022-01-01"):
    goal = a_goal(100, None)
    quota = a_statement(measure="periodic", stated=stated, period=period, goal=goal)
    return status(a_target(quota), a_ledger(*rows), day(as_of))


def test_past_periods_stand_beside_the_current_one():
    kept, missed = an_actual("2022-12-31", 120), an_actual("2023-12-31", 90)

    sheet = drawn(a_quota(kept, missed, an_actual("2024-03-31", 30)))

    assert {"2022", "✔ 120", "2023", "✖ 90", "quota"} <= set(words(sheet))
    assert list(lines(sheet)["lead-in"].get_ydata()) == [0, 30]


def test_before_the_first_period_is_over_there_is_only_the_current_one():
    found = lines(drawn(a_quota(stated="2024-01-01")))

    assert "quota" not in found
    assert "plan" in found


def test_a_period_without_a_report_says_so_and_is_no_zero():
    said = words(drawn(a_quota()))

    assert said.count("…") == 2
    assert not [each for each in said if each.endswith(" 0")]


@pytest.mark.parametrize(
    ("period", "lang", "name"),
    [
        (Period.QUARTER, "en", "Q1 2024"),
        (Period.QUARTER, "kk", "I 2024"),
        (Period.MONTH, "ru", "05.2024"),
    ],
)
def test_a_past_period_has_a_short_name(period, lang, name):
    sheet = drawn(a_quota(period=period, stated="2024-01-01"), lang)

    assert name in words(sheet)


def test_of_many_periods_the_last_ones_are_shown_and_all_are_counted():
    said = words(drawn(a_quota(period=Period.MONTH, as_of="2024-06-30")))

    assert "05.2024" in said
    assert "01.2022" not in said
    assert any(each.endswith("of 29 periods") for each in said)


def a_milestone(*rows, due="2024-09-01", later=None):
    made = [a_statement(measure="milestone", goal=a_goal(1, due))]
    if later:
        goal = a_goal(1, later)
        made += [a_statement(measure="milestone", stated="2024-08-20", goal=goal)]
    return status(a_target(*made), a_ledger(*rows), day("2024-12-31"))


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (done("2024-11-18"), "done 18 Nov 2024"),
        (not_done("2024-11-18"), "not done 18 Nov 2024"),
    ],
)
def test_a_milestone_is_done_or_not_on_its_day(row, said):
    assert {said, "due 1 Sep 2024"} <= set(words(drawn(a_milestone(row))))


def test_a_milestone_put_off_shows_both_days():
    sheet = drawn(a_milestone(later="2024-12-01"))

    assert {"due 1 Dec 2024", "first stated: 1 Sep 2024"} <= set(words(sheet))
    assert {"goal", "first-goal", "restated"} <= set(lines(sheet))


def test_an_undated_milestone_says_that_no_day_was_stated():
    assert "no day stated" in words(drawn(a_milestone(due=None)))


def behind(key, total):
    """A target of 100 over 2024 on its last day: so many reached."""
    shown = status(a_target(), [an_actual("2024-12-30", total)], date(2024, 12, 30))
    return replace(shown, target=replace(shown.target, key=key))


def test_the_overview_begins_with_the_most_days_behind():
    unknown = replace(status(a_target(), [], day("2024-12-30")))

    found = ranked([unknown, behind("near", 90), behind("far", 10), unknown])

    assert [each.target.key for each in found] == ["far", "near", "schools", "schools"]


def an_overview(statuses, lang="en", width=1000):
    height = round(overview_height(len(statuses)))
    sheet = Sheet(width, height, 100, 1.0)
    draw_overview(sheet, statuses, lang)
    return sheet


def test_a_row_says_how_much_of_how_much_how_late_and_the_rating_in_words():
    said = " ".join(words(an_overview([behind("a", 40)])))

    assert (
        "Schools opened 40 of 100 schools 30 Dec 2024 218 days behind off track" in said
    )


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "33 days late"), ("kk", "33 күн кеш"), ("ru", "с опозданием на 33 дня")],
)
def test_what_was_achieved_late_is_late_and_not_behind(lang, said):
    rows = [an_actual("2024-12-01", 90), an_actual("2025-02-02", 100, seq=2)]
    late = status(a_target(), rows, day("2025-03-01"))

    assert said in " ".join(words(an_overview([late], lang)))


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "bar: share of the way from baseline to goal;"),
        ("kk", "жолақ: бастапқы мәннен мақсатқа дейінгі жолдың өтілген бөлігі;"),
        ("ru", "полоса: пройденная доля пути от исходного значения к цели;"),
    ],
)
def test_the_key_says_what_a_bar_is_a_share_of(lang, said):
    assert said in " ".join(words(an_overview([behind("a", 40)], lang)))


def test_nothing_reported_is_an_empty_track_and_not_a_bar_of_zero():
    sheet = an_overview([a_case("cumulative", 0)])

    assert any(each.startswith("no data") for each in words(sheet))


def test_the_overview_counts_its_targets_by_rating():
    statuses = [behind("a", 40), behind("b", 100), behind("c", 20)]

    title, counts = overview_title(statuses, "en")

    assert title == "All targets by days behind"
    assert counts.replace("\u00a0", " ") == "3 targets: 1 achieved, 2 off track"


def test_the_overview_says_in_words_what_each_row_shows():
    lines_said = overview_text([behind("a", 40)], "en").splitlines()

    assert len(lines_said) == 2
    assert lines_said[1].startswith("Schools opened: 40 of 100")


def test_of_hundreds_of_targets_the_worst_are_shown_and_the_rest_counted():
    statuses = [behind(f"target-{each}", each % 90) for each in range(MOST_ROWS + 40)]

    sheet = an_overview(statuses)

    assert "40 more, with fewer days behind or none, not shown" in words(sheet)
    assert len([each for each in words(sheet) if "Schools" in each]) == MOST_ROWS


def test_more_than_the_goal_goes_beyond_the_track():
    within, beyond = an_overview([behind("a", 100)]), an_overview([behind("a", 120)])

    assert widest_blue(beyond) > widest_blue(within)


def widest_blue(sheet):
    boxes = shown(sheet, Rectangle)
    return max(x.get_width() for x in boxes if x.get_facecolor() == to_rgba(BLUE))


@pytest.mark.parametrize("kind", STATEMENTS)
def test_every_kind_has_its_row(kind):
    sheet = an_overview([a_case(kind)])

    assert len(shown(sheet, Rectangle)) >= 2
