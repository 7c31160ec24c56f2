"""`make bench-scale`: what many targets and actuals cost, against floors of this run.

Forty minutes and 6 GB of disk at full size; `SIZE=0.01` is a hundredth of it. Times are
those of the processor (user and system) of whole processes, since a machine that does
other work too lengthens every other time; pairs run in turn.
"""

from __future__ import annotations

import csv
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from datetime import date
from itertools import pairwise
from operator import truediv
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

SIZE = float(os.environ.get("SIZE", "1"))
TRACKER = str(Path(sys.executable).parent / "tracker")
SQLITE_UTILS = Path(sys.executable).parent / "sqlite-utils"
PAIRS = 3
AS_OF = date(2026, 1, 1)

# As performance.md has it: the last total of each target, and what follows it.
BARE_TOTALS = """
SELECT t.id,
  (SELECT a.value FROM actual a WHERE a.target_id = t.id AND a.kind = 'total'
   AND a."on" <= ? ORDER BY a."on" DESC, a.seq DESC LIMIT 1),
  (SELECT sum(i.value) FROM actual i WHERE i.target_id = t.id
   AND i.kind = 'increment' AND i."on" <= ? AND i."on" > coalesce(
     (SELECT max(b."on") FROM actual b WHERE b.target_id = t.id
      AND b.kind = 'total' AND b."on" <= ?), ''))
FROM target t
"""

# The same program, but for its way into a server.
BY_EXECUTEMANY = """
from tracker.cli import main
from tracker.store import load

def insert(connection, rows):
    marks = ", ".join(["%s"] * len(load._COLUMNS))
    statement = f"INSERT INTO actual ({load._NAMES}) VALUES ({marks})"
    with connection.connection.driver_connection.cursor() as cursor:
        cursor.executemany(statement, rows)

load._copy = insert
main()
"""


def sized(count):
    return max(20, round(count * SIZE))


