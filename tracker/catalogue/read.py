"""targets.toml in, targets out: every problem of the file at once, or none."""

from __future__ import annotations

from pathlib import Path

from tracker.catalogue.document import open_document
from tracker.catalogue.keys import check_key, check_parents
from tracker.catalogue.labels import parent_of, read_labels, read_thresholds
from tracker.catalogue.problems import Problems
from tracker.catalogue.sources import read_source
from tracker.catalogue.statements import read_statements
from tracker.catalogue.table import Table
from tracker.domain import Source, Target

TARGET_KEYS = (
    *("title", "unit", "measure", "direction", "baseline", "checkpoints", "goal"),
    *("plan", "period", "carry_over", "bounds", "programme", "owner", "parent"),
    *("report_every", "source", "stated", "note", "revisions"),
)


def load(path: Path) -> tuple[Target, ...]:
    """The targets of a file, in its order.

    A file without targets is no fault: a programme may begin empty.

    Raises:
        CatalogueError: With every problem of the file, in the order of its lines.
    """
    document = open_document(path)
    problems = Problems(document.name, document.lines)
    top = Table(document.raw, (), problems)
    top.only("defaults", "rating", "targets")
    targets = _targets(top, _default_source(top))
    problems.raise_any()
    return targets


def _default_source(top: Table) -> Source:
    defaults = top.table("defaults")
    if defaults is None:
        return Source()
    defaults.only("source")
    return read_source(defaults, Source())


def _targets(top: Table, source: Source) -> tuple[Target, ...]:
    usual = read_thresholds(top)
    tables = _tables(top)
    for key, table in tables.items():
        check_key(key, top.problems)
        table.only(*TARGET_KEYS)
    parents = {key: parent_of(table, key) for key, table in tables.items()}
    check_parents(parents, top.problems)
    return tuple(
        Target(
            key,
            read_labels(table, parents[key], usual),
            read_statements(table, source),
        )
        for key, table in tables.items()
    )


def _tables(top: Table) -> dict[str, Table]:
    group = top.table("targets")
    if group is None:
        return {}
    tables = {key: group.table(key) for key in group.raw}
    return {key: table for key, table in tables.items() if table is not None}
