"""What the file says and the store does not, and the other way round. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tracker.catalogue.differences import differences
from tracker.domain import Labels, Statement, Target

__all__ = ["Changes", "compare", "differences"]


@dataclass(frozen=True)
class Changes:
    """How the file differs from what is stored, by target in the order of the file.

    Attributes:
        new: Targets that are not stored at all.
        revisions: Key and statement: not stored, of targets that are.
        conflicts: Key, the stored statement and the file's, which says something
            else for the same day; `differences` says what.
        relabelled: Key, the stored labels and the file's.
        gone: Key and day of a stored statement that the file no longer has; the day
            is None where the whole target is gone. In the order of the store.
    """

    new: tuple[Target, ...] = ()
    revisions: tuple[tuple[str, Statement], ...] = ()
    conflicts: tuple[tuple[str, Statement, Statement], ...] = ()
    relabelled: tuple[tuple[str, Labels, Labels], ...] = ()
    gone: tuple[tuple[str, date | None], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether file and store say the same."""
        return self == Changes()


def compare(file: Sequence[Target], stored: Sequence[Target]) -> Changes:
    """What is new, restated, renamed or gone in the file."""
    known = {each.key: each for each in stored}
    pairs = [(known[each.key], each) for each in file if each.key in known]
    return Changes(
        new=tuple(each for each in file if each.key not in known),
        revisions=tuple(
            (new.key, statement) for old, new in pairs for statement in _added(old, new)
        ),
        conflicts=tuple(
            (new.key, before, after)
            for old, new in pairs
            for before, after in _same_days(old, new)
            if before != after
        ),
        relabelled=tuple(
            (new.key, old.labels, new.labels)
            for old, new in pairs
            if old.labels != new.labels
        ),
        gone=_gone(file, stored),
    )


def _gone(
    file: Sequence[Target], stored: Sequence[Target]
) -> tuple[tuple[str, date | None], ...]:
    kept = {each.key: _days(each) for each in file}
    gone: list[tuple[str, date | None]] = []
    for each in stored:
        if each.key not in kept:
            gone.append((each.key, None))
            continue
        lost = sorted(_days(each) - kept[each.key])
        gone.extend((each.key, day) for day in lost)
    return tuple(gone)


def _added(old: Target, new: Target) -> list[Statement]:
    stored = _days(old)
    return [each for each in new.statements if each.stated not in stored]


def _same_days(old: Target, new: Target) -> list[tuple[Statement, Statement]]:
    stored = {each.stated: each for each in old.statements}
    return [
        (stored[each.stated], each) for each in new.statements if each.stated in stored
    ]


def _days(target: Target) -> set[date]:
    return {each.stated for each in target.statements}
