"""Moments are kept in UTC, whatever the clocks on the walls show."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.builders import a_target, an_actual
from tracker import entry
from tracker.store import read, write
from tracker.store.engine import reading, writing
from tracker.store.write import Signature

BEFORE = datetime(2024, 2, 29, 17, 45, tzinfo=UTC)  # 23:45 in Almaty, at +6
AFTER = datetime(2024, 2, 29, 18, 15, tzinfo=UTC)  # 23:15 once more, at +5


def test_an_hour_that_a_clock_shows_twice_is_two_hours(database, in_zone):
    in_zone("Asia/Almaty")
    key = a_target().key
    with writing(database) as connection:
        write.add_target(connection, a_target(), 0, Signature("analyst", BEFORE))
        for on, moment in (("2024-02-28", BEFORE), ("2024-02-29", AFTER)):
            write.add_actuals(connection, key, [an_actual(on, 1)], moment)

    def known_at(text):
        with reading(database) as connection:
            (ledger,) = read.ledgers(connection, None, entry.moment(text))
        return [each.recorded_at for each in ledger.actuals]

    assert known_at("2024-02-29T23:50:00+06:00") == [BEFORE]
    assert known_at("2024-02-29T23:10:00+05:00") == [BEFORE]
    assert known_at("2024-02-29T23:20:00+05:00") == [BEFORE, AFTER]
    assert known_at("2024-02-29T18:15:00Z") == [BEFORE, AFTER]
