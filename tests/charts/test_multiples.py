"""Small multiples: one panel a target, group by group, all on one scale."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from matplotlib.lines import Line2D
from PIL import Image

from tests.builders import (
    a_goal,
    a_ledger,
    a_statement,
    a_target,
    an_actual,
    day,
)
from tests.charts.cases import STATEMENTS, a_case, shown, texts
from tests.charts.test_extents import assert_clear
from tracker.areas import AREAS
from tracker.charts.draw import draw, small_multiples
from tracker.charts.multiples import (
    MOST_TILES,
    draw_multiples,
    multiples_text,
    multiples_title,
    page_of,
)
from tracker.charts.options import FORMATS, ChartOptions, NothingToGroupError
from tracker.charts.sheet import Sheet, scale_for
from tracker.domain import LANGUAGES
from tracker.progress.forecasts import with_forecasts
from tracker.progress.status import status
from tracker.reports.league import By, groups

AS_OF = "2024-12-30"


def in_area(code, total, goal=100, **labels):
    """A target over 2024 of an area, on the last day but one: so many reached."""
    rows = a_ledger(an_actual(AS_OF, total)) if total is not None else []
    target = a_target(a_statement(goal=a_goal(goal)), area=code, **labels)
    target = replace(target, key=f"{code}-{goal}".lower())
    return status(target, rows, day(AS_OF))


def labelled(found, **labels):
    """A status whose target has other labels."""
    labels = replace(found.target.labels, **labels)
    return replace(found, target=replace(found.target, labels=labels))


# Worst first: Shymkent 20 %, Astana 50 %, Almaty 100 %.
CITIES = (in_area("KZ-71", 50), in_area("KZ-75", 100), in_area("KZ-79", 20))


def a_page(statuses=CITIES, by=By.AREA, lang="en"):
    return page_of(statuses, by, lang)


def a_sheet_of(page, lang="en", width=1000):
    """The page on a sheet that is as high as it needs, with its height in pixels."""
    scale = scale_for(width)
    lacking = draw_multiples(Sheet(width, 320, 100, scale), page, lang)
    height = 320 + int(lacking * scale) + 1
    sheet = Sheet(width, height, 100, scale)
    assert draw_multiples(sheet, page, lang) == 0
    return sheet, height


def words(sheet):
    return [each.replace("\u00a0", " ") for each in texts(sheet)]


def every(sheet, name):
    """The lines of a name, one a panel."""
    return [each for each in shown(sheet, Line2D) if each.get_gid() == name]


def test_the_panels_stand_in_the_order_of_the_league_table():
    page = a_page()

    league = [each.name for each in groups(CITIES, By.AREA, "en")]
    assert [each.name for each in page.tiles] == league
    assert league == ["Shymkent (city)", "Astana (city)", "Almaty (city)"]


def test_within_a_group_the_target_most_days_behind_comes_first():
    several = (in_area("KZ-71", 90), in_area("KZ-71", 20, 200), in_area("KZ-71", 5, 10))

    page = a_page(several)

    assert [each.status.target.key for each in page.tiles] == [
        "kz-71-200",
        "kz-71-10",
        "kz-71-100",
    ]


def test_a_panel_names_its_group_and_says_figures_day_days_and_rating():
    sheet, _ = a_sheet_of(a_page(CITIES[:1]))

    # Half was due in the middle of 365 days, 181.5 days before 30 December.
    said = " ".join(words(sheet))
    expected = "Astana (city) 50 of 100 schools 30 Dec 2024 off track, 182 days behind"
    assert expected in said


def test_a_panel_says_the_chance_where_there_is_a_forecast():
    rows = a_ledger(an_actual("2024-03-31", 20), an_actual("2024-06-30", 40))
    target = a_target(area="KZ-71")
    (now,) = with_forecasts([status(target, rows, day("2024-07-01"))])

    sheet, _ = a_sheet_of(a_page([now]))

    assert f"30 Jun 2024 · chance {now.forecast.chance:.0%}" in words(sheet)
    assert len(every(sheet, "median")) == 1


def test_targets_without_a_group_have_no_panel():
    page = a_page((*CITIES, in_area(None, 1)))

    assert len(page.tiles) == 3


@pytest.mark.parametrize(
    ("by", "lang", "said"),
    [
        (By.AREA, "en", "Not shown: 2 targets without an area"),
        (By.AREA, "kk", "Көрсетілмеген: өңірі жоқ 2 көрсеткіш"),
        (By.AREA, "ru", "Не показано: 2 показателя без региона"),
        (By.PARENT, "en", "Not shown: 2 targets, part of no other"),
    ],
)
def test_the_small_print_counts_the_targets_without_a_group(by, lang, said):
    alone = [in_area(None, 1)] * 2
    part = labelled(in_area("KZ-75", 40), parent="whole")

    sheet, _ = a_sheet_of(a_page([*alone, part], by, lang), lang)

    assert said in words(sheet)


@pytest.mark.parametrize(
    ("by", "labels", "name"),
    [
        (By.PROGRAMME, {"programme": {"en": "Comfortable School"}}, "Comfortable Sch"),
        (By.OWNER, {"owner": {"en": "Ministry of Enlightenment"}}, "Ministry of Enl"),
        (By.PARENT, {"parent": "whole"}, "whole"),
    ],
)
def test_targets_are_grouped_by_programme_owner_and_parent_too(by, labels, name):
    page = a_page([in_area(None, 50, **labels), in_area("KZ-71", 50)], by)

    (tile,) = page.tiles
    assert tile.name.startswith(name)


def test_a_title_that_all_targets_share_is_said_once():
    page = a_page()

    sheet, _ = a_sheet_of(page)

    title, said = multiples_title(page, "en")
    assert title == "Schools opened"
    assert said.startswith("By area, the worst groups first; ")
    assert [each for each in words(sheet) if "Schools opened" in each] == [title]


def test_the_name_of_its_area_in_a_title_is_not_repeated():
    names = ("Astana (city)", "Almaty (city)")
    titled = [
        labelled(each, title={"en": f"Schools, {name}"})
        for each, name in zip(CITIES[:2], names, strict=True)
    ]

    assert multiples_title(a_page(titled), "en")[0] == "Schools"


def test_titles_that_differ_stand_above_their_panels():
    page = a_page((*CITIES, labelled(a_case("cumulative"), area="KZ-71")))

    sheet, _ = a_sheet_of(page)
    assert multiples_title(page, "en")[0] == "By area, the worst groups first"
    assert words(sheet).count("Schools opened") == 3


def test_all_panels_have_the_same_days_and_the_same_scale():
    long = a_target(a_statement(goal=a_goal(10, "2026-12-31")), area="KZ-10")
    later = status(long, [an_actual("2024-06-30", 1)], day(AS_OF))

    sheet, _ = a_sheet_of(a_page((*CITIES, later)))

    plans = every(sheet, "plan")
    goals = {tuple(each.get_ydata()) for each in plans}
    scales = {
        tuple(each.get_transform().get_matrix()[:2, :2].round(9).flat) for each in plans
    }
    assert goals == {(0, 1)}
    assert len(scales) == 1


def all_areas():
    """A target for each area of the country, some of them restated, some silent."""
    kinds = [each for each in STATEMENTS if each not in ("monthly", "held")]
    for number, code in enumerate(AREAS):
        yield labelled(a_case(kinds[number % len(kinds)], number % 4), area=code)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [480, 640, 1000])
def test_twenty_areas_stay_inside_and_apart(width, lang):
    page = a_page(with_forecasts(all_areas()), lang=lang)

    sheet, height = a_sheet_of(page, lang, width)

    assert len(page.tiles) == 20
    assert_clear(sheet, width, height)


@pytest.mark.parametrize("kind", STATEMENTS)
def test_every_kind_has_its_panel(kind):
    found = labelled(a_case(kind), area="KZ-71")

    sheet, height = a_sheet_of(a_page([found]))

    assert len(every(sheet, "scope")) == 1
    assert_clear(sheet, 1000, height)


def test_of_hundreds_of_targets_the_worst_are_shown_and_the_rest_counted():
    many = [in_area("KZ-71", 5, goal) for goal in range(10, 10 + MOST_TILES + 7)]

    page = a_page(many)

    sheet, _ = a_sheet_of(page)
    assert len(page.tiles) == MOST_TILES
    assert "7 more, further down the list, not shown" in words(sheet)


def test_the_page_says_in_words_what_each_panel_shows():
    said = multiples_text(a_page(), "en").replace("\u00a0", " ").splitlines()

    assert said[0].endswith("; 3 targets: 1 achieved, 2 off track")
    assert said[1].startswith("Shymkent (city): 20 of 100 schools on 30 December 2024")


@pytest.mark.parametrize("form", FORMATS)
def test_the_page_is_one_file(form, tmp_path):
    options = ChartOptions(form, by=By.AREA)

    (path,) = draw(CITIES, tmp_path, options)

    assert path == tmp_path / f"by-area.{form}"
    assert path.stat().st_size > 2000


def test_the_page_is_as_wide_as_asked_and_as_high_as_it_needs():
    options = ChartOptions(width=700)

    few, many = (
        Image.open(BytesIO(small_multiples(list(each), By.AREA, options)))
        for each in (CITIES, all_areas())
    )

    assert few.width == many.width == 700
    assert many.height > 3 * few.height


def test_the_order_of_the_file_changes_nothing_in_the_digest():
    stamps = {
        next(each for each in words(a_sheet_of(a_page(order))[0]) if "SHA" in each)
        for order in (CITIES, CITIES[::-1])
    }

    assert len(stamps) == 1


@pytest.mark.parametrize(
    ("by", "one"),
    [
        (By.AREA, "an area"),
        (By.PROGRAMME, "a programme"),
        (By.OWNER, "an owner"),
        (By.PARENT, "a parent"),
    ],
)
def test_without_any_group_nothing_is_drawn(by, one, tmp_path):
    folder = tmp_path / "charts"

    with pytest.raises(NothingToGroupError) as caught:
        list(draw([in_area(None, 1)], folder, ChartOptions(by=by)))

    assert str(caught.value) == (
        f"none of these targets has {one}; name others, or give another --by"
    )
    assert caught.value.exit_code == 3
    assert not folder.exists()
