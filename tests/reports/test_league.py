"""Targets in groups: who is counted where, and which group is the worst."""

from __future__ import annotations

import pytest

from tests.builders import a_goal, an_actual
from tests.reports.cases import on, stated, titled
from tracker.reports.league import By, groups

# Half of the year 2024 is over: 50 of 100 are due.
DAY = "2024-07-01"
PACES = {"on-track": 50, "at-risk": 42, "off-track": 20, "achieved": 100}


def a_part(area, rating, key="schools", **labels):
    """A target in an area that has one rating on DAY."""
    target = titled(key=key, area=area, **labels)
    if rating == "no-data":
        return on(DAY, target)
    return on(DAY, target, an_actual(DAY, PACES[rating]))


def names(found):
    return [each.name for each in found]


def by_area(*statuses):
    return groups(statuses, By.AREA, "en")


def test_the_group_with_most_of_its_targets_behind_comes_first():
    found = by_area(
        a_part("A", "on-track"),
        a_part("B", "off-track"),
        a_part("C", "off-track"),
        a_part("C", "achieved"),
    )

    assert names(found) == ["B", "C", "A"]
    assert [each.share_behind for each in found] == [1, 0.5, 0]


def test_among_equals_the_one_most_days_behind_comes_first():
    found = by_area(a_part("A", "on-track"), a_part("B", "at-risk"))

    assert names(found) == ["B", "A"]


def test_groups_that_stand_alike_keep_the_order_of_the_file():
    found = by_area(*[a_part(area, "off-track") for area in "CAB"])

    assert names(found) == ["C", "A", "B"]


def test_a_group_without_a_judged_target_comes_after_those_with_one():
    found = by_area(a_part("A", "no-data"), a_part("B", "achieved"))

    assert names(found) == ["B", "A"]
    assert (found[1].share_behind, found[1].pace, found[1].days_ahead) == (None,) * 3


def test_targets_of_no_group_come_last_however_bad():
    found = by_area(
        a_part(None, "off-track"), a_part("A", "no-data"), a_part("B", "on-track")
    )

    assert names(found) == ["B", "A", "No area"]
    assert found[2].key is None


def test_silent_targets_are_counted_and_never_judged():
    (found,) = by_area(
        a_part("A", "no-data"), a_part("A", "off-track"), a_part("A", "on-track")
    )

    assert (found.judged, found.behind, found.silent) == (2, 1, 1)
    assert found.share_behind == 0.5


def test_the_pace_of_a_group_is_its_median():
    # 20, 50 and 100 where 49.86 of 100 are due by 1 July of a leap year.
    (found,) = by_area(
        a_part("A", "off-track"), a_part("A", "on-track"), a_part("A", "achieved")
    )

    assert found.pace == pytest.approx(50 / (182 / 365 * 100))


def test_what_is_achieved_is_not_behind_though_it_was_late():
    late = on("2025-06-01", titled(area="A"), an_actual("2025-03-01", 100))

    (found,) = by_area(late)

    assert (found.share_behind, found.days_ahead) == (0, None)


def test_parts_stand_under_the_title_of_their_parent():
    whole = a_part(None, "on-track", key="all")
    part = a_part("A", "off-track", parent="all")
    orphan = a_part("A", "on-track", parent="gone")

    found = groups((whole, part, orphan), By.PARENT, "ru")

    assert names(found) == [
        "Открытые школы",
        "gone",
        "Не входят в другой показатель",
    ]
    assert [each.key for each in found] == ["all", "gone", None]


@pytest.mark.parametrize(
    ("by", "lang", "name"),
    [
        ("programme", "en", "Good schools"),
        ("programme", "kk", "Жақсы мектеп"),
        ("owner", "en", "Ministry"),
        ("owner", "ru", "Ministry"),
    ],
)
def test_programmes_and_owners_are_named_in_the_language_of_the_report(by, lang, name):
    labels = {
        "programme": {"en": "Good schools", "kk": "Жақсы мектеп"},
        "owner": {"en": "Ministry"},
    }

    (found,) = groups([a_part("A", "on-track", **labels)], By(by), lang)

    assert (found.key, found.name) == (name, name)


def test_a_missed_target_counts_as_behind():
    target = titled(stated(goal=a_goal(200)), area="A")
    missed = on("2025-02-01", target, an_actual("2025-01-01", 60))

    (found,) = by_area(missed)

    assert (found.behind, found.share_behind) == (1, 1)
