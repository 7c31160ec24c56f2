"""Ledgers and files of actuals of any size, made without tracker's own ways in."""

from __future__ import annotations

import csv
from calendar import monthrange
from datetime import UTC, date, datetime
from itertools import islice

from sqlalchemy import insert

from tracker.domain import (
    Baseline,
    Checkpoint,
    Direction,
    Goal,
    Labels,
    Measure,
    Source,
    Statement,
)
from tracker.ledger import Fact
from tracker.periods import Period
from tracker.store import migrate
from tracker.store.codec import labels_text, terms_text
from tracker.store.digest import ActualDigests, row_digest
from tracker.store.engine import writing
from tracker.store.schema import actual, statement, target

STATED, BASELINE_DAY, GOAL_DAY = (
    date(2016, 1, 1),
    date(2015, 12, 31),
    date(2027, 12, 31),
)
RECORDED = datetime(2016, 1, 1, tzinfo=UTC)
AUTHOR = "aigul"
SOURCES = ("Press release", "Жылдық есеп", "Отчёт министерства, 2024", None)
UNIT = {"en": {"one": "school", "other": "schools"}, "ru": {"other": "школ"}}
AT_ONCE = 2000


def key(index):
    return f"target-{index:06d}"


def statements(index):
    """Of ten targets six count totals, one of them restated; then all other kinds."""
    kind = index % 10
    said = {"unit": UNIT, "source": Source(title="Programme", publisher="gov.kz")}
    counted = {
        "measure": Measure.CUMULATIVE,
        "direction": Direction.INCREASE,
        "goal": Goal(6000, GOAL_DAY),
        "baseline": Baseline(0, BASELINE_DAY),
        "checkpoints": (
            Checkpoint(2000, date(2020, 12, 31)),
            Checkpoint(4000, date(2024, 12, 31)),
        ),
    }
    if kind == 7:
        counted |= {"measure": Measure.LEVEL, "checkpoints": ()}
    if kind == 8:
        counted |= {
            "measure": Measure.PERIODIC,
            "period": Period.YEAR,
            "baseline": None,
            "checkpoints": (),
            "goal": Goal(600, None),
        }
    first = Statement(stated=STATED, **said, **counted)
    if kind != 9:
        return [first]
    again = counted | {"goal": Goal(5000, GOAL_DAY)}
    return [first, Statement(stated=date(2022, 6, 1), **said, **again)]


def days(count):
    """The ends of so many months, the first one January 2016."""
    months = (divmod(month, 12) for month in range(count))
    return [
        date(2016 + year, month + 1, monthrange(2016 + year, month + 1)[1])
        for year, month in months
    ]


def figure(index, place, day):
    """Kind and value of one actual of a target."""
    step = 30 + index % 17
    if index % 10 == 6:
        return "increment", float(step)
    if index % 10 == 8:
        return "total", float(step * day.month)
    return "total", float(step * (place + 1))


def rows(targets, each, *, by_day=True):
    """Rows of a file: all targets of each day, or all days of each target."""
    ends = days(each)
    outer, inner = (each, targets) if by_day else (targets, each)
    for one in range(outer):
        for other in range(inner):
            place, index = (one, other) if by_day else (other, one)
            kind, value = figure(index, place, ends[place])
            source = SOURCES[index % len(SOURCES)]
            yield index, place, ends[place], kind, value, source


def write_csv(path, targets, each, *, by_day=True):
    """A file as a ministry would send it."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["target", "on", "value", "kind", "evidence", "source"])
        for index, _, day, kind, value, source in rows(targets, each, by_day=by_day):
            writer.writerow([key(index), day, f"{value:g}", kind, "documented", source])


def batches(found):
    found = iter(found)
    while batch := list(islice(found, AT_ONCE)):
        yield batch


def fill(connection, targets, each=0):
    """Targets with their statements, and so many actuals each."""
    for batch in batches(range(targets)):
        places = [{"id": i + 1, "key": key(i), "position": i} for i in batch]
        connection.execute(insert(target), places)
        connection.execute(insert(statement), list(stated(batch)))
    if not each:
        return
    columns = ", ".join(f'"{column.name}"' for column in actual.c)
    marks = ", ".join("?" * len(actual.c))
    cursor = connection.connection.cursor()
    cursor.executemany(
        f"INSERT INTO actual ({columns}) VALUES ({marks})", stored(targets, each)
    )


def stated(indices):
    for index in indices:
        labels = labels_text(
            Labels(
                title={"en": f"Target {index}", "ru": f"Цель {index}"},
                programme={"en": f"Programme {index % 40}"},
                owner={"en": f"Ministry {index % 20}"},
                report_every=Period.MONTH,
            )
        )
        previous = ""
        for seq, each in enumerate(statements(index), start=1):
            row = {
                "seq": seq,
                "kind": "stated",
                "stated": each.stated,
                "terms": terms_text(each),
                "labels": labels,
                "author": AUTHOR,
                "recorded_at": RECORDED,
                "replaces": None,
                "reason": None,
            }
            previous = row_digest("statement", key(index), row, previous)
            yield row | {"target_id": index + 1, "digest": previous}


def stored(targets, each):
    """Rows of the table of actuals, in the order of its columns."""
    at = RECORDED.strftime("%Y-%m-%d %H:%M:%S.000000")
    for index, place, day, kind, value, source in rows(targets, each, by_day=False):
        said = (kind, value, "documented", None, source, None, None, AUTHOR)
        if not place:
            digests = ActualDigests(key(index), RECORDED, "")
        digest = digests.after(place + 1, Fact(day, *said, None, None))
        where = (index + 1, place + 1, day.isoformat())
        yield *where, *said, at, None, None, digest


def ledger(path, targets, each=0):
    """A new database file."""
    with migrate.creating(path) as draft, writing(draft) as connection:
        fill(connection, targets, each)
