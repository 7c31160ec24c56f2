"""All that is recorded of a target, row by row, oldest first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

from tracker.domain import Actual, Labels, Statement, Target


class StatementKind(StrEnum):
    """What one row of a target's ledger of statements says.

    STATED is a statement as made; ERRATUM replaces one that was mistyped, and keeps
    it; RELABELLED changes what the target is called, and nothing that was promised.
    """

    STATED = "stated"
    ERRATUM = "erratum"
    RELABELLED = "relabelled"


@dataclass(frozen=True)
class StatementEntry:
    """One row of a target's ledger of statements: what was recorded, by whom, when."""

    seq: int
    kind: StatementKind
    statement: Statement
    labels: Labels
    author: str
    recorded_at: datetime
    replaces: int | None
    reason: str | None
    digest: str


class Fact(NamedTuple):
    """One row of a ledger of actuals before it has its place, as many are stored.

    The fields are those of `Actual` in the order of the table's columns.
    """

    on: date
    kind: str
    value: float | None
    evidence: str
    item: str | None
    source: str | None
    url: str | None
    note: str | None
    author: str
    replaces: int | None
    reason: str | None


def fact_of(actual: Actual) -> Fact:
    """An actual without its place, moment and digest."""
    return Fact(
        actual.on,
        actual.kind.value,
        actual.value,
        actual.evidence.value,
        actual.item,
        actual.source,
        actual.url,
        actual.note,
        actual.author,
        actual.replaces,
        actual.reason,
    )


@dataclass(frozen=True)
class Ledger:
    """All that is recorded of one target, oldest first.

    Attributes:
        statements: At least one.
    """

    key: str
    statements: tuple[StatementEntry, ...]
    actuals: tuple[Actual, ...]

    @property
    def target(self) -> Target:
        """The target as it reads now: errata applied, with its latest labels."""
        replaced = {each.replaces for each in self.statements}
        stated = (
            each.statement
            for each in self.statements
            if each.kind is not StatementKind.RELABELLED and each.seq not in replaced
        )
        in_order = tuple(sorted(stated, key=lambda each: each.stated))
        return Target(self.key, self.statements[-1].labels, in_order)


class Kept(NamedTuple):
    """Both ledgers of a target as they are stored: every row, with its digest.

    Attributes:
        statements, actuals: Rows by the names of their columns, in order of `seq`.
    """

    key: str
    statements: tuple[Mapping[str, object], ...]
    actuals: tuple[Mapping[str, object], ...]


class Import(NamedTuple):
    """One import that stored something.

    Attributes:
        sha256: Of the file's bytes.
        recorded_at: In UTC.
        name: Of the file, without its folder.
        stored: How many of its rows were new.
    """

    sha256: str
    recorded_at: datetime
    name: str
    stored: int
    author: str


class End(NamedTuple):
    """Where the two ledgers of a target end: how many rows, and the last digest.

    Attributes:
        actual_digest: Empty where there are no actuals.
    """

    key: str
    statements: int
    statement_digest: str
    actuals: int
    actual_digest: str

    def __str__(self) -> str:
        stated = f"{self.statements} {self.statement_digest}"
        return f"{self.key} {stated} {self.actuals} {self.actual_digest or '-'}"


@dataclass(frozen=True)
class Head:
    """Where all ledgers of a database end; one that is cut or replaced has another.

    Attributes:
        ends: In the order of their keys.
    """

    ends: tuple[End, ...]

    @property
    def digest(self) -> str:
        """SHA-256 in hexadecimal, over the line of each target."""
        lines = "".join(f"{each}\n" for each in self.ends)
        return sha256(lines.encode()).hexdigest()

    @property
    def statements(self) -> int:
        return sum(each.statements for each in self.ends)

    @property
    def actuals(self) -> int:
        return sum(each.actuals for each in self.ends)
