"""What became of the rows of a file that was imported: counts, or row by row."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tracker.cli.known_files import told_earlier

if TYPE_CHECKING:
    from datetime import date

    from tracker.exchange.merge import Merged
    from tracker.exchange.rows import Row
    from tracker.ledger import Import

FORMS = ("text", "json", "csv")
# Up to so many rows that say what was withdrawn are told one by one.
EACH_TOLD = 5
# What became of a row with a problem.
REFUSED = "refused"
# What became of a row of an unknown target, where these are left out.
LEFT_OUT = "left out, there is no such target"


class Outcome(NamedTuple):
    """What became of one row.

    Attributes:
        target, on: None is not known, of a row that is refused.
        entry: The entry that it is now, or was already; None is none.
        problem: All that is wrong with it; None is nothing.
    """

    line: int
    target: str | None
    on: date | None
    outcome: str
    entry: str | None
    problem: str | None = None


class Imported(NamedTuple):
    """What became of the rows of a file.

    Attributes:
        stored: How many were stored, `revised` of them in the place of others.
        known: How many were there already, `withdrawn` of them withdrawn since.
        again: How many were stored although what they say was withdrawn.
        unreported: How many say that there is no figure.
        outcomes: Of each row, by line, where that was wanted.
        doubts: What was recorded and looks wrong, a sentence each.
        earlier: The last import of the same bytes; None where there was none.
        hidden: How many stood in hidden rows of a sheet.
        left_out: How many are of each unknown target, and were left out as was asked.
    """

    file: Path
    stored: int
    revised: int
    known: int
    unreported: int
    outcomes: Sequence[Outcome]
    doubts: Sequence[str]
    left_out: Mapping[str, int]
    earlier: Import | None = None
    hidden: int = 0
    withdrawn: int = 0
    again: int = 0


def outcomes(
    key: str, rows: Sequence[Row], merge: Merged, gone: Collection[int]
) -> Iterator[Outcome]:
    """What became of the rows of one target, none of which was refused.

    Args:
        gone: The lines of those that are there, but were withdrawn.
    """
    places = {line: seq for seq, line in merge.lines.items()}
    for row in rows:
        seq = places.get(row.line) or merge.there.get(row.line)
        if row.unreported:
            what = "not reported"
        elif row.line in merge.there:
            what = "withdrawn before" if row.line in gone else "already there"
        else:
            what = "corrected" if seq in merge.revised else "recorded"
        entry = f"{key}#{seq}" if seq else None
        yield Outcome(row.line, key, row.actual.on, what, entry)


def told_withdrawn(
    gone: Collection[tuple[int, str]],
) -> Iterator[tuple[int, str]]:
    """That rows were withdrawn: each by itself, or of many the first with the others.

    Args:
        gone: The line of each, and the entry that said so.
    """
    if len(gone) > EACH_TOLD:
        line, name = min(gone)
        yield (
            line,
            f"{name} said this and was withdrawn, and so was what {len(gone) - 1:,} "
            "more rows say; if they hold, import the file with --again",
        )
        return
    for line, name in gone:
        yield (
            line,
            f"{name} said this and was withdrawn; if it holds, record it again, or "
            "import the file with --again",
        )


def told(imported: Imported, form: str = "text", *, dry_run: bool = False) -> str:
    """What became of the rows: in one line, or of each one in JSON or CSV.

    Args:
        form: One of FORMS.
    """
    if form == "text":
        return _line(imported, "would record" if dry_run else "recorded")
    rows = [
        {**each._asdict(), "on": each.on and each.on.isoformat()}
        for each in imported.outcomes
    ]
    if form == "csv":
        from tracker.reports.tables import render

        return render(rows, Outcome._fields, form)
    counts = {
        "schema": 1,
        "file": str(imported.file),
        "dry_run": dry_run,
        "recorded": imported.stored - imported.revised,
        "corrected": imported.revised,
        "already_there": imported.known,
        "withdrawn": imported.withdrawn,
        "not_reported": imported.unreported,
        "refused": sum(each.outcome == REFUSED for each in imported.outcomes),
        "left_out": sum(imported.left_out.values()),
        "hidden": imported.hidden,
        "earlier": _earlier(imported.earlier),
        "warnings": list(imported.doubts),
    }
    return json.dumps({**counts, "rows": rows}, ensure_ascii=False, indent=1) + "\n"


def _earlier(found: Import | None) -> dict[str, object] | None:
    """The last import of the same bytes, as JSON has it."""
    if found is None:
        return None
    moment = found.recorded_at.isoformat().replace("+00:00", "Z")
    return {**found._asdict(), "recorded_at": moment}


def _line(imported: Imported, done: str) -> str:
    revised, known, unreported = (
        imported.revised,
        imported.known,
        imported.unreported,
    )
    more = [
        f"{revised:,} of them in the place of others" if revised else "",
        f"{imported.again:,} of them once more" if imported.again else "",
        _there(known, imported.withdrawn),
        f"{_rows(unreported)} without a figure" if unreported else "",
        _left_out(imported.left_out),
        f"{_rows(imported.hidden)} hidden in its sheet" if imported.hidden else "",
    ]
    told = ", ".join(each for each in more if each)
    then = _then(imported)
    if not imported.stored:
        # That all rows of a known file are there already goes without saying.
        gone = imported.withdrawn
        more[2] = f"{_rows(gone)} withdrawn since" if gone else ""
        besides = ", ".join(each for each in more if each)
        if then:
            besides = f": {besides}" if besides else ""
            return f"{imported.file} was {then}; nothing new{besides}"
        if not told:
            return f"{imported.file} holds no rows"
        return f"nothing new in {imported.file}: {told}"
    new = f"{done} {_rows(imported.stored)} of {imported.file}"
    new += f", {told}" if told else ""
    if _is_lost(imported):
        return f"{new}, although it was {then}; run `tracker verify`"
    return new


def _left_out(rows: Mapping[str, int]) -> str:
    if not rows:
        return ""
    targets = (
        "one unknown target" if len(rows) == 1 else f"{len(rows):,} unknown targets"
    )
    return f"{_rows(sum(rows.values()))} of {targets} left out"


def _is_lost(imported: Imported) -> bool:
    """Whether not all rows are there that an earlier import of the file stored."""
    anew = imported.revised or imported.again
    earlier = imported.earlier
    return earlier is not None and not anew and imported.known < earlier.stored


def _there(known: int, withdrawn: int) -> str:
    if not known:
        return ""
    told = f"{_rows(known)} already there"
    return f"{told}, {withdrawn:,} of them withdrawn" if withdrawn else told


def _then(imported: Imported) -> str | None:
    """When the same bytes were imported before, by whom, and with how many rows."""
    earlier = imported.earlier
    if earlier is None:
        return None
    return f"{told_earlier(imported.file, earlier)}: {_rows(earlier.stored)}"


def _rows(count: int) -> str:
    return f"{count:,} row" if count == 1 else f"{count:,} rows"
