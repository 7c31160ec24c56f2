"""What holds for the picture of any target, on any day."""

from __future__ import annotations

from bisect import bisect_right
from datetime import timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.charts.cases import a_sheet, drawn
from tests.charts.test_extents import assert_clear
from tests.progress.strategies import ANY_DAY, ledgers, targets
from tracker.charts.lines import lines_of
from tracker.domain import LANGUAGES
from tracker.progress.forecasts import with_forecasts
from tracker.progress.plan import expected
from tracker.progress.status import status

SHEETS = {size: a_sheet(*size) for size in ((1000, 600), (480, 320))}


@st.composite
def statuses(draw):
    target = draw(targets())
    return status(target, draw(ledgers(target)), draw(ANY_DAY))


def read_off(line, on):
    """The value a drawn line has on a day."""
    after = bisect_right(line, on, key=lambda place: place.on)
    left = line[after - 1]
    if left.on == on or after == len(line):
        return left.value
    right = line[after]
    part = (on - left.on).days / (right.on - left.on).days
    return left.value + (right.value - left.value) * part


@given(statuses(), st.integers(0, 900))
def test_the_plan_drawn_is_the_plan_expected_on_every_day(shown, offset):
    plan = lines_of(shown).plan
    assume(plan)
    day = min(plan[0].on + timedelta(offset), plan[-1].on)

    due = expected(shown.now.plan, day)

    assert abs(read_off(plan, day) - due) < 1e-6


@given(statuses())
def test_the_running_total_drawn_ends_at_the_one_reported(shown):
    running = lines_of(shown).running

    assert (running[-1].value if running else None) == (
        shown.actual.value if shown.actual else None
    )


@given(statuses())
def test_everything_drawn_lies_within_the_days_shown(shown):
    lines = lines_of(shown)

    places = [*lines.running, *lines.plan, *lines.first, *lines.scope]
    assert all(lines.days.first <= each.on <= lines.days.last for each in places)


@settings(max_examples=60, deadline=None)
@given(statuses(), st.sampled_from(LANGUAGES), st.sampled_from(list(SHEETS)))
def test_whatever_is_drawn_its_texts_stay_inside_and_apart(shown, lang, size):
    (shown,) = with_forecasts([shown])

    sheet = drawn(shown, lang, SHEETS[size])

    assert_clear(sheet, *size)
