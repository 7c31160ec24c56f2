"""A file and a server answer every command in the same words."""

from __future__ import annotations

import re
import shlex

import pytest

# A command a line; a line that begins with spaces changes the file of targets.
STORY = """
init --seeds
init
status --as-of 2025-06-30
status --format json --as-of 2025-06-30
targets
targets comfortable-schools --format csv
record camp-vouchers +250 --on 2024-06-15 --evidence documented --source Оперативка
record camp-vouchers +250 --on 2024-06-15 --evidence documented --source Оперативка
record preschool-database done --on 2025-01-01 --item "№ 7, Ақтөбе"
record nothing 5
record comfortable-schools 90 --on 2025-03-31
record comfortable-schools 90 --on 2025-03-31 --force --reason "two were closed"
correct comfortable-schools#2 91 --reason "one of them was not"
correct comfortable-schools#9 91 --reason x
withdraw camp-vouchers#3 --reason "belongs to another programme"
withdraw camp-vouchers#3 --reason "belongs to another programme"
export -o all.csv
import all.csv
import seeds/actuals.csv --dry-run
  goal = { value = 369 => goal = { value = 370
sync
sync --dry-run --erratum mistyped
sync --erratum mistyped
sync
  Comfortable schools opened => Comfortable schools built
sync
record camp-vouchers +1 --on 2024-06-16 --item "School no. 7, Aktobe"
record camp-vouchers +1 --on 2024-06-16 --item "School no 7 Aktobe"
record camp-vouchers +1 --on 2024-06-16 --item "School no 7 Aktobe" --new-item
correct camp-vouchers#4 +2 --reason recount
undo
undo --yes --reason "no recount after all"
undo camp-vouchers --yes
undo --yes --author nobody
verify
export --head -o head.txt
verify --head head.txt
export --head
export --all archive
import --all archive
history comfortable-schools
history camp-vouchers --items
history --format json --lang kk
export
status --lang ru --format markdown --as-of 2025-06-30
status --known-at 2000-01-01T00:00Z
db check
db current
db upgrade
"""
MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?(Z|\+00:00)| UTC)")
DIGEST = re.compile(r"(?m)\b[0-9a-f]{64}\b|\b[0-9a-f]{12}$")


def told(tracker, example, where, url):
    """What the whole story prints, without what is another on each run."""
    said = []
    targets = (example / "targets.toml").read_text()
    for line in STORY.strip("\n").splitlines():
        if line.startswith("  "):
            old, new = line.strip().split(" => ")
            text = (example / "targets.toml").read_text()
            assert old in text
            (example / "targets.toml").write_text(text.replace(old, new, 1))
            continue
        result = tracker(*shlex.split(line), TRACKER_DATABASE_URL=url)
        said.append(f"$ {line}\n{result.exit_code}\n{result.output}")
    (example / "targets.toml").write_text(targets)
    text = DIGEST.sub("DIGEST", MOMENT.sub("MOMENT", "\n".join(said)))
    return text.replace(where, "DATABASE")


@pytest.fixture
def blank(cluster):
    with cluster.database() as name:
        yield cluster.url(name)


def test_a_file_and_a_server_say_the_same(tracker, example, blank):
    path, shown = example / "another.db", blank.replace("+psycopg", "")

    on_file = told(tracker, example, str(path), f"sqlite:///{path}")
    on_server = told(tracker, example, shown, blank)

    on_server = on_server.replace("DATABASE: tables, keys", "DATABASE: file, keys")
    assert on_server.splitlines() == on_file.splitlines()
