"""The wheel carries everything: migrations, example, and nothing of the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(*command, cwd, **settings):
    kept = {key: value for key, value in os.environ.items() if "TRACKER" not in key}
    done = subprocess.run(
        [str(each) for each in command],
        cwd=cwd,
        env=kept | settings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built as a release would be."""
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", out, cwd=ROOT)
    (built,) = out.glob("*.whl")
    return built


def test_the_wheel_holds_the_package_its_migrations_and_the_example(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}

    assert {top.partition("-")[0] for top in tops} == {"tracker"}
    versions = (ROOT / "alembic" / "versions").glob("*.py")
    for name in (
        "tracker/_migrations/env.py",
        *(f"tracker/_migrations/versions/{each.name}" for each in versions),
        "tracker/_example/targets.toml",
        "tracker/reports/html/templates/base.html",
        "tracker/reports/html/templates/style.css",
        "tracker/reports/html/templates/script.js",
        "tracker/_example/seeds/actuals.csv",
    ):
        assert name in names
    assert not [name for name in names if "__pycache__" in name]


def test_nothing_of_a_wheel_is_run_while_it_is_installed(wheel):
    archive = zipfile.ZipFile(wheel)
    (name,) = (each for each in archive.namelist() if each.endswith("info/WHEEL"))
    kinds = {Path(each).suffix for each in archive.namelist()}

    assert "Root-Is-Purelib: true\nTag: py3-none-any" in archive.read(name).decode()
    # Neither lines that Python runs at its start nor machine code nor scripts of data.
    assert not kinds & {".pth", ".so", ".pyd", ".dll", ".sh", ".exe"}
    assert not [each for each in archive.namelist() if ".data/" in each]


def test_a_wheel_does_its_three_daily_acts_in_an_empty_folder(wheel, tmp_path):
    installed, empty = tmp_path / "installed", tmp_path / "empty"
    empty.mkdir()
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)
    command = (sys.executable, "-m", "tracker")

    def tracker(*arguments):
        return run(*command, *arguments, cwd=empty, PYTHONPATH=str(installed))

    where = run(
        *(sys.executable, "-c", "import tracker; print(tracker.__file__)"),
        cwd=empty,
        PYTHONPATH=str(installed),
    )
    assert where.startswith(str(installed))
    assert "recorded 8 rows" in tracker("init", "--example")
    assert "17 targets" in tracker("status")
    assert len(tracker("chart").splitlines()) == 18
    assert len(list((empty / "charts").iterdir())) == 18
