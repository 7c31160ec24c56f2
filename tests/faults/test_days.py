"""Days are plain dates: no zone and no change of an offset moves them."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tracker.cli.app import App
from tracker.periods import ONE_DAY

ZONES = ("Asia/Almaty", "UTC", "Pacific/Kiritimati", "Etc/GMT+12")
# By day, the last of February and the first of March, between which Kazakhstan put its
# clocks back by an hour, from +6 to +5.
RECORDED = ("2024-02-28", "2024-02-29", "2024-03-01")
READ = """
status preschool-database camp-vouchers --as-of 2024-02-29 --format json
status preschool-database --as-of 2024-03-01
history camp-vouchers --as-of 2024-02-29 --format csv
next --as-of 2024-02-29 --within 1m --format csv
export camp-vouchers
check --as-of 2024-03-01
verify
"""


@pytest.mark.parametrize("zone", ZONES)
def test_today_is_the_day_of_the_zone_that_is_set(in_zone, zone):
    in_zone(zone)

    before = datetime.now(ZoneInfo(zone)).date()
    found = App(None, None).today
    after = datetime.now(ZoneInfo(zone)).date()

    assert before <= found <= after


def test_at_the_ends_of_the_world_today_is_another_day(in_zone):
    # 26 hours lie between them.
    in_zone("Etc/GMT+12")
    west = App(None, None).today
    in_zone("Pacific/Kiritimati")
    east = App(None, None).today

    assert east - west >= ONE_DAY


@pytest.mark.usefixtures("on_both")
def test_no_zone_moves_a_day_that_was_recorded(tracker, in_zone):
    for zone, day in zip(ZONES, RECORDED, strict=False):
        in_zone(zone)
        said = tracker("record", "preschool-database", "not-done", "--on", day)
        assert said.exit_code == 0

    told = []
    for zone in ZONES:
        in_zone(zone)
        told.append([tracker(*line.split()).stdout for line in READ.splitlines()[1:]])

    rows = tracker("export", "preschool-database").stdout.splitlines()
    assert [row.split(",")[1] for row in rows[1:]] == list(RECORDED)
    assert told == [told[0]] * len(ZONES)
