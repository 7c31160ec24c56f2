"""tracker init, sync and db: a second run changes nothing and says so."""

from __future__ import annotations

import json
import stat

import pytest
from click.testing import CliRunner

from tracker.cli import root

PROMISE = """
[targets.homes]
title = "Homes built"
unit = "homes"
measure = "cumulative"
baseline = { value = 0, on = 2024-01-01 }
goal = { value = 100, by = 2024-12-31 }
stated = 2024-01-01
"""
REVISION = """
[[targets.homes.revisions]]
stated = 2024-06-01
goal = { value = 80, by = 2024-12-31 }
"""


@pytest.fixture
def empty(tmp_path, monkeypatch):
    """Runs a command in an empty folder."""
    folder = tmp_path / "empty"
    folder.mkdir()
    monkeypatch.chdir(folder)

    def run(*arguments):
        return CliRunner().invoke(root, list(arguments), catch_exceptions=False)

    run.folder = folder
    return run


@pytest.fixture
def homes(empty):
    """Runs a command in a folder with one promise, set up."""
    (empty.folder / "targets.toml").write_text(PROMISE)
    assert empty("init").exit_code == 0
    return empty


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def test_the_example_fills_an_empty_folder(empty):
    result = empty("init", "--example")

    assert result.exit_code == 0
    assert result.stdout.startswith("set up tracker.db\nnew target")
    assert result.stdout.endswith("recorded 8 rows of seeds/actuals.csv\n")
    mode = (empty.folder / "tracker.db").stat().st_mode
    assert stat.S_IMODE(mode) == 0o600


def test_a_second_run_changes_nothing_and_says_so(empty):
    empty("init", "--example")
    before = {path: path.read_bytes() for path in empty.folder.rglob("*.*")}

    again = empty("init", "--example")

    assert again.stdout.startswith(
        "tracker.db is set up already\n"
        "nothing new in targets.toml\n"
        "seeds/actuals.csv was imported on 20"
    )
    assert again.stdout.endswith(": 8 rows; nothing new\n")
    assert {path: path.read_bytes() for path in empty.folder.rglob("*.*")} == before
    assert empty("sync").stdout == "nothing new in targets.toml\n"
    assert empty("db", "upgrade").stdout.endswith("is of version 0004 already\n")
    assert {path: path.read_bytes() for path in empty.folder.rglob("*.*")} == before


def test_the_example_overwrites_nothing(empty):
    (empty.folder / "thesis.txt").write_text("mine")

    result = empty("init", "--example")

    assert result.exit_code == 3
    assert "is not empty; run `tracker init --example` in an empty folder" in (
        result.stderr
    )
    assert names_in(empty.folder) == ["thesis.txt"]


def test_a_file_with_problems_sets_nothing_up(empty):
    (empty.folder / "targets.toml").write_text(PROMISE + "colour = 'red'\n")

    result = empty("init")

    assert result.exit_code == 3
    assert "targets.toml:9" in result.stderr
    assert names_in(empty.folder) == ["targets.toml"]


def test_seeds_with_problems_set_nothing_up(empty):
    (empty.folder / "targets.toml").write_text(PROMISE)
    (empty.folder / "seeds").mkdir()
    (empty.folder / "seeds" / "actuals.csv").write_text("target,on,value\nx,y,z\n")

    result = empty("init", "--seeds")

    assert result.exit_code == 3
    assert names_in(empty.folder) == ["seeds", "targets.toml"]


@pytest.mark.parametrize("command", ["status", "sync", "record homes 1", "export"])
def test_a_folder_without_anything_says_how_to_begin(empty, command):
    result = empty(*command.split())

    assert result.exit_code in (3, 4)
    assert "tracker init --example" in result.stderr


def test_a_revision_is_stored_beside_the_first_statement(homes):
    (homes.folder / "targets.toml").write_text(PROMISE + REVISION)

    result = homes("sync")

    assert result.stdout == (
        "new revision  homes: 80 homes by 2024-12-31, stated 2024-06-01\n"
    )
    shown = homes("targets", "homes").stdout
    assert "100" in shown
    assert "changed: 100 → 80" in shown


def test_a_dry_run_stores_nothing(homes):
    (homes.folder / "targets.toml").write_text(PROMISE + REVISION)
    before = (homes.folder / "tracker.db").read_bytes()

    result = homes("sync", "--dry-run")

    assert result.stdout.endswith("nothing was stored (--dry-run)\n")
    assert "new revision" in result.stdout
    assert (homes.folder / "tracker.db").read_bytes() == before


