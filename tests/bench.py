"""`make bench`: what start-up, drawing and forecasts cost.

Start-up and drawing are held to floors of the same run, forecasts to limits of time.
Each pair runs in turn (A B A B ...), whole processes, bytecode compiled before; the
ratio is the median of the ratios pair by pair, since machines drift.
"""

from __future__ import annotations

import compileall
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tracker.catalogue.read import load  # noqa: E402  # its folder is known now
from tracker.domain import Measure  # noqa: E402

PAIRS = 21
BURN_UPS = 15
TRACKER = str(Path(sys.executable).parent / "tracker")

# A day on which all goals are still to come.
FORESEEN = "2024-06-12"

BARE_CLICK = "import click"
# What any tool on click and SQLAlchemy Core pays to store one row.
BARE_INSERT = """
import os, click
import sqlalchemy as sa
engine = sa.create_engine("sqlite:///bare.db")
metadata = sa.MetaData()
identity = sa.Column("id", sa.Integer, primary_key=True)
table = sa.Table("t", metadata, identity, sa.Column("v", sa.String))
with engine.begin() as connection:
    connection.execute(sa.insert(table).values(v="x"))
"""


def seconds(command, folder):
    began = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def compared(command, floor, folder, before=lambda: None):
    """Medians of both, and the median of their ratios."""
    ours, floors = [], []
    for turn in range(PAIRS + 1):
        before()
        pair = seconds(command, folder), seconds(floor, folder)
        if turn:
            ours.append(pair[0])
            floors.append(pair[1])
    ratios = [one / other for one, other in zip(ours, floors, strict=True)]
    return median(ours), median(floors), median(ratios)


def told(name, ours, floor, ratio, limit):
    verdict = "within" if ratio <= limit else "NOT within"
    print(
        f"{name:<28} {ours * 1000:7.0f} ms {floor * 1000:7.0f} ms  "
        f"{ratio:5.2f}  {verdict} {limit}"
    )


def reported_for_forecasts(folder):
    """Three reports each of all targets but the two milestones."""
    rows = ["target,on,value,kind"]
    for target in load(ROOT / "targets.toml"):
        if target.measure is Measure.MILESTONE:
            continue
        level = target.measure is Measure.LEVEL
        values = (50, 90, 120) if level else (1, 2, 3)
        kind = "total" if level else "increment"
        rows += [
            f"{target.key},2024-06-{day:02},{value},{kind}"
            for day, value in zip((4, 7, 10), values, strict=True)
        ]
    (folder / "figures.csv").write_text("\n".join(rows) + "\n")
    subprocess.run([TRACKER, "import", "figures.csv"], cwd=folder, check=True)


def start_up(folder):
    python = sys.executable
    subprocess.run([TRACKER, "init", "--example"], cwd=folder, check=True)
    (folder / "bare.db").touch()
    setup = BARE_INSERT.replace(
        "with engine", "metadata.create_all(engine)\nwith engine"
    )
    subprocess.run([python, "-c", setup], cwd=folder, check=True)
    reported_for_forecasts(folder)
    database, kept = folder / "tracker.db", folder / "kept.db"
    shutil.copy(database, kept)
    print(f"\n{'start-up, whole process':<28} {'ours':>10} {'floor':>10}  ratio")
    told(
        "--help",
        *compared([TRACKER, "--help"], [python, "-c", BARE_CLICK], folder),
        1.5,
    )
    insert = [python, "-c", BARE_INSERT]
    status = [TRACKER, "status", "--as-of", FORESEEN]
    bare = [*status, "--no-forecast"]
    told("status --no-forecast", *compared(bare, insert, folder), 1.3)
    told("status, 15 of 17 forecast", *compared(status, insert, folder), 1.9)
    record = [TRACKER, "record", "camp-vouchers", "+1", "--on", "2025-01-01"]
    told(
        "record",
        *compared(record, insert, folder, lambda: shutil.copy(kept, database)),
        1.3,
    )


def drawing():
    from tests.charts.naive import compare

    print("\ndrawing, one process          ours      naive")
    ours, naive = compare(BURN_UPS)
    factor = naive / ours
    verdict = "at least" if factor >= 2 else "NOT"
    name = f"{BURN_UPS} burn-ups, PNG"
    print(
        f"{name:<28} {ours * 1000:7.0f} ms {naive * 1000:7.0f} ms  "
        f"{factor:.2f} times faster, {verdict} 2"
    )


def forecasting():
    from tests.progress.busy import histories
    from tracker.progress.forecast import foretold, spreads_of

    print("\nforecasts, one process        ours      limit")
    few = histories(PAIRS, reports=60)
    foretold(few[:1])
    values = [timed(spreads_of, each, [each.due]) for each in few]
    limited("60 reports, values only", median(values), 0.010)
    whole = [timed(foretold, [each]) for each in few]
    limited("60 reports, chance and days", median(whole), 0.025)
    many = histories(10_000, reports=20)
    limited("10,000 targets, 20 reports", timed(foretold, many), 15)


def timed(work, *arguments):
    began = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - began


def limited(name, took, limit):
    verdict = "within" if took <= limit else "NOT within"
    print(f"{name:<28} {took * 1000:7.0f} ms {limit * 1000:7.0f} ms  {verdict}")


def main():
    for folder in (ROOT / "tracker", Path(sys.prefix) / "lib"):
        compileall.compile_dir(str(folder), quiet=1)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        start_up(Path(folder))
    drawing()
    forecasting()


if __name__ == "__main__":
    main()
