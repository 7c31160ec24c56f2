"""A row that was changed, removed or put in behind tracker's back is found."""

from __future__ import annotations

import pytest


@pytest.mark.usefixtures("on_both")
def test_an_untouched_database_is_sound(tracker):
    result = tracker("db", "check")

    assert result.exit_code == 0
    assert result.stdout.endswith(", keys and digests are sound\n")


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (
            "UPDATE actual SET value = 217 WHERE value = 105",
            "actual comfortable-schools#1",
        ),
        (
            "UPDATE actual SET source = 'x' WHERE value = 1200",
            "actual camp-vouchers#2",
        ),
        (
            "UPDATE actual SET recorded_at = '2020-01-01 00:00:00' WHERE value = 614",
            "actual camp-vouchers#1",
        ),
        (
            "UPDATE statement SET terms = replace(terms, '369', '217') "
            "WHERE target_id = 1 AND seq = 1",
            "statement comfortable-schools#1",
        ),
        (
            "UPDATE statement SET labels = replace(labels, 'opened', 'planned') "
            "WHERE target_id = 1 AND seq = 2",
            "statement comfortable-schools#2",
        ),
        ("DELETE FROM actual WHERE value = 614", "actual camp-vouchers#1"),
        (
            "UPDATE actual SET target_id = CASE target_id WHEN 1 THEN 4 ELSE 1 END "
            "WHERE target_id IN (1, 4) AND value = 105",
            "actual comfortable-school-places#1",
        ),
    ],
    ids=[
        "value",
        "source",
        "moment",
        "goal",
        "title",
        "removed",
        "moved",
    ],
)
def test_what_was_tampered_with_is_named(tracker, tamper, change, found):
    if "CASE" in change:
        tamper("DELETE FROM actual WHERE value = 217300", change)
    else:
        tamper(change)

    result = tracker("db", "check")

    assert result.exit_code == 1
    assert f"{found} was changed or removed; restore a backup" in result.stdout


@pytest.mark.parametrize(
    ("tamper", "change"),
    [
        ("sqlite", "\"on\" = 'garbage'"),
        ("sqlite", "note = x'ff'"),
        ("postgresql", "\"on\" = 'infinity'"),
        ("postgresql", "\"on\" = '0044-03-15 BC'"),
    ],
    indirect=["tamper"],
)
def test_what_is_no_day_and_no_text_is_named_too(tracker, tamper, change):
    tamper(f"UPDATE actual SET {change} WHERE value = 614")

    result = tracker("db", "check")

    assert result.exit_code == 1
    assert "actual camp-vouchers#1 was changed or removed" in result.stdout


@pytest.mark.parametrize("tamper", ["postgresql"], indirect=True)
def test_a_day_that_is_no_day_is_one_sentence(tracker, tamper):
    tamper("UPDATE actual SET \"on\" = 'infinity' WHERE value = 614")

    result = tracker("status")

    assert result.exit_code == 4
    assert "holds a row that cannot be read; `tracker db check`" in result.stderr


def test_a_row_that_cannot_be_read_is_one_sentence(tracker, tamper):
    tamper("UPDATE statement SET terms = '{' WHERE target_id = 1")

    result = tracker("status")

    assert result.exit_code == 4
    assert result.stderr == (
        "Error: the database holds a row that cannot be read; `tracker db check` "
        "names it\n"
    )


def test_lost_triggers_are_found(tracker, tamper):
    tamper()

    result = tracker("db", "check")

    assert result.exit_code == 1
    assert "no longer protects its facts: no actual_no_delete" in result.stdout