def run(*command, database=None, url=None):
    """Seconds of the processor that a process took, and its memory in MB."""
    environment = dict(os.environ)
    if database or url:
        environment["TRACKER_DATABASE_URL"] = url or f"sqlite:///{database}"
    # The memory of the largest child so far would hide this one's: one more process.
    code = (
        "import resource, subprocess, sys\n"
        "done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(used.ru_utime + used.ru_stime, used.ru_maxrss)\n"
        "sys.exit(done.returncode)\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, *map(str, command)],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    seconds, kilobytes = told.stdout.split()
    return float(seconds), int(kilobytes) / 1024


def told(name, found, limit, *, at_least=False, unit=""):
    fits = found >= limit if at_least else found <= limit
    verdict = ("at least" if at_least else "at most") if fits else "NOT"
    print(f"{name:<64} {found:8.2f}{unit:<3} {verdict} {limit}{unit}", flush=True)


def imports(folder):
    """1,000,000 actuals of 20,000 targets, day by day, as ministries send them."""
    from tests import big

    targets, each = sized(20_000), 50
    rows = targets * each
    file, empty = folder / "rows.csv", folder / "empty.db"
    big.write_csv(file, targets, each)
    big.ledger(empty, targets)
    finished = finished_rows(folder, targets, each)
    ours, shell, memory = [], [], []
    for _ in range(PAIRS):
        fresh = shutil.copy(empty, folder / "ours.db")
        seconds, used = run(TRACKER, "import", file, database=fresh)
        ours.append(seconds)
        memory.append(used)
        if shutil.which("sqlite3"):
            shell.append(by_shell(shutil.copy(empty, folder / "shell.db"), finished))
    print(f"import of {rows:,} rows: {rows / median(ours):,.0f} a second")
    told("memory", max(memory), 200, unit=" MB")
    if shell:
        ratio = median(theirs / mine for theirs, mine in zip(shell, ours, strict=True))
        told(
            "speed against the shell's .import of finished rows",
            ratio,
            0.6,
            at_least=True,
        )
    else:
        print("no sqlite3 shell here; install Debian's sqlite3 for its floor")
    sqlite_utils(folder, empty, finished, median(ours))


def by_shell(fresh, finished):
    rows = len(finished.read_bytes().splitlines())
    seconds, _ = run("sqlite3", fresh, ".mode csv", f".import {finished} actual")
    with sqlite3.connect(fresh) as connection:
        assert connection.execute("SELECT count(*) FROM actual").fetchone() == (rows,)
    return seconds


def finished_rows(folder, targets, each):
    """The rows of the table as the shell can take them, in the order of their keys.

    The shell writes no NULL: `replaces` is the row's own place, so that the unique key
    holds; it looks after no reference.
    """
    from tests import big

    path = folder / "finished.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = ((*r[:12], r[1], *r[13:]) for r in big.stored(targets, each))
        csv.writer(file).writerows(rows)
    return path


def sqlite_utils(folder, empty, finished, ours):
    """Finished rows into the same table; its columns are found by their names."""
    if not SQLITE_UTILS.exists():
        print("no sqlite-utils here; `pip install --group bench` for its floor")
        return
    from tracker.store.schema import actual

    named = folder / "named.csv"
    head = ",".join(column.name for column in actual.c)
    with named.open("w", encoding="utf-8") as file, finished.open() as rows:
        file.write(f"{head}\n")
        shutil.copyfileobj(rows, file)
    fresh = shutil.copy(empty, folder / "utils.db")
    theirs = run(SQLITE_UTILS, "insert", fresh, "actual", named, "--csv")[0]
    name = "speed against sqlite-utils insert --csv of finished rows"
    told(name, theirs / ours, 8, at_least=True)


def server(folder):
    """By the clock, since the server works beside its client: COPY and executemany."""
    from tests import big, postgres
    from tracker.store.location import located
    from tracker.store.migrate import setting_up

    targets, each = sized(6_000), 50
    file = folder / "rows.csv"
    big.write_csv(file, targets, each)
    copied, many = [], []
    with postgres.running() as cluster:
        with cluster.connect() as admin:
            admin.execute("CREATE DATABASE empty")
        with setting_up(located(cluster.url("empty"))) as (connection, _):
            big.fill(connection, targets)
        for _ in range(PAIRS):
            for took, command in (
                (copied, (TRACKER,)),
                (many, (sys.executable, "-c", BY_EXECUTEMANY)),
            ):
                with cluster.database("empty") as name:
                    began = perf_counter()
                    run(*command, "import", file, url=cluster.url(name))
                    took.append(perf_counter() - began)
    print(f"import of {targets * each:,} rows, server: {median(copied):.1f} s")
    ratio = median(map(truediv, many, copied))
    told("speed against the same import by executemany", ratio, 2, at_least=True)


def totals(folder):
    from tests import big
    from tracker.store.engine import reading
    from tracker.store.totals import looked_up

    path = folder / "totals.db"
    targets, each = sized(100_000), 100
    big.ledger(path, targets, each)
    bare, ours = [], []
    raw = sqlite3.connect(path)
    with reading(path) as connection:
        query = looked_up(AS_OF, "sqlite")
        for turn in range(2 * PAIRS + 1):
            began = process_time()
            raw.execute(BARE_TOTALS, [str(AS_OF)] * 3).fetchall()
            between = process_time()
            connection.execute(query).all()
            if turn:
                bare.append(between - began)
                ours.append(process_time() - between)
    raw.close()
    name = f"running totals of {targets:,} targets, {targets * each:,} actuals"
    told(f"{name}: bare query", median(bare), 60, unit=" s")
    told(f"{name}: ours to bare", median(map(truediv, ours, bare)), 2)
    command = (
        TRACKER,
        "targets",
        "--totals",
        "--format",
        "csv",
        "-o",
        folder / "t.csv",
    )
    seconds, memory = run(*command, database=path)
    print(f"the whole command `targets --totals`: {seconds:.1f} s, {memory:.0f} MB")
    records(folder, path, targets)


def records(folder, large, targets):
    from tests import big

    small = folder / "small.db"
    big.ledger(small, 50)
    ratios = []
    for turn in range(4 * PAIRS + 1):
        took = []
        for path, index in ((small, turn), (large, turn * (targets // 50))):
            figure = ("+1", "--on", "2026-01-01", "--force", "--reason", "bench")
            command = (TRACKER, "record", big.key(index // 10 * 10), *figure)
            took.append(run(*command, "--item", turn, database=path)[0])
        if turn:
            ratios.append(took[1] / took[0])
    told("record among them, against an empty database", median(ratios), 1.1)


def statuses(folder):
    from tests import big

    took = []
    for targets in (2_000, 20_000, 200_000):
        path = folder / "status.db"
        path.unlink(missing_ok=True)
        big.ledger(path, sized(targets), 50)
        command = (TRACKER, "status", "--no-forecast", "--format", "json")
        seconds, memory = run(*command, "-o", folder / "status.json", database=path)
        took.append(seconds)
        name = f"status of {sized(targets):,} targets, {sized(targets) * 50:,} actuals"
        print(f"{name}: {seconds:.1f} s, {memory:.0f} MB")
        if targets == 20_000:
            told(name, seconds, 12, unit=" s")
            told(f"{name}: memory", memory, 300, unit=" MB")
    for less, more in pairwise(took):
        told("ten times the targets cost", more / less, 11, unit=" x")


def charts(folder):
    """By the clock: two processes take as much of the processor as one, or more."""
    from tests import big

    path, pictures = folder / "charts.db", sized(1_000)
    big.ledger(path, pictures, 50)
    took = []
    for jobs in (1, 2):
        began = perf_counter()
        out = ("--out", folder / f"charts-{jobs}")
        run(TRACKER, "chart", "--jobs", jobs, *out, database=path)
        took.append(perf_counter() - began)
    print(f"{pictures:,} charts: {took[0]:.0f} s by one process, {took[1]:.0f} by two")
    told("two processes against one", took[0] / took[1], 1.7, at_least=True)


def main():
    wanted = sys.argv[1:] or ["imports", "server", "totals", "statuses", "charts"]
    for name in wanted:
        with tempfile.TemporaryDirectory() as folder:
            globals()[name](Path(folder))


if __name__ == "__main__":
    main()
