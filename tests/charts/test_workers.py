"""Several processes draw what one does, and one that is killed leaves nothing torn."""

from __future__ import annotations

import multiprocessing
import os
import signal
from dataclasses import replace

import pytest

from tests.charts.cases import a_case
from tracker.charts import workers
from tracker.charts.draw import draw
from tracker.charts.options import ChartOptions, ChartWorkerError

SMALL = ChartOptions(width=480, height=320)


def cases(count):
    """So many targets, each under a key of its own."""
    status = a_case("cumulative")
    return [
        replace(status, target=replace(status.target, key=f"target-{place}"))
        for place in range(count)
    ]


def drawn(statuses, folder, jobs):
    paths = list(draw(statuses, folder, SMALL, jobs))
    return [(path.name, path.read_bytes()) for path in paths]


def test_two_processes_draw_what_one_does_in_the_same_order(tmp_path, monkeypatch):
    monkeypatch.setattr(workers, "SHARE", 2)

    one, two = (drawn(cases(5), tmp_path / str(jobs), jobs) for jobs in (1, 2))

    assert two == one
    assert [name for name, _ in two][-2:] == ["target-4.png", "overview.png"]


def test_a_killed_process_leaves_whole_pictures_and_a_rerun_completes(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(workers, "SHARE", 1)
    statuses = cases(12)
    whole = dict(drawn(statuses, tmp_path / "whole", 1))
    pictures = draw(statuses, tmp_path / "torn", SMALL, 2)
    next(pictures)
    os.kill(multiprocessing.active_children()[0].pid, signal.SIGKILL)

    with pytest.raises(ChartWorkerError, match=r"was killed; .* run it again"):
        list(pictures)

    left = {each.name: each.read_bytes() for each in (tmp_path / "torn").iterdir()}
    assert 0 < len(left) < len(whole)
    assert left.items() <= whole.items()
    assert dict(drawn(statuses, tmp_path / "torn", 2)) == whole
