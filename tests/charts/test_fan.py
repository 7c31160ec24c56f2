"""The forecast of a burn-up: its bands, its median, its words, and their absence."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from matplotlib.colors import to_rgb
from matplotlib.patches import Polygon
from matplotlib.transforms import Bbox

from tests.builders import a_baseline, a_goal, a_ledger, a_statement, a_target, day
from tests.builders import an_actual as actual
from tests.charts.cases import a_sheet, drawn, extents, lines, shown, texts
from tests.charts.test_laws import statuses
from tracker.charts import style
from tracker.charts.burnup import draw_burn_up
from tracker.charts.geometry import Box
from tracker.charts.lines import lines_of
from tracker.domain import LANGUAGES
from tracker.periods import Period
from tracker.progress.forecasts import (
    Days,
    FanDay,
    Forecast,
    NoForecast,
    Spread,
    with_forecasts,
)
from tracker.progress.status import status
from tracker.reports.words import short_day

AS_OF = "2024-07-01"
# 20 a quarter, of 100 by the end of the year.
ROWS = a_ledger(actual("2024-03-31", 20), actual("2024-06-30", 40))
HALF_WAY = Spread(50, 70, 80, 95, 130)
# The widest and the narrowest band of it, typed as the corners of a polygon.
FAN = (
    FanDay(day("2024-06-30"), Spread(*[40] * 5)),
    FanDay(day("2024-12-31"), HALF_WAY),
)


def foretold(met="2025-02-10", chance=0.234, **fields):
    """100 by 31 December 2024, of which 40 are there on 30 June."""
    forecast = Forecast(
        reports=3,
        chance=chance,
        on_goal_day=HALF_WAY,
        goal_day=Days(day("2024-11-20"), met and day(met), None),
        horizon=day("2025-12-31"),
    )
    now = status(a_target(), ROWS, day(AS_OF))
    return replace(now, forecast=replace(forecast, **fields))


def undated(met, horizon="2026-01-01"):
    """The same without a goal day."""
    rows, target = ROWS, a_target(a_statement(goal=a_goal(100, None)))
    forecast = Forecast(
        reports=3,
        goal_day=Days(None, met and day(met), None),
        horizon=day(horizon),
        why=NoForecast.UNDATED,
    )
    return replace(status(target, rows, day(AS_OF)), forecast=forecast)


def areas(sheet):
    """The bands of a sheet by name, as days and values."""
    return {each.get_gid(): each.get_xy() for each in shown(sheet, Polygon)}


def words(sheet):
    return [each.replace("\u00a0", " ") for each in texts(sheet)]


def drawn_by_hand(fan):
    sheet, target = a_sheet(), foretold()
    said = replace(lines_of(target), fan=fan)
    draw_burn_up(sheet, Box(20, 60, 980, 500), target, said, "en")
    return sheet


def test_the_bands_are_filled_between_their_quantiles():
    found = areas(drawn_by_hand(FAN))

    begins, ends = day("2024-06-30").toordinal(), day("2024-12-31").toordinal()
    assert list(found) == ["fan-80", "fan-50"]
    for name, low, high in (("fan-80", 50, 130), ("fan-50", 70, 95)):
        corners = [list(each) for each in found[name][:4]]
        assert corners == [[begins, 40], [ends, low], [ends, high], [begins, 40]]


def test_the_median_runs_from_the_running_total():
    median = lines(drawn_by_hand(FAN))["median"]

    assert list(median.get_ydata()) == [40, 80]
    assert median.get_xdata()[0] == day("2024-06-30").toordinal()


def test_the_fan_ends_on_the_goal_day_or_with_the_median_if_that_is_later():
    in_time, late = (lines_of(foretold(met)) for met in ("2024-11-30", "2025-02-10"))

    assert str(in_time.fan[-1].on) == "2024-12-31"
    assert str(late.fan[-1].on) == "2025-02-10"


@pytest.mark.parametrize(
    ("met", "last"),
    [
        # The picture of 366 days grows by 45 % at most, to 13 June 2025.
        pytest.param("2024-11-30", "2025-01-10", id="in time"),
        pytest.param("2025-06-13", "2025-06-28", id="late, still shown"),
        pytest.param("2025-06-14", "2025-01-10", id="too late to be shown"),
        pytest.param(None, "2025-01-10", id="not within the horizon"),
    ],
)
def test_the_picture_grows_to_the_median_day_where_that_is_near(met, last):
    assert str(lines_of(foretold(met)).days.last) == last


def test_the_mark_of_the_median_day_stands_on_the_goal():
    mark = lines(drawn(foretold("2025-02-10")))["median-day"]

    assert list(mark.get_xdata()) == [day("2025-02-10").toordinal()]
    assert list(mark.get_ydata()) == [100]


def test_of_a_quota_that_will_not_be_met_no_later_day_is_told():
    quota = a_statement(measure="periodic", period=Period.YEAR, goal=a_goal(100, None))
    now = status(a_target(quota), ROWS, day(AS_OF))
    forecast = replace(foretold(None).forecast, horizon=day("2024-12-31"))

    sheet = drawn(replace(now, forecast=forecast))

    assert set(areas(sheet)) == {"fan-80", "fan-50"}
    assert not [each for each in words(sheet) if "not met by" in each]


@pytest.mark.parametrize(
    ("met", "horizon", "last"),
    [
        # The picture ends 3 % beyond the last of its days, 15 August or, with 45 % of
        # the 182 days up to 1 July, 20 September.
        pytest.param("2024-08-15", "2026-01-01", "2024-08-21", id="past the median"),
        pytest.param("2025-08-15", "2026-01-01", "2024-09-27", id="to the edge"),
        pytest.param(None, "2024-08-01", "2024-08-01", id="to the horizon"),
    ],
)
def test_without_a_goal_day_the_fan_ends_with_what_is_known(met, horizon, last):
    assert str(lines_of(undated(met, horizon)).fan[-1].on) == last


def test_without_a_goal_day_there_is_a_fan_and_no_chance():
    sheet = drawn(undated("2024-08-15"))

    assert "goal 100 schools, no day stated" in words(sheet)
    assert "forecast: 15 Aug 2024" in words(sheet)
    assert set(areas(sheet)) == {"fan-80", "fan-50"}


@pytest.mark.parametrize(
    ("spread", "low", "high"),
    [
        # All else takes 0 to 100: a fan may add 35, and 9 % stay free above it all.
        pytest.param((50, 70, 80, 95, 120), 0, 129, id="within"),
        pytest.param((50, 70, 80, 300, 900), 0, 144, id="far above"),
        pytest.param((-90, 0, 80, 95, 100), 0, 109, id="below 0 where nothing is"),
    ],
)
def test_a_fan_does_not_press_the_rest_flat(spread, low, high):
    target = foretold("2024-12-31")
    wide = (FAN[0], FanDay(day("2024-12-31"), Spread(*spread)))

    found = replace(lines_of(target), fan=wide).range(target)

    assert found == pytest.approx((low, high))


@pytest.mark.parametrize(
    ("inner", "low", "high"),
    [
        # The readings take 94 to 97: a fan may add 1.05, its inner band as much as 6.
        pytest.param((93.5, 95.2), 92.71, 98.32, id="as any other"),
        pytest.param((90, 99), 89.76, 99.27, id="the inner band in full"),
        pytest.param((60, 99), 87.76, 99.27, id="not the whole of a vast one"),
    ],
)
def test_the_inner_band_of_a_level_is_shown(inner, low, high):
    held = a_statement(measure="level", baseline=None, goal=a_goal(95))
    rows = a_ledger(actual("2024-03-31", 94), actual("2024-06-30", 97))
    level = status(a_target(held), rows, day(AS_OF))
    spread = Spread(54, inner[0], 95, inner[1], 100)

    found = replace(lines_of(level), fan=(FanDay(day("2024-12-31"), spread),))

    assert found.range(level) == pytest.approx((low, high), abs=0.03)


@pytest.mark.parametrize(
    "values",
    [
        pytest.param((94.2, 96.1, 96.7, 95.5, 94.9), id="by the label of the goal"),
        pytest.param((95.5, 95.1, 95.2, 95.3, 94.8), id="clear of all labels"),
    ],
)
def test_no_label_covers_the_last_figure(values):
    months = ("2024-01-31", "2024-06-30", "2024-07-31", "2024-09-30", "2024-10-31")
    held = a_statement(measure="level", baseline=None, goal=a_goal(95, None))
    rows = a_ledger(*map(actual, months, values))
    (found,) = with_forecasts([status(a_target(held), rows, day("2024-12-30"))])

    sheet = drawn(found, "en", a_sheet(640, 400))

    mark = lines(sheet)["actuals-claimed"]
    x, y = mark.get_transform().transform(mark.get_xydata()[-1])
    around = Bbox.from_extents(x - 3, y - 3, x + 3, y + 3)
    with extents(sheet) as found:
        assert not [text for text, box in found if box.overlaps(around)]


def too_wide():
    """An undated goal of 5,000, of which 1,200 were there long ago."""
    target = a_target(a_statement(goal=a_goal(5000, None)))
    rows = a_ledger(actual("2024-05-21", 614), actual("2024-06-01", 1200))
    (found,) = with_forecasts([status(target, rows, day("2026-11-24"))])
    return found


def test_an_undated_fan_ends_where_its_inner_band_leaves_the_picture():
    status = too_wide()

    found = lines_of(status)

    top = found.range(status)[1]
    assert [each.spread.p75 > top for each in found.fan][-2:] == [False, True]
    assert found.fan_ends == found.fan[-1].on < found.days.last


@pytest.mark.parametrize(
    ("lang", "wide", "old"),
    [
        ("en", "After {} the forecast is too wide", "1,200, 1 Jun 2024, 906 days ago"),
        ("kk", "{} күнінен кейін болжам аралығы тым кең", "906 күн бұрын"),
        ("ru", "После {} прогноз слишком широк", "906 дней назад"),
    ],
)
def test_the_picture_says_where_a_fan_was_cut_and_how_old_its_figure_is(
    lang, wide, old
):
    said = words(drawn(too_wide(), lang))

    day_cut = short_day(lines_of(too_wide()).fan_ends, lang).replace("\u00a0", " ")
    assert any(each.startswith(wide.format(day_cut)) for each in said)
    assert any(each.endswith(old) for each in said)


def test_a_stale_figure_says_so_beside_its_point():
    target = a_target(report_every=Period.MONTH)

    said = words(drawn(status(target, ROWS, day("2024-11-01"))))

    assert "40, 30 Jun 2024, stale" in said
    assert "Last figure (30 Jun 2024, stale): source not named" in said


def test_what_lies_beyond_the_panel_is_cut_off():
    wide = (FAN[0], FanDay(day("2024-12-31"), Spread(-900, 70, 300, 600, 900)))

    sheet = drawn_by_hand(wide)

    (box,) = {
        tuple(each.get_clip_box().extents.round(3))
        for each in (*shown(sheet, Polygon), lines(sheet)["median"])
    }
    assert box[1] > 60
    assert box[3] < 500
    assert lines(sheet)["running-total"].get_clip_box() is None


def test_a_fan_leaves_nothing_on_the_next_picture():
    sheet = drawn(foretold())

    drawn(replace(foretold(), forecast=None), "en", sheet)

    assert not areas(sheet)
    assert not [each for each in lines(sheet).values() if each.get_clip_box()]


def test_the_bands_are_told_apart_in_grey_and_from_the_paper():
    tints = (style.PAPER, style.FAN_80, style.FAN_50, style.FORECAST)

    greys = [
        sum(part * each for part, each in zip((0.299, 0.587, 0.114), rgb, strict=True))
        for rgb in map(to_rgb, tints)
    ]

    steps = [one - other for one, other in pairwise(greys)]
    assert min(steps) > 0.1


@given(statuses())
def test_the_bands_of_any_target_hold_one_another_from_the_data_day_on(target):
    (target,) = with_forecasts([target])
    found = lines_of(target)

    for each in found.fan:
        spread = each.spread
        points = [spread.p10, spread.p25, spread.p50, spread.p75, spread.p90]
        assert points == sorted(points)
        assert found.days.first <= each.on <= found.days.last
    if found.fan:
        assert found.fan[0].on == target.actual.on
        assert found.fan[0].spread.p50 == target.actual.value


def test_a_falling_level_is_forecast_downwards():
    falls = a_statement(measure="level", baseline=a_baseline(107), goal=a_goal(0))
    rows = a_ledger(actual("2024-03-31", 80), actual("2024-06-30", 55))

    (now,) = with_forecasts([status(a_target(falls), rows, day(AS_OF))])

    median = lines(drawn(now))["median"].get_ydata()
    assert median[0] == 55
    assert median[-1] < 40


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_real_forecast_is_drawn_in_every_language(lang):
    (now,) = with_forecasts([status(a_target(), ROWS, day(AS_OF))])

    sheet = drawn(now, lang)

    assert set(areas(sheet)) == {"fan-80", "fan-50"}
    assert "median" in lines(sheet)
