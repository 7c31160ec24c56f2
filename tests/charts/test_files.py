"""Files appear whole or not at all; a failure leaves the old one where it was."""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.charts.cases import a_case
from tracker.charts.draw import draw
from tracker.charts.files import replace_file
from tracker.charts.options import (
    ChartFileError,
    ChartOptions,
    ChartSizeError,
    check_size,
)


def names_in(folder):
    return [each.name for each in folder.iterdir()]


def test_a_picture_takes_the_place_of_the_one_before(tmp_path):
    (tmp_path / "a.png").write_bytes(b"old")

    replace_file(tmp_path / "a.png", b"new")

    assert (tmp_path / "a.png").read_bytes() == b"new"
    assert names_in(tmp_path) == ["a.png"]


def test_a_link_in_the_folder_is_replaced_and_not_followed(tmp_path):
    (tmp_path / "kept").write_bytes(b"kept")
    (tmp_path / "a.png").symlink_to(tmp_path / "kept")

    replace_file(tmp_path / "a.png", b"new")

    assert (tmp_path / "kept").read_bytes() == b"kept"
    assert not (tmp_path / "a.png").is_symlink()


@contextmanager
def full_disk():
    """No file may grow beyond 10 bytes: writing fails as on a full disk.

    Only around the call: pytest's own output may go to a file too.
    """
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path):
    (tmp_path / "a.png").write_bytes(b"old")

    with full_disk(), pytest.raises(ChartFileError) as caught:
        replace_file(tmp_path / "a.png", b"new" * 1000)

    assert str(caught.value) == (
        f"cannot write {tmp_path / 'a.png'}: File too large; free the place or choose "
        "another folder with --out"
    )
    assert caught.value.exit_code == 4
    assert (tmp_path / "a.png").read_bytes() == b"old"
    assert names_in(tmp_path) == ["a.png"]


def test_a_folder_in_the_place_of_a_picture_is_left_alone(tmp_path):
    (tmp_path / "level.svg").mkdir()

    with pytest.raises(ChartFileError, match=r"cannot write .*level\.svg"):
        list(draw([a_case("level")], tmp_path, ChartOptions(format="svg")))

    assert names_in(tmp_path) == ["level.svg"]


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(ChartFileError, match=r"cannot write .*file/charts: Not a dir"):
        list(draw([a_case("level")], tmp_path / "file" / "charts", ChartOptions()))


def test_a_folder_that_takes_no_files_is_named():
    with pytest.raises(ChartFileError, match=r"cannot write /proc/a\.png: "):
        replace_file(Path("/proc/a.png"), b"new")


@pytest.mark.parametrize(
    "size", [(479, 320), (480, 319), (5_001, 600), (0, 0), (-1000, 600)]
)
def test_a_size_that_cannot_be_read_or_drawn_is_refused(size):
    with pytest.raises(ChartSizeError) as caught:
        check_size(*size)

    assert str(caught.value) == (
        f"a chart of {size[0]} x {size[1]} pixels cannot be drawn; give at least "
        "480 x 320 and at most 5000 x 5000"
    )
    assert caught.value.exit_code == 3


def test_dots_to_the_inch_are_bounded():
    with pytest.raises(
        ChartSizeError, match="a chart of 5000 dpi cannot be drawn; giv"
    ):
        check_size(1000, 600, 5000)


def test_the_door_is_opened_without_matplotlib():
    code = "import sys, tracker.charts.draw; print('matplotlib' in sys.modules)"

    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )

    assert done.stdout == "False\n"
