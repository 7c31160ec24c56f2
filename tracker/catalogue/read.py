"""targets.toml in, targets out: every problem of the file at once, or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tracker.catalogue.document import open_document
from tracker.catalogue.keys import check_key, check_parents
from tracker.catalogue.labels import parent_of, read_labels, read_thresholds
from tracker.catalogue.parts import Stated, parts_by_area
from tracker.catalogue.problems import Problems
from tracker.catalogue.sources import read_source
from tracker.catalogue.statements import read_statements
from tracker.catalogue.table import Table
from tracker.domain import Labels, Source, Target

TARGET_KEYS = (
    *("title", "unit", "measure", "direction", "baseline", "checkpoints", "goal"),
    *("plan", "period", "carry_over", "bounds", "programme", "owner", "parent"),
    *("area", "areas", "weight", "report_every", "source", "stated", "note"),
    "revisions",
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
    labels = {key: read_labels(tables[key], parents[key], usual) for key in tables}
    return tuple(
        each
        for key, table in tables.items()
        for each in _with_parts(key, labels, read_statements(table, source))
    )


def _with_parts(
    key: str, labels: Mapping[str, Labels], stated: Sequence[Stated]
) -> Iterator[Target]:
    """A target, and after it the parts that its `areas` is short for."""
    target = Target(key, labels[key], tuple(each.statement for each in stated))
    taken = {each: each for each in labels} | {
        part.area: each
        for each, part in labels.items()
        if part.parent == key and part.area is not None
    }
    yield target
    yield from parts_by_area(target, stated, taken)


def _tables(top: Table) -> dict[str, Table]:
    group = top.table("targets")
    if group is None:
        return {}
    tables = {key: group.table(key) for key in group.raw}
    return {key: table for key, table in tables.items() if table is not None}
