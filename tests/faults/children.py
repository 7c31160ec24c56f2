"""Commands with faults, each in a process of its own: `tests.faults.children`.

One process loads the program; each job on its stdin, a line of JSON, is done by a copy
of it, and answered by the exit code and what was said.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import chdir
from importlib import import_module
from itertools import count
from pathlib import Path

ROOT = Path(__file__).parents[2]
# What a copy would otherwise load again and again.
LOADED = (
    *("alembic.command", "psycopg", "sqlalchemy.dialects.postgresql.psycopg"),
    *(f"tracker.cli.{name}" for name in ("record", "importing", "ledgers", "undo")),
    *("tracker.cli.syncing", "tracker.catalogue.read", "tracker.store.migrate"),
    *("tracker.store.load", "tracker.store.backup", "tracker.reports.receipts"),
    *("tracker.cli.status", "tracker.exchange.grouped", "tracker.progress.items"),
)


class Children:
    """The process that does the jobs."""

    def __init__(self):
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.children"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments, folder, **fault):
        """The exit code of a command, negative for a signal, and what it said."""
        url = os.environ.get("TRACKER_DATABASE_URL")
        job = {"arguments": arguments, "folder": folder, "url": url, "fault": fault}
        self._process.stdin.write(json.dumps(job, default=str) + "\n")
        self._process.stdin.flush()
        return tuple(json.loads(self._process.stdout.readline()))

    def close(self):
        self._process.communicate()


def killed_at(step):
    """The process is killed before so many statements, rows of COPY or commits."""
    from psycopg import Copy
    from sqlalchemy import Engine, event

    steps = count(1)

    def one(*_):
        if next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    for name in ("before_cursor_execute", "commit"):
        event.listen(Engine, name, one)
    write_row = Copy.write_row
    Copy.write_row = lambda copy, row: (one(), write_row(copy, row))[1]


def full_at(pages):
    """The database may have so many pages, as on a disk with no more room."""
    from sqlalchemy import Engine, event

    def small(connection):
        raw = connection.connection.driver_connection
        raw.execute(f"PRAGMA max_page_count = {pages}")

    event.listen(Engine, "begin", small, insert=True)


def largest_file(size):
    """No file may grow beyond so many bytes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def memory(size):
    """The process may use so many bytes more than it does."""
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + size, used + size))


def user(name):
    """Whoever runs it is somebody else; only root can become another, and must."""
    import pwd

    if os.geteuid() == 0:
        os.setuid(pwd.getpwnam(name).pw_uid)


def rehearsed(job):
    """Loads what a command needs, which somebody else may not be able to read."""
    from click.testing import CliRunner

    from tracker.cli import root

    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        shutil.copytree(job["folder"], "here", copy_function=shutil.copyfile)
        os.chmod("here", 0o755)  # noqa: PTH101
        os.chdir("here")
        CliRunner().invoke(root, list(map(str, job["arguments"])))


FAULTS = {
    each.__name__: each for each in (killed_at, full_at, largest_file, memory, user)
}


def do(job, said):
    from click.testing import CliRunner

    from tracker.cli import root

    if "user" in job["fault"]:
        rehearsed(job)
    os.chdir(job["folder"])
    for name, value in job["fault"].items():
        FAULTS[name](value)
    url = {"TRACKER_DATABASE_URL": job["url"]} if job["url"] else {}
    result = CliRunner().invoke(root, list(map(str, job["arguments"])), env=url)
    crash = result.exception
    unexpected = crash is not None and not isinstance(crash, SystemExit)
    os.write(said.fileno(), result.output.encode())
    os.write(said.fileno(), f"Traceback {crash!r}".encode() if unexpected else b"")
    return result.exit_code


def main():
    for name in LOADED:
        import_module(name)
    for line in sys.stdin:
        with tempfile.TemporaryFile() as said:
            child = os.fork()
            if child == 0:
                code = 99
                try:
                    code = do(json.loads(line), said)
                finally:
                    os._exit(code)
            code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            said.seek(0)
            print(json.dumps([code, said.read().decode()]), flush=True)


if __name__ == "__main__":
    main()
