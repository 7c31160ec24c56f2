"""Rows of the French delivery unit as targets and actuals to look at."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from tracker.areas import is_code
from tracker.domain import (
    Actual,
    Baseline,
    Checkpoint,
    Direction,
    Evidence,
    Goal,
    Kind,
    Labels,
    Measure,
    Source,
    Statement,
    Target,
)
from tracker.errors import EntryError, Problem
from tracker.exchange.barometre import ACTUAL, AIM, INITIAL, LONG, NATIONAL
from tracker.exchange.draft import (
    Draft,
    ForeignFileError,
    Found,
    Reported,
    day_of,
    decoded,
    figure,
    is_key,
    key_from,
    plain,
    settled,
    with_share,
)

_NATIONAL = (NATIONAL, "FRANCE", "NATIONAL", "NATIONALE", "")
# Of the published columns: what each pair of value and day says.
_PAIRS = (
    (INITIAL, "valeur_initiale", "date_valeur_initiale"),
    (ACTUAL, "valeur_actuelle", "date_valeur_actuelle"),
    (AIM, "cible", "date_cible"),
)
_TYPES = (INITIAL, ACTUAL, AIM)
_STATED = (
    "These rows do not tell when a target was stated: the day of its initial value "
    "stands for that day."
)


@dataclass
class _Indicator:
    """What the rows of one indicator in one zone say."""

    line: int
    zone: str
    title: str = ""
    programme: str = ""
    unit: str = ""
    values: dict[tuple[str, date], list[Found]] = field(
        default_factory=lambda: defaultdict(list)
    )


def read(name: str, content: bytes) -> Draft:
    """What a file of either kind says.

    Raises:
        ForeignFileError: It is neither.
    """
    problems: list[Problem] = []
    indicators: dict[tuple[str, str], _Indicator] = {}
    for line, fields in _rows(name, decoded(name, content), problems):
        try:
            _take(line, fields, indicators)
        except EntryError as error:
            problems.append(Problem(f"{name}:{line}", str(error)))
    zones = Counter(code for code, _ in indicators)
    targets: list[Target] = []
    reported: list[Reported] = []
    for (code, zone), found in indicators.items():
        alone = zones[code] == 1
        parts = (code,) if alone or not zone else (code, zone)
        key = code if alone and is_key(code) else key_from(*parts)
        values = _values(name, key, found, problems)
        reported += _reported(key, values[ACTUAL])
        target = _target(key, found, values)
        if isinstance(target, Target):
            targets.append(target)
        elif target:
            problems.append(Problem(f"{name}:{found.line}", target))
    return Draft.of(targets, reported, problems)


def _rows(
    name: str, text: str, problems: list[Problem]
) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The rows under the header, with the lines they begin on."""
    first = text.partition("\n")[0]
    comma = first.count(",") > first.count(";")
    lines = csv.reader(
        io.StringIO(text, newline=""), delimiter="," if comma else ";", strict=True
    )
    header: list[str] = []
    begins = 1
    try:
        for cells in lines:
            line, begins = begins, lines.line_num + 1
            if not header:
                header = _header(name, cells)
            elif len(cells) != len(header) and any(cells):
                message = f"has {len(cells)} cells under {len(header)} columns"
                mark = "commas" if comma else "semicolons"
                where = f"{name}:{line}"
                problems.append(Problem(where, f"{message}; check the {mark}"))
            elif any(cell.strip() for cell in cells):
                yield line, dict(zip(header, map(plain, cells), strict=True))
    except csv.Error as error:
        message = f"is not CSV ({error}); check the quotes"
        raise ForeignFileError([Problem(f"{name}:{begins}", message)]) from error
    if not header:
        message = "is empty; write its columns into the first line"
        raise ForeignFileError([Problem(name, message)])


def _header(name: str, cells: Iterable[str]) -> list[str]:
    names = [plain(cell).lower() for cell in cells]
    needed = ("id_indicateur", "valeur_actuelle", "date_valeur_actuelle")
    if not (set(LONG) <= set(names) or set(needed) <= set(names)):
        message = (
            f"has neither the columns {', '.join(LONG)} nor {', '.join(needed)}; check "
            "the file"
        )
        raise ForeignFileError([Problem(f"{name}:1", message)])
    return names


