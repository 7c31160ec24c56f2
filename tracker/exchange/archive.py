"""All ledgers as plain files, and back: statements as TOML, actuals as CSV.

The rows are those of the database, mistyped, corrected and withdrawn ones included,
with their digests, so that what is read again can be checked row by row.
"""

from __future__ import annotations

import csv
import io
import json
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime

from tracker.domain import Evidence, Kind
from tracker.errors import Problem, ProblemsError
from tracker.exchange.actuals_csv import COLUMNS, LEDGER_COLUMNS
from tracker.exchange.toml_text import assignment
from tracker.ledger import Kept, StatementKind

STATEMENTS, ACTUALS = "statements.toml", "actuals.csv"
_ABOUT = """\
# Every statement that was ever recorded, as `tracker export --all` wrote it.
# `tracker import --all` puts it into a new database, to the same digests; a row that
# is changed here no longer fits its digest. Promises are made in targets.toml.
"""
# Columns of a statement that hold JSON.
_TABLES = ("terms", "labels")
_TEXTS = ("source", "note", "item", "url", "reason")

Row = Mapping[str, object]


class ArchiveError(ProblemsError):
    """The files of an export cannot be read, or were changed; none of it is stored."""


def statements_toml(ledgers: Iterable[Kept]) -> str:
    """The statements of all targets; what was stated is a table in each."""
    lines = [_ABOUT]
    for ledger in ledgers:
        for row in ledger.statements:
            tables = {name: json.loads(str(row[name])) for name in _TABLES}
            told = {**row, **tables}
            lines.append("\n[[statement]]\n" + assignment("target", ledger.key))
            lines += [
                assignment(name, value)
                for name, value in told.items()
                if value is not None
            ]
    return "".join(lines)


def read(statements: str, actuals: str) -> tuple[Kept, ...]:
    """The ledgers of two files, in the order of their first statements.

    Raises:
        ArchiveError: With every row that cannot be read.
    """
    problems: list[Problem] = []
    stated = _by_target(_statements(statements, problems))
    reported = _by_target(_actuals(actuals, problems))
    problems += [
        Problem(ACTUALS, f"{key} has no statement in {STATEMENTS}; export both")
        for key in reported
        if key not in stated
    ]
    if problems:
        raise ArchiveError(problems)
    return tuple(
        Kept(key, tuple(rows), tuple(reported.get(key, ())))
        for key, rows in stated.items()
    )


def _by_target(rows: Iterable[tuple[str, Row]]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for key, row in rows:
        groups[key].append(row)
    return groups


def _statements(text: str, problems: list[Problem]) -> list[tuple[str, Row]]:
    try:
        tables = tomllib.loads(text).get("statement", [])
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        why = "nested too deeply" if isinstance(error, RecursionError) else error
        problems.append(Problem(STATEMENTS, f"is not TOML: {why}; export it again"))
        return []
    where = f"{STATEMENTS}, statement {{}}"
    return _rows(tables, where, _statement, problems)


def _actuals(text: str, problems: list[Problem]) -> list[tuple[str, Row]]:
    lines = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        if lines.fieldnames != [*COLUMNS, *LEDGER_COLUMNS]:
            message = "has other columns than `tracker export` writes; export it again"
            problems.append(Problem(f"{ACTUALS}:1", message))
            return []
        return _rows(list(lines), f"{ACTUALS}, row {{}}", _actual, problems)
    except csv.Error as error:
        problems.append(Problem(ACTUALS, f"is not CSV ({error}); export it again"))
        return []


def _rows(
    tables: Iterable[Mapping[str, object]],
    where: str,
    read_one: Callable[[Mapping[str, object]], tuple[str, Row]],
    problems: list[Problem],
) -> list[tuple[str, Row]]:
    found = []
    for place, table in enumerate(tables, start=1):
        try:
            found.append(read_one(table))
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            message = f"cannot be read ({error}); export it again"
            problems.append(Problem(where.format(place), message))
    return found


def _statement(table: Mapping[str, object]) -> tuple[str, Row]:
    stated, recorded_at = table["stated"], table["recorded_at"]
    if not isinstance(stated, date) or not isinstance(recorded_at, datetime):
        raise TypeError("`stated` is a day and `recorded_at` a moment")
    return str(table["target"]), {
        "seq": int(str(table["seq"])),
        "kind": StatementKind(str(table["kind"])).value,
        "stated": stated,
        "terms": _canonical(table["terms"]),
        "labels": _canonical(table["labels"]),
        "author": str(table["author"]),
        "recorded_at": recorded_at.astimezone(UTC),
        "replaces": int(str(table["replaces"])) if "replaces" in table else None,
        "reason": str(table["reason"]) if "reason" in table else None,
        "digest": str(table["digest"]),
    }


def _canonical(value: object) -> str:
    """As the database keeps it: JSON with sorted keys and no spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _actual(cells: Mapping[str, object]) -> tuple[str, Row]:
    told = {name: str(value) for name, value in cells.items() if value}
    key, replaces = told["target"], told.get("replaces")
    return key, {
        "seq": _place(told["id"], key),
        "on": date.fromisoformat(told["on"]),
        "kind": Kind(told["kind"]).value,
        "value": float(told["value"]) if "value" in told else None,
        "evidence": Evidence(told["evidence"]).value,
        "author": told["author"],
        "recorded_at": datetime.fromisoformat(told["recorded_at"]).astimezone(UTC),
        "replaces": _place(replaces, key) if replaces else None,
        "digest": told["digest"],
        **{name: told.get(name) for name in _TEXTS},
    }


def _place(name: str, key: str) -> int:
    """The place that a ledger name such as camps#3 tells."""
    ledger, _, place = name.rpartition("#")
    if ledger != key:
        raise ValueError(f"{name} is no row of {key}")
    return int(place)
