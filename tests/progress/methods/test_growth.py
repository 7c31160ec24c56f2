"""Growth: each line of the publisher's tables, by figures worked by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.progress.methods.growth import Components, Growth, growth

SIZES = st.floats(0.01, 1e6)
YEARS = st.integers(1, 30)


def rated(base, latest, target=None, *, years=1, target_years=1, exact=False, **more):
    """The rating of a series from year 2015 on, its target due in 2016."""
    target_year = None if target_years is None else 2015 + target_years
    found = Components(2015, base, 2015 + years, latest, target_year, target, **more)
    return growth(found, exact=exact)


def told(found):
    return (found.status, found.reason)


@pytest.mark.parametrize(
    ("latest", "status", "score"),
    [
        # 100 in 2015, 200 due in 2016: the ratio is the percentage gained, over 100.
        pytest.param(200, "target_achieved", 5, id="just met"),
        pytest.param(250, "target_achieved", 5, id="exceeded"),
        pytest.param(199, "substantial_progress", 2.785771, id="0.99"),
        pytest.param(195, "substantial_progress", 2.500055, id="0.95 itself"),
        pytest.param(194.9, "moderate_progress", 2.4929121, id="0.949"),
        pytest.param(160, "moderate_progress", 0.00004, id="0.60 itself"),
        pytest.param(159.9, "limited_progress", -0.0041467, id="0.599"),
        pytest.param(100, "limited_progress", -2.5, id="0 itself"),
        pytest.param(99, "deterioration", -2.541667, id="-0.01"),
        pytest.param(20, "deterioration", -5, id="-0.8, no score below -5"),
    ],
)
def test_with_a_target_the_ratio_decides(latest, status, score):
    found = rated(100, latest, 200)

    assert found.status == status
    assert found.score == pytest.approx(score, abs=1e-9)
    assert found.ratio == pytest.approx((latest - 100) / 100)


def test_the_score_of_a_ratio_beyond_one_stops_at_five():
    # 21 % in the first of two years where 10 % a year are needed, to 121.1.
    found = rated(100, 121, 121.1, target_years=2)

    assert (found.status, found.score) == ("substantial_progress", 5)


def test_growth_is_compound():
    # 10 % a year for two years, and 10 % a year needed for five.
    found = rated(100, 121, 161.051, years=2, target_years=5)

    assert found.ratio == pytest.approx(1)


@pytest.mark.parametrize(
    ("latest", "status", "score"),
    [
        pytest.param(102, "substantial_progress", 5, id="2 % a year"),
        pytest.param(101.6, "substantial_progress", 3, id="1.6 % a year"),
        pytest.param(101.2, "moderate_progress", 1.75, id="1.2 % a year"),
        pytest.param(100.6, "moderate_progress", 0.25, id="0.6 % a year"),
        pytest.param(100.4, "limited_progress", -0.5, id="0.4 % a year"),
        pytest.param(100, "limited_progress", -2.5, id="nothing"),
        pytest.param(99.6, "deterioration", -3, id="-0.4 % a year"),
        pytest.param(97, "deterioration", -5, id="no score below -5"),
    ],
)
def test_without_a_target_growth_itself_decides(latest, status, score):
    found = rated(100, latest)

    assert found.status == status
    assert found.score == pytest.approx(score)


@pytest.mark.parametrize(
    ("latest", "status"),
    [
        pytest.param(101.5001, "substantial_progress", id="just above 1.5 %"),
        pytest.param(101.4999, "moderate_progress", id="just below 1.5 %"),
        pytest.param(100.5001, "moderate_progress", id="just above 0.5 %"),
        pytest.param(100.4999, "limited_progress", id="just below 0.5 %"),
    ],
)
def test_the_thresholds_on_growth_are_one_and_a_half_and_half_a_per_cent(
    latest, status
):
    assert rated(100, latest).status == status


@pytest.mark.parametrize(
    ("base", "latest", "target", "ratio"),
    [
        # 100 -> 50 due in a year: CAGR_T is -50 %.
        pytest.param(100, 75, 50, 0.5, id="half the fall"),
        pytest.param(100, 110, 50, -0.2, id="risen instead"),
        pytest.param(100, 98, None, 0.02, id="no target, 2 % less"),
        pytest.param(100, 0, None, 1, id="gone altogether"),
    ],
)
def test_less_is_better_turns_the_sign(base, latest, target, ratio):
    found = rated(base, latest, target, increase=False)

    assert found.ratio == pytest.approx(ratio)


@pytest.mark.parametrize(
    ("latest", "target", "increase", "ratio"),
    [
        # From -100, -50 is better where more is: the size halves, CAGR is -50 %.
        pytest.param(-75, -50, True, 0.5, id="half the way up"),
        pytest.param(-110, -50, True, -0.2, id="further down"),
        pytest.param(-102, None, False, 0.02, id="down as wanted, no target"),
    ],
)
def test_a_base_below_nought_turns_the_sign_again(latest, target, increase, ratio):
    found = rated(-100, latest, target, increase=increase)

    assert found.ratio == pytest.approx(ratio)


def test_a_target_that_is_met_is_asked_first():
    late = rated(0, 12, 10)
    soon = rated(8, 12, 10, years=0)
    fallen = rated(0, 3, 4, increase=False)

    for found, why in ((late, "base-zero"), (soon, "too-soon"), (fallen, "base-zero")):
        assert told(found) == ("target_achieved", why)
        assert (found.ratio, found.score) == (None, 5)


@pytest.mark.parametrize(
    ("found", "why"),
    [
        pytest.param(rated(None, 5, 10), "no-base", id="no base"),
        pytest.param(rated(5, None, 10), "no-actual", id="no latest value"),
        pytest.param(rated(None, None), "no-actual", id="nothing at all"),
        pytest.param(rated(-5, 5, 10), "opposite-signs", id="from below nought"),
        pytest.param(rated(5, -5, 10), "opposite-signs", id="to below nought"),
        pytest.param(rated(5, 6, 10, years=0.99), "too-soon", id="not yet a year"),
        pytest.param(rated(5, 6, 10, years=-1), "too-soon", id="data before the base"),
        pytest.param(rated(0, 6, 10), "base-zero", id="base of nought"),
        pytest.param(rated(0, 6), "base-zero", id="base of nought, no target"),
        pytest.param(rated(10, 9, 10), "target-is-base", id="no change needed"),
        pytest.param(
            rated(5, 6, 10, target_years=None), "no-target-year", id="no target year"
        ),
        pytest.param(
            rated(5, 6, 10, target_years=0), "target-year-early", id="target year 0"
        ),
        pytest.param(
            rated(-5, -4, 10), "target-beyond-zero", id="target of the other sign"
        ),
        pytest.param(
            rated(1, 2, 3e5, target_years=0.01), "out-of-range", id="300,000^100"
        ),
        pytest.param(
            rated(5e-324, 1e300), "out-of-range", id="beyond what a double holds"
        ),
    ],
)
def test_where_nothing_can_be_said_the_reason_is_told(found, why):
    assert found == Growth(None, "not_available", None, why)


def test_a_year_to_the_day_is_enough():
    assert rated(100, 102, years=1).reason is None


def test_a_target_worse_than_the_base_counts_by_the_size_of_its_change():
    # 100 is to become at least 80 and is 60: -40 % where 20 % were allowed.
    found = rated(100, 60, 80)

    assert (found.status, found.ratio) == ("deterioration", pytest.approx(-2))


@pytest.mark.parametrize(
    ("base", "limit", "growth_needed"),
    [
        # C = 1 - (b/l)^4.44; at half the limit 0.5^4.44 is 0.046071.
        pytest.param(50, 100, 0.015 * 0.953929, id="below the limit"),
        pytest.param(150, 100, 0.015 * 0.953929, id="as far above it"),
        pytest.param(-50, 100, 0.015 * 0.953929, id="by sizes"),
        pytest.param(200, 100, 0.015, id="twice the limit"),
        pytest.param(300, 100, 0.015, id="beyond twice the limit"),
        pytest.param(50, 0, 0.015, id="a limit of nought scales nothing"),
    ],
)
def test_near_a_limit_less_growth_is_enough(base, limit, growth_needed):
    sign = 1 if base > 0 else -1
    enough = base * (1 + sign * (growth_needed + 1e-7))
    short = base * (1 + sign * (growth_needed - 1e-7))

    assert rated(base, enough, limit=limit).status == "substantial_progress"
    assert rated(base, short, limit=limit).status == "moderate_progress"


def test_the_score_near_a_limit_is_that_of_the_unscaled_growth():
    # At half the limit C is 0.953929: 1.2 % of C scores 1.75, as 1.2 % without limit.
    found = rated(50, 50 * (1 + 0.012 * 0.953929), limit=100)

    assert found.score == pytest.approx(1.75, abs=1e-4)


@pytest.mark.parametrize(
    ("latest", "status", "score"),
    [
        pytest.param(100, "substantial_progress", 5, id="kept"),
        pytest.param(99.6, "deterioration", -3, id="lost 0.4 %"),
    ],
)
def test_at_the_limit_itself_keeping_it_is_all(latest, status, score):
    found = rated(100, latest, limit=100)

    assert (found.status, found.score) == (status, pytest.approx(score))


def test_a_limit_means_nothing_beside_a_target():
    assert rated(50, 60, 90, limit=100) == rated(50, 60, 90)


def test_from_a_base_of_nought_the_exact_ratio_explodes():
    # 1,000 of 300,000 at half time: sqrt(3e8) is 17,320.5, and 999,999 / 17,319.5.
    found = rated(0, 1000, 300_000, target_years=2, exact=True)

    assert found.status == "substantial_progress"
    assert found.ratio == pytest.approx(57.7, abs=0.05)


def test_a_target_of_nought_is_a_thousandth():
    # From 10 to 0.001 is a fall of 99.99 %; half of 10 is a fall of 50 %.
    found = rated(10, 5, 0, increase=False)

    assert found.ratio == pytest.approx(0.5 / 0.9999)
    assert rated(10, 0.0005, 0, increase=False).status == "substantial_progress"
    exact = rated(10, 0.0005, 0, increase=False, exact=True)
    assert exact.status == "target_achieved"


def test_growth_beyond_nought_is_a_modulus_when_it_is_to_be_exact():
    # (-1)^(1/2) - 1 is i - 1, of size sqrt(2); reached is -50 %, sign is -1.
    found = rated(-4, -2, 4, target_years=2, exact=True)

    assert found.ratio == pytest.approx(0.5 / 2**0.5)


@given(
    base=SIZES, latest=SIZES, target=SIZES, years=YEARS, unit=st.sampled_from([8, 64])
)
def test_another_unit_changes_no_rating(base, latest, target, years, unit):
    found = rated(base, latest, target, years=years, target_years=15)

    scaled = [figure * unit for figure in (base, latest, target)]
    assert rated(*scaled, years=years, target_years=15) == found


@given(base=SIZES, latest=SIZES, target=SIZES, years=YEARS)
def test_below_nought_everything_is_mirrored(base, latest, target, years):
    up = rated(base, latest, target, years=years, target_years=15)

    mirrored = [-figure for figure in (base, latest, target)]
    down = rated(*mirrored, years=years, target_years=15, increase=False)
    assert down == up


@given(base=SIZES, latest=SIZES, target=SIZES | st.none(), years=YEARS)
def test_a_score_lies_between_minus_five_and_five(base, latest, target, years):
    found = rated(base, latest, target, years=years, target_years=15)

    assert found.score is None or -5 <= found.score <= 5
