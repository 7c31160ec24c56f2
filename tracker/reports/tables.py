"""One table in any form: text, JSON, CSV or Markdown."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence

from tracker.reports.terminal import fitted, visible, width

Row = dict[str, object]

# What would end a cell of Markdown or begin markup in it.
_ESCAPED = str.maketrans({mark: f"\\{mark}" for mark in "\\|*_`[]<>#"})


def render(
    rows: Sequence[Row],
    columns: Sequence[str],
    form: str,
    heads: Sequence[str] | None = None,
) -> str:
    """Rows under columns; None is null, an empty cell, or nothing at all.

    Args:
        rows: Each with a value for every column.
        form: `text`, `json`, `csv` or `markdown`.
        heads: What people read above the columns; None is their names.
    """
    if form == "json":
        objects = [{name: row[name] for name in columns} for row in rows]
        return json.dumps(objects, ensure_ascii=False, indent=1) + "\n"
    if form == "csv":
        return _csv(rows, columns)
    cells = [[_cell(row[name]) for name in columns] for row in rows]
    if form == "markdown":
        lines = [list(heads or columns), ["---"] * len(columns)]
        lines += [[escaped(cell) for cell in row] for row in cells]
        return "".join(f"{piped(line)}\n" for line in lines)
    return _text([list(heads or columns), *cells])


def piped(cells: Sequence[str]) -> str:
    """One line of a table of Markdown."""
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    """A text that Markdown shows as it is."""
    return visible(text).translate(_ESCAPED)


def _csv(rows: Sequence[Row], columns: Sequence[str]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([row[name] for name in columns] for row in rows)
    return out.getvalue()


def _text(cells: list[list[str]]) -> str:
    shown = [[visible(cell) for cell in row] for row in cells]
    widths = [max(map(width, column)) for column in zip(*shown, strict=True)]
    lines = []
    for row in shown:
        parts = [fitted(cell, wide) for cell, wide in zip(row, widths, strict=True)]
        lines.append("  ".join(parts).rstrip() + "\n")
    return "".join(lines)


def _cell(value: object) -> str:
    return "" if value is None else str(value)
