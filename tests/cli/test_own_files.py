"""tracker's own files: a report never takes their place, a missing one is named."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("own", ["tracker.db", "targets.toml", "seeds/../tracker.db"])
def test_a_report_never_takes_the_place_of_trackers_own_files(tracker, example, own):
    before = (example / own).read_bytes()

    result = tracker("status", "-o", own)

    assert result.exit_code == 4
    assert result.stderr == (
        f"Error: {own} is tracker's own file; name another one with -o\n"
    )
    assert (example / own).read_bytes() == before


def test_a_file_of_targets_that_is_not_there_is_named(tracker):
    result = tracker("--targets", "nope.toml", "status")

    assert result.exit_code == 4
    assert result.stderr == (
        "Error: no file nope.toml; check --targets or TRACKER_TARGETS\n"
    )
