"""Terminals as they are: closed, full, and cut off by a reader."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("status >&-", 0, ""),
        (
            "record camp-vouchers 1300 --on 2024-07-01 >/dev/full",
            4,
            "Error: the result cannot be printed (No space left on device); what was "
            "to be recorded is, see `tracker history`\n",
        ),
    ],
)
def test_a_stream_that_takes_nothing_is_no_traceback(example, line, code, told):
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m tracker {line}"],
        cwd=example,
        # An empty setting is none: what is printed waits in a buffer, as it does for
        # everybody who has not set it.
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": ""},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (code, told)
