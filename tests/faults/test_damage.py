"""A damaged database is told in one sentence wherever the damage is, and left alone."""

from __future__ import annotations

import random

import pytest

COMMANDS = (
    ("status", "--format", "csv", "--no-forecast"),
    ("verify",),
    ("db", "check"),
    ("record", "camp-vouchers", "1300", "--on", "2025-01-01"),
)
PAGE = 4096


def overwritten(content, at):
    noise = random.Random(at).randbytes(2048)
    return content[:at] + noise + content[at + 2048 :]


def cut(content, at):
    return content[:at]


@pytest.mark.parametrize("damage", [overwritten, cut])
def test_damage_anywhere_in_the_file_is_never_a_traceback(tracker, example, damage):
    path = example / "tracker.db"
    whole = path.read_bytes()
    places = range(0, len(whole), PAGE)
    found = 0

    for at in places:
        broken = damage(whole, at + (0 if damage is overwritten else 2048))
        path.write_bytes(broken)
        codes = {}
        for command in COMMANDS:
            result = tracker(*command)
            codes[command[0]] = result.exit_code
            assert "Traceback" not in result.output
            assert result.exit_code in (0, 1, 4), (at, command, result.output)
            if result.exit_code == 4:
                assert result.stderr.count("\n") == 1
        if codes["record"] != 0:
            assert path.read_bytes() == broken
        found += any(codes.values())

    # Noise in a page that nothing uses is no damage.
    assert found > len(places) * 0.8
