"""Running totals read off the index are those of the statuses."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.progress.strategies import ANY_DAY, ledgers, targets
from tests.store.test_ledgers import BY, later
from tracker.cli.totals import total_rows
from tracker.progress.status import status
from tracker.reports.numbers import machine
from tracker.store import write
from tracker.store.engine import writing


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(targets(), st.data(), ANY_DAY)
def test_totals_are_those_of_the_status_on_any_day(database, target, data, on):
    actuals = data.draw(ledgers(target))
    with writing(database) as connection:
        write.add_target(connection, target, 0, BY)
        write.add_actuals(connection, target.key, actuals, later(1))

        rows = total_rows(connection, on)

        connection.rollback()
    reading = status(target, actuals, on).actual
    assert rows == [
        {
            "target": target.key,
            "total": machine(reading.value) if reading else None,
            "on": str(reading.on) if reading else None,
        }
    ]


def test_naming_an_item_is_no_report(tracker):
    tracker("record", "school-aid", "+5", "--on", "2025-08-01")
    tracker("record", "school-aid", "+0", "--on", "2025-08-09", "--item", "№ 7")

    result = tracker("targets", "--totals", "--as-of", "2025-08-31", "--format", "csv")

    assert "\nschool-aid,5,2025-08-01\n" in result.stdout
