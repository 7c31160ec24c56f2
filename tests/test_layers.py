"""The map of design.md, section 4, held by reading the imports of every file."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BASE = {"errors", "periods"}
CORE = BASE | {"areas", "domain", "ledger"}
MAY_IMPORT = {
    "__init__": {"door"},
    "__main__": {"cli"},
    "errors": set(),
    "periods": set(),
    "domain": {"periods"},
    "areas": {"domain"},
    "ledger": {"domain"},
    "entry": CORE,
    "files": set(),
    "excel": set(),
    "catalogue": CORE,
    "store": CORE,
    "progress": CORE,
    "exchange": CORE | {"entry", "excel"},
    "reports": CORE | {"excel", "progress"},
    # Charts put figures and words as the reports do.
    "charts": CORE | {"files", "progress", "reports"},
    # What notebooks import; it reads and never writes.
    "frames": CORE | {"progress", "reports"},
    "door": CORE | {"charts", "frames", "progress", "store"},
    # A site has the figures beside its pages, in the forms that others read.
    "publish": CORE | {"files", "progress", "exchange", "reports", "charts"},
    "cli": CORE
    | {
        "entry",
        "files",
        "catalogue",
        "store",
        "progress",
        "exchange",
        "reports",
        "charts",
        "publish",
    },
}
OWNERS = {
    "click": {"cli"},
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "psycopg": {"store"},
    "matplotlib": {"charts", "door"},
    "numpy": {"charts", "progress"},
    "PIL": {"charts"},
    "fpdf": {"charts"},
    "icalendar": {"reports"},
    "openpyxl": {"excel", "exchange", "reports"},
    "jinja2": {"reports"},
    "markupsafe": {"reports"},
    "tomllib": {"catalogue", "exchange"},
    "csv": {"exchange", "reports"},
    "yaml": {"exchange"},
    "xml": {"charts", "exchange"},
    "pandas": {"door", "frames"},
    "zipfile": {"exchange", "reports"},
}
FILES = sorted((ROOT / "tracker").rglob("*.py"))
LONGEST = 300


def room_of(file):
    return file.relative_to(ROOT / "tracker").parts[0].removesuffix(".py")


def imports(file):
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "tracker":
                yield from (f"tracker.{alias.name}" for alias in node.names)
            else:
                yield node.module


def relative(file):
    return str(file.relative_to(ROOT))


@pytest.mark.parametrize("file", FILES, ids=relative)
def test_imports_follow_the_layers(file):
    room = room_of(file)
    own = {name.split(".")[1] for name in imports(file) if name.startswith("tracker.")}
    own.discard("__version__")

    assert own <= MAY_IMPORT[room] | {room}


@pytest.mark.parametrize("file", FILES, ids=relative)
def test_each_library_has_one_home(file):
    used = {name.split(".")[0] for name in imports(file)}
    strangers = {
        name for name in used & set(OWNERS) if room_of(file) not in OWNERS[name]
    }

    assert not strangers


@pytest.mark.parametrize("file", FILES, ids=relative)
def test_only_the_command_line_knows_the_clock_and_prints(file):
    text = file.read_text(encoding="utf-8")

    if room_of(file) != "cli":
        for call in ("datetime.now(", "date.today(", "time.time(", "print(", "environ"):
            assert call not in text


@pytest.mark.parametrize("file", FILES, ids=relative)
def test_nothing_that_is_read_is_run(file):
    runners = {"code", "ctypes", "marshal", "pickle", "runpy", "shelve", "subprocess"}
    nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    calls = {
        node.func.id
        for node in nodes
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    of_yaml = {
        node.attr
        for node in nodes
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "yaml"
    }

    assert not {name.split(".")[0] for name in imports(file)} & runners
    assert not calls & {"__import__", "compile", "eval", "exec"}
    # Of YAML only what gives texts, lists and tables, and never objects.
    assert of_yaml <= {"BaseLoader", "YAMLError", "safe_dump"}


@pytest.mark.parametrize("file", FILES, ids=relative)
def test_no_module_grows_beyond_its_limit(file):
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_the_folder_of_migrations_does_not_hide_the_library():
    assert not list((ROOT / "alembic").rglob("__init__.py"))


def modules_after(*arguments, folder):
    code = (
        "import sys, click\n"
        "from tracker.cli import root\n"
        f"root({list(arguments)!r}, prog_name='tracker', standalone_mode=False)\n"
        "print('MODULES', *sorted({name.split('.')[0] for name in sys.modules}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.rpartition("MODULES ")[2].split())


@pytest.mark.parametrize(
    ("arguments", "heavy"),
    [
        pytest.param(["--help"], {"sqlalchemy", "sqlite3", "tomllib"}, id="help"),
        pytest.param(["status", "--help"], {"sqlalchemy", "sqlite3"}, id="status help"),
        pytest.param(["status", "--no-forecast"], {"tomllib"}, id="status"),
        pytest.param(
            ["status", "childrens-centres"], {"tomllib"}, id="nothing to forecast"
        ),
        pytest.param(["record", "camp-vouchers", "1300"], {"tomllib"}, id="record"),
        pytest.param(["export"], {"tomllib"}, id="export"),
        pytest.param(["next"], {"tomllib", "icalendar"}, id="next"),
        pytest.param(["sync"], set(), id="sync"),
    ],
)
def test_heavy_libraries_stay_out_of_light_commands(arguments, heavy, example):
    loaded = modules_after(*arguments, folder=example)

    never = {"matplotlib", "alembic", "numpy", "PIL", "mako", "psycopg", "fpdf"}
    never |= {"openpyxl"}
    assert not loaded & (heavy | never)
