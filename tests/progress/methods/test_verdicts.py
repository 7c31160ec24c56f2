"""Where our rating and an official one differ."""

from __future__ import annotations

import pytest

from tracker.progress.methods.extrapolation import Symbol
from tracker.progress.methods.growth import GrowthStatus
from tracker.progress.methods.verdicts import disagree
from tracker.progress.rating import JUDGED, Rating

GOOD, MIDDLING, BAD = {"achieved", "on-track"}, {"at-risk"}, {"off-track", "missed"}


@pytest.mark.parametrize(
    ("theirs", "agreeing"),
    [
        (GrowthStatus.TARGET_ACHIEVED, GOOD),
        (GrowthStatus.SUBSTANTIAL_PROGRESS, GOOD),
        (GrowthStatus.MODERATE_PROGRESS, MIDDLING),
        (GrowthStatus.LIMITED_PROGRESS, BAD),
        (GrowthStatus.DETERIORATION, BAD),
        (Symbol.SUN, GOOD),
        (Symbol.SLIGHTLY_CLOUDY, MIDDLING),
        (Symbol.CLOUD, BAD),
        (Symbol.THUNDERSTORM, BAD),
    ],
)
def test_ratings_agree_where_both_are_good_middling_or_bad(theirs, agreeing):
    found = {rating.value for rating in JUDGED if not disagree(rating, theirs)}

    assert found == agreeing


@pytest.mark.parametrize("ours", [each for each in Rating if each not in JUDGED])
def test_who_does_not_judge_does_not_disagree(ours):
    assert not disagree(ours, GrowthStatus.DETERIORATION)


def test_a_method_without_a_figure_does_not_disagree():
    assert not disagree(Rating.MISSED, GrowthStatus.NOT_AVAILABLE)
    assert not disagree(Rating.MISSED, None)