def _take(
    line: int,
    fields: Mapping[str, str],
    indicators: dict[tuple[str, str], _Indicator],
) -> None:
    """Puts what a row says to its indicator.

    Raises:
        EntryError: It cannot be read.
    """
    long = "identifiant_indic" in fields
    code = fields["identifiant_indic" if long else "id_indicateur"]
    if not code:
        raise EntryError("names no indicator; give its identifier")
    place = fields.get("zone_id" if long else "maille_geographique", "")
    zone = "" if place.upper() in _NATIONAL else place
    values = list(_long(fields) if long else _pairs(fields))
    found = indicators.setdefault((code, zone), _Indicator(line, zone))
    found.title = fields.get("indicateur", "") or found.title
    found.programme = fields.get("mesure", "") or found.programme
    found.unit = fields.get("unite", "") or found.unit
    for kind, on, value in values:
        found.values[kind, on].append(Found(value, line))


def _long(fields: Mapping[str, str]) -> Iterator[tuple[str, date, float]]:
    kind = fields["type_valeur"].lower()
    if kind not in _TYPES:
        raise EntryError(f"unknown type_valeur {kind[:40]!r}; one of vi, va, vc")
    if fields["valeur"]:
        day = day_of(fields["date_valeur"].replace("/", "."))
        yield kind, day, _value(fields["valeur"])


def _pairs(fields: Mapping[str, str]) -> Iterator[tuple[str, date, float]]:
    for kind, column, day in _PAIRS:
        if fields.get(column) and fields.get(day):
            on = day_of(fields[day].replace("/", "."))
            yield kind, on, _value(fields[column])


def _value(text: str) -> float:
    """A number with a French decimal comma, or with a point."""
    return figure(re.sub(r"^([+-]?\d+),(\d+)$", r"\1.\2", text))[0]


def _values(
    name: str, key: str, found: _Indicator, problems: list[Problem]
) -> dict[str, dict[date, float]]:
    """By type the values of each day that the rows agree on."""
    values: dict[str, dict[date, float]] = {kind: {} for kind in _TYPES}
    for kind, on in sorted(found.values):
        lines = found.values[kind, on]
        value, said = settled(lines, f"{kind} of {key} on {on}")
        if said:
            problems.append(Problem(f"{name}:{lines[-1].line}", said))
        if value is not None:
            values[kind][on] = value
    return values


def _target(
    key: str, found: _Indicator, values: Mapping[str, Mapping[date, float]]
) -> Target | str | None:
    """The target that the values state, or why there is none; None without an aim."""
    if not values[AIM]:
        return None
    if not values[INITIAL]:
        return f"{key} has no initial value (vi); write its target yourself"
    on, last = min(values[INITIAL]), max(values[AIM])
    start, goal = values[INITIAL][on], values[AIM][last]
    falls = goal < start
    statement = Statement(
        stated=on,
        measure=Measure.LEVEL,
        direction=Direction.DECREASE if falls else Direction.INCREASE,
        unit={"en": {"other": found.unit or "units"}},
        goal=Goal(goal, last),
        baseline=Baseline(start, on),
        checkpoints=tuple(
            Checkpoint(value, by) for by, value in values[AIM].items() if by != last
        ),
        source=Source(title=f"PILOTE {key}"),
        note=_STATED,
    )
    known = [value for days in values.values() for value in days.values()]
    labels = Labels(
        title={"en": found.title or key},
        programme={"en": found.programme} if found.programme else None,
        area=found.zone if is_code(found.zone) else None,
    )
    return Target(key, labels, (with_share(statement, known),))


def _reported(key: str, values: Mapping[date, float]) -> Iterator[Reported]:
    for on, value in values.items():
        actual = Actual(
            seq=0,
            on=on,
            kind=Kind.TOTAL,
            value=value,
            evidence=Evidence.DOCUMENTED,
            source=f"PILOTE {key}",
        )
        yield Reported(key, actual)
