"""The data files of Open SDG: a line of figures for each breakdown of an indicator."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tracker.areas import COUNTRY
from tracker.entry import FIRST_DAY, LAST_DAY
from tracker.errors import EntryError, Problem
from tracker.exchange.draft import (
    ForeignFileError,
    Found,
    decoded,
    figure,
    key_from,
    plain,
    settled,
)
from tracker.exchange.foreign_areas import area_of

YEAR, VALUE, GEOCODE = "Year", "Value", "GeoCode"
UNITS = ("Units", "UNIT_MEASURE", "Unit measure")
SERIES = ("Series", "SERIES")
# Columns that say something of a figure and part no two lines of figures.
# Source: SDMX, the attributes of its global structure of indicators.
_REMARKS = (
    *("OBS_STATUS", "COMMENT_OBS", "COMMENT_TS", "TIME_DETAIL", "SOURCE_DETAIL"),
    "Observation status",
)
_NO_BREAKDOWN = (YEAR, VALUE, *_REMARKS)
# Codes of SDMX for "in all" and "does not apply" are a blank cell in Open SDG.
_BLANK = ("", "_T", "_Z")
# The whole country, by ISO 3166 and by the numeric code of the United Nations.
_COUNTRY = (COUNTRY, "KAZ", "398")

# 2019, 2019/20, 2019-2020; programs that know no whole numbers write 2019.0.
_YEAR = re.compile(r"(\d{4})(?:\.0|\s?[/–-]\s?(?:\d{2}|\d{4}))?", re.ASCII)


class Series(NamedTuple):
    """One line of figures.

    Attributes:
        key: What a target of it is called.
        about: What its cells say besides year and value, blank ones left out.
        area: The code of the area among them.
        values: By year.
    """

    key: str
    about: Mapping[str, str]
    area: str | None
    values: Mapping[int, float]


@dataclass(frozen=True)
class DataFile:
    """What a file says.

    Attributes:
        common: What all of its rows say alike; it is not in the keys.
        series: In the order of their first rows.
    """

    common: Mapping[str, str]
    series: tuple[Series, ...]
    problems: tuple[Problem, ...]


class _Row(NamedTuple):
    line: int
    about: tuple[tuple[str, str], ...]
    year: int
    value: float
    cut: bool


def read(name: str, indicator: str, content: bytes) -> DataFile:
    """The lines of figures of a file.

    Raises:
        ForeignFileError: It is none of Open SDG.
    """
    problems: list[Problem] = []
    rows = _without_codes(list(_rows(name, decoded(name, content), problems)))
    problems += _rounded(name, rows)
    common = _common(rows)
    lines: dict[tuple[tuple[str, str], ...], dict[int, list[Found]]] = {}
    for row in rows:
        about = tuple(pair for pair in row.about if pair not in common.items())
        years = lines.setdefault(about, defaultdict(list))
        years[row.year].append(Found(row.value, row.line))
    series: dict[str, Series] = {}
    for cells, years in lines.items():
        found = _series(name, indicator, dict(cells), years, problems)
        found = found._replace(area=_area({**common, **found.about}))
        if found.key in series:
            first = min(each.line for each in min(years.values()))
            message = (
                f"{_shown(cells)} is written in two ways, see {found.key}; write one"
            )
            problems.append(Problem(f"{name}:{first}", message))
        else:
            series[found.key] = found
    return DataFile(common, tuple(series.values()), tuple(problems))


def key_of(indicator: str, about: Mapping[str, str]) -> str:
    """What a target of some line of figures is called."""
    words = []
    for column, value in about.items():
        area = area_of(value)
        if area:
            words.append(area)
        elif column in (*UNITS, *SERIES):
            words.append(value)
        else:
            words += [column, value]
    return key_from(indicator, *words)


def _rows(name: str, text: str, problems: list[Problem]) -> Iterator[_Row]:
    header: list[str] | None = None
    for line, cells in _records(name, text):
        where = f"{name}:{line}"
        if header is None:
            header = _header(where, cells)
        elif not any(cell.strip() for cell in cells):
            problems.append(Problem(where, "is empty; remove the row"))
        elif len(cells) != len(header):
            message = f"has {len(cells)} cells under {len(header)} columns"
            problems.append(Problem(where, f"{message}; check the commas"))
        elif cells[-1].strip():
            fields = dict(zip(header, cells, strict=True))
            try:
                yield _row(line, fields)
            except EntryError as error:
                problems.append(Problem(where, str(error)))
    if header is None:
        raise ForeignFileError([Problem(name, "is empty; Year must head its columns")])


def _records(name: str, text: str) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line it begins on."""
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    begins = 1
    try:
        for cells in lines:
            yield begins, cells
            begins = lines.line_num + 1
    except csv.Error as error:
        message = f"is not CSV ({error}); check the quotes"
        raise ForeignFileError([Problem(f"{name}:{begins}", message)]) from error


