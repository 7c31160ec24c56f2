"""A table of the file, read key by key; what is wrong is noted, None comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from tracker.catalogue.locate import Place
from tracker.catalogue.problems import Problems
from tracker.catalogue.scalars import Fault, checked_day, checked_number, checked_text
from tracker.catalogue.wording import found, listed

Choice = TypeVar("Choice", bound=StrEnum)
Checked = TypeVar("Checked")


@dataclass(frozen=True)
class Table:
    """A table and its place.

    Each reader gives None both for a key that is missing, which it does not mind,
    and for a wrong value, which it notes.
    """

    raw: Mapping[str, object]
    path: Place
    problems: Problems

    def __contains__(self, key: str) -> bool:
        return key in self.raw

    def refuse(self, key: str | None, message: str) -> None:
        """Note a fault of a key, or of the table itself."""
        self.problems.add(self.path if key is None else (*self.path, key), message)

    def only(self, *known: str) -> None:
        """Note every key that is none of the known ones."""
        for key in self.raw:
            if key not in known:
                self.refuse(key, f"is not a known key; {self._remedy(key, known)}")

    def require(self, key: str, remedy: str) -> None:
        """Note a key that is missing."""
        if key not in self.raw:
            self.refuse(key, f"is missing; {remedy}")

    def number(self, key: str) -> float | None:
        return (
            self._checked(key, checked_number(self.raw[key])) if key in self else None
        )

    def day(self, key: str) -> date | None:
        return self._checked(key, checked_day(self.raw[key])) if key in self else None

    def text(self, key: str) -> str | None:
        return self._checked(key, checked_text(self.raw[key])) if key in self else None

    def choice(self, key: str, choices: type[Choice]) -> Choice | None:
        """One of the words of an enumeration."""
        if key not in self:
            return None
        words = [each.value for each in choices]
        raw = self.raw[key]
        if isinstance(raw, str) and raw in words:
            return choices(raw)
        self.refuse(
            key, f"needs {listed(words)}, found {found(raw)}; write one of them"
        )
        return None

    def table(self, key: str) -> Table | None:
        raw = self.raw.get(key)
        if isinstance(raw, dict):
            return Table(raw, (*self.path, key), self.problems)
        if key in self:
            self.refuse(key, f"needs a table {{ ... }}, found {found(raw)}; write one")
        return None

    def tables(self, key: str) -> list[Table]:
        """The tables of a list; an item that is none is noted and left out."""
        raw = self.raw.get(key, [])
        if not isinstance(raw, list):
            self.refuse(
                key, f"needs a list [{{ ... }}, ...], found {found(raw)}; write one"
            )
            return []
        tables = []
        for index, item in enumerate(raw):
            path = (*self.path, key, index)
            if isinstance(item, dict):
                tables.append(Table(item, path, self.problems))
            else:
                message = f"needs a table {{ ... }}, found {found(item)}; write one"
                self.problems.add(path, message)
        return tables

    def _checked(self, key: str, value: Checked | Fault) -> Checked | None:
        if isinstance(value, Fault):
            self.refuse(key, value.message)
            return None
        return value

    def _remedy(self, key: str, known: tuple[str, ...]) -> str:
        near = self.problems.near(key, known)
        if near:
            return f"did you mean `{near}`?"
        return f"remove it (known here: {', '.join(known)})"