def test_a_statement_is_never_overwritten(homes):
    (homes.folder / "targets.toml").write_text(PROMISE.replace("100", "90"))
    before = (homes.folder / "tracker.db").read_bytes()

    result = homes("sync")

    assert result.exit_code == 3
    assert "add a [[...revisions]] with its own day if the promise changed" in (
        result.stderr
    )
    assert "`tracker sync --erratum REASON` if it was mistyped" in result.stderr
    assert "homes of 2024-01-01: goal 100 by 2024-12-31 -> 90" in result.stderr
    assert (homes.folder / "tracker.db").read_bytes() == before


def test_an_erratum_keeps_and_shows_the_old_reading(homes):
    (homes.folder / "targets.toml").write_text(PROMISE.replace("100", "90"))

    result = homes("sync", "--erratum", "typed from memory")

    assert result.exit_code == 0
    assert result.stdout.startswith("erratum       homes of 2024-01-01: goal 100")
    (found,) = json.loads(homes("status", "--format", "json").stdout)["targets"]
    assert (found["goal"]["value"], found["first_stated"]) == (90, None)
    shown = homes("targets", "homes").stdout
    assert "typed from memory" in shown
    assert "100" in shown


def test_a_new_title_is_told_and_kept_in_the_history(homes):
    (homes.folder / "targets.toml").write_text(PROMISE.replace("built", "finished"))

    result = homes("sync")

    assert result.stdout == (
        "relabelled    homes: title Homes built -> Homes finished\n"
    )
    assert "renamed" in homes("history").stdout
    assert "Homes finished" in homes("status").stdout


def test_a_target_that_left_the_file_stays_in_the_database(homes):
    other = PROMISE.replace("homes", "flats")
    (homes.folder / "targets.toml").write_text(other)

    result = homes("sync")

    assert "kept          homes: no longer in targets.toml" in result.stdout
    assert "new target    flats" in result.stdout
    keys = json.loads(homes("status", "--format", "json").stdout)["targets"]
    assert [each["key"] for each in keys] == ["flats", "homes"]


def test_the_version_is_told(homes):
    result = homes("db", "current")

    assert result.stdout == ("tracker.db is of version 0004, this tracker needs 0004\n")


def test_settings_come_from_options_then_environment_then_the_nearest_file(
    homes, tmp_path, monkeypatch
):
    deep = homes.folder / "a" / "b"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    assert "Homes built" in homes("status").stdout

    monkeypatch.chdir(tmp_path)
    assert homes("status").exit_code == 4
    monkeypatch.setenv("TRACKER_TARGETS", str(homes.folder / "targets.toml"))
    assert "Homes built" in homes("status").stdout
    monkeypatch.setenv("TRACKER_DATABASE_URL", "sqlite:////nowhere/x.db")
    assert homes("status").exit_code == 4
    url = f"sqlite:///{homes.folder}/tracker.db"
    assert homes("--database", url, "status").exit_code == 0


def test_a_mistyped_day_is_put_right_as_an_erratum(homes):
    (homes.folder / "targets.toml").write_text(PROMISE + REVISION)
    homes("sync")
    moved = REVISION.replace("2024-06-01", "2024-06-03")
    (homes.folder / "targets.toml").write_text(PROMISE + moved)

    result = homes("sync", "--erratum", "the day was mistyped")

    assert "stated 2024-06-01 -> 2024-06-03" in result.stdout
    assert homes("sync").stdout == "nothing new in targets.toml\n"
    shown = homes("targets", "homes").stdout
    assert shown.count("Restated") == 1


def test_an_erratum_makes_no_other_target_of_one(homes):
    other = PROMISE.replace("cumulative", "level")
    (homes.folder / "targets.toml").write_text(other)

    result = homes("sync", "--erratum", "x")

    assert result.exit_code == 3
    assert "the measure of a target never changes; state it under a new key" in (
        result.stderr
    )


def test_an_erratum_that_what_was_recorded_contradicts_is_refused(homes):
    homes("record", "homes", "10", "--on", "2024-02-01")
    later = PROMISE.replace("on = 2024-01-01", "on = 2024-03-01")
    (homes.folder / "targets.toml").write_text(later)

    result = homes("sync", "--erratum", "x")

    assert result.exit_code == 3
    assert "homes#1 does not fit what the file says now" in result.stderr