def _header(where: str, cells: Sequence[str]) -> list[str]:
    names = [plain(cell) for cell in cells]
    proper = {each.casefold(): each for each in (YEAR, VALUE, GEOCODE)}
    names = [proper.get(each.casefold(), each) for each in names]
    if names[:1] != [YEAR] or names[-1] != VALUE:
        if len(names) == 1 and re.search("[;\t]", names[0]):
            remedy = "separate the columns by commas"
        else:
            remedy = "make Year the first column and Value the last"
        raise ForeignFileError([Problem(where, f"is no data of Open SDG; {remedy}")])
    for place, each in enumerate(names, start=1):
        if not each:
            message = f"column {place} has no name; give it one"
            raise ForeignFileError([Problem(where, message)])
        if names.count(each) > 1:
            message = f"column {each!r} stands twice; remove one"
            raise ForeignFileError([Problem(where, message)])
    return names


def _row(line: int, fields: Mapping[str, str]) -> _Row:
    """One row that has a value.

    Raises:
        EntryError: Its year or its value cannot be read.
    """
    year = _YEAR.fullmatch(fields[YEAR].strip())
    if not year:
        shown = plain(fields[YEAR])[:40]
        raise EntryError(f"{shown!r} is no year; write it as 2019 or 2019/20")
    if not FIRST_DAY.year <= int(year[1]) <= LAST_DAY.year:
        raise EntryError(f"{year[1]} is not between 1990 and 2100; left out")
    value, cut = figure(fields[VALUE])
    return _Row(line, _about(fields), int(year[1]), value, cut)


def _rounded(name: str, rows: Sequence[_Row]) -> Iterator[Problem]:
    """That some values have more digits than are kept."""
    lines = [row.line for row in rows if row.cut]
    if lines:
        many = f"{len(lines)} values have" if len(lines) > 1 else "a value has"
        message = f"{many} more than 15 digits; rounded to 15"
        yield Problem(f"{name}:{lines[0]}", message)


def _about(fields: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """What parts a row from others: its filled cells, codes for "in all" left out."""
    cells = (
        (column, plain(cell))
        for column, cell in fields.items()
        if cell and column not in _NO_BREAKDOWN
    )
    return tuple(pair for pair in cells if not is_whole(*pair))


def is_whole(column: str, cell: str) -> bool:
    """Whether a cell says no more than that a row is of all there is."""
    return cell in _BLANK or (column == "REF_AREA" and cell in _COUNTRY)


def _without_codes(rows: list[_Row]) -> list[_Row]:
    """The rows without GeoCode, where it only repeats what another column says."""
    bare = [tuple(pair for pair in row.about if pair[0] != GEOCODE) for row in rows]
    codes: dict[object, set[str | None]] = defaultdict(set)
    for row, about in zip(rows, bare, strict=True):
        codes[about].add(dict(row.about).get(GEOCODE))
    if any(len(each) > 1 for each in codes.values()):
        return rows
    return [row._replace(about=about) for row, about in zip(rows, bare, strict=True)]


def _common(rows: Sequence[_Row]) -> dict[str, str]:
    """The cells that are the same in every row."""
    common = set(rows[0].about) if rows else set()
    for row in rows:
        common &= set(row.about)
    return {
        name: value
        for name, value in (rows[0].about if rows else ())
        if (name, value) in common
    }


def _series(
    name: str,
    indicator: str,
    about: dict[str, str],
    years: Mapping[int, Sequence[Found]],
    problems: list[Problem],
) -> Series:
    values = {}
    for year, found in years.items():
        what = ", ".join([str(year), *about.values()])
        value, said = settled(found, what)
        if said:
            problems.append(Problem(f"{name}:{found[-1].line}", said))
        if value is not None:
            values[year] = value
    return Series(key_of(indicator, about), about, None, values)


def _area(about: Mapping[str, str]) -> str | None:
    """The one area that some cells name."""
    areas = [area for area in map(area_of, about.values()) if area]
    return areas[0] if len(areas) == 1 else None


def _shown(cells: Sequence[tuple[str, str]]) -> str:
    return ", ".join(f"{column} {value}" for column, value in cells) or "the whole"


def told(about: Mapping[str, str]) -> str:
    """What a line of figures is about, in words."""
    return "; ".join(f"{column}: {value}" for column, value in about.items())
