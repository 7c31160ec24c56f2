"""A headless Chromium: the one that is installed, else Debian's."""

from __future__ import annotations

import os
import shutil
import subprocess

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update"),
    "--disable-sync",
)


def path():
    """Where the browser is; root on Debian gets one installed."""
    if _found() is None and shutil.which("apt-get") and os.geteuid() == 0:
        for arguments in (
            ["update", "--quiet"],
            ["install", "--yes", "--quiet", "--no-install-recommends", "chromium"],
        ):
            # Another worker may be at it.
            command = ["apt-get", "-o", "DPkg::Lock::Timeout=300", *arguments]
            subprocess.run(command, check=True, capture_output=True)
    found = _found()
    assert found, (
        "the tests of pages need a browser: install Chromium, on Debian with "
        "`apt-get install chromium`"
    )
    return found


def _found():
    return next((place for name in NAMES if (place := shutil.which(name))), None)
